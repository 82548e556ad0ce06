"""A free text."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from django import forms
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import Question, Setting


class TextLook(StrEnum):
    LONG = "long"
    SHORT = "short"
    EMAIL = "email"
    PHONE = "phone"


TEXT_LOOKS = {
    TextLook.LONG: _("Several lines"),
    TextLook.SHORT: _("One line"),
    TextLook.EMAIL: _("E-mail address"),
    TextLook.PHONE: _("Telephone number"),
}
#: HTML's own names, by which browsers fill in what they know (WCAG 2.2, 1.3.5).
AUTOCOMPLETE = {TextLook.EMAIL: "email", TextLook.PHONE: "tel"}


class TextField(forms.CharField):
    """Cleans to a text as it was written, without white space around it; None where there is none."""

    def clean(self, value):
        return super().clean(value) or None


class EmailField(forms.EmailField):
    def clean(self, value):
        return super().clean(value) or None


class Text(Question):
    kind: Literal["text"] = "text"
    look: Annotated[TextLook, Setting(_("Length"))] = TextLook.LONG
    max_length: Annotated[int, Setting(_("At most so many characters"))] = Field(2_000, ge=1, le=10_000)

    title: ClassVar = _("Text")
    description: ClassVar = _("An answer in the resident's own words.")
    icon: ClassVar = "pilcrow"
    looks: ClassVar = {"look": TEXT_LOOKS}

    def field(self):
        options = {"required": self.required, "max_length": self.max_length}
        if self.look == TextLook.LONG:
            return TextField(widget=forms.Textarea(attrs={"rows": 5}), **options)
        attrs = {"autocomplete": AUTOCOMPLETE[self.look]} if self.look in AUTOCOMPLETE else {}
        if self.look == TextLook.EMAIL:
            return EmailField(widget=forms.EmailInput(attrs=attrs), **options)
        if self.look == TextLook.PHONE:
            attrs["inputmode"] = "tel"
        return TextField(widget=forms.TextInput(attrs=attrs), **options)
