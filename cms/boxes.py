"""What the maps' answers have in common: the box that is asked about, and an answer that stays small.

Far out, what lies in a view is grouped into the cells of a grid, so that an answer holds at most some hundreds of
features however much there is.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.utils import translation

from cms.forms.filters import BoundsField
from cms.translations import language_codes

#: Side of a grid cell in the browser's pixels: two marks of 40 pixels do not cover each other.
CELL_PIXELS = 72
#: Cells across a view that does not say its zoom.
CELLS = 12
#: Degrees of longitude across one tile of 256 pixels at zoom level 0, the whole world.
WORLD = 360
#: A degree of latitude is as long as two of longitude here, at 60° N.
SQUARE = 0.5
#: From this zoom level on single things are told apart, whatever the cell.
CLOSE_ZOOM = 17
#: More things than this in a view are grouped at any zoom, so that none is left out.
MOST_APART = 150
#: Cells across the widest view there is; a wider box than its zoom says gets wider cells.
MOST_CELLS = 28
#: An answer stays below 100 kB, whatever is drawn and written in it.
MOST_BYTES = 95_000


@dataclass(frozen=True)
class Box:
    """The view that a map asks about, in degrees (EPSG:4326). `zoom` is Leaflet's, 0 where the map does not say."""

    west: float
    south: float
    east: float
    north: float
    zoom: int = 0

    @property
    def cell_width(self) -> float:
        """Degrees of longitude across a cell in which marks are put together."""
        width = self.east - self.west
        if not self.zoom:
            return width / CELLS
        return max(CELL_PIXELS * WORLD / (256 * 2**self.zoom), width / MOST_CELLS)

    def grouping(self) -> dict:
        """Parameters of the statements that group what lies in the box."""
        return {
            "west": self.west,
            "south": self.south,
            "east": self.east,
            "north": self.north,
            "width": self.cell_width,
            "height": self.cell_width * SQUARE,
            "apart": self.zoom >= CLOSE_ZOOM,
            "most_apart": MOST_APART,
            "tolerance": (self.east - self.west) / 1000,
        }


def read_box(request) -> Box:
    """`?bbox=west,south,east,north&zoom=13`. Raises ValidationError with a sentence for the reader."""
    box = BoundsField(required=True).clean(request.GET.get("bbox", ""))
    zoom = request.GET.get("zoom", "")
    return Box(*box.extent, int(zoom) if zoom.isdecimal() and len(zoom) < 3 else 0)


def bad_request(error: ValidationError) -> JsonResponse:
    """The answer to a map that asks for something else than a box."""
    return JsonResponse({"error": {"code": "bad_request", "message": str(error.messages[0])}}, status=400)


def use_reader_language(request) -> None:
    """Maps have one address in all languages; `?lang=` says which page asks."""
    language = request.GET.get("lang", "")
    if language in language_codes():
        translation.activate(language)


def feature(geometry: str, properties: dict) -> dict:
    """A GeoJSON feature of a geometry that is GeoJSON text already."""
    return {"type": "Feature", "geometry": json.loads(geometry), "properties": properties}


def compact(document: dict) -> JsonResponse:
    """JSON without a space or an escape that it can do without."""
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})


def first_that_fits(versions: Iterable[list[dict]]) -> JsonResponse:
    """The first of the versions that stays below MOST_BYTES; the last and plainest if none does."""
    for features in versions:
        answer = compact({"type": "FeatureCollection", "features": features})
        if len(answer.content) <= MOST_BYTES:
            break
    return answer
