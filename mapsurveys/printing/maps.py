"""Maps on paper, drawn from what the service has itself: districts, the survey's area, layers of its own.

Tiles of other services are not fetched: paper would need their permission, and a PDF must not depend on them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import shapely
from django.contrib.gis.db.models.functions import Transform
from django.contrib.gis.geos import GEOSGeometry
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from shapely.geometry import shape as shapely_shape
from shapely.geometry.base import BaseGeometry

from cms.geo import ETRS_GK25
from cms.layers.choices import LayerKind
from cms.layers.models import Layer, layers_named
from cms.organisations.choices import AreaKind
from cms.organisations.models import Area
from cms.translations import TranslatedText, with_texts
from mapsurveys.kinds.drawing import Drawing
from mapsurveys.kinds.number import number_in_words
from mapsurveys.kinds.places import Places
from mapsurveys.models import Survey
from mapsurveys.printing.drawing import (
    FONT,
    GREY,
    INK,
    bar_metres,
    cover_edge,
    grid,
    grid_names,
    north_arrow,
    numbered,
    path_of,
    points_in,
    scale_bar,
    shape,
    svg,
    swatch,
    words,
)
from mapsurveys.printing.embedding import LARGE, drawing_address, embed_image
from mapsurveys.printing.framing import (
    EDGE,
    HIGHEST,
    LOWEST,
    WIDTH,
    Frame,
    all_planar,
    around_view,
    planar,
    service_area,
)
from mapsurveys.questionnaire import Step

#: A map that is wider than this many metres shows the major districts, a narrower one the neighbourhoods.
NEIGHBOURHOODS_BELOW = 9_000
#: Names of a layer's shapes are written where there are at most so many.
MOST_NAMES = 40
#: Metres around places that are shown, not marked on.
SURROUNDINGS = 400


@dataclass(frozen=True)
class Place:
    """Something to draw with a sign beside it, such as a number. `geometry` is in EPSG:4326."""

    sign: str
    geometry: GEOSGeometry


@dataclass(frozen=True)
class Key:
    """What a layer's colours mean; `swatch` is a drawing of them."""

    name: TranslatedText
    attribution: TranslatedText
    swatch: str


@dataclass(frozen=True)
class PaperMap:
    """A drawing (a data: address) with the words around it. `squares` tells how large its squares are and where."""

    drawing: str
    squares: str = ""
    keys: list[Key] = field(default_factory=list)
    is_masked: bool = False


class Atlas:
    """All maps of one document on paper. Layers and districts are read once."""

    def __init__(self, survey: Survey):
        self.survey = survey
        self._layers: dict[tuple[str, ...], list[Layer]] = {}

    @cached_property
    def area(self) -> BaseGeometry | None:
        """The area that the survey is about, in ETRS-GK25."""
        return planar(self.survey.area) if self.survey.area else None

    @cached_property
    def districts(self) -> dict[str, list[tuple[str, BaseGeometry]]]:
        """(name, boundary in ETRS-GK25) of all parts of the city, by kind."""
        found = {kind: [] for kind in AreaKind.values}
        areas = Area.objects.annotate(border=Transform("geometry", ETRS_GK25)).defer("geometry")
        for area in with_texts(areas, "name"):
            found[area.kind].append((str(area.translated("name")), shapely.from_wkb(bytes(area.border.wkb))))
        return found

    def layers(self, step: Step) -> list[Layer]:
        """Layers of the step that can be drawn without asking another service, the lowest first."""
        keys = tuple(step.layers)
        if keys not in self._layers:
            kinds = (LayerKind.GEOJSON, LayerKind.IMAGE)
            self._layers[keys] = [layer for layer in reversed(layers_named(keys)) if layer.kind in kinds]
        return self._layers[keys]

    def to_mark(self, question: Drawing, step: Step) -> PaperMap:
        """The map that a respondent marks places on."""
        allowed = planar(question.allowed) if question.allowed else None
        shown = allowed or self.area or self._first_view(step)
        frame = Frame.around(shown)
        parts = [*self._ground_of(frame, step), *_mask(frame, allowed), *self._outline(frame, allowed), grid(frame)]
        drawing = _framed(frame, [*parts, cover_edge(frame), grid_names(frame)])
        return PaperMap(drawing, _squares(frame), self._keys(step), is_masked=allowed is not None)

    def _first_view(self, step: Step) -> BaseGeometry:
        """What the map of a step shows where neither the question nor the survey has an area."""
        return around_view(step.view) if step.view else self._ground(step) or self._city()

    def _ground(self, step: Step) -> BaseGeometry | None:
        """The box around the step's layers; None without any that can be drawn."""
        grounds = [ground for layer in self.layers(step) for ground in _grounds(layer)]
        return shapely.box(*shapely.total_bounds(grounds)) if grounds else None

    def to_choose(self, question: Places, step: Step) -> PaperMap:
        """The map of given places, numbered as they are on the list."""
        places = [Place(str(number), place.shape()) for number, place in enumerate(question.places, start=1)]
        return self.of_places(places, step)

    def of_places(self, places: list[Place], step: Step) -> PaperMap:
        """A map of these places, as near as they allow but so that one sees where they are."""
        shown = shapely.unary_union([shapely.envelope(planar(place.geometry)) for place in places])
        frame = Frame.around(shown.buffer(SURROUNDINGS), highest=LOWEST)
        signs = [part for place in places for part in _place(frame, place)]
        parts = [*self._ground_of(frame, step), *self._outline(frame, None), *signs, cover_edge(frame)]
        return PaperMap(_framed(frame, parts), keys=self._keys(step))

    def _city(self) -> BaseGeometry:
        borders = [border for _name, border in self.districts[AreaKind.DISTRICT]]
        return shapely.box(*shapely.total_bounds(borders)) if borders else service_area()

    def _ground_of(self, frame: Frame, step: Step) -> Iterator[str]:
        """What lies under the marks: the step's layers and the parts of the city."""
        yield f'<rect x="{EDGE}" y="{EDGE}" width="{frame.width}" height="{frame.height:.2f}" fill="#fcfcfa"/>'
        for layer in self.layers(step):
            yield from _layer(frame, layer)
        yield from self._districts(frame)

    def _keys(self, step: Step) -> list[Key]:
        return [_key(layer) for layer in self.layers(step) if layer.kind == LayerKind.GEOJSON]

    def _districts(self, frame: Frame) -> Iterator[str]:
        is_near = frame.width * frame.scale < NEIGHBOURHOODS_BELOW
        wanted = AreaKind.NEIGHBOURHOOD if is_near else AreaKind.DISTRICT
        found = self.districts[wanted] or self.districts[AreaKind.DISTRICT]
        near = [(name, border) for name, border in found if border.intersects(frame.box)]
        for _name, border in near:
            yield shape(frame, border, fill="none", stroke=GREY, stroke_width=0.35, stroke_dasharray="1.6 0.9")
        for name, border in near:
            yield _district_name(frame, name, border)

    def _outline(self, frame: Frame, allowed: BaseGeometry | None) -> Iterator[str]:
        outline = allowed or self.area
        if outline is not None:
            yield shape(frame, outline, fill="none", stroke=INK, stroke_width=0.9, stroke_linejoin="round")


def _framed(frame: Frame, parts: list[str]) -> str:
    """The drawing with its scale and its north, as an address for `<img>`."""
    metres = bar_metres(frame)
    north = north_arrow(frame, pgettext("the letter on a compass for north", "N"))
    return drawing_address(svg(frame, [*parts, scale_bar(frame, _length(metres), metres), north]))


def _district_name(frame: Frame, name: str, border: BaseGeometry) -> str:
    inside = border.intersection(frame.box)
    size = 2.9
    west, south, east, north = inside.bounds
    room = (east - west) / frame.scale, (north - south) / frame.scale
    if not name or room[0] < len(name) * size * 0.5 or room[1] < size * 1.4:
        return ""
    middle = shapely.point_on_surface(inside)
    half = len(name) * size * 0.3
    x, y = frame.on_paper(middle.x, middle.y)
    x = min(max(x, EDGE + half), EDGE + frame.width - half)
    return words(x, y, name, size=size, colour="#37474d", font_style="italic")


def _mask(frame: Frame, allowed: BaseGeometry | None) -> Iterator[str]:
    if allowed is not None:
        right, low = frame.width + EDGE, frame.height + EDGE
        outside = f"M{EDGE} {EDGE}H{right}V{low}H{EDGE}Z"
        inside = path_of(frame, allowed)
        yield f'<path d="{outside}{inside}" fill="#9aa5a8" fill-opacity="0.4" fill-rule="evenodd"/>'


def _layer(frame: Frame, layer: Layer) -> Iterator[str]:
    yield f'<g opacity="{layer.opacity / 100:.2f}">'
    yield from (_image(frame, layer) if layer.kind == LayerKind.IMAGE else _shapes(frame, layer))
    yield "</g>"


def _grounds(layer: Layer) -> Iterator[BaseGeometry]:
    """What a layer covers, in ETRS-GK25."""
    if layer.kind == LayerKind.GEOJSON:
        yield from (geometry for _name, geometry in _placed(layer))
    elif None not in (sides := _sides(layer)):
        yield planar(shapely.box(*sides))


def _sides(layer: Layer) -> tuple[float | None, ...]:
    return (layer.west, layer.south, layer.east, layer.north)


def _placed(layer: Layer) -> list[tuple[str, BaseGeometry]]:
    """(name, geometry in ETRS-GK25) of each shape of a GeoJSON layer."""
    features = (layer.geojson or {}).get("features", [])
    names = [str((feature.get("properties") or {}).get("name", "")) for feature in features]
    return list(zip(names, all_planar(shapely_shape(feature["geometry"]) for feature in features), strict=True))


def _image(frame: Frame, layer: Layer) -> Iterator[str]:
    sides = _sides(layer)
    picture = embed_image(layer.image, LARGE) if layer.image and None not in sides else None
    if picture is None:
        return
    west, south, east, north = sides
    corners = planar(shapely.MultiPoint([(west, north), (east, north), (west, south)])).geoms
    # Meridians lean a little in the city's plane: the picture is laid between three of its corners.
    (x0, y0), (x1, y1), (x2, y2) = (frame.on_paper(corner.x, corner.y) for corner in corners)
    matrix = " ".join(f"{number:.4f}" for number in (x1 - x0, y1 - y0, x2 - x0, y2 - y0, x0, y0))
    yield (
        f'<image href="{escape(picture.address)}" width="1" height="1" preserveAspectRatio="none"'
        f' transform="matrix({matrix})"/>'
    )


def _shapes(frame: Frame, layer: Layer) -> Iterator[str]:
    near = [(name, geometry) for name, geometry in _placed(layer) if geometry.intersects(frame.box)]
    for _name, geometry in near:
        yield from _feature(frame, layer, geometry)
    if len(near) <= MOST_NAMES:
        for name, geometry in near:
            yield _feature_name(frame, name, geometry)


def _feature(frame: Frame, layer: Layer, geometry: BaseGeometry) -> Iterator[str]:
    fill = layer.fill_colour if "Polygon" in geometry.geom_type else "none"
    yield shape(
        frame, geometry, fill=fill, fill_opacity=0.35, fill_rule="evenodd", stroke=layer.line_colour, stroke_width=0.6
    )
    for point in points_in(geometry):
        x, y = frame.on_paper(point.x, point.y)
        yield (
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="1.2" fill="{layer.fill_colour}" stroke="{layer.line_colour}"'
            ' stroke-width="0.5"/>'
        )


def _feature_name(frame: Frame, name: str, geometry: BaseGeometry) -> str:
    if not name:
        return ""
    middle = shapely.point_on_surface(geometry.intersection(frame.box))
    x, y = frame.on_paper(middle.x, middle.y)
    is_point = "Point" in geometry.geom_type
    return words(x + (2 if is_point else 0), y + 1, name, size=2.8, anchor="start" if is_point else "middle")


def _place(frame: Frame, place: Place) -> Iterator[str]:
    geometry = planar(place.geometry)
    fill = INK if "Polygon" in geometry.geom_type else "none"
    yield shape(frame, geometry, fill=fill, fill_opacity=0.15, stroke=INK, stroke_width=0.9, stroke_linejoin="round")
    middle = geometry.interpolate(0.5, normalized=True) if geometry.geom_type == "LineString" else None
    middle = middle or shapely.point_on_surface(geometry)
    yield numbered(*frame.on_paper(middle.x, middle.y), place.sign)


def _key(layer: Layer) -> Key:
    colours = drawing_address(swatch(layer.line_colour, layer.fill_colour))
    return Key(layer.translated("name"), layer.translated("attribution"), colours)


def _length(metres: float) -> str:
    if metres < 1_000:
        return _("%(number)s m") % {"number": number_in_words(metres)}
    return _("%(number)s km") % {"number": number_in_words(metres / 1_000)}


def _squares(frame: Frame) -> str:
    """Where the squares are, for those who type the answers in or look them up in a map program."""
    first_column = list(frame.columns())[1:2] or list(frame.columns())
    first_row = list(frame.rows())[1:2] or list(frame.rows())
    return _(
        "Squares of %(side)s. Upper left corner of square %(name)s: N %(north)s, E %(east)s (ETRS-GK25, EPSG:3879)."
    ) % {
        "side": _length(frame.square),
        "name": first_column[0][0] + first_row[0][0],
        "north": number_in_words(round(first_row[0][2])),
        "east": number_in_words(round(first_column[0][1])),
    }


def picture_with_spots(address: str, width: float, height: float, spots: list[tuple[str, float, float]]) -> str:
    """A picture with numbered signs on it; spots are (sign, right, down) as parts of its width and height."""
    size = min(WIDTH / width, HIGHEST / height)
    across, down = width * size, height * size
    signs = "".join(numbered(x * across, y * down, sign) for sign, x, y in spots)
    return drawing_address(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:.2f} {down:.2f}" width="{across:.2f}mm"'
        f' height="{down:.2f}mm" font-family="{FONT}">'
        f'<image href="{escape(address)}" width="{across:.2f}" height="{down:.2f}"/>{signs}</svg>'
    )
