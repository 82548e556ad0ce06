"""What all files of one survey have in common, whoever they are for."""

from collections import Counter
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _

from cms.opendata.datasets import Column, Dataset, ForeignKey, Licence
from cms.opendata.expressions import GeoJSONGeometry
from cms.opendata.families import Bundle
from mapsurveys.analysis.selecting import Selection
from mapsurveys.exporting.columns import PLACE_NAMES, RESPONSE_NAMES
from mapsurveys.exporting.editions import Edition, all_questions, personal_questions, read_editions
from mapsurveys.exporting.rows import AnswersDataset
from mapsurveys.exporting.sheets import Asked, Sheet
from mapsurveys.exporting.tables import code_book
from mapsurveys.kinds import Question
from mapsurveys.kinds.base import AnswerColumn
from mapsurveys.kinds.marking import Marking
from mapsurveys.kinds.places import Places
from mapsurveys.models import Feature, Response
from mapsurveys.questionnaire import Questionnaire, Step

#: Where the identifier of a given place is put among a mark's answers; no question has such an identifier.
GIVEN = "_place"


class SurveyFiles:
    """The datasets of the responses in a selection, with texts in the language that is active while they are made.

    Subclasses say who they are for: which columns there are besides the answers, what is read, and what is left out.
    """

    licence: Licence | None = None

    def __init__(self, selection: Selection):
        self.selection = selection
        self.survey = selection.survey

    # --- What subclasses decide -------------------------------------------------------------------------

    #: Columns of responses before the answers.
    response_columns: tuple[Column, ...]

    def may_be_told(self, question: Question) -> bool:
        """Whether a question that is not personal is in these files."""
        return True

    def ordered_responses(self) -> QuerySet[Response]:
        raise NotImplementedError

    def features(self, question: Marking) -> QuerySet[Feature]:
        """Places marked for one question, in the order of the file."""
        raise NotImplementedError

    def place_of(self, question: Marking) -> Any:
        """The expression that gives a place's shape as it may be told."""
        raise NotImplementedError

    def place_columns(self, question: Marking) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
        """Columns before and after the follow-up answers."""
        raise NotImplementedError

    def places_description(self, question: Marking) -> str:
        raise NotImplementedError

    #: Field paths on a response and on a feature of the identifiers of questions that are left out, if any are.
    kept_back: str | None = None

    # --- Questions and their columns --------------------------------------------------------------------

    @cached_property
    def editions(self) -> list[Edition]:
        return read_editions(self.survey, self.selection.announced)

    @cached_property
    def personal(self) -> set[str]:
        return personal_questions(self.survey)

    @cached_property
    def map_questions(self) -> list[Marking]:
        """Those that have a file of their own; as the newest edition asks them."""
        return [question for question in all_questions(self.editions) if question.marks]

    def find_map_question(self, name: str) -> Marking | None:
        return next((question for question in self.map_questions if question.key == name), None)

    def _asked(self, edition: Edition) -> list[Question]:
        questions = [question for question in edition.document.asking() if question.id not in self.personal]
        return [question for question in questions if self.may_be_told(question)]

    @cached_property
    def sheet(self) -> Sheet:
        """The columns of responses."""
        asking = [
            (edition, [Asked.of(question, edition.document) for question in self._asked(edition)])
            for edition in self.editions
        ]
        return Sheet(asking, RESPONSE_NAMES)

    def place_sheet(self, question: Marking) -> Sheet:
        """The columns of the follow-ups to a map question, and of the given place that was chosen."""
        asking = []
        for edition in self.editions:
            then = edition.document.find_question(question.id)
            asking.append((edition, list(self._followed_up(then)) if then is not None and then.marks else []))
        return Sheet(asking, PLACE_NAMES)

    def _followed_up(self, question: Marking):
        if isinstance(question, Places):
            around = Questionnaire.model_construct(steps=[])
            yield Asked(GIVEN, "", "", question, _given_columns(question), around)
        around = Questionnaire.model_construct(steps=[Step.model_construct(questions=question.follow_ups)])
        for follow_up in question.follow_ups:
            if not follow_up.personal and self.may_be_told(follow_up):
                yield Asked.of(follow_up, around)

    # --- Datasets ---------------------------------------------------------------------------------------

    def responses(self, identifier: str = "responses") -> AnswersDataset:
        """A row for each response."""
        marks = Feature.objects.filter(response=OuterRef("pk"), **self._features_counted()).order_by()
        return AnswersDataset(
            identifier=identifier,
            title=_("Answers"),
            description=_(
                "Answers to “%(survey)s”, a row for each answer sheet. An empty cell means that the question was not "
                "answered or not asked, 0 that an option was not chosen, 1 that it was chosen."
            )
            % {"survey": self.survey},
            licence=self.licence,
            columns=(*self.response_columns, *(each.column for each in self.sheet.columns)),
            queryset=lambda filters: self.ordered_responses(),
            sheet=self.sheet,
            edition="version_id",
            kept=("answers", ArraySubquery(marks.values("question")), *self._kept_back("")),
            gather=_gather_response,
        )

    def _features_counted(self) -> dict[str, Any]:
        """Which places a response's counts are of."""
        return {}

    def _kept_back(self, prefix: str) -> tuple[str, ...]:
        return (f"{prefix}{self.kept_back}",) if self.kept_back else ()

    def places(self, question: Marking, identifier: str | None = None) -> AnswersDataset:
        """A row for each place that was marked for one question."""
        before, after = self.place_columns(question)
        sheet = self.place_sheet(question)
        return AnswersDataset(
            identifier=identifier or places_name(question),
            title=str(question),
            description=self.places_description(question),
            licence=self.licence,
            columns=(*before, *(each.column for each in sheet.columns), *after),
            geometry=GeoJSONGeometry(self.place_of(question)) if self.is_on_map(question) else None,
            key=("response", "number"),
            foreign_keys=(ForeignKey("response", "responses", "response"),),
            queryset=lambda filters: self.features(question),
            sheet=sheet,
            edition="response__version_id",
            kept=("answers", "place", *self._kept_back("response__")),
            gather=_gather_place,
        )

    def is_on_map(self, question: Marking) -> bool:
        """Whether any edition asks for places that have a shape, and not only for spots on an image."""
        return any(then.ground != "image" for then in self._editions_of(question))

    def is_on_image(self, question: Marking) -> bool:
        return any(then.ground == "image" for then in self._editions_of(question))

    def _editions_of(self, question: Marking) -> list[Marking]:
        found = [edition.document.find_question(question.id) for edition in self.editions]
        return [then for then in found if then is not None and then.marks]

    def code_book(self, identifier: str = "codebook") -> Dataset:
        """A row for each column of answers in all files."""
        tables = [("responses", self.sheet)]
        tables += [(places_name(question), self.place_sheet(question)) for question in self.map_questions]
        return code_book(tables, identifier=identifier, licence=self.licence)

    def side_tables(self) -> tuple[Dataset, ...]:
        """What a package holds besides answers, places and code book."""
        raise NotImplementedError

    def package(self, identifier: str = "package") -> Bundle:
        """All of it in one file."""
        return Bundle(
            identifier=identifier,
            title=_("All data of the survey “%(survey)s”") % {"survey": self.survey},
            description=_("Answers, the places of each map question, code book and versions in one file."),
            datasets=(
                self.responses(),
                *(self.places(question) for question in self.map_questions),
                self.code_book(),
                *self.side_tables(),
            ),
            licence=self.licence,
        )


def places_name(question: Marking) -> str:
    """What the table of a map question's places is called."""
    return f"places-{question.key}"


def _given_columns(question: Places) -> list[AnswerColumn]:
    keys = {place.id: place.key for place in question.places}
    labels = {place.id: str(place.translated("label")) for place in question.places}
    return [
        AnswerColumn("place", "string", _("Given place"), lambda place: keys.get(place, place), _("its short name")),
        AnswerColumn("place_label", "string", _("Name of the given place"), labels.get),
    ]


def _gather_response(answers: dict, marks: list[str], kept_back: list[str] = ()) -> dict[str, Any]:
    """Answers by question, with the number of places for map questions, whose only column here counts them."""
    counted = {question: range(count) for question, count in Counter(marks).items()}
    return _without(answers | counted, kept_back)


def _gather_place(answers: dict, place: str, kept_back: list[str] = ()) -> dict[str, Any]:
    return _without(answers | {GIVEN: place} if place else answers, kept_back)


def _without(answers: dict, kept_back: list[str]) -> dict[str, Any]:
    return {key: answer for key, answer in answers.items() if key not in kept_back} if kept_back else answers
