"""SQL expressions that hand datasets ready values, so that no Python runs for each cell.

All take a field path or an expression. Geometries are expected in EPSG:4326; where there is none, so is the
value.
"""

from django.conf import settings
from django.db.models import BinaryField, FloatField, Func, TextField


class IsoDateTime(Func):
    """A moment as ISO 8601 text with its offset in settings.TIME_ZONE: 2026-11-21T18:09:21+02:00.

    To the second, cut off. Right in summer and winter, whatever the session's time zone is. The zone must not
    lie west of Greenwich.
    """

    arity = 1
    output_field = TextField()

    def as_sql(self, compiler, connection, **extra_context):
        """Compile by hand: the moment stands three times in the SQL, so its parameters do too."""
        moment, params = compiler.compile(self.source_expressions[0])
        sql = (
            f"(to_char({moment} AT TIME ZONE %s, 'YYYY-MM-DD\"T\"HH24:MI:SS') || '+' || "
            f"to_char(({moment} AT TIME ZONE %s) - ({moment} AT TIME ZONE 'UTC'), 'HH24:MI'))"
        )
        return sql, [*params, settings.TIME_ZONE, *params, settings.TIME_ZONE, *params]


class IsoDate(Func):
    """A day as YYYY-MM-DD text."""

    arity = 1
    template = "to_char(%(expressions)s, 'YYYY-MM-DD')"
    output_field = TextField()


class Text(Func):
    """Any value as the database writes it; for UUIDs and other types that files know only as text."""

    arity = 1
    template = "(%(expressions)s)::text"
    output_field = TextField()


class FilledText(Func):
    """A text, or nothing where it is empty, so that files tell a missing text in one way."""

    arity = 1
    template = "NULLIF(%(expressions)s, '')"
    output_field = TextField()


class GeoJSONGeometry(Func):
    """A GeoJSON geometry with 6 decimals (some 10 cm), no crs member, rings turning as RFC 7946 says."""

    arity = 1
    # As ST_ForcePolygonCCW, which would turn lines round: here they are turned twice.
    template = "ST_AsGeoJSON(ST_Reverse(ST_ForcePolygonCW(ST_Reverse(%(expressions)s))), 6, 0)"
    output_field = TextField()


class Wkt(Func):
    """Well-known text with 6 decimals, longitude first."""

    arity = 1
    template = "ST_AsText(%(expressions)s, 6)"
    output_field = TextField()


class WellKnownBinary(Func):
    """A valid geometry as well-known binary in EPSG:`srid`, to the last bit."""

    arity = 1
    template = "ST_AsBinary(ST_MakeValid(ST_Transform(%(expressions)s, %(srid)s)))"
    output_field = BinaryField()

    def __init__(self, *expressions, srid=4326, **extra):
        super().__init__(*expressions, srid=int(srid), **extra)


class _Coordinate(Func):
    """One coordinate of a point that lies on the shape, as a number rounded to `decimals`."""

    arity = 1
    decimals = 6
    output_field = FloatField()
    template = "ROUND(%(function)s(ST_PointOnSurface(%(expressions)s))::numeric, %(decimals)s)::float8"

    def __init__(self, *expressions, **extra):
        super().__init__(*expressions, decimals=self.decimals, **extra)


class Longitude(_Coordinate):
    """Longitude in WGS 84 degrees, 6 decimals."""

    function = "ST_X"


class Latitude(_Coordinate):
    """Latitude in WGS 84 degrees, 6 decimals."""

    function = "ST_Y"


class _PlaneCoordinate(_Coordinate):
    # Costs some five times the other columns: PROJ works on each value.
    decimals = 2
    template = (
        "ROUND(%(function)s(ST_Transform(ST_PointOnSurface(%(expressions)s), %(srid)s))::numeric, %(decimals)s)::float8"
    )

    def __init__(self, *expressions, srid=3879, **extra):
        super().__init__(*expressions, srid=int(srid), **extra)


class Easting(_PlaneCoordinate):
    """Easting in metres, to the centimetre, by default in the city's ETRS-GK25 (EPSG:3879)."""

    function = "ST_X"


class Northing(_PlaneCoordinate):
    """Northing in metres, to the centimetre, by default in the city's ETRS-GK25 (EPSG:3879)."""

    function = "ST_Y"
