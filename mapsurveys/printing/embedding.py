"""Pictures that stand in the page itself: nothing is fetched for a PDF (cms.printing)."""

import base64
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import SourceImageIOError

from mapsurveys.pictures import find_picture

#: The renditions that the answering pages use too, so that printing makes none of its own.
SMALL = "width-480"
LARGE = "width-1200"


@dataclass(frozen=True)
class Embedded:
    """A picture as a data: address, its size in its own pixels."""

    address: str
    width: float
    height: float


def data_address(content: bytes, content_type: str) -> str:
    return f"data:{content_type};base64,{base64.b64encode(content).decode()}"


def drawing_address(svg: str) -> SafeString:
    """A drawing of ours for `<img>`, whose `alt` a tagged PDF keeps."""
    return mark_safe(data_address(svg.encode(), "image/svg+xml"))  # noqa: S308 base64 needs no escaping


def embed_image(image, rendition: str) -> Embedded | None:
    """A Wagtail image; None for one whose file is missing."""
    try:
        made = image if image.is_svg() else image.get_rendition(rendition)
        with made.file.open("rb") as file:
            content = file.read()
    except (OSError, SourceImageIOError):
        return None
    return Embedded(data_address(content, _content_type(made.file.name)), float(made.width), float(made.height))


def embed_picture(key: int | None, rendition: str = LARGE) -> Embedded | None:
    """The picture that a questionnaire names by key; None for one that has been deleted."""
    image = find_picture(key)
    return embed_image(image, rendition) if image else None


def _content_type(name: str) -> str:
    endings = {"svg": "image/svg+xml", "png": "image/png", "gif": "image/gif", "webp": "image/webp"}
    return endings.get(name.rpartition(".")[2].lower(), "image/jpeg")
