"""Widgets of the questionnaire builder."""

import json

from django import forms
from django.template import loader
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms import geo
from cms.map_config import map_config
from cms.widgets import LEAFLET_SCRIPT, MAP_MODULE, MAP_STYLES, GeoJSONWidget

#: Colours that are told apart, also by colour-blind people, and that have a contrast of 4.5 : 1 on a pale map.
PALETTE = {
    "#0b6bcb": pgettext_lazy("colour", "Blue"),
    "#b3261e": pgettext_lazy("colour", "Red"),
    "#1b7a3d": pgettext_lazy("colour", "Green"),
    "#7b3fb5": pgettext_lazy("colour", "Violet"),
    "#a14b00": pgettext_lazy("colour", "Orange"),
    "#00707f": pgettext_lazy("colour", "Turquoise"),
    "#b0126f": pgettext_lazy("colour", "Pink"),
    "#37424a": pgettext_lazy("colour", "Grey"),
}
OWN = "own"


class OwnTemplate:
    """The project's templates and translations, whatever form renderer the settings name."""

    def _render(self, template_name, context, renderer=None):
        return mark_safe(loader.render_to_string(template_name, context))  # noqa: S308 - a template's own output


class ColourWidget(OwnTemplate, forms.Widget):
    """Eight named colours, and any other."""

    template_name = "mapsurveys/builder/widgets/colour.html"
    use_fieldset = True

    def id_for_label(self, id_):
        """Empty: the group is labelled by its fieldset."""
        return ""

    def value_from_datadict(self, data, files, name):
        chosen = data.get(name)
        return data.get(f"{name}-{OWN}") if chosen == OWN else chosen

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        known = (value or "").lower()
        context |= {
            "colours": [{"value": code, "name": label, "checked": code == known} for code, label in PALETTE.items()],
            "own": {"value": value or "#000000", "checked": bool(known) and known not in PALETTE},
        }
        return context


class PlaceTextWidget(OwnTemplate, forms.Widget):
    """A place in words, with its GeoJSON to be changed behind it."""

    template_name = "mapsurveys/builder/widgets/place_text.html"

    def format_value(self, value):
        return json.dumps(value) if isinstance(value, dict) else value or ""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["words"] = place_in_words(context["widget"]["value"])
        return context


def place_in_words(text: str) -> str:
    """What a place of a list is, such as "Point 60.17, 24.94"; "" where it can't be read."""
    try:
        geometry = geo.parse_place(text)
    except (forms.ValidationError, TypeError):
        return ""
    names = {"Point": _("Point"), "LineString": _("Line"), "Polygon": _("Area")}
    middle = geo.representative_point(geometry)
    return f"{names[geometry.geom_type]} {middle.y:.5f}, {middle.x:.5f}"


class NewPlacesWidget(GeoJSONWidget):
    """A map on which a planner marks places to be added to a list, many at once."""

    template_name = "mapsurveys/builder/widgets/new_places.html"
    max_shapes = 50

    class Media:
        css = {"all": MAP_STYLES}
        js = (LEAFLET_SCRIPT, forms.widgets.Script(MAP_MODULE, type="module"))

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"map_config": map_config()}


class ViewWidget(OwnTemplate, forms.Widget):
    """Where a map opens: the planner moves a map, and the place under its middle is kept.

    Its value is {"lon", "lat", "zoom"} as typed or as the map says, in degrees (EPSG:4326) and Leaflet's levels.
    """

    template_name = "mapsurveys/builder/widgets/view.html"
    use_fieldset = True

    class Media:
        css = {"all": MAP_STYLES}
        js = (LEAFLET_SCRIPT, forms.widgets.Script("cms/admin/builder-view.js", type="module"))

    def id_for_label(self, id_):
        """Empty: the group is labelled by its fieldset."""
        return ""

    def value_from_datadict(self, data, files, name):
        typed = {part: data.get(f"{name}-{part}", "").strip() for part in ("lon", "lat", "zoom")}
        return typed if any(typed.values()) else None

    def get_context(self, name, value, attrs):
        # As text: the numbers of a stored view would be written with a comma in Finnish.
        view = {part: str((value or {}).get(part, "")) for part in ("lon", "lat", "zoom")}
        return super().get_context(name, value, attrs) | {"map_config": map_config()} | view

    def format_value(self, value):
        return value
