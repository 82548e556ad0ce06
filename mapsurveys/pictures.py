"""Pictures of a questionnaire: read together, so that a page of many costs no more queries than a page of one.

A questionnaire names Wagtail images by key. A view opens `with_pictures` around the rendering of a page; widgets and
templates, which know nothing of views, ask `find_picture`.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.images import get_image_model

from mapsurveys.kinds import Question

#: Renditions that the templates of questions use.
RENDITIONS = ("width-480", "width-1200")

_at_hand: ContextVar[dict | None] = ContextVar("pictures_at_hand", default=None)


def picture_keys(questions: Iterable[Question]) -> set[int]:
    """Keys of the images that the questions, their options and their follow-ups show."""
    elements = [element for question in questions for element in question.elements()]
    return {element.image for element in elements if getattr(element, "image", None)}


@contextmanager
def with_pictures(questions: Iterable[Question]) -> Iterator[dict]:
    """Read the questions' images and their renditions in two queries; yields the images by key."""
    keys = picture_keys(questions)
    images = get_image_model().objects.filter(pk__in=keys).prefetch_renditions(*RENDITIONS) if keys else []
    token = _at_hand.set({image.pk: image for image in images})
    try:
        yield _at_hand.get()
    finally:
        _at_hand.reset(token)


def find_picture(key: int | None):
    """The image with this key, from those at hand where it is; None for one that has been deleted."""
    if not key:
        return None
    at_hand = _at_hand.get()
    return at_hand.get(key) if at_hand is not None else get_image_model().objects.filter(pk=key).first()
