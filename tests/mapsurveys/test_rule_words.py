"""Rules as sentences."""

import pytest
from django.utils import translation

from mapsurveys.questionnaire import Questionnaire
from mapsurveys.rule_words import name_of, rule_in_words
from mapsurveys.rules import Condition
from tests.factories.surveys import SHORT

DOCUMENT = Questionnaire.read(SHORT)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def condition(question, test="answered", value=None, **more):
    return Condition(question=question, test=test, value=value, **more)


def words(*groups, language=None):
    return rule_in_words([list(group) for group in groups], DOCUMENT, language)


def test_no_rule_has_no_words():
    assert words() == ""


def test_choice_is_quoted_in_the_language_that_is_asked_for():
    rule = [condition("qliving", "chosen", "qhere")]
    assert words(rule) == "Shown when “Missä asut?” has the answer “Täällä”."
    assert words(rule, language="sv") == "Shown when “Var bor du?” has the answer “Här”."


def test_groups_are_joined_by_or_and_conditions_by_and():
    rule = words(
        [condition("qliving", "chosen", "qelse", negate=True), condition("qgood", "drawn_at_least", 2)],
        [condition("qmoving", negate=True)],
    )
    assert rule == (
        "Shown when “Missä asut?” does not have the answer “Muualla” and at least 2 places have been marked in "
        "“Missä viihdyt?”, or when “Miten liikut?” has not been answered."
    )


@pytest.mark.parametrize(
    ("test", "value", "plain", "turned"),
    [
        ("equals", 3, "is 3", "is not 3"),
        ("at_least", 2.5, "is at least 2.5", "is less than 2.5 or missing"),
        ("at_most", 10, "is at most 10", "is more than 10 or missing"),
    ],
)
def test_numbers_are_compared_in_words(test, value, plain, turned):
    sentence = "Shown when the answer to “Mitä muuta?” {}."
    assert words([condition("qwish", test, value)]) == sentence.format(plain)
    assert words([condition("qwish", test, value, negate=True)]) == sentence.format(turned)


def test_area_and_one_place_have_their_own_words():
    assert words([condition("qgood", "drawn_inside", {"type": "Polygon"}, negate=True)]) == (
        "Shown when no place marked in “Missä viihdyt?” is inside the chosen area."
    )
    assert words([condition("qgood", "drawn_at_least")]) == (
        "Shown when at least 1 place has been marked in “Missä viihdyt?”."
    )


def test_row_of_a_grid_is_named():
    document = Questionnaire.read(
        {
            "steps": [
                {
                    "questions": [
                        {
                            "kind": "matrix",
                            "id": "qgrid",
                            "label": {"fi": "Tyytyväisyys"},
                            "rows": [{"id": "qparks", "label": {"fi": "Puistot"}}],
                            "choices": [{"id": "qgood", "label": {"fi": "Hyvä"}}],
                        }
                    ]
                }
            ]
        }
    )
    rule = [[condition("qgrid", "chosen", "qgood", row="qparks")]]
    assert rule_in_words(rule, document) == "Shown when “Puistot” in “Tyytyväisyys” has the answer “Hyvä”."


def test_what_is_no_more_is_told_so():
    assert words([condition("qgone")]) == "Shown when a question that is no more has been answered."
    assert words([condition("qliving", "chosen", "qgone")]) == (
        "Shown when “Missä asut?” has the answer “an option that is no more”."
    )


def test_long_names_are_cut():
    question = DOCUMENT.find_question("qwish").model_copy(update={"label": {"fi": "Sana " * 40}})
    assert len(name_of(question)) == 70


def test_choice_in_a_ranking_is_the_one_ranked_first():
    ranking = {
        "kind": "ranking",
        "id": "qorder",
        "label": {"fi": "Mikä on tärkeintä?"},
        "choices": [{"id": "qtrees", "label": {"fi": "Puut"}}, {"id": "qbenches", "label": {"fi": "Penkit"}}],
    }
    document = Questionnaire.read({"steps": [{"questions": [ranking]}]})
    rule = [[condition("qorder", "chosen", "qtrees"), condition("qorder", "chosen", "qbenches", negate=True)]]
    assert rule_in_words(rule, document) == (
        "Shown when “Puut” is ranked first in “Mikä on tärkeintä?” and “Penkit” is not ranked first in "
        "“Mikä on tärkeintä?”."
    )
