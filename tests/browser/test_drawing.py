"""Drawing on the map by keyboard, mouse and touch; result maps; all on the bare page of drawing_page.py."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.urls("tests.browser.drawing_page")

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def server():
    """A live server without a database, which these pages do not need: emptying it takes seconds a test."""
    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def visit(page, server):
    """Opens an address of the test page."""

    def go(address):
        page.goto(server.url + address)
        return page

    return go


def canvas(page):
    return page.locator("[data-map-canvas]")


def status(page):
    return page.locator("[data-status]")


def ready(page):
    """Waits until the map is there."""
    canvas(page).locator(".leaflet-map-pane").wait_for(state="attached")
    return page


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def tab_to(page, name):
    """Tabs forward, as a person without a mouse does, until the named element has focus."""
    focused = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
    for _attempt in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(focused).startswith(name):
            return
    raise AssertionError(f"no tab stop called {name}")


def sent(page):
    """What the server understood after the form is sent by keyboard."""
    tab_to(page, "Send")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    text = page.locator("output").text_content()
    return json.loads(text) if text.startswith("{") else text


def test_point_by_keyboard(visit):
    page = ready(visit("/draw/"))
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


def test_line_by_keyboard(visit):
    page = ready(visit("/draw/"))
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


def test_area_by_keyboard_closes_at_its_first_point(visit):
    page = ready(visit("/draw/"))
    tab_to(page, "Area")
    press(page, "Enter", "+", "+", "+")
    for way, steps in (("ArrowRight", 2), ("ArrowDown", 1), ("ArrowLeft", 2), ("ArrowUp", 1)):
        press(page, "Enter", *[f"Shift+{way}"] * steps)
    press(page, "Enter")
    expect(status(page)).to_have_text("Area finished: about 31 football pitches.")
    area = sent(page)
    assert area["type"] == "Polygon"
    assert len(area["coordinates"][0]) == 5


def test_edit_and_delete_by_keyboard(visit):
    page = ready(visit("/draw/"))
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


def test_cancelled_edit_leaves_the_shape_as_it_was(visit):
    page = ready(visit("/draw/"))
    tab_to(page, "Line")
    press(page, "Enter", "Enter", "ArrowRight", "Enter")
    page.get_by_role("button", name="Finish").click()
    before = page.locator("#id_place").input_value()
    page.get_by_role("button", name="Edit").click()
    press(page, "ArrowUp", "Enter", "Escape")
    expect(status(page)).to_have_text("Changes cancelled.")
    expect(page.locator("#id_place")).to_have_value(before)


def test_escape_frees_focus_and_the_drawing_can_be_brought_back(visit):
    page = ready(visit("/draw/"))
    tab_to(page, "Line")
    press(page, "Enter", "Enter", "ArrowRight", "Enter", "Escape")
    expect(page.get_by_role("button", name="Line", exact=True)).to_be_focused()
    expect(page.locator(".map-vertex")).to_have_count(0)
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator(".map-vertex")).to_have_count(2)


def test_new_drawing_replaces_the_old_only_when_finished(visit):
    page = ready(visit("/draw/"))
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


def test_crossing_edge_is_refused_and_can_be_mended(visit):
    page = ready(visit("/draw/"))
    tab_to(page, "Area")
    press(page, "Enter", "Enter", "Shift+ArrowRight", "Enter", "Shift+ArrowUp", "Shift+ArrowLeft", "Enter")
    press(page, "Shift+ArrowRight", "Enter")
    page.get_by_role("button", name="Finish").click()
    expect(status(page)).to_contain_text("crosses itself")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Finish").click()
    expect(status(page)).to_contain_text("Area finished")


def test_place_outside_the_service_area_is_refused(visit):
    page = ready(visit("/draw/"))
    tab_to(page, "Point")
    press(page, "Enter", "-", "-", "-", *["Shift+ArrowRight"] * 4, "Enter")
    expect(status(page)).to_contain_text("outside the area of this service")
    expect(page.locator("#id_place")).to_have_value("")


def test_too_far_out_offers_to_zoom_in(visit):
    page = ready(visit("/draw/?min_zoom=15"))
    tab_to(page, "Point")
    press(page, "Enter", "Enter")
    expect(status(page)).to_have_text("Zoom in closer to mark the place exactly.")
    page.locator("[data-offer]").get_by_role("button", name="Zoom in").click()
    press(page, "Enter")
    expect(status(page)).to_have_text("Point finished.")


def test_unfinished_drawing_is_finished_by_sending_or_asked_about(visit):
    page = ready(visit("/draw/"))
    tab_to(page, "Line")
    press(page, "Enter", "Enter")
    tab_to(page, "Send")
    press(page, "Enter")
    expect(status(page)).to_contain_text("not finished")
    expect(canvas(page)).to_be_focused()
    press(page, "ArrowRight", "Enter")
    assert sent(page)["type"] == "LineString"


def test_mouse_places_and_drags(visit):
    page = ready(visit("/draw/"))
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


def test_double_click_finishes_a_line(visit):
    page = ready(visit("/draw/"))
    page.get_by_role("button", name="Line", exact=True).click()
    canvas(page).click(position={"x": 200, "y": 100})
    canvas(page).dblclick(position={"x": 300, "y": 150})
    expect(status(page)).to_contain_text("Line finished")
    assert len(json.loads(page.locator("#id_place").input_value())["coordinates"]) == 2


def test_mouse_click_without_a_tool_marks_a_point(visit):
    page = ready(visit("/draw/"))
    canvas(page).click(position={"x": 200, "y": 150})
    expect(status(page)).to_have_text("Point finished.")
    assert json.loads(page.locator("#id_place").input_value())["type"] == "Point"


class TestPhone:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return browser_context_args | PHONE

    def test_tap_draws_a_line(self, visit):
        page = ready(visit("/draw/"))
        page.get_by_role("button", name="Line", exact=True).tap()
        canvas(page).tap(position={"x": 100, "y": 120})
        canvas(page).tap(position={"x": 200, "y": 180})
        page.get_by_role("button", name="Finish").tap()
        expect(status(page)).to_contain_text("Line finished")
        assert len(json.loads(page.locator("#id_place").input_value())["coordinates"]) == 2

    def test_button_adds_a_point_at_the_cross(self, visit):
        page = ready(visit("/draw/?tools=point"))
        page.get_by_role("button", name="Point", exact=True).tap()
        page.get_by_role("button", name="Add point here").tap()
        expect(status(page)).to_have_text("Point finished.")

    def test_page_scrolls_under_one_finger_until_the_map_is_in_use(self, visit):
        page = ready(visit("/draw/"))
        touch_action = "element => getComputedStyle(element).touchAction"
        assert canvas(page).evaluate(touch_action) == "pan-x pan-y"
        page.get_by_role("button", name="Line", exact=True).tap()
        assert canvas(page).evaluate(touch_action) == "none"
        page.get_by_role("button", name="Cancel").tap()
        assert canvas(page).evaluate(touch_action) == "pan-x pan-y"

    def test_everything_fits_and_is_large_enough_to_touch(self, visit):
        page = ready(visit("/draw/"))
        page.get_by_role("button", name="Line", exact=True).tap()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.get_by_label("Find a place on the map").fill("Kallio")
        page.get_by_role("button", name="Search").tap()
        for control in page.locator(
            ".map-tools button, .map-actions button, .map-zoom button, .map-search li button"
        ).all():
            assert control.bounding_box()["height"] >= 48


def test_search_by_name_moves_the_map_and_says_so(visit):
    page = ready(visit("/draw/"))
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


@pytest.mark.parametrize(
    "text", ["60.1841, 24.9495", "60,1841 24,9495", "24.9495 60.1841", "60.1841,24.9495"]
)
def test_search_understands_coordinates(visit, text):
    page = ready(visit("/draw/"))
    page.get_by_label("Find a place on the map").fill(text)
    press(page, "Enter")
    expect(canvas(page)).to_be_focused()
    press(page, "Enter")
    assert sent(page)["coordinates"] == pytest.approx([24.9495, 60.1841], abs=1e-4)


def test_search_that_finds_nothing_or_fails_says_so(visit):
    page = ready(visit("/draw/"))
    search = page.get_by_label("Find a place on the map")
    search.fill("Atlantis")
    press(page, "Enter")
    expect(status(page)).to_contain_text("No place was found")
    page.route("**/places.json*", lambda route: route.abort())
    press(page, "Enter")
    expect(status(page)).to_contain_text("does not work right now")


def test_map_works_when_tiles_cannot_be_fetched(visit, page):
    page.route("**/tile.openstreetmap.org/**", lambda route: route.abort())
    ready(visit("/draw/"))
    expect(page.locator(".map-notice")).to_contain_text("cannot be shown right now")
    tab_to(page, "Point")
    press(page, "Enter", "Enter")
    assert sent(page)["type"] == "Point"


def test_no_tile_is_asked_for_before_the_map_is_near(visit, tile_requests):
    page = visit("/draw/?below")
    page.wait_for_load_state("networkidle")
    assert tile_requests == []
    page.locator("[data-map]").scroll_into_view_if_needed()
    ready(page)
    expect(page.locator(".leaflet-tile-loaded").first).to_be_attached()
    assert tile_requests


def test_refused_drawing_is_back_on_the_map(visit):
    page = ready(visit("/draw/"))
    crossing = [[24.94, 60.17], [24.95, 60.18], [24.95, 60.17], [24.94, 60.18], [24.94, 60.17]]
    text = json.dumps({"type": "Polygon", "coordinates": [crossing]})
    page.locator("#id_place").evaluate("(field, text) => { field.value = text; }", text)
    page.get_by_role("button", name="Send").click()
    ready(page)
    expect(page.locator(".errorlist")).to_contain_text("crosses itself")
    expect(page.locator("#id_place")).to_have_value(text)
    expect(page.get_by_role("button", name="Edit: Area")).to_be_visible()


def test_nonsense_is_kept_and_explained(visit):
    page = ready(visit("/draw/"))
    page.locator("#id_place").evaluate("field => { field.value = 'nonsense'; }")
    page.get_by_role("button", name="Send").click()
    ready(page)
    expect(page.locator("#id_place")).to_have_value("nonsense")
    expect(status(page)).to_contain_text("cannot be shown on the map")


def test_without_javascript_the_map_is_not_there(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/draw/")
    expect(page.locator("[data-map]")).to_be_hidden()
    expect(page.get_by_role("button", name="Send")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "address", ["/draw/?outline", "/area/", "/results/", "/results/?kind=hearings", "/shown/"]
)
def test_maps_have_no_serious_accessibility_faults(visit, address):
    page = ready(visit(address))
    if "draw" in address:
        page.get_by_role("button", name="Line", exact=True).click()
        press(page, "Enter", "ArrowRight", "Enter")
    violations = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in violations if fault["impact"] in ("serious", "critical")] == []


def test_planner_draws_two_areas_and_deletes_one(visit):
    page = ready(visit("/area/"))
    for start in ("ArrowLeft", "ArrowRight"):
        page.get_by_role("button", name="Area", exact=True).click()
        press(page, *[f"Shift+{start}"] * 2, "Enter", "ArrowUp", "Enter", "ArrowRight", "Enter")
        page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("button", name="Edit: Area 2")).to_be_visible()
    assert len(json.loads(page.locator("#id_area").input_value())["coordinates"]) == 2
    page.get_by_role("button", name="Delete: Area 1").click()
    page.get_by_role("button", name="Send").click()
    area = json.loads(page.locator("output").text_content())
    assert area["type"] == "MultiPolygon"
    assert len(area["coordinates"]) == 1


def upload(page, document):
    content = json.dumps(document).encode()
    file = {"name": "area.geojson", "mimeType": "application/geo+json", "buffer": content}
    page.get_by_label("Or take the area from a GeoJSON file").set_input_files(file)


def test_planner_uploads_an_area_and_edits_it(visit):
    page = ready(visit("/area/"))
    ring = [[24.94, 60.17], [24.95, 60.17], [24.95, 60.18], [24.94, 60.18], [24.94, 60.17]]
    upload(
        page, {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    )
    expect(status(page)).to_have_text("The file was read.")
    page.get_by_role("button", name="Edit: Area 1").click()
    press(page, "Delete")
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Send").click()
    area = json.loads(page.locator("output").text_content())
    assert len(area["coordinates"][0][0]) == 4


def test_planner_uploads_an_area_in_the_citys_own_coordinates(visit):
    page = ready(visit("/area/"))
    ring = [[25496000, 6672000], [25497000, 6672000], [25497000, 6673000], [25496000, 6672000]]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3879"}}
    upload(page, {"type": "Polygon", "coordinates": [ring], "crs": crs})
    expect(status(page)).to_contain_text("when you have saved")
    page.get_by_role("button", name="Send").click()
    area = json.loads(page.locator("output").text_content())
    assert area["coordinates"][0][0][0] == pytest.approx([24.928, 60.158], abs=1e-2)


def test_planner_is_told_that_a_file_is_not_geojson(visit):
    page = ready(visit("/area/"))
    upload(page, "not an area")
    expect(status(page)).to_contain_text("could not be read")


def test_results_by_keyboard_from_cluster_to_comment(visit):
    page = ready(visit("/results/"))
    expect(page.locator("[data-status]")).to_have_text("24 comments on this part of the map.")
    tab_to(page, "24 comments here. Zoom in.")
    press(page, "Enter")
    expect(page.get_by_role("button", name="Comment: Tästä")).to_have_count(3)
    tab_to(page, "Comment: Tästä <b>1</b>")
    press(page, "Enter")
    expect(page.get_by_role("link", name="Read the comment")).to_be_focused()
    expect(page.locator(".map-popup [lang=fi]")).to_have_text("Tästä <b>1</b>")
    press(page, "Escape")
    expect(page.get_by_role("button", name="Comment: Tästä <b>1</b>")).to_be_focused()


def test_results_ask_for_what_is_in_view_and_keep_the_filters(visit):
    page = visit("/results/")
    with page.expect_request(re.compile("comments.json")) as first:
        ready(page)
        press(page, "Tab", "+")
    assert re.search(r"label=parks&bbox=24\.\d+%2C60\.\d+%2C2\d\.\d+%2C60\.\d+&zoom=\d+$", first.value.url)


def test_hearings_are_told_apart_by_words_and_form(visit):
    page = ready(visit("/results/?kind=hearings"))
    for number, status_text in enumerate(("Open", "Upcoming", "Closed")):
        expect(page.get_by_role("button", name=f"Plan {number}. {status_text}")).to_be_attached()
    dashes = "path => getComputedStyle(path).strokeDasharray"
    assert len({path.evaluate(dashes) for path in page.locator("path.map-result").all()}) == 3
