"""What everyone may download, and when."""

import json
from datetime import timedelta

import pytest
from django.contrib.gis.geos import Point

from mapsurveys.models import Feature, Survey
from tests.factories import NOON
from tests.factories.surveys import make_response, make_survey
from tests.mapsurveys.exporting.survey import (
    HOME,
    first_questionnaire,
    hide_answers,
    make_answered_survey,
    place,
    publish_version,
    rows_of,
)

pytestmark = pytest.mark.django_db

RESPONSES = """\
response,version,language,channel,submitted,wish,good_places_count,home_count,moving_cycle,moving_bus,moving_other,\
moving_other_text,age,living,moving_walk,age_2\r
"""


def by_key(content: bytes) -> dict[str, dict[str, str]]:
    """{response: {column: cell}}."""
    header, *rows = rows_of(content)
    return {row[0]: dict(zip(header, row, strict=True)) for row in rows}


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if cell and name != "response"}


def test_responses_hold_only_what_was_announced(closed, download):
    content = download("survey-responses.csv")

    assert content.decode("utf-8-sig").startswith(RESPONSES)
    rows = by_key(content)
    assert {key: filled(row) for key, row in rows.items()} == {
        closed.keys[0]: {
            "version": "1",
            "language": "fi",
            "channel": "code",
            "submitted": "2026-11-21",
            "good_places_count": "2",
            "home_count": "1",
            "moving_cycle": "0",
            "moving_other": "1",
            "moving_other_text": '\'=1+1, "a";\nä 🚲',
            "living": "far",
            "moving_walk": "1",
            "age_2": "41",
        },
        closed.keys[1]: {
            "version": "1",
            "language": "fi",
            "submitted": "2026-11-21",
            "moving_cycle": "1",
            "moving_other": "0",
            "moving_walk": "0",
        },
        closed.keys[2]: {
            "version": "2",
            "language": "sv",
            "submitted": "2026-11-21",
            "wish": '\'=1+1, "a";\nä 🚲',
            "good_places_count": "1",
            "home_count": "1",
            "moving_cycle": "1",
            "moving_bus": "1",
            "moving_other": "0",
            "age": "4-vuotias",
        },
        closed.keys[3]: {"version": "2", "language": "fi", "submitted": "2026-11-21"},
    }


def test_order_within_a_day_is_not_told(closed, download):
    assert [row[0] for row in rows_of(download("survey-responses.csv"))[1:]] == sorted(closed.keys)


def test_places_hold_no_effort(closed, download):
    content = download("survey-places.csv", question="good_places")

    assert rows_of(content)[0] == [
        "response",
        "version",
        "number",
        "words",
        "why",
        "fun",
        "placed_by_staff",
        "lon",
        "lat",
        "wkt",
    ]
    assert sorted((row[0], row[2], row[3], row[9]) for row in rows_of(content)[1:]) == sorted(
        [
            (closed.keys[0], "1", "", "POINT(24.95 60.18)"),
            (closed.keys[0], "2", "Rannalla", ""),
            (closed.keys[2], "1", "", "POINT(24.94 60.17)"),
        ]
    )


def test_hidden_places_and_answers_are_left_out(closed, download):
    Feature.objects.filter(words="Rannalla").update(state="hidden")
    hide_answers(closed.responses[2], "qwish", "qgood")

    rows = by_key(download("survey-responses.csv"))
    places = rows_of(download("survey-places.csv", question="good_places"))

    assert rows[closed.keys[0]]["good_places_count"] == "1"
    third = rows[closed.keys[2]]
    assert (third["wish"], third["good_places_count"], third["age"]) == ("", "", "4-vuotias")
    assert [(row[0], row[2]) for row in places[1:]] == [(closed.keys[0], "1")]


def test_follow_up_may_be_hidden_alone(closed, download):
    hide_answers(closed.responses[2], "qwhy")

    rows = by_key(download("survey-places.csv", question="good_places"))

    assert (rows[closed.keys[2]]["why"], rows[closed.keys[2]]["fun"]) == ("", "5")


def test_homes_are_moved_to_the_middle_of_their_square(closed, download):
    collection = json.loads(download("survey-places.geojson", question="home"))

    assert {feature["geometry"]["type"] for feature in collection["features"]} == {"Point"}
    (lon, lat), other = (feature["geometry"]["coordinates"] for feature in collection["features"])
    assert [lon, lat] == other
    middle = Point(lon, lat, srid=4326).transform(3879, clone=True)
    assert (middle.x % 250, middle.y % 250) == pytest.approx((125, 125), abs=0.1)
    # A point on the first home's area, from the files of the staff.
    assert abs(middle.x - 25497239.09) < 125
    assert abs(middle.y - 6674184.05) < 125


def test_home_that_nobody_else_is_near_has_no_place(closed, download, clock):
    clock.move_to(NOON)
    survey = Survey.objects.get(pk=closed.survey.pk)
    lonely = make_response(survey, {"qhome": [place("POINT(25.05 60.21)"), place("POINT(25.05 60.21)")]})
    clock.move_to(survey.close_at + timedelta(seconds=1))

    rows = by_key(download("survey-places.csv", question="home"))

    assert filled(rows[str(lonely.pk)]) == {"version": "2", "number": "2", "placed_by_staff": "false"}
    assert rows[closed.keys[0]]["wkt"].startswith("POINT")


def test_grid_is_the_widest_of_all_versions_and_hides_words(closed, download, clock):
    clock.move_to(NOON)
    document = first_questionnaire()
    document["steps"][1]["questions"][1] = {**HOME, "coarsen": 0}
    survey = publish_version(Survey.objects.get(pk=closed.survey.pk), document)
    clock.move_to(survey.close_at + timedelta(seconds=1))

    rows = by_key(download("survey-places.csv", question="home"))

    assert {row["wkt"][:5] for row in rows.values()} == {"POINT"}
    assert "words" not in rows[closed.keys[0]]


@pytest.mark.parametrize("crs", ["3879", "3067"])
def test_coarsened_plane_coordinates_are_of_the_square(closed, download, crs):
    rows = by_key(download("survey-places.csv", question="home", crs=crs))

    row = rows[closed.keys[0]]
    expected = Point(float(row["lon"]), float(row["lat"]), srid=4326).transform(int(crs), clone=True)
    assert (float(row["easting"]), float(row["northing"])) == pytest.approx(expected.coords, abs=0.15)


def test_answers_to_versions_that_announced_nothing_are_left_out(clock, download):
    answered = make_answered_survey(publishes_answers=False)
    survey = publish_version(answered.survey, publishes_answers=True)
    later = [make_response(survey, {"qwish": "Penkki"}) for _number in range(2)]
    clock.move_to(survey.close_at + timedelta(seconds=1))

    header, *rows = rows_of(download("survey-responses.csv"))

    assert {row[0] for row in rows} == {str(response.pk) for response in later}
    assert {row[1] for row in rows} == {"3"}
    assert "living" not in header


def test_nothing_is_published_while_the_survey_is_open(answered, refusal):
    assert refusal() == (404, "not_closed")


def test_nothing_is_published_that_was_not_announced(clock, refusal):
    survey = make_answered_survey(publishes_answers=False).survey
    clock.move_to(survey.close_at + timedelta(seconds=1))

    assert refusal() == (404, "not_announced")
    Survey.objects.update(publishes_answers=True)
    assert refusal() == (404, "not_announced")


def test_nothing_is_published_once_the_planner_takes_it_back(closed, refusal):
    Survey.objects.update(publishes_answers=False)
    assert refusal() == (404, "not_announced")


def test_nothing_is_published_of_fewer_than_the_smallest_group(closed, refusal, download):
    Survey.objects.update(smallest_cell=5)
    assert refusal() == (404, "too_few_answers")
    Survey.objects.update(smallest_cell=4)
    assert len(rows_of(download("survey-responses.csv"))) == 5


def test_draft_is_not_told_from_what_is_not_there(closed, refusal):
    make_survey("luonnos", live=False, publishes_answers=True)
    assert refusal(survey="luonnos") == refusal(survey="olematon") == (404, "not_found")


def test_question_must_be_one_that_is_marked_on_the_map(closed, refusal):
    for name in ("living", "name", "olematon"):
        assert refusal("survey-places.csv", question=name) == (404, "not_found")


@pytest.mark.parametrize("name", ["survey-responses", "survey-codebook", "survey-package"])
def test_each_family_is_closed_alike(answered, refusal, name):
    assert refusal(f"{name}.xlsx") == (404, "not_closed")


def test_code_book_says_what_columns_are_in_every_language(closed, download):
    header, *rows = rows_of(download("survey-codebook.csv"))
    book = {(row[0], row[1]): dict(zip(header, row, strict=True)) for row in rows}

    assert list(book) == [
        *(("responses", name) for name in RESPONSES.strip().split(",")[5:]),
        ("places-good_places", "why"),
        ("places-good_places", "fun"),
    ]
    assert book["responses", "moving_walk"] == {
        "table": "responses",
        "column": "moving_walk",
        "title": book["responses", "moving_walk"]["title"],
        "type": "integer",
        "values": book["responses", "moving_walk"]["values"],
        "question": "moving",
        "question_id": "qmoving",
        "kind": "multiple_choice",
        "required": "false",
        "options": book["responses", "moving_walk"]["options"],
        "rule": "",
        "versions": "1",
        "text_fi": "Miten liikut?",
        "text_sv": "Miten liikut? (sv)",
        "text_en": "",
        "text_fi_simple": "",
        "text_ru": "",
    }
    assert book["responses", "moving_walk"]["options"].startswith("walk = Kävellen; cycle = Pyörällä; other = ")


def test_catalogue_links_to_a_survey_that_can_be_downloaded(closed, client):
    page = client.get("/fi/open-data/").content.decode()

    assert "survey-responses.csv?survey=viihtyisyys" in page
    assert "question=good_places" in page


def test_list_of_surveys_is_open_data(closed, client):
    make_survey("luonnos", live=False)
    content = b"".join(client.get("/open-data/surveys.csv").streaming_content)

    header, row = rows_of(content)
    assert dict(zip(header, row, strict=True)) | {"title_sv": "", "organisation": ""} == {
        "survey": "viihtyisyys",
        "title_fi": "Viihtyisyys",
        "title_sv": "",
        "title_en": "",
        "organisation": "",
        "status": "closed",
        "open_at": "2026-11-14T12:00:00+02:00",
        "close_at": "2026-11-28T12:00:00+02:00",
        "results_expected_on": "",
        "response_count": "4",
        "publishes_answers": "true",
        "lon": "",
        "lat": "",
        "wkt": "",
    }
