"""What residents fill in: one step of a survey, and the filters of the list of surveys."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.choices import ConsultationStatus
from cms.consultations import ORDER
from mapsurveys.kinds import Question
from mapsurveys.marks import MarkSet
from mapsurveys.models import Survey
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.rules import ShowWhen, holds


@dataclass
class Entry:
    """A question on a step, ready for its template."""

    question: Question
    number: int | None
    field: forms.BoundField | None
    marks: MarkSet | None
    errors: list[str]
    is_shown: bool
    rule: list | None

    @property
    def template(self) -> str:
        return self.question.template

    @property
    def id(self) -> str:
        """Where errors lead to."""
        return f"question-{self.question.id}"


class StepForm(forms.Form):
    """The questions of one step.

    `sheet` holds the answers stored so far by question id. Questions that the rules do not show, given the answers
    of the steps before and those sent now, are neither checked nor kept. `answers` is what is left.
    """

    def __init__(self, document: Questionnaire, step: Step, data=None, files=None, *, sheet: dict[str, Any]):
        super().__init__(data, files, use_required_attribute=False)
        self.document, self.step, self.sheet = document, step, sheet
        self.earlier = _earlier_answers(document, step, sheet)
        self.mark_sets: dict[str, MarkSet] = {}
        for question in step.questions:
            self._add(question)
        self.answers: dict[str, Any] = {}

    def _add(self, question: Question) -> None:
        stored = self.sheet.get(question.id)
        if question.marks:
            data = self.data if self.is_bound else None
            files = self.files if self.is_bound else None
            self.mark_sets[question.id] = MarkSet(question, data, files, marks=stored)
        elif question.asks:
            field = question.field()
            field.label = question.translated("label")
            field.help_text = question.translated("help")
            field.initial = stored
            self.fields[question.id] = field

    def clean(self):
        cleaned = super().clean()
        kept = dict(self.earlier)
        for question in self.step.questions:
            if not holds(question.show_when, kept, self.document.meets):
                self.errors.pop(question.id, None)
                self.mark_sets.pop(question.id, None)
                continue
            marks = self.mark_sets.get(question.id)
            answer = marks.value if marks else cleaned.get(question.id)
            if answer is not None:
                kept[question.id] = self.answers[question.id] = answer
            if marks and not marks.is_valid():
                self.errors[question.id] = self.error_class(marks.errors)
        return cleaned

    def entries(self) -> Iterator[Entry]:
        """The questions in order, numbered among those of the whole survey that ask something."""
        numbers = {question.id: number for number, question in enumerate(self.document.asking(), start=1)}
        answers = self.answers if self.is_bound else {**self.earlier, **self._stored_here()}
        for question in self.step.questions:
            rule, is_shown = self._rule(question, {**self.earlier, **answers})
            if rule is None and not is_shown:
                continue
            yield Entry(
                question=question,
                number=numbers.get(question.id),
                field=self[question.id] if question.id in self.fields else None,
                marks=self.mark_sets.get(question.id) or self._unsent(question),
                errors=list(self.errors.get(question.id, [])) if self.is_bound else [],
                is_shown=is_shown,
                rule=rule,
            )

    def _stored_here(self) -> dict[str, Any]:
        own = {question.id for question in self.step.questions}
        return {key: answer for key, answer in self.sheet.items() if key in own}

    def _unsent(self, question: Question) -> MarkSet | None:
        return MarkSet(question, marks=self.sheet.get(question.id)) if question.marks else None

    def _rule(self, question: Question, answers: dict[str, Any]) -> tuple[list | None, bool]:
        """(rule that the browser obeys as answers change, or None where this step cannot change it; shown now)."""
        own = {each.id for each in self.step.questions}
        is_shown = holds(question.show_when, answers, self.document.meets)
        if not any(condition.question in own for group in question.show_when for condition in group):
            return None, is_shown
        return self._for_browser(question.show_when, own), is_shown

    def _for_browser(self, rule: ShowWhen, own: set[str]) -> list[list[dict | bool]]:
        """The rule as JSON: conditions on this step's questions as they are, on others decided."""

        def part(condition):
            if condition.question in own:
                return condition.model_dump(mode="json", exclude_defaults=True)
            return self.document.meets(condition, self.earlier.get(condition.question)) != condition.negate

        return [[part(condition) for condition in group] for group in rule]

    def error_list(self) -> list[dict[str, Any]]:
        """Every error with the place on the page that it is about, in the order of the questions."""
        found = []
        for entry in self.entries():
            words = [*entry.errors]
            if entry.marks and self.is_bound:
                words += [error for form in entry.marks.forms for errors in form.errors.values() for error in errors]
            label = entry.question.translated("label")
            found += [{"target": entry.id, "label": label, "message": message} for message in dict.fromkeys(words)]
        return found


def _earlier_answers(document: Questionnaire, step: Step, sheet: dict[str, Any]) -> dict[str, Any]:
    """The answers of the steps before this one that the rules show."""
    before = []
    for each in document.steps:
        if each.id == step.id:
            break
        before.append(each)
    _steps, _ids, kept = Questionnaire.model_construct(steps=before).shown(sheet)
    return kept


class AccessCodeForm(forms.Form):
    """Asks for the one-time code of a letter."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        help_text=_("It is in the letter you got. Capital letters, spaces and hyphens do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Write the code that is in your letter.")},
    )


class ContinueForm(forms.Form):
    """Asks for the receipt code of answers begun before."""

    code = forms.CharField(
        label=_("Receipt code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Write the code that you got when you answered.")},
    )


class SurveyFilterForm(forms.Form):
    """Filters of the list of surveys, sent by GET."""

    status = forms.ChoiceField(
        label=_("When"), required=False, choices=[("", _("At any time")), *ConsultationStatus.choices]
    )

    def surveys(self):
        """Public surveys that pass the filters; quick polls of hearings are found there, not here."""
        self.is_valid()
        surveys = Survey.objects.public().listed()
        status = self.cleaned_data.get("status")
        if status:
            return surveys.opening(status).order_by(ORDER[status], "pk")
        return surveys.order_by("-open_at", "pk")
