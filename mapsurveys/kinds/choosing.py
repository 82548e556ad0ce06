"""What the kinds with fixed options share: their field, their widget, their answer.

An answer is {"chosen": [ids in the order of the options], "other": text, only where it was chosen and written}.
"""

from typing import Annotated, Any, ClassVar

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import AnswerColumn, Choice, Question, Setting, doubled_keys
from mapsurveys.kinds.widgets import QuestionWidget, sent_values
from mapsurveys.rules import Test
from mapsurveys.texts import Texts

#: Stands for the open option in answers, rules and columns.
OTHER = "other"
#: Characters of what is written beside "Other, what?".
LONGEST_OTHER = 300


class ChoicesWidget(QuestionWidget):
    """Radio buttons or checkboxes, the last of them perhaps with a text of one's own."""

    template_name = "mapsurveys/widgets/choices.html"

    def __init__(self, *, question: "Choosing", several: bool, attrs=None):
        super().__init__(question=question, attrs=attrs)
        self.several = several

    def value_from_datadict(self, data, files, name):
        chosen = [value for value in sent_values(data, name) if value]
        return {"chosen": chosen, OTHER: data.get(f"{name}-{OTHER}", "")}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        value = value or {}
        chosen = set(value.get("chosen", []))
        context["widget"] |= {
            "several": self.several,
            "options": [
                {"choice": choice, "value": choice.id, "checked": choice.id in chosen, "label": choice}
                for choice in self.question.options()
            ],
            "other": self.question.other and {"checked": OTHER in chosen, "text": value.get(OTHER, "")},
            "other_label": self.question.translated("other_label"),
        }
        return context


class ChoicesField(forms.Field):
    """Cleans to an answer of chosen options, or None. Raises ValidationError in the reader's language."""

    default_error_messages = {
        "invalid": _("Choose from the options on the list."),
        "one": _("Choose only one option."),
        "other": _("Write what you mean by the option that you chose."),
        "other_long": _("Write at most %(limit)s characters beside your own option."),
    }

    def __init__(self, *, question: "Choosing", least: int = 0, most: int | None = None, **kwargs):
        super().__init__(**kwargs)
        self.question, self.least, self.most = question, least, most

    def to_python(self, value):
        value = value or {}
        known = self.question.option_ids()
        picked = value.get("chosen", [])
        if set(picked) - set(known):
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        chosen = [option for option in known if option in picked]
        if not chosen:
            return None
        answer = {"chosen": chosen}
        if OTHER in chosen:
            answer[OTHER] = self._own_text(value.get(OTHER, ""))
        return answer

    def _own_text(self, text: str) -> str:
        text = str(text).replace("\0", "").strip()
        if not text:
            raise forms.ValidationError(self.error_messages["other"], "other")
        if len(text) > LONGEST_OTHER:
            raise forms.ValidationError(self.error_messages["other_long"], "other_long", {"limit": LONGEST_OTHER})
        return text

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        count = len(value["chosen"])
        if self.most == 1 and count > 1:
            raise forms.ValidationError(self.error_messages["one"], "one")
        if self.most is not None and count > self.most:
            text = ngettext(
                "Choose at most %(limit)s option. You chose %(count)s.",
                "Choose at most %(limit)s options. You chose %(count)s.",
                self.most,
            )
            raise forms.ValidationError(text, "most", {"limit": self.most, "count": count})
        if count < self.least:
            text = ngettext(
                "Choose at least %(limit)s option. You chose %(count)s.",
                "Choose at least %(limit)s options. You chose %(count)s.",
                self.least,
            )
            raise forms.ValidationError(text, "least", {"limit": self.least, "count": count})


class Choosing(Question):
    """Base of the kinds with options."""

    choices: Annotated[list[Choice], Setting(_("Options"))] = Field(default_factory=list)
    other: Annotated[bool, Setting(_("Let residents write an option of their own"))] = False
    other_label: Annotated[Texts, Setting(_("Text of the own option"))] = Field(default_factory=dict)

    summary: ClassVar = "choices"
    tests: ClassVar = (Test.ANSWERED, Test.CHOSEN)

    def options(self) -> list[Choice]:
        return self.choices

    def option_ids(self) -> list[str]:
        return [choice.id for choice in self.options()] + ([OTHER] if self.other else [])

    def choices_for_rules(self):
        own = [Choice.model_construct(id=OTHER, name=OTHER, label=self.other_label)] if self.other else []
        return [*self.options(), *own]

    def lookup(self, value):
        return {f"answers__{self.id}__chosen__contains": value}

    def meets(self, condition, answer):
        if condition.test == Test.CHOSEN:
            return answer is not None and condition.value in answer["chosen"]
        return answer is not None

    def label_of(self, choice_id: str, language: str | None = None) -> str:
        """What an option is called; its identifier where it is no more."""
        if choice_id == OTHER:
            return str(self.translated("other_label", language)) or gettext("Other")
        found = next((choice for choice in self.options() if choice.id == choice_id), None)
        return str(found.translated("label", language)) if found else choice_id

    def in_words(self, answer, language=None):
        words = [self.label_of(choice, language) for choice in answer["chosen"] if choice != OTHER]
        if OTHER in answer["chosen"]:
            words.append(f"{self.label_of(OTHER, language)}: {answer.get(OTHER, '')}")
        return "; ".join(words)

    def other_column(self) -> list[AnswerColumn]:
        if not self.other:
            return []
        about = gettext("%(option)s, in own words") % {"option": self.label_of(OTHER)}
        return [AnswerColumn("_other_text", "string", about, lambda answer: answer.get(OTHER))]

    def problems(self):
        if not self.options() or len(self.options()) + self.other < 2:
            yield gettext("There must be at least two options.")
        yield from doubled_keys(self.choices_for_rules())


class OneOf(Choosing):
    """One option. Its columns are the option's short name, and the own text."""

    def field(self):
        return ChoicesField(
            question=self, most=1, required=self.required, widget=ChoicesWidget(question=self, several=False)
        )

    def _key_of(self, answer: dict[str, Any]) -> str:
        chosen = answer["chosen"][0]
        return next((choice.key for choice in self.options() if choice.id == chosen), chosen)

    def columns(self):
        about = "; ".join(f"{choice.key} = {self.label_of(choice.id)}" for choice in self.choices_for_rules())
        return [AnswerColumn("", "string", "", self._key_of, about), *self.other_column()]


class SomeOf(Choosing):
    """Several options. One column an option: 1 chosen, 0 not chosen, empty not answered."""

    least: Annotated[int, Setting(_("At least so many"))] = Field(0, ge=0)
    most: Annotated[int | None, Setting(_("At most so many"))] = Field(None, ge=1)

    def field(self):
        return ChoicesField(
            question=self,
            least=self.least,
            most=self.most,
            required=self.required,
            widget=ChoicesWidget(question=self, several=True),
        )

    def columns(self):
        each = [
            AnswerColumn(
                f"_{choice.key}",
                "integer",
                self.label_of(choice.id),
                lambda answer, option=choice.id: int(option in answer["chosen"]),
                gettext("1 = chosen, 0 = not chosen, empty = not answered"),
            )
            for choice in self.choices_for_rules()
        ]
        return [*each, *self.other_column()]

    def problems(self):
        yield from super().problems()
        if self.most is not None and self.least > self.most:
            yield gettext("The smallest number of options is greater than the greatest.")
        if self.least > len(self.option_ids()):
            yield gettext("There are fewer options than must be chosen.")
