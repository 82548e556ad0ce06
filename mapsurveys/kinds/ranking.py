"""Putting options in order. An answer is the ids of the ranked options, the first the best."""

from typing import Annotated, ClassVar, Literal

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import AnswerColumn, Choice, Question, Setting, doubled_keys
from mapsurveys.kinds.widgets import QuestionWidget
from mapsurveys.rules import Test


class RankingWidget(QuestionWidget):
    """A list of places for each option; ranking.js lets the options be moved instead."""

    template_name = "mapsurveys/widgets/ranking.html"

    def value_from_datadict(self, data, files, name):
        """{option id: place as text}; places as they were sent, so that a refused form shows them again."""
        return {choice.id: data.get(f"{name}-{choice.id}", "") for choice in self.question.choices}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        if isinstance(value, list):
            value = {choice: str(place) for place, choice in enumerate(value, start=1)}
        places = [str(place) for place in range(1, self.question.places() + 1)]
        context["options"] = [
            {"choice": choice, "name": f"{name}-{choice.id}", "place": (value or {}).get(choice.id, "")}
            for choice in self.question.choices
        ]
        context["places"] = places
        return context


class RankingField(forms.Field):
    """Cleans to ids in order, or None. Places must be 1, 2, 3 …, each given once."""

    default_error_messages = {
        "invalid": _("Choose the places from the list."),
        "twice": _("Place %(place)s is given to more than one option. Give each place once."),
        "gap": _("Place %(place)s is missing. Give the places in order from 1 on."),
    }

    def __init__(self, *, question: "Ranking", **kwargs):
        super().__init__(widget=RankingWidget(question=question), **kwargs)
        self.question = question

    def to_python(self, value):
        placed = {}
        for choice, text in (value or {}).items():
            if not text:
                continue
            if not text.isdecimal() or len(text) > 3 or not 1 <= int(text) <= self.question.places():
                raise forms.ValidationError(self.error_messages["invalid"], "invalid")
            if int(text) in placed:
                raise forms.ValidationError(self.error_messages["twice"], "twice", {"place": int(text)})
            placed[int(text)] = choice
        for place in range(1, len(placed) + 1):
            if place not in placed:
                raise forms.ValidationError(self.error_messages["gap"], "gap", {"place": place})
        return [placed[place] for place in sorted(placed)] or None

    def validate(self, value):
        super().validate(value)
        if self.required and value and len(value) < self.question.places():
            missing = len(value) + 1
            raise forms.ValidationError(self.error_messages["gap"], "gap", {"place": missing})

    def has_changed(self, initial, data):
        return True


class Ranking(Question):
    kind: Literal["ranking"] = "ranking"
    choices: Annotated[list[Choice], Setting(_("Options"))] = Field(default_factory=list)
    best: Annotated[
        int | None, Setting(_("Rank only so many"), _("Such as the three most important. Empty: all of them."))
    ] = Field(None, ge=1)

    title: ClassVar = _("Order of importance")
    description: ClassVar = _("Putting the options in order.")
    icon: ClassVar = "list-ol"
    summary: ClassVar = "ranking"
    tests: ClassVar = (Test.ANSWERED, Test.CHOSEN)

    def places(self) -> int:
        """How many places there are to give."""
        return min(self.best or len(self.choices), len(self.choices))

    def field(self):
        return RankingField(question=self, required=self.required)

    def choices_for_rules(self):
        return self.choices

    def lookup(self, value):
        """Ranked first."""
        return {f"answers__{self.id}__0": value}

    def meets(self, condition, answer):
        """CHOSEN means: ranked first."""
        if condition.test == Test.CHOSEN:
            return bool(answer) and answer[0] == condition.value
        return answer is not None

    def in_words(self, answer, language=None):
        names = {choice.id: str(choice.translated("label", language)) for choice in self.choices}
        return "; ".join(f"{place}. {names.get(choice, choice)}" for place, choice in enumerate(answer, start=1))

    def columns(self):
        return [
            AnswerColumn(
                f"_{choice.key}",
                "integer",
                str(choice.translated("label")),
                lambda answer, key=choice.id: answer.index(key) + 1 if key in answer else None,
                gettext("1 = first in order, empty = not ranked"),
            )
            for choice in self.choices
        ]

    def problems(self):
        if len(self.choices) < 2:
            yield gettext("There must be at least two options.")
        yield from doubled_keys(self.choices)
