"""The door through which a web server calls Kuule."""

import os
import re

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

django_application = get_wsgi_application()


def application(environ, start_response):
    """Django, with every request read as UTF-8.

    Browsers send nothing else. Django would believe any encoding that Python knows, and some give no text, or
    text that no database takes.
    """
    environ["CONTENT_TYPE"] = without_charset(environ.get("CONTENT_TYPE", ""))
    return django_application(environ, start_response)


def without_charset(content_type: str) -> str:
    """A Content-Type header without its charset parameter."""
    return re.sub(r"\s*;\s*charset\*?\s*=[^;]*", "", content_type, flags=re.IGNORECASE)
