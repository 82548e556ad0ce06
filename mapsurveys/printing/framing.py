"""The frame of a map on paper: which part of the city it shows, how large, and the squares that name its places.

Everything is in ETRS-GK25 (EPSG:3879), easting before northing, in metres; on paper in millimetres from the upper left
corner.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import shapely
from django.contrib.gis.geos import GEOSGeometry
from shapely.geometry.base import BaseGeometry

from cms import geo
from mapsurveys.kinds.drawing import MapView

#: Millimetres of the map itself: its width between the margins of an A4 page, and how low or high it may be.
WIDTH = 160.0
LOWEST = 100.0
HIGHEST = 176.0
#: Millimetres around it, for the names of the squares.
EDGE = 6.5
#: Share of the shown part that is left free around it.
ROOM = 0.06
#: Metres that the shorter side shows at the least: closer by, our own shapes say nothing of where one is.
NARROWEST = 400.0
#: Squares across, at the most; they are named by letters.
MOST_SQUARES = 10
#: A map in the browser is about so many pixels across; a zoom level says how many metres a pixel is.
SCREEN = 800
#: Metres of a pixel at the equator at zoom level 0 of web maps (OGC 17-083r4, annex D).
PIXEL = 156_543.034


def planar(geometry: GEOSGeometry | BaseGeometry) -> BaseGeometry:
    """A geometry in EPSG:4326 as shapely's in ETRS-GK25."""
    if isinstance(geometry, BaseGeometry):
        geometry = GEOSGeometry(memoryview(geometry.wkb), srid=geo.WGS84)
    return shapely.from_wkb(bytes(geometry.transform(geo.ETRS_GK25, clone=True).wkb))


def all_planar(geometries: Iterable[BaseGeometry]) -> list[BaseGeometry]:
    """Many geometries in EPSG:4326 in ETRS-GK25: making ready for each one alone takes longer than the work itself."""
    return list(planar(shapely.GeometryCollection(list(geometries))).geoms)


def around_view(view: MapView) -> BaseGeometry:
    """What a map in the browser shows at first, in ETRS-GK25."""
    middle = planar(shapely.Point(view.lon, view.lat))
    metres = PIXEL * math.cos(math.radians(view.lat)) / 2**view.zoom
    return shapely.box(*middle.buffer(SCREEN / 2 * metres).bounds)


def service_area() -> BaseGeometry:
    """The whole area of the service, in ETRS-GK25."""
    return planar(shapely.box(*geo.service_area_bounds()))


def round_length(metres: float) -> float:
    """The greatest 1, 2 or 5 times a power of ten that is at most `metres`."""
    power = 10 ** math.floor(math.log10(metres))
    return max(step * power for step in (1, 2, 5) if step * power <= metres * (1 + 1e-9))


def round_up(metres: float) -> float:
    """The smallest 1, 2 or 5 times a power of ten that is at least `metres`."""
    power = 10 ** math.floor(math.log10(metres))
    return min(step * power for step in (1, 2, 5, 10) if step * power >= metres * (1 - 1e-9))


@dataclass(frozen=True)
class Frame:
    """A rectangle of the city on a rectangle of paper. `scale` is metres to a millimetre."""

    west: float
    north: float
    scale: float
    height: float
    width: float = WIDTH

    @classmethod
    def around(cls, shown: BaseGeometry, highest: float = HIGHEST) -> "Frame":
        """The frame that shows all of `shown` (ETRS-GK25) as large as paper allows, at most `highest` mm high."""
        west, south, east, north = shown.bounds
        across = max(east - west, NARROWEST) * (1 + 2 * ROOM)
        down = max(north - south, NARROWEST) * (1 + 2 * ROOM)
        height = min(max(WIDTH * down / across, LOWEST), highest)
        scale = max(across / WIDTH, down / height)
        middle_e, middle_n = (west + east) / 2, (south + north) / 2
        return cls(middle_e - scale * WIDTH / 2, middle_n + scale * height / 2, scale, height)

    @property
    def east(self) -> float:
        return self.west + self.width * self.scale

    @property
    def south(self) -> float:
        return self.north - self.height * self.scale

    @property
    def box(self) -> BaseGeometry:
        return shapely.box(self.west, self.south, self.east, self.north)

    def box_in_degrees(self) -> GEOSGeometry:
        """The frame in EPSG:4326."""
        box = GEOSGeometry(memoryview(self.box.wkb), srid=geo.ETRS_GK25)
        return box.transform(geo.WGS84, clone=True)

    def on_paper(self, easting: float, northing: float) -> tuple[float, float]:
        """Millimetres from the upper left corner of the drawing, its edge included."""
        return (easting - self.west) / self.scale + EDGE, (self.north - northing) / self.scale + EDGE

    @property
    def square(self) -> float:
        """Metres of the side of a square: round, and such that letters and numbers suffice."""
        return round_up(max(self.width, self.height) * self.scale / MOST_SQUARES)

    def columns(self) -> Iterator[tuple[str, float, float]]:
        """(letter, western side, eastern side) of each column of squares; those at the edges may be cut."""
        for number, (start, end) in enumerate(_cuts(self.west, self.east, self.square)):
            yield chr(ord("A") + number), start, end

    def rows(self) -> Iterator[tuple[str, float, float]]:
        """(number, southern side, northern side) of each row of squares, from the north."""
        cuts = list(_cuts(self.south, self.north, self.square))
        for number, (start, end) in enumerate(reversed(cuts), start=1):
            yield str(number), start, end


def _cuts(start: float, end: float, step: float) -> Iterator[tuple[float, float]]:
    """The stretches between round numbers from `start` to `end`; slivers at the ends belong to their neighbours."""
    sides = [step * number for number in range(math.ceil(start / step), math.floor(end / step) + 1)]
    inner = [side for side in sides if start + step / 4 < side < end - step / 4]
    yield from zip([start, *inner], [*inner, end], strict=True)
