"""Leads an address without a language to the reader's language."""

from django.middleware.locale import LocaleMiddleware
from django.urls import Resolver404, resolve
from django.utils.translation import get_language


class LanguageMiddleware(LocaleMiddleware):
    """Django's, but what is not found stays so where the language has no such address either.

    Wagtail's pages take any path, so that Django takes each for an address of a language: another
    organisation's draft would answer with a redirect to a page that does not exist.
    """

    def process_response(self, request, response):
        if response.status_code == 404 and self.is_left_to_pages(request.path_info):
            return response
        return super().process_response(request, response)

    def is_left_to_pages(self, path: str) -> bool:
        """Whether below the reader's language only the page tree might know `path`."""
        try:
            match = resolve(f"/{get_language()}{path.rstrip('/')}/")
        except Resolver404:
            return False
        return match.url_name == "wagtail_serve"
