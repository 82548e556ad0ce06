"""Reading what an address asks for. All raise DataError, with a message in the active language."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.http import Http404
from django.utils import translation
from django.utils.translation import gettext as _

from cms.opendata.datasets import Filter
from cms.opendata.errors import DataError


def asked_language(request) -> str:
    """The one that `lang` names, else the reader's."""
    language = request.GET.get("lang")
    if language is None:
        return translation.get_language() or settings.LANGUAGE_CODE
    languages = [code for code, _name in settings.LANGUAGES]
    if language not in languages:
        message = _("The language must be one of these: %(languages)s.") % {"languages": ", ".join(languages)}
        raise DataError(400, "unknown_language", message)
    return language


def check_names(request, known: Iterable[str]) -> None:
    """Refuse other parameters, and any that stands twice.

    A misspelt parameter must not pass: it would look like an answer and hold every row.
    """
    known = list(known)
    for name, values in request.GET.lists():
        if name not in known:
            message = _("This address does not know the parameter “%(name)s”. It knows: %(known)s.")
            raise DataError(400, "unknown_parameter", message % {"name": name, "known": ", ".join(known)})
        if len(values) > 1:
            raise DataError(400, "repeated_parameter", _("Give “%(name)s” only once.") % {"name": name})


def asked_parameters(request, filters: Iterable[Filter]) -> dict[str, str]:
    """What the address says for the filters, by name."""
    missing = [filter_.name for filter_ in filters if filter_.required and filter_.name not in request.GET]
    if missing:
        message = _("Something is missing from the address. Add to it: %(names)s.")
        raise DataError(400, "missing_parameter", message % {"names": ", ".join(f"{name}=…" for name in missing)})
    return {filter_.name: request.GET[filter_.name] for filter_ in filters if filter_.name in request.GET}


def resolve_filters(filters: Iterable[Filter], parameters: Mapping[str, str]) -> dict[str, object]:
    """What the parameters stand for, by name."""
    return {
        filter_.name: _resolve(filter_, parameters[filter_.name]) for filter_ in filters if filter_.name in parameters
    }


def _resolve(filter_, value):
    try:
        # PostgreSQL has no text with a null character, so asking for one is an error there.
        if "\x00" in value:
            raise Http404
        return filter_.resolve(value)
    except Http404:
        message = _("Nothing was found by %(name)s “%(value)s”. Check the address.")
        raise DataError(404, "not_found", message % {"name": filter_.name, "value": value}) from None
