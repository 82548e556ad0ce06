"""Drawing on the map by keyboard, mouse and touch, on the bare page of drawing_page.py."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.map_hands import PHONE, canvas, press, ready, sent, status, tab_to

pytestmark = pytest.mark.urls("tests.browser.drawing_page")


def test_point_by_keyboard(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Point")
    press(page, "Enter")
    expect(canvas(page)).to_be_focused()
    expect(status(page)).to_contain_text("Arrow keys move the map")
    press(page, "ArrowRight", "ArrowUp", "Enter")
    expect(status(page)).to_have_text("Point finished.")
    expect(page.get_by_role("button", name="Edit: Point")).to_be_focused()
    point = sent(page)
    assert point["type"] == "Point"
    # 24 pixels east and north of the map's centre at zoom level 12.
    assert point["coordinates"] == pytest.approx([24.945 + 0.00824, 60.185 + 0.0041], abs=2e-4)


def test_line_by_keyboard(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Line")
    press(page, "Enter", "Enter")
    expect(status(page)).to_have_text("Point 1 added.")
    press(page, "Enter")
    expect(status(page)).to_contain_text("already a point here")
    press(page, "ArrowRight", "Enter")
    expect(status(page)).to_have_text("Point 2 added. 460 metres from the previous one. You can finish now.")
    press(page, "Shift+ArrowDown", "Enter", "Backspace")
    expect(status(page)).to_have_text("Point 3 removed.")
    tab_to(page, "Finish")
    press(page, "Enter")
    expect(status(page)).to_have_text("Line finished: about 460 m.")
    line = sent(page)
    assert line["type"] == "LineString"
    assert len(line["coordinates"]) == 2


def test_area_by_keyboard_closes_at_its_first_point(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Area")
    press(page, "Enter", "+", "+", "+")
    for way, steps in (("ArrowRight", 2), ("ArrowDown", 1), ("ArrowLeft", 2), ("ArrowUp", 1)):
        press(page, "Enter", *[f"Shift+{way}"] * steps)
    press(page, "Enter")
    expect(status(page)).to_have_text("Area finished: about 31 football pitches.")
    area = sent(page)
    assert area["type"] == "Polygon"
    assert len(area["coordinates"][0]) == 5


def test_edit_and_delete_by_keyboard(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Line")
    press(page, "Enter", "Enter", "ArrowRight", "Enter", "ArrowRight", "Enter")
    tab_to(page, "Finish")
    press(page, "Enter")
    before = json.loads(page.locator("#id_place").input_value())
    press(page, "Enter")
    expect(status(page)).to_have_text("Editing. Point 1 of 3 is under the cross.")
    press(page, "PageDown", "ArrowUp", "Enter")
    expect(status(page)).to_have_text(re.compile(r"Point 2 moved \d+ metres\."))
    press(page, "PageDown", "Delete")
    expect(status(page)).to_have_text("Point removed. 2 left.")
    press(page, "Delete")
    expect(status(page)).to_contain_text("needs all its points")
    tab_to(page, "Finish")
    press(page, "Enter")
    after = json.loads(page.locator("#id_place").input_value())
    assert after["coordinates"][0] == before["coordinates"][0]
    assert after["coordinates"][1][1] > before["coordinates"][1][1]
    assert len(after["coordinates"]) == 2
    tab_to(page, "Delete: Line")
    press(page, "Enter")
    expect(status(page)).to_have_text("Line deleted.")
    expect(page.locator("#id_place")).to_have_value("")
    expect(page.get_by_role("button", name="Bring it back")).to_be_focused()
    press(page, "Enter")
    assert json.loads(page.locator("#id_place").input_value()) == after
    tab_to(page, "Delete: Line")
    press(page, "Enter")
    assert sent(page) == "nothing"


def test_cancelled_edit_leaves_the_shape_as_it_was(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Line")
    press(page, "Enter", "Enter", "ArrowRight", "Enter")
    page.get_by_role("button", name="Finish").click()
    before = page.locator("#id_place").input_value()
    page.get_by_role("button", name="Edit").click()
    press(page, "ArrowUp", "Enter", "Escape")
    expect(status(page)).to_have_text("Changes cancelled.")
    expect(page.locator("#id_place")).to_have_value(before)


def test_escape_frees_focus_and_the_drawing_can_be_brought_back(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Line")
    press(page, "Enter", "Enter", "ArrowRight", "Enter", "Escape")
    expect(page.get_by_role("button", name="Line", exact=True)).to_be_focused()
    expect(page.locator(".map-vertex")).to_have_count(0)
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator(".map-vertex")).to_have_count(2)


def test_new_drawing_replaces_the_old_only_when_finished(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Point")
    press(page, "Enter", "Enter")
    first = page.locator("#id_place").input_value()
    page.get_by_role("button", name="Line", exact=True).click()
    press(page, "ArrowRight", "Enter")
    expect(page.locator("#id_place")).to_have_value(first)
    press(page, "ArrowRight", "Enter")
    page.get_by_role("button", name="Finish").click()
    assert json.loads(page.locator("#id_place").input_value())["type"] == "LineString"
    expect(page.locator("[data-shapes] li")).to_have_count(1)


def test_crossing_edge_is_refused_and_can_be_mended(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Area")
    press(page, "Enter", "Enter", "Shift+ArrowRight", "Enter", "Shift+ArrowUp", "Shift+ArrowLeft", "Enter")
    press(page, "Shift+ArrowRight", "Enter")
    page.get_by_role("button", name="Finish").click()
    expect(status(page)).to_contain_text("crosses itself")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Finish").click()
    expect(status(page)).to_contain_text("Area finished")


def test_place_outside_the_service_area_is_refused(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Point")
    press(page, "Enter", "-", "-", "-", *["Shift+ArrowRight"] * 4, "Enter")
    expect(status(page)).to_contain_text("outside the area of this service")
    expect(page.locator("#id_place")).to_have_value("")


def test_too_far_out_offers_to_zoom_in(visit_map):
    page = ready(visit_map("/draw/?min_zoom=15"))
    tab_to(page, "Point")
    press(page, "Enter", "Enter")
    expect(status(page)).to_have_text("Zoom in closer to mark the place exactly.")
    page.locator("[data-offer]").get_by_role("button", name="Zoom in").click()
    press(page, "Enter")
    expect(status(page)).to_have_text("Point finished.")


def test_unfinished_drawing_is_finished_by_sending_or_asked_about(visit_map):
    page = ready(visit_map("/draw/"))
    tab_to(page, "Line")
    press(page, "Enter", "Enter")
    tab_to(page, "Send")
    press(page, "Enter")
    expect(status(page)).to_contain_text("not finished")
    expect(canvas(page)).to_be_focused()
    press(page, "ArrowRight", "Enter")
    assert sent(page)["type"] == "LineString"


def test_mouse_places_and_drags(visit_map):
    page = ready(visit_map("/draw/"))
    page.get_by_role("button", name="Area", exact=True).click()
    for x, y in ((200, 100), (300, 100), (300, 200)):
        canvas(page).click(position={"x": x, "y": y})
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Edit").click()
    before = page.locator("[data-shapes]").text_content()
    chosen = page.locator(".map-vertex.is-chosen").bounding_box()
    page.mouse.move(chosen["x"] + 13, chosen["y"] + 13)
    page.mouse.down()
    page.mouse.move(chosen["x"] - 60, chosen["y"] + 10, steps=5)
    page.mouse.up()
    expect(status(page)).to_contain_text("Point 1 moved")
    page.get_by_role("button", name="Finish").click()
    assert page.locator("[data-shapes]").text_content() != before


def test_double_click_finishes_a_line(visit_map):
    page = ready(visit_map("/draw/"))
    page.get_by_role("button", name="Line", exact=True).click()
    canvas(page).click(position={"x": 200, "y": 100})
    canvas(page).dblclick(position={"x": 300, "y": 150})
    expect(status(page)).to_contain_text("Line finished")
    assert len(json.loads(page.locator("#id_place").input_value())["coordinates"]) == 2


def test_mouse_click_without_a_tool_marks_a_point(visit_map):
    page = ready(visit_map("/draw/"))
    canvas(page).click(position={"x": 200, "y": 150})
    expect(status(page)).to_have_text("Point finished.")
    assert json.loads(page.locator("#id_place").input_value())["type"] == "Point"


class TestPhone:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return browser_context_args | PHONE

    def test_tap_draws_a_line(self, visit_map):
        page = ready(visit_map("/draw/"))
        page.get_by_role("button", name="Line", exact=True).tap()
        canvas(page).tap(position={"x": 100, "y": 120})
        canvas(page).tap(position={"x": 200, "y": 180})
        page.get_by_role("button", name="Finish").tap()
        expect(status(page)).to_contain_text("Line finished")
        assert len(json.loads(page.locator("#id_place").input_value())["coordinates"]) == 2

    def test_button_adds_a_point_at_the_cross(self, visit_map):
        page = ready(visit_map("/draw/?tools=point"))
        page.get_by_role("button", name="Point", exact=True).tap()
        page.get_by_role("button", name="Add point here").tap()
        expect(status(page)).to_have_text("Point finished.")

    def test_page_scrolls_under_one_finger_until_the_map_is_in_use(self, visit_map):
        page = ready(visit_map("/draw/"))
        touch_action = "element => getComputedStyle(element).touchAction"
        assert canvas(page).evaluate(touch_action) == "pan-x pan-y"
        page.get_by_role("button", name="Line", exact=True).tap()
        assert canvas(page).evaluate(touch_action) == "none"
        page.get_by_role("button", name="Cancel").tap()
        assert canvas(page).evaluate(touch_action) == "pan-x pan-y"

    def test_everything_fits_and_is_large_enough_to_touch(self, visit_map):
        page = ready(visit_map("/draw/"))
        page.get_by_role("button", name="Line", exact=True).tap()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.get_by_label("Find a place on the map").fill("Kallio")
        page.get_by_role("button", name="Search").tap()
        for control in page.locator(
            ".map-tools button, .map-actions button, .map-zoom button, .map-search li button"
        ).all():
            assert control.bounding_box()["height"] >= 48


def test_search_by_name_moves_the_map_and_says_so(visit_map):
    page = ready(visit_map("/draw/"))
    page.get_by_label("Find a place on the map").focus()
    page.keyboard.type("kal")
    press(page, "Enter")
    expect(status(page)).to_have_text("1 place found.")
    tab_to(page, "Kallio")
    press(page, "Enter")
    expect(status(page)).to_have_text("The cross is now at Kallio.")
    press(page, "ArrowRight")
    expect(status(page)).to_have_text(re.compile(r"Cross: \d+ metres to the east from Kallio\."))
    press(page, "ArrowLeft", "Enter")
    assert sent(page)["coordinates"] == pytest.approx([24.9495, 60.1841], abs=1e-4)


@pytest.mark.parametrize("text", ["60.1841, 24.9495", "60,1841 24,9495", "24.9495 60.1841", "60.1841,24.9495"])
def test_search_understands_coordinates(visit_map, text):
    page = ready(visit_map("/draw/"))
    page.get_by_label("Find a place on the map").fill(text)
    press(page, "Enter")
    expect(canvas(page)).to_be_focused()
    press(page, "Enter")
    assert sent(page)["coordinates"] == pytest.approx([24.9495, 60.1841], abs=1e-4)


def test_search_that_finds_nothing_or_fails_says_so(visit_map):
    page = ready(visit_map("/draw/"))
    search = page.get_by_label("Find a place on the map")
    search.fill("Atlantis")
    press(page, "Enter")
    expect(status(page)).to_contain_text("No place was found")
    page.route("**/places.json*", lambda route: route.abort())
    press(page, "Enter")
    expect(status(page)).to_contain_text("does not work right now")


def test_map_works_when_tiles_cannot_be_fetched(visit_map, page):
    page.route("**/tile.openstreetmap.org/**", lambda route: route.abort())
    ready(visit_map("/draw/"))
    expect(page.locator(".map-notice")).to_contain_text("cannot be shown right now")
    tab_to(page, "Point")
    press(page, "Enter", "Enter")
    assert sent(page)["type"] == "Point"


def test_no_tile_is_asked_for_before_the_map_is_near(visit_map, tile_requests):
    page = visit_map("/draw/?below")
    page.wait_for_load_state("networkidle")
    assert tile_requests == []
    page.locator("[data-map]").scroll_into_view_if_needed()
    ready(page)
    expect(page.locator(".leaflet-tile-loaded").first).to_be_attached()
    assert tile_requests


def test_refused_drawing_is_back_on_the_map(visit_map):
    page = ready(visit_map("/draw/"))
    crossing = [[24.94, 60.17], [24.95, 60.18], [24.95, 60.17], [24.94, 60.18], [24.94, 60.17]]
    text = json.dumps({"type": "Polygon", "coordinates": [crossing]})
    page.locator("#id_place").evaluate("(field, text) => { field.value = text; }", text)
    page.get_by_role("button", name="Send").click()
    ready(page)
    expect(page.locator(".errorlist")).to_contain_text("crosses itself")
    expect(page.locator("#id_place")).to_have_value(text)
    expect(page.get_by_role("button", name="Edit: Area")).to_be_visible()


def test_nonsense_is_kept_and_explained(visit_map):
    page = ready(visit_map("/draw/"))
    page.locator("#id_place").evaluate("field => { field.value = 'nonsense'; }")
    page.get_by_role("button", name="Send").click()
    ready(page)
    expect(page.locator("#id_place")).to_have_value("nonsense")
    expect(status(page)).to_contain_text("cannot be shown on the map")


def test_without_javascript_the_map_is_not_there(browser, map_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{map_server.url}/draw/")
    expect(page.locator("[data-map]")).to_be_hidden()
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    context.close()
