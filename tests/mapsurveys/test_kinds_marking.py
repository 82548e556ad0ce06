"""Kinds that mark places, and texts and files: words, columns, rules, problems."""

import pytest
from django import forms
from django.contrib.gis.geos import Point
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from mapsurveys.kinds.drawing import DrawPoints
from mapsurveys.kinds.file import File
from mapsurveys.kinds.information import Information
from mapsurveys.kinds.marking import Mark
from mapsurveys.kinds.places import Places
from mapsurveys.kinds.plan_image import PlanImage
from mapsurveys.kinds.text import Text
from mapsurveys.rules import Condition

AREA = {"type": "Polygon", "coordinates": [[[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.2], [24.9, 60.1]]]}
TORI = {
    "id": "qtori",
    "label": {"fi": "Tori", "sv": "Torget"},
    "geometry": {"type": "Point", "coordinates": [24.95, 60.17]},
}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def mark(lon, lat, **fields):
    return Mark(key=f"{lon}", geometry=Point(lon, lat, srid=4326), **fields)


def when(test, value=None):
    return Condition(question="q", test=test, value=value)


def test_rules_count_places_and_look_where_they_are():
    question = DrawPoints()
    inside, outside, words = mark(24.95, 60.15), mark(25.1, 60.15), Mark(key="w", words="Rannassa")
    assert question.meets(when("drawn_at_least", 2), [inside, words])
    assert not question.meets(when("drawn_at_least", 3), [inside, words])
    assert question.meets(when("drawn_inside", AREA), [outside, inside])
    assert not question.meets(when("drawn_inside", AREA), [outside, words])
    assert not question.meets(when("drawn_inside", {"type": "Nonsense"}), [inside])
    assert [question.meets(when("answered"), answer) for answer in ([inside], [], None)] == [True, False, False]


def test_rule_asks_which_given_place_was_chosen():
    question = Places(places=[TORI])
    assert question.meets(when("chosen", "qtori"), [mark(24.95, 60.17, place="qtori")])
    assert not question.meets(when("chosen", "qtori"), None)


def test_places_are_counted_in_columns_and_told_in_words():
    question = DrawPoints()
    answer = [mark(24.95, 60.15), mark(24.96, 60.15)]
    assert [(column.suffix, column.pick(answer)) for column in question.columns()] == [("_count", 2)]
    assert question.in_words(answer) == "Places marked: 2"
    assert Places(places=[TORI]).in_words([mark(24.95, 60.17, place="qtori")], "sv") == "Torget"


def test_required_question_needs_one_place():
    assert [
        DrawPoints(required=required, least=least).fewest for required, least in ((False, 0), (True, 0), (True, 3))
    ] == [
        0,
        1,
        3,
    ]


@pytest.mark.parametrize(
    ("question", "problems"),
    [
        (DrawPoints(area=AREA), []),
        (DrawPoints(least=3, most=2), ["The smallest number of places is greater than the greatest."]),
        (DrawPoints(area={"type": "Polygon"}), ["The area in which places may be marked cannot be read."]),
        (Places(), ["There are no places to choose among."]),
        (Places(places=[TORI]), []),
        (PlanImage(), ["The plan image is missing."]),
        (PlanImage(image=1), []),
    ],
)
def test_problems(question, problems):
    assert list(question.problems()) == problems


def test_given_place_that_can_not_be_read_is_named():
    broken = {**TORI, "geometry": {"type": "Point", "coordinates": ["x", 1]}}
    [problem] = Places(places=[broken]).problems()
    assert problem.startswith("Tori: ")


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        (Text(), "  Kiitos.\nHei  ", "Kiitos.\nHei"),
        (Text(), "   ", None),
        (Text(look="email"), "maija@example.org", "maija@example.org"),
        (Text(look="email"), "", None),
    ],
)
def test_text_is_kept_as_written(question, typed, answer):
    assert question.field().clean(typed) == answer


@pytest.mark.parametrize(
    ("question", "typed"), [(Text(max_length=5), "123456"), (Text(look="email"), "maija"), (Text(required=True), " ")]
)
def test_text_that_breaks_its_limits_is_refused(question, typed):
    with pytest.raises(forms.ValidationError):
        question.field().clean(typed)


def upload(content, name="x.pdf"):
    return SimpleUploadedFile(name, content)


def test_file_takes_documents_only_where_allowed():
    pdf = b"%PDF-1.7 ..."
    assert File().field().clean(upload(pdf)).content_type == "application/pdf"
    for question, content in ((File(pdf=False), pdf), (File(), b"MZ program"), (File(), b"<svg/>")):
        with pytest.raises(forms.ValidationError) as refused:
            question.field().clean(upload(content))
        assert refused.value.messages == ["Send a picture (JPEG, PNG, WebP) or a PDF file."]


def test_file_that_is_too_large_is_refused():
    with pytest.raises(forms.ValidationError) as refused:
        File(megabytes=1).field().clean(upload(b"%PDF-" + b"x" * 1024 * 1024))
    assert refused.value.messages == ["The file is too large: at most 1 megabytes."]


def test_file_is_told_by_its_name_and_counted():
    question, answer = File(), [{"attachment": "1", "name": "kuva.jpg"}]
    assert question.in_words(answer) == "kuva.jpg"
    assert [column.pick(answer) for column in question.columns()] == [1]


def test_information_asks_nothing():
    assert (Information().asks, Information().columns(), Information.tests) == (False, [], ())
