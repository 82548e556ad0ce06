"""The files that anyone downloads, compared whole: the test shows the format."""

import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.gis.gdal import DataSource
from openpyxl import load_workbook

from tests.factories import NOON, make_comment, make_hearing, make_organisation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

COMMENTS_CSV = '''\
id,hearing,hearing_title,section,section_title,parent_id,created_at,edited_at,language,text,place_text,lon,lat,wkt\r
{first},rantapuisto,"Rantapuisto, ""uusi""",{section},Osa main,,2026-11-21T10:00:00+02:00,,fi,"Yksi, ""kaksi""\n
kolme 🌳",Rannalla,24.95,60.18,POINT(24.95 60.18)\r
{second},rantapuisto,"Rantapuisto, ""uusi""",{section},Osa main,{first},2026-11-21T11:00:00+02:00,\
2026-11-21T12:00:00+02:00,ru,Больше деревьев,,,,\r
{third},rantapuisto,"Rantapuisto, ""uusi""",{section},Osa main,,2026-11-21T12:00:00+02:00,,,'=1+1,,24.94,60.17,\
"LINESTRING(24.94 60.17,24.96 60.18)"\r
'''


@pytest.fixture
def small():
    """A hearing with three comments to show and three to keep."""
    organisation = make_organisation(fi="Kaupunkiympäristö", sv="Stadsmiljö")
    hearing = make_hearing(
        slug="rantapuisto",
        organisation=organisation,
        sections=["main"],
        texts={"fi": {"title": 'Rantapuisto, "uusi"'}, "sv": {"title": "Strandparken"}},
    )
    section = hearing.sections.get()
    first = make_comment(
        section,
        text='Yksi, "kaksi"\n\nkolme 🌳',
        place_text="Rannalla",
        place="POINT(24.95 60.18)",
        author_name="Aino",
        created_at=NOON.replace(hour=8),
    )
    second = make_comment(
        section,
        text="Больше деревьев",
        language="ru",
        parent=first,
        created_at=NOON.replace(hour=9),
        edited_at=NOON,
    )
    third = make_comment(
        section, text="=1+1", language="", place="LINESTRING(24.94 60.17, 24.96 60.18)", created_at=NOON
    )
    for state in ("hidden", "withdrawn", "pending"):
        make_comment(section, text="ei saa näkyä", state=state)
    make_comment(make_hearing(slug="luonnos", live=False).sections.first(), text="ei saa näkyä")
    return {"first": first.pk, "second": second.pk, "third": third.pk, "section": section.pk}


def read(client, address) -> bytes:
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def test_comments_as_csv(client, small):
    text = read(client, "/open-data/comments.csv").decode("utf-8-sig")
    # A line break inside a text stays the one that was written.
    assert text == COMMENTS_CSV.format(**small)


def test_comments_of_hearing_are_the_same_file(client, small):
    make_comment(make_hearing().sections.first())
    text = read(client, "/open-data/comments.csv?hearing=rantapuisto").decode("utf-8-sig")
    assert text == COMMENTS_CSV.format(**small)


def test_hearings_as_csv(client, small):
    text = read(client, "/open-data/hearings.csv").decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(text))
    assert dict(zip(header, row, strict=True)) == {
        "hearing": "rantapuisto",
        "title_fi": 'Rantapuisto, "uusi"',
        "title_sv": "Strandparken",
        "title_en": "",
        "organisation": "Kaupunkiympäristö",
        "status": "open",
        "open_at": "2026-11-14T12:00:00+02:00",
        "close_at": "2026-11-28T12:00:00+02:00",
        "results_expected_on": "",
        "comment_count": "3",
        "lon": "24.95",
        "lat": "60.18",
        "wkt": "POLYGON((24.94 60.17,24.94 60.19,24.96 60.19,24.96 60.17,24.94 60.17))",
    }


def test_comments_as_geojson(client, small):
    collection = json.loads(read(client, "/open-data/comments.geojson"))
    first, second, third = collection["features"]
    assert collection["type"] == "FeatureCollection"
    assert first == {
        "type": "Feature",
        "id": small["first"],
        "geometry": {"type": "Point", "coordinates": [24.95, 60.18]},
        "properties": {
            "id": small["first"],
            "hearing": "rantapuisto",
            "hearing_title": 'Rantapuisto, "uusi"',
            "section": str(small["section"]),
            "section_title": "Osa main",
            "parent_id": None,
            "created_at": "2026-11-21T10:00:00+02:00",
            "edited_at": None,
            "language": "fi",
            "text": 'Yksi, "kaksi"\n\nkolme 🌳',
            "place_text": "Rannalla",
            "lon": 24.95,
            "lat": 60.18,
            "wkt": "POINT(24.95 60.18)",
        },
    }
    assert (second["geometry"], second["properties"]["parent_id"]) == (None, small["first"])
    assert third["geometry"] == {"type": "LineString", "coordinates": [[24.94, 60.17], [24.96, 60.18]]}
    assert third["properties"]["text"] == "=1+1"


def test_comments_as_spreadsheet(client, small):
    sheet = load_workbook(io.BytesIO(read(client, "/open-data/comments.xlsx?lang=fi"))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    texts = [row[9] for row in rows[1:]]
    assert texts == ['Yksi, "kaksi"\n\nkolme 🌳', "Больше деревьев", "=1+1"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("name", ["comments", "hearings"])
def test_geopackage_has_the_values_of_the_table(client, small, tmp_path, name):
    with zipfile.ZipFile(io.BytesIO(read(client, f"/open-data/{name}.zip"))) as archive:
        header, *table = csv.reader(io.StringIO(archive.read(f"{name}.csv").decode(), newline=""))
    path = tmp_path / "saved.gpkg"
    path.write_bytes(read(client, f"/open-data/{name}.gpkg?crs=3879"))
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute(f"SELECT {', '.join(header)} FROM {name}").fetchall()  # noqa: S608 - our columns
    assert [[as_csv(column, value) for column, value in zip(header, row, strict=True)] for row in rows] == table


def as_csv(column, value) -> str:
    """A GeoPackage's value as the CSV has it: moments in UTC there, in Finnish time here."""
    if value is not None and column.endswith("_at"):
        return datetime.fromisoformat(value).astimezone(ZoneInfo("Europe/Helsinki")).isoformat()
    return "" if value is None else str(value)


def test_geopackage_has_the_shapes_in_metres(client, hearing, tmp_path):
    make_comment(hearing.sections.first(), place="POINT(24.9384 60.1699)")
    path = tmp_path / "saved.gpkg"
    path.write_bytes(read(client, "/open-data/comments.gpkg?crs=3879"))
    (layer,) = DataSource(str(path))
    (feature,) = layer
    assert layer.srs.srid == 3879
    # The same by GDAL's own PROJ, to a tenth of a millimetre.
    assert feature.geom.tuple == pytest.approx((25496580.36, 6673003.6067), abs=0.0001)


@pytest.mark.parametrize("code", ["csv", "xlsx", "geojson", "gpkg", "jsonl", "zip"])
@pytest.mark.parametrize("slug", ["luonnos", "none-such", "%00", ""])
def test_file_of_hearing_that_is_not_public_is_not_there(client, small, code, slug):
    response = client.get(f"/open-data/comments.{code}?hearing={slug}")
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "not_found"


@pytest.mark.parametrize("name", ["Aino", "ei saa näkyä"])
@pytest.mark.parametrize(
    "address", ["/open-data/comments.csv", "/open-data/comments.geojson", "/open-data/hearings.csv"]
)
def test_names_and_hidden_texts_are_in_no_file(client, small, address, name):
    assert name not in read(client, address).decode()


def test_title_that_is_not_finnish_is_empty_in_finnish_column(client):
    hearing = make_hearing(sections=["main"])
    hearing.drop_translation("fi")
    hearing.save()
    make_comment(hearing.sections.get(), text="Yksi")
    header, row = csv.reader(io.StringIO(read(client, "/open-data/comments.csv").decode("utf-8-sig")))
    assert row[header.index("hearing_title")] == ""
    assert row[header.index("text")] == "Yksi"


def test_table_carries_plane_coordinates_as_asked(client, hearing):
    make_comment(hearing.sections.first(), place="POINT(24.9384 60.1699)")
    make_comment(hearing.sections.first())
    rows = list(csv.DictReader(io.StringIO(read(client, "/open-data/comments.csv?crs=3879").decode())))
    assert {(row["easting"], row["northing"]) for row in rows} == {("25496580.36", "6673003.61"), ("", "")}
    rows = list(csv.DictReader(io.StringIO(read(client, "/open-data/hearings.csv?crs=3067").decode())))
    assert float(rows[0]["easting"]) == pytest.approx(386_000, abs=2_000)


@pytest.mark.parametrize("address", ["comments.csv?crs=4326", "comments.csv?crs=x", "comments.geojson?crs=3879"])
def test_wrong_coordinate_system_is_told(client, hearing, address):
    response = client.get(f"/open-data/{address}")
    assert response.status_code == 400
    assert response.json()["error"]["message"]
