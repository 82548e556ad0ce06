"""Choosing among pictures."""

from typing import Annotated, ClassVar, Literal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import Choice, Setting
from mapsurveys.kinds.choosing import SomeOf
from mapsurveys.texts import Texts


class ImageOption(Choice):
    """A picture (key of a Wagtail image) with its name and what it shows."""

    image: Annotated[int | None, Setting(_("Image"))] = None
    alt: Annotated[Texts, Setting(_("What the image shows"))] = Field(default_factory=dict)


class ImageChoice(SomeOf):
    kind: Literal["image_choice"] = "image_choice"
    choices: Annotated[list[ImageOption], Setting(_("Pictures"))] = Field(default_factory=list)
    most: Annotated[int | None, Setting(_("At most so many"))] = Field(1, ge=1)

    title: ClassVar = _("Pictures")
    description: ClassVar = _("Choosing the picture, or pictures, that one likes.")
    icon: ClassVar = "image"

    def field(self):
        field = super().field()
        field.widget.template_name = "mapsurveys/widgets/image_choices.html"
        field.widget.several = self.most != 1
        return field

    def problems(self):
        yield from super().problems()
        if any(choice.image is None for choice in self.choices):
            yield gettext("An option has no picture.")
