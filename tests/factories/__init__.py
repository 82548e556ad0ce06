from tests.factories.hearings import NOON, WEEK, draft_of, make_comment, make_hearing, make_section
from tests.factories.layers import build_layer, make_layer
from tests.factories.organisations import (
    make_area,
    make_contact,
    make_image,
    make_label,
    make_organisation,
    make_user,
)

__all__ = [
    "NOON",
    "WEEK",
    "build_layer",
    "draft_of",
    "make_area",
    "make_comment",
    "make_contact",
    "make_hearing",
    "make_image",
    "make_label",
    "make_layer",
    "make_organisation",
    "make_section",
    "make_user",
]
