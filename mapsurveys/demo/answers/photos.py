"""Drawings that a few of the demo's people have sent with their answers."""

import uuid
from pathlib import Path
from random import Random

from django.core.files.base import ContentFile

from mapsurveys.models import Attachment, Response, Survey

DRAWINGS = Path(__file__).parent.parent / "illustrations"
#: Name as it was sent, and the file.
SENT = (("meri ja vene.jpg", "drawing-boat.jpg"), ("toive.jpg", "drawing-tree.jpg"))


def send_photos(survey: Survey, chance: Random) -> None:
    """Attach each drawing to the answers of somebody different."""
    sent = Response.objects.counted().filter(survey=survey).order_by("submitted_at", "pk")
    for (name, file), response in zip(SENT, chance.sample(list(sent), len(SENT)), strict=True):
        attachment = Attachment(
            id=uuid.UUID(int=chance.getrandbits(128), version=4),
            response=response,
            question="photo",
            name=name,
            content_type="image/jpeg",
        )
        attachment.file.save(name, ContentFile((DRAWINGS / file).read_bytes()), save=False)
        attachment.save(force_insert=True)
        response.answers["photo"] = [{"attachment": str(attachment.pk), "name": name}]
        response.save(update_fields=["answers"])
