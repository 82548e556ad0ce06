"""Choosing among given places and reacting to them.

Marks of this kind have `place` set, and the given place's geometry.
"""

import json
from typing import Annotated, Any, ClassVar, Literal

from django.contrib.gis.geos import GEOSGeometry
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from cms import geo
from mapsurveys.kinds.base import Choice, Setting
from mapsurveys.kinds.marking import Marking
from mapsurveys.rules import Test

#: A list of more is not chosen from but searched in.
MOST_PLACES = 200


class GivenPlace(Choice):
    """A place on the list. `geometry` is GeoJSON (point, line or polygon) in EPSG:4326."""

    geometry: dict[str, Any]

    def shape(self) -> GEOSGeometry:
        """Raises geo.GeometryError."""
        return geo.parse_place(json.dumps(self.geometry))


class Places(Marking):
    kind: Literal["places"] = "places"
    places: Annotated[list[GivenPlace], Setting(_("Places"), _("From a GeoJSON file, or marked one by one."))] = Field(
        default_factory=list, max_length=MOST_PLACES
    )

    title: ClassVar = _("Given places")
    description: ClassVar = _("Choosing among places that the city gives, and saying something of each.")
    icon: ClassVar = "list-ul"
    template: ClassVar = "mapsurveys/questions/places.html"
    summary: ClassVar = "given_places"
    tests: ClassVar = (Test.ANSWERED, Test.CHOSEN, Test.DRAWN_AT_LEAST, Test.DRAWN_INSIDE)
    hidden_settings: ClassVar = frozenset({"coarsen", "personal"})

    def choices_for_rules(self):
        return self.places

    def find(self, place_id: str) -> GivenPlace | None:
        return next((place for place in self.places if place.id == place_id), None)

    def meets(self, condition, answer):
        if condition.test == Test.CHOSEN:
            return any(mark.place == condition.value for mark in answer or [])
        return super().meets(condition, answer)

    def in_words(self, answer, language=None):
        names = {place.id: str(place.translated("label", language)) for place in self.places}
        return "; ".join(names.get(mark.place, mark.place) for mark in answer)

    def problems(self):
        yield from super().problems()
        if not self.places:
            yield gettext("There are no places to choose among.")
        for place in self.places:
            try:
                place.shape()
            except ValidationError as error:
                yield f"{place.translated('label')}: {error.messages[0]}"
