"""Form fields that turn GeoJSON into checked geometries."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.gis.geos import GEOSException, GEOSGeometry

from cms import geo
from cms.widgets import AreaWidget, PlaceWidget

if TYPE_CHECKING:
    from cms.layers.models import Layer

#: Degrees; the browser writes coordinates rounded to six digits, so a smaller difference is no change.
SAME_PLACE = 1e-6


class GeoJSONField(forms.Field):
    """A geometry typed, drawn or uploaded as GeoJSON text; cleans to a GEOSGeometry in EPSG:4326, or None.

    A form that is refused shows the text again exactly as it was sent. Subclasses say how the text is read.
    """

    def parse(self, text: str) -> GEOSGeometry:
        """The geometry of non-empty GeoJSON text. Raises geo.GeometryError."""
        raise NotImplementedError

    def to_python(self, value: Any) -> GEOSGeometry | None:
        """None for blank text. Raises geo.GeometryError, a ValidationError."""
        if isinstance(value, GEOSGeometry):
            return value
        text = value.strip() if isinstance(value, str) else ""
        return self.parse(text) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the drawing differs from the stored one; text that cannot be read counts as changed."""
        before = _stored(initial)
        try:
            after = self.to_python(data)
        except geo.GeometryError:
            return True
        if before is None or after is None:
            return before is not after
        return before.geom_type != after.geom_type or not before.equals_exact(after, SAME_PLACE)


class PlaceField(GeoJSONField):
    """A participant's place.

    `tools` are the keys of geo.TOOLS that the question offers, the first being the default. `outline`
    (GEOSGeometry in EPSG:4326) is shown under the drawing and sets the first view; `min_zoom` is the
    smallest zoom level at which a place may be marked; `layers` can be chosen on the map.
    """

    widget = PlaceWidget

    def __init__(
        self,
        *,
        tools: tuple[str, ...] = ("point", "line", "polygon"),
        outline: GEOSGeometry | None = None,
        min_zoom: int = 0,
        layers: Iterable["Layer"] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.tools = tools
        self.widget.outline = outline
        self.widget.min_zoom = min_zoom
        self.widget.layers = layers

    @property
    def tools(self) -> tuple[str, ...]:
        """Keys of geo.TOOLS; setting them changes both what is offered and what is accepted."""
        return self._tools

    @tools.setter
    def tools(self, tools: tuple[str, ...]) -> None:
        self._tools = tuple(tools)
        self.widget.tools = self._tools

    def parse(self, text: str) -> GEOSGeometry:
        """See geo.parse_place."""
        return geo.parse_place(text, self.tools)


class AreaField(GeoJSONField):
    """A consultation's area, drawn or uploaded by a planner; cleans to a MultiPolygon in EPSG:4326, or None.

    Takes, and has no use for, what GeoDjango's model fields give to their form field: Wagtail's
    `register_form_field_override` names this class for them.
    """

    widget = AreaWidget

    def __init__(self, **kwargs: Any) -> None:
        for unused in ("geom_type", "srid", "max_geom_collections"):
            kwargs.pop(unused, None)
        super().__init__(**kwargs)

    def parse(self, text: str) -> GEOSGeometry:
        """See geo.parse_area."""
        return geo.parse_area(text)


def _stored(initial: Any | Callable[[], Any]) -> GEOSGeometry | None:
    value = initial() if callable(initial) and not isinstance(initial, GEOSGeometry) else initial
    if isinstance(value, str) and value.strip():
        try:
            return GEOSGeometry(value)
        except (GEOSException, ValueError):
            return None
    return value or None
