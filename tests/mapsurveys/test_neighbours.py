"""Respondents and each other's places: who sees, agrees and says something, and what moderators hide."""

import uuid

import pytest
from django.contrib.gis.geos import Point
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.receipts import hash_code
from mapsurveys.kinds.marking import Mark
from mapsurveys.models import Agreement, Feature, Remark, Response
from mapsurveys.moderating import hide_place, hide_remark, restore_place
from mapsurveys.neighbours import (
    TakingPartRefused,
    agree,
    leave_remark,
    neighbour_places,
    take_back_agreement,
    take_back_remark,
    with_figures,
)
from tests.factories import NOON, WEEK, make_area, make_organisation, make_user
from tests.factories.surveys import SHORT, make_response, make_survey
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

CODE = "K7QX-3M9P-WT4R"


def a_place(lon=24.94, lat=60.18, why="Rauhallinen kanarialintu"):
    return [Mark(key="a", geometry=Point(lon, lat, srid=4326), answers={"qwhy": why})]


@pytest.fixture
def survey():
    return make_survey(neighbours="discussed")


@pytest.fixture
def theirs(survey) -> Feature:
    response = make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place()})
    return response.features.get()


@pytest.fixture
def mine(survey) -> Response:
    """A response that was sent, whose holder's code is CODE."""
    response = make_response(survey)
    Response.objects.filter(pk=response.pk).update(receipt_hash=hash_code(CODE))
    response.refresh_from_db()
    return response


def address(survey, *key):
    return reverse("mapsurveys:neighbour" if key else "mapsurveys:neighbours", args=[survey.slug, CODE, *key])


def test_places_are_seen_with_what_was_said_of_them(client, survey, theirs, mine):
    page = soup(client.get(address(survey)))
    assert [item.get_text(strip=True) for item in page.select(".neighbour dd")] == ["Rauhallinen kanarialintu"]


@pytest.mark.parametrize("shown", ["hidden", "seen", "agreed", "discussed"])
def test_what_may_be_done_is_what_the_planner_allows(client, shown):
    survey = make_survey(neighbours=shown)
    place = make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place()}).features.get()
    mine = make_response(survey)
    Response.objects.filter(pk=mine.pk).update(receipt_hash=hash_code(CODE))
    response = client.get(address(survey, place.pk))
    if shown == "hidden":
        assert response.status_code == 404
        return
    page = soup(response)
    assert bool(page.select("[name=agree]")) == (shown in ("agreed", "discussed"))
    assert bool(page.select("[name=text]")) == (shown == "discussed")


def test_nobody_sees_places_before_sending_their_own(client, survey, theirs):
    unfinished = make_response(survey, submitted=False)
    Response.objects.filter(pk=unfinished.pk).update(receipt_hash=hash_code(CODE))
    assert client.get(address(survey)).status_code == 404
    assert client.post(address(survey, theirs.pk), {"agree": "1"}).status_code == 404


def test_unfinished_test_and_hidden_places_are_not_shown(survey, theirs, mine):
    make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place()}, submitted=False)
    make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place()}, is_test=True)
    assert list(neighbour_places(survey)) == [theirs]
    moderator = make_user(role="moderator", organisation=survey.organisation)
    hide_place(place=theirs, by=moderator, reason="offensive")
    assert not neighbour_places(survey).exists()
    restore_place(place=theirs, by=moderator)
    assert list(neighbour_places(survey)) == [theirs]


def test_places_of_answers_that_were_not_told_of_it_are_not_shown():
    survey = make_survey()
    make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place()})
    survey.neighbours = "seen"
    survey.save_revision().publish()
    survey.refresh_from_db()
    assert not neighbour_places(survey).exists()
    make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place()})
    assert neighbour_places(survey).count() == 1


def test_places_published_only_coarsened_are_never_shown(mine):
    document = {"steps": [SHORT["steps"][0], {**SHORT["steps"][1]}]}
    homes = {**document["steps"][1]["questions"][0], "coarsen": 250}
    document["steps"][1]["questions"] = [homes]
    survey = make_survey(neighbours="seen", document=document)
    make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place()})
    assert not neighbour_places(survey).exists()


def test_agreeing_twice_counts_once_and_can_be_taken_back(client, survey, theirs, mine):
    for _again in range(2):
        assert client.post(address(survey, theirs.pk), {"agree": "1"}).status_code == 302
    counted = with_figures(neighbour_places(survey), mine).get()
    assert (counted.agreement_count, counted.is_agreed) == (1, True)
    client.post(address(survey, theirs.pk), {"disagree": "1", "list": "1"})
    assert not Agreement.objects.exists()


def test_nobody_agrees_with_their_own_place(survey, theirs):
    with pytest.raises(TakingPartRefused):
        agree(place=theirs, response=theirs.response)


@pytest.mark.parametrize("when", [-2 * WEEK, 2 * WEEK])
def test_taking_part_ends_with_the_survey(clock, survey, theirs, mine, when):
    for verb in (agree, take_back_agreement):
        with pytest.raises(TakingPartRefused):
            verb(place=theirs, response=mine, now=NOON + when)
    with pytest.raises(TakingPartRefused):
        leave_remark(place=theirs, response=mine, text="Hei", language="fi", now=NOON + when)


def test_remark_is_read_by_others_and_the_same_form_makes_one(client, survey, theirs, mine):
    sent = {"text": "Olen <b>samaa</b> mieltä", "form_key": "abc"}
    for _again in range(2):
        assert client.post(address(survey, theirs.pk), sent).status_code == 302
    assert Remark.objects.get().text == sent["text"]
    page = client.get(address(survey, theirs.pk)).content.decode()
    assert "Olen &lt;b&gt;samaa&lt;/b&gt; mieltä" in page


def test_blank_remark_is_refused_with_words(client, survey, theirs, mine):
    response = client.post(address(survey, theirs.pk), {"text": "  "})
    assert response.status_code == 422
    assert not Remark.objects.exists()


def test_hidden_remark_leaves_its_reason_alone(client, survey, theirs, mine):
    remark = leave_remark(place=theirs, response=mine, text="salasana", language="fi")
    moderator = make_user(role="moderator", organisation=survey.organisation)
    hide_remark(remark=remark, by=moderator, reason="spam", note="sisäinen")
    page = client.get(address(survey, theirs.pk)).content.decode()
    assert "salasana" not in page
    assert "sisäinen" not in page
    assert remark.__class__.objects.get().text == "salasana"
    with pytest.raises(TakingPartRefused):
        take_back_remark(remark=Remark.objects.get(), response=mine)


def test_own_remark_can_be_taken_back_and_anothers_cannot(client, survey, theirs, mine):
    own = leave_remark(place=theirs, response=mine, text="Oma", language="fi")
    others = leave_remark(place=theirs, response=theirs.response, text="Toisen", language="fi")
    for remark, status in ((own, 302), (others, 404)):
        assert client.post(address(survey, theirs.pk), {"take_back": str(remark.pk)}).status_code == status
    assert [remark.text for remark in Remark.objects.all()] == ["Toisen"]


@pytest.mark.parametrize("number", ["", "x", "0", "9" * 40, "\0"])
def test_rubbish_instead_of_a_remark_is_no_server_error(client, survey, theirs, mine, number):
    assert client.post(address(survey, theirs.pk), {"take_back": number}).status_code == 404


def test_place_of_another_survey_is_not_there(client, survey, mine):
    other = make_survey(neighbours="seen")
    place = make_response(other, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place()}).features.get()
    assert client.get(address(survey, place.pk)).status_code == 404
    assert client.get(address(survey, uuid.uuid4())).status_code == 404


def test_most_agreed_place_comes_first(client, survey, theirs, mine):
    other = make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place(why="Toinen")}).features.get()
    agree(place=other, response=mine)
    page = soup(client.get(address(survey)))
    assert [item.get_text(strip=True) for item in page.select(".neighbour dd")] == [
        "Toinen",
        "Rauhallinen kanarialintu",
    ]


def test_places_are_named_after_the_smallest_part_of_the_city_they_are_in(client, survey, mine):
    make_area("keskusta", (24.9, 60.1, 25, 60.2))
    make_area("kallio", (24.93, 60.17, 24.95, 60.19), kind="neighbourhood")
    for lon in (24.94, 24.97, 25.2):
        make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place(lon=lon)})
    page = soup(client.get(address(survey)))
    assert sorted(item.get_text(strip=True) for item in page.select(".neighbour__name")) == [
        "Kallio",
        "Keskusta",
        "Piste",
    ]
    box = reverse("mapsurveys:neighbours_in_box", args=[survey.slug, CODE])
    (single,) = client.get(box, {"bbox": "24.96,60.179,24.98,60.181", "zoom": "18"}).json()["features"]
    assert single["properties"]["excerpt"] == "Keskusta; Rauhallinen kanarialintu"


def test_list_costs_the_same_however_many_places(client, survey, mine):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(address(survey)).status_code == 200
        return len(captured)

    make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place()})
    few = queries()
    for number in range(5):
        make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place(lon=24.9 + number / 100)})
    assert queries() == few <= 12


def test_moderators_find_places_and_remarks_of_their_own_organisation(client, survey, theirs, mine):
    remark = leave_remark(place=theirs, response=mine, text="Hei", language="fi")
    own = make_user(role="moderator", organisation=survey.organisation)
    client.force_login(own)
    for name, key in (("survey_places", theirs.pk), ("survey_remarks", remark.pk)):
        assert client.get(reverse(f"{name}:index")).status_code == 200
        assert client.get(reverse(f"{name}:moderate", args=[key])).status_code == 200
    client.force_login(make_user(role="moderator", organisation=make_organisation()))
    for name, key in (("survey_places", theirs.pk), ("survey_remarks", remark.pk)):
        assert client.get(reverse(f"{name}:moderate", args=[key])).status_code == 404


def test_moderator_hides_a_place_in_the_admin(client, survey, theirs):
    client.force_login(make_user(role="moderator", organisation=survey.organisation))
    response = client.post(reverse("survey_places:moderate", args=[theirs.pk]), {"reason": "personal_data"})
    assert response.status_code == 302
    theirs.refresh_from_db()
    assert (theirs.state, theirs.hidden_reason) == ("hidden", "personal_data")


@pytest.mark.parametrize("role", ["viewer", "editor", "publisher", None])
def test_other_roles_do_not_moderate_places(client, survey, theirs, role):
    client.force_login(make_user(role=role, organisation=survey.organisation if role else None))
    response = client.post(reverse("survey_places:moderate", args=[theirs.pk]), {"reason": "spam"})
    assert response.status_code in (302, 403, 404)
    theirs.refresh_from_db()
    assert theirs.state == "visible"


def test_map_gives_clusters_far_out_and_single_places_close_up(client, survey, theirs, mine):
    make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": a_place(lon=24.9401)})
    map_address = reverse("mapsurveys:neighbours_in_box", args=[survey.slug, CODE])
    far = client.get(map_address, {"bbox": "24.8,60.1,25.2,60.3", "zoom": "11"}).json()["features"]
    assert [each["properties"] for each in far] == [{"cluster": True, "count": 2}]
    close = client.get(map_address, {"bbox": "24.939,60.179,24.942,60.181", "zoom": "18"}).json()["features"]
    assert sorted(each["geometry"]["coordinates"] for each in close) == [[24.94, 60.18], [24.9401, 60.18]]
    assert "Rauhallinen kanarialintu" in close[0]["properties"]["excerpt"]


@pytest.mark.parametrize("query", [{}, {"bbox": "x"}, {"bbox": "24,60,25,61", "question": "\0%s'"}])
def test_nonsense_asked_of_the_map_is_no_server_error(client, survey, mine, query):
    address = reverse("mapsurveys:neighbours_in_box", args=[survey.slug, CODE])
    assert client.get(address, query).status_code in (200, 400)
