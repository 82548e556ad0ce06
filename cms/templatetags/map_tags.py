"""Template tags of maps: the scripts and configuration once a page, and the maps that show results."""

import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.contrib.gis.geos import GEOSGeometry
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join, json_script
from django.utils.safestring import SafeString

from cms import geo
from cms.layers.maps import layers_config
from cms.layers.models import Layer
from cms.map_config import map_config as configuration
from cms.widgets import LEAFLET_SCRIPT, MAP_MODULE, MAP_STYLES

register = template.Library()


@register.simple_tag
def map_config() -> SafeString:
    """The configuration of the page's maps as JSON in a script element; once a page."""
    return json_script(configuration(), "map-config")


@register.simple_tag
def map_media() -> SafeString:
    """The link and script elements of maps. Leaflet is deferred: it runs before the module needing it."""
    paths = ((static(path),) for path in MAP_STYLES)
    styles = format_html_join("\n", '<link rel="stylesheet" href="{}">', paths)
    scripts = '<script src="{}" defer></script>\n<script type="module" src="{}"></script>'
    return format_html("{}\n" + scripts, styles, static(LEAFLET_SCRIPT), static(MAP_MODULE))


@register.inclusion_tag("cms/widgets/results_map.html")
def results_map(
    url: str,
    kind: str,
    label: str,
    map_id: str = "results-map",
    outline: GEOSGeometry | None = None,
    bounds: tuple[float, float, float, float] | None = None,
    layers: Iterable[Layer] = (),
) -> dict[str, Any]:
    """A map that asks `url` for what lies in view.

    `kind` is "comments" or "hearings"; `url` may carry a query string, to which bbox and zoom are added;
    `label` names the map for screen readers; `bounds` is (min_lon, min_lat, max_lon, max_lat) of the
    first view, else the outline's, else the service's own; `layers` can be chosen on the map.
    """
    return {
        "url": url,
        "kind": kind,
        "label": label,
        "map_id": map_id,
        "outline": geo.as_geojson(outline) if outline else None,
        "outline_id": f"{map_id}-outline",
        "bounds": json.dumps(bounds) if bounds else "",
        **layers_context(layers, map_id),
    }


def layers_context(layers: Iterable[Layer], map_id: str) -> dict[str, Any]:
    """What the templates of maps need of layers; a template may have none, and then passes ""."""
    return {"layers": layers_config(layers or ()), "layers_id": f"{map_id}-layers"}


@register.inclusion_tag("cms/widgets/shown_map.html")
def shown_map(geometry: GEOSGeometry | None, label: str, map_id: str, layers: Iterable[Layer] = ()) -> dict[str, Any]:
    """A small map of one geometry, such as the place of a comment, on `layers`; empty without a geometry."""
    if not geometry:
        return {}
    return {"geometry": geo.as_geojson(geometry)} | layers_map(layers, label, map_id)


@register.inclusion_tag("cms/widgets/shown_map.html")
def layers_map(layers: Iterable[Layer], label: str, map_id: str) -> dict[str, Any]:
    """A small map of nothing but layers; it begins where they are."""
    return {
        "outline_id": f"{map_id}-outline",
        "label": label,
        "map_id": map_id,
        **layers_context(layers, map_id),
    }


@register.filter
def everyday_size(geometry: GEOSGeometry | None) -> str:
    """The size of an area or a line in everyday words; "" for points and for nothing."""
    return geo.everyday_size(geometry) if geometry else ""


@register.filter
def lonlat(geometry: GEOSGeometry | None) -> str:
    """`longitude,latitude` in degrees (EPSG:4326) of a point on the geometry, the same in all languages."""
    if not geometry:
        return ""
    point = geo.representative_point(geometry)
    return f"{point.x:.6f},{point.y:.6f}"
