"""What a browser is told of layers."""

import json

import pytest
from django.utils import translation

from cms.forms import PlaceField
from cms.layers.maps import layers_config
from cms.layers.models import Layer
from tests.factories import make_image, make_layer

pytestmark = pytest.mark.django_db
TEXTS = {
    "fi": {"name": "Kaava", "attribution": "Kaupunki", "legend": "Punainen: tie", "legend_alt": "Viivoja"},
    "sv": {"name": "Detaljplan"},
}


def config_of(layer, **fields):
    for name, value in fields.items():
        setattr(layer, name, value)
    return layers_config([layer])[0]


def test_whole_configuration_of_a_map_service():
    key = make_image()
    layer = make_layer(
        texts=TEXTS,
        legend_image=key,
        attribution_url="https://example.org/licence",
        opacity=70,
        min_zoom=9,
        max_zoom=17,
        shown_first=True,
        style="dark",
    )
    assert layers_config([layer], language="sv") == [
        {
            "id": str(layer.pk),
            "name": "Detaljplan",
            "role": "overlay",
            "kind": "wms",
            "url": "https://maps.example.org/wms",
            "options": {
                "minZoom": 9,
                "maxZoom": 17,
                "layers": "plan",
                "styles": "dark",
                "format": "image/png",
                "version": "1.3.0",
                "transparent": True,
            },
            "attribution": {"text": "Kaupunki", "url": "https://example.org/licence", "lang": "fi"},
            "legend": {"text": "Punainen: tie", "image": key.file.url, "alt": "Viivoja", "lang": "fi"},
            "opacity": 70,
            "shown": True,
        }
    ]


def test_texts_are_in_the_active_language_and_say_where_they_are_not():
    layer = make_layer(texts=TEXTS)
    with translation.override("sv"):
        assert "lang" not in layers_config([layer])[0]
    with translation.override("ru"):
        assert layers_config([layer])[0]["lang"] == "fi"


def test_background_is_opaque_and_enlarged_beyond_its_closest_level():
    options = config_of(make_layer(role="base", max_zoom=16))["options"]
    assert options["transparent"] is False
    assert options["maxNativeZoom"] == 16
    assert "maxZoom" not in options


@pytest.mark.parametrize(
    ("address", "fields", "url"),
    [
        (
            "https://a.example/wmts",
            {"style": "day", "image_format": "image/jpeg"},
            "https://a.example/wmts?service=WMTS&request=GetTile&version=1.0.0&layer=base&style=day&format=image%2Fjpeg"
            "&tilematrixset=web&tilematrix={z}&tilerow={y}&tilecol={x}",
        ),
        (
            "https://a.example/wmts?key=1",
            {"matrix_prefix": "EPSG:3857:", "remote_layers": "a b"},
            "https://a.example/wmts?key=1&service=WMTS&request=GetTile&version=1.0.0&layer=a+b&style="
            "&format=image%2Fpng&tilematrixset=web&tilematrix=EPSG:3857:{z}&tilerow={y}&tilecol={x}",
        ),
        (
            "https://a.example/{Layer}/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png",
            {"matrix_prefix": "L"},
            "https://a.example/base/default/web/L{z}/{y}/{x}.png",
        ),
    ],
)
def test_wmts_address_becomes_a_template_of_tiles(address, fields, url):
    assert config_of(make_layer("wmts"), address=address, **fields)["url"] == url


def test_plan_image_has_its_corners_in_the_order_of_leaflet():
    layer = make_layer("image")
    config = config_of(layer)
    assert config["url"] == layer.image.file.url
    assert config["options"] == {"bounds": [[60.17, 24.94], [60.18, 24.96]]}


def test_file_is_named_by_an_address_that_changes_when_the_layer_does():
    layer = make_layer("geojson")
    config = config_of(layer)
    assert config["url"].startswith(f"/map/layers/{layer.pk}.geojson?v=")
    assert config["options"] == {"color": "#00525c", "fillColor": "#7fb4bd"}
    layer.save()
    assert config_of(layer)["url"] != config["url"]


def test_many_layers_cost_one_query(django_assert_num_queries):
    for kind in ("wms", "xyz", "geojson", "image"):
        make_layer(kind, texts=TEXTS, legend_image=make_image())
    with django_assert_num_queries(1):
        assert len(layers_config(Layer.objects.public().for_maps())) == 4


def test_place_field_carries_its_layers_to_the_map():
    layer = make_layer()
    field = PlaceField(layers=[layer])
    html = field.widget.render("place", None, {"id": "id_place"})
    assert 'data-layers="id_place-layers"' in html
    script = html.partition('<script id="id_place-layers" type="application/json">')[2].partition("</script>")[0]
    assert json.loads(script) == layers_config([layer])


def test_place_field_without_layers_names_none():
    assert "data-layers=" not in PlaceField().widget.render("place", None, {"id": "id_place"})
