"""A whole survey of maps on the real pages, by keyboard alone (A1); what is stored, and what comes back."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Picture
from playwright.sync_api import expect
from wagtail.images import get_image_model

from mapsurveys.models import Feature, Response
from tests.browser.map_hands import press, tab_to
from tests.browser.marking_page import AREAS, FEELING, LINES, POINTS, WHY
from tests.factories.surveys import make_survey


@pytest.fixture
def survey(transactional_db, tmp_path):
    path = tmp_path / "plan.png"
    Picture.new("RGB", (800, 500), (226, 214, 196)).save(path)
    with path.open("rb") as source:
        image = get_image_model().objects.create(title="Plan", file=ImageFile(source, name="plan.png"))
    plan = {
        "kind": "plan_image",
        "id": "qplan",
        "image": image.pk,
        "image_alt": {"en": "The plan of the park"},
        "label": {"en": "What would you change?"},
        "follow_ups": [WHY],
    }
    steps = [[POINTS], [LINES, AREAS], [plan]]
    now = timezone.now()
    return make_survey(
        "places",
        document={"steps": [{"id": f"qstep{number}", "questions": asked} for number, asked in enumerate(steps)]},
        texts={"en": {"title": "Places we like", "abstract": "Tell us.", "data_notice": "Answers are published."}},
        open_at=now - timedelta(days=1),
        close_at=now + timedelta(days=9),
    )


def use_tool(page, name, *keys):
    expect(page.get_by_role("button", name=name)).to_be_visible()
    tab_to(page, name)
    press(page, "Enter", *keys)


def answer(page, words):
    """The first question about what has just been marked has focus."""
    expect(page.locator("[data-mark].is-open :focus")).to_be_visible()
    page.keyboard.type(words)
    tab_to(page, "Done with this place")
    press(page, "Enter")


def go_on(page, name, address):
    tab_to(page, name)
    press(page, "Enter")
    expect(page).to_have_url(re.compile(address))


def serious(page):
    violations = Axe().run(page).response["violations"]
    return [fault["id"] for fault in violations if fault["impact"] in ("serious", "critical")]


def test_survey_of_maps_is_answered_by_keyboard_alone(visit, survey):
    page = visit("/en/surveys/places/answer/")
    use_tool(page, "Mark a point", "ArrowRight", "Enter")
    expect(page.get_by_role("radio", name="Good")).to_be_focused()
    press(page, "Space")
    assert serious(page) == []
    go_on(page, "Continue", "/qstep1/$")

    use_tool(page, "Draw a line", "Enter", "ArrowRight", "Enter")
    tab_to(page, "Finish")
    press(page, "Enter")
    answer(page, "To school")
    use_tool(page, "Draw an area", "Enter", "ArrowRight", "Enter", "ArrowDown", "Enter")
    tab_to(page, "Finish")
    press(page, "Enter")
    answer(page, "Home")
    assert serious(page) == []
    go_on(page, "Continue", "/qstep2/$")

    use_tool(page, "Mark a spot", "+", "ArrowRight", "Enter")
    answer(page, "More shade")
    assert serious(page) == []
    go_on(page, "Send the answers", "/done/")

    assert Response.objects.get().is_submitted
    stored = {
        feature.question: (feature.geometry and feature.geometry.geom_type, feature.answers)
        for feature in Feature.objects.all()
    }
    assert stored == {
        "qpoints": ("Point", {"qfeeling": {"chosen": ["qgood"]}}),
        "qlines": ("LineString", {"qwhy": "To school"}),
        "qareas": ("Polygon", {"qwhy": "Home"}),
        "qplan": (None, {"qwhy": "More shade"}),
    }
    spot = Feature.objects.get(question="qplan")
    assert 0.5 < spot.image_x < 0.6
    assert spot.image_y == pytest.approx(0.5, abs=0.01)


def test_marked_places_come_back_and_are_changed_not_doubled(visit, survey):
    page = visit("/en/surveys/places/answer/")
    use_tool(page, "Mark a point", "Enter")
    page.get_by_role("radio", name="Good").check()
    page.get_by_role("button", name="Continue").last.click()
    expect(page).to_have_url(re.compile("/qstep1/$"))
    before = Feature.objects.get()
    page.get_by_role("button", name="Back").click()
    expect(page.locator(".sign")).to_have_count(1)
    page.get_by_role("button", name=re.compile("Move on the map: Point 1")).click()
    press(page, "Shift+ArrowUp", "Enter")
    page.get_by_role("button", name="Continue").last.click()
    expect(page).to_have_url(re.compile("/qstep1/$"))
    after = Feature.objects.get()
    assert after.pk == before.pk
    assert after.geometry.y > before.geometry.y
    assert after.answers == {"qfeeling": {"chosen": ["qgood"]}}


def test_places_marked_but_not_sent_are_there_after_the_page_was_lost(visit, survey):
    page = visit("/en/surveys/places/answer/")
    use_tool(page, "Mark a point", "Enter")
    page.get_by_role("radio", name="Bad").check()
    tab_to(page, "Done with this place")
    press(page, "Enter")
    page.reload()
    expect(page.locator("[data-mark]")).to_have_count(1)
    expect(page.locator("[data-mark-summary]")).to_have_text("Bad")
    expect(page.locator(".sign")).to_have_count(1)


def test_line_that_lacks_its_finish_is_finished_by_going_on(visit, survey):
    page = visit("/en/surveys/places/answer/")
    page.get_by_role("button", name="Continue").last.click()
    expect(page).to_have_url(re.compile("/qstep1/$"))
    use_tool(page, "Draw a line", "Enter", "ArrowRight", "Enter")
    page.get_by_role("button", name="Continue").last.click()
    expect(page).to_have_url(re.compile("/qstep2/$"))
    assert Feature.objects.get().geometry.geom_type == "LineString"


def test_spot_outside_the_image_is_refused_and_words_will_do(visit, survey):
    page = visit("/en/surveys/places/answer/")
    for step in ("1", "2"):
        page.get_by_role("button", name="Continue").last.click()
        expect(page).to_have_url(re.compile(f"/qstep{step}/$"))
    use_tool(page, "Mark a spot", *["Shift+ArrowLeft"] * 4, "Enter")
    status = page.locator("[data-status]")
    expect(status).to_have_text("This is outside the image. Move the image back.")
    press(page, "Escape")
    page.get_by_role("button", name="describe the spot in words").click()
    page.keyboard.type("The upper corner")
    page.get_by_role("button", name="Send the answers").last.click()
    expect(page).to_have_url(re.compile("/done/"))
    feature = Feature.objects.get()
    assert (feature.words, feature.image_x) == ("The upper corner", None)


def test_what_is_asked_of_a_place_follows_the_answers_about_it(visit, transactional_db):
    why = WHY | {"show_when": [[{"question": "qfeeling", "test": "chosen", "value": "qbad"}]]}
    now = timezone.now()
    make_survey(
        "feelings",
        document={"steps": [{"questions": [POINTS | {"follow_ups": [FEELING, why]}]}]},
        open_at=now - timedelta(days=1),
        close_at=now + timedelta(days=9),
    )
    page = visit("/en/surveys/feelings/answer/")
    question = page.locator("[data-marking]")
    question.locator("[data-map-canvas]").click(position={"x": 100, "y": 100})
    question.locator("[data-map-canvas]").click(position={"x": 250, "y": 150})
    rows = question.locator("[data-mark]")
    rows.nth(1).get_by_role("radio", name="Bad").check()
    expect(rows.nth(1).get_by_label("Why?")).to_be_visible()
    question.get_by_role("button", name="Answers: Point 1").click()
    expect(rows.nth(0).get_by_label("Why?")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_steps_of_maps_fit_their_width(visit, page, survey, width):
    page.set_viewport_size({"width": width, "height": 800})
    visit("/fi/surveys/places/answer/")
    for step in ("1", "2"):
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.locator(".answering__next").click()
        expect(page).to_have_url(re.compile(f"/qstep{step}/$"))
    page.locator(".leaflet-map-pane").wait_for(state="attached")
    assert page.evaluate("document.documentElement.scrollWidth") == width
