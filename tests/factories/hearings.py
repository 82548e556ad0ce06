"""Hearings, sections and comments for tests."""

import itertools
from datetime import UTC, datetime, timedelta

from django.contrib.gis.geos import GEOSGeometry, Polygon

from hearings.models import Comment, Hearing, Section
from tests.factories.organisations import make_organisation

numbers = itertools.count(1)
#: Noon in Helsinki on a winter day.
NOON = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
WEEK = timedelta(days=7)


def box(west, south, east, north) -> Polygon:
    """A rectangle in degrees (EPSG:4326)."""
    polygon = Polygon.from_bbox((west, south, east, north))
    polygon.srid = 4326
    return polygon


def make_hearing(slug=None, *, organisation=None, live=True, sections=("main", "part", "part"), texts=None, **fields):
    """A hearing whose Finnish and Swedish texts are whole; `texts` adds or replaces {language: {field: text}}."""
    number = next(numbers)
    fields = {
        "open_at": NOON - WEEK,
        "close_at": NOON + WEEK,
        "area": box(24.94, 60.17, 24.96, 60.19),
    } | fields
    hearing = Hearing(
        slug=slug or f"hearing-{number}",
        organisation=organisation or make_organisation(),
        live=live,
        **fields,
    )
    for code, values in {
        "fi": {"title": f"Rantapuisto {number}", "abstract": "Puisto rannalle."},
        "sv": {"title": f"Strandparken {number}", "abstract": "En park vid stranden."},
        **(texts or {}),
    }.items():
        hearing.set_translation(code, **values)
    for order, kind in enumerate(sections):
        hearing.sections.add(make_section(kind, sort_order=order))
    hearing.save()
    revision = hearing.save_revision()
    if live:
        revision.publish()
    return Hearing.objects.get(pk=hearing.pk)


def make_section(kind="part", **fields) -> Section:
    """A section in memory, with Finnish and Swedish texts; the hearing it is added to saves it."""
    section = Section(kind=kind, **fields)
    for code, word in {"fi": "Osa", "sv": "Del"}.items():
        section.set_translation(
            code, title=f"{word} {kind}", abstract=f"{word}.", body=[("paragraph", f"<p>{word} {kind}.</p>")]
        )
    return section


def draft_of(hearing, **texts) -> Hearing:
    """Save a draft of a published hearing, with other Finnish texts."""
    draft = hearing.get_latest_revision_as_object()
    draft.set_translation("fi", **texts)
    draft.save_revision()
    return draft


def make_comment(section, *, place=None, **fields) -> Comment:
    """A comment; `place` is GeoJSON or WKT in EPSG:4326."""
    number = next(numbers)
    fields = {
        "text": f"Kommentti {number}.",
        "created_at": NOON - timedelta(minutes=number),
        "language": "fi",
    } | fields
    geometry = GEOSGeometry(place, srid=4326) if place else None
    return Comment.objects.create(hearing=section.hearing, section=section, geometry=geometry, **fields)
