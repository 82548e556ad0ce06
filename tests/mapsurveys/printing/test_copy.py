"""A respondent's own copy: theirs alone."""

import uuid

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.geos import GEOSGeometry
from django.urls import reverse

from mapsurveys.kinds.marking import Mark
from mapsurveys.responding import begin_response, save_step, submit_response
from mapsurveys.versions import current_version
from tests.factories.surveys import make_channel, make_survey
from tests.mapsurveys.printing.samples import every_kind, pages_of, squeezed

pytestmark = pytest.mark.django_db
ANYONE = AnonymousUser()


def point(**details) -> Mark:
    return Mark(str(uuid.uuid4()), GEOSGeometry("POINT(24.94 60.17)", srid=4326), **details)


def answer(survey, answers, *, submitted=True, **options) -> str:
    """The receipt code of someone who has answered."""
    version = current_version(survey)
    version.survey = survey
    response, code = begin_response(version=version, user=ANYONE, language="fi", **options)
    for step in version.document.steps:
        own = {each.id: answers[each.id] for each in step.questions if each.id in answers}
        save_step(response=response, step=step, answers=own, user=ANYONE)
    if submitted:
        submit_response(response=response, user=ANYONE)
    return code


def address(survey, code) -> str:
    return reverse("mapsurveys:copy", args=[survey.slug, code])


def read(client, survey, code) -> str:
    return "".join(pages_of(client.get(address(survey, code)).content))


def test_copy_has_ones_own_answers_and_nobody_elses(client, clock):
    survey = make_survey(document=every_kind(), texts={"fi": {"title": "Ranta", "next_steps": "Luemme kaikki"}})
    answer(survey, {"qhome": {"chosen": ["qmuualla"]}, "qword": "Naapurin salaisuus", "qname": "Naapuri"})
    code = answer(
        survey,
        {
            "qmove": {"chosen": ["qjalan", "qfillari"]},
            "qword": "Lisää penkkejä\nja puita",
            "qname": "Aino",
            "qgood": [point(answers={"qwhy": "Hyvä näköala"}), Mark(str(uuid.uuid4()), words="Kirkon takana")],
        },
    )
    text = read(client, survey, code)
    for words in ("Ranta", "Luemme kaikki", code, "Jalan; Fillari", "Lisää penkkejä ja puita", "Aino", "Hyvä näköala"):
        assert squeezed(words) in text
    assert "Kirkontakana" in text
    assert "Naapuri" not in text


def test_copy_is_stored_nowhere(client, clock):
    survey = make_survey()
    code = answer(survey, {"qliving": {"chosen": ["qhere"]}})
    response = client.get(address(survey, code))
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/pdf")
    assert "no-store" in response.headers["Cache-Control"]


def test_wrong_code_leads_nowhere(client, clock):
    survey, other = make_survey(), make_survey()
    code = answer(survey, {"qliving": {"chosen": ["qhere"]}})
    assert client.get(address(survey, "2222-2222-2222")).status_code == 404
    assert client.get(address(other, code)).status_code == 404


def test_unsent_answers_lead_back_to_the_questions(client, clock):
    survey = make_survey()
    code = answer(survey, {}, submitted=False)
    response = client.get(address(survey, code))
    assert response.status_code == 302
    assert response.url == reverse("mapsurveys:resume", args=[survey.slug, code])


def test_shared_device_gets_no_copy(client, clock):
    survey = make_survey()
    code = answer(survey, {"qliving": {"chosen": ["qhere"]}}, channel=make_channel(survey, "event"))
    assert client.get(address(survey, code)).status_code == 404
    done = client.get(reverse("mapsurveys:done", args=[survey.slug, code]))
    assert "copy.pdf" not in done.content.decode()


def test_hundred_places_and_hostile_words_are_copied(client, clock):
    document = every_kind()
    document["steps"][1] |= {"show_when": []}
    document["steps"][1]["questions"][0]["most"] = 100
    survey = make_survey(document=document)
    bad = "<script>&" + "x" * 300
    code = answer(survey, {"qword": bad, "qgood": [point(words=f"{bad} {number}") for number in range(100)]})
    text = read(client, survey, code)
    assert text.count("<script>&xxx") == 101
    assert "x" * 30 in text
