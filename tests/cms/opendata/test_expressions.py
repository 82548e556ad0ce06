from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.gis.db.models import GeometryField
from django.contrib.gis.geos import GEOSGeometry
from django.db import connection
from django.db.models import DateField, DateTimeField, UUIDField, Value
from django.db.models.expressions import RawSQL

from cms.opendata.expressions import (
    Easting,
    FilledText,
    GeoJSONGeometry,
    IsoDate,
    IsoDateTime,
    Latitude,
    Longitude,
    Northing,
    Text,
    Wkt,
)

pytestmark = pytest.mark.django_db


def ask(expression):
    """What the database makes of it; any table with a row will do."""
    return ContentType.objects.values_list(expression, flat=True)[0]


def place(wkt):
    return Value(GEOSGeometry(wkt, srid=4326), output_field=GeometryField(srid=4326))


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 21, 16, 9, 21, 987654, tzinfo=UTC), "2026-11-21T18:09:21+02:00"),
        (datetime(2026, 6, 30, 21, 0, tzinfo=UTC), "2026-07-01T00:00:00+03:00"),
        # The night when clocks go forward: 02:59:59 is followed by 04:00:00.
        (datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), "2026-03-29T02:59:59+02:00"),
        (datetime(2026, 3, 29, 1, 0, 0, tzinfo=UTC), "2026-03-29T04:00:00+03:00"),
        # The night when they go back: 03:30 comes twice.
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25T03:30:00+03:00"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25T03:30:00+02:00"),
    ],
)
@pytest.mark.parametrize("session_zone", ["UTC", "America/New_York"])
def test_iso_date_time_has_the_offset_of_its_season(moment, text, session_zone):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE %s", [session_zone])

    answer = ask(IsoDateTime(Value(moment, output_field=DateTimeField())))

    assert answer == text
    assert datetime.fromisoformat(answer) == moment.replace(microsecond=0)


def test_iso_date_time_of_nothing_is_nothing():
    assert ask(IsoDateTime(Value(None, output_field=DateTimeField()))) is None


def test_iso_date_writes_year_first():
    assert ask(IsoDate(Value(date(2026, 1, 2), output_field=DateField()))) == "2026-01-02"


def test_text_writes_an_identifier_in_its_usual_form():
    identifier = UUID("0192d3a4-5b6c-7d8e-9f01-23456789abcd")

    assert ask(Text(Value(identifier, output_field=UUIDField()))) == str(identifier)


@pytest.mark.parametrize(("text", "filled"), [("", None), (" ", " "), ("puu", "puu")])
def test_filled_text_makes_nothing_of_an_empty_text(text, filled):
    assert ask(FilledText(Value(text))) == filled


def test_geojson_geometry_has_six_decimals_and_no_crs():
    answer = ask(GeoJSONGeometry(place("POINT (24.93841234567 60.16991234567)")))

    assert answer == '{"type":"Point","coordinates":[24.938412,60.169912]}'


def test_geojson_geometry_turns_rings_as_the_standard_says():
    clockwise = "POLYGON ((24 60, 24 61, 25 61, 25 60, 24 60))"

    answer = ask(GeoJSONGeometry(place(clockwise)))

    assert answer == '{"type":"Polygon","coordinates":[[[24,60],[25,60],[25,61],[24,61],[24,60]]]}'


def test_wkt_has_longitude_first():
    assert ask(Wkt(place("LINESTRING (24.9384 60.1699, 25 60.25)"))) == "LINESTRING(24.9384 60.1699,25 60.25)"


def test_degrees_are_those_of_a_point_on_the_shape():
    # A horseshoe, whose centre lies outside it.
    shape = "POLYGON ((24 60, 24 61, 24.1 61, 24.1 60.1, 24.9 60.1, 24.9 61, 25 61, 25 60, 24 60))"

    point = GEOSGeometry(f"POINT ({ask(Longitude(place(shape)))} {ask(Latitude(place(shape)))})")

    assert GEOSGeometry(shape).intersects(point)


def test_degrees_are_rounded_to_six_decimals():
    point = place("POINT (24.93841234567 60.16991234567)")

    assert (ask(Longitude(point)), ask(Latitude(point))) == (24.938412, 60.169912)


def test_plane_coordinates_are_the_citys_own_in_centimetres():
    # The same by GDAL, to the centimetre.
    point = place("POINT (24.9384 60.1699)")

    assert (ask(Easting(point)), ask(Northing(point))) == (25496580.36, 6673003.61)
    assert (ask(Easting(point, srid=3067)), ask(Northing(point, srid=3067))) == (385611.32, 6672118.38)


@pytest.mark.parametrize("expression", [GeoJSONGeometry, Wkt, Longitude, Latitude, Easting, Northing])
def test_no_place_is_nothing(expression):
    assert ask(expression(RawSQL("NULL::geometry", []))) is None
