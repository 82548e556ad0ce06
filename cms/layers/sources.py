"""Lets a page's browser fetch pictures from the hosts of the layers that this page carries, and from no other.

The policy follows what is rendered: `allow_sources` is called where a layer's configuration is made, and the
middleware adds what was named to the answer's Content-Security-Policy. No cache can go stale, no page pays a query.
"""

from collections.abc import Iterable
from contextvars import ContextVar

_named: ContextVar[set[str] | None] = ContextVar("layer_sources", default=None)


def allow_sources(sources: Iterable[str]) -> None:
    """Allow pictures from these sources (`https://host`) in the answer being made; "" is passed over."""
    named = _named.get()
    if named is not None:
        named.update(source for source in sources if source)


class LayerSourcesMiddleware:
    """Adds the sources that were named while the answer was made. Stands inside django-csp's middleware."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = _named.set(set())
        try:
            response = self.get_response(request)
            if named := _named.get():
                update = dict(getattr(response, "_csp_update", None) or {})
                update["img-src"] = [*update.get("img-src", []), *sorted(named)]
                response._csp_update = update
            return response
        finally:
            _named.reset(token)
