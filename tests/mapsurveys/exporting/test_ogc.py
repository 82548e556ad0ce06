"""Places of surveys below /ogc/, read as map programs read them."""

import contextlib
import json
import shutil
import sqlite3
import subprocess

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mapsurveys.models import Feature, Survey
from tests.factories import NOON, WEEK
from tests.factories.surveys import make_response
from tests.mapsurveys.exporting.survey import (
    NASTY,
    hide_answers,
    make_answered_survey,
    place,
    rows_of,
)

GOOD_PLACES = "survey-places.viihtyisyys.good_places"
HOMES = "survey-places.viihtyisyys.home"


@pytest.fixture
def ask_page(client):
    """A page of features of a collection."""

    def read(collection, **query):
        response = client.get(f"/ogc/collections/{collection}/items", query)
        assert response.status_code == 200, response.content
        return json.loads(b"".join(response.streaming_content))

    return read


def listed(client):
    """{identifier: title} of the collections of surveys' places."""
    found = client.get("/ogc/collections", {"lang": "fi"}).json()["collections"]
    return {each["id"]: each["title"] for each in found if each["id"].startswith("survey-places.")}


@pytest.mark.django_db
def test_each_map_question_is_a_collection(client, closed):
    assert listed(client) == {
        GOOD_PLACES: "Missä viihdyt? – Viihtyisyys",
        HOMES: "Missä on kotisi? – Viihtyisyys",
    }
    for identifier, title in listed(client).items():
        assert client.get(f"/ogc/collections/{identifier}", {"lang": "fi"}).json()["title"] == title


@pytest.mark.django_db
def test_features_are_the_rows_of_the_download(closed, ask_page, download):
    header, *rows = rows_of(download("survey-places.csv", question="good_places"))
    features = ask_page(GOOD_PLACES)["features"]

    assert [list(feature["properties"]) for feature in features] == [header] * len(rows)
    assert {feature["id"] for feature in features} == {f"{row[0]}.{row[2]}" for row in rows}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"close_at": NOON + 9 * WEEK}, "not_closed"),
        ({"publishes_answers": False}, "not_announced"),
        ({"smallest_cell": 5}, "too_few_answers"),
        ({"live": False}, "not_found"),
    ],
)
def test_collection_is_there_when_the_download_is(client, closed, refusal, changes, code):
    Survey.objects.filter(pk=closed.survey.pk).update(**changes)

    assert refusal("survey-places.geojson", question="good_places") == (404, code)
    assert listed(client) == {}
    for path in ("", "/items", f"/items/{closed.keys[0]}.1"):
        response = client.get(f"/ogc/collections/{GOOD_PLACES}{path}")
        assert (response.status_code, response.json()["code"]) == (404, code)


@pytest.mark.django_db
def test_what_moderators_hide_is_not_there(client, closed, ask_page):
    before = ask_page(GOOD_PLACES)["numberMatched"]
    hide_answers(closed.responses[2], "qgood")

    assert ask_page(GOOD_PLACES)["numberMatched"] == before - 1
    assert client.get(f"/ogc/collections/{GOOD_PLACES}/items/{closed.keys[2]}.1").status_code == 404


@pytest.mark.django_db
def test_box_finds_what_a_grid_publishes_and_not_the_home(closed, ask_page):
    """Both homes are at 24.950..24.951 60.180..60.181; the middle of their square is elsewhere."""
    (shown, _other) = ask_page(HOMES)["features"]
    longitude, latitude = shown["geometry"]["coordinates"]
    around_middle = f"{longitude - 1e-5},{latitude - 1e-5},{longitude + 1e-5},{latitude + 1e-5}"
    around_home = "24.9502,60.1802,24.9508,60.1808"

    assert ask_page(HOMES, bbox=around_middle)["numberMatched"] == 2
    assert not (24.9502 <= longitude <= 24.9508 and 60.1802 <= latitude <= 60.1808)
    assert ask_page(HOMES, bbox=around_home)["numberMatched"] == 0


@pytest.mark.django_db
def test_box_finds_no_home_of_few_people(closed, ask_page):
    Survey.objects.filter(pk=closed.survey.pk).update(smallest_cell=3)

    assert [feature["geometry"] for feature in ask_page(HOMES)["features"]] == [None, None]
    assert ask_page(HOMES, bbox="-180,-90,180,90")["numberMatched"] == 0


@pytest.mark.django_db
def test_queries_do_not_grow_with_surveys_or_places(client, closed, ask_page):
    def cost(call):
        with CaptureQueriesContext(connection) as queries:
            call()
        return len(queries)

    first = cost(lambda: listed(client)), cost(lambda: ask_page(GOOD_PLACES, limit=1))
    Survey.objects.filter(pk=closed.survey.pk).update(slug="older")
    make_answered_survey(close_at=NOON + WEEK)
    second = cost(lambda: listed(client)), cost(lambda: ask_page(GOOD_PLACES, limit=1000))

    assert first == second == (3, 6)
    assert len(listed(client)) == 4


# --- A7: through ogr2ogr ---------------------------------------------------------------------------------

ogr2ogr = shutil.which("ogr2ogr")


@pytest.mark.skipif(ogr2ogr is None, reason="ogr2ogr is not installed (Debian: gdal-bin)")
@pytest.mark.django_db(transaction=True)
def test_ogr2ogr_copies_every_row_and_column(clock, live_server, ask_page, download, tmp_path):
    """GDAL learns the columns from its first page of ten; only the last feature of all has an answer."""
    survey = make_answered_survey().survey
    for number in range(25):
        make_response(survey, {"qgood": [place(f"POINT(24.9{number:02} 60.18)")]}, now=NOON.replace(hour=5))
    clock.move_to(NOON + 2 * WEEK)
    last = ask_page(GOOD_PLACES)["features"][-1]["properties"]
    Feature.objects.update(answers={})
    Feature.objects.filter(response=last["response"], number=last["number"]).update(answers={"qwhy": NASTY, "qfun": 5})

    source, target = f"OAPIF:{live_server.url}/ogc", tmp_path / "places.gpkg"
    command = [ogr2ogr, "-f", "GPKG", target, source, GOOD_PLACES, "-nln", "places"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603 - our own command

    header, *rows = rows_of(download("survey-places.csv", question="good_places"))
    with contextlib.closing(sqlite3.connect(target)) as database:
        cursor = database.execute("SELECT * FROM places ORDER BY fid")
        columns = [each[0] for each in cursor.description]
        copied = [dict(zip(columns, row, strict=True)) for row in cursor]
    # Its own are the geometry and two keys.
    assert columns == ["fid", "geom", "id", *header]
    assert len(copied) == len(rows) == 28
    assert [row["why"] for row in copied] == [None] * 27 + [NASTY]
    assert [float(row["fun"]) for row in copied[27:]] == [5]
