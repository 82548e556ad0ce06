"""System checks: each convention has its number, and a broken one is told."""

import pytest
from django.core.checks import run_checks

from cms.checks import check_database, check_languages, check_service_area


def numbers(errors):
    return [error.id for error in errors]


def test_project_itself_passes():
    assert [error for error in run_checks() if not error.is_silenced()] == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("KUULE_LANGUAGE_FALLBACKS", {"fi": ["xx"]}, ["cms.E001"]),
        ("KUULE_LANGUAGE_FALLBACKS", {"xx": ["fi"]}, ["cms.E001"]),
        ("KUULE_REQUIRED_LANGUAGES", ["fi", "xx"], ["cms.E002"]),
        ("KUULE_LANGUAGE_FALLBACKS", {"fi": ["fi-simple"]}, ["cms.E003"]),
    ],
)
def test_languages_must_exist_and_plain_finnish_never_stands_in(settings, name, value, expected):
    setattr(settings, name, value)
    assert numbers(check_languages(None)) == expected


@pytest.mark.parametrize(
    "bounds", [(), (24.7, 59.9, 25.3), (25.3, 59.9, 24.7, 60.3), (24.7, 60.3, 25.3, 59.9), (24.7, 59.9, 25.3, 95.0)]
)
def test_service_area_must_be_a_box_of_degrees(settings, bounds):
    settings.SERVICE_AREA_BOUNDS = bounds
    assert numbers(check_service_area(None)) == ["cms.E004"]


def test_database_must_be_postgis(settings, monkeypatch):
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")
    assert numbers(check_database(None)) == ["cms.E005"]
