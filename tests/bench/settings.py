"""Settings of `bin/bench`: production-like, with a database and files of its own."""

from cms.settings.dev import *  # noqa: F403
from cms.settings.dev import BASE_DIR, DATABASES

DEBUG = False
# Refused comments are part of the measuring.
LOGGING = {"version": 1, "disable_existing_loggers": False, "root": {"handlers": [], "level": "ERROR"}}
KUULE_DEMO = False
BENCH_DIR = BASE_DIR / "var" / "bench"
MEDIA_ROOT = BENCH_DIR / "media"

#: The database that DATABASE_URL names is only where the server is asked to make this one.
MAIN_DATABASE = DATABASES["default"]["NAME"]
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["NAME"] = f"{MAIN_DATABASE}_bench"

# No static file is asked for, and looking for one must not cost the pages time.
WHITENOISE_USE_FINDERS = False
WHITENOISE_AUTOREFRESH = False
STATIC_ROOT = BENCH_DIR / "static"
