"""Areas by planners, maps of results, and the accessibility of all maps, on the page of drawing_page.py."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.map_hands import press, ready, status, tab_to

pytestmark = pytest.mark.urls("tests.browser.drawing_page")


@pytest.mark.parametrize("address", ["/draw/?outline", "/area/", "/results/", "/results/?kind=hearings", "/shown/"])
def test_maps_have_no_serious_accessibility_faults(visit_map, address):
    page = ready(visit_map(address))
    if "draw" in address:
        page.get_by_role("button", name="Line", exact=True).click()
        press(page, "Enter", "ArrowRight", "Enter")
    violations = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in violations if fault["impact"] in ("serious", "critical")] == []


def test_planner_draws_two_areas_and_deletes_one(visit_map):
    page = ready(visit_map("/area/"))
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


def test_planner_uploads_an_area_and_edits_it(visit_map):
    page = ready(visit_map("/area/"))
    ring = [[24.94, 60.17], [24.95, 60.17], [24.95, 60.18], [24.94, 60.18], [24.94, 60.17]]
    upload(page, {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}})
    expect(status(page)).to_have_text("The file was read.")
    page.get_by_role("button", name="Edit: Area 1").click()
    press(page, "Delete")
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Send").click()
    area = json.loads(page.locator("output").text_content())
    assert len(area["coordinates"][0][0]) == 4


def test_planner_uploads_an_area_in_the_citys_own_coordinates(visit_map):
    page = ready(visit_map("/area/"))
    ring = [[25496000, 6672000], [25497000, 6672000], [25497000, 6673000], [25496000, 6672000]]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3879"}}
    upload(page, {"type": "Polygon", "coordinates": [ring], "crs": crs})
    expect(status(page)).to_contain_text("when you have saved")
    page.get_by_role("button", name="Send").click()
    area = json.loads(page.locator("output").text_content())
    assert area["coordinates"][0][0][0] == pytest.approx([24.928, 60.158], abs=1e-2)


def test_planner_is_told_that_a_file_is_not_geojson(visit_map):
    page = ready(visit_map("/area/"))
    upload(page, "not an area")
    expect(status(page)).to_contain_text("could not be read")


def test_results_by_keyboard_from_cluster_to_comment(visit_map):
    page = ready(visit_map("/results/"))
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


def test_results_ask_for_what_is_in_view_and_keep_the_filters(visit_map):
    page = visit_map("/results/")
    with page.expect_request(re.compile("comments.json")) as first:
        ready(page)
        press(page, "Tab", "+")
    assert re.search(r"label=parks&bbox=24\.\d+%2C60\.\d+%2C2\d\.\d+%2C60\.\d+&zoom=\d+&lang=en$", first.value.url)


def test_hearings_are_told_apart_by_words_and_form(visit_map):
    page = ready(visit_map("/results/?kind=hearings"))
    for number, status_text in enumerate(("Open", "Upcoming", "Closed")):
        expect(page.get_by_role("button", name=f"Plan {number}. {status_text}")).to_be_attached()
    dashes = "path => getComputedStyle(path).strokeDasharray"
    assert len({path.evaluate(dashes) for path in page.locator("path.map-result").all()}) == 3
