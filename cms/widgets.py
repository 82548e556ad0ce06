"""Widgets that let a person draw on a map, and the scripts and styles that every map needs."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.gis.geos import GEOSGeometry
from django.forms.widgets import Script
from django.template import loader
from django.utils.safestring import SafeString, mark_safe

from cms import geo
from cms.layers.maps import layers_config
from cms.map_config import map_config

if TYPE_CHECKING:
    from cms.layers.models import Layer

MAP_STYLES = (
    "leaflet/leaflet.css",
    "cms/map/map.css",
    "cms/map/drawing.css",
    "cms/map/results.css",
    "cms/map/layers.css",
)
LEAFLET_SCRIPT = "leaflet/leaflet.js"
MAP_MODULE = "cms/map/index.js"


class GeoJSONWidget(forms.Widget):
    """A textarea of GeoJSON with a map for drawing it; the map appears where JavaScript runs."""

    use_fieldset = True
    max_shapes = 1
    tools: tuple[str, ...] = ("point", "line", "polygon")
    outline: GEOSGeometry | None = None
    min_zoom = 0

    def format_value(self, value: Any) -> str:
        """GeoJSON text; refused text passes unchanged, so that nothing a person made is lost."""
        if isinstance(value, GEOSGeometry):
            return json.dumps(geo.as_geojson(value))
        return value or ""

    def id_for_label(self, id_: str) -> str:
        """Empty: the group is labelled by its fieldset, and the textarea is not what a person uses."""
        return ""

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        """Adds what the map needs: tools, limits and the outline as GeoJSON."""
        context = super().get_context(name, value, attrs)
        context["outline_id"] = f"{context['widget']['attrs'].get('id', name)}-outline"
        context["widget"] |= {
            "tools": self.tools,
            "max_shapes": self.max_shapes,
            "min_zoom": self.min_zoom,
            "outline": geo.as_geojson(self.outline) if self.outline else None,
        }
        return context

    def _render(self, template_name: str, context: dict, renderer: Any = None) -> SafeString:
        # The project's templates and translations, whatever form renderer the settings name.
        return mark_safe(loader.render_to_string(template_name, context))  # noqa: S308 - a template's own output


class PlaceWidget(GeoJSONWidget):
    """For residents, on pages that load {% map_media %} and {% map_config %}.

    `layers` (cms.layers.models.Layer) can be chosen on the map.
    """

    template_name = "cms/widgets/place.html"
    layers: Iterable["Layer"] = ()

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        """Adds the layers' configuration."""
        context = super().get_context(name, value, attrs)
        context["layers_id"] = f"{context['widget']['attrs'].get('id', name)}-layers"
        context["widget"]["layers"] = layers_config(self.layers)
        return context


class AreaWidget(GeoJSONWidget):
    """For planners in the Wagtail admin: brings its own scripts, styles and configuration."""

    template_name = "cms/widgets/area.html"
    max_shapes = 50
    tools = ("polygon",)

    class Media:
        css = {"all": MAP_STYLES}
        js = (LEAFLET_SCRIPT, Script(MAP_MODULE, type="module"))

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        """Adds the maps' configuration, which admin pages do not carry."""
        return super().get_context(name, value, attrs) | {"map_config": map_config()}
