"""Map questions by keyboard, mouse and touch, on the step of marking_page.py: everyone can answer them."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.map_hands import PHONE, press, tab_to

pytestmark = pytest.mark.urls("tests.browser.marking_page")


def asked(page, number=0):
    """The question, once its map is there."""
    question = page.locator("[data-marking]").nth(number)
    question.scroll_into_view_if_needed()
    question.locator(".leaflet-map-pane").wait_for(state="attached")
    return question


def status(question):
    return question.locator("[data-status]")


def rows(question):
    return question.locator("[data-mark]")


def canvas(question):
    return question.locator("[data-map-canvas]")


def tap_point(question, x, y):
    canvas(question).tap(position={"x": x, "y": y})


def click_point(question, x, y):
    canvas(question).click(position={"x": x, "y": y})


def sent(page):
    """What the server understood, by question."""
    with page.expect_navigation():
        page.get_by_role("button", name="Send").click()
    text = page.locator("output").text_content()
    return json.loads(text) if text.startswith("{") else text


def drawn(page, number, tool, *keys):
    """Draws by keyboard from the question's tool on."""
    tab_to(page, tool)
    press(page, "Enter", *keys)
    return asked(page, number)


def test_point_line_and_area_with_follow_ups_by_keyboard_alone(visit_map):
    page = visit_map("/step/?ask=all")
    points = drawn(page, 0, "Mark a point", "ArrowRight", "Enter")
    expect(status(points)).to_have_text("Point 1 finished. 1 of at most 3 marked. Now answer the questions about it.")
    expect(points.get_by_role("radio", name="Good")).to_be_focused()
    press(page, "Space")
    tab_to(page, "Done with this place")
    press(page, "Enter")
    expect(points.get_by_role("button", name="Mark a point")).to_be_focused()
    expect(points.locator("[data-mark-summary]")).to_have_text("Good")

    lines = drawn(page, 1, "Draw a line", "Enter", "ArrowRight", "Enter", "ArrowDown", "Enter")
    tab_to(page, "Finish")
    press(page, "Enter")
    expect(lines.get_by_label("Why?").first).to_be_focused()
    page.keyboard.type("To school")

    areas = drawn(page, 2, "Draw an area", "+", "+", "Enter", "Shift+ArrowRight", "Enter", "Shift+ArrowDown", "Enter")
    tab_to(page, "Finish")
    press(page, "Enter")
    expect(areas.get_by_label("Why?").first).to_be_focused()
    expect(areas.locator("[data-mark-size]")).to_contain_text("football pitches")
    page.keyboard.type("Home")

    answers = sent(page)
    told = {key: [(mark["place"]["type"], mark["answers"]) for mark in marks] for key, marks in answers.items()}
    assert told == {
        "qpoints": [("Point", {"qfeeling": {"chosen": ["qgood"]}})],
        "qlines": [("LineString", {"qwhy": "To school"})],
        "qareas": [("Polygon", {"qwhy": "Home"})],
    }
    effort = answers["qlines"][0]["effort"]
    assert {name: effort[name] for name in ("zoom", "vertices", "edits", "input", "layers")} == {
        "zoom": 12,
        "vertices": 3,
        "edits": 0,
        "input": "keyboard",
        "layers": [],
    }


def test_place_is_moved_deleted_and_brought_back_by_keyboard(visit_map):
    page = visit_map("/step/?ask=plain")
    question = drawn(page, 0, "Mark a point", "Enter", "ArrowRight", "ArrowRight", "Enter")
    expect(status(question)).to_have_text("Point 2 finished. 2 of at most 3 marked.")
    expect(canvas(question)).to_be_focused()
    before = rows(question).nth(0).locator("[data-mark-geometry]").input_value()
    tab_to(page, "Move on the map: Point 1")
    press(page, "Enter", "ArrowUp", "Enter")
    expect(question.get_by_role("button", name="Move on the map: Point 1")).to_be_focused()
    after = rows(question).nth(0).locator("[data-mark-geometry]").input_value()
    assert json.loads(after)["coordinates"][1] > json.loads(before)["coordinates"][1]

    tab_to(page, "Delete: Point 1")
    press(page, "Enter")
    expect(status(question)).to_have_text("Point 1 (Kallio) deleted. 1 of at most 3 marked.")
    expect(question.locator(".sign")).to_have_count(1)
    expect(question.get_by_role("button", name="Bring it back: Point 1 (Kallio)")).to_be_focused()
    press(page, "Enter")
    expect(status(question)).to_have_text("Point 1 (Kallio) was brought back. 2 of at most 3 marked.")
    expect(question.locator(".sign")).to_have_count(2)
    first, second = sent(page)["qpoints"]
    assert (first["effort"]["edits"], second["effort"]["edits"]) == (2, 0)


def test_deleted_place_is_not_sent(visit_map):
    page = visit_map("/step/?ask=plain")
    question = drawn(page, 0, "Mark a point", "Enter", "ArrowRight", "ArrowRight", "Enter")
    question.get_by_role("button", name="Delete: Point 1").click()
    [left] = sent(page)["qpoints"]
    assert left["place"]["coordinates"][0] > 24.95


def test_no_more_can_be_marked_than_asked_for(visit_map):
    page = visit_map("/step/?ask=plain")
    question = asked(page)
    for x in (100, 200, 300):
        click_point(question, x, 100)
    expect(question.locator("[data-prompt]")).to_have_text(
        "You have marked as many places as you can. Delete one to mark another."
    )
    click_point(question, 400, 100)
    expect(rows(question)).to_have_count(3)
    expect(question.get_by_role("button", name="Mark a point")).to_have_attribute("aria-disabled", "true")
    question.get_by_role("button", name="describe the place in words").click(force=True)
    expect(rows(question)).to_have_count(3)


def test_mark_on_the_map_and_its_row_open_each_other(visit_map):
    page = visit_map("/step/?ask=points")
    question = asked(page)
    click_point(question, 200, 200)
    click_point(question, 300, 250)
    expect(rows(question).nth(1)).to_contain_class("is-open")
    expect(question.locator(".sign.is-chosen text")).to_have_text("2")
    question.locator(".sign").first.click()
    expect(rows(question).nth(0)).to_contain_class("is-open")
    expect(question.locator(".sign.is-chosen text")).to_have_text("1")
    question.get_by_role("button", name="Answers: Point 2").click()
    expect(question.locator(".sign.is-chosen text")).to_have_text("2")


def test_too_far_out_offers_to_zoom_in(visit_map):
    page = visit_map("/step/?ask=zoom")
    question = drawn(page, 0, "Mark a point", "Enter")
    expect(status(question)).to_have_text("Zoom in closer to mark the place exactly.")
    expect(rows(question)).to_have_count(0)
    question.locator("[data-offer]").get_by_role("button", name="Zoom in").click()
    press(page, "Enter")
    question.get_by_role("radio", name="Bad").check()
    assert sent(page)["qpoints"][0]["effort"]["zoom"] == 15


def test_place_outside_the_allowed_area_is_refused_with_words(visit_map):
    page = visit_map("/step/?ask=mask")
    question = asked(page)
    click_point(question, 10, 10)
    expect(status(question)).to_have_text(
        "This place is outside the area that the question is about. Mark a place in the light area."
    )
    expect(rows(question)).to_have_count(0)
    question.get_by_role("button", name="Show the area").click()
    expect(canvas(question)).to_be_focused()
    press(page, "Enter")
    expect(rows(question)).to_have_count(1)


def test_line_that_leaves_the_allowed_area_can_be_mended(visit_map):
    page = visit_map("/step/?ask=lines in mask")
    question = drawn(page, 0, "Draw a line", "Enter", "ArrowRight", "Enter", *["Shift+ArrowRight"] * 4, "Enter")
    expect(status(question)).to_contain_text("outside the area")
    tab_to(page, "Finish")
    press(page, "Enter")
    expect(rows(question)).to_have_count(1)


def test_place_in_words_is_answered_like_the_others_and_can_be_marked_later(visit_map):
    page = visit_map("/step/?ask=points")
    question = asked(page)
    tab_to(page, "I can't or don't want to mark on the map")
    press(page, "Enter")
    expect(question.get_by_label("The place in words")).to_be_focused()
    page.keyboard.type("Behind the school")
    question.get_by_role("radio", name="Bad").check()
    [told] = sent(page)["qpoints"]
    assert told == {
        "place": None,
        "given": "",
        "words": "Behind the school",
        "answers": {"qfeeling": {"chosen": ["qbad"]}},
        "effort": {"input": "words"},
    }
    question = asked(page)
    question.get_by_role("button", name="Mark on the map: Point 1, in words").click()
    press(page, "Enter")
    expect(question.locator("[data-mark-name]")).to_have_text("Point 1 (Kallio)")
    [told] = sent(page)["qpoints"]
    assert (told["place"]["type"], told["words"]) == ("Point", "Behind the school")


def test_search_by_name_is_known_as_the_way_of_marking(visit_map):
    page = visit_map("/step/?ask=plain")
    question = asked(page)
    question.get_by_label("Find a place on the map").fill("kal")
    press(page, "Enter")
    question.get_by_role("button", name="Kallio").click()
    press(page, "Enter")
    [told] = sent(page)["qpoints"]
    assert (told["effort"]["input"], told["effort"]["zoom"]) == ("search", 16)
    assert told["place"]["coordinates"] == pytest.approx([24.9495, 60.1841], abs=1e-4)


def test_refused_places_are_on_the_map_again_with_the_error_in_their_row(visit_map):
    page = visit_map("/step/?ask=points")
    question = asked(page)
    click_point(question, 200, 200)
    click_point(question, 300, 250)
    question.get_by_role("radio", name="Good").last.check()
    assert sent(page) == "refused"
    question = asked(page)
    expect(question.locator(".sign")).to_have_count(2)
    expect(rows(question).nth(0)).to_contain_class("is-open")
    expect(rows(question).nth(0).locator(".errorlist")).to_be_visible()
    expect(rows(question).nth(1).locator("[data-mark-summary]")).to_have_text("Good")
    rows(question).nth(0).get_by_role("radio", name="Bad").check()
    assert [mark["answers"]["qfeeling"]["chosen"] for mark in sent(page)["qpoints"]] == [["qbad"], ["qgood"]]


def test_unfinished_drawing_is_not_lost_by_sending(visit_map):
    page = visit_map("/step/?ask=lines in mask")
    question = drawn(page, 0, "Draw a line", "Enter")
    page.get_by_role("button", name="Send").click()
    expect(status(question)).to_contain_text("not finished")
    expect(canvas(question)).to_be_focused()
    press(page, "ArrowRight", "Enter")
    assert sent(page)["qlines"][0]["place"]["type"] == "LineString"


def test_escape_leaves_the_drawing_and_frees_focus(visit_map):
    page = visit_map("/step/?ask=all")
    question = drawn(page, 1, "Draw a line", "Enter", "ArrowRight", "Enter", "Escape")
    expect(question.get_by_role("button", name="Draw a line")).to_be_focused()
    expect(rows(question)).to_have_count(0)
    tab_to(page, "Draw an area")


def test_maps_are_built_only_when_they_are_near(visit_map):
    page = visit_map("/step/?ask=all")
    asked(page, 0)
    expect(page.locator("[data-marking]").nth(2).locator(".leaflet-map-pane")).to_have_count(0)
    asked(page, 2)


class TestGivenPlaces:
    def test_list_alone_is_enough_for_a_keyboard(self, visit_map):
        page = visit_map("/step/?ask=places")
        question = asked(page)
        expect(question.get_by_label("Why?").first).to_be_hidden()
        question.get_by_role("checkbox", name="Park 2").focus()
        press(page, "Space")
        expect(status(question)).to_have_text("Chosen: Park 2. 1 of at most 2 chosen.")
        press(page, "Tab")
        expect(question.get_by_label("Why?").nth(1)).to_be_focused()
        page.keyboard.type("Swings")
        [told] = sent(page)["qplaces"]
        assert (told["given"], told["answers"], told["effort"]["input"]) == ("park2", {"qwhy": "Swings"}, "list")

    def test_pressing_on_the_map_is_the_same_as_on_the_list(self, visit_map):
        page = visit_map("/step/?ask=places")
        question = asked(page)
        question.locator(".sign", has_text="5").first.click()
        expect(question.get_by_role("checkbox", name="Park 5")).to_be_checked()
        question.get_by_role("checkbox", name="Park 6").check()
        expect(question.locator(".sign.is-chosen")).to_have_count(2)
        question.get_by_role("checkbox", name="Park 7").click()
        expect(question.get_by_role("checkbox", name="Park 7")).not_to_be_checked()
        expect(status(question)).to_have_text(
            "You have chosen as many places as you can. Take one away to choose another."
        )
        assert [mark["effort"]["input"] for mark in sent(page)["qplaces"]] == ["mouse", "list"]

    def test_long_list_is_searched(self, visit_map):
        page = visit_map("/step/?ask=places")
        question = asked(page)
        question.get_by_label("Find on the list").fill("park 12")
        expect(status(question)).to_have_text("1 place on the list.")
        expect(question.get_by_role("checkbox")).to_have_count(1)
        question.get_by_role("checkbox").check()
        question.get_by_label("Find on the list").fill("zzz")
        expect(question.get_by_role("checkbox", name="Park 12")).to_be_visible()


class TestPhone:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return browser_context_args | PHONE

    def test_points_by_touch(self, visit_map):
        page = visit_map("/step/?ask=points")
        question = asked(page)
        question.get_by_role("button", name="Mark a point").tap()
        expect(status(question)).to_have_text(
            "Marking a point. Press the map where it should be, or move the map under the cross and press the button."
        )
        tap_point(question, 150, 150)
        # Not a field: a keyboard would cover the question.
        expect(rows(question).locator("fieldset").first).to_be_focused()
        question.get_by_role("radio", name="Good").check()
        question.get_by_role("button", name="Done with this place").tap()
        expect(question.get_by_role("button", name="Mark a point")).to_be_focused()
        [told] = sent(page)["qpoints"]
        assert told["effort"]["input"] == "touch"

    def test_page_scrolls_under_one_finger_before_drawing(self, visit_map):
        question = asked(visit_map("/step/?ask=lines in mask"))
        touch_action = "element => getComputedStyle(element).touchAction"
        assert canvas(question).evaluate(touch_action) == "pan-x pan-y"
        question.get_by_role("button", name="Draw a line").tap()
        assert canvas(question).evaluate(touch_action) == "none"

    def test_everything_fits_and_is_large_enough_to_touch(self, visit_map):
        page = visit_map("/step/?ask=all")
        for number, tool in enumerate(("Mark a point", "Draw a line", "Draw an area")):
            question = asked(page, number)
            question.get_by_role("button", name=tool).tap()
            for x, y in ((60, 80), (200, 100), (120, 220))[: 1 if number == 0 else 3]:
                tap_point(question, x, y)
            if number:
                question.get_by_role("button", name="Finish").tap()
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        buttons = page.locator(".mark__choices button:visible, .mark__end button:visible, .marks__words button").all()
        assert min(button.bounding_box()["height"] for button in buttons) >= 48


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("ask", ["all", "mask", "places"])
def test_questions_have_no_serious_accessibility_fault(visit_map, page, ask, width):
    page.set_viewport_size({"width": width, "height": 900})
    visit_map(f"/step/?ask={ask}")
    question = asked(page)
    if ask == "places":
        question.get_by_role("checkbox", name="Park 3").check()
    else:
        canvas(question).click()
        question.get_by_role("button", name="describe the place in words").click()
    violations = Axe().run(page).response["violations"]
    serious = [fault for fault in violations if fault["impact"] in ("serious", "critical")]
    assert [(fault["id"], [node["html"][:120] for node in fault["nodes"]]) for fault in serious] == []


class TestWithoutJavaScript:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return browser_context_args | {"java_script_enabled": False}

    def test_places_are_described_in_words(self, visit_map):
        page = visit_map("/step/?ask=points")
        expect(page.locator("[data-map]")).to_be_hidden()
        page.get_by_label("The place in words").first.fill("Behind the school")
        page.get_by_role("radio", name="Good").first.check()
        [told] = sent(page)["qpoints"]
        assert (told["words"], told["answers"]) == ("Behind the school", {"qfeeling": {"chosen": ["qgood"]}})
        page.get_by_label("Leave this place out").first.check()
        assert sent(page) == {}

    def test_given_places_are_chosen_from_the_list(self, visit_map):
        page = visit_map("/step/?ask=places")
        page.get_by_role("checkbox", name="Park 4").check()
        page.get_by_label("Why?").locator("visible=true").fill("Slides")
        [told] = sent(page)["qplaces"]
        assert (told["given"], told["answers"]) == ("park4", {"qwhy": "Slides"})
