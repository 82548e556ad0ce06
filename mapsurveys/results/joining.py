"""One questionnaire of all versions that have been answered, so that no answer lacks its question or its option."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import get_language, gettext

from mapsurveys.kinds import Question
from mapsurveys.models import Response, Survey, SurveyVersion
from mapsurveys.questionnaire import Questionnaire, Step

#: Identifies the step of the questions that are no longer asked.
EARLIER = "earlier"


def joined_document(survey: Survey, **announced: Any) -> Questionnaire:
    """The newest published version; what older ones that were answered had besides comes after it.

    Questions that were taken away stand in a step of their own, options that were taken away after the others.
    Of the versions that were `announced` so (see Selection); without any version, what the survey would ask now.
    """
    versions = answered_versions(survey, announced)
    if not versions:
        return Questionnaire() if announced else survey.document
    newest, *older = versions
    document = newest.document.model_copy(deep=True)
    known = {question.id: question for question in document.questions()}
    removed: list[Question] = []
    for version in older:
        for question in version.document.asking():
            if question.id not in known:
                known[question.id] = question.model_copy(deep=True)
                removed.append(known[question.id])
            elif known[question.id].kind == question.kind:
                _join(known[question.id], question)
    if removed:
        document.steps.append(_earlier_step(removed))
    return document


def answered_versions(survey: Survey, announced: dict[str, Any]) -> list[SurveyVersion]:
    """Those that count, newest first: published, and answered or the newest."""
    told = {f"announcement__{name}": value for name, value in announced.items()}
    responses = Response.objects.counted().filter(version=OuterRef("pk"))
    versions = list(
        survey.versions.filter(number__isnull=False, **told).annotate(answered=Exists(responses)).order_by("-number")
    )
    return [version for place, version in enumerate(versions) if version.answered or not place]


def _earlier_step(questions: list[Question]) -> Step:
    title = {get_language(): gettext("Questions that are no longer asked")}
    step = Step(id=EARLIER, title=title)
    step.questions = questions
    return step


def _join(question: Question, older: Question) -> None:
    """Add to `question` what only its older self has: options, rows, places, follow-ups, and care for people."""
    # Once personal or coarse, so for good: answers were given under that promise.
    question.personal = question.personal or older.personal
    if question.marks:
        question.coarsen = max(question.coarsen, older.coarsen)
    for part in ("choices", "rows", "places", "follow_ups"):
        mine = getattr(question, part, None)
        if mine is None:
            continue
        ids = {each.id: each for each in mine}
        for each in getattr(older, part):
            if each.id not in ids:
                mine.append(each.model_copy(deep=True))
            elif part == "follow_ups" and ids[each.id].kind == each.kind:
                _join(ids[each.id], each)
