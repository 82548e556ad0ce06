"""What a respondent does: begin, save a step, send, come back, take the answers away.

A response is found by its receipt code alone: the personal link holds it, and no cookie is set. Every verb here
holds the response's row, so that the same step sent twice at once is stored once.
"""

import uuid
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from cms import receipts
from mapsurveys.attachments import discard, files_go_with_rows, with_kept_files
from mapsurveys.choices import EventKind, ResponseState
from mapsurveys.kinds.marking import Mark
from mapsurveys.models import (
    AccessCode,
    Channel,
    Event,
    Feature,
    PersonalAnswer,
    Response,
    Survey,
    SurveyVersion,
)
from mapsurveys.permissions import can_answer
from mapsurveys.questionnaire import Step

#: Longer between two steps is a pause, and not counted as time used.
LONGEST_ON_A_STEP = 30 * 60
#: What saving a step changes of its response, and what sending changes.
WRITTEN = ["answers", "steps_done", "seconds", "saved_at"]
SENT = ["state", "submitted_at", "code", "answers"]


class AnswerRefused(Exception):
    """The rules do not allow it now: the survey is not open, or not to this person."""


class CodeRefused(AnswerRefused):
    """The one-time code is not known here, or has been used."""


class Incomplete(Exception):
    """A required question has not been answered; `step` is the first step that has one."""

    def __init__(self, step: Step):
        super().__init__(step.id)
        self.step = step


def find_response(code: str) -> Response | None:
    """The response that a receipt code belongs to, with its survey, version and channel at hand."""
    responses = Response.objects.select_related("survey__organisation", "version", "channel")
    return responses.filter(receipt_hash=receipts.hash_code(code)).first()


def find_code(survey: Survey, text: str) -> AccessCode:
    """The unused one-time code that was typed. Raises CodeRefused."""
    codes = survey.codes.select_related("channel")
    found = codes.filter(code_hash=receipts.hash_code(text), is_used=False, channel__is_open=True).first()
    if found is None:
        raise CodeRefused
    return found


def begin_response(
    *,
    version: SurveyVersion,
    user,
    language: str,
    channel: Channel | None = None,
    access_code: AccessCode | None = None,
    is_test: bool = False,
    form_key: str = "",
    now: datetime | None = None,
) -> tuple[Response, str]:
    """An empty response and its receipt code.

    The same form sent twice begins one response. Whoever comes back with an unused one-time code, or signed in,
    goes on with the response they have begun, under a new receipt code. Raises AnswerRefused.
    """
    now = now or timezone.now()
    survey = version.survey
    channel = access_code.channel if access_code else channel
    if not is_test and not can_answer(user, survey, channel, now):
        raise AnswerRefused
    code = _receipt_of(survey, form_key)
    keys_in = bool(channel and channel.kind == "paper")
    response = Response(
        survey=survey,
        version=version,
        channel=channel,
        is_test=is_test,
        language=language,
        started_at=now,
        saved_at=now,
        receipt_hash=receipts.hash_code(code),
        code=access_code,
        respondent=user if survey.access == "signed_in" and not (is_test or keys_in) else None,
        keyed_in_by=user if keys_in and user.is_authenticated else None,
    )
    try:
        with transaction.atomic():
            response.save(force_insert=True)
            log_event(survey=survey, kind=EventKind.STARTED, response=response, now=now)
    except IntegrityError:
        return _go_on(response, code)
    return response, code


def find_begun(survey: Survey, form_key: str) -> tuple[Response, str] | None:
    """The response that this form has begun already, with its receipt code; it asks for no one-time code again."""
    code = _receipt_of(survey, form_key)
    response = find_response(code) if form_key else None
    return (response, code) if response and response.survey_id == survey.pk else None


def _receipt_of(survey: Survey, form_key: str) -> str:
    return receipts.make_code(f"response:{survey.pk}:{form_key or uuid.uuid4().hex}")


def _go_on(like: Response, code: str) -> tuple[Response, str]:
    """The response that is there already: by its form, its one-time code or its account. Raises AnswerRefused."""
    responses = Response.objects.select_related("survey", "version", "channel")
    same = responses.filter(receipt_hash=like.receipt_hash, survey=like.survey_id).first()
    if same is not None:
        return same, code
    mine = {"code": like.code} if like.code_id else {"respondent": like.respondent, "survey": like.survey_id}
    begun = responses.filter(**mine).first()
    if begun is None or not any(mine.values()):
        raise AnswerRefused
    begun.receipt_hash = like.receipt_hash
    begun.save(update_fields=["receipt_hash"])
    return begun, code


def read_sheet(response: Response) -> dict[str, Any]:
    """All answers of a response by question id: plain and personal ones as JSON, places as lists of Mark."""
    return _read(response, list(response.version.document.questions()))


def _read(response: Response, questions: list) -> dict[str, Any]:
    """The stored answers to these questions; tables that none of them uses are not asked."""
    asked = {question.id for question in questions}
    sheet = {key: answer for key, answer in response.answers.items() if key in asked}
    if any(question.personal for question in questions):
        for personal in response.personal_answers.filter(question__in=asked):
            sheet[personal.question] = personal.answer
    if any(question.marks for question in questions):
        for feature in response.features.filter(question__in=asked).order_by("question", "number"):
            sheet.setdefault(feature.question, []).append(as_mark(feature))
    return sheet


def as_mark(feature: Feature) -> Mark:
    """A stored place as the answer it was."""
    return Mark(
        key=str(feature.pk),
        geometry=feature.geometry,
        words=feature.words,
        place=feature.place,
        on_image=None if feature.image_x is None else (feature.image_x, feature.image_y),
        answers=feature.answers,
        effort=feature.effort,
    )


@files_go_with_rows()
@transaction.atomic
def save_step(
    *, response: Response, step: Step, answers: dict[str, Any], user, now: datetime | None = None
) -> Response:
    """Store the answers of a finished step in place of those it had. `answers` holds what was answered and shown.

    Raises AnswerRefused.
    """
    now = now or timezone.now()
    response = _hold(response, user, now)
    done = response.steps_done if step.id in response.steps_done else [*response.steps_done, step.id]
    _write_step(response, step, answers, done, now)
    response.save(update_fields=WRITTEN)
    log_event(survey=response.survey, kind=EventKind.SAVED, response=response, step=step, now=now)
    return response


@files_go_with_rows()
@transaction.atomic
def keep_step(
    *, response: Response, step: Step, answers: dict[str, Any], user, now: datetime | None = None
) -> Response:
    """Store what there is of a step that is left unfinished. Raises AnswerRefused."""
    now = now or timezone.now()
    response = _hold(response, user, now)
    _write_step(response, step, answers, [each for each in response.steps_done if each != step.id], now)
    response.save(update_fields=WRITTEN)
    return response


def _write_step(response: Response, step: Step, answers: dict[str, Any], done: list[str], now: datetime) -> None:
    answers = with_kept_files(response, step, answers)
    _write_marks(response, step, answers)
    _write_personal(response, step, answers)
    plain = {
        question.id: answers[question.id]
        for question in step.questions
        if question.id in answers and not question.marks and not question.personal
    }
    own = {question.id for question in step.questions}
    response.answers = {key: value for key, value in response.answers.items() if key not in own} | plain
    response.steps_done = done
    # Of two saves at once the later one may have waited for the row, and be older than what it finds.
    passed = max((now - response.saved_at).total_seconds(), 0)
    response.seconds += int(min(passed, LONGEST_ON_A_STEP))
    response.saved_at = max(now, response.saved_at)


def _hold(response: Response, user, now: datetime) -> Response:
    """The response as it is stored now, its row locked. Raises AnswerRefused."""
    held = Response.objects.select_for_update(of=["self"]).filter(pk=response.pk).first()
    if held is None:
        raise AnswerRefused
    # What was read with the response a moment ago; only its own row can have been changed by its holder.
    held.survey, held.version, held.channel = response.survey, response.version, response.channel
    if not held.is_test and not can_answer(user, held.survey, held.channel, now):
        raise AnswerRefused
    return held


def _write_marks(response: Response, step: Step, answers: dict[str, Any]) -> None:
    questions = [question.id for question in step.questions if question.marks]
    if not questions:
        return
    known = response.features.filter(question__in=questions).values_list("question", "pk")
    stored = {(question, str(key)) for question, key in known}
    features = [
        _feature(response, question, number, mark, stored)
        for question in questions
        for number, mark in enumerate(answers.get(question, []), start=1)
    ]
    # A place and a copy of the row it came from, sent together, are one place.
    features = list({feature.pk: feature for feature in features}.values())
    gone = {key for _question, key in stored} - {str(feature.pk) for feature in features}
    if gone:
        response.features.filter(pk__in=gone).delete()
    if features:
        Feature.objects.bulk_create(
            features,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["number", "geometry", "words", "place", "image_x", "image_y", "answers", "effort"],
        )


def _feature(response: Response, question: str, number: int, mark: Mark, stored: set[tuple[str, str]]) -> Feature:
    # A new key is made from the respondent's own, so that sending twice stores once and no one reaches another's row.
    is_known = (question, mark.key) in stored
    key = uuid.UUID(mark.key) if is_known else uuid.uuid5(response.pk, f"{question}:{mark.key}")
    x, y = mark.on_image or (None, None)
    return Feature(
        pk=key,
        response=response,
        survey_id=response.survey_id,
        question=question,
        number=number,
        geometry=mark.geometry,
        words=mark.words,
        place=mark.place,
        image_x=x,
        image_y=y,
        answers=mark.answers,
        effort=mark.effort,
    )


def _write_personal(response: Response, step: Step, answers: dict[str, Any]) -> None:
    personal = [question.id for question in step.questions if question.personal]
    if not personal:
        return
    response.personal_answers.filter(question__in=personal).delete()
    PersonalAnswer.objects.bulk_create(
        PersonalAnswer(response=response, question=question, answer=answers[question])
        for question in personal
        if question in answers
    )


@transaction.atomic
def submit_response(*, response: Response, user, now: datetime | None = None) -> Response:
    """Send the answers: from now on they count. Sending again changes nothing but what was edited.

    Answers to questions that the rules do not show are dropped. The one-time code is used up, and nothing is left
    that would lead from it to the answers. Raises AnswerRefused, CodeRefused, Incomplete.
    """
    now = now or timezone.now()
    response = _hold(response, user, now)
    was_sent = response.is_submitted
    missing = _submit(response, read_sheet(response), now)
    if missing:
        raise Incomplete(missing)
    response.save(update_fields=SENT)
    if not was_sent:
        log_event(survey=response.survey, kind=EventKind.SUBMITTED, response=response, now=now)
    return response


def finish_response(
    *, response: Response, step: Step, answers: dict[str, Any], user, now: datetime | None = None
) -> Response:
    """Save the last step and send all, under one lock. The step stays saved where Incomplete is raised.

    Raises AnswerRefused, CodeRefused, Incomplete.
    """
    now = now or timezone.now()
    with files_go_with_rows(), transaction.atomic():
        response = _hold(response, user, now)
        was_sent = response.is_submitted
        done = response.steps_done if step.id in response.steps_done else [*response.steps_done, step.id]
        _write_step(response, step, answers, done, now)
        own = {question.id for question in step.questions}
        others = [question for question in response.version.document.questions() if question.id not in own]
        missing = _submit(response, _read(response, others) | answers, now)
        response.save(update_fields={*WRITTEN, *SENT})
        log_event(survey=response.survey, kind=EventKind.SAVED, response=response, step=step, now=now)
        if not (missing or was_sent):
            log_event(survey=response.survey, kind=EventKind.SUBMITTED, response=response, now=now)
    if missing:
        raise Incomplete(missing)
    return response


def _submit(response: Response, sheet: dict[str, Any], now: datetime) -> Step | None:
    """Send a response in memory; or the first step that lacks an answer, and nothing is sent. Raises CodeRefused."""
    document = response.version.document
    steps, shown, kept = document.shown(sheet)
    for step in steps:
        if any(is_missing(question, kept) for question in step.questions if question.id in shown):
            return step
    _drop_hidden(response, [question for question in document.asking() if question.id in set(sheet) - shown])
    if response.is_submitted:
        return None
    if response.code_id and not AccessCode.objects.filter(pk=response.code_id, is_used=False).update(is_used=True):
        raise CodeRefused
    response.state = ResponseState.SUBMITTED
    response.submitted_at = now
    response.code = None
    return None


def is_missing(question, answers: dict[str, Any]) -> bool:
    """Whether a question that must be answered has not been."""
    answer = answers.get(question.id)
    if question.marks:
        return len(answer or []) < question.fewest
    return question.asks and question.required and answer is None


def _drop_hidden(response: Response, hidden: list) -> None:
    """Drop the answers to questions that are answered and yet not shown."""
    keys = {question.id for question in hidden}
    response.answers = {key: value for key, value in response.answers.items() if key not in keys}
    if any(question.kind == "file" for question in hidden):
        for attachment in response.attachments.filter(question__in=keys):
            discard(attachment)
    if any(question.marks for question in hidden):
        response.features.filter(question__in=keys).delete()
    if any(question.personal for question in hidden):
        response.personal_answers.filter(question__in=keys).delete()


@transaction.atomic
def withdraw_response(*, response: Response, user, now: datetime | None = None) -> None:
    """Take all answers away for good, files and places with them. Raises AnswerRefused."""
    response = _hold(response, user, now or timezone.now())
    for attachment in response.attachments.all():
        discard(attachment)
    response.delete()


def log_event(
    *,
    survey: Survey,
    kind: EventKind,
    response: Response | None = None,
    step: Step | None = None,
    now: datetime | None = None,
) -> None:
    """Note what happened, for the report of where people stop. Tests are not noted."""
    if response is not None and response.is_test:
        return
    Event.objects.create(
        survey_id=survey.pk, response=response, kind=kind, step=step.id if step else "", at=now or timezone.now()
    )
