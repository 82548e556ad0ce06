"""What a browser's map is told of its layers."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from cms.layers.choices import ImageFormat, LayerKind, LayerRole
from cms.layers.sources import allow_sources

if TYPE_CHECKING:
    from cms.layers.models import Layer
    from cms.translations import TranslatedText


def layers_config(layers: Iterable["Layer"], language: str | None = None) -> list[dict]:
    """The layers ready for JSON, in their order, texts in `language` (the active one by default).

    Each is {id, name, role, kind, url, options, attribution: {text, url}, legend: {text, image, alt}, opacity, shown}.
    `options` are Leaflet's, in its order of latitude and longitude; `opacity` is in per cent; `shown` says whether it
    is on the map at first. A text in another language than was asked for has `lang` beside it. The answer being made
    allows pictures from the layers' hosts (cms.layers.sources).

    Read the layers with `Layer.objects.….for_maps()`, or each costs queries.
    """
    layers = list(layers)
    allow_sources(layer.source for layer in layers)
    return [_config(layer, language) for layer in layers]


def _config(layer: "Layer", language: str | None) -> dict:
    url, options = _ADDRESSES[layer.kind](layer)
    name, attribution, legend, alt = (
        layer.translated(field, language) for field in ("name", "attribution", "legend", "legend_alt")
    )
    picture = layer.legend_image.file.url if layer.legend_image else ""
    return {
        "id": str(layer.pk),
        "name": str(name),
        **_lang(name),
        "role": layer.role,
        "kind": layer.kind,
        "url": url,
        "options": _zoom_options(layer) | options,
        "attribution": {"text": str(attribution), "url": layer.attribution_url, **_lang(attribution)},
        "legend": {"text": str(legend), "image": picture, "alt": str(alt), **_lang(legend or alt)},
        "opacity": layer.opacity,
        "shown": layer.shown_first,
    }


def _lang(text: "TranslatedText") -> dict[str, str]:
    return {"lang": text.language} if text.is_fallback else {}


def _zoom_options(layer: "Layer") -> dict[str, int]:
    """A background is enlarged beyond its closest level, so that the map never goes blank; an overlay ends there."""
    last = "maxNativeZoom" if layer.role == LayerRole.BASE else "maxZoom"
    limits = {"minZoom": layer.min_zoom, last: layer.max_zoom}
    return {name: level for name, level in limits.items() if level is not None}


def _wms(layer: "Layer") -> tuple[str, dict]:
    options = {
        "layers": layer.remote_layers,
        "styles": layer.style,
        "format": layer.image_format,
        "version": layer.version,
        "transparent": layer.role == LayerRole.OVERLAY and layer.image_format != ImageFormat.JPEG,
    }
    return layer.address, options


def _wmts(layer: "Layer") -> tuple[str, dict]:
    """A tile template from a REST template or, without braces in it, from the address of a KVP service.

    Rows count from the north in WMTS (OGC 07-057r7, 6.1) as they do in Leaflet.
    """
    values = {
        "tilematrix": quote(layer.matrix_prefix, safe=":") + "{z}",
        "tilerow": "{y}",
        "tilecol": "{x}",
        "tilematrixset": quote(layer.matrix_set),
        "style": quote(layer.style or "default"),
        "layer": quote(layer.remote_layers),
    }
    if "{" in layer.address:
        return re.sub(r"\{(\w+)\}", lambda name: values[name[1].lower()], layer.address), {}
    query = {
        "service": "WMTS",
        "request": "GetTile",
        "version": "1.0.0",
        "layer": layer.remote_layers,
        "style": layer.style,
        "format": layer.image_format,
        "tilematrixset": layer.matrix_set,
    }
    tile = f"&tilematrix={values['tilematrix']}&tilerow={{y}}&tilecol={{x}}"
    joint = "" if layer.address.endswith(("?", "&")) else "&" if "?" in layer.address else "?"
    return f"{layer.address}{joint}{urlencode(query)}{tile}", {}


def _xyz(layer: "Layer") -> tuple[str, dict]:
    return layer.address, {}


def _geojson(layer: "Layer") -> tuple[str, dict]:
    return layer.data_url, {"color": layer.line_colour, "fillColor": layer.fill_colour}


def _image(layer: "Layer") -> tuple[str, dict]:
    bounds = [[layer.south, layer.west], [layer.north, layer.east]]
    return layer.image.file.url if layer.image else "", {"bounds": bounds}


_ADDRESSES = {
    LayerKind.WMS: _wms,
    LayerKind.WMTS: _wmts,
    LayerKind.XYZ: _xyz,
    LayerKind.GEOJSON: _geojson,
    LayerKind.IMAGE: _image,
}
