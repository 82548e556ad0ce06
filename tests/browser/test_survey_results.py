"""Results of surveys in a browser: maps work by keys, pages read well and fit a phone."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from tests.factories import make_user
from tests.factories.surveys import make_survey
from tests.mapsurveys.asking import crowd, document, options, question

pytestmark = [pytest.mark.browser]

ASKED = document(
    question("single_choice", "qlive", choices=options("here", "there")),
    question("point", "qplace", follow_ups=[question("single_choice", "qwhy", choices=options("calm", "view"))]),
)


@pytest.fixture
def survey(transactional_db):
    now = timezone.now()
    survey = make_survey(
        "shown",
        document=ASKED,
        results_shown="after_closing",
        open_at=now - timedelta(days=9),
        close_at=now - timedelta(days=1),
    )
    crowd(survey, 12, {"qlive": {"chosen": ["qhere"]}}, where=(24.95, 60.18))
    crowd(survey, 2, {"qlive": {"chosen": ["qthere"]}}, where=(24.90, 60.16))
    return survey


def test_public_map_shows_hexagons_of_enough_people(visit, survey):
    page = visit("/fi/surveys/shown/results/")
    canvas = page.locator("[data-map='survey-results'] [data-map-canvas]")
    canvas.scroll_into_view_if_needed()
    expect(page.locator("path.map-hexagon")).to_have_count(1)
    expect(page.locator("[data-legend] li")).to_have_count(1)
    expect(page.locator("[data-show]")).to_have_count(0)
    status = page.locator("[data-map='survey-results'] [data-status]")
    expect(status).to_contain_text("12")
    canvas.focus()
    for _press in range(8):
        page.keyboard.press("Shift+ArrowLeft")
    expect(status).not_to_contain_text("12")


def sign_in(page, live_server, user):
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("[name=username]", user.username)
    page.fill("[name=password]", "password")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/admin/$"))


def test_staff_change_between_places_and_heat_by_keys(visit, page, live_server, survey):
    visit("/fi/")
    sign_in(page, live_server, make_user(role="viewer", organisation=survey.organisation))
    page.goto(f"{live_server.url}/admin/surveys/results/{survey.pk}/?page=qstep")
    block = page.locator("[data-map='survey-results']")
    block.scroll_into_view_if_needed()
    expect(block.locator(".map-cluster").first).to_be_visible()
    heat = block.locator("[data-show=heat]")
    heat.focus()
    page.keyboard.press("Enter")
    expect(heat).to_have_attribute("aria-pressed", "true")
    expect(block.locator("path.map-hexagon").first).to_be_visible()
    expect(block.locator(".map-cluster")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_results_fit_the_screen_and_axe_finds_nothing(visit, survey, width):
    page = visit("/fi/surveys/shown/results/")
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    faults = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in faults if fault["impact"] in ("serious", "critical")] == []


def test_staff_pages_have_no_serious_fault(visit, page, live_server, survey):
    visit("/fi/")
    sign_in(page, live_server, make_user(role="moderator", organisation=survey.organisation))
    base = f"{live_server.url}/admin/surveys/results/{survey.pk}"
    for rest in ("/", "/?page=qstep", "/quality/", "/compare/?by=qlive&question=qlive", "/places/qplace/"):
        page.goto(f"{base}{rest}")
        faults = Axe().run(page, context={"include": [[".kuule-results"]]}).response["violations"]
        assert [fault["id"] for fault in faults if fault["impact"] in ("serious", "critical")] == [], rest
