"""Map layers for tests."""

import itertools

from cms.layers.choices import LayerKind
from cms.layers.models import Layer
from tests.factories.organisations import make_image

numbers = itertools.count(1)
SHAPES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "id": 1,
            "properties": {"name": "Laituri"},
            "geometry": {"type": "Point", "coordinates": [24.95, 60.18]},
        }
    ],
}
BY_KIND = {
    LayerKind.WMS: {"address": "https://maps.example.org/wms", "remote_layers": "plan"},
    LayerKind.WMTS: {"address": "https://tiles.example.org/wmts", "remote_layers": "base", "matrix_set": "web"},
    LayerKind.XYZ: {"address": "https://tiles.example.org/{z}/{x}/{y}.png"},
    LayerKind.GEOJSON: {"geojson": SHAPES},
    LayerKind.IMAGE: {"west": 24.94, "south": 60.17, "east": 24.96, "north": 60.18},
}


def build_layer(kind="wms", *, texts=None, **fields) -> Layer:
    """A layer in memory that lacks nothing; `texts` adds or replaces {language: {field: text}}."""
    fields = BY_KIND[kind] | fields
    if kind == "image" and "image" not in fields:
        fields["image"] = make_image()
    layer = Layer(kind=kind, **fields)
    number = next(numbers)
    for code, words in ({"fi": {"name": f"Kaava {number}"}, "sv": {"name": f"Plan {number}"}} | (texts or {})).items():
        layer.set_translation(code, **words)
    return layer


def make_layer(kind="wms", **fields) -> Layer:
    layer = build_layer(kind, **fields)
    layer.save()
    return layer
