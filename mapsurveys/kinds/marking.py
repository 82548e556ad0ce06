"""What the kinds that mark places share: each mark is a row with its own follow-up answers.

An answer is a list of `Mark`s, in the order in which they were made. They are stored as features, not in the
response's JSON.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

import shapely
from django.contrib.gis.geos import GEOSGeometry
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field, field_validator
from shapely.geometry import shape

from cms import geo
from mapsurveys.kinds.base import AnswerColumn, Question, Setting, as_number
from mapsurveys.kinds.following import FollowUp
from mapsurveys.rules import Test

#: However many the planner allows: drawing hundreds is a program, not a person (R16: people mark 2 to 74).
MOST_MARKS = 100
#: Names of a mark's own fields and cleaned values; see mapsurveys.mark_forms.
RESERVED = frozenset({"answers", "chosen", "effort", "geometry", "key", "place", "remove", "words"})


@dataclass
class Mark:
    """A place that a respondent marked.

    `key` is the mark's own (a UUID as text) and stays when it is edited. `geometry` is in EPSG:4326; `words`
    describe the place instead of it, or beside it. `place` is the id of a given place; `on_image` is (x, y) on a
    plan image, as parts of its width and height from its upper left corner. `answers` are those to the follow-up
    questions. `effort` tells how it was made (R8): zoom, vertices, edits, seconds, layers, input.
    """

    key: str
    geometry: GEOSGeometry | None = None
    words: str = ""
    place: str = ""
    on_image: tuple[float, float] | None = None
    answers: dict[str, Any] = field(default_factory=dict)
    effort: dict[str, Any] = field(default_factory=dict)


class Marking(Question):
    """Base of the kinds whose answers are places."""

    least: Annotated[int, Setting(_("At least so many"))] = Field(0, ge=0, le=MOST_MARKS)
    most: Annotated[int, Setting(_("At most so many"))] = Field(10, ge=1, le=MOST_MARKS)
    follow_ups: Annotated[list[FollowUp], Setting(_("Asked of each place"))] = Field(default_factory=list)
    coarsen: Annotated[
        int,
        Setting(
            _("Publish only to the nearest so many metres"),
            _("For homes and the like: places are moved to a grid before they are published. 0: as they were marked."),
        ),
    ] = Field(0, ge=0, le=10_000)

    #: What marks are made on: "map", "image" or "list".
    ground: ClassVar[str] = "list"
    #: The drawing tool: a key of cms.geo.TOOLS; what it makes is called `mark_name`, and `begin` says to use it.
    tool: ClassVar[str] = ""
    mark_name: ClassVar[Any] = ""
    begin: ClassVar[Any] = ""

    marks: ClassVar = True
    can_follow_up: ClassVar = False
    summary: ClassVar = "places"
    tests: ClassVar = (Test.ANSWERED, Test.DRAWN_AT_LEAST, Test.DRAWN_INSIDE)
    #: Places are published coarsened, or not at all; a table of their own holds them.
    hidden_settings: ClassVar = frozenset({"personal"})

    @field_validator("follow_ups")
    @classmethod
    def _have_names_of_their_own(cls, follow_ups: list[FollowUp]) -> list[FollowUp]:
        """In a form a follow-up stands beside the fields of the mark itself."""
        if any(follow_up.id in RESERVED for follow_up in follow_ups):
            raise ValueError(f"no follow-up question may have an id of these: {', '.join(sorted(RESERVED))}")
        return follow_ups

    @property
    def fewest(self) -> int:
        """How many marks an answer must have; 0 where it may be left out."""
        return max(self.least, int(self.required))

    def meets(self, condition, answer):
        marks = answer or []
        if condition.test == Test.DRAWN_AT_LEAST:
            return len(marks) >= (as_number(condition.value) or 1)
        if condition.test == Test.DRAWN_INSIDE:
            return any(touches(condition.value, mark.geometry) for mark in marks if mark.geometry)
        return bool(marks)

    def in_words(self, answer, language=None):
        return gettext("Places marked: %(count)s") % {"count": len(answer)}

    def columns(self):
        """Only how many: the marks have a dataset of their own."""
        return [AnswerColumn("_count", "integer", gettext("How many places were marked"), len)]

    def problems(self) -> Iterator[str]:
        if self.fewest > self.most:
            yield gettext("The smallest number of places is greater than the greatest.")
        if self.personal or any(follow_up.personal for follow_up in self.follow_ups):
            yield gettext("Places can't be personal, nor what is asked of them. Ask for names in another question.")
        for follow_up in self.follow_ups:
            yield from follow_up.problems()


def touches(area: Any, geometry: GEOSGeometry) -> bool:
    """Whether a geometry (EPSG:4326) touches the polygon `area` (GeoJSON); False where that is no polygon."""
    try:
        inside = shape(area)
    except (LookupError, ValueError, TypeError, AttributeError, shapely.errors.ShapelyError):
        return False
    return bool(shapely.intersects(inside, shapely.from_wkb(bytes(geometry.wkb))))


def area_from(value: dict[str, Any] | None) -> GEOSGeometry | None:
    """A polygon kept in a questionnaire as GeoJSON, as a MultiPolygon in EPSG:4326. Raises geo.GeometryError."""
    return geo.parse_area(json.dumps(value)) if value else None
