import pytest

from mapsurveys.exporting.naming import unique_name, with_newest_names
from mapsurveys.questionnaire import Questionnaire


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("moving", set(), "moving"),
        ("moving", {"moving"}, "moving_2"),
        ("moving", {"moving", "moving_2"}, "moving_3"),
        ("a" * 70, set(), "a" * 63),
        ("a" * 70, {"a" * 63}, "a" * 61 + "_2"),
        ("a" * 63, {"a" * 63, "a" * 61 + "_2"}, "a" * 61 + "_3"),
    ],
)
def test_unique_name_is_short_and_unlike_those_taken(name, taken, expected):
    assert unique_name(name, taken) == expected
    assert expected in taken


def questionnaire(*questions):
    return Questionnaire.read({"steps": [{"id": "qstep", "questions": list(questions)}]})


def choice(identifier, name, *options):
    choices = [{"id": option, "name": option_name} for option, option_name in options]
    return {"kind": "multiple_choice", "id": identifier, "name": name, "choices": choices}


def names(document):
    return [(question.name, [option.name for option in question.choices]) for question in document.questions()]


def test_parts_have_the_newest_name_in_every_version():
    newest = questionnaire(choice("qa", "mode", ("qbike", "cycle"), ("qbus", "bus")))
    oldest = questionnaire(choice("qa", "moving", ("qbike", "bike"), ("qwalk", "walk")))

    renamed = with_newest_names([newest, oldest])

    assert [names(document) for document in renamed] == [
        [("mode", ["cycle", "bus"])],
        [("mode", ["cycle", "walk"])],
    ]
    assert names(oldest) == [("moving", ["bike", "walk"])]


def test_another_part_of_an_old_name_gets_a_number():
    newest = questionnaire(choice("qa", "moving", ("qbike", "bike")))
    oldest = questionnaire(choice("qb", "moving", ("qbike", "bike")), choice("qa", "way", ("qcar", "bike")))

    _newest, renamed = with_newest_names([newest, oldest])

    assert names(renamed) == [("moving_2", ["bike"]), ("moving", ["bike_2"])]


def test_option_is_not_called_as_the_own_option():
    (renamed,) = with_newest_names([questionnaire(choice("qa", "moving", ("qtext", "other_text")))])

    assert names(renamed) == [("moving", ["other_text_2"])]


def test_follow_ups_and_places_are_named_within_their_question():
    follow_up = {"kind": "text", "id": "qwhy", "name": "why"}
    places = [{"id": "qpark", "name": "park", "geometry": {"type": "Point", "coordinates": [24.95, 60.18]}}]
    document = questionnaire(
        {"kind": "text", "id": "qtext", "name": "why"},
        {"kind": "places", "id": "qplace", "name": "place", "places": places, "follow_ups": [follow_up]},
    )

    (renamed,) = with_newest_names([document])

    text, place = renamed.questions()
    assert (text.name, place.follow_ups[0].name, place.places[0].name) == ("why", "why", "park")
