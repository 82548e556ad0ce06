"""The documents around the features: landing page, conformance, collections, and the links in all of them."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.geo import service_area_bounds
from cms.opendata.datasets import attribution
from cms.opendata.ogc.collections import Collection
from cms.opendata.ogc.features import CONTENT_TYPE

JSON = "application/json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"

#: Longitude before latitude, in degrees: the only system of Part 1, and that of GeoJSON.
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

CONFORMS_TO = [
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
]


class Links:
    """Makes links as the standard shapes them, absolute, in the language that the address asks for."""

    def __init__(self, request):
        self._request = request
        self._language = {"lang": request.GET["lang"]} if "lang" in request.GET else {}

    def to(self, rel: str, media_type: str, title: str, name: str, *args: str) -> dict:
        """A link to one of our own addresses by its name in `urls`."""
        path = reverse(f"ogc:{name}", args=args)
        return self.to_path(rel, media_type, title, f"{path}?{urlencode(self._language)}" if self._language else path)

    def to_path(self, rel: str, media_type: str, title: str, path: str) -> dict:
        return {"href": self._request.build_absolute_uri(path), "rel": rel, "type": media_type, "title": title}

    def itself(self, media_type: str) -> dict:
        """The address that was asked for."""
        return self.to_path("self", media_type, _("This document"), self._request.get_full_path())

    def following(self, after: str | int) -> dict:
        """The same address with the page after that feature."""
        asked = self._request.GET.dict() | {"after": after}
        return self.to_path("next", CONTENT_TYPE, _("Next page"), f"{self._request.path}?{urlencode(asked)}")


def licence_link(licence) -> dict:
    return {"href": licence.url, "rel": "license", "type": "text/html", "title": licence.name}


def landing(links: Links) -> dict:
    catalogue = reverse("opendata:catalogue")
    return {
        "title": _("Open data of %(service)s for map programs") % {"service": settings.KUULE_SITE_NAME},
        "description": _(
            "Places that residents marked in hearings and surveys, live. Program interface: OGC API - Features 1.0."
        ),
        "attribution": attribution(),
        "links": [
            links.itself(JSON),
            links.to("service-desc", OPENAPI, _("Description of this interface (OpenAPI 3.0)"), "api"),
            links.to_path("service-doc", "text/html", _("Open data for people"), catalogue),
            links.to("conformance", JSON, _("Standards that this interface conforms to"), "conformance"),
            links.to("data", JSON, _("Collections"), "collections"),
        ],
    }


def conformance() -> dict:
    return {"conformsTo": CONFORMS_TO}


def collections(links: Links, found: list[Collection]) -> dict:
    return {
        "links": [links.itself(JSON)],
        "collections": [collection(links, each) for each in found],
    }


def collection(links: Links, described: Collection) -> dict:
    """One collection. The extent is the area in which places are taken, which tells nothing of single ones."""
    dataset = described.dataset
    name = described.identifier
    title = str(dataset.title)
    extent = {"spatial": {"bbox": [service_area_bounds()], "crs": CRS84}}
    if dataset.period:
        extent["temporal"] = {
            "interval": [[None, None]],
            "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
        }
    return {
        "id": name,
        "title": title,
        "description": str(dataset.description),
        "attribution": attribution(),
        "itemType": "feature",
        "crs": [CRS84],
        "extent": extent,
        "links": [
            links.to("self", JSON, title, "collection", name),
            links.to("items", CONTENT_TYPE, title, "items", name),
            links.to_path("enclosure", "application/geopackage+sqlite3", "GeoPackage", described.download("gpkg")),
            licence_link(dataset.licence),
        ],
    }


def feature_links(links: Links, of: Collection, after: str | int | None = None) -> list[dict]:
    """Links of a feature or a page of them; `after` is the last feature of a page that another follows."""
    itself = links.itself(CONTENT_TYPE)
    upwards = links.to("collection", JSON, str(of.dataset.title), "collection", of.identifier)
    return [itself, upwards, *([links.following(after)] if after is not None else [])]
