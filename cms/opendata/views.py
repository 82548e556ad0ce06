"""Downloads of what is registered, and the catalogue of it for people."""

from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.opendata.asking import asked_language, asked_parameters, check_names, resolve_filters
from cms.opendata.datasets import attribution, datasets, find_dataset
from cms.opendata.downloads import distribute, send
from cms.opendata.errors import DataError, error_response
from cms.opendata.families import DatasetFamily
from cms.opendata.writers import writers_for, writers_of
from cms.pages import public_page


# Nothing can be changed here, and without this a POST would be answered in another shape than data errors.
@csrf_exempt
def download(request, dataset, format):
    """Stream a dataset, whole or narrowed by its filters, as {dataset}.{format}?{filter}=...&crs=...&lang=...

    A family's dataset is made for the filters. `crs` (3067 or 3879) adds columns with plane coordinates in
    metres to tables, and moves the shapes of a GeoPackage. `lang` chooses the language of titles in the formats
    that have them, by default the reader's. Errors are answered in the shape of `cms.opendata.errors`: 400 for a
    wrong or missing parameter, 404 for what is not there.
    """
    try:
        if request.method not in ("GET", "HEAD"):
            raise DataError(405, "method_not_allowed", _("Data can only be read here."))
        language = asked_language(request)
        with translation.override(language):
            distribution = _find_distribution(request, dataset, format, language)
    except DataError as error:
        response = error_response(error)
        if error.status == 405:
            response.headers["Allow"] = "GET, HEAD"
        return response
    return _answer(request, distribution)


def _find_distribution(request, identifier, extension, language):
    source = find_dataset(identifier)
    if source is None:
        names = ", ".join(each.identifier for each in datasets())
        message = _("There is no such dataset. The datasets are: %(names)s.") % {"names": names}
        raise DataError(404, "unknown_dataset", message)
    check_names(request, [*(filter_.name for filter_ in source.filters), "crs", "lang"])
    parameters = asked_parameters(request, source.filters)
    filters = resolve_filters(source.filters, parameters)
    dataset = _build(source, filters, parameters)
    return distribute(request, dataset, extension, language, filters=filters, parameters=parameters)


def _build(source, filters, parameters):
    try:
        return source.build(filters)
    except Http404:
        message = _("Nothing was found by %(names)s. Check the address.")
        names = ", ".join(f"{name}={value}" for name, value in parameters.items())
        raise DataError(404, "not_found", message % {"names": names}) from None


def _answer(request, distribution):
    etag = distribution.etag
    response = get_conditional_response(request, etag=etag) if etag else None
    if response is None:
        response = send(request, distribution, distribution.filename)
    # Kept copies are asked about each time, because downloads follow moderation at once.
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Link"] = f'<{distribution.dataset.licence.url}>; rel="license"'
    if etag:
        response.headers["ETag"] = etag
    return response


@public_page
@require_safe
def open_data(request):
    """The catalogue: every dataset, bundle and family, its formats, columns, licence and addresses."""
    entries = [_entry(request, source) for source in datasets()]
    context = {
        "entries": entries,
        "attribution": attribution(),
        "ogc_address": request.build_absolute_uri(reverse("ogc:landing")),
    }
    return render(request, "cms/open_data.html", context)


def _entry(request, source):
    is_family = isinstance(source, DatasetFamily)
    writers = writers_of(source) if is_family else writers_for(source)
    tables = [source] if is_family else source.tables
    required = [filter_ for filter_ in source.filters if filter_.required]
    address = request.build_absolute_uri(_path(source, writers[0]))
    return {
        "source": source,
        "is_family": is_family,
        "writers": writers,
        "tables": [table for table in tables if table.columns],
        "downloads": [] if required else _downloads(source, writers),
        "address": address + ("?" + "&".join(f"{filter_.name}=…" for filter_ in required) if required else ""),
        "example": _sample(address, required) if required else "",
        "required": required,
        "optional": [
            (filter_, _sample(address, [*required, filter_])) for filter_ in source.filters if not filter_.required
        ],
    }


def _path(source, writer):
    return reverse("opendata:download", args=[source.identifier, writer.extension])


def _downloads(source, writers):
    language = translation.get_language()
    return [(writer, f"{_path(source, writer)}?lang={language}") for writer in writers]


def _sample(address, filters):
    """An address with an example of each filter, or "" where one is lacking."""
    examples = {filter_.name: filter_.example() for filter_ in filters}
    return f"{address}?{urlencode(examples)}" if all(examples.values()) else ""
