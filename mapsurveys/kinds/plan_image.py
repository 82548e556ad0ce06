"""Marking spots on a picture of a plan that has no place on the map."""

from typing import Annotated, ClassVar, Literal

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import Setting
from mapsurveys.kinds.marking import Marking
from mapsurveys.rules import Test
from mapsurveys.texts import Texts


class PlanImage(Marking):
    kind: Literal["plan_image"] = "plan_image"
    image: Annotated[int | None, Setting(_("Image"))] = None
    image_alt: Annotated[
        Texts, Setting(_("What the image shows"), _("Read aloud to those who do not see the image."))
    ] = Field(default_factory=dict)
    colour: Annotated[str, Setting(_("Colour"))] = Field("#0b6bcb", pattern=r"^#[0-9a-fA-F]{6}$")

    ground: ClassVar = "image"
    tool: ClassVar = "point"
    mark_name: ClassVar = pgettext_lazy("mark on an image", "Spot")
    begin: ClassVar = _("Mark a spot")
    title: ClassVar = _("Spots on a plan image")
    description: ClassVar = _("Marking spots on a drawing or a photo.")
    icon: ClassVar = "image"
    template: ClassVar = "mapsurveys/questions/plan_image.html"
    summary: ClassVar = "spots"
    tests: ClassVar = (Test.ANSWERED, Test.DRAWN_AT_LEAST)
    hidden_settings: ClassVar = frozenset({"coarsen", "personal"})

    def problems(self):
        yield from super().problems()
        if self.image is None:
            yield gettext("The plan image is missing.")
