"""Rules as a planner reads them: whole sentences, in the reader's language."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from mapsurveys.kinds import Question
from mapsurveys.kinds.base import as_number
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.rules import Condition, ShowWhen, Test

#: Characters of a question's text in a sentence about it.
LONGEST_NAME = 70

#: What a test is called where a rule is made: (as it is, turned round).
TEST_NAMES = {
    Test.ANSWERED: (_("has been answered"), _("has not been answered")),
    Test.CHOSEN: (_("has the choice"), _("does not have the choice")),
    Test.EQUALS: (_("is exactly"), _("is not")),
    Test.AT_LEAST: (_("is at least"), _("is less than")),
    Test.AT_MOST: (_("is at most"), _("is more than")),
    Test.DRAWN_AT_LEAST: (_("has at least so many places"), _("has fewer places than")),
    Test.DRAWN_INSIDE: (_("has a place inside the area"), _("has no place inside the area")),
}
#: What the test for a choice asks of a ranking.
RANKED_FIRST = (_("has ranked first"), _("has not ranked first"))


def name_of(question: Question, language: str | None = None) -> str:
    """A question's text, cut so that it fits a sentence; what its kind is called where it has none."""
    text = " ".join(str(question.translated("label", language)).split()) or str(question.title)
    return Truncator(text).chars(LONGEST_NAME)


def rule_in_words(rule: ShowWhen, document: Questionnaire, language: str | None = None) -> str:
    """When something is shown, as a sentence in the active language; "" without a rule.

    Questions and choices are quoted in `language` (the active one by default) or its fallback.
    """
    conditions = conditions_in_words(rule, document, language)
    return gettext("Shown when %(conditions)s.") % {"conditions": conditions} if conditions else ""


def conditions_in_words(rule: ShowWhen, document: Questionnaire, language: str | None = None) -> str:
    """The conditions of a rule as a part of a sentence; "" without a rule."""
    groups = [
        _joined(
            [condition_in_words(condition, document, language) for condition in group],
            gettext("%(first)s and %(then)s"),
        )
        for group in rule
        if group
    ]
    return _joined(groups, gettext("%(first)s, or when %(then)s")) if groups else ""


def _joined(parts: Iterable[str], joint: str) -> str:
    first, *rest = parts
    for then in rest:
        first = joint % {"first": first, "then": then}
    return first


def condition_in_words(condition: Condition, document: Questionnaire, language: str | None = None) -> str:
    """One condition as a clause, such as “Do you cycle?” has the answer “Yes”."""
    question = document.find_question(condition.question)
    if question is None:
        return gettext("a question that is no more has been answered")
    words = {
        "question": name_of(question, language),
        "choice": _choice_name(question, condition, language),
        "row": _row_name(question, condition.row, language),
        "number": _number_in_words(condition),
    }
    return _clause(condition, question) % words


def names_of_test(test: Test, question: Question) -> tuple:
    """What a test of the question's answer is called where a rule is made: (as it is, turned round)."""
    return RANKED_FIRST if test == Test.CHOSEN and question.summary == "ranking" else TEST_NAMES[test]


def _clause(condition: Condition, question: Question) -> str:
    turned = condition.negate
    match condition.test:
        case Test.CHOSEN if condition.row:
            return (
                gettext("“%(row)s” in “%(question)s” does not have the answer “%(choice)s”")
                if turned
                else gettext("“%(row)s” in “%(question)s” has the answer “%(choice)s”")
            )
        case Test.CHOSEN if question.summary == "ranking":
            return (
                gettext("“%(choice)s” is not ranked first in “%(question)s”")
                if turned
                else gettext("“%(choice)s” is ranked first in “%(question)s”")
            )
        case Test.CHOSEN:
            return (
                gettext("“%(question)s” does not have the answer “%(choice)s”")
                if turned
                else gettext("“%(question)s” has the answer “%(choice)s”")
            )
        case Test.EQUALS:
            return (
                gettext("the answer to “%(question)s” is not %(number)s")
                if turned
                else gettext("the answer to “%(question)s” is %(number)s")
            )
        case Test.AT_LEAST:
            return (
                gettext("the answer to “%(question)s” is less than %(number)s or missing")
                if turned
                else gettext("the answer to “%(question)s” is at least %(number)s")
            )
        case Test.AT_MOST:
            return (
                gettext("the answer to “%(question)s” is more than %(number)s or missing")
                if turned
                else gettext("the answer to “%(question)s” is at most %(number)s")
            )
        case Test.DRAWN_AT_LEAST:
            return _places_clause(turned, as_number(condition.value) or 0)
        case Test.DRAWN_INSIDE:
            return (
                gettext("no place marked in “%(question)s” is inside the chosen area")
                if turned
                else gettext("a place marked in “%(question)s” is inside the chosen area")
            )
    return gettext("“%(question)s” has not been answered") if turned else gettext("“%(question)s” has been answered")


def _places_clause(turned: bool, number: float) -> str:
    count = int(number) or 1
    if turned:
        return ngettext(
            "fewer than %(number)s place has been marked in “%(question)s”",
            "fewer than %(number)s places have been marked in “%(question)s”",
            count,
        )
    return ngettext(
        "at least %(number)s place has been marked in “%(question)s”",
        "at least %(number)s places have been marked in “%(question)s”",
        count,
    )


def _choice_name(question: Question, condition: Condition, language: str | None) -> str:
    found = next((choice for choice in question.choices_for_rules() if choice.id == condition.value), None)
    if found is None:
        return gettext("an option that is no more")
    return str(found.translated("label", language)) or found.name or gettext("an option without a text")


def _row_name(question: Question, row_id: str, language: str | None) -> str:
    rows = getattr(question, "rows", [])
    found = next((row for row in rows if row.id == row_id), None)
    return str(found.translated("label", language)) if found else gettext("a row that is no more")


def _number_in_words(condition: Condition) -> str:
    number = as_number(condition.value)
    if number is None:
        return "1" if condition.test == Test.DRAWN_AT_LEAST else "?"
    return number_format(int(number) if number.is_integer() else number, use_l10n=True)
