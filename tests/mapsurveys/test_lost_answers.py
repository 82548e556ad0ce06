"""Answers that arrive twice, late, or for a version that is no more: nothing of them may be lost."""

import pytest
from django.core.files.storage import storages

from cms.receipts import hash_code
from mapsurveys.kinds.file import Upload
from mapsurveys.models import AccessCode, Attachment, Response
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.responding import begin_response, save_step
from mapsurveys.versions import current_version, record_version
from tests.factories import NOON, make_user
from tests.factories.questionnaires import ONE_PAGE, THREE_PAGES, question, step
from tests.factories.surveys import make_channel, make_survey
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "site")]

BEGIN = "/en/surveys/shore/answer/"
CODE = "K7QX-3M9P-WT4R"


def make_code(survey) -> AccessCode:
    channel = make_channel(survey, "code")
    return AccessCode.objects.create(survey=survey, channel=channel, code_hash=hash_code(CODE))


def test_a_page_sent_again_after_its_code_is_used_up_leads_to_the_same_answers(client):
    make_code(make_survey("shore", document=ONE_PAGE, access="code"))
    sent = {"form_key": "key", "code": CODE, "home": "near", "next": "1"}
    first, again = client.post(BEGIN, sent), client.post(BEGIN, sent)
    assert (again.status_code, again["Location"]) == (302, first["Location"])
    assert Response.objects.count() == 1


def test_who_comes_back_with_a_code_or_signed_in_sees_what_they_stored(client):
    survey = make_survey("shore", document=THREE_PAGES, access="code")
    make_code(survey)
    client.post(BEGIN, {"form_key": "a", "code": CODE, "home": "near", "years": "12", "next": "1"})
    page = soup(client.get(BEGIN, {"code": CODE}))
    assert page.select_one("input[name=years]")["value"] == "12"

    make_survey("bay", document=THREE_PAGES, access="signed_in")
    client.force_login(make_user())
    client.post(
        "/en/surveys/bay/answer/",
        {"form_key": "b", "home": "near", "years": "7", "next": "1"},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    page = soup(client.get("/en/surveys/bay/answer/"))
    assert page.select_one("input[name=years]")["value"] == "7"


def test_a_form_read_before_a_new_version_is_stored_under_the_version_that_was_read(client):
    survey = make_survey("shore", document=THREE_PAGES)
    action = soup(client.get(BEGIN)).select_one("form[data-answering]")["action"]
    survey.write_document(
        Questionnaire.read({"steps": [step("new", question("text", "hello", "Hello")), *THREE_PAGES["steps"]]})
    )
    survey.save()
    record_version(survey)
    assert current_version(survey).number == 2
    client.post(action, {"form_key": "key", "home": "near", "next": "1"})
    stored = Response.objects.get()
    assert (stored.version.number, stored.answers) == (1, {"home": {"chosen": ["near"]}})


def test_going_back_with_a_mistake_keeps_what_the_stored_answer_shows(client):
    follow = question("text", "why", "Why?", show_when=[[{"question": "count", "test": "at_least", "value": 1}]])
    make_survey(
        "shore",
        document={"steps": [step("one"), step("two", question("number", "count", "How many?"), follow), step("end")]},
    )
    two = client.post(BEGIN, {"form_key": "key", "next": "1"})["Location"]
    client.post(two, {"count": "2", "why": "Trees", "next": "1"})
    client.post(two, {"count": "many", "why": "Trees", "back": "1"})
    assert Response.objects.get().answers == {"count": 2, "why": "Trees"}


def test_a_save_that_waited_for_another_takes_no_time_off():
    survey = make_survey("shore", document=ONE_PAGE)
    version = current_version(survey)
    response, _code = begin_response(version=version, user=make_user(), language="fi", now=NOON)
    [page] = version.document.steps
    earlier = NOON.replace(minute=0, hour=NOON.hour - 1)
    stored = save_step(response=response, step=page, answers={}, user=make_user(), now=earlier)
    assert (stored.seconds, stored.saved_at) == (0, NOON)


def test_a_file_goes_when_its_row_could_not_be_stored(monkeypatch):
    survey = make_survey("shore", document={"steps": [step("one", question("file", "photo", "Photo"))]})
    version = current_version(survey)
    response, _code = begin_response(version=version, user=make_user(), language="fi", now=NOON)
    kept = []

    def fail(attachment, **options):
        kept.append(attachment.file.name)
        raise RuntimeError

    monkeypatch.setattr("mapsurveys.responding._write_personal", lambda *_args: fail(Attachment.objects.get()))
    with pytest.raises(RuntimeError):
        save_step(
            response=response,
            step=version.document.steps[0],
            answers={"photo": Upload("a.jpg", b"x", "image/jpeg")},
            user=make_user(),
            now=NOON,
        )
    assert [storages["private"].exists(name) for name in kept] == [False]
