"""Files for staff, compared whole."""

import json

import pytest

from mapsurveys.models import Feature, Response
from tests.factories.surveys import make_response, make_survey
from tests.mapsurveys.exporting.survey import (
    NASTY,
    WISH,
    first_questionnaire,
    hide_answers,
    place,
    publish_version,
    rows_of,
    staff_files,
    text,
    written,
)

pytestmark = pytest.mark.django_db

RESPONSES = """\
response,version,language,channel,channel_name,submitted,seconds,hidden_answers,wish,good_places_count,home_count,\
moving_cycle,moving_bus,moving_other,moving_other_text,age,mail,living,moving_walk,age_2\r
{0},1,fi,code,"Kirje, toukokuu",2026-11-21T03:00:00+02:00,0,,,2,1,0,,1,"'=1+1, ""a"";\nä 🚲",,\
first@example.org,far,1,41\r
{1},1,fi,,,2026-11-21T04:00:00+02:00,0,,,,,1,,0,,,,,0,\r
{2},2,sv,,,2026-11-21T05:00:00+02:00,0,"[""qwish""]","'=1+1, ""a"";\nä 🚲",1,1,1,1,0,,4-vuotias,,,,\r
{3},2,fi,,,2026-11-21T06:00:00+02:00,0,,,,,,,,,,,,,\r
"""

PLACES = """\
response,version,number,state,words,why,fun,placed_by_staff,zoom,vertices,edits,drawing_seconds,input,layers,lon,lat,\
wkt,e3879,n3879,e3067,n3067\r
{0},1,1,visible,,"'=1+1, ""a"";\nä 🚲",,false,16.0,1,2,7.5,touch,"[""aerial""]",24.95,60.18,POINT(24.95 60.18),\
25497225.17,6674128.36,386289.73,6673222.82\r
{0},1,2,hidden,Rannalla,,,false,,,,,,,,,,,,,\r
{2},2,1,visible,,Näkymä,5,false,,,,,,,24.94,60.17,POINT(24.94 60.17),25496669.19,6673014.67,385700.42,6672126.74\r
"""


def test_responses_to_both_versions(answered):
    hide_answers(answered.responses[2], "qwish")

    found = written(staff_files(answered.survey).responses(), "csv").decode("utf-8-sig")

    assert found == RESPONSES.format(*answered.keys)


def test_places_of_both_versions_also_hidden_ones(answered):
    Feature.objects.filter(words="Rannalla").update(state="hidden")
    files = staff_files(answered.survey)

    found = written(files.places(files.find_map_question("good_places")), "csv").decode("utf-8-sig")

    assert found == PLACES.format(*answered.keys)


def test_personal_answers_are_in_a_file_of_their_own(answered):
    files = staff_files(answered.survey)

    assert rows_of(written(files.personal_answers(), "csv")) == [
        ["response", "version", "name"],
        [answered.keys[0], "1", "Aino"],
    ]
    everything = written(files.package(), "zip")
    assert [table.identifier for table in files.package().tables] == [
        "responses",
        "places-good_places",
        "places-home",
        "codebook",
        "versions",
        "dropout",
    ]
    assert b"Aino" not in b"".join(written(table, "jsonl") for table in files.package().tables)
    assert everything.startswith(b"PK")


def test_question_that_became_personal_was_so_always(answered):
    document = first_questionnaire()
    document["steps"][1]["questions"][2] = {**WISH, "personal": True}
    survey = publish_version(answered.survey, document)
    make_response(survey, {"qwish": "salaisuus"})

    files = staff_files(survey)

    assert rows_of(written(files.personal_answers(), "csv"))[0] == ["response", "version", "name", "wish"]
    wishes = [row[3] for row in rows_of(written(files.personal_answers(), "csv"))[1:]]
    assert sorted(wishes) == sorted(["", f"'{NASTY}", "salaisuus"])
    assert "wish" not in rows_of(written(files.responses(), "csv"))[0]


def test_selection_narrows_every_file(answered):
    files = staff_files(answered.survey, language="sv")

    assert [row[0] for row in rows_of(written(files.responses(), "csv"))[1:]] == [answered.keys[2]]
    good = files.places(files.find_map_question("good_places"))
    assert [row[0] for row in rows_of(written(good, "csv"))[1:]] == [answered.keys[2]]
    assert [row[:2] for row in rows_of(written(files.versions(), "csv"))[1:]] == [["1", "0"], ["2", "1"]]


def test_given_places_and_spots_on_a_plan(clock):
    park = {"type": "Polygon", "coordinates": [[[24.95, 60.18], [24.95, 60.19], [24.96, 60.18], [24.95, 60.18]]]}
    survey = make_survey(
        document={
            "steps": [
                {
                    "id": "qstep",
                    "questions": [
                        {
                            "kind": "places",
                            "id": "qplace",
                            "name": "parks",
                            "label": text("Mikä puisto?"),
                            "places": [{"id": "qpark", "name": "park", "label": text("Puisto"), "geometry": park}],
                            "follow_ups": [WISH],
                        },
                        {"kind": "plan_image", "id": "qplan", "name": "plan", "label": text("Missä?"), "image": 1},
                    ],
                }
            ]
        }
    )
    spot = place(answers={})
    spot.geometry, spot.on_image = None, (0.25, 0.5)
    chosen = place(json.dumps(park), place="qpark", answers={"qwish": "Penkki"})
    make_response(survey, {"qplace": [chosen], "qplan": [spot]})

    files = staff_files(survey)
    parks, plan = (files.places(question) for question in files.map_questions)

    header, row = rows_of(written(parks, "csv"))
    assert dict(zip(header[1:9], row[1:9], strict=True)) == {
        "version": "1",
        "number": "1",
        "state": "visible",
        "words": "",
        "place": "park",
        "place_label": "Puisto",
        "wish": "Penkki",
        "placed_by_staff": "false",
    }
    assert row[header.index("wkt")] == "POLYGON((24.95 60.18,24.95 60.19,24.96 60.18,24.95 60.18))"
    header, row = rows_of(written(plan, "csv"))
    assert header[5:8] == ["image_x", "image_y", "placed_by_staff"]
    assert row[5:7] == ["0.25", "0.5"]
    assert (plan.geometry, "wkt" in header) == (None, False)


def test_survey_that_nobody_has_seen_has_empty_files(clock):
    files = staff_files(make_survey(live=False))

    assert [len(list(table.rows({}, with_geometry=False))) for table in files.package().tables] == [0, 0, 0, 3]


def test_tests_and_drafts_are_in_no_file(answered):
    assert Response.objects.count() == 6
    found = b"".join(written(table, "jsonl") for table in staff_files(answered.survey).package().tables)
    assert b"kesken" not in found
    assert b'"testi"' not in found


@pytest.mark.parametrize("count", [1, 12])
def test_queries_do_not_grow_with_rows(answered, django_assert_num_queries, count):
    for _number in range(count):
        make_response(answered.survey, {"qwish": "Penkki", "qgood": [place(), place()]})
    files = staff_files(answered.survey)
    tables = [files.responses(), files.places(files.find_map_question("good_places"))]

    with django_assert_num_queries(2):
        for table in tables:
            written(table, "csv")
