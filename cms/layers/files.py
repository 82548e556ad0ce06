"""A planner's GeoJSON file to a FeatureCollection that may be published.

Read with shapely, never with GDAL, like all places (cms.geo). What is kept is an allow-list: the shapes, and of
each shape's properties only its name; a file from a desktop program may hold owners and notes.
"""

import re

import shapely
from django.contrib.gis.gdal import GDALException
from django.contrib.gis.geos import GEOSGeometry
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy, ngettext
from shapely.geometry import shape

from cms import geo

#: Properties that name a shape, in lower case; the first of them that a shape has is kept.
NAME_PROPERTIES = ("name", "nimi", "namn", "title")
LONGEST_NAME = 200
MOST_CHARACTERS = 2_000_000
MOST_VERTICES = 20_000

LIMITS = geo.Limits(
    types=frozenset({"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}),
    vertices=MOST_VERTICES,
    characters=MOST_CHARACTERS,
    srids=frozenset({geo.WGS84, geo.ETRS_TM35FIN, geo.ETRS_GK25}),
    planner=True,
)


#: What a planner is told of a file, by the codes of geo.GeometryError; the other codes' own words fit as they are.
FILE_MESSAGES = {
    "wrong_type": gettext_lazy("The file has shapes of a kind that cannot be shown: only points, lines and areas can."),
    "empty": gettext_lazy("The file has no shapes."),
    "coordinates": gettext_lazy("The file has coordinates that are not numbers."),
    "too_many_vertices": gettext_lazy("The file has too many points: at most %(limit)s are allowed."),
    "outside": gettext_lazy("Nothing in the file is inside the area of this service. Is its coordinate system right?"),
}


def read_layer_file(text: str) -> dict:
    """A FeatureCollection in EPSG:4326 of the shapes in GeoJSON text, their `id` counted from 1.

    A `crs` member may name EPSG:3067 or EPSG:3879; the coordinates are then transformed. The file may reach
    over the edge of the service area, but something of it must be inside. Raises ValidationError.
    """
    try:
        features = _read_features(text)
    except geo.GeometryError as error:
        message = FILE_MESSAGES.get(error.code, error.message)
        raise ValidationError(message, code=error.code, params=error.params) from error
    return {"type": "FeatureCollection", "features": features}


def _read_features(text: str) -> list[dict]:
    if len(text) > LIMITS.characters:
        raise LIMITS.error("too_large", limit=LIMITS.characters // 1_000_000)
    document = geo.load_document(text, LIMITS)
    srid = geo.declared_srid(document, LIMITS) or geo.WGS84
    budget = LIMITS.vertices
    features = []
    for geometry, properties in _shapes(document):
        budget -= geo.count_vertices(geometry, LIMITS, budget)
        features.append(_feature(len(features) + 1, _place(geometry, srid), properties))
    if not features:
        raise LIMITS.error("empty")
    _check_inside(features)
    return features


def _shapes(document: dict):
    """(geometry object, properties) of each shape; shapes without a geometry are left out."""
    if document.get("type") == "FeatureCollection":
        members = document.get("features")
        if not isinstance(members, list):
            raise LIMITS.error("unreadable")
    else:
        members = [document]
    for member in members:
        if not isinstance(member, dict):
            raise LIMITS.error("unreadable")
        is_feature = member.get("type") == "Feature"
        geometry = member.get("geometry") if is_feature else member
        if geometry is None:
            continue
        if not isinstance(geometry, dict) or not isinstance(geometry.get("type"), str):
            raise LIMITS.error("unreadable")
        if geometry["type"] not in LIMITS.types:
            raise LIMITS.error("wrong_type")
        if "coordinates" not in geometry:
            raise LIMITS.error("unreadable")
        properties = member.get("properties") if is_feature else None
        yield geometry, properties if isinstance(properties, dict) else {}


def _place(geometry: dict, srid: int) -> GEOSGeometry:
    try:
        flat = shapely.force_2d(shape(geometry))
    except (LookupError, ValueError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        raise LIMITS.error("unreadable") from error
    if srid == geo.WGS84 and max(map(abs, flat.bounds)) > 360:
        raise LIMITS.error("projected")
    placed = GEOSGeometry(memoryview(flat.wkb), srid=srid)
    if srid != geo.WGS84:
        try:
            placed.transform(geo.WGS84)
        except GDALException as error:
            raise LIMITS.error("outside") from error
    return placed


def _feature(number: int, geometry: GEOSGeometry, properties: dict) -> dict:
    known = {key.lower(): value for key, value in properties.items()}
    names = (known[key] for key in NAME_PROPERTIES if isinstance(known.get(key), str | int) and known[key] != "")
    # Neither NUL nor half of a surrogate pair can be stored.
    name = re.sub(r"[\0\ud800-\udfff]", "", str(next(names, "")))[:LONGEST_NAME]
    return {
        "type": "Feature",
        "id": number,
        "properties": {"name": name} if name else {},
        "geometry": geo.as_geojson(geometry),
    }


def _check_inside(features: list[dict]) -> None:
    extent = shapely.union_all([shape(feature["geometry"]).envelope for feature in features])
    if not extent.intersects(shapely.box(*geo.service_area_bounds())):
        raise LIMITS.error("outside")


def size_in_words(document: dict | None) -> str:
    """What a stored file holds, for the planner who sees the form again; "" without one."""
    if not document:
        return ""
    number = len(document["features"])
    return ngettext(
        "There is a file with %(number)s shape. A new file takes its place.",
        "There is a file with %(number)s shapes. A new file takes its place.",
        number,
    ) % {"number": number}
