"""Grids, rankings and budgets: field, words, columns, rules, problems."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from mapsurveys.kinds.budget import Budget
from mapsurveys.kinds.matrix import Matrix
from mapsurveys.kinds.ranking import Ranking
from mapsurveys.rules import Condition

OPTIONS = [
    {"id": "qa", "name": "a", "label": {"fi": "Puut"}},
    {"id": "qb", "name": "b", "label": {"fi": "Penkit"}},
]
ROWS = [{"id": "r1", "name": "one", "label": {"fi": "Nyt"}}, {"id": "r2", "name": "two", "label": {"fi": "Sitten"}}]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def grid(**fields):
    return Matrix(rows=ROWS, choices=OPTIONS, **fields)


def ranking(**fields):
    return Ranking(choices=OPTIONS, **fields)


def budget(**fields):
    return Budget(choices=OPTIONS, total=100, **fields)


def sent(question, **values):
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(f"q-{name}", value if isinstance(value, list) else [value])
    field = question.field()
    return field.clean(field.widget.value_from_datadict(data, {}, "q"))


def refusal(question, **values):
    with pytest.raises(forms.ValidationError) as refused:
        sent(question, **values)
    return refused.value.messages


def row(question, answer):
    return {column.suffix: column.pick(answer) for column in question.columns()}


def test_answers_are_cleaned():
    assert sent(grid(), r1="qa") == {"r1": ["qa"]}
    assert sent(grid(several=True), r1=["qb", "qa"]) == {"r1": ["qa", "qb"]}
    assert sent(ranking(), qa="2", qb="1") == ["qb", "qa"]
    assert sent(budget(), qa="30", qb="") == {"qa": 30, "qb": 0}
    assert [sent(question) for question in (grid(), ranking(), budget())] == [None, None, None]


@pytest.mark.parametrize(
    ("question", "values", "message"),
    [
        (grid(), {"r1": "qx"}, "Choose from the options on the list."),
        (grid(), {"r1": ["qa", "qb"]}, "Choose from the options on the list."),
        (grid(required=True), {"r1": "qa"}, "Answer these rows too: “Sitten”."),
        (ranking(), {"qa": "3"}, "Choose the places from the list."),
        (ranking(), {"qa": "1", "qb": "1"}, "Place 1 is given to more than one option. Give each place once."),
        (ranking(), {"qa": "2"}, "Place 1 is missing. Give the places in order from 1 on."),
        (ranking(required=True), {"qa": "1"}, "Place 2 is missing. Give the places in order from 1 on."),
        (budget(), {"qa": "x"}, "Write each amount as a whole number, such as 500."),
        (budget(), {"qa": "1,5"}, "Write each amount as a whole number, such as 500."),
        (budget(), {"qa": "-1"}, "An amount can't be less than zero."),
        (budget(), {"qa": "60", "qb": "41"}, "You have shared 101, but there is only 100 to share."),
        (budget(share_all=True), {"qa": "99"}, "You have shared 99. Share all of 100."),
    ],
)
def test_what_breaks_the_limits_is_refused(question, values, message):
    assert refusal(question, **values) == [message]


def test_only_the_best_are_ranked():
    assert sent(ranking(best=1, required=True), qb="1") == ["qb"]
    assert refusal(ranking(best=1), qb="2") == ["Choose the places from the list."]


def test_answers_in_words():
    assert grid().in_words({"r2": ["qa"], "r1": ["qb"]}, "fi") == "Nyt: Penkit; Sitten: Puut"
    assert ranking().in_words(["qb", "qa"], "fi") == "1. Penkit; 2. Puut"
    assert budget(unit={"fi": "€"}).in_words({"qa": 30}, "fi") == "Puut: 30 €; Penkit: 0 €"


def test_columns_tell_missing_from_nothing():
    assert row(grid(), {"r1": ["qb"]}) == {"_one": "b", "_two": None}
    assert row(grid(several=True), {"r1": ["qb"]}) == {"_one_a": 0, "_one_b": 1, "_two_a": None, "_two_b": None}
    assert row(ranking(), ["qb"]) == {"_a": None, "_b": 1}
    assert row(budget(), {"qa": 0}) == {"_a": 0, "_b": 0}


def test_rules_ask_of_a_row_and_of_the_best():
    of_row = Condition(question="q", test="chosen", value="qa", row="r1")
    assert [grid().meets(of_row, answer) for answer in ({"r1": ["qa"]}, {"r2": ["qa"]}, None)] == [True, False, False]
    best = Condition(question="q", test="chosen", value="qa")
    assert [ranking().meets(best, answer) for answer in (["qa", "qb"], ["qb", "qa"], None)] == [True, False, False]


@pytest.mark.parametrize(
    ("question", "problems"),
    [
        (grid(), []),
        (Matrix(choices=OPTIONS), ["There must be at least one row."]),
        (Matrix(rows=ROWS), ["There must be at least two options."]),
        (Ranking(), ["There must be at least two options."]),
        (Budget(choices=OPTIONS[:1]), ["There must be at least two options."]),
        (
            Ranking(choices=[OPTIONS[0], {**OPTIONS[1], "name": "a"}]),
            ["Two options have the same short name."],
        ),
    ],
)
def test_problems(question, problems):
    assert list(question.problems()) == problems
