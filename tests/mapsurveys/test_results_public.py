"""Public results: who sees them, and that no number of few people is in anything that the public gets (A12)."""

import io
import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from pypdf import PdfReader

from mapsurveys.choices import ResultsShown
from mapsurveys.models import Feature
from mapsurveys.responding import begin_response, save_step, submit_response
from mapsurveys.results.presenting import poll_results
from mapsurveys.versions import current_version
from tests.factories import NOON, make_user
from tests.factories.surveys import make_channel, make_survey
from tests.mapsurveys.asking import crowd, document, options, point, question
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "site")]

HERE = point(24.95, 60.18)
VIEW = "bbox=24.90,60.10,25.00,60.20&zoom=12"
ASKED = document(
    question("single_choice", "qlive", choices=options("here", "there", "rareplace"), required=True),
    question("scale", "qscale"),
    question("number", "qage"),
    question("date", "qday"),
    question("text", "qtext"),
    question("text", "qsecret", personal=True),
    question(
        "point", "qplace", follow_ups=[question("single_choice", "qwhy", choices=options("calm", "view", "rarereason"))]
    ),
)


def closed_survey(**fields):
    fields = {"results_shown": ResultsShown.AFTER_CLOSING, "open_at": NOON - timedelta(days=9)} | fields
    return make_survey("shown", document=ASKED, close_at=NOON - timedelta(days=1), **fields)


def said(option, **more):
    return {"qlive": {"chosen": [option]}, **more}


def populate(survey):
    """Thirty alike, twelve otherwise, and one who could be recognised by every answer."""
    calm = {"qwhy": {"chosen": ["qcalm"]}}
    usual = {"qscale": 4, "qage": 35, "qday": "2026-03-10", "qtext": "Tavallinen teksti"}
    crowd(survey, 30, said("qhere", **usual), where=(24.95, 60.18), follow_ups=calm)
    crowd(survey, 12, said("qthere", **usual | {"qscale": 2}), where=(24.95, 60.18), follow_ups=calm)
    rare = {"qscale": 1, "qage": 97, "qday": "1951-02-03", "qtext": "Harvinainen teksti"}
    crowd(
        survey,
        1,
        said("qrareplace", **rare),
        where=(24.9123, 60.1234),
        follow_ups={"qwhy": {"chosen": ["qrarereason"]}},
    )


def page(client, survey, query=""):
    response = client.get(f"/fi/surveys/{survey.slug}/results/{query}")
    assert response.status_code == 200
    return response


def table_of(response, title):
    """{row: cells} of the chart with this title."""
    [figure] = [
        each for each in soup(response).select("figure.chart") if each.select_one(".chart__title").text == title
    ]
    rows = figure.select("tbody tr")
    return {row.th.text: [cell.text for cell in row.select("td")] for row in rows}


RIGHTS = [
    # results_shown, days since closing, has answered, seen by the public
    ("never", 1, True, False),
    ("never", -1, True, False),
    ("after_answering", -1, False, False),
    ("after_answering", -1, True, True),
    ("after_answering", 1, False, True),
    ("after_closing", -1, True, False),
    ("after_closing", 1, False, True),
]


@pytest.mark.parametrize(("shown", "days", "answered", "seen"), RIGHTS)
def test_results_are_seen_as_the_planner_decided(client, shown, days, answered, seen):
    survey = make_survey(document=ASKED, results_shown=shown, close_at=NOON + timedelta(days=1))
    _response, code = answer_with_code(survey)
    crowd(survey, 6, said("qhere"))
    survey.close_at = NOON - timedelta(days=days)
    survey.save()
    way = f"answer/{code}/" if answered else ""
    address = f"/fi/surveys/{survey.slug}/{way}results/"
    map_way = f"answer/{code}/" if answered else ""
    assert client.get(address).status_code == (200 if seen else 403)
    assert client.get(f"{address}pdf/").status_code == (200 if seen else 404)
    assert client.get(f"/map/surveys/{survey.slug}/{map_way}qplace/results.json?{VIEW}").status_code == (
        200 if seen else 404
    )


def answer_with_code(survey):
    version = current_version(survey)
    version.survey = survey
    user = AnonymousUser()
    response, code = begin_response(version=version, user=user, language="fi", now=NOON)
    step = version.document.steps[0]
    response = save_step(response=response, step=step, answers=said("qhere"), user=user, now=NOON)
    return submit_response(response=response, user=user, now=NOON), code


@pytest.mark.parametrize("address", ["/fi/surveys/shown/answer/ABCD-EFGH-JKMN/results/", "/fi/surveys/gone/results/"])
def test_wrong_code_or_survey_is_not_found(client, address):
    closed_survey(results_shown="after_answering")
    assert client.get(address).status_code == 404


def test_code_of_another_survey_is_not_found(client):
    other = make_survey(document=ASKED, results_shown="after_answering")
    _response, code = answer_with_code(other)
    closed_survey()
    assert client.get(f"/fi/surveys/shown/answer/{code}/results/").status_code == 404


def test_unfinished_answer_shows_nothing(client):
    survey = make_survey(document=ASKED, results_shown="after_answering")
    _response, code = begin_response(version=current_version(survey), user=AnonymousUser(), language="fi", now=NOON)
    assert client.get(f"/fi/surveys/{survey.slug}/answer/{code}/results/").status_code == 404


def test_draft_is_seen_by_nobody_outside(client):
    closed_survey(live=False)
    assert client.get("/fi/surveys/shown/results/").status_code == 404


def test_small_numbers_and_their_companions_are_hidden(client):
    survey = closed_survey()
    populate(survey)
    table = table_of(page(client, survey), "Kysymys qlive")
    assert next(cells[0] for cells in table.values()) == "30"
    assert len({*table["There"], *table["Rareplace"]}) == 1


def words_of_all(client, survey):
    """Everything that the public gets of these results, as text: pages in three languages, maps, PDFs."""
    addresses = [f"/{code}/surveys/{survey.slug}/results/" for code in ("fi", "sv", "ru")]
    addresses += [f"/map/surveys/{survey.slug}/qplace/results.json?{VIEW}"]
    addresses += [f"{addresses[0]}?group=qlive:q{option}" for option in ("here", "there", "rareplace")]
    for address in addresses:
        markup = BeautifulSoup(client.get(address).content.decode(), "html.parser")
        for picture in markup.select("svg"):
            picture.decompose()  # lengths; their numbers are in the tables
        yield address, str(markup)
    pdf = client.get(f"/sv/surveys/{survey.slug}/results/pdf/").content
    yield "pdf", "\n".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages)


def test_rare_answers_are_in_no_public_output(client):
    survey = closed_survey()
    populate(survey)
    for address, text in words_of_all(client, survey):
        for rare in ("97", "1951", "Harvinainen", "24.91", "60.12", "qsecret", "Tavallinen teksti"):
            assert rare not in text, (address, rare)
        assert not re.search(r"(?<![\d.,])1 (person|people|vastaaja)", text), address


def test_public_map_has_only_hexagons_of_enough_people(client):
    survey = closed_survey()
    populate(survey)
    answer = client.get(f"/map/surveys/shown/qplace/results.json?{VIEW}").json()
    assert [people for _lon, _lat, people in answer["cells"]] == [42]
    assert sorted(answer) == ["breaks", "cells", "colours", "edge", "legend"]


def test_many_places_of_one_person_are_still_one_person(client):
    survey = closed_survey()
    [response] = crowd(survey, 1, said("qhere"))
    places = [Feature(response=response, survey=survey, question="qplace", number=n, geometry=HERE) for n in range(9)]
    Feature.objects.bulk_create(places)
    assert client.get(f"/map/surveys/shown/qplace/results.json?{VIEW}").json()["cells"] == []


def test_zoom_does_not_change_the_public_s_hexagons(client):
    survey = closed_survey()
    populate(survey)
    found = [
        client.get(f"/map/surveys/shown/qplace/results.json?bbox=24.94,60.17,24.96,60.19&zoom={zoom}").json()
        for zoom in (11, 19)
    ]
    assert found[0] == found[1]
    assert found[0]["cells"]


def test_hexagons_are_never_below_what_places_are_coarsened_to(client):
    coarse = document(question("point", "qplace", coarsen=5000))
    survey = make_survey("coarse", document=coarse, results_shown="after_closing", close_at=NOON - timedelta(days=1))
    crowd(survey, 6, {}, where=(24.95, 60.18))
    assert client.get(f"/map/surveys/coarse/qplace/results.json?{VIEW}").json()["edge"] == 5000


def test_places_of_staff_are_not_the_public_s(client):
    survey = closed_survey()
    populate(survey)
    for name in ("places", "heat"):
        assert client.get(f"/map/surveys/shown/qplace/{name}.json?{VIEW}").status_code == 404


@pytest.mark.parametrize("query", ["", "bbox=1,2,3", "bbox=24.9,60.1,25.0,60.2,7"])
def test_map_that_asks_for_no_box_is_refused(client, query):
    closed_survey()
    response = client.get(f"/map/surveys/shown/qplace/results.json?{query}")
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "bad_request"


@pytest.mark.parametrize("key", ["qlive", "qgone", "qsecret"])
def test_map_of_what_is_no_map_question_is_not_found(client, key):
    closed_survey()
    assert client.get(f"/map/surveys/shown/{key}/results.json?{VIEW}").status_code == 404


def test_follow_ups_are_told_in_people(client):
    survey = closed_survey()
    populate(survey)
    crowd(survey, 12, said("qhere"), where=(24.95, 60.18), follow_ups={"qwhy": {"chosen": ["qview"]}})
    for response in survey.responses.all():
        Feature.objects.bulk_create(
            Feature(response=response, survey=survey, question="qplace", number=2, geometry=HERE, answers=place.answers)
            for place in response.features.all()
        )
    assert table_of(page(client, survey), "Kysymys qwhy")["Calm"][0] == "42"


def test_hidden_place_is_in_no_result(client):
    survey = closed_survey()
    populate(survey)
    survey.features.update(state="hidden")
    assert client.get(f"/map/surveys/shown/qplace/results.json?{VIEW}").json()["cells"] == []


def test_too_few_responses_show_nothing_but_that(client):
    survey = closed_survey()
    crowd(survey, 4, said("qhere"))
    response = page(client, survey)
    assert not soup(response).select("figure")
    assert client.get("/fi/surveys/shown/results/pdf/").status_code == 404


def test_answers_to_a_version_that_announced_nothing_stay_out(client):
    survey = make_survey("shown", document=ASKED, results_shown="never")
    crowd(survey, 9, said("qthere"))
    survey.results_shown = "after_closing"
    survey.save_revision().publish()
    survey.refresh_from_db()
    crowd(survey, 20, said("qhere"))
    survey.close_at = NOON - timedelta(days=1)
    survey.save()
    assert soup(page(client, survey)).select_one(".results-total__number").text == "20"


def test_group_is_shown_with_all_groups_hidden_together(client):
    survey = closed_survey()
    crowd(survey, 30, said("qhere", qscale=4))
    crowd(survey, 20, said("qthere", qscale=4))
    crowd(survey, 8, said("qthere", qscale=1))
    crowd(survey, 6, said("qhere", qscale=1))
    response = page(client, survey, "?group=qlive:qhere")
    table = table_of(response, "Kysymys qscale")
    # Six said 1, but zeros beside it would tell that: the next smallest goes with them.
    assert {point: cells[0] for point, cells in table.items() if cells[0].isdecimal()} == {"4": "30"}
    assert not soup(response).select("[data-map]")


def test_group_that_leaves_few_people_is_refused_with_a_reason(client):
    survey = closed_survey()
    populate(survey)
    page_ = soup(page(client, survey, "?group=qlive:qrareplace"))
    assert page_.select_one("[role=status].results-note")
    assert [option["value"] for option in page_.select("#group option")] == ["", "qlive:qhere"]


@pytest.mark.parametrize("group", ["qsecret:x", "qtext:x", "nonsense", "qlive:", ":"])
def test_groups_by_other_questions_are_refused(client, group):
    survey = closed_survey()
    populate(survey)
    assert soup(page(client, survey, f"?group={group}")).select_one("[role=status].results-note")


def test_filters_of_staff_do_nothing_here(client):
    survey = closed_survey()
    populate(survey)
    plain, filtered = page(client, survey), page(client, survey, "?a=qlive:qrareplace&language=sv&area={}")
    assert soup(plain).select_one("#part") == soup(filtered).select_one("#part")


def test_channels_are_told_by_kind_without_the_city_s_names(client):
    survey = closed_survey()
    crowd(survey, 20, said("qhere"))
    crowd(survey, 10, said("qhere"), channel=make_channel(survey, "code", name="Salainen postitus"))
    response = page(client, survey)
    assert "Salainen postitus" not in response.content.decode()
    [figure] = soup(response).select(".results-overview figure")
    assert [row.td.text for row in figure.select("tbody tr")] == ["20", "10"]


def test_page_has_no_inline_script_or_style(client):
    survey = closed_survey()
    populate(survey)
    page_ = soup(page(client, survey))
    assert not page_.select("[style], style")
    assert all(script.get("src") or script["type"] == "application/json" for script in page_.select("script"))


def test_page_may_be_kept_only_if_asked_about(client):
    survey = closed_survey()
    populate(survey)
    assert "no-cache" in page(client, survey).headers["Cache-Control"]


def test_queries_do_not_grow_with_answers(client, django_assert_max_num_queries):
    survey = closed_survey()
    populate(survey)
    page(client, survey)
    with django_assert_max_num_queries(24):
        page(client, survey)
    crowd(survey, 200, said("qhere", qscale=3), where=(24.95, 60.18))
    with django_assert_max_num_queries(24):
        page(client, survey)


def test_poll_shows_its_charts_in_a_hearing():
    survey = closed_survey()
    populate(survey)
    told = BeautifulSoup(poll_results(survey, make_user(), NOON), "html.parser")
    assert next(title.text for title in told.select(".chart__title")) == "Kysymys qlive"
    assert not told.select("[data-map]")


def test_poll_shows_nothing_before_its_time():
    survey = make_survey(document=ASKED, results_shown="after_closing")
    crowd(survey, 20, said("qhere"))
    assert poll_results(survey, make_user(), NOON) == ""
