"""System checks that keep the project's own conventions true."""

from django.conf import settings
from django.core.checks import Error, register


@register()
def check_languages(app_configs, **kwargs):
    """Each language has a name, its fallbacks exist, and required languages are languages of the service."""
    known = {code for code, _name in settings.LANGUAGES}
    errors = []
    for code, chain in settings.KUULE_LANGUAGE_FALLBACKS.items():
        if unknown := {code, *chain} - known:
            errors.append(
                Error(
                    f"KUULE_LANGUAGE_FALLBACKS names unknown languages: {', '.join(sorted(unknown))}.",
                    hint="Add them to LANGUAGES, or take them out.",
                    id="cms.E001",
                )
            )
    if unknown := set(settings.KUULE_REQUIRED_LANGUAGES) - known:
        errors.append(
            Error(
                f"KUULE_REQUIRED_LANGUAGES names unknown languages: {', '.join(sorted(unknown))}.",
                hint="Use codes of LANGUAGES, such as fi,sv.",
                id="cms.E002",
            )
        )
    if "fi-simple" in settings.KUULE_LANGUAGE_FALLBACKS.get("fi", []):
        errors.append(
            Error(
                "Finnish must not fall back to plain Finnish.",
                hint="Plain Finnish is a summary, not the text that is decided on.",
                id="cms.E003",
            )
        )
    return errors


@register()
def check_service_area(app_configs, **kwargs):
    """SERVICE_AREA_BOUNDS is a box of degrees: west, south, east, north."""
    bounds = settings.SERVICE_AREA_BOUNDS
    if len(bounds) == 4 and -180 <= bounds[0] < bounds[2] <= 180 and -90 <= bounds[1] < bounds[3] <= 90:
        return []
    return [
        Error(
            f"SERVICE_AREA_BOUNDS is not a box of degrees: {bounds}.",
            hint="Give west,south,east,north in EPSG:4326, such as 24.75,59.90,25.30,60.35.",
            id="cms.E004",
        )
    ]


@register()
def check_database(app_configs, **kwargs):
    """Kuule relies on PostGIS functions; no other database will do."""
    if settings.DATABASES["default"]["ENGINE"] == "django.contrib.gis.db.backends.postgis":
        return []
    return [
        Error(
            "The database is not PostGIS.",
            hint="Write DATABASE_URL as postgis://user:password@host/database.",
            id="cms.E005",
        )
    ]
