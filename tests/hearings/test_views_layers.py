"""The layers of a hearing's sections reach the maps of its pages."""

import json

import pytest

from tests.factories import make_comment, make_hearing, make_layer
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "site")]


@pytest.fixture
def layers():
    """Layers in the order in which pages give them."""
    return [make_layer("image"), make_layer("xyz", texts={"sv": {"name": ""}})]


@pytest.fixture
def layered(layers):
    """A hearing with a comment, whose two parts share a layer."""
    hearing = make_hearing("shore")
    sections = hearing.sections.all()
    for section, chosen in zip(sections, (layers[:1], [*layers, make_layer(is_active=False)]), strict=False):
        section.layers.set(chosen)
        section.save()
    make_comment(sections[0], place="POINT(24.95 60.18)")
    return hearing


def layers_of_maps(response) -> dict[str, list[str]]:
    """{kind of map: names of its layers} as the page's scripts read them."""
    page = soup(response)
    maps = {}
    for block in page.select("[data-map]"):
        script = page.find(id=block.get("data-layers", "none"))
        maps[block["data-map"]] = [layer["name"] for layer in json.loads(script.string)] if script else []
    return maps


def test_maps_of_a_hearing_offer_the_layers_of_its_sections_once(client, layered, layers):
    names = [str(layer) for layer in layers]
    assert layers_of_maps(client.get("/fi/hearings/shore/")) == {"results": names, "draw": names}
    assert layers_of_maps(client.get("/fi/hearings/shore/comments/")) == {"results": names}


def test_refused_comment_keeps_the_layers(client, layered, layers):
    response = client.post("/fi/hearings/shore/comments/", {"text": " "})
    assert response.status_code == 422
    assert layers_of_maps(response)["draw"] == [str(layer) for layer in layers]


def test_name_from_another_language_says_so(client, layered):
    page = soup(client.get("/sv/hearings/shore/"))
    config = json.loads(page.find(id="results-map-layers").string)
    assert [layer.get("lang") for layer in config] == [None, "fi"]


def test_outcome_brings_its_layers_when_it_is_shown(client, clock):
    hearing = make_hearing("ended", sections=["main", "closure"])
    make_comment(hearing.sections.first(), place="POINT(24.95 60.18)")
    outcome = hearing.sections.last()
    layer = make_layer()
    outcome.layers.set([layer])
    outcome.save()
    assert layers_of_maps(client.get("/fi/hearings/ended/")) == {"results": [], "draw": []}
    clock.move_to(hearing.close_at.replace(year=2030))
    assert layers_of_maps(client.get("/fi/hearings/ended/")) == {"results": [str(layer)]}
