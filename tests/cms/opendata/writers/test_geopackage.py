import sqlite3
import tempfile
import tracemalloc
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.gis.db.models import GeometryField
from django.contrib.gis.gdal import DataSource
from django.contrib.gis.geos import GEOSGeometry
from django.db.models import Value

from cms.opendata.datasets import Column, QuerySetDataset
from cms.opendata.expressions import GeoJSONGeometry
from cms.opendata.writers import find_writer, geopackage

from ..samples import COLUMNS, POINT, ROWS, make_bundle, make_dataset, make_distribution, read

pytestmark = pytest.mark.django_db

# To the millimetre by PROJ alone (gdaltransform), longitude first in EPSG:4326.
PLACE = "24.95123456, 60.18123456"
IN_SYSTEMS = {
    4326: (24.95123456, 60.18123456),
    3879: (25497293.785, 6674265.854),
    3067: (386362.457, 6673358.146),
}
CENTIMETRE = 1e-7  # in degrees, roughly


@pytest.fixture
def save(tmp_path):
    """Writes a distribution to a file and gives its path."""

    def write(dataset=None, **changes):
        path = tmp_path / "saved.gpkg"
        path.write_bytes(read(make_distribution("gpkg", dataset, **changes)))
        return path

    return write


def ask(path, query, *values):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query, values).fetchall()


def layer_of(path):
    """The layer as the GDAL of the system reads it, which is not the one that wrote it."""
    (layer,) = DataSource(str(path))
    return layer


def test_geopackage_holds_every_row_and_value(save):
    rows = ask(save(), "SELECT fid, id, text, longitude, created_at, is_answer, geom IS NULL FROM remarks")

    assert rows == [
        (1, 1, "Lisää puita, kiitos", 24.9384, "2026-11-21T16:09:21Z", 1, 0),
        (2, 2, 'Hän sanoi "ei",\nja lähti 🚲', None, "2026-05-31T21:00:00Z", 0, 1),
        (3, 3, "=1+1", -0.5, None, None, 1),
        (4, 4, "Больше деревьев", 25.0, "2026-01-01T10:00:00Z", 1, 1),
        (5, 5, None, None, None, None, 1),
    ]


def test_geopackage_is_read_by_another_gdal(save):
    layer = layer_of(save())

    assert (layer.name, len(layer), layer.srs.srid) == ("remarks", 5, 4326)
    assert layer.fields == ["id", "text", "longitude", "created_at", "is_answer"]
    assert [kind.__name__ for kind in layer.field_types] == [
        "OFTInteger64",
        "OFTString",
        "OFTReal",
        "OFTDateTime",
        "OFTInteger",
    ]
    first, second, *_others = layer
    assert first.geom.wkt == "POINT (24.9384 60.1699)"
    assert second.get("created_at") == datetime(2026, 5, 31, 21, 0)  # noqa: DTZ001 - in UTC


@pytest.mark.parametrize(
    "text",
    ['=1+1, "a";\nä 🚲', "", " ", "a\r\nb\rc", "\x0b\x01tab\t", "'; DROP TABLE x --", "NULL", "0012", "e\u0301"],
)
def test_geopackage_leaves_text_unharmed(save, text):
    path = save(make_dataset(listed=((1, text, None, None, None, None),)))

    assert ask(path, "SELECT text FROM remarks") == [(text,)]


def test_geopackage_tells_nothing_zero_and_one_apart(save):
    columns = (
        Column("chosen", "integer", "Chosen", ""),
        Column("agreed", "boolean", "Agreed", ""),
        Column("share", "number", "Share", ""),
        Column("day", "date", "Day", ""),
    )
    listed = (
        (None, None, None, None, None),
        (0, False, 0.0, "2026-11-21", None),
        (1, True, 1.0, None, None),
        (2**62, True, 0.1, "1899-12-31", None),
    )

    path = save(make_dataset(columns=columns, listed=listed))

    rows = ask(path, "SELECT chosen, agreed, share, day, typeof(chosen), typeof(agreed), typeof(share) FROM remarks")
    assert rows == [
        (None, None, None, None, "null", "null", "null"),
        (0, 0, 0.0, "2026-11-21", "integer", "integer", "real"),
        (1, 1, 1.0, None, "integer", "integer", "real"),
        (2**62, 1, 0.1, "1899-12-31", "integer", "integer", "real"),
    ]


@pytest.mark.parametrize("srid", [4326, 3879, 3067])
def test_geopackage_puts_shapes_in_the_system_asked_for(save, srid):
    shape = f'{{"type":"Point","coordinates":[{PLACE}]}}'
    tolerance = CENTIMETRE if srid == 4326 else 0.01

    layer = layer_of(save(make_dataset(listed=((1, None, None, None, None, shape),)), srid=srid))

    assert layer.srs.srid == srid
    (feature,) = layer
    assert feature.geom.tuple == pytest.approx(IN_SYSTEMS[srid], abs=tolerance)
    assert layer.extent.tuple[:2] == pytest.approx(IN_SYSTEMS[srid], abs=tolerance)


@pytest.mark.parametrize("srid", [4326, 3879, 3067])
def test_geopackage_of_a_query_is_exact_where_geojson_is_rounded(save, srid):
    place = GEOSGeometry(f"POINT ({PLACE.replace(',', '')})", srid=4326)
    dataset = QuerySetDataset(
        identifier="types",
        title="",
        description="",
        columns=(Column("model", "string", "", ""),),
        geometry=GeoJSONGeometry(Value(place, output_field=GeometryField(srid=4326))),
        queryset=lambda filters: ContentType.objects.filter(model="group"),
    )

    layer = layer_of(save(dataset, srid=srid))

    (feature,) = layer
    assert feature.get("model") == "group"
    assert feature.geom.tuple == pytest.approx(IN_SYSTEMS[srid], abs=CENTIMETRE if srid == 4326 else 0.001)


def test_geopackage_mixes_kinds_of_shapes_and_mends_what_crosses_itself(save):
    shapes = (
        POINT,
        None,
        '{"type":"LineString","coordinates":[[24.9,60.1],[24.95,60.2]]}',
        '{"type":"Polygon","coordinates":[[[24,60],[25,61],[25,60],[24,61],[24,60]]]}',
    )
    path = save(make_dataset(listed=tuple((n, None, None, None, None, shape) for n, shape in enumerate(shapes))))

    shapes = [feature.geom for feature in layer_of(path) if feature.get("id") != 1]
    assert [shape.geom_name for shape in shapes] == ["POINT", "LINESTRING", "MULTIPOLYGON"]
    assert all(shape.geos.valid for shape in shapes)
    assert ask(path, "SELECT geometry_type_name FROM gpkg_geometry_columns") == [("GEOMETRY",)]


def test_geopackage_has_an_index_of_the_places(save):
    path = save(srid=3879)

    # The index holds 32-bit numbers, rounded outwards.
    ((number, west, east, south, north),) = ask(path, "SELECT * FROM rtree_remarks_geom")
    assert (number, west <= 25496580.36 <= east, south <= 6673003.61 <= north) == (1, True, True)
    assert ("remarks", "geom", "gpkg_rtree_index") in ask(
        path, "SELECT table_name, column_name, extension_name FROM gpkg_extensions"
    )


def test_geopackage_gives_titles_to_layers_and_columns(save):
    path = save()

    assert ask(path, "SELECT table_name, identifier, description, srs_id FROM gpkg_contents") == [
        ("remarks", "Remarks", "What people remarked.", 4326)
    ]
    assert ask(path, "SELECT column_name, name, title, description FROM gpkg_data_columns") == [
        ("id", "Number", "Number", "Grows with time."),
        ("text", "Text", "Text", "What was written."),
        ("longitude", "Longitude", "Longitude", "In degrees."),
        ("created_at", "Written at", "Written at", "In Finnish time."),
        ("is_answer", "Official answer", "Official answer", "Whether the city answers."),
    ]


def test_geopackage_tells_columns_of_one_title_apart(save):
    columns = (Column("q1", "string", "Why?", ""), Column("q2", "string", "Why?", ""))

    path = save(make_dataset(columns=columns, listed=()))

    assert ask(path, "SELECT name, title FROM gpkg_data_columns") == [("Why?", "Why?"), ("Why? (q2)", "Why?")]


def test_geopackage_of_what_is_not_open_names_no_licence(save):
    ((text,),) = ask(save(make_dataset(licence=None)), "SELECT metadata FROM gpkg_metadata")

    assert [word for word in ("licence", "attribution", "creativecommons") if word in text] == []


def test_geopackage_says_where_it_comes_from(save, settings):
    settings.KUULE_SITE_NAME, settings.KUULE_CITY_NAME = "Kuule", "Helsinki"

    ((text,),) = ask(save(), "SELECT metadata FROM gpkg_metadata")

    for fact in (
        '<MDI key="licence">https://creativecommons.org/licenses/by/4.0/</MDI>',
        '<MDI key="attribution">Kuule, Helsinki</MDI>',
        '<MDI key="source">https://kuule.example/open-data/remarks.gpkg</MDI>',
        '<MDI key="created">2026-11-21T18:09:21+02:00</MDI>',
    ):
        assert fact in text


def test_geopackage_is_of_a_version_that_older_programs_know(save):
    path = save()

    assert ask(path, "PRAGMA application_id") == [(0x47504B47,)]
    assert ask(path, "PRAGMA user_version") == [(10300,)]
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []


def test_geopackage_without_rows_has_its_layer(save):
    layer = layer_of(save(make_dataset(listed=())))

    assert (layer.name, len(layer), layer.num_fields) == ("remarks", 0, 5)


def test_geopackage_keeps_columns_called_as_its_own(save):
    columns = (Column("fid", "integer", "Number", ""), Column("geom", "string", "Geometry", ""))
    path = save(make_dataset(columns=columns, listed=((7, "round", POINT),)))

    assert ask(path, "SELECT fid_, fid, geom, geom_ IS NULL FROM remarks") == [(1, 7, "round", 0)]
    (feature,) = layer_of(path)
    assert feature.geom.wkt == "POINT (24.9384 60.1699)"


def test_geopackage_of_several_batches_is_the_same(save, monkeypatch):
    query = "SELECT * FROM remarks"
    whole = ask(save(), query)
    monkeypatch.setattr(geopackage, "BATCH_SIZE", 2)

    assert ask(save(), query) == whole


def test_geopackage_of_a_bundle_has_layers_and_attribute_tables(save):
    path = save(make_bundle(), srid=3067)

    assert ask(path, "SELECT table_name, data_type, identifier FROM gpkg_contents") == [
        ("survey_responses", "attributes", "Answers"),
        ("survey_places", "features", "Places"),
        ("survey_routes", "features", "Places (survey_routes)"),
    ]
    query = "SELECT id, text, longitude, created_at, is_answer FROM {}"
    assert ask(path, query.format("survey_places")) == ask(path, query.format("survey_responses"))
    assert len(ask(path, "SELECT 1 FROM survey_responses")) == 5
    layers = {layer.name: len(layer) for layer in DataSource(str(path))}
    assert layers == {"survey_responses": 5, "survey_places": 5, "survey_routes": 0}
    assert len(ask(path, "SELECT 1 FROM gpkg_data_columns")) == 15


def test_geopackage_is_offered_only_where_rows_have_places():
    assert find_writer(make_dataset(geometry=None), "gpkg") is None


def test_geopackage_temporary_files_go_also_when_the_download_breaks(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def broken():
        yield ROWS[0]
        raise ConnectionError

    stream = make_distribution("gpkg").stream()
    next(stream)
    assert list(Path(tmp_path).iterdir())
    stream.close()
    with pytest.raises(ConnectionError):
        read(make_distribution("gpkg", make_dataset(listed=broken())))

    assert not list(Path(tmp_path).iterdir())


def test_geopackage_memory_does_not_grow_with_the_rows():
    def peak_of(count):
        rows = ((number, f"Lisää puita, kiitos {number} " * 10, POINT) for number in range(count))
        distribution = make_distribution("gpkg", make_dataset(columns=COLUMNS[:2], listed=rows))
        tracemalloc.start()
        for _chunk in distribution.stream():
            pass
        _current, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    assert peak_of(12_000) - peak_of(4_000) < 1_000_000


def test_geopackage_moment_at_the_hour_that_comes_twice(save):
    moments = ("2026-10-25T03:30:00+03:00", "2026-10-25T03:30:00+02:00")
    path = save(make_dataset(listed=tuple((1, None, None, moment, None, None) for moment in moments)))

    found = [datetime.fromisoformat(text) for (text,) in ask(path, "SELECT created_at FROM remarks")]
    assert found == [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)]
