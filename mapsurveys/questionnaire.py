"""The questionnaire: a document of steps and questions, kept as JSON in a survey and in each version of it.

It is plain data, checked by pydantic. A question's `id` stays with it for good: answers, rules and exports
refer to it. Whoever changes a questionnaire makes a new document; versions that have been answered are never
touched.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Annotated, Any

from django.utils.text import slugify
from pydantic import Field

from mapsurveys.kinds import AnyQuestion, Question
from mapsurveys.kinds.base import Identifier, new_id
from mapsurveys.kinds.drawing import MapView
from mapsurveys.rules import Answers, Condition, Shown, holds
from mapsurveys.texts import Element, Texts

#: Steps and questions of the longest questionnaire; nobody answers more.
MOST_STEPS = 50
MOST_QUESTIONS = 60


class Step(Element, Shown):
    """One screen of a survey. `layers` are keys of map layers, shown in this order."""

    id: Identifier = Field(default_factory=new_id)
    title: Texts = Field(default_factory=dict)
    text: Texts = Field(default_factory=dict)
    view: MapView | None = None
    layers: list[str] = Field(default_factory=list, max_length=20)
    questions: Annotated[list[AnyQuestion], Field(max_length=MOST_QUESTIONS)] = Field(default_factory=list)


class Questionnaire(Element):
    """All steps of a survey, in order."""

    steps: Annotated[list[Step], Field(max_length=MOST_STEPS)] = Field(default_factory=list)

    @classmethod
    def read(cls, document: dict[str, Any] | None) -> "Questionnaire":
        """From stored JSON. Raises pydantic.ValidationError."""
        return cls.model_validate(document or {})

    def document(self) -> dict[str, Any]:
        """As stored: JSON without what has its default, so that it stays short and readable."""
        return self.model_dump(mode="json", exclude_defaults=True)

    @property
    def digest(self) -> str:
        """The same for the same content (SHA-256), whichever order its keys were written in."""
        text = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def questions(self) -> Iterator[Question]:
        """All questions in the order of the steps, without follow-ups."""
        for step in self.steps:
            yield from step.questions

    def asking(self) -> list[Question]:
        """The questions that have an answer."""
        return [question for question in self.questions() if question.asks]

    def find_step(self, step_id: str) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)

    def find_question(self, question_id: str) -> Question | None:
        return next((question for question in self.questions() if question.id == question_id), None)

    def step_of(self, question_id: str) -> Step | None:
        return next((step for step in self.steps if any(each.id == question_id for each in step.questions)), None)

    def meets(self, condition: Condition, answer: Any) -> bool:
        """Whether an answer meets a condition; that of a question that is no more never does."""
        question = self.find_question(condition.question)
        return question is not None and question.meets(condition, answer)

    def is_step_shown(self, step: Step, answers: Answers) -> bool:
        return holds(step.show_when, answers, self.meets)

    def shown(self, answers: Answers) -> tuple[list[Step], set[str], dict[str, Any]]:
        """(shown steps, ids of shown questions, their answers alone).

        An answer to a question that is not shown counts for nothing in the rules after it.
        """
        steps, ids, kept = [], set(), {}
        for step in self.steps:
            if not self.is_step_shown(step, kept):
                continue
            steps.append(step)
            for question in step.questions:
                if not holds(question.show_when, kept, self.meets):
                    continue
                ids.add(question.id)
                if question.id in answers:
                    kept[question.id] = answers[question.id]
        return steps, ids, kept


def name_all(questionnaire: Questionnaire) -> None:
    """Give every question, follow-up, choice and row that has none a short name, from its text where it has one.

    Names are what columns of exports and XLSForm rows are called; a name once given stays.
    """
    _name_each(list(questionnaire.questions()), "question")
    for question in questionnaire.questions():
        _name_parts(question)


def _name_parts(question: Question) -> None:
    for part, stem in (("follow_ups", "question"), ("choices", "option"), ("rows", "row"), ("places", "place")):
        each = getattr(question, part) if part in type(question).model_fields else []
        _name_each(each, stem)
        if part == "follow_ups":
            for follow_up in each:
                _name_parts(follow_up)


def _name_each(elements: list, stem: str) -> None:
    taken = {element.name for element in elements} | {"other"}
    for number, element in enumerate(elements, start=1):
        if not element.name:
            element.name = _free_name(_as_name(str(element.translated("label", "fi"))) or f"{stem}_{number}", taken)
            taken.add(element.name)


def _as_name(text: str) -> str:
    """At most four words of a text as a column's name: lower-case ASCII, snake_case."""
    words = slugify(text).replace("-", "_").split("_")
    name = re.sub(r"_+", "_", "_".join(words[:4]))[:32].strip("_")
    return name if name[:1].isalpha() else ""


def _free_name(stem: str, taken: set[str]) -> str:
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}_{number}", number + 1
    return name
