"""The published versions of a survey, with one name for each question and option."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from mapsurveys.exporting.naming import with_newest_names
from mapsurveys.kinds import Question
from mapsurveys.models import Survey, SurveyVersion
from mapsurveys.questionnaire import Questionnaire


@dataclass(frozen=True)
class Edition:
    """A version that residents have answered. `document` has the names that all editions share."""

    version: SurveyVersion
    document: Questionnaire

    @property
    def number(self) -> int:
        return self.version.number


def published_versions(survey: Survey, announced: dict[str, Any]) -> QuerySet[SurveyVersion]:
    """Those that were announced so, such as {"publishes_answers": True}; what only testers saw is not among them."""
    return _published(announced).filter(survey=survey.pk)


def _published(announced):
    told = {f"announcement__{name}": value for name, value in announced.items()}
    return SurveyVersion.objects.filter(number__isnull=False, **told).order_by("-number")


def read_editions(survey: Survey, announced: dict[str, Any]) -> list[Edition]:
    """Newest first."""
    return _named_alike(list(published_versions(survey, announced)))


def read_all_editions(surveys: Iterable[Survey], announced: dict[str, Any]) -> dict[int, list[Edition]]:
    """The same of several surveys, by their primary keys, in one query."""
    versions = {survey.pk: [] for survey in surveys}
    for version in _published(announced).filter(survey__in=versions):
        versions[version.survey_id].append(version)
    return {survey: _named_alike(found) for survey, found in versions.items()}


def _named_alike(versions):
    documents = with_newest_names([version.document for version in versions])
    return [Edition(*pair) for pair in zip(versions, documents, strict=True)]


def personal_questions(survey: Survey) -> set[str]:
    """Identifiers of the questions that any published version calls personal: once so, they are so for good."""
    return {
        question.id
        for version in published_versions(survey, {})
        for question in version.document.asking()
        if question.personal
    }


def all_questions(editions: list[Edition]) -> list[Question]:
    """Every question that any edition asks, as the newest that has it, in its order; then those of older ones."""
    found: dict[str, Question] = {}
    for edition in editions:
        for question in edition.document.asking():
            found.setdefault(question.id, question)
    return list(found.values())
