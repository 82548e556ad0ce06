"""What must be mended in a questionnaire before residents answer it. Publishing asks, and the builder shows it."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from mapsurveys.kinds import Question
from mapsurveys.kinds.base import Choice, as_number
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.rule_words import name_of
from mapsurveys.rules import Condition, Test, referred

NUMERIC = frozenset({Test.EQUALS, Test.AT_LEAST, Test.AT_MOST, Test.DRAWN_AT_LEAST})


@dataclass(frozen=True)
class Problem:
    """Something to mend. `question_id` is that of a question or a follow-up; "" for the step itself."""

    step_id: str
    question_id: str
    message: str


def questionnaire_problems(document: Questionnaire, layers: Collection[str] | None = None) -> list[Problem]:
    """All problems, in the order of reading, in the active language.

    `layers` are the keys of the map layers that there are; None where they are not to be checked. Missing
    translations are told by `cms.translations.completeness`, not here.
    """
    problems = [problem for step in document.steps for problem in _step_problems(document, step, layers)]
    return [*problems, *_doubled(document)]


def rule_problems(document: Questionnaire) -> list[Problem]:
    """Of all problems, those of the rules: what saving refuses to bring about."""
    return [
        Problem(step.id, question_id, message)
        for step in document.steps
        for question_id, owner in [("", step), *((question.id, question) for question in step.questions)]
        for message in _rule_messages(document, owner)
    ]


def _step_problems(document: Questionnaire, step: Step, layers: Collection[str] | None) -> Iterator[Problem]:
    def of_step(message: str) -> Problem:
        return Problem(step.id, "", message)

    if not step.questions:
        yield of_step(gettext("The page has no questions."))
    if layers is not None and set(step.layers) - set(layers):
        yield of_step(gettext("A map layer of the page is no more, or is not in use."))
    yield from map(of_step, _rule_messages(document, step))
    for question in step.questions:
        messages = [*_question_messages(question), *_rule_messages(document, question)]
        yield from (Problem(step.id, question.id, message) for message in messages)
        for follow_up in getattr(question, "follow_ups", []):
            messages = [*_question_messages(follow_up), *_follow_up_messages(follow_up)]
            yield from (Problem(step.id, follow_up.id, message) for message in messages)


def _question_messages(question: Question) -> Iterator[str]:
    if question.asks and not question.translated("label"):
        yield gettext("The question has no text.")
    # A marking question tells its follow-ups' problems too; here each follow-up tells its own.
    told = {message for follow_up in getattr(question, "follow_ups", []) for message in follow_up.problems()}
    yield from (message for message in question.problems() if message not in told)
    if not all(choice.translated("label") or getattr(choice, "alt", None) for choice in options_of(question)):
        yield gettext("An option has no text.")


def options_of(question: Question) -> Iterator[Choice]:
    """The options, rows and given places of a question, whichever its kind has."""
    for name in type(question).model_fields:
        parts = getattr(question, name)
        if isinstance(parts, list):
            yield from (part for part in parts if isinstance(part, Choice))


def _follow_up_messages(follow_up: Question) -> Iterator[str]:
    if follow_up.show_when:
        yield gettext("A question asked of each place can't have a rule of its own.")


def _doubled(document: Questionnaire) -> Iterator[Problem]:
    """Identifiers and short names that stand for two things: answers or columns would be mixed."""
    ids = Counter(step.id for step in document.steps)
    ids.update(question.id for _step, _parent, question in with_follow_ups(document))
    names = Counter(question.key for question in document.questions())
    for step in document.steps:
        if ids[step.id] > 1:
            yield Problem(step.id, "", gettext("Another page or question has the same identifier."))
    for step, parent, question in with_follow_ups(document):
        if ids[question.id] > 1:
            yield Problem(step.id, question.id, gettext("Another page or question has the same identifier."))
        siblings = Counter(each.key for each in parent.follow_ups) if parent else names
        if siblings[question.key] > 1:
            message = gettext("Another question has the same short name: %(name)s.") % {"name": question.key}
            yield Problem(step.id, question.id, message)


def with_follow_ups(document: Questionnaire) -> Iterator[tuple[Step, Question | None, Question]]:
    """(step, the question whose follow-up it is or None, question) of each question, in the order of reading."""
    for step in document.steps:
        for question in step.questions:
            yield step, None, question
            for follow_up in getattr(question, "follow_ups", []):
                yield step, question, follow_up


# --- Rules -----------------------------------------------------------------------------------------------


def earlier_questions(document: Questionnaire, owner_id: str) -> list[Question]:
    """The questions that a rule of the step or question `owner_id` may ask about: those before it."""
    found = []
    for step in document.steps:
        if step.id == owner_id:
            return found
        for question in step.questions:
            if question.id == owner_id:
                return found
            if question.tests:
                found.append(question)
    return found


def dependents(document: Questionnaire, ids: Collection[str]) -> list[tuple[Step | Question, Question]]:
    """(what has a rule, the question of `ids` that it asks about), of those that are not in `ids` themselves."""
    return [
        (owner, question)
        for owner in _owners(document)
        if owner.id not in ids
        for question_id in sorted(referred(owner.show_when) & set(ids))
        if (question := document.find_question(question_id))
    ]


def owner_name(owner: Step | Question) -> str:
    """A question's or a step's text within a sentence."""
    if isinstance(owner, Question):
        return name_of(owner)
    return str(owner.translated("title")) or gettext("a page without a title")


def _owners(document: Questionnaire) -> Iterator[Step | Question]:
    for step in document.steps:
        yield step
        yield from step.questions


def _rule_messages(document: Questionnaire, owner: Step | Question) -> Iterator[str]:
    earlier = {question.id for question in earlier_questions(document, owner.id)}
    seen = set()
    for condition in (condition for group in owner.show_when for condition in group):
        message = _condition_message(document, owner, condition, earlier)
        if message and message not in seen:
            seen.add(message)
            yield message
    if any(not group for group in owner.show_when):
        yield gettext("A group of the rule has no conditions.")


def _condition_message(
    document: Questionnaire, owner: Step | Question, condition: Condition, earlier: Collection[str]
) -> str:
    asked = document.find_question(condition.question)
    if asked is None:
        return gettext("The rule of “%(owner)s” asks about a question that is no more.") % {"owner": owner_name(owner)}
    names = {"owner": owner_name(owner), "asked": name_of(asked)}
    if asked.tests and asked.id not in earlier:
        if _leads_back(document, asked.id, owner):
            return gettext("“%(owner)s” depends on “%(asked)s”, which itself depends on it: a circle.") % names
        return gettext("“%(owner)s” depends on “%(asked)s”, which is asked only later.") % names
    if condition.test not in asked.tests:
        return gettext("“%(owner)s” depends on “%(asked)s” in a way that such a question can't be asked.") % names
    return _value_message(asked, condition) % names


def _value_message(asked: Question, condition: Condition) -> str:
    if condition.test == Test.CHOSEN:
        if condition.value not in {choice.id for choice in asked.choices_for_rules()}:
            return gettext("“%(owner)s” depends on an option of “%(asked)s” that is no more.")
        rows = getattr(asked, "rows", None)
        if rows is not None and condition.row not in {row.id for row in rows}:
            return gettext("“%(owner)s” depends on a row of “%(asked)s” that is no more.")
    if condition.test in NUMERIC and as_number(condition.value) is None:
        return gettext("The rule of “%(owner)s” on “%(asked)s” lacks a number.")
    if condition.test == Test.DRAWN_INSIDE and not isinstance(condition.value, dict):
        return gettext("The rule of “%(owner)s” on “%(asked)s” lacks an area.")
    return ""


def _leads_back(document: Questionnaire, start: str, owner: Step | Question) -> bool:
    """Whether the question `start` is shown, directly or by others, by an answer to a question of `owner`."""
    targets = {owner.id} if isinstance(owner, Question) else {question.id for question in owner.questions}
    pending, seen = [start], set()
    while pending:
        question_id = pending.pop()
        if question_id in targets:
            return True
        if question_id in seen:
            continue
        seen.add(question_id)
        question, step = document.find_question(question_id), document.step_of(question_id)
        if question:
            pending.extend(referred(question.show_when) | referred(step.show_when))
    return False
