"""Choosing among options in words."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from django.utils.translation import gettext_lazy as _

from mapsurveys.kinds.base import Setting
from mapsurveys.kinds.choosing import OneOf, SomeOf


class ChoiceLook(StrEnum):
    BUTTONS = "buttons"
    LIST = "list"


CHOICE_LOOKS = {
    ChoiceLook.BUTTONS: _("All options in sight"),
    ChoiceLook.LIST: _("A list to open, for many options"),
}


class SingleChoice(OneOf):
    kind: Literal["single_choice"] = "single_choice"
    look: Annotated[ChoiceLook, Setting(_("Look"))] = ChoiceLook.BUTTONS

    title: ClassVar = _("One option")
    description: ClassVar = _("Choosing one of the options, perhaps with “Other, what?”.")
    icon: ClassVar = "radio-full"
    looks: ClassVar = {"look": CHOICE_LOOKS}

    def field(self):
        field = super().field()
        if self.look == ChoiceLook.LIST:
            field.widget.template_name = "mapsurveys/widgets/choice_list.html"
        return field


class MultipleChoice(SomeOf):
    kind: Literal["multiple_choice"] = "multiple_choice"

    title: ClassVar = _("Several options")
    description: ClassVar = _("Choosing any of the options, with limits if needed.")
    icon: ClassVar = "tasks"
