"""The questionnaire as a document: what is shown, what is kept, what it is called."""

import json

import pytest
from django.contrib.gis.geos import Point
from django.utils import translation
from pydantic import ValidationError

from mapsurveys.kinds.marking import Mark
from mapsurveys.questionnaire import Questionnaire, name_all
from mapsurveys.texts import in_language


def choice(id_: str, text: str = "") -> dict:
    return {"id": id_, "label": {"fi": text} if text else {}}


def rule(question: str, test: str = "answered", value=None, **more) -> list:
    return [[{"question": question, "test": test, "value": value, **more}]]


def read(*steps: list[dict]) -> Questionnaire:
    """A questionnaire of these questions, a list a step."""
    return Questionnaire.read(
        {"steps": [{"id": f"s{number}", "questions": questions} for number, questions in enumerate(steps, start=1)]}
    )


WAY = {"kind": "single_choice", "id": "qway", "choices": [choice("cbus"), choice("cbike")]}
AGE = {"kind": "number", "id": "qage", "show_when": rule("qway", "chosen", "cbike")}
CLUB = {"kind": "text", "id": "qclub", "show_when": rule("qage", "at_least", 18)}
BIKE = {"chosen": ["cbike"]}


@pytest.mark.parametrize(
    ("answers", "ids", "kept"),
    [
        ({}, {"qway"}, {}),
        ({"qway": BIKE}, {"qway", "qage"}, {"qway": BIKE}),
        ({"qway": BIKE, "qage": 17}, {"qway", "qage"}, {"qway": BIKE, "qage": 17}),
        ({"qway": BIKE, "qage": 18}, {"qway", "qage", "qclub"}, {"qway": BIKE, "qage": 18}),
        # The age is of a time when the way was another one: neither it nor what follows from it counts.
        ({"qage": 18, "qclub": "Pyöräilijät"}, {"qway"}, {}),
    ],
)
def test_answers_to_what_is_not_shown_count_for_nothing(answers, ids, kept):
    steps, shown, left = read([WAY], [AGE, CLUB]).shown(answers)
    assert ([step.id for step in steps], shown, left) == (["s1", "s2"], ids, kept)


def test_a_step_that_is_not_shown_hides_its_questions():
    by_bus = rule("qway", "chosen", "cbus")
    document = Questionnaire.read(
        {
            "steps": [
                {"id": "s1", "questions": [WAY]},
                {
                    "id": "s2",
                    "show_when": by_bus,
                    "questions": [{"kind": "text", "id": "qline"}],
                },
                {"id": "s3", "questions": [{"kind": "text", "id": "qend", "show_when": rule("qline")}]},
            ]
        }
    )
    steps, shown, kept = document.shown({"qway": BIKE, "qline": "550", "qend": "x"})
    assert ([step.id for step in steps], shown, kept) == (["s1", "s3"], {"qway"}, {"qway": BIKE})


def test_rules_ask_about_drawn_places():
    square = {"type": "Polygon", "coordinates": [[[24, 60], [25, 60], [25, 61], [24, 60]]]}
    spots = {"kind": "point", "id": "qspots"}
    many = {"kind": "text", "id": "qmany", "show_when": rule("qspots", "drawn_at_least", 2)}
    inside = {"kind": "text", "id": "qinside", "show_when": rule("qspots", "drawn_inside", square)}
    outside = {"kind": "text", "id": "qoutside", "show_when": rule("qspots", "drawn_inside", square, negate=True)}
    marks = [Mark("a", Point(24.8, 60.2, srid=4326)), Mark("b", words="Torin laidalla")]
    document = read([spots, many, inside, outside])
    found = [document.shown({"qspots": marks[:count]})[1] - {"qspots"} for count in (0, 1, 2)]
    assert found == [{"qoutside"}, {"qinside"}, {"qmany", "qinside"}]


def test_a_rule_about_a_question_that_is_no_more_does_not_hold():
    document = read([{"kind": "text", "id": "q1", "show_when": rule("qgone")}])
    assert document.shown({"qgone": "x"})[1] == set()


def test_the_stored_document_leaves_out_defaults_and_reads_back_the_same():
    stored = {"steps": [{"id": "s1", "title": {"fi": "Alku"}, "questions": [WAY, AGE, {"kind": "text", "id": "q1"}]}]}
    document = Questionnaire.read(stored)
    kept = document.document()
    assert kept["steps"][0]["questions"][2] == {"kind": "text", "id": "q1"}
    assert Questionnaire.read(json.loads(json.dumps(kept))) == document


def test_the_digest_is_of_the_content_alone():
    first = Questionnaire.read({"steps": [{"id": "s1", "title": {"fi": "Alku", "sv": "Början"}, "questions": [WAY]}]})
    same = Questionnaire.read(
        {"steps": [{"questions": [dict(reversed(WAY.items()))], "title": {"sv": "Början", "fi": "Alku"}, "id": "s1"}]}
    )
    other = Questionnaire.read({"steps": [{"id": "s1", "title": {"fi": "Alku", "sv": "Start"}, "questions": [WAY]}]})
    assert (first.digest == same.digest, first.digest == other.digest, len(first.digest)) == (True, False, 64)


@pytest.mark.parametrize(
    "question",
    [
        {"kind": "unknown", "id": "q1"},
        {"kind": "text", "id": "q1", "colour": "#fff"},
        {"kind": "text", "id": "Q 1"},
        {"kind": "text", "id": "other"},
        {"kind": "text", "id": "q1", "name": "1st"},
        {"kind": "text", "id": "q1", "label": {"fi": "x" * 5_001}},
        {"kind": "point", "id": "q1", "most": 101},
        {"kind": "point", "id": "q1", "follow_ups": [{"kind": "point", "id": "q2"}]},
    ],
)
def test_what_is_no_question_is_refused(question):
    with pytest.raises(ValidationError):
        read([question])


def test_names_come_from_texts_and_stay_once_given():
    options = [choice("c1", "Joka päivä"), choice("c2", "Joka päivä"), choice("c3"), choice("c4", "Other")]
    document = read(
        [
            {
                "kind": "single_choice",
                "id": "q1",
                "label": {"fi": "Kuinka usein pyöräilet talvella?"},
                "choices": options,
            },
            {"kind": "text", "id": "q2", "name": "kept", "label": {"fi": "Muu"}},
            {"kind": "text", "id": "q3", "label": {"fi": "Kept"}},
            {"kind": "text", "id": "q4", "label": {"ru": "Почему"}},
            {"kind": "point", "id": "q5", "follow_ups": [{"kind": "text", "id": "q6", "label": {"fi": "2026?"}}]},
        ]
    )
    name_all(document)
    names = [question.name for question in document.questions()]
    first, *_rest, spot = document.questions()
    assert names == ["kuinka_usein_pyorailet_talvella", "kept", "kept_2", "question_4", "question_5"]
    assert [each.name for each in first.choices] == ["joka_paiva", "joka_paiva_2", "option_3", "other_2"]
    assert [each.name for each in spot.follow_ups] == ["question_1"]


def test_texts_of_unknown_languages_and_blank_texts_are_dropped():
    document = read([{"kind": "text", "id": "q1", "label": {"fi": " Miksi? ", "sv": " ", "de": "Warum?"}}])
    assert next(document.questions()).label == {"fi": "Miksi?"}


@pytest.mark.parametrize(
    ("wanted", "expected"), [("sv", ("Varför?", "sv")), ("ru", ("Miksi?", "fi")), ("en", ("Miksi?", "fi"))]
)
def test_texts_are_found_in_the_readers_language_or_its_fallback(wanted, expected):
    with translation.override(wanted):
        found = in_language({"fi": "Miksi?", "sv": "Varför?"})
    assert (str(found), found.language) == expected


def test_elements_are_walked_in_the_order_of_reading():
    follow_up = {"kind": "single_choice", "id": "q2", "choices": [choice("c1")]}
    document = read([{"kind": "point", "id": "q1", "follow_ups": [follow_up]}, WAY])
    ids = [getattr(element, "id", None) for element in document.elements()]
    assert ids == [None, "s1", "q1", "q2", "c1", "qway", "cbus", "cbike"]
