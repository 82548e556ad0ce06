"""A scale from one end to the other, such as 1 to 5.

An answer is a whole number, or NO_OPINION.
"""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import AnswerColumn, Question, Setting, compare
from mapsurveys.kinds.widgets import QuestionWidget
from mapsurveys.rules import Test
from mapsurveys.texts import Texts

NO_OPINION = "no_opinion"


class ScaleLook(StrEnum):
    BUTTONS = "buttons"
    SLIDER = "slider"


SCALE_LOOKS = {ScaleLook.BUTTONS: _("Buttons"), ScaleLook.SLIDER: _("Slider")}


class ScaleWidget(QuestionWidget):
    """A row of radio buttons between the names of the two ends; scale.js may turn them into a slider."""

    template_name = "mapsurveys/widgets/scale.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        chosen = "" if value is None else str(value)
        context["steps"] = [{"value": step, "checked": chosen == str(step)} for step in self.question.steps()]
        context["no_opinion"] = {"value": NO_OPINION, "checked": chosen == NO_OPINION}
        return context


class ScaleField(forms.Field):
    default_error_messages = {"invalid": _("Choose one of the numbers on the scale.")}

    def __init__(self, *, question: "Scale", **kwargs):
        super().__init__(widget=ScaleWidget(question=question), **kwargs)
        self.question = question

    def to_python(self, value):
        text = str(value or "").strip()
        if not text:
            return None
        if text == NO_OPINION and self.question.no_opinion:
            return NO_OPINION
        steps = {str(step): step for step in self.question.steps()}
        if text not in steps:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        return steps[text]


class Scale(Question):
    kind: Literal["scale"] = "scale"
    first: Annotated[int, Setting(_("First number"))] = Field(1, ge=-100, le=100)
    last: Annotated[int, Setting(_("Last number"))] = Field(5, ge=-100, le=100)
    first_label: Annotated[Texts, Setting(_("What the first number means"))] = Field(default_factory=dict)
    last_label: Annotated[Texts, Setting(_("What the last number means"))] = Field(default_factory=dict)
    no_opinion: Annotated[bool, Setting(_("Offer “I don't know”"))] = True
    look: Annotated[ScaleLook, Setting(_("Look"))] = ScaleLook.BUTTONS

    title: ClassVar = _("Scale")
    description: ClassVar = _("A number from one end to the other, such as 1 = not at all, 5 = very much.")
    icon: ClassVar = "sliders"
    summary: ClassVar = "scale"
    tests: ClassVar = (Test.ANSWERED, Test.EQUALS, Test.AT_LEAST, Test.AT_MOST)
    looks: ClassVar = {"look": SCALE_LOOKS}

    def steps(self) -> list[int]:
        return list(range(self.first, self.last + 1))

    def field(self):
        return ScaleField(question=self, required=self.required)

    def filter_options(self):
        unsure = [(NO_OPINION, self.in_words(NO_OPINION))] if self.no_opinion else []
        return [*((str(step), self.in_words(step)) for step in self.steps()), *unsure]

    def lookup(self, value):
        if value == NO_OPINION:
            return {f"answers__{self.id}": NO_OPINION}
        return {f"answers__{self.id}": int(value)} if value.lstrip("-").isdecimal() and len(value) < 5 else None

    def meets(self, condition, answer):
        if condition.test == Test.ANSWERED:
            return answer is not None
        return compare(condition, answer if isinstance(answer, int) else None)

    def in_words(self, answer, language=None):
        if answer == NO_OPINION:
            return gettext("I don't know")
        meaning = {
            self.first: self.translated("first_label", language),
            self.last: self.translated("last_label", language),
        }
        words = str(meaning.get(answer, ""))
        return f"{answer} ({words})" if words else str(answer)

    def columns(self):
        meanings = ((self.first, self.translated("first_label")), (self.last, self.translated("last_label")))
        ends = "; ".join(f"{step} = {meaning}" for step, meaning in meanings if meaning)
        number = AnswerColumn("", "integer", "", lambda answer: None if answer == NO_OPINION else answer, ends)
        if not self.no_opinion:
            return [number]
        unsure = AnswerColumn(
            f"_{NO_OPINION}", "integer", gettext("I don't know"), lambda answer: int(answer == NO_OPINION)
        )
        return [number, unsure]

    def problems(self):
        if self.last <= self.first:
            yield gettext("The scale must end at a greater number than it begins with.")
        elif self.last - self.first > 20:
            yield gettext("The scale has more than 21 steps, which nobody can tell apart.")
