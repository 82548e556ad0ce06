"""Addresses of the site itself that are not Wagtail pages."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.static import serve


def to_reader_language(request):
    """The address without a language leads to the reader's: their browser's wish, else Finnish."""
    language = get_language_from_request(request)
    response = HttpResponseRedirect(f"{get_script_prefix()}{language}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


def media(request, path):
    """An uploaded image. Documents go through Wagtail, which asks who may read them."""
    try:
        return serve(request, path, settings.MEDIA_ROOT)
    except OSError:  # a name longer than any file's
        raise Http404 from None


def bad_request(request, exception=None):
    """What cannot be read at all, such as a form of many megabytes, is told in the reader's language too."""
    if isinstance(exception, DisallowedHost):
        return HttpResponseBadRequest()  # our pages name the host, and this one is not ours
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // (1024 * 1024)
    return render(request, "400.html", {"limit_megabytes": limit}, status=400)
