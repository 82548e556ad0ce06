"""Planners' GeoJSON files: what is kept of them, and what is refused."""

import json

import pytest
from django.core.exceptions import ValidationError

from cms.layers.files import read_layer_file

POINT = {"type": "Point", "coordinates": [24.95, 60.18]}


def feature(geometry, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features, **members):
    return json.dumps({"type": "FeatureCollection", "features": list(features), **members})


def crs(code):
    return {"crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}}}


def test_shapes_and_their_names_are_kept_and_nothing_else():
    text = collection(
        feature(POINT, Nimi="Laituri", owner="Secret"),
        feature({"type": "MultiLineString", "coordinates": [[[24.9, 60.1, 3.5], [24.95, 60.18, 4]]]}, name=7),
        feature(None, name="Nowhere"),
        feature(POINT, name={"fi": "x"}, bbox=[1]),
        name="Secret file",
    )
    line = {"type": "MultiLineString", "coordinates": [[[24.9, 60.1], [24.95, 60.18]]]}
    assert read_layer_file(text) == {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "id": 1, "properties": {"name": "Laituri"}, "geometry": POINT},
            {"type": "Feature", "id": 2, "properties": {"name": "7"}, "geometry": line},
            {"type": "Feature", "id": 3, "properties": {}, "geometry": POINT},
        ],
    }


@pytest.mark.parametrize(("code", "position"), [(3067, [386302.1, 6672757.5]), (3879, [25497227.1, 6673834.9])])
def test_finnish_systems_are_turned_into_degrees(code, position):
    geometry = {"type": "Point", "coordinates": position}
    placed = read_layer_file(collection(feature(geometry), **crs(code)))["features"][0]["geometry"]
    assert placed["coordinates"] == pytest.approx([24.95, 60.18], abs=0.01)


def test_single_shape_may_reach_over_the_edge_of_the_service():
    line = {"type": "LineString", "coordinates": [[24.95, 60.18], [28.0, 62.0]]}
    assert read_layer_file(json.dumps(line))["features"][0]["geometry"] == line


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "unreadable"),
        ("[]", "unreadable"),
        ('{"type": "FeatureCollection"}', "unreadable"),
        (collection("x"), "unreadable"),
        (collection(feature([])), "unreadable"),
        (collection(feature({"type": "Point"})), "unreadable"),
        (collection(), "empty"),
        (collection(feature(None)), "empty"),
        (collection(feature({"type": "GeometryCollection", "geometries": [POINT]})), "wrong_type"),
        (collection(feature({"type": "Point", "coordinates": ["a", 1]})), "coordinates"),
        ('{"type": "Point", "coordinates": [NaN, 60]}', "coordinates"),
        (collection(feature({"type": "Polygon", "coordinates": [[[24, 60], [25, 61]]]})), "unreadable"),
        (collection(feature({"type": "Point", "coordinates": [2.0, 48.0]})), "outside"),
        (collection(feature({"type": "Point", "coordinates": [25497227, 6673834]})), "projected"),
        (collection(feature(POINT), **crs(2393)), "crs"),
        (collection(feature({"type": "MultiPoint", "coordinates": [[24.9, 60.1]] * 20_001})), "too_many_vertices"),
        (" " * 2_000_001, "too_large"),
    ],
)
def test_what_cannot_be_shown_is_refused(text, code):
    with pytest.raises(ValidationError) as refused:
        read_layer_file(text)
    assert refused.value.code == code
    assert "%(" not in refused.value.messages[0]
