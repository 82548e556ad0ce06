"""Rows as features."""

import json

import pytest

from cms.opendata.datasets import Column, QuerySetDataset
from cms.opendata.expressions import GeoJSONGeometry
from cms.opendata.ogc.features import Encoder, stream_page

POINT = '{"type":"Point","coordinates":[24.9,60.1]}'


class Listed(QuerySetDataset):
    """Rows at hand instead of the database's."""

    def rows(self, filters, *, with_geometry):
        return iter(self.queryset)


def make_listed(*rows):
    return Listed(
        identifier="listed",
        title="",
        description="",
        columns=(Column("id", "integer", "", ""), Column("height", "number", "", "")),
        geometry=GeoJSONGeometry("geometry"),
        queryset=rows,
        key=("id",),
    )


@pytest.mark.parametrize(("height", "told"), [(41, "41.0"), (1.5, "1.5"), (None, "null")])
def test_number_is_never_told_as_a_whole_one(height, told):
    assert Encoder(make_listed()).feature((7, height, POINT)) == (
        f'{{"type":"Feature","id":7,"geometry":{POINT},"properties":{{"id":7,"height":{told}}}}}'
    )


def read(limit, *rows):
    asked = []

    def links_after(following):
        asked.append(following)
        return []

    document = json.loads(b"".join(stream_page(make_listed(*rows), limit, 9, links_after)))
    return document["numberReturned"], [feature["id"] for feature in document["features"]], asked


@pytest.mark.parametrize(
    ("count", "told"), [(0, (0, [], [None])), (2, (2, [0, 1], [None])), (3, (2, [0, 1], [1]))], ids=str
)
def test_next_page_is_told_of_where_there_is_one(count, told):
    assert read(2, *((number, None, None) for number in range(count))) == told


def test_page_leaves_in_pieces():
    rows = [(number, None, POINT) for number in range(2000)]
    pieces = list(stream_page(make_listed(*rows), 2000, 2000, lambda following: []))

    assert len(pieces) > 3
    assert max(map(len, pieces)) < 70_000
