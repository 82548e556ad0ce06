"""Places in, places out: GeoJSON text to checked geometries, and geometries to words.

Coordinates are (longitude, latitude) in EPSG:4326 everywhere unless a name says otherwise. GeoJSON is read
with shapely and never with `GEOSGeometry(text)`, which goes through GDAL and would obey a `crs` member
by itself.
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import shapely
from django.conf import settings
from django.contrib.gis.gdal import GDALException
from django.contrib.gis.geos import GEOSGeometry, Point
from django.core.exceptions import ValidationError
from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

WGS84 = 4326
ETRS_TM35FIN = 3067
ETRS_GK25 = 3879

#: The planar system that lengths and areas are measured in; its scale error in Helsinki is below 0.01 %.
MEASURING_SRID = ETRS_GK25

#: Square degrees, at Helsinki less than a square centimetre: an "area" below it is a line by rounding.
FLAT = 1e-14

#: Square metres of the standard pitch, 105 m x 68 m.
FOOTBALL_PITCH = 105 * 68

#: The drawing tools that a place question may offer, and the GeoJSON types each sends.
TOOLS = {
    "point": frozenset({"Point"}),
    "line": frozenset({"LineString"}),
    "polygon": frozenset({"Polygon"}),
}

_NESTING = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
_CRS_NAME = re.compile(
    r"(?:^|[:/])(?:(?:OGC|CRS)[:/](?:[\d.]*[:/])?CRS84|EPSG[:/](?:[\d.]*[:/])?(?P<epsg>\d{4,6}))$",
    re.IGNORECASE,
)

MESSAGES = {
    "too_large": gettext_lazy("The drawing is too large. Please draw it with fewer points."),
    "unreadable": gettext_lazy("The place could not be read. Please mark it again."),
    "wrong_type": gettext_lazy("This kind of drawing cannot be used here. Please choose one of the tools offered."),
    "several": gettext_lazy("Only one place can be given here."),
    "empty": gettext_lazy("The drawing is empty. Please mark the place again."),
    "coordinates": gettext_lazy("The place has coordinates that are not numbers. Please mark it again."),
    "too_many_vertices": gettext_lazy("The drawing has too many points: at most %(limit)s are allowed."),
    "outside": gettext_lazy(
        "The place is outside the area of this service. Please mark a place inside the area on the map."
    ),
    "crossing": gettext_lazy(
        "The edge of the area crosses itself. Please move its points so that the edge does not cross."
    ),
    "too_few_points": gettext_lazy(
        "The drawing has too few points. A line needs two different places and an area three."
    ),
    "crs": gettext_lazy(
        "The coordinate system of the place is not known here. Please use longitude and latitude (WGS 84)."
    ),
}

PLANNER_MESSAGES = {
    "too_large": gettext_lazy("The file is too large: at most %(limit)s megabytes are allowed."),
    "unreadable": gettext_lazy("This is not GeoJSON that can be read."),
    "wrong_type": gettext_lazy("The area must be made of polygons; this has other shapes."),
    "outside": gettext_lazy("The area reaches outside the area of this service."),
    "projected": gettext_lazy(
        "The coordinates are not longitudes and latitudes, and the file does not name its coordinate system. "
        "Export it again in WGS 84 (EPSG:4326), or with the system named."
    ),
    "crs": gettext_lazy(
        "The file's coordinate system is not supported. Use WGS 84 (EPSG:4326), ETRS-TM35FIN (EPSG:3067) "
        "or ETRS-GK25 (EPSG:3879)."
    ),
}


class GeometryError(ValidationError):
    """A geometry that cannot be accepted, with a `code` for programs and a translated sentence for people.

    The codes are the keys of MESSAGES and PLANNER_MESSAGES.
    """

    def __init__(self, code: str, *, planner: bool = False, **params: Any) -> None:
        message = (planner and PLANNER_MESSAGES.get(code)) or MESSAGES[code]
        super().__init__(message, code=code, params=params)


@dataclass(frozen=True)
class Limits:
    """What one reader accepts: GeoJSON types, vertices, characters, and source systems (EPSG codes)."""

    types: frozenset[str]
    vertices: int
    characters: int
    srids: frozenset[int] = frozenset({WGS84})
    planner: bool = False

    def error(self, code: str, **params: Any) -> GeometryError:
        """The error of this code in the words of this reader's audience."""
        return GeometryError(code, planner=self.planner, **params)


def service_area_bounds() -> tuple[float, float, float, float]:
    """(min_lon, min_lat, max_lon, max_lat) in degrees: the setting SERVICE_AREA_BOUNDS."""
    return tuple(settings.SERVICE_AREA_BOUNDS)


def parse_place(text: str, tools: tuple[str, ...] = ("point", "line", "polygon")) -> GEOSGeometry:
    """A participant's GeoJSON as a checked 2D geometry in EPSG:4326.

    `tools` are keys of TOOLS. A bare geometry, a Feature and a FeatureCollection of one feature are
    accepted. An area whose edge crosses itself is refused, not mended: mending a bow tie makes two areas
    that nobody drew. Limits come from the settings PLACE_MAX_VERTICES (1,000) and PLACE_MAX_CHARACTERS
    (100,000).

    Raises GeometryError.
    """
    types = frozenset().union(*(TOOLS[tool] for tool in tools))
    limits = Limits(
        types=types,
        vertices=getattr(settings, "PLACE_MAX_VERTICES", 1_000),
        characters=getattr(settings, "PLACE_MAX_CHARACTERS", 100_000),
    )
    geometries, srid = _read(text, limits)
    if len(geometries) != 1:
        raise limits.error("several")
    geometry = geometries[0]
    _check_finite_and_valid(geometry, limits)
    return _to_geos(geometry, srid, limits)


def parse_area(text: str) -> GEOSGeometry:
    """A planner's GeoJSON as a MultiPolygon in EPSG:4326.

    Accepts Polygon, MultiPolygon, and collections, Features and FeatureCollections of them (dissolved into
    one), at most 20,000 vertices (setting AREA_MAX_VERTICES) and 2,000,000 characters
    (AREA_MAX_CHARACTERS). A `crs` member may name EPSG:3067 or EPSG:3879, the systems that Finnish
    planners export from; the coordinates are then transformed. Faults that drawing programs leave, such as
    an edge that crosses itself, are mended by keeping what is polygonal: the planner sees the outcome in
    the preview.

    Raises GeometryError.
    """
    limits = Limits(
        types=frozenset({"Polygon", "MultiPolygon"}),
        vertices=getattr(settings, "AREA_MAX_VERTICES", 20_000),
        characters=getattr(settings, "AREA_MAX_CHARACTERS", 2_000_000),
        srids=frozenset({WGS84, ETRS_TM35FIN, ETRS_GK25}),
        planner=True,
    )
    geometries, srid = _read(text, limits)
    for geometry in geometries:
        if not _is_finite(geometry):
            raise limits.error("coordinates")
    merged = _polygonal_part(shapely.union_all([shapely.make_valid(geometry) for geometry in geometries]))
    if merged.area < FLAT:
        raise limits.error("too_few_points")
    return _to_geos(merged, srid, limits)


def representative_point(geometry: GEOSGeometry) -> Point:
    """A point on the geometry for a marker or a label: inside an area, the middle of a line."""
    is_line = geometry.geom_type == "LineString"
    point = geometry.interpolate_normalized(0.5) if is_line else geometry.point_on_surface
    point.srid = geometry.srid
    return point


def as_geojson(geometry: GEOSGeometry, digits: int = 6) -> dict[str, Any]:
    """The geometry as a GeoJSON object, coordinates rounded; six digits are about ten centimetres."""

    def rounded(value: Any) -> Any:
        return round(value, digits) if isinstance(value, float) else [rounded(part) for part in value]

    return {"type": geometry.geom_type, "coordinates": rounded(geometry.coords)}


def everyday_size(geometry: GEOSGeometry, language: str | None = None) -> str:
    """The geometry's size in words people use, such as "about 3 football pitches"; "" for points.

    `language` is a language code; the active one when None.
    """
    with translation.override(language or translation.get_language()):
        if geometry.dims == 0 or geometry.empty:
            return ""
        planar = geometry.transform(MEASURING_SRID, clone=True)
        return _length_in_words(planar.length) if geometry.dims == 1 else _area_in_words(planar.area)


def _length_in_words(metres: float) -> str:
    if metres < 1_000:
        return _("about {size} m").format(size=_localised(_two_digits(metres)))
    return _("about {size} km").format(size=_localised(_two_digits(metres / 1_000)))


def _area_in_words(square_metres: float) -> str:
    pitches = round(square_metres / FOOTBALL_PITCH)
    if square_metres < FOOTBALL_PITCH * 0.75:
        return _("about {size} m²").format(size=_localised(_two_digits(square_metres)))
    if pitches <= 100:
        text = ngettext("about {count} football pitch", "about {count} football pitches", pitches)
        return text.format(count=_localised(pitches))
    return _("about {size} km²").format(size=_localised(_two_digits(square_metres / 1_000_000)))


def _two_digits(number: float) -> float | int:
    """Rounded to two significant digits: more would claim an exactness that drawing by hand has not."""
    rounded = float(f"{number:.2g}")
    return int(rounded) if rounded.is_integer() else rounded


def _localised(number: float) -> str:
    return formats.number_format(number, use_l10n=True, force_grouping=True)


def _read(text: str, limits: Limits) -> tuple[list[BaseGeometry], int]:
    """Shapely geometries and their EPSG code; checked for type, structure and number of vertices only."""
    if len(text) > limits.characters:
        raise limits.error("too_large", limit=limits.characters // 1_000_000)
    document = load_document(text, limits)
    srid = WGS84
    members = []
    budget = limits.vertices
    for member in _members(document, limits):
        srid = declared_srid(member, limits) or srid
        if "coordinates" not in member:
            continue
        budget -= count_vertices(member, limits, budget)
        members.append(member)
    if not members:
        raise limits.error("empty")
    try:
        return [shapely.force_2d(shape(member)) for member in members], srid
    except (LookupError, ValueError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        raise limits.error("unreadable") from error


def load_document(text: str, limits: Limits) -> dict:
    """The JSON object in `text`. Raises GeometryError."""

    def refuse(constant: str) -> None:
        raise limits.error("coordinates")

    try:
        document = json.loads(text, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise limits.error("unreadable") from error
    if not isinstance(document, dict):
        raise limits.error("unreadable")
    return document


def _members(document: dict, limits: Limits) -> Iterator[dict]:
    """The document's wrapping objects (for their `crs`) and its geometries, in the document's order."""
    kind = document.get("type")
    if kind == "FeatureCollection":
        features = document.get("features")
        if not isinstance(features, list):
            raise limits.error("unreadable")
        yield {key: document[key] for key in ("type", "crs") if key in document}
        for feature in features:
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                raise limits.error("unreadable")
            yield from _members(feature, limits)
    elif kind == "Feature":
        yield {key: document[key] for key in ("type", "crs") if key in document}
        geometry = document.get("geometry")
        if geometry is None:
            return
        if not isinstance(geometry, dict):
            raise limits.error("unreadable")
        yield from _geometry_member(geometry, limits)
    else:
        yield from _geometry_member(document, limits)


def _geometry_member(geometry: dict, limits: Limits) -> Iterator[dict]:
    if not isinstance(kind := geometry.get("type"), str):
        raise limits.error("unreadable")
    if kind == "GeometryCollection" and limits.planner:
        parts = geometry.get("geometries")
        if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
            raise limits.error("unreadable")
        yield {key: geometry[key] for key in ("type", "crs") if key in geometry}
        for part in parts:
            if part.get("type") not in limits.types:
                raise limits.error("wrong_type")
            yield from _geometry_member(part, limits)
        return
    if kind not in limits.types:
        raise limits.error("wrong_type")
    if "coordinates" not in geometry:
        raise limits.error("unreadable")
    yield geometry


def declared_srid(member: dict, limits: Limits) -> int | None:
    """The EPSG code that a `crs` member names, None without one.

    GeoJSON dropped `crs` in RFC 7946, yet desktop programs still write it. CRS84 and EPSG:4326 both mean
    (longitude, latitude) here, as they do in every file met in practice.
    """
    if "crs" not in member:
        return None
    crs = member["crs"]
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    match = _CRS_NAME.search(name) if isinstance(name, str) and len(name) < 100 else None
    srid = int(match["epsg"] or WGS84) if match else None
    if srid not in limits.srids:
        raise limits.error("crs")
    return srid


def count_vertices(member: dict, limits: Limits, budget: int) -> int:
    """The number of positions in a geometry object; raises on the first fault in nesting or numbers."""
    count = 0
    pending = [(member["coordinates"], _NESTING[member["type"]])]
    while pending:
        value, depth = pending.pop()
        if not isinstance(value, list):
            raise limits.error("coordinates")
        if not value:
            raise limits.error("empty")
        if depth:
            if len(value) > budget:
                raise limits.error("too_many_vertices", limit=_localised(limits.vertices))
            pending.extend((part, depth - 1) for part in value)
            continue
        count += 1
        if count > budget:
            raise limits.error("too_many_vertices", limit=_localised(limits.vertices))
        _check_position(value, limits)
    return count


def _check_position(position: list, limits: Limits) -> None:
    if not 2 <= len(position) <= 4:
        raise limits.error("coordinates")
    for number in position:
        if isinstance(number, bool) or not isinstance(number, int | float) or not abs(number) < 1e9:
            raise limits.error("coordinates")


def _is_finite(geometry: BaseGeometry) -> bool:
    return all(math.isfinite(bound) for bound in geometry.bounds)


def _check_finite_and_valid(geometry: BaseGeometry, limits: Limits) -> None:
    if not _is_finite(geometry):
        raise limits.error("coordinates")
    if geometry.geom_type == "Polygon" and geometry.convex_hull.area < FLAT:
        raise limits.error("too_few_points")
    if geometry.is_valid:
        return
    raise limits.error("crossing" if geometry.geom_type == "Polygon" else "too_few_points")


def _polygonal_part(geometry: BaseGeometry) -> shapely.MultiPolygon:
    """The polygons of a geometry; mending leaves stray lines and points beside them."""
    polygons = []
    for part in shapely.get_parts(geometry).tolist():
        if part.geom_type == "Polygon":
            polygons.append(part)
        elif part.geom_type == "MultiPolygon":
            polygons.extend(part.geoms)
    return shapely.MultiPolygon(polygons)


def _to_geos(geometry: BaseGeometry, srid: int, limits: Limits) -> GEOSGeometry:
    """The shapely geometry in EPSG:4326 for Django, when all of it lies in the service area."""
    if srid == WGS84 and limits.planner and max(map(abs, geometry.bounds)) > 360:
        raise limits.error("projected")
    result = GEOSGeometry(memoryview(geometry.wkb), srid=srid)
    if srid != WGS84:
        try:
            result.transform(WGS84)
        except GDALException as error:
            raise limits.error("outside") from error
    min_lon, min_lat, max_lon, max_lat = service_area_bounds()
    west, south, east, north = result.extent
    if not (min_lon <= west and min_lat <= south and east <= max_lon and north <= max_lat):
        raise limits.error("outside")
    return result
