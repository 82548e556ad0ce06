"""Template tags of questionnaires."""

import json

from django import template
from pydantic import BaseModel

from mapsurveys.channels import qr_drawing
from mapsurveys.pictures import find_picture

register = template.Library()


@register.simple_tag
def question_picture(key):
    """The Wagtail image that a question names, or None: {% question_picture question.image as photo %}."""
    return find_picture(key)


@register.filter
def rule_json(rule):
    """A show-when rule as JSON for the browser; conditions that are decided already are true or false."""
    return json.dumps(rule or [], default=_plain)


def _plain(part):
    if isinstance(part, BaseModel):
        return part.model_dump(mode="json", exclude_defaults=True)
    raise TypeError(part)


@register.filter
def qr(text):
    """An address as a QR code: an SVG that fills its frame."""
    return qr_drawing(text)
