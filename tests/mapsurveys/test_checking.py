"""What must be mended before a questionnaire is answered."""

import pytest
from django.utils import translation

from mapsurveys.checking import Problem, dependents, earlier_questions, questionnaire_problems
from mapsurveys.questionnaire import Questionnaire

CHOICES = [{"id": "qyes", "label": {"fi": "Kyllä"}}, {"id": "qno", "label": {"fi": "Ei"}}]
AREA = {"type": "Polygon", "coordinates": [[[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.1]]]}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def choice(key, **fields):
    return {"kind": "single_choice", "id": key, "label": {"fi": key}, "choices": CHOICES} | fields


def when(question, test="answered", value=None, **more):
    return [[{"question": question, "test": test, "value": value} | more]]


def problems_of(*steps, layers=None):
    document = {"steps": [{"id": f"qstep{number}", "questions": list(each)} for number, each in enumerate(steps)]}
    return questionnaire_problems(Questionnaire.read(document), layers)


def messages_of(*steps):
    return [problem.message for problem in problems_of(*steps)]


def test_whole_questionnaire_has_no_problems():
    point = {"kind": "point", "id": "qpoint", "label": {"fi": "Missä?"}}
    inside = when("qpoint", "drawn_inside", AREA)
    assert problems_of([choice("qone"), point], [choice("qtwo", show_when=when("qone", "chosen", "qyes"))]) == []
    assert problems_of([point], [choice("qtwo", show_when=inside)]) == []


def test_empty_step_is_a_problem_of_the_step():
    assert problems_of([]) == [Problem("qstep0", "", "The page has no questions.")]


def test_question_without_text_or_options_tells_both():
    assert problems_of([{"kind": "single_choice", "id": "qone"}]) == [
        Problem("qstep0", "qone", "The question has no text."),
        Problem("qstep0", "qone", "There must be at least two options."),
    ]


def test_option_without_text_is_told():
    assert messages_of([choice("qone", choices=[*CHOICES, {"id": "qmaybe"}])]) == ["An option has no text."]


def test_follow_up_tells_its_problems_once_and_as_its_own():
    follow_up = {"kind": "single_choice", "id": "qwhy", "label": {"fi": "Miksi?"}}
    point = {"kind": "point", "id": "qpoint", "label": {"fi": "Missä?"}, "follow_ups": [follow_up]}
    assert problems_of([point]) == [Problem("qstep0", "qwhy", "There must be at least two options.")]


def test_follow_up_with_a_rule_is_told():
    follow_up = choice("qwhy", show_when=when("qone"))
    point = {"kind": "point", "id": "qpoint", "label": {"fi": "Missä?"}, "follow_ups": [follow_up]}
    assert messages_of([choice("qone"), point]) == ["A question asked of each place can't have a rule of its own."]


def test_missing_layer_is_told_only_when_asked():
    document = Questionnaire.read({"steps": [{"id": "qstep", "layers": ["gone"], "questions": [choice("qone")]}]})
    assert questionnaire_problems(document) == []
    assert questionnaire_problems(document, {"here"}) == [
        Problem("qstep", "", "A map layer of the page is no more, or is not in use.")
    ]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (when("qgone"), "The rule of “qtwo” asks about a question that is no more."),
        (when("qlater"), "“qtwo” depends on “qlater”, which is asked only later."),
        (when("qtwo"), "“qtwo” depends on “qtwo”, which itself depends on it: a circle."),
        (when("qone", "at_least", 3), "“qtwo” depends on “qone” in a way that such a question can't be asked."),
        (when("qone", "chosen", "qgone"), "“qtwo” depends on an option of “qone” that is no more."),
        (when("qone", "chosen"), "“qtwo” depends on an option of “qone” that is no more."),
        ([[]], "A group of the rule has no conditions."),
    ],
)
def test_rule_that_can_not_be_obeyed_names_both_questions(rule, message):
    found = problems_of([choice("qone")], [choice("qtwo", show_when=rule), choice("qlater")])
    assert found == [Problem("qstep1", "qtwo", message)]


def test_circle_of_two_is_told_as_one():
    found = messages_of([choice("qone", show_when=when("qtwo")), choice("qtwo", show_when=when("qone"))])
    assert found == ["“qone” depends on “qtwo”, which itself depends on it: a circle."]


def test_step_that_depends_on_its_own_question_is_a_circle():
    document = {"steps": [{"id": "qstep", "show_when": when("qone"), "questions": [choice("qone")]}]}
    assert [problem.message for problem in questionnaire_problems(Questionnaire.read(document))] == [
        "“a page without a title” depends on “qone”, which itself depends on it: a circle."
    ]


@pytest.mark.parametrize(
    ("asked", "rule", "message"),
    [
        (
            {"kind": "number", "id": "qasked", "label": {"fi": "Ikä"}},
            when("qasked", "at_least", "many"),
            "The rule of “qtwo” on “Ikä” lacks a number.",
        ),
        (
            {"kind": "point", "id": "qasked", "label": {"fi": "Missä"}},
            when("qasked", "drawn_inside"),
            "The rule of “qtwo” on “Missä” lacks an area.",
        ),
        (
            {
                "kind": "matrix",
                "id": "qasked",
                "label": {"fi": "Ruudukko"},
                "rows": [{"id": "qrow", "label": {"fi": "Rivi"}}],
                "choices": CHOICES,
            },
            when("qasked", "chosen", "qyes", row="qgone"),
            "“qtwo” depends on a row of “Ruudukko” that is no more.",
        ),
    ],
)
def test_rule_without_its_value_is_told(asked, rule, message):
    assert messages_of([asked], [choice("qtwo", show_when=rule)]) == [message]


def test_doubled_identifiers_and_names_are_told_of_each():
    same = "Another page or question has the same identifier."
    assert messages_of([choice("qone", name="first")], [choice("qone", name="second")]) == [same, same]
    named = "Another question has the same short name: age."
    assert messages_of([choice("qone", name="age")], [choice("qtwo", name="age")]) == [named, named]


def test_earlier_questions_are_those_before_that_can_be_asked_about():
    document = Questionnaire.read(
        {
            "steps": [
                {"id": "qa", "questions": [choice("qone"), {"kind": "information", "id": "qinfo"}]},
                {"id": "qb", "questions": [choice("qtwo"), choice("qthree")]},
            ]
        }
    )
    assert [question.id for question in earlier_questions(document, "qb")] == ["qone"]
    assert [question.id for question in earlier_questions(document, "qthree")] == ["qone", "qtwo"]


def test_dependents_leave_out_what_goes_too():
    document = Questionnaire.read(
        {
            "steps": [
                {"id": "qa", "questions": [choice("qone"), choice("qtwo", show_when=when("qone"))]},
                {"id": "qb", "show_when": when("qone"), "questions": [choice("qthree")]},
            ]
        }
    )
    assert [(owner.id, asked.id) for owner, asked in dependents(document, {"qone"})] == [
        ("qtwo", "qone"),
        ("qb", "qone"),
    ]
    assert [owner.id for owner, _asked in dependents(document, {"qone", "qtwo"})] == ["qb"]
