"""Organisations, people, labels and areas for tests."""

import itertools

from django.contrib.gis.geos import MultiPolygon, Polygon
from django.core.files.base import ContentFile
from wagtail.images import get_image_model

from cms.accounts.models import User
from cms.organisations.models import Area, ContactPerson, Label, Membership, Organisation

numbers = itertools.count(1)


def make_organisation(slug=None, *, parent=None, **names) -> Organisation:
    number = next(numbers)
    organisation = Organisation(slug=slug or f"organisation-{number}")
    for code, name in (names or {"fi": f"Toimiala {number}", "sv": f"Sektor {number}"}).items():
        organisation.set_translation(code.replace("_", "-"), name=name)
    return parent.add_child(instance=organisation) if parent else Organisation.add_root(instance=organisation)


def make_user(username=None, *, role=None, organisation=None, **fields) -> User:
    """A person, with a role in an organisation where both are given; the password is `password`."""
    username = username or f"person-{next(numbers)}"
    user = User.objects.create_user(username, f"{username}@example.org", "password", **fields)
    if role:
        Membership.objects.create(user=user, organisation=organisation, role=role)
    return user


def make_label(slug=None, **names) -> Label:
    label = Label(slug=slug or f"label-{next(numbers)}")
    for code, name in (names or {"fi": "Liikenne", "sv": "Trafik"}).items():
        label.set_translation(code.replace("_", "-"), name=name)
    label.save()
    return label


def make_contact(organisation, **fields) -> ContactPerson:
    contact = ContactPerson(
        organisation=organisation, **{"name": "Maija (esimerkki)", "phone": "09 310 00000"} | fields
    )
    contact.set_translation("fi", title="Maisema-arkkitehti")
    contact.set_translation("sv", title="Landskapsarkitekt")
    contact.save()
    return contact


def make_image(title="Kuva"):
    """An image that needs no renditions made: a drawing."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>'
    return get_image_model().objects.create(title=title, file=ContentFile(drawing, f"drawing-{next(numbers)}.svg"))


def make_area(slug, bounds, *, kind="district", **names) -> Area:
    """`bounds` is west, south, east, north in degrees (EPSG:4326)."""
    area = Area(slug=slug, kind=kind, geometry=MultiPolygon(Polygon.from_bbox(bounds), srid=4326))
    for code, name in (names or {"fi": slug.title()}).items():
        area.set_translation(code.replace("_", "-"), name=name)
    area.save()
    return area
