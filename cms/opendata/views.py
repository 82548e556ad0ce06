"""Downloads of datasets, and the catalogue of them for people."""

from django.conf import settings
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.opendata.datasets import PLANES, attribution, datasets, find_dataset
from cms.opendata.distributions import Distribution
from cms.opendata.errors import DataError, error_response
from cms.opendata.writers import find_writer, writers_for
from cms.pages import public_page


# Nothing can be changed here, and without this a POST would be answered in another shape than data errors.
@csrf_exempt
def download(request, dataset, format):
    """Stream a dataset, whole or narrowed by its filters, as {dataset}.{format}?{filter}=...&crs=...&lang=...

    `crs` (3067 or 3879) adds columns with plane coordinates in metres to tables. `lang` chooses the language of
    titles in the formats that have them, by default the reader's. Errors are answered in the shape of
    `cms.opendata.errors`: 400 for a wrong parameter, 404 for what is not there.
    """
    try:
        if request.method not in ("GET", "HEAD"):
            raise DataError(405, "method_not_allowed", _("Data can only be read here."))
        language = _language(request)
        with translation.override(language):
            distribution = _find_distribution(request, dataset, format, language)
    except DataError as error:
        response = error_response(error)
        if error.status == 405:
            response.headers["Allow"] = "GET, HEAD"
        return response
    return _answer(request, distribution)


def _language(request):
    language = request.GET.get("lang")
    if language is None:
        return translation.get_language() or settings.LANGUAGE_CODE
    languages = [code for code, _name in settings.LANGUAGES]
    if language not in languages:
        message = _("The language must be one of these: %(languages)s.") % {"languages": ", ".join(languages)}
        raise DataError(400, "unknown_language", message)
    return language


def _find_distribution(request, identifier, extension, language):
    dataset = find_dataset(identifier)
    if dataset is None:
        names = ", ".join(dataset.identifier for dataset in datasets())
        message = _("There is no such dataset. The datasets are: %(names)s.") % {"names": names}
        raise DataError(404, "unknown_dataset", message)
    writer = find_writer(dataset, extension)
    if writer is None:
        formats = ", ".join(writer.extension for writer in writers_for(dataset))
        message = _("This dataset is not available in that format. Its formats are: %(formats)s.")
        raise DataError(404, "unknown_format", message % {"formats": formats})
    parameters = _parameters(request, dataset)
    return Distribution(
        dataset=_in_plane(request, dataset, writer),
        writer=writer,
        language=language,
        address=request.build_absolute_uri(),
        parameters=parameters,
        filters={
            filter_.name: _resolve(filter_, parameters) for filter_ in dataset.filters if filter_.name in parameters
        },
    )


def _parameters(request, dataset):
    # A misspelt parameter must not pass: it would look like an answer and hold every row.
    allowed = [filter_.name for filter_ in dataset.filters]
    known = [*allowed, "crs", "lang"]
    for name, values in request.GET.lists():
        if name not in known:
            message = _("This address does not know the parameter “%(name)s”. It knows: %(known)s.")
            raise DataError(400, "unknown_parameter", message % {"name": name, "known": ", ".join(known)})
        if len(values) > 1:
            raise DataError(400, "repeated_parameter", _("Give “%(name)s” only once.") % {"name": name})
    return {name: request.GET[name] for name in allowed if name in request.GET}


def _in_plane(request, dataset, writer):
    """The dataset with the plane coordinates that `crs` asks for, beside longitude and latitude."""
    crs = request.GET.get("crs")
    if crs is None:
        return dataset
    if crs not in map(str, PLANES):
        message = _("The coordinate system must be one of these: %(known)s.")
        raise DataError(400, "unknown_crs", message % {"known": ", ".join(map(str, PLANES))})
    plane = None if writer.with_geometry else dataset.in_plane(int(crs))
    if plane is None:
        raise DataError(400, "no_plane_coordinates", _("These data have no columns for plane coordinates."))
    return plane


def _resolve(filter_, parameters):
    value = parameters[filter_.name]
    try:
        # PostgreSQL has no text with a null character, so asking for one is an error there.
        if "\x00" in value:
            raise Http404
        return filter_.resolve(value)
    except Http404:
        message = _("Nothing was found by %(name)s “%(value)s”. Check the address.")
        raise DataError(404, "not_found", message % {"name": filter_.name, "value": value}) from None


def _answer(request, distribution):
    etag = distribution.etag
    response = get_conditional_response(request, etag=etag) if etag else None
    if response is None:
        # HEAD must not run the query; a stream, so that no length is claimed for it.
        response = StreamingHttpResponse(
            iter(()) if request.method == "HEAD" else distribution.stream(),
            content_type=distribution.writer.content_type,
        )
        response.headers["Content-Disposition"] = content_disposition_header(True, distribution.filename)
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
    """The catalogue: every dataset, its formats, columns, licence and addresses."""
    entries = [_entry(request, dataset) for dataset in datasets()]
    return render(request, "cms/open_data.html", {"entries": entries, "attribution": attribution()})


def _entry(request, dataset):
    def address(writer):
        return reverse("opendata:download", args=[dataset.identifier, writer.extension])

    writers = writers_for(dataset)
    language = translation.get_language()
    stable = request.build_absolute_uri(address(writers[0]))
    return {
        "dataset": dataset,
        "downloads": [(writer, f"{address(writer)}?lang={language}") for writer in writers],
        "address": stable,
        "filters": [(filter_, _sample(stable, filter_)) for filter_ in dataset.filters],
    }


def _sample(address, filter_):
    example = filter_.example()
    return f"{address}?{filter_.name}={example}" if example else ""
