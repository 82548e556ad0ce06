"""Blocks of which planners build texts."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

#: What rich text in a section may hold: h1 and h2 belong to the page, so a text starts at h3.
RICH_TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link", "hr"]


#: Renditions that the templates of texts use.
RENDITIONS = ["width-800", "width-1600"]

_images_at_hand: ContextVar[dict | None] = ContextVar("images_at_hand", default=None)


class SharedImageChooserBlock(ImageChooserBlock):
    """Chooses an image; takes it from those that `with_images` has at hand, when there are any."""

    def bulk_to_python(self, values):
        at_hand = _images_at_hand.get() or {}
        if values and all(value in at_hand for value in values if value):
            return [at_hand.get(value) for value in values]
        return super().bulk_to_python(values)


@contextmanager
def with_images(streams: Iterable[StreamValue], *others: int | None) -> Iterator[dict]:
    """Read the images of many texts, and `others` by key, in two queries.

    Without it each text costs a query, and each image one more. Yields the images by key.
    """
    numbers = {number for stream in streams for number in image_numbers(stream)}
    numbers |= {number for number in others if number}
    images = get_image_model().objects.filter(pk__in=numbers).prefetch_renditions(*RENDITIONS) if numbers else []
    at_hand = {image.pk: image for image in images}
    token = _images_at_hand.set(at_hand)
    try:
        yield at_hand
    finally:
        _images_at_hand.reset(token)


def image_numbers(stream: StreamValue) -> list[int]:
    """Keys of the images in a text, without reading them."""
    return [
        block["value"]["image"] for block in stream.raw_data if block["type"] == "image" and block["value"]["image"]
    ]


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "cms/blocks/paragraph.html"


class CaptionedImageBlock(blocks.StructBlock):
    """An image with words for those who do not see it, in the language of the text around it."""

    image = SharedImageChooserBlock(label=_("image"))
    alt = blocks.CharBlock(
        label=_("what the image shows"),
        max_length=300,
        help_text=_("Read aloud to those who do not see the image."),
    )
    caption = blocks.CharBlock(label=_("caption"), max_length=300, required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "cms/blocks/image.html"


class BodyBlock(blocks.StreamBlock):
    """Running text with images: the body of a section or of an information page."""

    paragraph = ParagraphBlock(features=RICH_TEXT_FEATURES)
    image = CaptionedImageBlock()

    class Meta:
        required = False


class PageBodyBlock(BodyBlock):
    """Running text of a page of its own, which has headings of the second level too."""

    paragraph = ParagraphBlock(features=["h2", *RICH_TEXT_FEATURES])
