import json

import pytest
from django.contrib.gis.geos import GEOSGeometry
from django.utils import translation

from cms import geo

SQUARE = [[24.94, 60.17], [24.95, 60.17], [24.95, 60.18], [24.94, 60.18], [24.94, 60.17]]
BOW_TIE = [[24.94, 60.17], [24.95, 60.18], [24.95, 60.17], [24.94, 60.18], [24.94, 60.17]]


def geojson(kind, coordinates, **members):
    return json.dumps({"type": kind, "coordinates": coordinates} | members)


def crs(name):
    return {"type": "name", "properties": {"name": name}}


def refusal(text, reader=geo.parse_place, **kwargs):
    with pytest.raises(geo.GeometryError) as caught:
        reader(text, **kwargs)
    assert caught.value.messages[0]
    return caught.value.code


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("Point", [24.94, 60.17]),
        ("LineString", [[24.94, 60.17], [24.95, 60.18]]),
        ("Polygon", [SQUARE]),
    ],
)
def test_parse_place_reads_each_tool(kind, coordinates):
    place = geo.parse_place(geojson(kind, coordinates))
    assert (place.geom_type, place.srid) == (kind, 4326)
    assert geo.as_geojson(place) == {"type": kind, "coordinates": coordinates}


def test_parse_place_reads_feature_and_collection_of_one():
    point = {"type": "Point", "coordinates": [24.94, 60.17]}
    feature = {"type": "Feature", "properties": None, "geometry": point}
    collection = {"type": "FeatureCollection", "features": [feature]}
    assert geo.parse_place(json.dumps(feature)) == geo.parse_place(json.dumps(point))
    assert geo.parse_place(json.dumps(collection)) == geo.parse_place(json.dumps(point))


def test_parse_place_drops_height():
    place = geo.parse_place(geojson("LineString", [[24.94, 60.17, 12], [24.95, 60.18, 13.5]]))
    assert not place.hasz
    assert place.coords == ((24.94, 60.17), (24.95, 60.18))


def test_line_may_cross_itself():
    assert geo.parse_place(geojson("LineString", BOW_TIE)).geom_type == "LineString"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "unreadable"),
        ("Kallio", "unreadable"),
        ("[24.94, 60.17]", "unreadable"),
        ("null", "unreadable"),
        ('{"type": "Point"}', "unreadable"),
        ('{"type": ["Point"], "coordinates": [24.94, 60.17]}', "unreadable"),
        ('{"type": "Point", "coordinates": [24.94, 60.17]}\x00', "unreadable"),
        ("[" * 90_000, "unreadable"),
        ('{"type": "FeatureCollection", "features": 5}', "unreadable"),
        ('{"type": "FeatureCollection", "features": [5]}', "unreadable"),
        ('{"type": "Feature", "geometry": 5}', "unreadable"),
        ('{"type": "Feature", "geometry": null}', "empty"),
        ('{"type": "FeatureCollection", "features": []}', "empty"),
        ('{"type": "Point", "coordinates": []}', "empty"),
        ('{"type": "Polygon", "coordinates": [[]]}', "empty"),
        ('{"type": "Point", "coordinates": null}', "coordinates"),
        ('{"type": "Point", "coordinates": {"x": 1}}', "coordinates"),
        ('{"type": "Point", "coordinates": [24.94]}', "coordinates"),
        ('{"type": "Point", "coordinates": [NaN, 60.17]}', "coordinates"),
        ('{"type": "Point", "coordinates": [24.94, -Infinity]}', "coordinates"),
        ('{"type": "Point", "coordinates": [1e999, 60.17]}', "coordinates"),
        ('{"type": "Point", "coordinates": [24.94, 60.17, 1e999]}', "coordinates"),
        (f'{{"type": "Point", "coordinates": [{"9" * 400}, 60.17]}}', "coordinates"),
        (f'{{"type": "Point", "coordinates": [{"9" * 5000}, 60.17]}}', "unreadable"),
        ('{"type": "Point", "coordinates": ["24.94", "60.17"]}', "coordinates"),
        ('{"type": "Point", "coordinates": [true, false]}', "coordinates"),
        ('{"type": "Point", "coordinates": [null, null]}', "coordinates"),
        ('{"type": "Point", "coordinates": [[24.94, 60.17]]}', "coordinates"),
        ('{"type": "LineString", "coordinates": [24.94, 60.17]}', "coordinates"),
        ('{"type": "LineString", "coordinates": [[24.94, 60.17], 5]}', "coordinates"),
        (geojson("LineString", [[24.94, 60.17]]), "unreadable"),
        (geojson("LineString", [[24.94, 60.17], [24.94, 60.17]]), "too_few_points"),
        (geojson("Polygon", [[[24.94, 60.17], [24.95, 60.18]]]), "unreadable"),
        (
            geojson("Polygon", [[[24.94, 60.17], [24.95, 60.18], [24.96, 60.19], [24.94, 60.17]]]),
            "too_few_points",
        ),
        (geojson("Polygon", [[[24.94, 60.17]] * 4]), "too_few_points"),
        (geojson("Polygon", [BOW_TIE]), "crossing"),
        (geojson("MultiPoint", [[24.94, 60.17]]), "wrong_type"),
        (geojson("MultiPolygon", [[SQUARE]]), "wrong_type"),
        (json.dumps({"type": "GeometryCollection", "geometries": []}), "wrong_type"),
        (geojson("Circle", [24.94, 60.17]), "wrong_type"),
        (geojson("Point", [60.17, 24.94]), "outside"),
        (geojson("Point", [23.76, 61.50]), "outside"),
        (geojson("Point", [25496_000, 6_672_000]), "outside"),
        (geojson("LineString", [[24.94, 60.17], [27.0, 60.17]]), "outside"),
    ],
)
def test_parse_place_refuses(text, code):
    assert refusal(text) == code


def test_parse_place_refuses_tool_not_offered():
    assert refusal(geojson("LineString", [[24.94, 60.17], [24.95, 60.18]]), tools=("point",)) == "wrong_type"


def test_parse_place_refuses_two_places():
    feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [24.94, 60.17]}}
    assert refusal(json.dumps({"type": "FeatureCollection", "features": [feature, feature]})) == "several"


def test_parse_place_limits_vertices():
    line = [[24.90 + index / 100_000, 60.17] for index in range(1_001)]
    assert refusal(geojson("LineString", line)) == "too_many_vertices"
    assert geo.parse_place(geojson("LineString", line[:1_000])).num_points == 1_000


def test_parse_place_refuses_hundred_thousand_vertices_before_reading_them(settings):
    text = geojson("LineString", [[24.94, 60.17]] * 100_000)
    assert refusal(text) == "too_large"
    settings.PLACE_MAX_CHARACTERS = 10_000_000
    assert refusal(text) == "too_many_vertices"


@pytest.mark.parametrize(
    "name",
    [
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:OGC::CRS84",
        "EPSG:4326",
        "urn:ogc:def:crs:EPSG::4326",
    ],
)
def test_parse_place_accepts_crs_that_means_longitude_latitude(name):
    assert geo.parse_place(geojson("Point", [24.94, 60.17], crs=crs(name))).coords == (24.94, 60.17)


@pytest.mark.parametrize(
    "value",
    [
        crs("EPSG:3879"),
        crs("EPSG:3067"),
        crs("EPSG:14326"),
        crs("x" * 5_000),
        crs(5),
        None,
        "EPSG:4326",
        [],
        {},
    ],
)
def test_parse_place_refuses_other_crs(value):
    assert refusal(geojson("Point", [24.94, 60.17], crs=value)) == "crs"


def test_parse_place_refuses_crs_of_wrapping_objects():
    point = {"type": "Point", "coordinates": [24.94, 60.17]}
    feature = {"type": "Feature", "geometry": point, "crs": crs("EPSG:3879")}
    assert refusal(json.dumps(feature)) == "crs"
    del feature["crs"]
    collection = {"type": "FeatureCollection", "crs": crs("EPSG:3879"), "features": [feature]}
    assert refusal(json.dumps(collection)) == "crs"


def test_service_area_is_a_setting(settings):
    settings.SERVICE_AREA_BOUNDS = (23.5, 61.3, 24.2, 61.9)
    assert geo.parse_place(geojson("Point", [23.76, 61.50])).coords == (23.76, 61.50)
    assert refusal(geojson("Point", [24.94, 60.17])) == "outside"


@pytest.mark.parametrize("srid", [3067, 3879])
@pytest.mark.parametrize("form", ["EPSG:{}", "urn:ogc:def:crs:EPSG::{}", "http://www.opengis.net/def/crs/EPSG/0/{}"])
def test_parse_area_transforms_planners_systems(srid, form):
    expected = GEOSGeometry(geojson("MultiPolygon", [[SQUARE]]))
    planar = expected.transform(srid, clone=True)
    collection = {
        "type": "FeatureCollection",
        "crs": crs(form.format(srid)),
        "features": [{"type": "Feature", "properties": {}, "geometry": geo.as_geojson(planar, 4)}],
    }
    area = geo.parse_area(json.dumps(collection))
    assert (area.geom_type, area.srid) == ("MultiPolygon", 4326)
    assert area.sym_difference(expected).area < expected.area * 1e-6


def test_parse_area_dissolves_parts_and_mends_crossing_edges():
    geometries = [
        {"type": "Polygon", "coordinates": [SQUARE]},
        {"type": "Polygon", "coordinates": [BOW_TIE]},
        {"type": "MultiPolygon", "coordinates": [[[[lon + 0.02, lat] for lon, lat in SQUARE]]]},
    ]
    area = geo.parse_area(json.dumps({"type": "GeometryCollection", "geometries": geometries}))
    assert (area.geom_type, area.valid, len(area)) == ("MultiPolygon", True, 2)
    mended = geo.parse_area(geojson("Polygon", [BOW_TIE]))
    assert (mended.valid, len(mended)) == (True, 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (geojson("Point", [24.94, 60.17]), "wrong_type"),
        (
            geojson("Polygon", [[[24.94, 60.17], [24.95, 60.18], [24.96, 60.19], [24.94, 60.17]]]),
            "too_few_points",
        ),
        (geojson("Polygon", [[[x * 1e4, y * 1e5] for x, y in SQUARE]]), "projected"),
        (geojson("Polygon", [[[x, y + 1] for x, y in SQUARE]]), "outside"),
        (geojson("Polygon", [SQUARE], crs=crs("EPSG:3857")), "crs"),
        (json.dumps({"type": "GeometryCollection", "geometries": [{"type": "Point"}]}), "wrong_type"),
        ('{"type": "GeometryCollection", "geometries": 1}', "unreadable"),
        ("{", "unreadable"),
        (geojson("Polygon", [[[x * 1e7, y * 1e7] for x, y in SQUARE]], crs=crs("EPSG:3879")), "outside"),
        (geojson("Polygon", [[[x * 1e5, -y * 1e6] for x, y in SQUARE]], crs=crs("EPSG:3067")), "outside"),
    ],
)
def test_parse_area_refuses(text, code):
    assert refusal(text, geo.parse_area) == code


def test_parse_area_limits_vertices(settings):
    settings.AREA_MAX_VERTICES = 6
    two = json.dumps({"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]})
    assert refusal(two, geo.parse_area) == "too_many_vertices"


def test_error_speaks_the_readers_language():
    with pytest.raises(geo.GeometryError) as caught:
        geo.parse_place(geojson("Point", [0, 0]))
    with translation.override("en"):
        assert caught.value.messages == [
            "The place is outside the area of this service. Please mark a place inside the area on the map."
        ]


def metres(kind, *offsets):
    """A geometry from offsets in metres east and north of a place in central Helsinki."""
    points = ", ".join(f"{25_496_000 + east} {6_672_000 + north}" for east, north in offsets)
    text = f"{kind}({points})" if kind == "LINESTRING" else f"{kind}(({points}))"
    return GEOSGeometry(text, srid=3879).transform(4326, clone=True)


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (GEOSGeometry("POINT(24.94 60.17)", srid=4326), ""),
        (metres("LINESTRING", (0, 0), (0, 449)), "about 450 m"),
        (metres("LINESTRING", (0, 0), (0, 8.2)), "about 8.2 m"),
        (metres("LINESTRING", (0, 0), (2_440, 0)), "about 2.4 km"),
        (metres("POLYGON", (0, 0), (50, 0), (50, 50), (0, 50), (0, 0)), "about 2,500 m²"),
        (metres("POLYGON", (0, 0), (68, 0), (68, 105), (0, 105), (0, 0)), "about 1 football pitch"),
        (metres("POLYGON", (0, 0), (204, 0), (204, 105), (0, 105), (0, 0)), "about 3 football pitches"),
        (metres("POLYGON", (0, 0), (1_600, 0), (1_600, 1_500), (0, 1_500), (0, 0)), "about 2.4 km²"),
    ],
)
def test_everyday_size(geometry, words):
    assert geo.everyday_size(geometry, "en") == words


def test_representative_point_lies_on_the_geometry():
    line = GEOSGeometry("LINESTRING(24.94 60.17, 24.96 60.17)", srid=4326)
    horseshoe = GEOSGeometry("POLYGON((0 0, 9 0, 9 9, 8 9, 8 1, 1 1, 1 9, 0 9, 0 0))", srid=4326)
    assert geo.representative_point(line).coords == pytest.approx((24.95, 60.17))
    assert horseshoe.contains(geo.representative_point(horseshoe))
    assert geo.representative_point(horseshoe).srid == 4326
