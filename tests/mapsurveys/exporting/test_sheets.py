"""Every kind of question in two versions, read into one row of cells."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from mapsurveys.exporting.editions import Edition
from mapsurveys.exporting.naming import with_newest_names
from mapsurveys.exporting.sheets import Asked, Sheet
from mapsurveys.questionnaire import Questionnaire


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def make_sheet(*versions, taken=()):
    """A sheet of versions (lists of questions), the oldest first; version keys are 1, 2, …"""
    documents = with_newest_names(
        [Questionnaire.read({"steps": [{"id": "qstep", "questions": list(each)}]}) for each in reversed(versions)]
    )
    numbers = range(len(versions), 0, -1)
    asking = [
        (
            Edition(SimpleNamespace(pk=number, number=number), document),
            [Asked.of(question, document) for question in document.asking()],
        )
        for number, document in zip(numbers, documents, strict=True)
    ]
    return Sheet(asking, taken)


def header(sheet):
    return [(each.column.name, each.column.type, each.numbers) for each in sheet.columns]


def identifier(name):
    return f"q{name.replace('_', '')}"[:40]


def question(kind, name="it", **facts):
    return {"kind": kind, "id": identifier(name), "name": name, "label": {"en": name.title()}, **facts}


def options(*names):
    return [{"id": identifier(name), "name": name, "label": {"en": name.title()}} for name in names]


def test_columns_are_those_of_the_newest_version_and_then_of_older_ones():
    sheet = make_sheet(
        [question("text", "gone"), question("text", "first"), question("text", "second")],
        [question("text", "second"), question("text", "new"), question("text", "first")],
    )

    assert header(sheet) == [
        ("second", "string", (2, 1)),
        ("new", "string", (2,)),
        ("first", "string", (2, 1)),
        ("gone", "string", (1,)),
    ]
    assert [each.column.title for each in sheet.columns] == [
        "Second",
        "New",
        "First",
        "Gone (only in earlier versions)",
    ]
    answers = {"qgone": "g", "qfirst": "f", "qsecond": "s"}
    assert sheet.read(1, answers) == ["s", None, "f", "g"]
    assert sheet.read(2, answers | {"qnew": "n"}) == ["s", "n", "f", None]


def test_not_answered_not_chosen_and_chosen_are_three_things():
    several = question("multiple_choice", choices=options("walk", "bike"))
    sheet = make_sheet([several])

    assert sheet.read(1, {}) == [None, None]
    assert sheet.read(1, {"qit": {"chosen": ["qbike"]}}) == [0, 1]


def test_removed_option_keeps_its_column_and_is_empty_where_it_was_not_offered():
    sheet = make_sheet(
        [question("multiple_choice", choices=options("walk", "bike"))],
        [question("multiple_choice", choices=options("bike", "bus"))],
    )

    assert header(sheet) == [
        ("it_bike", "integer", (2, 1)),
        ("it_bus", "integer", (2,)),
        ("it_walk", "integer", (1,)),
    ]
    assert sheet.read(1, {"qit": {"chosen": ["qwalk"]}}) == [0, None, 1]
    assert sheet.read(2, {"qit": {"chosen": ["qbus"]}}) == [0, 1, None]


def test_single_choice_says_the_newest_name_of_what_was_chosen():
    renamed = [{**options("walk")[0], "name": "foot"}, *options("bike")]
    sheet = make_sheet(
        [question("single_choice", choices=options("walk", "bike"), other=True)],
        [question("single_choice", choices=renamed, other=True)],
    )

    assert sheet.read(1, {"qit": {"chosen": ["qwalk"]}}) == ["foot", None]
    assert sheet.read(2, {"qit": {"chosen": ["other"], "other": "Skating"}}) == ["other", "Skating"]


def test_another_kind_begins_a_column_of_its_own():
    sheet = make_sheet([question("number")], [question("text")])

    assert header(sheet) == [("it", "string", (2,)), ("it_2", "integer", (1,))]
    assert sheet.read(1, {"qit": 41}) == [None, 41]
    assert sheet.read(2, {"qit": "41 years"}) == ["41 years", None]


def test_pictures_in_place_of_words_go_on_in_the_same_columns():
    sheet = make_sheet(
        [question("multiple_choice", choices=options("walk", "bike"))],
        [question("image_choice", choices=options("walk", "bike"))],
    )

    assert header(sheet) == [("it_walk", "integer", (2, 1)), ("it_bike", "integer", (2, 1))]


@pytest.mark.parametrize(
    ("before", "after", "type_", "first", "second"),
    [
        ({}, {"decimals": True}, "number", 2, 2.5),
        ({"decimals": True}, {}, "number", 2.5, 2),
    ],
)
def test_numbers_with_and_without_decimals_share_a_column(before, after, type_, first, second):
    sheet = make_sheet([question("number", **before)], [question("number", **after)])

    assert header(sheet) == [("it", type_, (2, 1))]
    assert sheet.read(1, {"qit": first}) == [first]
    assert sheet.read(2, {"qit": second}) == [second]


def test_day_that_became_a_moment_is_text():
    sheet = make_sheet([question("date")], [question("date", part="moment")])

    assert header(sheet) == [("it", "string", (2, 1))]
    assert sheet.read(1, {"qit": "2026-11-21"}) == ["2026-11-21"]


def test_names_are_unlike_other_columns_and_each_other():
    sheet = make_sheet(
        [question("text", "version"), question("scale", "a"), question("text", "a_no_opinion")], taken={"version"}
    )

    assert [name for name, *_facts in header(sheet)] == ["version_2", "a", "a_no_opinion", "a_no_opinion_2"]


def test_long_names_stay_apart_when_cut():
    name, option = "n" * 39, "o" * 38
    several = question("multiple_choice", name, choices=options(f"{option}x", f"{option}y"))

    names = [name for name, *_facts in header(make_sheet([several]))]

    assert names == [f"{name}_{'o' * 23}", f"{name}_{'o' * 21}_2"]


def test_every_other_kind_has_its_cells():
    rows = {"rows": options("road", "park"), "choices": options("good", "bad")}
    sheet = make_sheet(
        [
            question("scale", "scale", first_label={"en": "Bad"}, last_label={"en": "Good"}),
            question("matrix", "grid", **rows),
            question("matrix", "grids", several=True, **rows),
            question("ranking", "rank", choices=options("one", "two", "three")),
            question("budget", "budget", choices=options("one", "two")),
            question("file", "photo"),
            question("information", "told"),
            question("line", "routes"),
            question("plan_image", "spots"),
        ]
    )
    answers = {
        "qscale": "no_opinion",
        "qgrid": {"qroad": ["qbad"]},
        "qgrids": {"qpark": ["qgood", "qbad"]},
        "qrank": ["qtwo", "qone"],
        "qbudget": {"qone": 100, "qtwo": 0},
        "qphoto": [{"attachment": "1", "name": "photo.jpg"}],
        "qroutes": range(3),
    }

    cells = dict(zip([name for name, *_facts in header(sheet)], sheet.read(1, answers), strict=True))
    assert cells == {
        "scale": None,
        "scale_no_opinion": 1,
        "grid_road": "bad",
        "grid_park": None,
        "grids_road_good": None,
        "grids_road_bad": None,
        "grids_park_good": 1,
        "grids_park_bad": 1,
        "rank_one": 2,
        "rank_two": 1,
        "rank_three": None,
        "budget_one": 100,
        "budget_two": 0,
        "photo": 1,
        "routes_count": 3,
        "spots_count": None,
    }
    values = {each.column.name: each.values for each in sheet.columns}
    assert (values["scale"], values["grid_road"]) == ("1 = Bad; 5 = Good", "good = Good; bad = Bad")
