"""Surveys and responses for tests."""

import itertools
from datetime import timedelta

from django.contrib.auth.models import AnonymousUser

from mapsurveys.models import Channel, Response, Survey
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.responding import begin_response, save_step, submit_response
from mapsurveys.versions import current_version
from tests.factories.hearings import NOON, WEEK
from tests.factories.organisations import make_organisation

numbers = itertools.count(1)

#: A questionnaire of two steps: choices, then a point with a follow-up and a text.
SHORT = {
    "steps": [
        {
            "id": "qstepone",
            "title": {"fi": "Taustat", "sv": "Bakgrund"},
            "questions": [
                {
                    "kind": "single_choice",
                    "id": "qliving",
                    "name": "living",
                    "label": {"fi": "Missä asut?", "sv": "Var bor du?"},
                    "required": True,
                    "choices": [
                        {"id": "qhere", "name": "here", "label": {"fi": "Täällä", "sv": "Här"}},
                        {"id": "qelse", "name": "elsewhere", "label": {"fi": "Muualla", "sv": "Annanstans"}},
                    ],
                },
                {
                    "kind": "multiple_choice",
                    "id": "qmoving",
                    "name": "moving",
                    "label": {"fi": "Miten liikut?", "sv": "Hur rör du dig?"},
                    "choices": [
                        {"id": "qwalk", "name": "walk", "label": {"fi": "Kävellen", "sv": "Till fots"}},
                        {"id": "qbike", "name": "bike", "label": {"fi": "Pyörällä", "sv": "Cykel"}},
                    ],
                    "other": True,
                },
            ],
        },
        {
            "id": "qsteptwo",
            "title": {"fi": "Paikat", "sv": "Platser"},
            "questions": [
                {
                    "kind": "point",
                    "id": "qgood",
                    "name": "good_places",
                    "label": {"fi": "Missä viihdyt?", "sv": "Var trivs du?"},
                    "most": 3,
                    "follow_ups": [
                        {
                            "kind": "text",
                            "id": "qwhy",
                            "name": "why",
                            "label": {"fi": "Miksi?", "sv": "Varför?"},
                            "look": "short",
                        }
                    ],
                },
                {
                    "kind": "text",
                    "id": "qwish",
                    "name": "wish",
                    "label": {"fi": "Mitä muuta?", "sv": "Något annat?"},
                },
            ],
        },
    ]
}


def make_survey(slug=None, *, organisation=None, live=True, document=None, texts=None, **fields) -> Survey:
    """A survey whose Finnish and Swedish texts are whole, open a week before and after NOON; asks SHORT by default."""
    number = next(numbers)
    fields = {"open_at": NOON - WEEK, "close_at": NOON + WEEK} | fields
    survey = Survey(
        slug=slug or f"survey-{number}", organisation=organisation or make_organisation(), live=live, **fields
    )
    for code, values in {
        "fi": {"title": f"Kysely {number}", "abstract": "Kerro paikoista.", "data_notice": "Vastaukset julkaistaan."},
        "sv": {"title": f"Enkät {number}", "abstract": "Berätta om platser.", "data_notice": "Svaren publiceras."},
        **(texts or {}),
    }.items():
        survey.set_translation(code, **values)
    survey.write_document(Questionnaire.read(document or SHORT))
    survey.save()
    revision = survey.save_revision()
    if live:
        revision.publish()
    return Survey.objects.get(pk=survey.pk)


def make_channel(survey, kind="open", **fields) -> Channel:
    return Channel.objects.create(survey=survey, kind=kind, name=fields.pop("name", kind), **fields)


def make_response(survey, answers=None, *, submitted=True, now=None, language="fi", **options) -> Response:
    """A response with `answers` by question id (places as lists of Mark), stored by the verbs that residents use."""
    now = now or NOON - timedelta(minutes=next(numbers))
    user = options.pop("user", AnonymousUser())
    version = options.pop("version", None) or current_version(survey)
    version.survey = survey
    response, _code = begin_response(version=version, user=user, language=language, now=now, **options)
    answers = {"qliving": {"chosen": ["qhere"]}} if answers is None else answers
    for step in version.document.steps:
        own = {question.id for question in step.questions}
        here = {key: answer for key, answer in answers.items() if key in own}
        response = save_step(response=response, step=step, answers=here, user=user, now=now)
    return submit_response(response=response, user=user, now=now) if submitted else response
