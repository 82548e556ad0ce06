"""A resident answers a survey: by keyboard alone, without scripts, without a connection, on a shared device."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from mapsurveys.models import Response
from tests.browser.map_hands import PHONE, press, tab_to
from tests.browser.test_access import faults
from tests.factories import make_hearing
from tests.factories.questionnaires import ONE_PAGE, THREE_PAGES
from tests.factories.surveys import make_channel, make_survey

BEGIN = "/en/surveys/shore/answer/"
STORED = "JSON.stringify(Object.keys(localStorage)) + JSON.stringify(Object.keys(sessionStorage))"


def open_now(**fields):
    now = timezone.now()
    return {"open_at": now - timedelta(days=1), "close_at": now + timedelta(days=9)} | fields


@pytest.fixture
def survey(transactional_db):
    return make_survey("shore", document=THREE_PAGES, texts={"en": {"title": "Shore"}}, **open_now())


def heading(page):
    return page.locator("h1")


def press_plainly(page, name="Continue"):
    page.get_by_role("button", name=name, exact=True).last.click()


def proceed(page, name="Continue"):
    """Presses a button once the page's scripts are there to hear it."""
    expect(page.locator("form[data-wired]")).to_be_attached()
    press_plainly(page, name)


def answer_first_page(page):
    page.get_by_label("Near").check()
    page.get_by_label("For how many years?").fill("12")


def tab_into(page, name):
    """Tabs to the field called so."""
    for _attempt in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"no field called {name}")


def answers():
    return Response.objects.counted().get().answers


def test_keyboard_alone_answers_three_pages(visit, survey):
    page = visit("/en/surveys/shore/")
    tab_to(page, "Start answering")
    press(page, "Enter")
    expect(heading(page)).to_have_text("About")
    tab_into(page, "home")
    press(page, "Space")
    tab_into(page, "years")
    page.keyboard.type("12")
    press(page, "Enter")
    expect(heading(page)).to_have_text("Views")
    tab_into(page, "pleased-paths")
    press(page, "ArrowRight")
    tab_into(page, "safe")
    press(page, "Space", "ArrowRight")
    tab_to(page, "Add to the order: Swimming")
    press(page, "Enter")
    tab_to(page, "Add to the order: Quiet")
    press(page, "Enter")
    tab_into(page, "money-benches")
    page.keyboard.type("40")
    expect(page.locator("[data-budget-left]")).to_have_text("Left to share: 60")
    tab_into(page, "money-lights")
    page.keyboard.type("60")
    expect(page.locator("[data-budget-left]")).to_have_text("Everything is shared.")
    tab_to(page, "Continue")
    press(page, "Enter")
    expect(heading(page)).to_have_text("End")
    tab_into(page, "wish")
    page.keyboard.type("Trees")
    tab_to(page, "Send the answers")
    press(page, "Enter")
    expect(heading(page)).to_have_text("Thank you for your answers")
    assert answers() == {
        "home": {"chosen": ["near"]},
        "years": 12,
        "pleased": {"paths": ["much"]},
        "safe": 2,
        "order": ["swimming", "quiet"],
        "money": {"benches": 40, "lights": 60},
        "wish": "Trees",
    }
    assert page.evaluate(STORED) == "[][]"


def test_ranking_is_moved_by_buttons_and_says_so(visit, survey):
    page = visit(BEGIN)
    answer_first_page(page)
    proceed(page)
    page.get_by_role("button", name="Add to the order: Trees").click()
    page.get_by_role("button", name="Add to the order: Quiet").click()
    page.get_by_role("button", name="Move up: Quiet").press("Enter")
    expect(page.locator(".ranking [role=status]")).to_have_text("Quiet is now number 1 of 2.")
    expect(page.locator(".ranking__item .ranking__name")).to_have_text(["Quiet", "Trees"])
    page.get_by_role("button", name="Take out of the order: Trees").press("Enter")
    expect(page.get_by_role("button", name="Add to the order: Trees")).to_be_focused()
    proceed(page)
    expect(heading(page)).to_have_text("End")
    assert Response.objects.get().answers == {"home": {"chosen": ["near"]}, "years": 12, "order": ["quiet"]}


def test_condition_shows_and_leaves_out_a_question_and_says_so(visit, survey):
    page = visit(BEGIN)
    years = page.locator("#question-years")
    expect(years).to_be_hidden()
    page.get_by_label("Near").check()
    expect(years).to_be_visible()
    expect(page.locator("form > [role=status].visually-hidden")).to_have_text(
        "A question was added: For how many years?"
    )
    page.get_by_label("For how many years?").fill("many")
    page.get_by_label("Far").check()
    expect(years).to_be_hidden()
    proceed(page)
    expect(heading(page)).to_have_text("Views")
    assert Response.objects.get().answers == {"home": {"chosen": ["far"]}}


def test_error_takes_focus_and_leads_to_its_question(visit, survey):
    page = visit(BEGIN)
    page.get_by_label("Other, what?").check()
    proceed(page)
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    expect(page.get_by_label("Other, what?")).to_be_checked()
    page.wait_for_load_state()  # the list of errors has focus before the scripts are there
    summary.get_by_role("link").press("Enter")
    expect(page.get_by_label("Other, what?")).to_be_focused()
    page.get_by_label("Write what you mean").fill("An island")
    proceed(page)
    expect(heading(page)).to_have_text("Views")


def test_back_loses_nothing_even_what_could_not_be_stored(visit, survey):
    page = visit(BEGIN)
    answer_first_page(page)
    proceed(page)
    expect(heading(page)).to_have_text("Views")
    page.get_by_label("benches").fill("9999")
    page.get_by_role("radio", name="4").check()
    proceed(page, "Back")
    expect(page.get_by_label("For how many years?")).to_have_value("12")
    proceed(page)
    expect(page.get_by_label("benches")).to_have_value("9999")
    expect(page.get_by_role("radio", name="4")).to_be_checked()
    expect(page.locator("[data-restored]")).to_have_text("We brought back what you had written on this page.")


def test_browsers_own_back_leads_to_stored_answers(visit, survey):
    page = visit(BEGIN)
    answer_first_page(page)
    proceed(page)
    expect(heading(page)).to_have_text("Views")
    page.go_back()
    expect(page.get_by_label("For how many years?")).to_have_value("12")
    proceed(page)
    expect(heading(page)).to_have_text("Views")
    assert Response.objects.count() == 1


def test_what_was_typed_survives_a_reload_and_is_forgotten_when_sent(visit, survey):
    page = visit(BEGIN)
    answer_first_page(page)
    page.reload()
    expect(page.get_by_label("Near")).to_be_checked()
    expect(page.get_by_label("For how many years?")).to_have_value("12")
    proceed(page)
    expect(heading(page)).to_have_text("Views")
    assert page.evaluate(STORED) == "[][]"


def test_lost_connection_keeps_the_page_and_sends_it_once(visit, survey, context):
    page = visit(BEGIN)
    answer_first_page(page)
    context.set_offline(True)
    proceed(page)
    expect(page.locator("[data-sending]")).to_contain_text("No connection. Your answers are kept in this browser")
    expect(page.get_by_label("For how many years?")).to_have_value("12")
    context.set_offline(False)
    expect(heading(page)).to_have_text("Views")
    assert Response.objects.get().answers == {"home": {"chosen": ["near"]}, "years": 12}


def test_answer_lost_on_the_way_back_is_not_stored_twice(visit, survey, context):
    """The server has stored the page, but the browser did not hear of it."""
    page = visit(BEGIN)
    answer_first_page(page)
    heard = []

    def lose_first(route):
        heard.append(route.fetch(max_redirects=0))
        route.abort() if len(heard) == 1 else route.fulfill(response=heard[-1])

    begin = re.compile(rf"{re.escape(BEGIN)}(\?v=\d+)?$")
    context.route(begin, lambda route: lose_first(route) if route.request.method == "POST" else route.fallback())
    proceed(page)
    expect(page.locator("[data-sending]")).to_contain_text("No connection.")
    page.reload()
    expect(page.get_by_label("For how many years?")).to_have_value("12")
    proceed(page)
    expect(heading(page)).to_have_text("Views")
    assert (len(heard), Response.objects.count()) == (2, 1)


def test_personal_link_goes_on_in_another_browser(visit, survey, browser, browser_context_args, live_server):
    page = visit(BEGIN)
    answer_first_page(page)
    proceed(page)
    page.get_by_role("radio", name="4").check()
    proceed(page, "Save and go on later")
    link = page.locator("#personal-link").inner_text()
    elsewhere = browser.new_context(**browser_context_args)
    other = elsewhere.new_page()
    other.goto(link)
    expect(other.get_by_role("radio", name="4")).to_be_checked()
    elsewhere.close()


@pytest.fixture
def plain_page(browser, browser_context_args, live_server, survey):
    """A browser without JavaScript."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + BEGIN)
    yield page
    context.close()


def test_three_pages_without_javascript(plain_page):
    page = plain_page
    expect(page.locator("#question-years .question__condition")).to_contain_text("Where do you live?")
    answer_first_page(page)
    press_plainly(page)
    page.get_by_label("Swimming").select_option("1")
    page.get_by_label("benches").fill("9999")
    press_plainly(page, "Back")
    expect(page.get_by_label("For how many years?")).to_have_value("12")
    press_plainly(page)
    expect(page.get_by_label("Swimming")).to_have_value("1")
    press_plainly(page)
    page.get_by_label("Anything else?").fill("Trees")
    press_plainly(page, "Send the answers")
    expect(heading(page)).to_have_text("Thank you for your answers")
    assert answers() == {"home": {"chosen": ["near"]}, "years": 12, "order": ["swimming"], "wish": "Trees"}


class TestSharedDevice:
    @pytest.fixture(autouse=True)
    def quick(self, settings):
        settings.KUULE_KIOSK_IDLE_SECONDS = 3
        settings.KUULE_KIOSK_THANKS_SECONDS = 2

    def test_idle_page_warns_and_begins_afresh_with_nothing_kept(self, visit, survey):
        page = visit("/en/surveys/shore/?kiosk")
        page.locator("#start a.button").click()
        answer_first_page(page)
        expect(page.locator("[data-kiosk-words]")).to_contain_text("Are you still there?")
        expect(page).to_have_url(re.compile(r"/en/surveys/shore/\?kiosk=?$"), timeout=20_000)
        assert page.evaluate(STORED) == "[][]"
        page.go_back()
        assert page.url == "about:blank"

    def test_any_key_stays(self, visit, survey):
        page = visit(f"{BEGIN}?kiosk")
        for _time in range(2):
            expect(page.locator("[data-kiosk-dialog]")).to_be_visible()
            page.keyboard.press("Shift")
            expect(page.locator("[data-kiosk-dialog]")).to_be_hidden()
        expect(page).to_have_url(re.compile(r"answer/\?kiosk$"))

    def test_thanks_lead_to_the_next_person_and_history_shows_no_answers(self, visit, survey, settings):
        settings.KUULE_KIOSK_IDLE_SECONDS = 120
        channel = make_channel(survey, "event")
        page = visit(f"/en/surveys/shore/?c={channel.key}")
        page.locator("#start a.button").click()
        page.get_by_label("Far").check()
        proceed(page)
        expect(heading(page)).to_have_text("Views")
        proceed(page)
        page.get_by_label("Anything else?").fill("A secret wish")
        proceed(page, "Send the answers")
        expect(heading(page)).to_have_text("Thank you for your answers")
        expect(page).to_have_url(re.compile(r"/en/surveys/shore/\?c="), timeout=20_000)
        page.go_back()
        assert page.url == "about:blank"
        assert answers()["wish"] == "A secret wish"


def test_double_click_on_a_poll_stores_once(visit, transactional_db):
    hearing = make_hearing("plan", **open_now())
    make_survey(
        "quick", document=ONE_PAGE, section=hearing.sections.first(), texts={"en": {"title": "Quick"}}, **open_now()
    )
    page = visit("/en/hearings/plan/")
    expect(page.locator("form[data-wired]")).to_be_attached()
    page.locator(".poll").get_by_label("Far").check()
    page.locator(".poll .answering__next").dblclick()
    expect(heading(page)).to_have_text("Thank you for your answers")
    assert answers() == {"home": {"chosen": ["far"]}}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["fi", "ru"])
def test_pages_have_no_serious_fault(visit, page, survey, language, width):
    make_survey("codes", document=THREE_PAGES, access="code", **open_now())
    page.set_viewport_size({"width": width, "height": 900})
    found = {}

    def look(name):
        page.wait_for_load_state("networkidle")
        found[name] = (faults(page), page.evaluate("document.documentElement.scrollWidth") <= width)

    for name, address in (
        ("list", "surveys/"),
        ("cover", "surveys/shore/"),
        ("find", "surveys/continue/?code=x"),
        ("code", "surveys/codes/answer/?code=x"),
    ):
        visit(f"/{language}/{address}")
        look(name)
    visit(f"/{language}/surveys/shore/answer/")
    page.locator(".answering__next").click()
    page.locator("[data-error-summary]").wait_for()
    look("refused")
    page.locator("[name=home][value=near]").check()
    for name, leads_to in (("first", "**/views/"), ("second", "**/end/"), ("third", "**/done/")):
        look(name)
        page.locator(".answering__next").click()
        page.wait_for_url(leads_to)
    look("done")
    assert found == {name: ([], True) for name in found}


def test_big_text_and_small_screen(visit, page, survey):
    """WCAG 1.4.10: 320 CSS pixels are 1280 at 400 %."""
    page.set_viewport_size({"width": 320, "height": PHONE["viewport"]["height"]})
    visit(BEGIN)
    answer_first_page(page)
    proceed(page)
    expect(heading(page)).to_have_text("Views")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
