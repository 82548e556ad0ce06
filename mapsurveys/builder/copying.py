"""Copies of questions and steps: new identifiers throughout, rules carried where they can be."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext
from pydantic import TypeAdapter

from mapsurveys.builder.drafts import Refused
from mapsurveys.builder.finding import find_spot, siblings_in
from mapsurveys.checking import dependents, owner_name
from mapsurveys.kinds import AnyQuestion, Question
from mapsurveys.kinds.base import new_id
from mapsurveys.questionnaire import MOST_QUESTIONS, MOST_STEPS, Questionnaire, Step
from mapsurveys.rule_words import name_of
from mapsurveys.rules import referred
from mapsurveys.texts import Element

_any_question = TypeAdapter(AnyQuestion)


def read_question(stored: dict[str, Any]) -> Question:
    """A question from JSON. Raises pydantic.ValidationError."""
    return _any_question.validate_python(stored)


def stored_question(question: Question) -> dict[str, Any]:
    """A question as JSON, such as the question bank keeps."""
    return question.model_dump(mode="json", exclude_defaults=True)


def question_copy(question: Question) -> Question:
    """A copy with new identifiers, without its rule."""
    copy = _renewed(question, {})
    copy.show_when = []
    return copy


def copies_of(elements: Iterable[Step | Question], kept: Collection[str] = ()) -> tuple[list[Any], list[str]]:
    """(copies, what was left behind in words) of steps and questions that are copied together.

    A rule comes along where all that it asks about is copied too, or is among the questions `kept`, which are
    there already.
    """
    new_ids: dict[str, str] = {}
    copies = [_renewed(element, new_ids) for element in elements]
    losses = []
    for owner in _with_rules(copies):
        if referred(owner.show_when) <= {*new_ids, *kept}:
            _follow(owner, new_ids)
            continue
        owner.show_when = []
        losses.append(
            gettext("The rule of “%(name)s” was left out: it asks about a question that was not copied.")
            % {"name": owner_name(owner)}
        )
    return copies, losses


def _with_rules(elements: Iterable[Any]) -> Iterable[Step | Question]:
    for element in elements:
        yield element
        if isinstance(element, Step):
            yield from element.questions


def _renewed(element: Any, new_ids: dict[str, str]) -> Any:
    """A deep copy in which everything that has an identifier has a new one; `new_ids` learns {old: new}."""
    copy = element.model_copy(deep=True)
    for part in copy.elements():
        if hasattr(part, "id"):
            new_ids[part.id] = new_id()
            part.id = new_ids[part.id]
    for part in copy.elements():
        if isinstance(part, Question):
            part.name = ""
    return copy


def _follow(owner: Element, new_ids: dict[str, str]) -> None:
    """Make a copied rule ask about the copies."""
    for condition in (condition for group in owner.show_when for condition in group):
        condition.question = new_ids.get(condition.question, condition.question)
        condition.row = new_ids.get(condition.row, condition.row)
        if isinstance(condition.value, str):
            condition.value = new_ids.get(condition.value, condition.value)


# --- Within one questionnaire ----------------------------------------------------------------------------


def add_question(document: Questionnaire, home_id: str, question: Question, after: str = "") -> None:
    """Add to the step, or to the follow-ups of the question, `home_id`: behind `after`, or last. Raises Refused."""
    siblings = siblings_in(document, home_id)
    if len(siblings) >= MOST_QUESTIONS:
        raise Refused(gettext("The page has as many questions as it can have. Add another page."))
    keys = [each.id for each in siblings]
    siblings.insert(keys.index(after) + 1 if after in keys else len(keys), question)


def add_step(document: Questionnaire, step: Step, after: str = "") -> None:
    """Add behind the step `after`, or last. Raises Refused."""
    if len(document.steps) >= MOST_STEPS:
        raise Refused(gettext("The survey has as many pages as it can have."))
    keys = [each.id for each in document.steps]
    document.steps.insert(keys.index(after) + 1 if after in keys else len(keys), step)


def duplicate(document: Questionnaire, element_id: str) -> str:
    """Put a copy of a question or a step behind it; its rule comes along. Gives the copy's id. Raises Refused."""
    kept = [question.id for question in document.questions()]
    if step := document.find_step(element_id):
        [copy], _losses = copies_of([step], kept)
        add_step(document, copy, step.id)
        return copy.id
    spot = find_spot(document, element_id)
    [copy], _losses = copies_of([spot.question], kept)
    add_question(document, spot.parent.id if spot.parent else spot.step.id, copy, spot.question.id)
    return copy.id


# --- Taking away, and bringing back ----------------------------------------------------------------------


def remove(document: Questionnaire, element_id: str) -> str:
    """Take a question or a step away and give its name. Refused while rules of others ask about it."""
    if step := document.find_step(element_id):
        _refuse_if_asked_about(document, {step.id, *(question.id for question in step.questions)})
        document.steps.remove(step)
        return owner_name(step)
    spot = find_spot(document, element_id)
    _refuse_if_asked_about(document, {element_id})
    return name_of(spot.siblings.pop(spot.index))


def _refuse_if_asked_about(document: Questionnaire, ids: set[str]) -> None:
    messages = [
        gettext("“%(asked)s” can't be deleted while “%(owner)s” is shown by its answer. Change that rule first.")
        % {"asked": name_of(asked), "owner": owner_name(owner)}
        for owner, asked in dependents(document, ids)
    ]
    if messages:
        raise Refused(*messages)


def bring_back(document: Questionnaire, earlier: Questionnaire, element_id: str) -> None:
    """Put what was taken away back to where it was in the `earlier` document. Raises Refused."""
    if step := earlier.find_step(element_id):
        if document.find_step(element_id) is None:
            before = [each.id for each in earlier.steps[: earlier.steps.index(step)]]
            document.steps.insert(_place_after(document.steps, before), step)
        return
    spot = find_spot(earlier, element_id)
    siblings = siblings_in(document, spot.parent.id if spot.parent else spot.step.id)
    if element_id not in [each.id for each in siblings]:
        before = [each.id for each in spot.siblings[: spot.index]]
        siblings.insert(_place_after(siblings, before), spot.question)


def _place_after(siblings: list, before: list[str]) -> int:
    """The place behind the last of the siblings that used to stand before."""
    return max((index + 1 for index, each in enumerate(siblings) if each.id in before), default=0)
