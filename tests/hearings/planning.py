"""What tests of hearings in the admin do again and again."""

import re

from django.urls import reverse

from hearings.models import Hearing
from tests.factories import make_user


def admin(name, hearing, *, language="", **kwargs):
    address = reverse(f"hearings_admin:{name}", kwargs={"pk": str(hearing.pk), **kwargs})
    return f"{address}?language={language}" if language else address


def sign_in(client, hearing, role="publisher"):
    user = make_user(role=role, organisation=hearing.organisation)
    client.force_login(user)
    return user


def newest(hearing):
    return Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()


def live(hearing):
    return Hearing.objects.get(pk=hearing.pk)


def texts(hearing):
    """All texts of a hearing and its sections, by language."""
    found = {}
    for part in [hearing, *hearing.sections.all()]:
        for code, row in part.translation_rows().items():
            found[str(part.pk), code] = [
                re.sub(r' data-block-key="\w+"', "", str(getattr(row, name))) for name in part.translated_names()
            ]
    return found
