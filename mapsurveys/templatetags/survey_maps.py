"""Template tags of the maps in questions."""

from typing import Any

from django import template
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Polygon
from django.utils.html import json_script
from django.utils.safestring import SafeString

from cms import geo
from cms.layers.maps import layers_config
from cms.layers.models import layers_named
from mapsurveys.kinds.drawing import Drawing, MapView
from mapsurveys.kinds.places import Places
from mapsurveys.map_words import marking_config
from mapsurveys.questionnaire import Step

register = template.Library()

#: Corners of an area that a page still carries whole.
MOST_CORNERS = 1_000
#: Degrees.
METRE = 1e-5


@register.simple_tag
def marking_words() -> SafeString:
    """What the maps in questions need besides {% map_config %}, as JSON in a script element; once a page."""
    return json_script(marking_config(), "marking-config")


@register.simple_tag
def step_layers(step: Step) -> SafeString:
    """The map layers of a step as JSON in a script element that its maps name; one query, or none without layers."""
    if not step.layers:
        return SafeString("")
    return json_script(layers_config(layers_named(step.layers)), f"layers-{step.id}")


@register.filter
def first_view(view: MapView) -> str:
    """A step's view as `lat,lon,zoom`, the same in all languages."""
    return f"{view.lat:.6f},{view.lon:.6f},{view.zoom}"


@register.filter
def bounds(geometry: GEOSGeometry) -> str:
    """The box around a geometry as `south,west,north,east` in degrees, the order of Leaflet."""
    west, south, east, north = geometry.extent
    return f"{south:.6f},{west:.6f},{north:.6f},{east:.6f}"


@register.filter
def allowed_area(question: Any) -> dict | None:
    """The area in which places may be marked, as a GeoJSON MultiPolygon in EPSG:4326; None for anywhere.

    A long edge is simplified by about a metre: the browser shows it, and the server checks the real one.
    """
    if not isinstance(question, Drawing) or question.allowed is None:
        return None
    area = question.allowed
    if area.num_coords > MOST_CORNERS:
        area = area.simplify(METRE, preserve_topology=True)
    parts = [area.coords] if area.geom_type == "Polygon" else area.coords
    return geo.as_geojson(MultiPolygon([Polygon(*rings) for rings in parts]))


@register.filter
def given_shapes(question: Places) -> list[dict]:
    """The places of the question as the map draws them: id, name, and GeoJSON in EPSG:4326."""
    return [
        {"id": place.id, "name": str(place.translated("label")), "geometry": place.geometry}
        for place in question.places
    ]
