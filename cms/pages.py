"""How public pages are cached: stored by anyone, asked about every time.

A hidden comment must disappear at once, so no copy is shown without asking; the ETag of
ConditionalGetMiddleware keeps the answer small where nothing has changed. What a signed-in person sees, and
what answers a form, is for that browser alone.
"""

import functools

from django.utils.cache import patch_cache_control


def public_page(view):
    """Mark what `view` answers as cacheable for anonymous readers."""

    @functools.wraps(view)
    def marked(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if not response.has_header("Cache-Control"):
            shared = request.user.is_anonymous and request.method in ("GET", "HEAD")
            patch_cache_control(response, no_cache=True, **({"public": True} if shared else {"private": True}))
        return response

    return marked


def is_same_origin(request) -> bool:
    """Whether a browser says that this request comes from our own pages.

    Comment forms carry no CSRF token, so that pages need no cookie. For someone signed in the browser's own
    word is asked instead (OWASP: verifying origin with Fetch metadata headers and Origin); without an account
    there is nothing that another site could misuse.
    """
    if request.user.is_anonymous:
        return True
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin == f"{request.scheme}://{request.get_host()}"
