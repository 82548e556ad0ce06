"""Reading boxes, times and keys from addresses."""

from datetime import UTC, datetime

import pytest

from cms.opendata.datasets import Column, QuerySetDataset
from cms.opendata.errors import DataError
from cms.opendata.expressions import GeoJSONGeometry
from cms.opendata.ogc.queries import feature_identifier, read_box, read_key, read_period


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("24.9,60.1,25,60.2", (24.9, 60.1, 25, 60.2)),
        ("24.9,60.1,0,25,60.2,100", (24.9, 60.1, 25, 60.2)),
        ("-1e300,-1e300,1e300,1e300", (-180, -90, 180, 90)),
        ("24.9,60.1,24.9,60.1", (24.9, 60.1, 24.9, 60.1)),
    ],
    ids=["box", "with heights", "more than the world", "point"],
)
def test_box_is_of_degrees(text, extent):
    box = read_box(text)

    assert box.extent == pytest.approx(extent)
    assert (box.srid, box.valid) == (4326, True)


def test_box_may_cross_the_antimeridian():
    box = read_box("170,-50,-170,50")

    assert [part.extent for part in box] == [
        pytest.approx((170, -50, 180, 50)),
        pytest.approx((-180, -50, -170, 50)),
    ]


@pytest.mark.parametrize(
    "text",
    ["", "a", "1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "1,2,3,x", "nan,0,1,1", "0,0,inf,1", "0,2,1,1", "\0"],
)
def test_rubbish_is_no_box(text):
    with pytest.raises(DataError) as failure:
        read_box(text)

    assert (failure.value.status, failure.value.code) == (400, "invalid_bbox")


NOON = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-11-21T12:00:00+02:00", (NOON, NOON)),
        ("2026-11-21T10:00:00Z/..", (NOON, None)),
        ("2026-11-21T10:00:00Z/", (NOON, None)),
        ("../2026-11-21T10:00:00Z", (None, NOON)),
        ("../..", (None, None)),
        (
            "2026-11-21/2026-11-22",
            (datetime(2026, 11, 20, 22, tzinfo=UTC), datetime(2026, 11, 22, 21, 59, 59, 999999, tzinfo=UTC)),
        ),
    ],
)
def test_period_includes_both_of_its_moments(text, period):
    assert read_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "yesterday",
        "2026-13-01",
        "0000-00-00",
        "2026-11-21T10:00:00",
        "a/b/c",
        "2026-11-22/2026-11-21",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "\0",
    ],
)
def test_rubbish_is_no_period(text):
    with pytest.raises(DataError) as failure:
        read_period(text)

    assert (failure.value.status, failure.value.code) == (400, "invalid_datetime")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_first_and_last_day_can_be_asked_for(day):
    since, until = read_period(day)

    assert since < until


def keyed(*types):
    columns = tuple(Column(f"part{number}", each, "", "") for number, each in enumerate(types))
    return QuerySetDataset(
        identifier="keyed",
        title="",
        description="",
        columns=columns,
        geometry=GeoJSONGeometry("geometry"),
        queryset=None,
        key=tuple(column.name for column in columns),
    )


@pytest.mark.parametrize(
    ("types", "text", "key"),
    [
        (("integer",), "12", (12,)),
        (("string",), "a.b-c", ("a.b-c",)),
        (("string", "integer"), "a.b.3", ("a.b", 3)),
        (("integer",), "012", None),
        (("integer",), "-1", None),
        (("integer",), "٣", None),
        (("integer",), "9" * 30, None),
        (("string",), "a\0", None),
        (("string", "integer"), "a", None),
    ],
)
def test_key_is_read_from_identifier(types, text, key):
    assert read_key(keyed(*types), text) == key
    if key:
        assert str(feature_identifier(key)) == text
