"""Settings of `bin/demo` and of a developer's machine."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATABASES, env

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="only-for-a-machine-nobody-else-reaches")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
KUULE_DEMO = env.bool("KUULE_DEMO", default=True)

# Django's own server has a thread for each request, and would keep a connection for each thread.
DATABASES["default"]["CONN_MAX_AGE"] = 0

# Static files straight from their sources: nothing to collect before the first page.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
