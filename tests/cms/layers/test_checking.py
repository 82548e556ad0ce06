"""What makes a layer that can be shown, and what a planner is told when it is not one."""

import pytest
from django.core.exceptions import ValidationError

from cms.layers.checking import faults_of, source_of
from tests.factories import build_layer

pytestmark = pytest.mark.django_db
KINDS = ["wms", "wmts", "xyz", "geojson", "image"]


@pytest.mark.parametrize("kind", KINDS)
def test_whole_layer_is_accepted(kind):
    build_layer(kind).full_clean()


@pytest.mark.parametrize(
    ("kind", "fields", "faulty"),
    [
        ("wms", {"address": ""}, ["address"]),
        ("wms", {"address": "maps.example.org"}, ["address"]),
        ("wms", {"address": "http://maps.example.org/wms"}, ["address"]),
        ("wms", {"address": "ftp://maps.example.org/wms"}, ["address"]),
        ("wms", {"address": "https://maps.example.org/wms?request=GetCapabilities"}, ["address"]),
        ("wms", {"address": "https://maps.example.org/{z}"}, ["address"]),
        ("wms", {"remote_layers": ""}, ["remote_layers"]),
        ("xyz", {"address": "https://tiles.example.org/{z}/{x}.png"}, ["address"]),
        ("xyz", {"address": "https://tiles.example.org/{z}/{x}/{y}.png?key={key}"}, ["address"]),
        ("wmts", {"remote_layers": "", "matrix_set": ""}, ["matrix_set", "remote_layers"]),
        ("wmts", {"address": "https://a.example/{TileMatrix}/{TileRow}.png"}, ["address"]),
        ("wmts", {"address": "https://a.example/{TileMatrix}/{TileRow}/{TileCol}/{Time}.png"}, ["address"]),
        ("geojson", {"geojson": None}, ["geojson"]),
        ("image", {"image": None}, ["image"]),
        ("image", {"west": None, "north": None}, ["north", "west"]),
        ("image", {"west": 24.97, "south": 60.19}, ["east", "north"]),
        ("image", {"west": 24.0, "north": 61.0}, ["north", "west"]),
        ("image", {"west": 2549, "east": 2550, "south": 6672, "north": 6673}, ["east", "north"]),
        ("xyz", {"min_zoom": 12, "max_zoom": 10}, ["max_zoom"]),
    ],
)
def test_faults_are_told_field_by_field(kind, fields, faulty):
    assert sorted(faults_of(build_layer(kind, **fields))) == faulty


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("xyz", "https://{s}.tiles.example.org/{z}/{x}/{-y}.png"),
        ("xyz", "http://localhost:9000/{z}/{x}/{y}.png"),
        ("wms", "http://127.0.0.1:8080/wms?map=plan.map"),
        ("wmts", "https://a.example/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"),
    ],
)
def test_other_forms_of_addresses_are_accepted(kind, address):
    assert faults_of(build_layer(kind, address=address)) == {}


@pytest.mark.parametrize("field", ["line_colour", "fill_colour"])
def test_colour_that_is_none_is_refused(field):
    with pytest.raises(ValidationError) as refused:
        build_layer("geojson", **{field: "red"}).full_clean()
    assert list(refused.value.error_dict) == [field]


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://maps.example.org:8443/wms?x=1", "https://maps.example.org:8443"),
        ("https://{s}.tiles.example.org/{z}", "https://*.tiles.example.org"),
        ("https://a.example; script-src *", ""),
        ("https://a.example,b.example/wms", ""),
        ("https://user:word@a.example/wms", ""),
        ("https://'unsafe-inline'/wms", ""),
        ("https://*/wms", ""),
        ("https://[::1/wms", ""),
        ("//a.example/wms", ""),
    ],
)
def test_only_a_plain_host_becomes_a_source(address, source):
    assert source_of(address) == source
