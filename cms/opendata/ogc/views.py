"""Answers below /ogc/. What cannot be answered is told in the standard's shape: {"code": ..., "description": ...}."""

import functools

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from cms.opendata.asking import asked_language, check_names
from cms.opendata.errors import DataError
from cms.opendata.ogc import descriptions, openapi
from cms.opendata.ogc.collections import all_collections, find_collection, registered_collections
from cms.opendata.ogc.descriptions import JSON, OPENAPI, Links, feature_links
from cms.opendata.ogc.features import CONTENT_TYPE, one_feature, stream_page
from cms.opendata.ogc.queries import COMMON, matching, one_of, page_of, read_key, read_query


def address(view):
    """Answer in the language asked for, to any site's script, and every failure in the standard's shape."""

    # Nothing can be changed here, and without this a POST would be answered in another shape.
    @csrf_exempt
    @functools.wraps(view)
    def answered(request, **kwargs):
        try:
            response = _answer(view, request, kwargs)
        except DataError as error:
            response = _json({"code": error.code, "description": str(error.message)}, status=error.status)
            if error.status == 405:
                response.headers["Allow"] = "GET, HEAD"
        # Kept copies are asked about each time, because features follow moderation at once.
        response.headers["Cache-Control"] = "public, no-cache"
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return answered


def _answer(view, request, kwargs):
    if request.method not in ("GET", "HEAD"):
        raise DataError(405, "method_not_allowed", _("Data can only be read here."))
    with translation.override(asked_language(request)):
        if request.GET.get("f", "json") != "json":
            raise DataError(400, "invalid_f", _("The format is json."))
        return view(request, **kwargs)


def _json(content, *, content_type=JSON, status=200):
    return JsonResponse(
        content, status=status, content_type=content_type, json_dumps_params={"ensure_ascii": False, "indent": 2}
    )


@address
def landing(request):
    """Where programs begin. Who comes with a browser is led to the page that tells how to use this."""
    check_names(request, COMMON)
    preferred = request.get_preferred_type([JSON, "text/html"])
    if preferred == "text/html" and "f" not in request.GET:
        with translation.override(asked_language(request)):
            response = HttpResponseRedirect(f"{reverse('cms:open_data')}#map-programs")
    else:
        response = _json(descriptions.landing(Links(request)))
    patch_vary_headers(response, ["Accept"])
    return response


@address
def conformance(request):
    """Which parts of which standards this conforms to."""
    check_names(request, COMMON)
    return _json(descriptions.conformance())


@address
def api(request):
    """The description of these addresses for programs (OpenAPI 3.0)."""
    check_names(request, COMMON)
    server = request.build_absolute_uri(reverse("ogc:landing")).rstrip("/")
    return _json(openapi.describe(server, registered_collections()), content_type=OPENAPI)


@address
def collections(request):
    """Every collection there is."""
    check_names(request, COMMON)
    return _json(descriptions.collections(Links(request), list(all_collections())))


@address
def collection(request, identifier):
    """One collection."""
    check_names(request, COMMON)
    return _json(descriptions.collection(Links(request), find_collection(identifier)))


@address
def items(request, identifier):
    """A page of features, streamed in memory that does not grow with `limit`."""
    found = find_collection(identifier)
    query = read_query(request, found)
    links = Links(request)
    if request.method == "HEAD":
        return StreamingHttpResponse(iter(()), content_type=CONTENT_TYPE)
    pages = stream_page(
        page_of(found.dataset, query),
        query.limit,
        matching(found.dataset, query).count(),
        lambda after: feature_links(links, found, after),
    )
    return StreamingHttpResponse(pages, content_type=CONTENT_TYPE)


@address
def nowhere(request, rest):
    """Addresses that there are not: programs expect the same shape of them."""
    raise DataError(404, "unknown_address", _("There is nothing at this address. /ogc/ lists what there is."))


@address
def feature(request, identifier, feature):
    """One feature."""
    check_names(request, COMMON)
    found = find_collection(identifier)
    key = read_key(found.dataset, feature)
    dataset = one_of(found.dataset, key, found.filters) if key else None
    content = one_feature(dataset, feature_links(Links(request), found)) if dataset else None
    if content is None:
        raise DataError(404, "unknown_feature", _("There is no such feature in this collection."))
    return HttpResponse(content, content_type=CONTENT_TYPE)
