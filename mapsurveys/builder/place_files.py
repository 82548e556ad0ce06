"""Given places from a GeoJSON file or from a drawing: rows of a list, with names in the languages of the file."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from cms import geo
from cms.layers.files import MOST_CHARACTERS, NAME_PROPERTIES, read_layer_file
from cms.translations import language_codes
from mapsurveys.kinds.base import new_id
from mapsurveys.kinds.places import MOST_PLACES, GivenPlace

#: A given place is one shape; these are taken where they hold one alone.
SINGLE = {"MultiPoint": "Point", "MultiLineString": "LineString", "MultiPolygon": "Polygon"}


def read_upload(file) -> str:
    """The text of an uploaded GeoJSON file. Raises ValidationError."""
    if file.size > 4 * MOST_CHARACTERS:
        raise ValidationError(gettext("The file is too large."))
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError(gettext("The file is not in UTF-8, as GeoJSON must be.")) from None


def read_places(text: str, language: str) -> list[GivenPlace]:
    """The places of GeoJSON text, in EPSG:4326, 3067 or 3879, their geometry in EPSG:4326.

    A name comes from the properties name_fi, name_sv, nimi_fi and so on, and from name, nimi, namn or title for
    `language`. Raises ValidationError.
    """
    features = read_layer_file(text)["features"]
    if len(features) > MOST_PLACES:
        message = gettext("The file has %(count)s places. At most %(most)s can be chosen among.")
        raise ValidationError(message % {"count": len(features), "most": MOST_PLACES})
    properties = _properties(json.loads(text))
    return [
        GivenPlace(id=new_id(), label=_names(known, language), geometry=_single(feature["geometry"]))
        for feature, known in zip(features, properties, strict=True)
    ]


def _properties(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Of each shape, in the order in which read_layer_file takes them."""
    members = document["features"] if document.get("type") == "FeatureCollection" else [document]
    shapes = [member for member in members if member.get("type") != "Feature" or member.get("geometry") is not None]
    return [member.get("properties") or {} for member in shapes]


def _names(properties: dict[str, Any], language: str) -> dict[str, str]:
    known = {str(key).lower(): str(value).strip() for key, value in properties.items() if isinstance(value, str | int)}
    names = {}
    for code in language_codes():
        endings = (code, code.replace("-", "_"))
        wanted = [f"{name}_{ending}" for name in NAME_PROPERTIES for ending in endings]
        wanted += NAME_PROPERTIES if code == language else []
        if found := next((known[key] for key in wanted if known.get(key)), ""):
            names[code] = found[:200]
    return names


def _single(geometry: dict[str, Any]) -> dict[str, Any]:
    kind = geometry["type"]
    if kind in SINGLE and len(geometry["coordinates"]) == 1:
        geometry = {"type": SINGLE[kind], "coordinates": geometry["coordinates"][0]}
    geo.parse_place(json.dumps(geometry))
    return geometry
