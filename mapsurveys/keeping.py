"""Keeping single answers from the public: a moderator's decision on one answer of one response. Each is logged."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from mapsurveys.kinds import Question
from mapsurveys.models import Response
from mapsurveys.permissions import can_moderate


@transaction.atomic
def keep_answer(*, response: Response, question: Question, by) -> Response:
    """Leave the answer out of everything public; staff go on reading it. Raises PermissionDenied."""
    held = _hold(response, by)
    if question.id not in held.hidden_answers:
        held.hidden_answers = [*held.hidden_answers, question.id]
        _note(held, question, by, "keep_answer")
    return held


@transaction.atomic
def tell_answer(*, response: Response, question: Question, by) -> Response:
    """Let the answer be public again. Raises PermissionDenied."""
    held = _hold(response, by)
    if question.id in held.hidden_answers:
        held.hidden_answers = [each for each in held.hidden_answers if each != question.id]
        _note(held, question, by, "tell_answer")
    return held


def _hold(response: Response, by) -> Response:
    held = Response.objects.select_for_update(of=["self"]).select_related("survey__organisation").get(pk=response.pk)
    if not can_moderate(by, held.survey):
        raise PermissionDenied
    return held


def _note(response: Response, question: Question, by, action: str) -> None:
    response.save(update_fields=["hidden_answers"])
    data = {"question": str(question), "response": str(response.pk)}
    log(instance=response.survey, action=f"mapsurveys.{action}", user=by, data=data)
