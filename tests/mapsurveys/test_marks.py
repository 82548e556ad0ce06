"""Places as they are sent: every limit is the server's, whatever the page that should have kept to it."""

import json
import math
import time
from datetime import timedelta

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import escape
from pydantic import ValidationError

from mapsurveys.forms import StepForm
from mapsurveys.kinds.marking import Mark
from mapsurveys.mark_forms import read_effort
from mapsurveys.marks import HIGHEST_NUMBER, MarkSet
from mapsurveys.models import Feature
from mapsurveys.questionnaire import Questionnaire
from tests.factories.surveys import make_survey

POINT = {"type": "Point", "coordinates": [24.945, 60.18]}
LINE = {"type": "LineString", "coordinates": [[24.94, 60.18], [24.95, 60.18]]}
BOW_TIE = [[24.94, 60.18], [24.95, 60.19], [24.95, 60.18], [24.94, 60.19], [24.94, 60.18]]
MASK = {
    "type": "Polygon",
    "coordinates": [[[24.93, 60.175], [24.96, 60.175], [24.96, 60.19], [24.93, 60.19], [24.93, 60.175]]],
}
OUTSIDE = {"type": "Point", "coordinates": [24.99, 60.18]}
WHY = {"kind": "text", "id": "qwhy", "label": {"en": "Why?"}, "required": True}
FEELING = {
    "kind": "single_choice",
    "id": "qfeel",
    "choices": [{"id": "qgood", "label": {"en": "Good"}}, {"id": "qbad", "label": {"en": "Bad"}}],
}
WHY_BAD = WHY | {"show_when": [[{"question": "qfeel", "test": "chosen", "value": "qbad"}]]}


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def question(**settings):
    """A question of the kind point, unless `settings` say otherwise."""
    step = {"questions": [{"kind": "point", "id": "qplace", **settings}]}
    return Questionnaire.read({"steps": [step]}).steps[0].questions[0]


def row(number=0, place=POINT, **fields):
    """What a browser sends of one place."""
    drawn = place if isinstance(place, str) else json.dumps(place)
    sent = {"key": f"k{number}", "geometry": drawn, "effort": '{"zoom": 16}', "words": "", **fields}
    return {f"qplace-{number}-{name}": value for name, value in sent.items()}


def sent(asked, *rows):
    data = QueryDict(mutable=True)
    for each in rows:
        data.update(each)
    return MarkSet(asked, data)


def faults(marks):
    """All sentences about what is wrong, those of the question first."""
    return [*marks.errors, *(error for form in marks.forms for errors in form.errors.values() for error in errors)]


def test_place_comes_back_as_it_was_drawn():
    marks = sent(question(follow_ups=[WHY]), row(qwhy="Quiet"))
    assert marks.is_valid()
    [mark] = marks.value
    assert (mark.key, mark.geometry.coords, mark.answers) == ("k0", (24.945, 60.18), {"qwhy": "Quiet"})


def test_rows_keep_their_order_and_gaps_do_not_matter():
    marks = sent(question(), row(7, words="last"), row(2, words="first"))
    assert [mark.words for mark in marks.value] == ["first", "last"]


@pytest.mark.parametrize(
    ("settings", "rows", "expected"),
    [
        ({"most": 3}, [row(number) for number in range(4)], ["Mark at most 3 places."]),
        ({"least": 2}, [row()], ["Mark at least 2 places."]),
        ({"required": True}, [], ["Mark at least 1 place."]),
        ({"min_zoom": 17}, [row()], ["Zoom in closer before you mark the place."]),
        ({"min_zoom": 17}, [row(effort="{}")], ["Zoom in closer before you mark the place."]),
        (
            {"area": MASK},
            [row(place=OUTSIDE)],
            ["The place is outside the area that this question is about. Mark a place inside it."],
        ),
        (
            {},
            [row(place=LINE)],
            ["This kind of drawing cannot be used here. Please choose one of the tools offered."],
        ),
        (
            {"kind": "area"},
            [row(place={"type": "Polygon", "coordinates": [BOW_TIE]})],
            ["The edge of the area crosses itself. Please move its points so that the edge does not cross."],
        ),
        ({}, [row(place="{")], ["The place could not be read. Please mark it again."]),
        ({"follow_ups": [WHY]}, [row()], ["This question must be answered."]),
        ({"follow_ups": [WHY]}, [row(place="", qwhy="Quiet")], ["Mark the place, or describe it in words."]),
        ({"follow_ups": [FEELING]}, [row(qfeel="qother")], ["Choose from the options on the list."]),
        ({"kind": "plan_image"}, [row(place="0.5,1.2")], ["The spot is outside the image."]),
        ({"kind": "plan_image"}, [row(place="nan,0.5")], ["The spot is outside the image."]),
        ({"kind": "plan_image"}, [row(place="0.5")], ["The place could not be read. Please mark it again."]),
    ],
)
def test_limits_hold_though_the_page_is_bypassed(settings, rows, expected):
    marks = sent(question(**settings), *rows)
    assert not marks.is_valid()
    assert faults(marks) == expected


def test_line_that_leaves_the_area_between_its_points_is_refused():
    around = [[24.93, 60.175], [24.96, 60.175], [24.96, 60.19], [24.955, 60.19], [24.955, 60.177], [24.935, 60.177]]
    area = {"type": "Polygon", "coordinates": [[*around, [24.935, 60.19], [24.93, 60.19], [24.93, 60.175]]]}
    line = {"type": "LineString", "coordinates": [[24.932, 60.185], [24.958, 60.185]]}
    marks = sent(question(kind="line", area=area), row(place=line))
    assert faults(marks) == ["The place is outside the area that this question is about. Mark a place inside it."]


def test_follow_up_that_its_rule_hides_is_neither_asked_nor_kept():
    asked = question(follow_ups=[FEELING, WHY_BAD])
    hidden = sent(asked, row(qfeel="qgood", qwhy="Noise"))
    assert hidden.is_valid()
    assert hidden.value[0].answers == {"qfeel": {"chosen": ["qgood"]}}
    shown = sent(asked, row(qfeel="qbad"))
    assert faults(shown) == ["This question must be answered."]


def test_place_in_words_needs_neither_zoom_nor_area():
    marks = sent(question(min_zoom=17, area=MASK), row(place="", effort="", words="By the school"))
    assert marks.is_valid()
    [mark] = marks.value
    assert (mark.geometry, mark.words, mark.effort) == (None, "By the school", {"input": "words"})


def test_rows_left_empty_or_out_are_no_places():
    marks = sent(question(follow_ups=[WHY]), row(0, place=""), row(1, remove="on", qwhy="Noise"), row(2, qwhy="Quiet"))
    assert marks.is_valid()
    assert [mark.key for mark in marks.value] == ["k2"]


def test_two_rows_of_one_key_are_two_places():
    marks = sent(question(), row(0, key="same"), row(1, key="same"))
    assert len({mark.key for mark in marks.value}) == 2


def test_refused_rows_are_shown_again_as_they_were_sent():
    [form] = sent(question(area=MASK, follow_ups=[WHY]), row(5, place=OUTSIDE, qwhy="Quiet")).forms
    assert not form.is_valid()
    assert form.place_errors() == ["The place is outside the area that this question is about. Mark a place inside it."]
    assert (form["geometry"].value(), form["qwhy"].value()) == (json.dumps(OUTSIDE), "Quiet")


def test_errors_say_which_place_and_which_question_they_are_about():
    asked = {"kind": "point", "id": "qplace", "label": {"en": "Where?"}, "area": MASK, "follow_ups": [WHY]}
    document = Questionnaire.read({"steps": [{"questions": [asked]}]})
    data = QueryDict(mutable=True)
    for each in (row(0, qwhy="Quiet"), row(3, place=OUTSIDE)):
        data.update(each)
    form = StepForm(document, document.steps[0], data, sheet={})
    assert not form.is_valid()
    assert [(error["target"], str(error["label"]), error["message"]) for error in form.error_list()] == [
        (
            "mark-qplace-3",
            "Where?",
            "The place is outside the area that this question is about. Mark a place inside it. (Point 2)",
        ),
        ("field-qplace-3-qwhy", "Why?", "This question must be answered. (Point 2)"),
    ]


@pytest.mark.parametrize("name", ["words", "key", "place"])
def test_follow_up_cannot_have_the_name_of_a_field_of_the_place(name):
    with pytest.raises(ValidationError, match="no follow-up question may have an id of these"):
        question(follow_ups=[WHY | {"id": name}])


def test_stored_places_are_rows_and_spare_rows_take_words():
    asked = question(most=3)
    marks = MarkSet(asked, marks=sent(asked, row(0), row(1)).value)
    assert [json.loads(form["geometry"].value()) for form in marks.forms] == [POINT, POINT]
    assert [form.prefix for form in marks.spare()] == [f"qplace-{HIGHEST_NUMBER}"]
    assert marks.empty()["key"].html_name == "qplace-__number__-key"


def test_rows_sent_blank_are_not_shown_again_and_spare_rows_have_numbers_of_their_own():
    marks = sent(question(), row(HIGHEST_NUMBER, place="", words="By the school"), row(HIGHEST_NUMBER + 1, place=""))
    prefixes = [form.prefix for form in [*marks.filled(), *marks.spare()]]
    assert prefixes == [f"qplace-{HIGHEST_NUMBER + extra}" for extra in (0, 2, 3)]


class TestGivenPlaces:
    @pytest.fixture
    def asked(self):
        places = [{"id": f"p{number}", "label": {"en": f"Park {number}"}, "geometry": POINT} for number in range(3)]
        return question(kind="places", places=places, most=2, follow_ups=[WHY])

    def test_chosen_place_has_its_geometry_and_answers(self, asked):
        marks = sent(asked, {"qplace-1-chosen": "on", "qplace-1-qwhy": "Swings"})
        assert marks.is_valid()
        [mark] = marks.value
        assert (mark.key, mark.place, mark.geometry.coords) == ("p1", "p1", (24.945, 60.18))
        assert mark.answers == {"qwhy": "Swings"}

    def test_more_than_may_be_chosen_are_refused(self, asked):
        every = {f"qplace-{number}-chosen": "on" for number in range(3)}
        assert sent(asked, every, {f"qplace-{number}-qwhy": "Swings" for number in range(3)}).errors == [
            "Choose at most 2 places."
        ]

    def test_what_is_asked_of_a_place_that_is_not_chosen_is_not_required(self, asked):
        marks = sent(asked, {"qplace-1-qwhy": "Swings"})
        assert marks.is_valid()
        assert marks.value is None

    def test_place_that_is_not_on_the_list_is_not_there(self, asked):
        assert sent(asked, {"qplace-9-chosen": "on"}).value is None

    def test_stored_choice_is_checked(self, asked):
        marks = MarkSet(asked, marks=[Mark(key="k", place="p2", answers={"qwhy": "Swings"})])
        assert [form["chosen"].value() for form in marks.forms] == [None, None, True]
        assert marks.forms[2]["qwhy"].value() == "Swings"


def test_spot_is_kept_as_parts_of_the_image():
    [mark] = sent(question(kind="plan_image"), row(place="0.25,0.75")).value
    assert (mark.on_image, mark.geometry) == ((0.25, 0.75), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{"zoom": 16, "vertices": 4, "edits": 1, "seconds": 12.345, "input": "touch", "layers": ["a"], "x": 1}',
            {"zoom": 16, "vertices": 4, "edits": 1, "seconds": 12.35, "input": "touch", "layers": ["a"]},
        ),
        ('{"zoom": 1e9, "seconds": -5, "input": "telepathy"}', {"zoom": 25, "seconds": 0}),
        ('{"zoom": true, "vertices": "many", "edits": NaN}', {}),
        ("[" * 4_000, {}),
        ("[]", {}),
    ],
)
def test_effort_is_cut_to_what_is_known(text, expected):
    assert read_effort(text) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "You can mark at most 10 places."),
        ({"most": 1}, "You can mark 1 place."),
        ({"required": True, "most": 1}, "Mark 1 place."),
        ({"least": 2, "most": 5}, "Mark from 2 to 5 places."),
        ({"kind": "places"}, "You can choose at most 10 places."),
        ({"kind": "places", "required": True, "most": 1}, "Choose 1 place."),
        ({"kind": "places", "least": 2, "most": 5}, "Choose from 2 to 5 places."),
    ],
)
def test_limits_are_told(settings, expected):
    assert MarkSet(question(**settings)).limits() == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("settings", "rows", "expected"),
    [
        ({"most": 3}, [row(number) for number in range(4)], "Mark at most 3 places."),
        ({"min_zoom": 17}, [row()], "Zoom in closer before you mark the place."),
        (
            {"area": MASK},
            [row(place=OUTSIDE)],
            "The place is outside the area",
        ),
    ],
)
def test_bypassed_page_is_answered_422_with_words_and_the_places(client, settings, rows, expected):
    asked = {"kind": "point", "id": "qplace", "label": {"en": "Where?", "fi": "Missä?"}, **settings}
    now = timezone.now()
    survey = make_survey(
        document={"steps": [{"id": "qstep", "questions": [asked]}]},
        open_at=now - timedelta(days=1),
        close_at=now + timedelta(days=1),
    )
    data = {"form_key": "k", "next": "1"}
    for each in rows:
        data |= each
    response = client.post(reverse("mapsurveys:begin", args=[survey.slug]), data)
    page = response.content.decode()
    assert response.status_code == 422
    assert expected in page
    assert all(escape(each[name]) in page for each in rows for name in each if name.endswith("-geometry"))
    assert not Feature.objects.exists()


def test_hundred_places_with_follow_ups_are_read_in_a_second():
    angles = [2 * math.pi * part / 5_000 for part in range(5_000)]
    ring = [[24.95 + 0.05 * math.cos(angle), 60.19 + 0.02 * math.sin(angle)] for angle in angles]
    area = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    step = {"questions": [{"kind": "point", "id": "qplace", "most": 100, "area": area, "follow_ups": [FEELING, WHY]}]}
    data = QueryDict(mutable=True)
    for number in range(100):
        place = {"type": "Point", "coordinates": [24.96 + number * 1e-6, 60.195]}
        data.update(row(number, place=place, qfeel="qgood", qwhy="Quiet"))
    document = Questionnaire.read({"steps": [step]})
    start = time.process_time()
    form = StepForm(document, document.steps[0], data, sheet={})
    assert form.is_valid()
    assert len(form.answers["qplace"]) == 100
    assert time.process_time() - start < 1
