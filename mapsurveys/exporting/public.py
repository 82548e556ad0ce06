"""Files for everyone, once a survey that announced it has closed. What is not named here is not in them.

Only responses to versions that told respondents so, no personal questions, nothing of effort, channels' names or
moments; nothing that moderators keep from the public; places of questions with a grid only as squares in which
enough people marked something (research rules R4 to R7, test A12).
"""

import functools
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.gis.db.models import GeometryField
from django.db.models import Case, Count, F, When
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.choices import PUBLIC_STATES, ConsultationStatus
from cms.opendata.datasets import CC_BY_4
from cms.opendata.errors import DataError
from cms.translations import with_texts
from mapsurveys.analysis.selecting import Selection
from mapsurveys.coarsening import CellMiddle, CellName
from mapsurveys.exporting.columns import (
    MARK,
    ON_IMAGE,
    PLACED_BY_STAFF,
    PUBLIC_RESPONSE,
    WORDS,
    day_of,
    position_columns,
)
from mapsurveys.exporting.editions import read_all_editions
from mapsurveys.exporting.files import SurveyFiles
from mapsurveys.exporting.tables import public_versions
from mapsurveys.kinds.marking import Marking
from mapsurveys.kinds.text import AUTOCOMPLETE, Text
from mapsurveys.models import Response, Survey

#: What a version must have announced for its answers to become public.
ANNOUNCED = {"publishes_answers": True}


class PublicFiles(SurveyFiles):
    """The files of a survey whose answers are published; `find_public_files` checks that they are."""

    licence = CC_BY_4
    response_columns = PUBLIC_RESPONSE
    kept_back = "hidden_answers"

    def __init__(self, survey: Survey):
        super().__init__(Selection(survey, survey.document, announced=ANNOUNCED))

    def may_be_told(self, question):
        """Addresses and numbers of people are not, even where a planner forgot to call them personal."""
        return not (isinstance(question, Text) and question.look in AUTOCOMPLETE)

    def ordered_responses(self):
        """By day and then by identifier, which is random: the order within a day is not told."""
        return self.selection.responses().order_by(day_of("submitted_at"), "pk")

    def _features_counted(self) -> dict[str, Any]:
        return {"state__in": PUBLIC_STATES}

    def _shown(self, question: Marking):
        features = self.selection.features(question.id, shown_only=True)
        return features.exclude(response__hidden_answers__contains=[question.id])

    def features(self, question):
        features = self._shown(question).order_by(day_of("response__submitted_at"), "response_id", "number")
        metres = self.grid(question)
        return features.annotate(square=CellName("geometry", metres=metres)) if metres else features

    def grid(self, question: Marking) -> int:
        """Metres to which places are told: the greatest of all versions, because care grows with experience."""
        return max(then.coarsen for then in self._editions_of(question))

    def place_of(self, question):
        """The shape as it was marked or, on a grid, the middle of its square where enough people share it."""
        metres = self.grid(question)
        if not metres:
            return F("geometry")
        squares = self._shown(question).order_by().annotate(square=CellName("geometry", metres=metres)).values("square")
        shared = squares.annotate(people=Count("response", distinct=True)).filter(people__gte=self.survey.smallest_cell)
        return Case(
            When(square__in=shared.values("square"), then=CellMiddle("geometry", metres=metres)),
            output_field=GeometryField(srid=4326),
        )

    def place_columns(self, question):
        # An address in words would undo the grid.
        words = () if self.grid(question) else (WORDS,)
        on_image = ON_IMAGE if self.is_on_image(question) else ()
        on_map = position_columns(self.place_of(question)) if self.is_on_map(question) else ()
        return (*MARK, *words), (*on_image, PLACED_BY_STAFF, *on_map)

    def places_description(self, question):
        told = _("Places that were marked for “%(question)s”.") % {"question": question}
        metres = self.grid(question)
        if not metres:
            return told
        grid = ngettext(
            "They are moved to the middle of squares of %(metres)s m (EPSG:3879). Squares that fewer than %(people)s "
            "person marked, and places in words, are left out.",
            "They are moved to the middle of squares of %(metres)s m (EPSG:3879). Squares that fewer than %(people)s "
            "people marked, and places in words, are left out.",
            self.survey.smallest_cell,
        )
        return f"{told} {grid % {'metres': metres, 'people': self.survey.smallest_cell}}"

    def side_tables(self):
        return (public_versions(self.selection, self.editions, identifier="versions", licence=self.licence),)


def find_public_files(slug: str) -> PublicFiles:
    """The files of the survey with this address. Raises Http404, and DataError (404) that says why there are none.

    Rows are of single people, so there are none at all where fewer answered than the survey's smallest group.
    """
    survey = Survey.objects.public().filter(slug=slug).first()
    if survey is None:
        raise Http404
    files = PublicFiles(survey)
    _check_published(files, files.selection.responses().count)
    return files


def all_public_files() -> Iterator[PublicFiles]:
    """The files of every survey that has them, last closed first, in as many queries as for one."""
    closed = Survey.objects.public().opening(ConsultationStatus.CLOSED).filter(publishes_answers=True)
    surveys = list(with_texts(closed, "title").order_by("-close_at", "pk"))
    editions = read_all_editions(surveys, ANNOUNCED)
    counts = _counts_announced(surveys)
    for survey in surveys:
        files = PublicFiles(survey)
        files.editions = editions[survey.pk]
        try:
            _check_published(files, functools.partial(counts.get, survey.pk, 0))
        except DataError:
            continue
        yield files


def _counts_announced(surveys):
    """The answers of each survey that `Selection` finds by what was announced."""
    told = {f"version__announcement__{name}": value for name, value in ANNOUNCED.items()}
    counted = Response.objects.counted().filter(survey__in=surveys, **told)
    return dict(counted.order_by().values_list("survey").annotate(Count("pk")))


def _check_published(files: PublicFiles, count: Callable[[], int]) -> None:
    survey = files.survey
    if not survey.publishes_answers or not files.editions:
        raise DataError(
            404,
            "not_announced",
            _("The answers to this survey are not published: respondents were not told that they would be."),
        )
    if survey.status != ConsultationStatus.CLOSED:
        raise DataError(404, "not_closed", _("The answers to this survey are published after it has closed."))
    if count() < survey.smallest_cell:
        raise DataError(
            404,
            "too_few_answers",
            _("So few people answered this survey that they could be recognised, so the answers are not published."),
        )
