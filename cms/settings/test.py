"""Settings of the tests: fast, quiet, nothing left behind."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import BASE_DIR, DATABASES, MIDDLEWARE, STORAGES

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105 - no secret: tests alone use it
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"

# The live server's threads come and go.
DATABASES["default"]["CONN_MAX_AGE"] = 0

# The real hasher is slow by design; tests sign people in hundreds of times.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = BASE_DIR / "var" / "test-media"
STORAGES |= {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "private": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
}
# The live server of the browser tests serves static files itself.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise")]
LOGGING = {"version": 1, "disable_existing_loggers": False, "root": {"handlers": [], "level": "ERROR"}}
