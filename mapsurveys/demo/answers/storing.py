"""Writes made-up visits to the database in bulk, in the shapes that mapsurveys.responding stores one by one."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cms import receipts
from mapsurveys.choices import EventKind, ResponseState
from mapsurveys.demo.answers.people import Person
from mapsurveys.demo.answers.timing import seconds_on
from mapsurveys.models import Channel, Event, Feature, PersonalAnswer, Response, Survey, SurveyVersion
from mapsurveys.questionnaire import Step

BATCH = 1_000


@dataclass
class Visit:
    """Somebody who answers. `pages` is how many they finish; None where they finish all and send their answers."""

    person: Person
    sheet: dict[str, Any]
    begun: datetime
    pages: int | None = None


@dataclass
class Rows:
    """What is to be written of a survey's visits."""

    responses: list[Response] = field(default_factory=list)
    features: list[Feature] = field(default_factory=list)
    personal: list[PersonalAnswer] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def write(self) -> None:
        for model, rows in (
            (Response, self.responses),
            (Feature, self.features),
            (PersonalAnswer, self.personal),
            (Event, self.events),
        ):
            model.objects.bulk_create(rows, batch_size=BATCH)


def rows_of(survey: Survey, version: SurveyVersion, channels: dict[str, Channel], visits: list[Visit]) -> Rows:
    """The rows of all visits, in the order in which they were begun."""
    rows = Rows()
    for number, visit in enumerate(sorted(visits, key=lambda visit: visit.begun)):
        response = Response(
            id=uuid.UUID(int=visit.person.chance.getrandbits(128), version=4),
            survey=survey,
            version=version,
            channel=channels.get(visit.person.channel),
            language=visit.person.language,
            started_at=visit.begun,
            receipt_hash=receipts.hash_code(receipts.make_code(f"demo:{survey.slug}:{number}")),
        )
        _answer(rows, response, visit)
        rows.responses.append(response)
    return rows


def _answer(rows: Rows, response: Response, visit: Visit) -> None:
    """Go through the pages as the visitor did. The first is stored as the response begins, each when it is finished."""
    steps, _shown, kept = response.version.document.shown(visit.sheet)
    finished = steps if visit.pages is None else steps[: min(visit.pages, len(steps) - 1)]
    moment = visit.begun
    log = _Log(rows, response)
    reading = timedelta(seconds=visit.person.chance.randint(20, 240))
    rows.events.append(_event(response.survey, EventKind.OPENED, moment - reading, step=steps[0]))
    log.note(EventKind.STARTED, moment)
    for place, step in enumerate(finished):
        answers = {question.id: kept[question.id] for question in step.questions if question.id in kept}
        if place:
            log.note(EventKind.SHOWN, moment, step)
            seconds = seconds_on(visit.person.chance, list(answers.values()), slow=visit.person.is_old)
            moment += timedelta(seconds=seconds)
            response.seconds += min(seconds, 1800)
        log.note(EventKind.SAVED, moment, step)
        _keep(rows, response, step, answers)
        response.steps_done.append(step.id)
    response.saved_at = moment
    if visit.pages is not None:
        log.note(EventKind.SHOWN, moment, steps[len(finished)])
        return
    response.state, response.submitted_at = ResponseState.SUBMITTED, moment
    log.note(EventKind.SUBMITTED, moment)


@dataclass
class _Log:
    rows: Rows
    response: Response

    def note(self, kind: EventKind, at: datetime, step: Step | None = None) -> None:
        self.rows.events.append(_event(self.response.survey, kind, at, response=self.response, step=step))


def _event(
    survey: Survey, kind: EventKind, at: datetime, *, response: Response | None = None, step: Step | None = None
):
    return Event(survey=survey, response=response, kind=kind, step=step.id if step else "", at=at)


def passing_readers(survey: Survey, step: Step, moments: list[datetime]) -> list[Event]:
    """Those who opened the first page and left without storing anything."""
    return [_event(survey, EventKind.OPENED, moment, step=step) for moment in moments]


def _keep(rows: Rows, response: Response, step: Step, answers: dict[str, Any]) -> None:
    for question in step.questions:
        if question.id not in answers:
            continue
        answer = answers[question.id]
        if question.marks:
            rows.features += [
                _feature(response, question.id, number, mark) for number, mark in enumerate(answer, start=1)
            ]
        elif question.personal:
            rows.personal.append(PersonalAnswer(response=response, question=question.id, answer=answer))
        else:
            response.answers[question.id] = answer


def _feature(response: Response, question: str, number: int, mark) -> Feature:
    x, y = mark.on_image or (None, None)
    return Feature(
        pk=uuid.uuid5(response.pk, mark.key),
        response=response,
        survey=response.survey,
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
