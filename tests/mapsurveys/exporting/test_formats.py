"""The same answers in every format, read back by other programs (tests A5, A6, A8, A10, A11 of the research)."""

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing

import pytest
from django.contrib.gis.gdal import DataSource
from django.contrib.gis.geos import Point
from django.utils import translation
from openpyxl import load_workbook

from tests.mapsurveys.exporting.survey import NASTY, rows_of, staff_files, written

pytestmark = pytest.mark.django_db


def open_book(content):
    return load_workbook(io.BytesIO(content))


def unzipped(content) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture
def geopackage(tmp_path):
    """Answers to a question in SQL of what was written to a GeoPackage."""

    def ask(dataset, query, **changes):
        path = tmp_path / "saved.gpkg"
        path.write_bytes(written(dataset, "gpkg", **changes))
        with closing(sqlite3.connect(path)) as database:
            return database.execute(query).fetchall()

    return ask


def test_text_is_unharmed_in_every_format(answered, geopackage):
    files = staff_files(answered.survey)
    good = files.places(files.find_map_question("good_places"))

    table = list(csv.reader(io.StringIO(unzipped(written(good, "zip"))["places-good_places.csv"], newline="")))
    assert table[1][table[0].index("why")] == NASTY
    # For those who open it with a double click the plain CSV disarms the formula, and changes nothing else.
    assert rows_of(written(good, "csv"))[1][5] == f"'{NASTY}"
    features = json.loads(written(good, "geojson"))["features"]
    assert features[0]["properties"]["why"] == NASTY
    assert json.loads(written(good, "jsonl").splitlines()[0])["why"] == NASTY
    assert geopackage(good, "SELECT why FROM places_good_places LIMIT 1") == [(NASTY,)]
    sheet = open_book(written(good, "xlsx")).worksheets[0]
    assert (sheet["F2"].value, sheet["F2"].data_type) == (NASTY, "s")
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_nothing_zero_and_one_are_apart_in_every_format(answered, geopackage):
    files = staff_files(answered.survey)
    names = ["moving_cycle", "moving_bus", "moving_walk"]
    expected = [(0, None, 1), (1, None, 0), (1, 1, None), (None, None, None)]
    texts = [tuple("" if cell is None else str(cell) for cell in row) for row in expected]

    header, *rows = rows_of(written(files.responses(), "csv"))
    places = [header.index(name) for name in names]
    assert [tuple(row[place] for place in places) for row in rows] == texts
    zipped = csv.DictReader(io.StringIO(unzipped(written(files.responses(), "zip"))["responses.csv"], newline=""))
    assert [tuple(row[name] for name in names) for row in zipped] == texts
    lines = [json.loads(line) for line in written(files.responses(), "jsonl").splitlines()]
    assert [tuple(line[name] for name in names) for line in lines] == expected
    sheet = open_book(written(files.responses(), "xlsx")).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [tuple(row[place] for place in places) for row in rows] == expected
    query = f"SELECT {', '.join(names)} FROM responses ORDER BY submitted"  # noqa: S608 - our own names
    assert geopackage(files.package(), query) == expected


def test_geojson_features_have_every_key_and_empty_ones_are_null(answered):
    files = staff_files(answered.survey)
    good = files.places(files.find_map_question("good_places"))

    features = json.loads(written(good, "geojson"))["features"]

    names = [column.name for column in good.columns]
    assert [list(feature["properties"]) for feature in features] == [names] * 3
    assert [feature["properties"]["fun"] for feature in features] == [None, None, 5]
    assert [feature["geometry"] for feature in features] == [
        {"type": "Point", "coordinates": [24.95, 60.18]},
        None,
        {"type": "Point", "coordinates": [24.94, 60.17]},
    ]


@pytest.mark.parametrize("srid", [3879, 3067])
def test_geopackage_puts_places_where_they_are(answered, tmp_path, srid):
    path = tmp_path / "saved.gpkg"
    path.write_bytes(written(staff_files(answered.survey).package(), "gpkg", srid=srid))

    layers = {layer.name: layer for layer in DataSource(str(path))}

    assert set(layers) == {"responses", "places_good_places", "places_home", "codebook", "versions", "dropout"}
    layer = layers["places_good_places"]
    assert layer.srs.srid == srid
    feature = next(iter(layer))
    expected = Point(24.95, 60.18, srid=4326).transform(srid, clone=True)
    assert feature.geom.tuple == pytest.approx(expected.coords, abs=0.01)
    assert len(layers["responses"]) == 4


def test_workbook_has_a_sheet_for_each_part(answered):
    with translation.override("en"):
        package = staff_files(answered.survey).package()
    book = open_book(written(package, "xlsx", language="en"))

    assert book.sheetnames == [
        "Read me",
        "Answers",
        "Missä viihdyt",
        "Missä on kotisi",
        "Code book",
        "Versions",
        "Drop-out",
    ]


TYPES = {"integer": int, "number": float, "string": str}


def check_against_schema(resource: dict, table: str) -> list[dict]:
    """The rows of a CSV, whose header and every cell are as its Table Schema says."""
    header, *rows = csv.reader(io.StringIO(table, newline=""))
    fields = resource["schema"]["fields"]
    assert header == [field["name"] for field in fields]
    for row in rows:
        for field, cell in zip(fields, row, strict=True):
            if cell in resource["schema"]["missingValues"]:
                continue
            if field["type"] == "boolean":
                assert cell in (*field["trueValues"], *field["falseValues"])
            elif field["type"] in TYPES:
                TYPES[field["type"]](cell)
            else:
                assert field["type"] in ("date", "datetime")
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_data_package_holds_to_its_own_schema(answered):
    files = unzipped(written(staff_files(answered.survey).package(), "zip"))
    package = json.loads(files.pop("datapackage.json"))

    assert [resource["path"] for resource in package["resources"]] == list(files)
    tables = {
        resource["name"]: check_against_schema(resource, files[resource["path"]]) for resource in package["resources"]
    }
    keys = [
        (resource["name"], key["fields"], key["reference"]["resource"], key["reference"]["fields"])
        for resource in package["resources"]
        for key in resource["schema"].get("foreignKeys", [])
    ]
    assert keys == [
        ("places-good_places", "response", "responses", "response"),
        ("places-home", "response", "responses", "response"),
    ]
    for name, field, target, target_field in keys:
        assert {row[field] for row in tables[name]} <= {row[target_field] for row in tables[target]}
    assert "licenses" not in package


def test_versions_hold_every_questionnaire_whole(answered):
    rows = list(
        csv.DictReader(io.StringIO(written(staff_files(answered.survey).versions(), "csv").decode("utf-8-sig")))
    )

    assert [(row["version"], row["responses"]) for row in rows] == [("1", "2"), ("2", "2")]
    stored = [version.questionnaire for version in answered.survey.versions.order_by("number")]
    assert [json.loads(row["questionnaire"]) for row in rows] == stored
    assert json.loads(rows[0]["announcement"])["publishes_answers"] is True


def test_drop_out_counts_each_sheet_once(answered):
    rows = rows_of(written(staff_files(answered.survey).drop_out(), "csv"))

    assert [(row[1], row[2], row[4]) for row in rows[1:]] == [
        ("opened", "", "0"),
        ("started", "", "5"),
        ("page", "qsteptwo", "5"),
        ("page", "qstepone", "5"),
        ("submitted", "", "4"),
    ]
