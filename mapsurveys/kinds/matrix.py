"""A grid: the same options for each of many rows.

An answer is {row id: [ids of the chosen columns]}; rows without an answer are not in it.
"""

from typing import Annotated, ClassVar, Literal

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import AnswerColumn, Choice, Question, Setting, doubled_keys
from mapsurveys.kinds.widgets import QuestionWidget, sent_values
from mapsurveys.rules import Test


class MatrixWidget(QuestionWidget):
    """A group of buttons for each row, laid out as a grid where there is room."""

    template_name = "mapsurveys/widgets/matrix.html"

    def value_from_datadict(self, data, files, name):
        return {row.id: sent_values(data, f"{name}-{row.id}") for row in self.question.rows}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        value = value or {}
        context["rows"] = [
            {
                "row": row,
                "name": f"{name}-{row.id}",
                "cells": [
                    {"column": column, "checked": column.id in value.get(row.id, [])}
                    for column in self.question.choices
                ],
            }
            for row in self.question.rows
        ]
        return context


class MatrixField(forms.Field):
    """Cleans to {row: [columns]} or None; with `required` every row must be answered."""

    default_error_messages = {"invalid": _("Choose from the options on the list.")}

    def __init__(self, *, question: "Matrix", **kwargs):
        super().__init__(widget=MatrixWidget(question=question), **kwargs)
        self.question = question

    def to_python(self, value):
        columns = [column.id for column in self.question.choices]
        answer = {}
        for row in self.question.rows:
            picked = (value or {}).get(row.id, [])
            if set(picked) - set(columns) or (len(picked) > 1 and not self.question.several):
                raise forms.ValidationError(self.error_messages["invalid"], "invalid")
            if chosen := [column for column in columns if column in picked]:
                answer[row.id] = chosen
        return answer or None

    def validate(self, value):
        super().validate(value)
        missing = [row for row in self.question.rows if row.id not in (value or {})]
        if self.required and missing:
            names = ", ".join(f"“{row.translated('label')}”" for row in missing)
            raise forms.ValidationError(gettext("Answer these rows too: %(rows)s.") % {"rows": names}, "rows")


class Matrix(Question):
    kind: Literal["matrix"] = "matrix"
    rows: Annotated[list[Choice], Setting(_("Rows"))] = Field(default_factory=list)
    choices: Annotated[list[Choice], Setting(_("Options of every row"))] = Field(default_factory=list)
    several: Annotated[bool, Setting(_("Several options in a row may be chosen"))] = False

    title: ClassVar = _("Grid")
    description: ClassVar = _("The same options for many things, such as how pleased one is with each.")
    icon: ClassVar = "table"
    summary: ClassVar = "matrix"
    tests: ClassVar = (Test.ANSWERED, Test.CHOSEN)

    def field(self):
        return MatrixField(question=self, required=self.required)

    def choices_for_rules(self):
        return self.choices

    def filter_options(self):
        return [
            (f"{row.id}.{column.id}", f"{row.translated('label')}: {column.translated('label')}")
            for row in self.rows
            for column in self.choices
        ]

    def lookup(self, value):
        row, _dot, column = value.partition(".")
        return {f"answers__{self.id}__{row}__contains": column} if row in {each.id for each in self.rows} else None

    def meets(self, condition, answer):
        if condition.test == Test.CHOSEN:
            return condition.value in (answer or {}).get(condition.row, [])
        return answer is not None

    def in_words(self, answer, language=None):
        columns = {column.id: str(column.translated("label", language)) for column in self.choices}
        return "; ".join(
            f"{row.translated('label', language)}: {', '.join(columns.get(key, key) for key in answer[row.id])}"
            for row in self.rows
            if row.id in answer
        )

    def columns(self):
        if self.several:
            return [self._cell(row, column) for row in self.rows for column in self.choices]
        about = "; ".join(f"{column.key} = {column.translated('label')}" for column in self.choices)
        return [
            AnswerColumn(
                f"_{row.key}",
                "string",
                str(row.translated("label")),
                lambda answer, r=row: self._of(answer, r),
                about,
            )
            for row in self.rows
        ]

    def _of(self, answer, row) -> str | None:
        chosen = answer.get(row.id)
        return next((column.key for column in self.choices if chosen and column.id == chosen[0]), None)

    def _cell(self, row, column) -> AnswerColumn:
        def pick(answer):
            return int(column.id in answer[row.id]) if row.id in answer else None

        about = f"{row.translated('label')}: {column.translated('label')}"
        meaning = gettext("1 = chosen, 0 = not chosen, empty = not answered")
        return AnswerColumn(f"_{row.key}_{column.key}", "integer", about, pick, meaning)

    def problems(self):
        if not self.rows:
            yield gettext("There must be at least one row.")
        if len(self.choices) < 2:
            yield gettext("There must be at least two options.")
        yield from doubled_keys(self.rows)
        yield from doubled_keys(self.choices)
