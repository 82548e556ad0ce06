"""Marking points, drawing lines and areas on the map."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from django.contrib.gis.geos import GEOSGeometry
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, ConfigDict, Field

from mapsurveys.kinds.base import Setting
from mapsurveys.kinds.marking import Marking, area_from


class Symbol(StrEnum):
    PIN = "pin"
    DOT = "dot"
    STAR = "star"
    HEART = "heart"
    PLUS = "plus"
    MINUS = "minus"
    WARNING = "warning"
    TREE = "tree"
    HOUSE = "house"
    BICYCLE = "bicycle"


SYMBOLS = {
    Symbol.PIN: pgettext_lazy("map symbol", "Pin"),
    Symbol.DOT: pgettext_lazy("map symbol", "Dot"),
    Symbol.STAR: pgettext_lazy("map symbol", "Star"),
    Symbol.HEART: pgettext_lazy("map symbol", "Heart"),
    Symbol.PLUS: pgettext_lazy("map symbol", "Plus"),
    Symbol.MINUS: pgettext_lazy("map symbol", "Minus"),
    Symbol.WARNING: pgettext_lazy("map symbol", "Warning"),
    Symbol.TREE: pgettext_lazy("map symbol", "Tree"),
    Symbol.HOUSE: pgettext_lazy("map symbol", "House"),
    Symbol.BICYCLE: pgettext_lazy("map symbol", "Bicycle"),
}


class LineStyle(StrEnum):
    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


LINE_STYLES = {
    LineStyle.SOLID: pgettext_lazy("line style", "Solid"),
    LineStyle.DASHED: pgettext_lazy("line style", "Dashed"),
    LineStyle.DOTTED: pgettext_lazy("line style", "Dotted"),
}


class MapView(BaseModel):
    """Where a map begins: its middle in degrees (EPSG:4326) and Leaflet's zoom level."""

    model_config = ConfigDict(extra="forbid")

    lon: float = Field(ge=-180, le=180)
    lat: float = Field(ge=-90, le=90)
    zoom: int = Field(ge=1, le=20)


class Drawing(Marking):
    """Base of the kinds that draw one sort of shape. `area` is GeoJSON of polygons in EPSG:4326."""

    colour: Annotated[str, Setting(_("Colour"))] = Field("#0b6bcb", pattern=r"^#[0-9a-fA-F]{6}$")
    min_zoom: Annotated[
        int,
        Setting(
            _("Smallest zoom for marking"),
            _("Makes residents zoom in before they mark, so that places are exact. 0: any; 15 streets; 17 houses."),
        ),
    ] = Field(0, ge=0, le=19)
    area: Annotated[
        dict[str, Any] | None, Setting(_("Area in which places may be marked"), _("Empty: the whole city."))
    ] = None

    template: ClassVar = "mapsurveys/questions/drawing.html"
    ground: ClassVar = "map"

    @cached_property
    def allowed(self) -> GEOSGeometry | None:
        """The area in which places may be marked (MultiPolygon, EPSG:4326), or None. Raises geo.GeometryError."""
        return area_from(self.area)

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        try:
            area_from(self.area)
        except ValidationError:
            yield gettext("The area in which places may be marked cannot be read.")


class DrawPoints(Drawing):
    kind: Literal["point"] = "point"
    symbol: Annotated[Symbol, Setting(_("Symbol"))] = Symbol.PIN

    title: ClassVar = _("Points on the map")
    description: ClassVar = _("The easiest to answer and to analyse. Use lines and areas only when extent matters.")
    icon: ClassVar = "map-point"
    tool: ClassVar = "point"
    mark_name: ClassVar = pgettext_lazy("shape on a map", "Point")
    begin: ClassVar = _("Mark a point")
    looks: ClassVar = {"symbol": SYMBOLS}


class DrawLines(Drawing):
    kind: Literal["line"] = "line"
    line_style: Annotated[LineStyle, Setting(_("Line"))] = LineStyle.SOLID

    title: ClassVar = _("Lines on the map")
    description: ClassVar = _("Routes and edges.")
    icon: ClassVar = "map-line"
    tool: ClassVar = "line"
    mark_name: ClassVar = pgettext_lazy("shape on a map", "Line")
    begin: ClassVar = _("Draw a line")
    looks: ClassVar = {"line_style": LINE_STYLES}


class DrawAreas(Drawing):
    kind: Literal["area"] = "area"
    line_style: Annotated[LineStyle, Setting(_("Line"))] = LineStyle.SOLID
    show_size: Annotated[
        bool, Setting(_("Tell the size in everyday units"), _("People tend to draw areas half too large."))
    ] = True

    title: ClassVar = _("Areas on the map")
    description: ClassVar = _("When it matters how far something reaches. Asks more of people than points.")
    icon: ClassVar = "map-area"
    tool: ClassVar = "polygon"
    mark_name: ClassVar = pgettext_lazy("shape on a map", "Area")
    begin: ClassVar = _("Draw an area")
    looks: ClassVar = {"line_style": LINE_STYLES}
