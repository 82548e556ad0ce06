"""Sharing a sum among options. An answer is {option id: whole amount}, every option in it."""

from typing import Annotated, ClassVar, Literal

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import AnswerColumn, Choice, Question, Setting, doubled_keys
from mapsurveys.kinds.number import number_in_words, read_number
from mapsurveys.kinds.widgets import QuestionWidget
from mapsurveys.texts import Texts


class BudgetWidget(QuestionWidget):
    """A number for each option; budget.js keeps count of what is left."""

    template_name = "mapsurveys/widgets/budget.html"

    def value_from_datadict(self, data, files, name):
        return {choice.id: data.get(f"{name}-{choice.id}", "") for choice in self.question.choices}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["total"] = number_in_words(self.question.total)
        context["options"] = [
            {"choice": choice, "name": f"{name}-{choice.id}", "amount": (value or {}).get(choice.id, "")}
            for choice in self.question.choices
        ]
        return context


class BudgetField(forms.Field):
    """Cleans to amounts by option, or None where nothing was shared. An empty amount is nothing."""

    default_error_messages = {
        "invalid": _("Write each amount as a whole number, such as 500."),
        "negative": _("An amount can't be less than zero."),
        "over": _("You have shared %(sum)s, but there is only %(total)s to share."),
        "under": _("You have shared %(sum)s. Share all of %(total)s."),
    }

    def __init__(self, *, question: "Budget", **kwargs):
        super().__init__(widget=BudgetWidget(question=question), **kwargs)
        self.question = question

    def to_python(self, value):
        if not any(str(text).strip() for text in (value or {}).values()):
            return None
        return {choice: self._amount(str(text).strip()) for choice, text in value.items()}

    def _amount(self, text: str) -> int:
        try:
            number = read_number(text or "0")
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from None
        if number != number.to_integral_value():
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        if number < 0:
            raise forms.ValidationError(self.error_messages["negative"], "negative")
        return int(number)

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        shared = sum(value.values())
        figures = {"sum": number_in_words(shared), "total": number_in_words(self.question.total)}
        if shared > self.question.total:
            raise forms.ValidationError(self.error_messages["over"], "over", figures)
        if self.question.share_all and shared < self.question.total:
            raise forms.ValidationError(self.error_messages["under"], "under", figures)


class Budget(Question):
    kind: Literal["budget"] = "budget"
    choices: Annotated[list[Choice], Setting(_("Options"))] = Field(default_factory=list)
    total: Annotated[int, Setting(_("Sum to share"))] = Field(100, ge=1, le=10**12)
    unit: Annotated[Texts, Setting(_("Unit"), _("Such as € or points."))] = Field(default_factory=dict)
    share_all: Annotated[bool, Setting(_("All of it must be shared"))] = False

    title: ClassVar = _("Budget")
    description: ClassVar = _("Sharing a sum of money or points among options.")
    icon: ClassVar = "calculator"
    summary: ClassVar = "budget"

    def field(self):
        return BudgetField(question=self, required=self.required)

    def in_words(self, answer, language=None):
        unit = str(self.translated("unit", language))
        return "; ".join(
            f"{choice.translated('label', language)}: {number_in_words(answer.get(choice.id, 0))} {unit}".strip()
            for choice in self.choices
        )

    def columns(self):
        return [
            AnswerColumn(
                f"_{choice.key}",
                "integer",
                str(choice.translated("label")),
                lambda answer, key=choice.id: answer.get(key, 0),
            )
            for choice in self.choices
        ]

    def problems(self):
        if len(self.choices) < 2:
            yield gettext("There must be at least two options.")
        yield from doubled_keys(self.choices)
