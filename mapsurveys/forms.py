"""What residents fill in: one step of a survey, and the filters of the list of surveys."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.choices import ConsultationStatus
from cms.consultations import ORDER
from mapsurveys.kinds import Question
from mapsurveys.marks import MarkSet
from mapsurveys.models import Survey
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.responding import is_missing
from mapsurveys.rule_words import rule_in_words
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
    #: What the browser obeys as answers change, and the same in words for whoever has no scripts.
    rule: list | None
    condition: str

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
        self.asked_before, self.earlier = _before(document, step, sheet)
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
            field.error_messages["required"] = gettext("This question must be answered.")
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
            elif question.id in self.errors and question.id in self.sheet:
                # keepable() keeps the stored answer, and with it what that answer shows.
                kept[question.id] = self.sheet[question.id]
            if marks and not marks.is_valid():
                self.errors[question.id] = self.error_class(marks.errors)
        return cleaned

    def keepable(self) -> dict[str, Any]:
        """The answers worth storing though something may be wrong with others. Call it on a bound form.

        In place of a refused answer stands the one stored before; of places those with nothing wrong, so many as
        may be marked. Whoever goes back or goes on later is never stopped, and nothing breaks a limit.
        """
        kept = dict(self.answers)
        for question in self.step.questions:
            if question.id not in self.errors:
                continue
            stored = self.sheet.get(question.id)
            if question.marks:
                valid = (kept.pop(question.id, None) or [])[: question.most]
                stored = stored if len(valid) < question.fewest <= len(stored or []) else valid
            if stored:
                kept[question.id] = stored
        return kept

    def sent_words(self) -> list[dict[str, Any]]:
        """What was sent, in words, for whoever must be told that it could not be stored."""
        found = []
        for question in self.step.questions:
            answer, raw = self.answers.get(question.id), self.data.get(question.id, "")
            words = question.in_words(answer) if answer is not None and question.kind != "file" else str(raw).strip()
            if question.marks and answer:
                words = "; ".join(filter(None, (mark.words for mark in answer))) or words
            if words:
                found.append({"label": question.translated("label"), "words": words})
        return found

    def entries(self) -> Iterator[Entry]:
        """The questions in order, numbered as whoever answers meets them: what is left out takes no number."""
        number = self.asked_before + 1
        answers = self.answers if self.is_bound else {**self.earlier, **self._stored_here()}
        for question in self.step.questions:
            rule, is_shown = self._rule(question, {**self.earlier, **answers})
            if rule is None and not is_shown:
                continue
            yield Entry(
                question=question,
                number=number if question.asks else None,
                field=self[question.id] if question.id in self.fields else None,
                marks=self.mark_sets.get(question.id) or self._unsent(question),
                errors=list(self.errors.get(question.id, [])) if self.is_bound else [],
                is_shown=is_shown,
                rule=rule,
                condition=rule_in_words(question.show_when, self.document) if rule else "",
            )
            number += question.asks and is_shown

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
            label = entry.question.translated("label")
            found += [{"target": entry.id, "label": label, "message": message} for message in entry.errors]
            if entry.marks and self.is_bound:
                rows = enumerate(entry.marks.filled(), start=1)
                found += [error for number, form in rows for error in form.error_list(number)]
        return found


def missing_list(step: Step, sheet: dict[str, Any], shown: set[str]) -> list[dict[str, Any]]:
    """The questions of a stored step that still need an answer, as StepForm.error_list() gives errors."""
    return [
        {
            "target": f"question-{question.id}",
            "label": question.translated("label"),
            "message": gettext("This question must be answered."),
        }
        for question in step.questions
        if question.id in shown and is_missing(question, sheet)
    ]


def _before(document: Questionnaire, step: Step, sheet: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """(how many questions are asked before the step, the answers to them): of those that the rules show."""
    places = [each.id for each in document.steps]
    before = Questionnaire.model_construct(steps=document.steps[: places.index(step.id)])
    _steps, shown, kept = before.shown(sheet)
    return sum(question.id in shown for question in before.asking()), kept


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


class LinkForm(forms.Form):
    """Asks where the personal link is mailed."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We send the link there and do not keep the address."),
        error_messages={"required": _("Write the address that the link is sent to.")},
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
