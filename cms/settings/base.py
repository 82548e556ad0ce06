"""Settings that every way of running Kuule shares.

Whatever differs between cities or machines is read from the environment; the README's table
names each variable. `bin/setup` writes var/env for a machine without one.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.conf.locale import LANG_INFO
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parents[2]

env = environ.Env()
env.read_env(BASE_DIR / "var" / "env")

# --- The service -----------------------------------------------------------------------------

KUULE_SITE_NAME = env("KUULE_SITE_NAME", default="Kuule")
KUULE_CITY_NAME = env("KUULE_CITY_NAME", default="Helsinki")
KUULE_DEMO = env.bool("KUULE_DEMO", default=False)
BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000")

# --- Languages -------------------------------------------------------------------------------

# `simple` is a registered BCP 47 variant, so fi-simple is the tag of plain Finnish.
LANG_INFO["fi-simple"] = {
    "bidi": False,
    "code": "fi-simple",
    "name": "Plain Finnish",
    "name_local": "Selkosuomi",
}

LANGUAGE_CODE = "fi"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("fi", _("Finnish")),
    ("sv", _("Swedish")),
    ("en", _("English")),
    ("fi-simple", _("Plain Finnish")),
    ("ru", _("Russian")),
]
# In which order another language is shown when a text is missing. Plain Finnish never stands in for
# Finnish: it is a summary, not the text that was decided on.
KUULE_LANGUAGE_FALLBACKS = {
    "fi": ["sv", "en"],
    "sv": ["fi", "en"],
    "en": ["fi", "sv"],
    "fi-simple": ["fi", "sv", "en"],
    "ru": ["en", "fi", "sv"],
}
# Kielilaki (423/2003) § 32: a bilingual municipality informs the public in both languages.
KUULE_REQUIRED_LANGUAGES = env.list("KUULE_REQUIRED_LANGUAGES", default=["fi", "sv"])

LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English"), ("ru", "Русский")]
PARLER_LANGUAGES = {
    None: tuple({"code": code} for code, _name in LANGUAGES),
    "default": {"fallbacks": ["fi"], "hide_untranslated": False},
}
# The cache goes stale after queryset.update(); translations are prefetched instead.
PARLER_ENABLE_CACHING = False

# British dates in English; the others are Django's own.
FORMAT_MODULE_PATH = "cms.formats"

USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

# --- Maps ------------------------------------------------------------------------------------

#: (min_lon, min_lat, max_lon, max_lat) in EPSG:4326: places outside it are refused.
SERVICE_AREA_BOUNDS = tuple(env.list("SERVICE_AREA_BOUNDS", cast=float, default=[24.75, 59.90, 25.30, 60.35]))
MAP_TILE_URL = env("MAP_TILE_URL", default="https://tile.openstreetmap.org/{z}/{x}/{y}.png")
MAP_ATTRIBUTION = env(
    "MAP_ATTRIBUTION",
    default='© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
)
LEAFLET_CONFIG = {"RESET_VIEW": False}

# --- Applications ----------------------------------------------------------------------------

INSTALLED_APPS = [
    "mapsurveys",
    "hearings",
    "cms",
    "cms.organisations",
    "cms.layers",
    "cms.accounts",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "parler",
    "leaflet",
    "django_filters",
    "django_tasks",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.gis",
    "django.contrib.postgres",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    # Inside gzip, whose output is never the same twice: an ETag of it would match nothing.
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    # Inside it: names the hosts of the map layers on a page before the policy is written.
    "cms.layers.sources.LayerSourcesMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.navigation.navigation",
            ],
        },
    },
]

# --- Database, files -------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default="postgis:///kuule")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# PostGIS functions look so dear to the planner that it compiles queries for longer than they run. Options of the
# address itself, such as sslmode, stay.
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=BASE_DIR / "var" / "media")
#: Files that residents send; no address serves them to the public.
PRIVATE_ROOT = env.path("PRIVATE_ROOT", default=BASE_DIR / "var" / "private")
KUULE_UPLOAD_MEGABYTES = 10
#: On a device that many answer on: seconds without a touch before the answers are cleared, and seconds of thanks.
KUULE_KIOSK_IDLE_SECONDS = 120
KUULE_KIOSK_THANKS_SECONDS = 20
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": PRIVATE_ROOT}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# --- People and safety -----------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

# A drawing of the most vertices we read must reach the form, so that its error comes in the reader's language.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True

_tiles = urlsplit(MAP_TILE_URL.replace("{s}", "*"))
CONTENT_SECURITY_POLICY = {
    # Wagtail's admin has inline scripts of its own; it is for signed-in staff only.
    "EXCLUDE_URL_PREFIXES": ["/admin"],
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", *([f"{_tiles.scheme}://{_tiles.netloc}"] if _tiles.netloc else [])],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    },
}

# --- Wagtail ---------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = KUULE_SITE_NAME
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Opening hours are in the city's time, wherever the planner sits.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "svg", "webp"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "xlsx", "zip", "geojson"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# A translator saves when a text is whole; half a sentence saved every second makes a poor history.
WAGTAIL_AUTOSAVE_INTERVAL = 0
TAGGIT_CASE_INSENSITIVE = True

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Below an error Django notes the addresses of refused requests, and a receipt's address holds its code.
    # WeasyPrint notes every style that only browsers know.
    "loggers": {"django.request": {"level": "ERROR"}, "weasyprint": {"level": "ERROR"}},
}

# Geometries from outside are never given to GDAL (cms.geo reads them with shapely).
SILENCED_SYSTEM_CHECKS = ["gis.W001"]
