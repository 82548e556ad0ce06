"""Choosing among the layers of a hearing's maps: by keyboard, with an ear for what is said, and when one fails."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from tests.browser.map_hands import press, tab_to
from tests.factories import NOON, make_comment, make_hearing, make_image, make_layer

YEARS_AHEAD = {"close_at": NOON.replace(year=2036)}
HOST = "https://maps.example.org"
LEGEND = {"legend": "Punainen: tie", "legend_alt": "Punainen viiva"}


def make_shore(*layers):
    hearing = make_hearing("shore", sections=["main"], **YEARS_AHEAD)
    section = hearing.sections.first()
    section.layers.set(layers)
    section.save()
    return hearing


def open_map(visit, block="#comment-form .map-draw"):
    """The hearing's page with this map in view; the map's block."""
    page = visit("/en/hearings/shore/")
    block = page.locator(block)
    block.scroll_into_view_if_needed()
    block.locator(".leaflet-map-pane").wait_for(state="attached")
    return block


def open_panel(block):
    block.get_by_text("Map layers").click()
    return block.locator(".map-layers")


def shown(block) -> list[str]:
    """What a script may record: the ids of the layers that are on the block's map."""
    return (block.locator("[data-map-canvas]").get_attribute("data-shown-layers") or "").split()


def said(block):
    return block.locator(".map-layers__status")


@pytest.fixture
def answer_host(context):
    """Answers pictures of HOST here, and remembers the addresses."""
    picture = io.BytesIO()
    Image.new("RGB", (256, 256), (200, 220, 230)).save(picture, "PNG")
    asked = []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body=picture.getvalue(), content_type="image/png")

    context.route(f"{HOST}/**", answer)
    return asked


def test_overlay_by_keyboard_alone(visit, transactional_db):
    legend = {"name": "Kaava", **LEGEND, "attribution": "Kaupunki <b>"}
    layer = make_layer("geojson", texts={"en": legend}, legend_image=make_image(), attribution_url="https://a.example/")
    make_shore(layer)
    block = open_map(visit)
    page = block.page
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/map/layers/" in request.url else None)
    block.locator("[data-map-canvas]").focus()
    tab_to(page, "Map layers")
    press(page, "Enter", "Tab")
    assert asked == []
    expect(block.get_by_role("checkbox", name="Kaava")).to_be_focused()
    press(page, "Space")
    expect(said(block)).to_have_text("Shown on the map: Kaava.")
    expect(block.locator("path.leaflet-interactive")).to_have_count(1)
    expect(block.get_by_role("img", name="Punainen viiva")).to_be_visible()
    expect(block.get_by_text("Punainen: tie")).to_be_visible()
    expect(block.get_by_role("link", name="Kaupunki <b>")).to_have_attribute("href", "https://a.example/")
    tab_to(page, "1 place on this layer")
    press(page, "Enter")
    expect(block.locator(".map-layer__places li")).to_be_visible()
    assert shown(block) == [str(layer.pk)]
    slider = block.get_by_role("slider", name="How strongly it is shown: Kaava")
    press(page, "Tab")
    expect(slider).to_be_focused()
    press(page, "ArrowLeft", "ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", "80 %")
    assert block.locator(f".leaflet-layer-{layer.pk}-pane").evaluate("pane => pane.style.opacity") == "0.8"
    block.get_by_role("checkbox", name="Kaava").press("Space")
    expect(said(block)).to_have_text("No longer on the map: Kaava.")
    expect(block.locator("path.leaflet-interactive")).to_have_count(0)
    assert (shown(block), len(asked)) == ([], 1)


def test_background_map_is_chosen_and_the_usual_one_comes_back(visit, answer_host):
    make_shore(
        make_layer("xyz", role="base", address=f"{HOST}/{{z}}/{{x}}/{{y}}.png", texts={"en": {"name": "Aerial"}})
    )
    block = open_map(visit)
    panel = open_panel(block)
    expect(panel.get_by_role("radio", name="The usual map")).to_be_checked()
    assert answer_host == []
    panel.get_by_role("radio", name="The usual map").focus()
    press(block.page, "ArrowDown")
    expect(panel.get_by_role("radio", name="Aerial")).to_be_checked()
    expect(said(block)).to_have_text("Shown on the map: Aerial.")
    block.page.wait_for_load_state("networkidle")
    assert answer_host[0].startswith(f"{HOST}/1")
    assert shown(block) != []
    press(block.page, "ArrowUp")
    expect(said(block)).to_have_text("Shown on the map: The usual map.")
    assert shown(block) == []
    expect(block.locator(".leaflet-tile-pane img").first).to_be_attached()


def test_layer_that_opens_with_the_map_takes_the_place_of_the_usual_one(visit, tile_requests, answer_host):
    base, overlay = make_layer(role="base", shown_first=True), make_layer("geojson", shown_first=True)
    make_shore(base, overlay)
    block = open_map(visit)
    expect(block.locator("path.leaflet-interactive")).to_have_count(1)
    block.page.wait_for_load_state("networkidle")
    assert tile_requests == []
    assert "&request=GetMap&" in answer_host[0]
    assert "&crs=EPSG%3A3857&" in answer_host[0]
    assert shown(block) == [str(overlay.pk), str(base.pk)]


def test_failing_layers_say_so_and_the_rest_works(visit, page):
    """Nothing answers for HOST: the test's network refuses it."""
    tiles = make_layer("xyz", address=f"{HOST}/{{z}}/{{x}}/{{y}}.png", texts={"en": {"name": "Noise"}})
    image = make_layer("image", texts={"en": {"name": "Drawing"}})
    make_shore(tiles, image, make_layer("geojson", texts={"en": {"name": "Paths"}}))
    page.route("**/media/**", lambda route: route.abort())
    block = open_map(visit)
    panel = open_panel(block)
    for name in ("Noise", "Drawing"):
        panel.get_by_role("checkbox", name=name).check()
        expect(said(block)).to_have_text(f"The layer “{name}” cannot be shown right now.")
    expect(panel.locator(".map-layer__note:visible")).to_have_count(2)
    panel.get_by_role("checkbox", name="Paths").check()
    expect(block.locator("path.leaflet-interactive")).to_have_count(1)
    expect(said(block)).to_have_text("Shown on the map: Paths.")


def test_layer_of_other_zoom_levels_says_where_it_is(visit):
    make_shore(make_layer("geojson", min_zoom=19, texts={"en": {"name": "Details"}}))
    block = open_map(visit)
    panel = open_panel(block)
    panel.get_by_role("checkbox", name="Details").check()
    expect(panel.get_by_text("Zoom in to see this layer.")).to_be_visible()
    expect(block.locator("path.leaflet-interactive")).to_be_hidden()


def test_choosing_layers_neither_draws_nor_travels_with_the_comment(visit):
    make_shore(make_layer("geojson", texts={"en": {"name": "Paths"}}), make_layer(role="base"))
    block = open_map(visit)
    open_panel(block).get_by_role("checkbox", name="Paths").check()
    block.locator("path.leaflet-interactive").click(force=True)
    expect(block.get_by_role("button", name="Edit: Point")).to_be_visible()
    names = block.page.evaluate("[...new FormData(document.querySelector('#comment-form form')).keys()]")
    assert sorted(set(names)) == ["author_name", "form_key", "geometry", "place_text", "section", "text"]


def test_escape_in_the_panel_leaves_a_drawing_alone(visit):
    make_shore(make_layer("geojson", texts={"en": {"name": "Paths"}}))
    block = open_map(visit)
    block.get_by_role("button", name="Line", exact=True).click()
    press(block.page, "Enter")
    open_panel(block).get_by_role("checkbox", name="Paths").press("Escape")
    expect(block.locator(".map-vertex")).to_have_count(1)


def test_map_without_layers_has_no_panel(visit):
    make_shore()
    block = open_map(visit)
    expect(block.locator(".map-layers")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_open_panels_have_no_serious_accessibility_faults(visit, page, width):
    layers = [
        make_layer("geojson", texts={"fi": {"name": "Polut", **LEGEND}}, legend_image=make_image()),
        make_layer("xyz", role="base"),
    ]
    hearing = make_shore(*layers)
    make_comment(hearing.sections.first(), place="POINT(24.95 60.18)")
    page.set_viewport_size({"width": width, "height": 900})
    for name in ("#comment-form .map-draw", "#results-map"):
        block = open_map(visit, name)
        panel = open_panel(block)
        panel.get_by_role("checkbox", name="Polut").check()
        expect(block.get_by_text("1 place on this layer")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        faults = Axe().run(page).response["violations"]
        assert [fault["id"] for fault in faults if fault["impact"] in ("serious", "critical")] == []
