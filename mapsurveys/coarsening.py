"""Places told only to a square of the grid, so that nobody's home can be found (research rules R4 to R7).

Places are moved by aggregation, not at random: people judge it safer (Kim et al. 2021), and the same place always
gives the same square. Done in SQL, so that the exact place does not leave the database.
"""

from django.contrib.gis.db.models import GeometryField
from django.db.models import Func, TextField

#: Squares are of the city's own plane, ETRS-GK25, and begin at its origin.
GRID_SRID = 3879


class _OnGrid(Func):
    # Of a line or an area a point on it stands for the whole: the ends of a route may be homes too.
    arity = 1
    snapped = (
        f"ST_SnapToGrid(ST_Transform(ST_PointOnSurface(%(expressions)s), {GRID_SRID}),"
        " %(metres)s / 2.0, %(metres)s / 2.0, %(metres)s, %(metres)s)"
    )

    def __init__(self, *expressions, metres: int, **extra):
        super().__init__(*expressions, metres=int(metres), **extra)


class CellMiddle(_OnGrid):
    """The middle (point, EPSG:4326) of the square of `metres` that a shape in EPSG:4326 is in."""

    template = f"ST_Transform({_OnGrid.snapped}, 4326)"
    output_field = GeometryField(srid=4326)


class CellName(_OnGrid):
    """A text that is the same for all shapes in one square of `metres`."""

    template = f"ST_AsText({_OnGrid.snapped})"
    output_field = TextField()
