"""The covers of surveys, their list, and the polls in hearings."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import NOON, make_hearing, make_image
from tests.factories.questionnaires import ONE_PAGE, THREE_PAGES
from tests.factories.surveys import make_channel, make_survey
from tests.reading import soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "site")]


@pytest.fixture
def survey():
    return make_survey("shore", document=THREE_PAGES, texts={"en": {"title": "Shore", "data_notice": "Kept a year."}})


class TestPolls:
    def test_cover_of_one_step_is_its_form(self, client):
        make_survey("quick", document=ONE_PAGE)
        cover = client.get("/en/surveys/quick/")
        form = soup(cover).select_one("form[data-answering]")
        assert form["action"] == "/en/surveys/quick/answer/?v=1"
        assert form.select_one("[name=form_key]")["value"] == ""
        assert not cover.cookies
        assert client.post(form["action"], {"home": "far", "next": "1"})["Location"].endswith("/done/")

    def test_section_of_a_hearing_shows_its_poll(self, client):
        hearing = make_hearing("plan", sections=["main", "part"])
        main, part = hearing.sections.all()
        make_survey("quick", document=ONE_PAGE, section=part)
        make_survey("long", document=THREE_PAGES, section=main)
        make_survey("hidden", document=ONE_PAGE, section=main, live=False)
        answer = client.get("/en/hearings/plan/")
        page = soup(answer)
        assert page.select_one(f"#section-{part.pk} form[data-answering]")["action"] == "/en/surveys/quick/answer/?v=1"
        assert [link["href"] for link in page.select(f"#section-{main.pk} .poll a")] == ["/en/surveys/long/"]
        assert not answer.cookies
        assert "public" in answer["Cache-Control"]

    def test_questions_are_on_a_page_once(self, client):
        hearing = make_hearing("plan", sections=["main", "part"])
        for slug, section in zip(["quick", "copy"], hearing.sections.all(), strict=True):
            make_survey(slug, document=ONE_PAGE, section=section)
        page = soup(client.get("/en/hearings/plan/"))
        ids = [element["id"] for element in page.select("[id]")]
        assert len(ids) == len(set(ids))
        assert (len(page.select("form[data-answering]")), len(page.select(".poll .actions a"))) == (1, 1)

    def test_polls_cost_a_hearing_one_query_more(self, client):
        hearing = make_hearing("plan", sections=["main", "part"])
        client.get("/en/hearings/plan/")
        with CaptureQueriesContext(connection) as before:
            client.get("/en/hearings/plan/")
        for section in hearing.sections.all():
            make_survey(document=ONE_PAGE, section=section)
        with CaptureQueriesContext(connection) as after:
            client.get("/en/hearings/plan/")
        # That of their versions: the surveys themselves are asked for in any case.
        assert len(after) - len(before) == 1

    def test_list_leaves_polls_of_hearings_to_their_hearings(self, client):
        section = make_hearing("plan").sections.first()
        make_survey("quick", document=ONE_PAGE, section=section)
        make_survey("shore", document=THREE_PAGES)
        links = [link["href"] for link in soup(client.get("/en/surveys/")).select(".card__title a")]
        assert links == ["/en/surveys/shore/"]


class TestCover:
    def test_announcement_comes_before_the_way_in(self, survey, client):
        page = str(soup(client.get("/en/surveys/shore/")).main)
        assert page.index("Kept a year.") < page.index('href="/en/surveys/shore/answer/?v=1"')

    @pytest.mark.parametrize(
        ("access", "told"),
        [
            ("open", "Nothing keeps one person from answering twice."),
            ("code", "Each code works once"),
            ("signed_in", "One answer an account."),
        ],
    )
    def test_promise_is_as_strong_as_what_keeps_it(self, client, access, told):
        make_survey("shore", document=THREE_PAGES, access=access)
        assert told in words(client.get("/en/surveys/shore/"))

    def test_channel_and_code_are_carried_on(self, survey, client):
        channel = make_channel(survey, "event")
        page = soup(client.get(f"/en/surveys/shore/?c={channel.key}&kiosk="))
        assert page.select_one("#start a.button")["href"] == f"/en/surveys/shore/answer/?c={channel.key}&kiosk=&v=1"

    @pytest.mark.parametrize("shown", ["after_answering", "after_closing", "never"])
    def test_results_are_offered_when_they_may_be_seen(self, client, shown):
        ended = make_survey(
            "ended",
            document=THREE_PAGES,
            results_shown=shown,
            open_at=NOON - timedelta(9),
            close_at=NOON - timedelta(1),
        )
        links = soup(client.get(ended.get_absolute_url().replace("/fi/", "/en/"))).select("main a[href*=results]")
        assert bool(links) == (shown != "never")

    def test_costs_few_queries(self, client):
        make_survey("shore", document=THREE_PAGES, main_image=make_image())
        client.get("/en/surveys/shore/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/surveys/shore/")
        assert len(queries) <= 12
