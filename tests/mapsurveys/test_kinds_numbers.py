"""Numbers, scales and dates: field, words, columns, rules, problems."""

import pytest
from django import forms
from django.utils import translation

from mapsurveys.kinds.date import Date
from mapsurveys.kinds.number import Number
from mapsurveys.kinds.scale import Scale
from mapsurveys.rules import Condition


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def refusal(question, value):
    with pytest.raises(forms.ValidationError) as refused:
        question.field().clean(value)
    return refused.value.messages


def row(question, answer):
    return {column.suffix: column.pick(answer) for column in question.columns()}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("12", 12),
        (" 1 200 ", 1200),
        ("1\u00a0200", 1200),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("\u22123", -3),
        ("", None),
        ("7,0", 7),
    ],
)
def test_number_is_read_as_people_write_it(typed, answer):
    assert Number(decimals=True).field().clean(typed) == answer


@pytest.mark.parametrize(
    ("question", "typed", "message"),
    [
        (Number(), "kaksi", "Write a number, such as 12."),
        (Number(), "1e999", "Write a number, such as 12."),
        (Number(), "nan", "Write a number, such as 12."),
        (Number(), "2,5", "Write a whole number, without decimals."),
        (Number(least=18), "17", "Write a number that is at least 18."),
        (Number(most=99), "100", "Write a number that is at most 99."),
        (Scale(), "6", "Choose one of the numbers on the scale."),
        (Scale(no_opinion=False), "no_opinion", "Choose one of the numbers on the scale."),
        (Date(), "31.2.2026", "Write the day as day.month.year, such as 31.12.2026."),
        (Date(latest="2026-12-31"), "1.1.2027", "Choose 31 Dec 2026 or an earlier day."),
        (Date(earliest="2026-12-31"), "30.12.2026", "Choose 31 Dec 2026 or a later day."),
        (Date(part="time"), "25:00", "Write the time as hours and minutes, such as 16:30."),
    ],
)
def test_what_breaks_the_limits_is_refused(question, typed, message):
    assert refusal(question, typed) == [message]


def test_limits_themselves_are_allowed():
    question = Number(least=0, most=10)
    assert [question.field().clean(text) for text in ("0", "10")] == [0, 10]


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        (Scale(), "3", 3),
        (Scale(first=-2, last=2), "-2", -2),
        (Scale(), "no_opinion", "no_opinion"),
        (Scale(), "", None),
        (Date(), "1.12.2026", "2026-12-01"),
        (Date(), "2026-12-01", "2026-12-01"),
        (Date(part="time"), "16.30", "16:30"),
        (Date(part="moment"), "2026-12-01T16:30", "2026-12-01T16:30"),
        (Date(), "", None),
    ],
)
def test_answer_is_cleaned(question, typed, answer):
    assert question.field().clean(typed) == answer


@pytest.mark.parametrize(
    ("question", "answer", "language", "words"),
    [
        (Number(unit={"fi": "km", "sv": "kilometer"}), 12, "sv", "12 kilometer"),
        (Scale(last_label={"fi": "Erittäin hyvä"}), 5, "fi", "5 (Erittäin hyvä)"),
        (Scale(), 3, "fi", "3"),
        (Scale(), "no_opinion", "en", "I don't know"),
        (Date(), "2026-12-01", "en", "1 Dec 2026"),
    ],
)
def test_answer_in_words(question, answer, language, words):
    assert question.in_words(answer, language) == words


def test_columns_keep_no_opinion_apart_from_a_number():
    assert row(Scale(), 4) == {"": 4, "_no_opinion": 0}
    assert row(Scale(), "no_opinion") == {"": None, "_no_opinion": 1}
    assert row(Scale(no_opinion=False), 4) == {"": 4}
    assert row(Number(), 0) == {"": 0}
    assert row(Date(), "2026-12-01") == {"": "2026-12-01"}


@pytest.mark.parametrize(
    ("test", "met"),
    [("equals", [False, True, False]), ("at_least", [False, True, True]), ("at_most", [True, True, False])],
)
def test_rules_compare_numbers(test, met):
    condition = Condition(question="q", test=test, value=3)
    for question in (Number(), Scale()):
        assert [question.meets(condition, answer) for answer in (2, 3, 4)] == met
        assert not question.meets(condition, None)
    assert not Scale().meets(condition, "no_opinion")


def test_rule_without_a_number_is_never_met():
    assert not Number().meets(Condition(question="q", test="at_least", value="3"), 5)


@pytest.mark.parametrize(
    ("question", "problems"),
    [
        (Number(least=5, most=5), []),
        (Number(least=6, most=5), ["The smallest number is greater than the greatest."]),
        (Scale(first=5, last=5), ["The scale must end at a greater number than it begins with."]),
        (Scale(first=0, last=21), ["The scale has more than 21 steps, which nobody can tell apart."]),
        (Scale(first=0, last=20), []),
        (Date(earliest="2026-12-02", latest="2026-12-01"), ["The earliest day is after the latest."]),
    ],
)
def test_problems(question, problems):
    assert list(question.problems()) == problems
