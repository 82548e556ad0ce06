"""Moving shapes that are at hand as GeoJSON text into other coordinate systems, by PostGIS.

For rows that are made in Python; what a query reads is moved by `cms.opendata.expressions` in that query. The
result is as exact as the text: 6 decimals are some 10 cm, 8 some millimetres.
"""

from collections.abc import Sequence

from django.db import connection

_SHAPES = "unnest(%s::text[]) WITH ORDINALITY AS given(shape, place) ORDER BY place"
_BINARY = f"SELECT ST_AsBinary(ST_MakeValid(ST_Transform(ST_GeomFromGeoJSON(shape), %s::int))) FROM {_SHAPES}"  # noqa: S608 - constants
_POINTS = f"""
    SELECT ROUND(ST_X(point)::numeric, 2)::float8, ROUND(ST_Y(point)::numeric, 2)::float8
    FROM (
        SELECT ST_Transform(ST_PointOnSurface(ST_GeomFromGeoJSON(shape)), %s::int) AS point, place FROM {_SHAPES}
    ) AS points ORDER BY place
"""  # noqa: S608 - constants


def binary_shapes(shapes: Sequence[str | None], srid: int) -> list[bytes | None]:
    """Each GeoJSON geometry as valid well-known binary in EPSG:`srid`; None stays None."""
    return [None if shape is None else bytes(shape) for (shape,) in _ask(_BINARY, srid, shapes)]


def points_in_plane(shapes: Sequence[str | None], srid: int) -> list[tuple[float | None, float | None]]:
    """Easting and northing in EPSG:`srid`, to the centimetre, of a point that lies on each GeoJSON geometry."""
    return _ask(_POINTS, srid, shapes)


def _ask(query, srid, shapes):
    with connection.cursor() as cursor:
        cursor.execute(query, [srid, list(shapes)])
        return cursor.fetchall()
