"""Places that respondents marked: grouped for a map, counted in cells and by named area, or on a plan image."""

# ruff: noqa: S608 - the statements are made of constants; what people write goes in as parameters

import math
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cms.boxes import Box
from cms.choices import PUBLIC_STATES
from cms.geo import MEASURING_SRID
from mapsurveys.analysis.rows import rows
from mapsurveys.analysis.selecting import Selection

#: Sides of hexagons in metres that a heat map may have: the nearest to what suits the zoom is taken.
EDGES = (25, 50, 100, 200, 400, 800, 1600, 3200)
#: A hexagon's side on the screen, in the browser's pixels.
EDGE_PIXELS = 26
#: Metres a pixel of a Web Mercator map at zoom level 0 and 60.2° N.
METRES_A_PIXEL = 156_543.03 * math.cos(math.radians(60.2))
#: Hexagons of one answer; a wider box gets larger ones.
MOST_CELLS = 2_000
#: Squares across a plan image.
SQUARES = 10

#: The chosen responses' places, without those that moderators have hidden.
CHOSEN_SQL = """
    FROM mapsurveys_feature AS f JOIN r ON r.id = f.response_id
    WHERE f.survey_id = %(survey)s AND f.question = %(question)s AND f.state = ANY(%(states)s)
      AND (%(area)s::text IS NULL OR f.geometry IS NULL OR ST_Intersects(f.geometry, ST_GeomFromText(%(area)s, 4326)))
"""

CLUSTERS_SQL = f"""
, seen AS (
    SELECT id, geometry, x, y, floor(x / %(width)s) AS col, floor(y / %(height)s) AS row
    FROM (
        SELECT f.id, geometry, ST_X(ST_PointOnSurface(geometry)) AS x, ST_Y(ST_PointOnSurface(geometry)) AS y
        {CHOSEN_SQL} AND f.geometry && ST_MakeEnvelope(%(west)s, %(south)s, %(east)s, %(north)s, 4326)
    ) AS placed
),
cells AS (
    -- A mark stands between the middle of its cell and of its places: near them, clear of its neighbours.
    SELECT count(*) AS count, min(id::text)::uuid AS id,
           ST_MakePoint(
               (avg(x) + (min(col) + 0.5) * %(width)s) / 2, (avg(y) + (min(row) + 0.5) * %(height)s) / 2
           ) AS centre
    FROM seen
    GROUP BY col, row, CASE WHEN %(apart)s AND (SELECT count(*) FROM seen) <= %(most_apart)s THEN id END
)
SELECT cells.count, cells.id, ST_AsGeoJSON(cells.centre, 6),
       CASE WHEN cells.count = 1 THEN ST_AsGeoJSON(ST_Simplify(seen.geometry, %(tolerance)s, true), 6) END
FROM cells JOIN seen ON seen.id = cells.id
ORDER BY cells.count DESC, cells.id
"""

HEAT_SQL = f"""
, cells AS (
    -- Whole cells, also those that the box cuts: what a cell tells does not depend on the view.
    SELECT ST_Transform(geom, 4326) AS cell, i, j
    FROM ST_HexagonGrid(
        %(edge)s, ST_Transform(ST_MakeEnvelope(%(west)s, %(south)s, %(east)s, %(north)s, 4326), %(plane)s)
    )
),
found AS (
    SELECT i, j, count(*) AS places, count(DISTINCT f.response_id) AS people
    FROM cells JOIN (SELECT f.response_id, f.geometry {CHOSEN_SQL}) AS f ON ST_Intersects(f.geometry, cells.cell)
    GROUP BY i, j
)
SELECT ST_X(ST_Centroid(cell)), ST_Y(ST_Centroid(cell)), places, people
FROM found JOIN cells USING (i, j)
ORDER BY people DESC, i, j
"""

AREAS_SQL = f"""
SELECT area.id, count(*), count(DISTINCT f.response_id)
FROM organisations_area AS area
JOIN (SELECT f.response_id, f.geometry {CHOSEN_SQL}) AS f ON ST_Intersects(area.geometry, f.geometry)
WHERE area.kind = %(kind)s
GROUP BY area.id
"""

SPOTS_SQL = f"""
SELECT least(floor(image_x * %(squares)s), %(squares)s - 1)::int,
       least(floor(image_y * %(squares)s), %(squares)s - 1)::int,
       count(*), count(DISTINCT f.response_id)
{CHOSEN_SQL} AND image_x IS NOT NULL
GROUP BY 1, 2 ORDER BY 2, 1
"""


@dataclass(frozen=True)
class Cluster:
    """Places near each other, or one with its shape. `centre` and `shape` are GeoJSON texts in EPSG:4326."""

    count: int
    feature: UUID
    centre: str
    shape: str | None


@dataclass(frozen=True)
class Cell:
    """A hexagon with something in it: its middle in degrees (EPSG:4326), the places and the people that touch it."""

    lon: float
    lat: float
    places: int
    people: int


@dataclass(frozen=True)
class AreaCount:
    """A named area (its key) that some of the places touch."""

    area: int
    places: int
    people: int


@dataclass(frozen=True)
class Square:
    """A square of a plan image, counted from its upper left corner."""

    column: int
    row: int
    places: int
    people: int

    @property
    def column_number(self) -> int:
        """As people count: the first is 1."""
        return self.column + 1

    @property
    def row_number(self) -> int:
        return self.row + 1


def clusters(selection: Selection, question_id: str, box: Box) -> list[Cluster]:
    """The places in the box, near ones together."""
    return [Cluster(*row) for row in _ask(selection, question_id, CLUSTERS_SQL, box.grouping())]


def heat(selection: Selection, question_id: str, box: Box, edge: int) -> list[Cell]:
    """The hexagons (sides of `edge` metres) in the box that some place touches, those of most people first."""
    values = {**box.grouping(), "edge": edge, "plane": MEASURING_SRID}
    return [Cell(*row) for row in _ask(selection, question_id, HEAT_SQL, values)]


def by_area(selection: Selection, question_id: str, kind: str) -> list[AreaCount]:
    """The named areas of a kind that some place touches; a line may touch many."""
    return [AreaCount(*row) for row in _ask(selection, question_id, AREAS_SQL, {"kind": kind})]


def spots(selection: Selection, question_id: str) -> list[Square]:
    """The squares of a plan image that have spots in them."""
    return [Square(*row) for row in _ask(selection, question_id, SPOTS_SQL, {"squares": SQUARES})]


def edge_for_view(box: Box) -> int:
    """The side in metres of the hexagons that suit a view."""
    pixels = EDGE_PIXELS * METRES_A_PIXEL / 2**box.zoom if box.zoom else 0
    # A hexagon's area is 2.6 times the square of its side.
    plenty = math.sqrt(_square_metres(box) / 2.6 / MOST_CELLS)
    return next((edge for edge in EDGES if edge >= max(pixels * 0.7, plenty)), EDGES[-1])


def _square_metres(box: Box) -> float:
    metres = 111_320
    return (box.east - box.west) * metres * math.cos(math.radians(60.2)) * (box.north - box.south) * metres


def _ask(selection: Selection, question_id: str, statement: str, values: dict[str, Any]) -> list[tuple]:
    area = selection.area
    shared = {
        "survey": selection.survey.pk,
        "question": question_id,
        "states": [str(state) for state in PUBLIC_STATES],
        "area": area.wkt if area else None,
    }
    return rows(selection, statement, shared | values)
