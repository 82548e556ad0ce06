from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LayerRole(TextChoices):
    """How a layer is chosen: one base map at a time, and any number of overlays on top of it."""

    BASE = "base", _("Background map")
    OVERLAY = "overlay", _("On top of the background map")


class LayerKind(TextChoices):
    """Where a layer's picture comes from."""

    WMS = "wms", _("Map service (WMS)")
    WMTS = "wmts", _("Tile service (WMTS)")
    XYZ = "xyz", _("Tiles by address (XYZ)")
    GEOJSON = "geojson", _("GeoJSON file")
    IMAGE = "image", _("Plan image placed on the map")


#: Kinds that are fetched from a server of somebody else.
REMOTE_KINDS = frozenset({LayerKind.WMS, LayerKind.WMTS, LayerKind.XYZ})


class ImageFormat(TextChoices):
    PNG = "image/png", "PNG"
    JPEG = "image/jpeg", "JPEG"
    WEBP = "image/webp", "WebP"


class WMSVersion(TextChoices):
    V130 = "1.3.0", "1.3.0"
    V111 = "1.1.1", "1.1.1"
