"""Whether what a planner has written makes a layer that can be shown. Raises nothing: gives the faults back.

Each check returns {field name: sentence}, empty where all is well, so that a form can show every fault at once.
"""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from cms import geo
from cms.layers.choices import REMOTE_KINDS, LayerKind

if TYPE_CHECKING:
    from cms.layers.models import Layer

#: Hosts that a layer may be fetched from without TLS: the developer's own machine.
OWN_MACHINE = frozenset({"localhost", "127.0.0.1"})
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
#: What may stand in a host and port. The host goes into a response header, so nothing else may get there.
PLAIN_HOST = re.compile(r"(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d{1,5})?")
XYZ_KNOWN = frozenset({"z", "x", "y", "-y", "s"})
#: Lower case: WMTS servers write these names in the case of OGC 07-057r7, people do not.
WMTS_NEEDED = ("tilematrix", "tilerow", "tilecol")
WMTS_KNOWN = frozenset({*WMTS_NEEDED, "tilematrixset", "style", "layer"})


def faults_of(layer: "Layer") -> dict[str, str]:
    """Everything that keeps the layer, as it is in memory, from being shown."""
    faults = _zoom_faults(layer)
    if layer.kind in REMOTE_KINDS:
        faults |= _address_faults(layer)
    elif layer.kind == LayerKind.GEOJSON and not layer.geojson:
        faults["geojson"] = _("Choose the GeoJSON file.")
    elif layer.kind == LayerKind.IMAGE:
        faults |= _image_faults(layer)
    return faults


def source_of(address: str) -> str:
    """Scheme and host of an address as a source of a content security policy; "" where it is no address.

    `{s}`, which stands for the first part of a host's name, becomes `*`.
    """
    try:
        parts = urlsplit(address.replace("{s}.", "*."))
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not PLAIN_HOST.fullmatch(parts.netloc):
        return ""
    return f"{parts.scheme}://{parts.netloc}"


def _address_faults(layer: "Layer") -> dict[str, str]:
    source = source_of(layer.address)
    if not source:
        return {"address": _("Give the whole web address of the service, beginning with https://.")}
    if source.startswith("http://") and urlsplit(source).hostname not in OWN_MACHINE:
        return {"address": _("The address must begin with https://: browsers refuse maps that are sent unprotected.")}
    if "getcapabilities" in layer.address.lower():
        return {"address": _("Give the address of the service itself, without “request=GetCapabilities”.")}
    check = {LayerKind.WMS: _wms_faults, LayerKind.WMTS: _wmts_faults, LayerKind.XYZ: _xyz_faults}[layer.kind]
    return check(layer, [name.lower() for name in PLACEHOLDER.findall(layer.address)])


def _wms_faults(layer: "Layer", names: list[str]) -> dict[str, str]:
    faults = {}
    if names:
        faults["address"] = _("A WMS address has no parts in braces. Give the address as it stands before the “?”.")
    if not layer.remote_layers:
        faults["remote_layers"] = _("Give the name of the layer at the service, or several names with commas between.")
    return faults


def _xyz_faults(layer: "Layer", names: list[str]) -> dict[str, str]:
    if not {"z", "x"} <= set(names) or not {"y", "-y"} & set(names):
        return {"address": _("The address must have {z}, {x} and {y} where the tile's zoom, column and row belong.")}
    return _unknown_faults(names, XYZ_KNOWN)


def _wmts_faults(layer: "Layer", names: list[str]) -> dict[str, str]:
    faults = {}
    if not names:
        needed = {"remote_layers": layer.remote_layers, "matrix_set": layer.matrix_set}
        faults = {field: _("The service needs this.") for field, value in needed.items() if not value}
    elif not set(WMTS_NEEDED) <= set(names):
        faults["address"] = _(
            "The address must have {TileMatrix}, {TileRow} and {TileCol}, or no parts in braces at all."
        )
    return faults or _unknown_faults(names, WMTS_KNOWN)


def _unknown_faults(names: list[str], known: frozenset[str]) -> dict[str, str]:
    unknown = [name for name in names if name not in known]
    if not unknown:
        return {}
    return {"address": _("The part {%(name)s} of the address is not known here.") % {"name": unknown[0]}}


def _zoom_faults(layer: "Layer") -> dict[str, str]:
    if layer.min_zoom is not None and layer.max_zoom is not None and layer.max_zoom < layer.min_zoom:
        return {"max_zoom": _("The largest zoom level is smaller than the smallest one.")}
    return {}


def _image_faults(layer: "Layer") -> dict[str, str]:
    faults = {} if layer.image_id else {"image": _("Choose the plan image.")}
    sides = {name: getattr(layer, name) for name in ("west", "south", "east", "north")}
    missing = [name for name, degrees in sides.items() if degrees is None]
    if missing:
        return faults | {name: _("Give this side of the image in degrees.") for name in missing}
    if sides["east"] <= sides["west"]:
        faults["east"] = _("The eastern side must be east of the western side.")
    if sides["north"] <= sides["south"]:
        faults["north"] = _("The northern side must be north of the southern side.")
    return faults or _outside_faults(sides)


def _outside_faults(sides: dict[str, float]) -> dict[str, str]:
    west, south, east, north = geo.service_area_bounds()
    within = {
        "west": west <= sides["west"],
        "south": south <= sides["south"],
        "east": sides["east"] <= east,
        "north": sides["north"] <= north,
    }
    return {
        name: _("This side is outside the area of this service. Give degrees of longitude and latitude (WGS 84).")
        for name, inside in within.items()
        if not inside
    }
