"""The description of the addresses below /ogc/ as OpenAPI 3.0, from which programs learn what they may ask for."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cms.opendata.datasets import CC_BY_4
from cms.opendata.ogc.collections import Collection
from cms.opendata.ogc.descriptions import JSON, OPENAPI
from cms.opendata.ogc.features import CONTENT_TYPE
from cms.opendata.ogc.queries import COMMON, DEFAULT_LIMIT, MAX_LIMIT, PARAMETERS

STRING = {"type": "string"}


def describe(server: str, registered: Iterable[Collection]) -> dict[str, Any]:
    """The whole description, with texts in the active language.

    `registered` are the collections that are there whatever the data are: their lists of features are described one
    by one because they have filters of their own, all others by a pattern.
    """
    return {
        "openapi": "3.0.3",
        "info": {
            "title": _("Open data of %(service)s for map programs") % {"service": settings.KUULE_SITE_NAME},
            "version": "1.0.0",
            "license": {"name": CC_BY_4.name, "url": CC_BY_4.url},
        },
        "servers": [{"url": server}],
        "paths": {
            "/": _operation("landing", _("Landing page"), _schema("Links")),
            "/conformance": _operation("conformance", _("Standards that this interface conforms to"), _CONFORMS_TO),
            "/api": _operation("api", _("This description"), {"type": "object"}, OPENAPI),
            "/collections": _operation("collections", _("Collections"), _COLLECTIONS),
            "/collections/{collectionId}": _operation(
                "collection", _("One collection"), _schema("Collection"), parameters=[_COLLECTION_ID]
            ),
            **{f"/collections/{each.identifier}/items": _items_of(each) for each in registered},
            "/collections/{collectionId}/items": _items("items", _("Features of a collection"), [_COLLECTION_ID]),
            "/collections/{collectionId}/items/{featureId}": _operation(
                "feature",
                _("One feature"),
                _schema("Feature"),
                CONTENT_TYPE,
                parameters=[_COLLECTION_ID, _in_path("featureId")],
            ),
        },
        "components": {"schemas": SCHEMAS, "parameters": _parameters()},
    }


def _operation(identifier, summary, schema, content_type=JSON, parameters=()):
    return {
        "get": {
            "operationId": identifier,
            "summary": summary,
            "parameters": [*parameters, *map(_parameter, COMMON)],
            "responses": {
                "200": _answer(_("What was asked for"), content_type, schema),
                "default": _answer(_("What cannot be answered"), JSON, _schema("Exception")),
            },
        }
    }


def _answer(description, content_type, schema):
    return {"description": description, "content": {content_type: {"schema": schema}}}


def _items_of(collection):
    filters = [
        {"name": filter_.name, "in": "query", "description": str(filter_.description), "schema": STRING}
        for filter_ in collection.takes
    ]
    return _items(f"{collection.identifier}-items", str(collection.dataset.title), filters)


def _items(identifier, summary, parameters):
    everywhere = [*parameters, *map(_parameter, PARAMETERS)]
    return _operation(identifier, summary, _schema("FeatureCollection"), CONTENT_TYPE, parameters=everywhere)


def _in_path(name):
    return {"name": name, "in": "path", "required": True, "schema": STRING}


def _schema(name):
    return {"$ref": f"#/components/schemas/{name}"}


def _parameter(name):
    return {"$ref": f"#/components/parameters/{name}"}


def _parameters():
    languages = [code for code, _name in settings.LANGUAGES]
    limit = {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT}
    numbers = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}
    facts = {
        "limit": (limit, _("How many features a page has at most.")),
        "after": (STRING, _("Identifier of the last feature of the page before; the link called “next” has it.")),
        "bbox": (numbers, _("Only places that touch this box: west, south, east, north, in degrees.")),
        "datetime": (
            STRING,
            _("Only what was so at a moment, or between two with “/” between them. What has no time is always found."),
        ),
        "lang": ({"type": "string", "enum": languages}, _("Language of titles and messages.")),
        "f": ({"type": "string", "enum": ["json"]}, _("JSON also for browsers.")),
    }
    made = {
        name: {"name": name, "in": "query", "required": False, "description": description, "schema": schema}
        for name, (schema, description) in facts.items()
    }
    # Commas between the numbers, as the standard has it, rather than the parameter again and again.
    made["bbox"] |= {"style": "form", "explode": False}
    return made


def _object(required, **properties):
    return {"type": "object", "required": required, "properties": properties}


def _list_of(schema):
    return {"type": "array", "items": schema}


_COLLECTION_ID = _in_path("collectionId")
_LINKS = _list_of(_schema("Link"))
_CONFORMS_TO = _object(["conformsTo"], conformsTo=_list_of(STRING))
_COLLECTIONS = _object(["links", "collections"], links=_LINKS, collections=_list_of(_schema("Collection")))

SCHEMAS = {
    "Exception": _object(["code"], code=STRING, description=STRING),
    "Link": _object(["href"], href=STRING, rel=STRING, type=STRING, title=STRING),
    "Links": _object(["links"], title=STRING, description=STRING, attribution=STRING, links=_LINKS),
    "Collection": _object(
        ["id", "links"],
        id=STRING,
        title=STRING,
        description=STRING,
        attribution=STRING,
        itemType=STRING,
        crs=_list_of(STRING),
        extent={"type": "object"},
        links=_LINKS,
    ),
    "Feature": _object(
        ["type", "geometry", "properties"],
        type={"type": "string", "enum": ["Feature"]},
        id={"oneOf": [STRING, {"type": "integer"}]},
        geometry={"type": "object", "nullable": True},
        properties={"type": "object"},
        links=_LINKS,
    ),
    "FeatureCollection": _object(
        ["type", "features"],
        type={"type": "string", "enum": ["FeatureCollection"]},
        features=_list_of(_schema("Feature")),
        links=_LINKS,
        timeStamp={"type": "string", "format": "date-time"},
        numberMatched={"type": "integer", "minimum": 0},
        numberReturned={"type": "integer", "minimum": 0},
    ),
}
