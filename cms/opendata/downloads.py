"""Answering with a file: for the public addresses, and for any other view that has a dataset at hand."""

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from cms.opendata.datasets import WGS84
from cms.opendata.distributions import Distribution
from cms.opendata.errors import DataError, error_response
from cms.opendata.writers import find_writer, writers_for


def respond(request, dataset, extension, language, *, filters=None, filename=None):
    """Stream a dataset or bundle that need not be registered, such as what planners get and the public does not.

    The caller has checked who asks, and has made the dataset with `licence=None` unless all in it is public.
    The answer is theirs alone (`private, no-store`). `crs` is read from the address as in public downloads;
    nothing else is, so that the view's own parameters are its own business. `filters` are the resolved values
    that the dataset's rows get. Texts that are not lazy must be in `language` already. What cannot be answered
    is told in the shape of `cms.opendata.errors`.

        @require_safe
        def download_responses(request, slug, extension):
            survey = get_object_or_404(surveys_for(request.user), slug=slug)
            language = translation.get_language()
            return respond(request, make_all_responses(survey), extension, language, filename=f"{slug}.{extension}")
    """
    try:
        distribution = distribute(request, dataset, extension, language, filters=filters or {})
    except DataError as error:
        response = error_response(error)
        del response.headers["Access-Control-Allow-Origin"]
    else:
        response = send(request, distribution, filename or distribution.filename)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def distribute(request, dataset, extension, language, *, filters, parameters=None):
    """The dataset in the format and coordinate system asked for. Raises DataError."""
    writer = find_writer(dataset, extension)
    if writer is None:
        formats = ", ".join(writer.extension for writer in writers_for(dataset))
        message = _("This dataset is not available in that format. Its formats are: %(formats)s.")
        raise DataError(404, "unknown_format", message % {"formats": formats})
    srid = _asked_system(request, writer)
    return Distribution(
        dataset=dataset if srid is None else _in_system(dataset, writer, srid),
        writer=writer,
        language=language,
        address=request.build_absolute_uri(),
        parameters=parameters or {},
        filters=filters,
        srid=srid or WGS84,
    )


def send(request, distribution, filename):
    """Stream the file as an attachment; the caller says how it may be kept."""
    response = StreamingHttpResponse(
        # HEAD must not run the query; a stream, so that no length is claimed for it.
        iter(()) if request.method == "HEAD" else distribution.stream(),
        content_type=distribution.writer.content_type,
    )
    response.headers["Content-Disposition"] = content_disposition_header(True, filename)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _asked_system(request, writer):
    crs = request.GET.get("crs")
    if crs is None:
        return None
    if not writer.systems:
        raise DataError(400, "no_plane_coordinates", _("This format has longitude and latitude only."))
    known = [str(srid) for srid in writer.systems]
    if crs not in known:
        message = _("The coordinate system must be one of these: %(known)s.")
        raise DataError(400, "unknown_crs", message % {"known": ", ".join(known)})
    return int(crs)


def _in_system(dataset, writer, srid):
    moved = writer.in_system(dataset, srid)
    if moved is None:
        raise DataError(400, "no_plane_coordinates", _("These data have no columns for plane coordinates."))
    return moved
