"""Answering a survey by plain requests, as a browser without scripts does."""

import io
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from cms.receipts import hash_code
from mapsurveys.models import AccessCode, Attachment, Event, Response
from mapsurveys.views.sitting import test_token as token_of
from tests.factories import NOON, make_image, make_user
from tests.factories.questionnaires import THREE_PAGES, question, step
from tests.factories.surveys import make_channel, make_survey
from tests.reading import given_back, soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "site")]

BEGIN = "/en/surveys/shore/answer/"
JSON = {"Accept": "application/json"}


@pytest.fixture
def survey():
    return make_survey("shore", document=THREE_PAGES, texts={"en": {"title": "Shore", "data_notice": "Kept a year."}})


@pytest.fixture
def post(client):
    """Sends a step; gives the answer. The browser's button is `next` unless another is named."""

    def send(address, button="next", **fields):
        return client.post(address, {"form_key": "key", button: "1"} | fields)

    return send


def make_picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(made, "PNG")
    return made.getvalue()


def begun(post, **fields) -> str:
    """Address of the page after the first, which names the receipt code."""
    return post(BEGIN, **{"home": "near", "years": "12"} | fields)["Location"]


def finished(post) -> str:
    """Address of the thanks."""
    address = begun(post)
    address = post(address, **{"pleased-paths": "much", "safe": "4"})["Location"]
    return post(address, wish="Trees", email="aino@example.org")["Location"]


class TestPages:
    def test_three_pages_lead_to_thanks(self, survey, post, client):
        address = finished(post)
        assert re.fullmatch(r"/en/surveys/shore/answer/[0-9A-Z-]{14}/done/", address)
        page = words(client.get(address))
        for told in ("Near", "12", "Paths: Much", "4", "Trees", "aino@example.org"):
            assert told in page
        response = Response.objects.counted().get()
        assert response.answers == {
            "home": {"chosen": ["near"]},
            "years": 12,
            "pleased": {"paths": ["much"]},
            "safe": 4,
            "wish": "Trees",
        }

    def test_same_first_page_twice_begins_one_response(self, survey, post):
        assert begun(post) == begun(post)
        assert Response.objects.count() == 1

    def test_refused_page_says_what_is_wrong_and_gives_all_back(self, survey, post):
        answer = post(BEGIN, home="", years="")
        assert answer.status_code == 422
        assert soup(answer).select_one(".error-summary a")["href"] == "#question-home"
        assert Response.objects.count() == 0
        answer = post(BEGIN, home="near", years="many")
        assert (given_back(answer, "home"), given_back(answer, "years")) == ("near", "many")

    def test_page_shows_what_is_stored(self, survey, post, client):
        address = begun(post)
        first = address.replace("/views/", "/about/")
        page = client.get(first)
        assert (given_back(page, "home"), given_back(page, "years")) == ("near", "12")
        assert page["Cache-Control"].count("no-store") == 1

    @pytest.mark.parametrize(("button", "leads_to"), [("back", "/about/"), ("later", "/later/")])
    def test_going_back_or_on_later_is_never_refused(self, survey, post, button, leads_to):
        address = begun(post)
        answer = post(address, button, **{"safe": "4", "money-benches": "9999"})
        assert answer.status_code == 302
        assert answer["Location"].endswith(leads_to)
        response = Response.objects.get()
        assert response.answers["safe"] == 4
        assert (response.steps_done, "money" in response.answers) == (["about"], False)

    def test_going_on_later_begins_a_response_without_its_required_answer(self, survey, post):
        answer = post(BEGIN, "later", home="")
        assert answer["Location"].endswith("/later/")
        assert Response.objects.get().answers == {}

    def test_going_back_takes_no_required_answer_from_sent_answers(self, survey, post):
        done = finished(post)
        post(done.replace("/done/", "/about/"), "back", home="")
        assert Response.objects.get().answers["home"] == {"chosen": ["near"]}

    def test_personal_link_leads_to_where_one_left_off(self, survey, post, client):
        address = begun(post)
        assert client.get(address.replace("views/", ""))["Location"] == address
        post(address, "later")
        assert client.get(address.replace("views/", ""))["Location"] == address

    def test_sending_past_a_required_page_leads_back_to_it(self, survey, post, client):
        begun_later = post(BEGIN, "later", home="")["Location"]
        answer = post(begun_later.replace("/later/", "/end/"), wish="Trees")
        assert answer["Location"].endswith("/about/?unanswered=1")
        page = client.get(answer["Location"])
        assert soup(page).select_one(".error-summary a")["href"] == "#question-home"
        assert Response.objects.get().is_submitted is False

    def test_script_is_told_where_to_go(self, survey, client):
        fields = {"form_key": "key", "home": "near", "years": "12", "next": "1"}
        told = client.post(BEGIN, fields, headers=JSON).json()
        assert told["stored"].endswith("/about/")
        assert told["next"].endswith("/views/")
        assert (told["unkept"], told["draft"]) == ([], {})
        told = client.post(told["next"], {"back": "1", "money-benches": "9999"}, headers=JSON).json()
        assert told["unkept"] == ["money"]
        assert soup(client.get(told["stored"])).form["data-draft"] == told["draft"]["key"]
        assert soup(client.get(told["stored"])).form["data-draft-base"] == told["draft"]["base"]

    def test_file_is_kept_shown_and_taken_away(self, survey, client, post):
        drawing = make_picture()
        address = begun(post).replace("/views/", "/end/")
        client.post(address, {"next": "1", "photo": SimpleUploadedFile("shore.png", drawing, "image/png")})
        page = client.get(address)
        assert "shore.png" in words(page)
        client.post(address, {"next": "1"})
        assert Attachment.objects.count() == 1
        client.post(address, {"next": "1", "photo-clear": "on"})
        assert Attachment.objects.count() == 0

    def test_condition_is_told_in_words_to_those_without_scripts(self, survey, client):
        page = soup(client.get(BEGIN))
        years = page.select_one("#question-years")
        assert years.has_attr("data-left-out")
        assert "Where do you live?" in years.select_one(".question__condition").text

    def test_events_tell_how_far_people_get(self, survey, post, client):
        client.get(BEGIN)
        client.get(finished(post))
        kinds = Event.objects.order_by("pk").values_list("kind", "step")
        assert list(kinds) == [
            ("opened", "about"),
            ("started", ""),
            ("saved", "about"),
            ("saved", "views"),
            ("saved", "end"),
            ("submitted", ""),
        ]

    def test_another_site_cannot_answer_for_someone_signed_in(self, survey, client):
        client.force_login(make_user())
        answer = client.post(BEGIN, {"home": "near"}, headers={"Sec-Fetch-Site": "cross-site"})
        assert (answer.status_code, Response.objects.count()) == (403, 0)

    def test_storing_a_page_costs_few_queries(self, survey, client, post):
        address = begun(post).replace("/views/", "/end/")
        with CaptureQueriesContext(connection) as queries:
            answer = client.post(address, {"next": "1", "wish": "Trees", "email": "aino@example.org"})
        assert answer["Location"].endswith("/done/")
        spent = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
        assert len(spent) <= 15, "\n".join(sql[:150] for sql in spent)

    def test_pictures_cost_two_queries(self, client):
        images = [make_image() for _number in range(5)]
        choices = [{"id": f"c{image.pk}", "label": {"fi": "Kuva"}, "image": image.pk} for image in images]
        asked = [question("image_choice", f"p{number}", "Which?", choices=choices) for number in range(4)]
        make_survey("pictures", document={"steps": [step("pictures", *asked)]})
        client.get("/en/surveys/pictures/answer/")
        with CaptureQueriesContext(connection) as queries:
            page = client.get("/en/surveys/pictures/answer/")
        assert len(soup(page).select(".picture img")) == 20
        assert sum("wagtailimages" in query["sql"] for query in queries) == 2


class TestNotNow:
    def test_answers_sent_too_late_are_given_back(self, survey, post, clock):
        address = begun(post)
        clock.move_to(survey.close_at + timedelta(seconds=1))
        for late, fields in ((BEGIN, {"home": "far"}), (address, {"safe": "4"})):
            answer = post(late, **fields)
            assert answer.status_code == 422
            assert next(iter(fields.values())).title() in words(answer).split("What you wrote")[1]
        assert Response.objects.get().answers == {"home": {"chosen": ["near"]}, "years": 12}

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            ({"open_at": NOON + timedelta(days=1)}, "Opens on"),
            ({"close_at": NOON - timedelta(days=1)}, "Ended on"),
            ({"access": "signed_in"}, "Only those who are signed in"),
        ],
    )
    def test_reason_is_told(self, client, fields, told):
        make_survey("shore", document=THREE_PAGES, **fields)
        answer = client.get(BEGIN)
        assert answer.status_code == 403
        assert told in words(answer)

    def test_signing_in_leads_back(self, client):
        make_survey("shore", document=THREE_PAGES, access="signed_in")
        assert soup(client.get(BEGIN)).select_one("main a[href*=login]")["href"] == f"/accounts/login/?next={BEGIN}"

    def test_draft_is_nobody_elses_to_answer(self, client):
        make_survey("shore", document=THREE_PAGES, live=False)
        assert client.get(BEGIN).status_code == 404


class TestCodes:
    @pytest.fixture
    def code(self):
        survey = make_survey("shore", document=THREE_PAGES, access="code")
        channel = make_channel(survey, "code")
        AccessCode.objects.create(survey=survey, channel=channel, code_hash=hash_code("ABCD-EFGH-JKMN"))
        return "abcd efgh jkmn"

    def test_code_is_asked_for_and_carried_on(self, code, client, post):
        assert soup(client.get(BEGIN)).select_one("main input[name=code]")
        page = soup(client.get(BEGIN, {"code": code}))
        assert page.select_one("form[data-answering] input[name=code]")["value"] == code
        assert begun(post, code=code).endswith("/views/")

    def test_wrong_code_is_refused(self, code, client):
        answer = client.get(BEGIN, {"code": "WRONG"})
        assert answer.status_code == 422
        assert soup(answer).select_one(".error-summary")

    def test_used_code_refuses_the_page_and_keeps_what_was_typed(self, code, post):
        AccessCode.objects.update(is_used=True)
        answer = post(BEGIN, home="near", years="12", code=code)
        assert answer.status_code == 422
        assert (given_back(answer, "years"), given_back(answer, "code")) == ("12", code)
        assert Response.objects.count() == 0


class TestReceipt:
    def test_receipt_shows_link_code_and_qr(self, survey, post, client):
        page = soup(client.get(finished(post)))
        code = page.select_one("#receipt-code").text
        assert page.select_one("#personal-link").text == f"http://testserver/en/surveys/shore/answer/{code}/"
        assert page.select_one(".receipt__qr svg path")
        assert not page.select("main [style]")

    def test_code_finds_the_answers(self, survey, post, client):
        done = finished(post)
        code = done.split("/")[-3]
        answer = client.get("/en/surveys/continue/", {"code": code.lower().replace("-", "")})
        assert client.get(answer["Location"])["Location"] == done
        assert client.get("/en/surveys/continue/", {"code": "nonsense"}).status_code == 404

    def test_sent_answers_are_changed(self, survey, post, client):
        done = finished(post)
        post(done.replace("/done/", "/end/"), wish="More trees")
        assert "More trees" in words(client.get(done))
        assert Response.objects.counted().count() == 1

    def test_answers_are_taken_away_after_asking(self, survey, post, client):
        done = finished(post)
        ask = client.get(done, {"withdraw": "1"})
        assert "cannot be undone" in words(ask)
        assert Response.objects.count() == 1
        gone = client.post(done, {"withdraw": "1"})
        assert "taken away" in words(gone)
        assert (Response.objects.count(), client.get(done).status_code) == (0, 404)

    def test_closed_survey_keeps_the_answers_readable_and_as_they_are(self, survey, post, client, clock):
        done = finished(post)
        clock.move_to(survey.close_at + timedelta(hours=1))
        page = soup(client.get(done))
        assert "Trees" in page.main.text
        assert not page.select("main a[href*=withdraw], main a[href*=about]")
        assert client.post(done, {"withdraw": "1"}).status_code == 403
        assert Response.objects.count() == 1


class TestMailing:
    @pytest.fixture(autouse=True)
    def empty_cache(self):
        cache.clear()

    def test_link_is_mailed_in_the_readers_language_and_address_is_not_kept(self, survey, post, client):
        address = post(BEGIN.replace("/en/", "/sv/"), "later", home="near")["Location"]
        answer = client.post(address, {"email": "aino@example.org"})
        assert answer.status_code == 302
        (letter,) = mail.outbox
        assert letter.to == ["aino@example.org"]
        assert f"http://testserver{address.removesuffix('later/')}" in letter.body
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM mapsurveys_response r WHERE r::text LIKE '%aino@%'")
            assert cursor.fetchone() == (0,)

    def test_one_letter_a_minute(self, survey, post, client, clock):
        address = post(BEGIN, "later", home="near")["Location"]
        statuses = [client.post(address, {"email": "aino@example.org"}).status_code for _time in range(2)]
        assert (statuses, len(mail.outbox)) == ([302, 422], 1)

    def test_nonsense_is_no_address(self, survey, post, client):
        address = post(BEGIN, "later", home="near")["Location"]
        answer = client.post(address, {"email": "nonsense"})
        assert (answer.status_code, given_back(answer, "email"), mail.outbox) == (422, "nonsense", [])


class TestSharedDevice:
    @pytest.mark.parametrize("query", ["kiosk", "c"])
    def test_page_keeps_nothing_and_knows_the_way_to_a_fresh_start(self, survey, client, post, query):
        channel = make_channel(survey, "event")
        asked = "?kiosk" if query == "kiosk" else f"?c={channel.key}"
        page = soup(client.get(BEGIN + asked))
        form = page.select_one("form[data-answering]")
        assert (form["data-draft"], form["autocomplete"]) == ("", "off")
        assert page.select_one("[data-fresh]")["data-fresh"].startswith("/en/surveys/shore/?")

    def test_thanks_do_not_show_the_answers(self, survey, client):
        channel = make_channel(survey, "event")
        address = client.post(f"{BEGIN}?c={channel.key}", {"home": "near", "years": "12", "next": "1"})["Location"]
        for button in ("views", "end"):
            address = client.post(address, {"next": "1", "wish": "Trees" if button == "end" else ""})["Location"]
        page = client.get(address)
        assert "Trees" not in words(page)
        assert soup(page).select_one("[data-kiosk-dialog]")["data-seconds"] == "20"

    def test_channel_is_noted_with_the_answers(self, survey, client):
        channel = make_channel(survey, "event")
        client.post(f"{BEGIN}?c={channel.key}", {"home": "near", "years": "1", "next": "1"})
        assert Response.objects.get().channel == channel


class TestTrying:
    def test_draft_is_answered_by_its_test_link_and_not_counted(self, client):
        survey = make_survey("shore", document=THREE_PAGES, live=False)
        address = client.get(f"/en/surveys/test/{token_of(survey)}/")["Location"]
        page = client.get(address)
        assert "This is a test. The answers are not counted." in words(page)
        address = client.post(address, {"home": "near", "years": "1", "next": "1"})["Location"]
        assert "This is a test" in words(client.get(address))
        assert Response.objects.get().is_test
        assert Event.objects.count() == 0
