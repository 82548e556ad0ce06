"""Turns the demo's plain data (hearings.demo.content) into organisations, hearings and comments.

Each function leaves alone what is there already, so that loading twice changes nothing.
"""

import json
import math
from datetime import datetime, time, timedelta
from pathlib import Path

from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Polygon
from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from cms import receipts
from cms.accounts.models import User
from cms.choices import HiddenReason
from cms.consultations import end_of_day
from cms.layers.files import read_layer_file
from cms.layers.models import Layer
from cms.organisations.choices import AreaKind, Role
from cms.organisations.models import Area, ContactPerson, Label, Membership, Organisation
from cms.translations import TranslatedModel
from hearings.commenting import make_idempotency_key
from hearings.demo import content
from hearings.demo.content import types
from hearings.models import Comment, Hearing, HearingContact, Section
from hearings.moderating import hide_comment
from hearings.publishing import publish_hearing

ILLUSTRATIONS = Path(__file__).parent / "illustrations"
METRES_A_DEGREE = 111_320


def set_texts(thing: TranslatedModel, **texts: types.Text) -> None:
    """Write `{language: text}` of each field, for the languages that any field has."""
    for code in {code for text in texts.values() for code in text}:
        thing.set_translation(code, **{name: text.get(code, "") for name, text in texts.items()})


def load_organisations() -> None:
    for spec in content.ORGANISATIONS:
        if Organisation.objects.filter(slug=spec.slug).exists():
            continue
        organisation = Organisation(slug=spec.slug)
        set_texts(organisation, name=spec.name)
        if spec.parent:
            Organisation.objects.get(slug=spec.parent).add_child(instance=organisation)
        else:
            Organisation.add_root(instance=organisation)


def load_terms() -> None:
    """Labels, contact persons, districts and neighbourhoods."""
    for spec in content.LABELS:
        if not Label.objects.filter(slug=spec.slug).exists():
            label = Label(slug=spec.slug)
            set_texts(label, name=spec.name)
            label.save()
    for spec in content.CONTACTS:
        if not ContactPerson.objects.filter(email=spec.email).exists():
            organisation = Organisation.objects.get(slug=spec.organisation)
            contact = ContactPerson(organisation=organisation, name=spec.name, phone=spec.phone, email=spec.email)
            set_texts(contact, title=spec.title)
            contact.save()
    for spec in content.DISTRICTS:
        load_area(spec, AreaKind.DISTRICT, read_geometry(spec.geometry))
    for spec in content.NEIGHBOURHOODS:
        load_area(spec, AreaKind.NEIGHBOURHOOD, circle(spec.centre, spec.radius_metres))


def load_area(spec, kind: AreaKind, shape) -> None:
    if Area.objects.filter(slug=spec.slug).exists():
        return
    polygons = shape if isinstance(shape, MultiPolygon) else MultiPolygon(shape, srid=4326)
    area = Area(slug=spec.slug, kind=kind, geometry=polygons)
    set_texts(area, name=spec.name)
    area.save()


def read_geometry(geojson: types.Geometry) -> GEOSGeometry:
    """The project's own GeoJSON, in EPSG:4326."""
    return GEOSGeometry(json.dumps(geojson), srid=4326)


def circle(centre: types.LonLat, radius: float, corners: int = 16) -> Polygon:
    """A polygon of `corners` around (lon, lat), `radius` in metres."""
    lon, lat = centre
    turns = [2 * math.pi * number / corners for number in range(corners)]
    ring = [
        (
            lon + radius * math.cos(turn) / (METRES_A_DEGREE * math.cos(math.radians(lat))),
            lat + radius * math.sin(turn) / METRES_A_DEGREE,
        )
        for turn in turns
    ]
    return Polygon([*ring, ring[0]], srid=4326)


def load_people(password: str) -> None:
    """The demo's logins: planner and moderator with roles in the city, and a service administrator."""
    User.objects.get_or_create(username="admin", defaults={"is_superuser": True, "is_staff": True})
    for username, role, slug in [
        ("planner", Role.PUBLISHER, "urban-environment"),
        ("moderator", Role.MODERATOR, "demo-city"),
    ]:
        user, _created = User.objects.get_or_create(username=username)
        organisation = Organisation.objects.get(slug=slug)
        Membership.objects.get_or_create(user=user, organisation=organisation, role=role)
    for user in User.objects.filter(username__in=["admin", "planner", "moderator"]):
        user.set_password(password)
        user.save()


def load_images() -> dict[str, AbstractImage]:
    """The illustrations as Wagtail images, by the stem of their file's name."""
    images = {}
    for stem, title in content.ILLUSTRATIONS.items():
        image = get_image_model().objects.filter(title=title).first()
        if image is None:
            with (ILLUSTRATIONS / f"{stem}.svg").open("rb") as file:
                image = get_image_model().objects.create(title=title, file=ImageFile(file, name=f"{stem}.svg"))
        images[stem] = image
    return images


def load_hearing(spec: types.HearingSpec, images: dict[str, AbstractImage]) -> Hearing | None:
    """One hearing with its sections and comments, its days counted from today; None where it is there already."""
    if Hearing.objects.filter(slug=spec.slug).exists():
        return None
    today = timezone.localdate()
    hearing = Hearing(
        slug=spec.slug,
        organisation=Organisation.objects.get(slug=spec.organisation),
        area=read_geometry(spec.area) if spec.area else None,
        open_at=at(spec.open_days, "08:00"),
        close_at=end_of_day(today + timedelta(days=spec.close_days)),
        results_expected_on=today + timedelta(days=spec.results_expected_days) if spec.results_expected_days else None,
        main_image=images[spec.main_image],
        live=False,
    )
    set_texts(hearing, title=spec.title, abstract=spec.abstract, main_image_alt=spec.main_image_alt)
    hearing.labels.set(Label.objects.filter(slug__in=spec.labels))
    contacts = {person.key: person for person in content.CONTACTS}
    for order, key in enumerate(spec.contacts):
        person = ContactPerson.objects.get(email=contacts[key].email)
        hearing.contact_rows.add(HearingContact(person=person, sort_order=order))
    sections = {}
    for order, part in enumerate(spec.sections):
        sections[part.key] = make_section(part, order, images)
        hearing.sections.add(sections[part.key])
    hearing.save()
    hearing = publish_hearing(hearing=hearing, by=User.objects.get(username="admin"))
    load_comments(spec, sections)
    return hearing


def at(days: int, clock: str) -> datetime:
    """The moment `days` from today at HH:MM in the service's time zone; never later than now for past days."""
    day = timezone.localdate() + timedelta(days=days)
    moment = timezone.make_aware(datetime.combine(day, time.fromisoformat(clock)))
    return min(moment, timezone.now() - timedelta(minutes=5)) if days <= 0 else moment


def make_section(spec: types.SectionSpec, order: int, images: dict[str, AbstractImage]) -> Section:
    section = Section(kind=spec.kind, commenting=spec.commenting, map_tools=spec.map_tools, sort_order=order)
    section.layers.set([load_layer(layer, place, images) for place, layer in enumerate(spec.layers)])
    set_texts(section, title=spec.title, abstract=spec.abstract)
    for code in spec.title:
        if blocks := [read_block(block, images) for block in spec.blocks(code)]:
            section.set_translation(code, body=blocks)
    return section


def load_layer(spec: types.LayerSpec, place: int, images: dict[str, AbstractImage]) -> Layer:
    known = Layer.objects.filter(translations__language_code="fi", translations__name=spec.name["fi"]).first()
    if known:
        return known
    layer = Layer(
        organisation=Organisation.objects.get(slug=spec.organisation),
        kind=spec.kind,
        opacity=spec.opacity,
        sort_order=place,
    )
    if spec.image:
        layer.image = images[spec.image]
        layer.west, layer.south, layer.east, layer.north = spec.bounds
    else:
        features = [
            {"type": "Feature", "properties": {"name": name}, "geometry": geometry} for name, geometry in spec.features
        ]
        layer.geojson = read_layer_file(json.dumps({"type": "FeatureCollection", "features": features}))
    set_texts(layer, name=spec.name, attribution=spec.attribution, legend=spec.legend)
    layer.full_clean()
    layer.save()
    return layer


def read_block(block: dict[str, str], images: dict[str, AbstractImage]) -> tuple:
    if block["type"] == "paragraph":
        return ("paragraph", block["html"])
    return ("image", {"image": images[block["image"]], "alt": block["alt"], "caption": block["caption"]})


def load_comments(spec: types.HearingSpec, sections: dict[str, Section]) -> None:
    moderator = User.objects.get(username="moderator")
    by_key: dict[str, Comment] = {}
    for number, said in enumerate(spec.comments):
        parent = by_key[said.reply_to] if said.reply_to else None
        section = parent.section if parent else Section.objects.get(pk=sections[said.section].pk)
        key = make_idempotency_key(f"demo:{spec.slug}:{number}")
        comment = Comment.objects.create(
            hearing_id=section.hearing_id,
            section=section,
            parent=parent,
            text=said.body,
            author_name=said.author,
            language=said.language.partition("-")[0],
            geometry=read_geometry(said.place) if said.place else None,
            place_text=said.place_text,
            label=Label.objects.filter(slug=said.label).first() if said.label else None,
            created_at=at(said.days, said.time),
            state="withdrawn" if said.state == "withdrawn" else "visible",
            idempotency_key=key,
            receipt_hash=receipts.hash_code(receipts.make_code(key)),
        )
        if said.key:
            by_key[said.key] = comment
        if said.state == "hidden":
            hide_comment(comment=comment, by=moderator, reason=HiddenReason(said.hidden_reason))
