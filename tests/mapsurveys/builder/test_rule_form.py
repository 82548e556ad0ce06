"""Rules made in the form of a question or a page."""

import json

import pytest
from django.contrib.gis.geos import GEOSGeometry

from mapsurveys.builder.rule_forms import simpler
from tests import factories
from tests.factories.surveys import make_survey
from tests.mapsurveys.builder.building import address, draft, form_of, sign_in
from tests.reading import soup

AREA = {"type": "MultiPolygon", "coordinates": [[[[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.1]]]]}


@pytest.fixture
def survey(client, db):
    survey = make_survey(live=False)
    sign_in(client, survey)
    return survey


def path(survey, question="qwish"):
    return address("question", survey, question, language="fi")


def rows(*conditions):
    """The fields of conditions, each a dict of field and value."""
    data = {"rule-rows": [f"r{number}" for number in range(len(conditions))]}
    for number, condition in enumerate(conditions):
        data |= {f"rule-r{number}-{name}": value for name, value in condition.items()}
    return data


def save(client, survey, *conditions):
    opened = form_of(client.get(path(survey)))
    return client.post(path(survey), opened | rows(*conditions))


def stored(survey):
    return [
        [condition.model_dump(mode="json", exclude_defaults=True) for condition in group]
        for group in draft(survey).find_question("qwish").show_when
    ]


CHOSEN = {"question": "qliving", "test": "chosen", "choice": "qhere"}


def test_only_earlier_questions_are_offered(client, survey):
    page = client.post(path(survey, "qgood"), form_of(client.get(path(survey, "qgood"))) | {"command": "add rule"})
    [select] = soup(page).select("[data-rule] select")
    assert [option["value"] for option in select.select("option")] == ["", "qliving", "qmoving"]


def test_first_question_has_nothing_to_ask_about(client, survey):
    assert not soup(client.get(path(survey, "qliving"))).select("[data-rule] button")


def test_tests_and_choices_follow_the_chosen_question(client, survey):
    opened = form_of(client.get(path(survey)))
    page = client.post(path(survey), opened | rows({"question": "qliving"}) | {"command": "refresh rule"})
    values = [
        [option["value"] for option in select.select("option")] for select in soup(page).select("[data-rule] select")
    ]
    assert values[1:] == [
        ["chosen", "not chosen", "answered", "not answered"],
        ["", "qhere", "qelse"],
    ]
    page = client.post(path(survey), opened | rows({"question": "qgood", "test": "drawn_at_least"}) | {"command": "x"})
    assert soup(page).select_one("[name=rule-r0-number]") is not None
    assert not soup(page).select("[data-rule] .error-message")


def test_and_or_and_not_are_stored_as_groups(client, survey):
    response = save(
        client,
        survey,
        CHOSEN,
        {"joint": "and", "question": "qgood", "test": "not drawn_at_least", "number": "2"},
        {"joint": "or", "question": "qmoving", "test": "not answered"},
    )
    assert response.status_code == 302
    assert stored(survey) == [
        [
            {"question": "qliving", "test": "chosen", "value": "qhere"},
            {"question": "qgood", "test": "drawn_at_least", "value": 2.0, "negate": True},
        ],
        [{"question": "qmoving", "test": "answered", "negate": True}],
    ]


def test_rule_is_shown_again_as_it_was_stored(client, survey):
    save(client, survey, CHOSEN, {"joint": "or", "question": "qgood", "test": "drawn_at_least", "number": "2"})
    before = stored(survey)
    assert client.post(path(survey), form_of(client.get(path(survey)))).status_code == 302
    assert stored(survey) == before


def test_area_of_a_rule_is_drawn_or_copied_from_a_named_one(client, survey):
    district = factories.make_area("kallio", (24.94, 60.18, 24.96, 60.19))
    inside = {"question": "qgood", "test": "drawn_inside"}
    save(client, survey, inside | {"area": json.dumps(AREA)})
    assert stored(survey)[0][0]["value"] == AREA
    save(client, survey, inside | {"district": str(district.pk)})
    copied = GEOSGeometry(json.dumps(stored(survey)[0][0]["value"]))
    assert copied.sym_difference(district.geometry).area < 1e-9


@pytest.mark.parametrize(
    "condition",
    [
        {"question": "qliving", "test": "chosen", "choice": ""},
        {"question": "qliving", "test": "chosen", "choice": "qwalk"},
        {"question": "qliving", "test": "at_least", "number": "2"},
        {"question": "qgood", "test": "drawn_at_least", "number": "monta"},
        {"question": "qgood", "test": "drawn_inside", "area": ""},
    ],
)
def test_unfinished_condition_is_refused_beside_its_field(client, survey, condition):
    response = save(client, survey, condition)
    assert response.status_code == 422
    assert soup(response).select("[data-rule] .error-message")
    assert stored(survey) == []


def test_row_without_a_question_is_left_out(client, survey):
    assert save(client, survey, {"question": ""}).status_code == 302
    assert stored(survey) == []


def test_removed_condition_goes(client, survey):
    save(client, survey, CHOSEN)
    data = form_of(client.get(path(survey)))
    data = form_of(client.post(path(survey), data | {"command": f"remove rule {data['rule-rows']}"}))
    client.post(path(survey), data)
    assert stored(survey) == []


def test_page_has_a_rule_too(client, survey):
    page = address("step", survey, "qsteptwo", language="fi")
    client.post(page, form_of(client.get(page)) | rows(CHOSEN))
    [[condition]] = draft(survey).steps[1].show_when
    assert (condition.question, condition.value) == ("qliving", "qhere")
    assert [len(step.questions) for step in draft(survey).steps] == [2, 2]


def test_borders_are_simplified():
    corners = [[24.9 + number * 1e-6, 60.1] for number in range(500)]
    detailed = GEOSGeometry(
        '{"type": "Polygon", "coordinates": [%s]}' % [*corners, [25.0, 60.2], corners[0]], srid=4326
    )
    assert simpler(detailed).num_coords < 10
