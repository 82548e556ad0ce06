"""The form of one step: what is checked, what is left out, what is kept."""

import pytest
from django.http import QueryDict
from django.utils.translation import gettext

from mapsurveys.forms import StepForm
from mapsurveys.questionnaire import Questionnaire
from tests.factories.questionnaires import THREE_PAGES, question, step, when

DOCUMENT = Questionnaire.read(THREE_PAGES)


def form_of(data: str | None, *, document=DOCUMENT, number=0, sheet=None) -> StepForm:
    sent = None if data is None else QueryDict(data)
    return StepForm(document, document.steps[number], sent, None if data is None else {}, sheet=sheet or {})


def told(form) -> list[tuple[str, str]]:
    return [(error["target"], str(error["message"])) for error in form.error_list()]


def shown(form) -> dict[str, tuple]:
    """Of each entry its number and whether it is shown."""
    return {entry.question.id: (entry.number, entry.is_shown) for entry in form.entries()}


@pytest.mark.parametrize(
    ("data", "answers"),
    [
        ("home=near&years=12", {"home": {"chosen": ["near"]}, "years": 12}),
        ("home=far&years=12", {"home": {"chosen": ["far"]}}),
        ("home=far&years=nonsense", {"home": {"chosen": ["far"]}}),
        ("home=other&home-other=Saari", {"home": {"chosen": ["other"], "other": "Saari"}}),
    ],
)
def test_answers_are_those_of_shown_questions(data, answers):
    form = form_of(data)
    assert form.is_valid()
    assert form.answers == answers


def test_errors_lead_to_their_questions():
    assert told(form_of("home=")) == [("question-home", gettext("This question must be answered."))]
    assert told(form_of("home=near&years=1000")) == [
        ("question-years", gettext("Write a number that is at most %(limit)s.") % {"limit": 120})
    ]


def test_questions_are_numbered_as_they_are_met():
    assert shown(form_of(None)) == {"home": (1, True), "years": (2, False)}
    near = {"home": {"chosen": ["near"]}}
    assert shown(form_of(None, sheet=near)) == {"home": (1, True), "years": (2, True)}
    assert next(iter(shown(form_of(None, number=1, sheet=near)).values())) == (3, True)
    assert next(iter(shown(form_of(None, number=1, sheet={"home": {"chosen": ["far"]}})).values())) == (2, True)


def test_rule_on_the_same_step_is_for_the_browser_and_in_words():
    entry = list(form_of(None).entries())[1]
    assert entry.rule == [[{"question": "home", "test": "chosen", "value": "near"}]]
    assert "Where do you live?" in entry.condition


def test_rule_on_an_earlier_step_is_decided():
    document = Questionnaire.read(
        {
            "steps": [
                step("first", question("number", "age", "Age")),
                step(
                    "then",
                    question("text", "child", "For children", show_when=when("age", "at_most", 12)),
                    question("text", "any", "For anyone"),
                    question(
                        "text",
                        "both",
                        "For both",
                        show_when=[
                            [
                                {"question": "age", "test": "at_least", "value": 18},
                                {"question": "any", "test": "answered"},
                            ]
                        ],
                    ),
                ),
            ]
        }
    )
    entries = {
        entry.question.id: entry for entry in form_of(None, document=document, number=1, sheet={"age": 40}).entries()
    }
    assert list(entries) == ["any", "both"]
    assert entries["both"].rule == [[True, {"question": "any", "test": "answered"}]]


@pytest.mark.parametrize(
    ("data", "sheet", "kept"),
    [
        ("home=near&years=many", {}, {"home": {"chosen": ["near"]}}),
        ("home=near&years=many", {"years": 3}, {"home": {"chosen": ["near"]}, "years": 3}),
        ("years=12", {}, {}),
        ("years=12", {"home": {"chosen": ["far"]}}, {"home": {"chosen": ["far"]}}),
    ],
)
def test_what_is_worth_keeping_is_kept(data, sheet, kept):
    form = form_of(data, sheet=sheet)
    assert not form.is_valid()
    assert form.keepable() == kept


def test_places_worth_keeping_break_no_limit():
    document = Questionnaire.read({"steps": [step("map", question("point", "where", "Where?", most=2, required=True))]})
    rows = "&".join(f"where-{number}-key=k{number}&where-{number}-words=Paikka" for number in range(4))
    form = form_of(rows, document=document)
    assert not form.is_valid()
    assert [mark.key for mark in form.keepable()["where"]] == ["k0", "k1"]
    assert form_of("", document=document).is_valid() is False
    stored = form.keepable()["where"]
    emptied = form_of("", document=document, sheet={"where": stored})
    emptied.is_valid()
    assert emptied.keepable() == {"where": stored}


def test_refused_answers_are_given_back_in_words():
    form = form_of("home=near&years=many")
    form.is_valid()
    assert [(str(each["label"]), each["words"]) for each in form.sent_words()] == [
        ("Where do you live?", "Near"),
        ("For how many years?", "many"),
    ]
