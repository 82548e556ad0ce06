"""A text, picture or link between the questions."""

from typing import Annotated, ClassVar, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import Question, Setting
from mapsurveys.texts import Texts


class Information(Question):
    kind: Literal["information"] = "information"
    text: Annotated[Texts, Setting(_("Text"))] = Field(default_factory=dict)
    image: Annotated[int | None, Setting(_("Image"))] = None
    image_alt: Annotated[
        Texts, Setting(_("What the image shows"), _("Read aloud to those who do not see the image."))
    ] = Field(default_factory=dict)
    link_url: Annotated[
        str, Setting(_("Web address of a link"), _("Opened beside the survey, so that answers stay."))
    ] = Field("", max_length=500, pattern=r"^(https?://\S+)?$")
    link_text: Annotated[Texts, Setting(_("Text of the link"))] = Field(default_factory=dict)

    title: ClassVar = _("Information")
    description: ClassVar = _("Text, an image or a link between questions.")
    icon: ClassVar = "info-circle"
    template: ClassVar = "mapsurveys/questions/information.html"
    asks: ClassVar = False
    tests: ClassVar = ()
    hidden_settings: ClassVar = frozenset({"required", "personal", "help"})

    def columns(self):
        return []
