"""Choosing among options, in words and in pictures: field, words, columns, rules, problems."""

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from mapsurveys.kinds.choice import MultipleChoice, SingleChoice
from mapsurveys.kinds.image_choice import ImageChoice
from mapsurveys.rules import Condition

OPTIONS = [
    {"id": "qa", "name": "a", "label": {"fi": "Puut", "sv": "Träd"}},
    {"id": "qb", "name": "b", "label": {"fi": "Penkit"}},
    {"id": "qc", "name": "c", "label": {"fi": "Valot"}},
]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def one(**fields):
    return SingleChoice(choices=OPTIONS, **fields)


def some(**fields):
    return MultipleChoice(choices=OPTIONS, **fields)


def sent(question, *values, other=""):
    """What a browser's form comes to."""
    data = QueryDict(mutable=True)
    data.setlist("q", values)
    data["q-other"] = other
    field = question.field()
    return field.clean(field.widget.value_from_datadict(data, {}, "q"))


def refusal(question, *values, **more):
    with pytest.raises(forms.ValidationError) as refused:
        sent(question, *values, **more)
    return refused.value.messages


def row(question, answer):
    return {column.suffix: column.pick(answer) for column in question.columns()}


def test_answers_come_in_the_order_of_the_options():
    assert sent(some(), "qc", "qa") == {"chosen": ["qa", "qc"]}
    assert sent(one(), "qb") == {"chosen": ["qb"]}
    assert sent(one()) is None


@pytest.mark.parametrize(
    ("question", "values", "message"),
    [
        (one(), ["qx"], "Choose from the options on the list."),
        (one(), ["qa", "qb"], "Choose only one option."),
        (one(), ["other"], "Choose from the options on the list."),
        (some(least=2), ["qa"], "Choose at least 2 options. You chose 1."),
        (some(most=1), ["qa", "qb"], "Choose only one option."),
        (some(most=2), ["qa", "qb", "qc"], "Choose at most 2 options. You chose 3."),
        (one(other=True), ["other"], "Write what you mean by the option that you chose."),
    ],
)
def test_what_breaks_the_limits_is_refused(question, values, message):
    assert refusal(question, *values) == [message]


def test_required_question_must_be_answered():
    assert refusal(one(required=True)) == ["This field is required."]


def test_own_option_is_kept_only_when_chosen():
    assert sent(some(other=True), "qa", "other", other=" Lampi ") == {"chosen": ["qa", "other"], "other": "Lampi"}
    assert sent(some(other=True), "qa", other="Lampi") == {"chosen": ["qa"]}
    assert refusal(one(other=True), "other", other="x" * 301) == [
        "Write at most 300 characters beside your own option."
    ]


def test_words_are_in_the_language_that_is_asked_for():
    answer = {"chosen": ["qa", "other"], "other": "Lampi"}
    assert some(other=True, other_label={"sv": "Annat"}).in_words(answer, "sv") == "Träd; Annat: Lampi"
    assert some(other=True).in_words(answer, "fi") == "Puut; Other: Lampi"


def test_option_that_is_no_more_is_told_by_its_key():
    assert one().in_words({"chosen": ["qgone"]}) == "qgone"


def test_columns_tell_not_chosen_from_chosen():
    answer = {"chosen": ["qa", "other"], "other": "Lampi"}
    assert row(some(other=True), answer) == {"_a": 1, "_b": 0, "_c": 0, "_other": 1, "_other_text": "Lampi"}
    assert row(one(other=True), {"chosen": ["qb"]}) == {"": "b", "_other_text": None}


def test_rules_ask_what_was_chosen():
    chosen = Condition(question="q", test="chosen", value="qa")
    answered = Condition(question="q", test="answered")
    assert [some().meets(chosen, answer) for answer in ({"chosen": ["qa"]}, {"chosen": ["qb"]}, None)] == [
        True,
        False,
        False,
    ]
    assert [some().meets(answered, answer) for answer in ({"chosen": ["qb"]}, None)] == [True, False]


@pytest.mark.parametrize(
    ("question", "problems"),
    [
        (one(), []),
        (SingleChoice(), ["There must be at least two options."]),
        (SingleChoice(choices=OPTIONS[:1], other=True), []),
        (SingleChoice(choices=[OPTIONS[0], {**OPTIONS[1], "name": "a"}]), ["Two options have the same short name."]),
        (
            some(least=3, most=2),
            ["The smallest number of options is greater than the greatest."],
        ),
        (some(least=4), ["There are fewer options than must be chosen."]),
        (ImageChoice(choices=OPTIONS), ["An option has no picture."]),
    ],
)
def test_problems(question, problems):
    assert list(question.problems()) == problems
