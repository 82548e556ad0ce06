"""The list of hearings and its filters, which work by the address alone."""

from datetime import timedelta

import pytest

from tests.factories import NOON, WEEK, make_area, make_hearing, make_label, make_organisation, make_user
from tests.factories.hearings import box
from tests.reading import soup, told, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR = timedelta(hours=1)


def titles(client, query="", language="fi"):
    page = soup(client.get(f"/{language}/hearings/?{query}"))
    return [heading.get_text(strip=True) for heading in page.select(".cards h3")]


def named(title, **fields):
    return make_hearing(texts={"fi": {"title": title, "abstract": f"Kuvaus: {title}."}}, **fields)


def test_open_come_first_then_upcoming_then_ended(client):
    named("Päättynyt", open_at=NOON - 2 * WEEK, close_at=NOON - WEEK)
    named("Juuri päättynyt", close_at=NOON - HOUR)
    named("Myöhemmin", open_at=NOON + WEEK, close_at=NOON + 2 * WEEK)
    named("Pian", open_at=NOON + HOUR, close_at=NOON + 2 * WEEK)
    named("Auki", close_at=NOON + WEEK)
    named("Sulkeutuu", close_at=NOON + HOUR)
    expected = ["Sulkeutuu", "Auki", "Pian", "Myöhemmin", "Juuri päättynyt", "Päättynyt"]
    assert titles(client) == expected
    assert titles(client, "status=open") == expected[:2]
    assert titles(client, "status=upcoming") == expected[2:4]
    assert titles(client, "status=closed") == expected[4:]


def test_filters_narrow_the_list(client):
    traffic, parks = make_label("liikenne", fi="Liikenne"), make_label("puistot", fi="Puistot")
    city = make_organisation("kaupunki", fi="Kaupunki")
    branch = make_organisation("viherala", parent=city, fi="Viherala")
    make_area("etela", (24.90, 60.10, 24.95, 60.18), fi="Etelä")
    street = named("Katu", organisation=city, area=box(24.91, 60.11, 24.92, 60.12))
    park = named("Puisto", organisation=branch, area=box(25.01, 60.21, 25.02, 60.22))
    named("Koko kaupunki", area=None)
    for hearing, label in ((street, traffic), (park, parks)):
        hearing.labels.add(label)
        hearing.save()
    assert sorted(titles(client, "label=liikenne")) == ["Katu"]
    assert sorted(titles(client, "organisation=kaupunki")) == ["Katu", "Puisto"]
    assert sorted(titles(client, "organisation=viherala")) == ["Puisto"]
    assert sorted(titles(client, "area=etela")) == ["Katu", "Koko kaupunki"]
    assert sorted(titles(client, "bbox=25.0,60.2,25.1,60.3")) == ["Puisto"]
    assert sorted(titles(client, "q=kuvaus katu")) == ["Katu"]
    assert sorted(titles(client, "q=kuvaus&organisation=viherala")) == ["Puisto"]


@pytest.mark.parametrize(
    ("search", "found"),
    [("PUISTO", True), ("ranta parken", True), ("%", False), ("_", False), ("zzz", False), ("osa main", True)],
)
def test_search_finds_all_words_in_any_language(client, search, found):
    make_hearing(texts={"fi": {"title": "Rantapuisto"}, "sv": {"title": "Strandparken"}})
    assert bool(titles(client, f"q={search}")) == found


def test_drafts_are_not_listed_even_to_their_planner(client):
    draft = make_hearing(live=False)
    client.force_login(make_user(role="publisher", organisation=draft.organisation))
    assert titles(client) == []


@pytest.mark.parametrize(
    "query",
    [
        "label=nonsense",
        "label=%00",
        "area=nonsense",
        "organisation=%00",
        "status=nonsense",
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=nan,nan,nan,nan",
        "bbox=25,60,24,61",
        "bbox=-1e999,0,1e999,1",
        "bbox=%00",
        "q=%00",
        "q=" + "x" * 300,
        "page=abc",
        "page=9999",
        "page=-1",
        "label=a&label=b",
        "%00=x",
        "q=%ff",
    ],
)
def test_rubbish_in_address_is_told_and_the_rest_works(client, hearing, query):
    response = client.get(f"/fi/hearings/?{query}")
    assert response.status_code == 200
    assert soup(response).select(".cards h3") or "q=" in query or "%00=" in query


def test_choice_that_makes_no_sense_is_told_beside_its_field(client, hearing):
    page = soup(client.get("/ru/hearings/?status=nonsense"))
    field = page.select_one("select[name=status]")
    assert field["aria-invalid"] == "true"
    assert page.find(id=field["aria-describedby"].split()[-1]).get_text(strip=True)


def test_list_is_paged_and_keeps_its_filters(client):
    for number in range(23):
        named(f"Kuuleminen {number}", close_at=NOON + timedelta(hours=number + 1))
    response = client.get("/fi/hearings/?status=open&page=2")
    assert len(soup(response).select(".cards h3")) == 3
    assert soup(response).select_one("a[rel=prev]")["href"] == "?status=open&page=1"
    assert len(titles(client)) == 20


def test_nothing_found_is_said_in_words(client, hearing):
    assert told("sv", "No hearing matches your choices") in words(client.get("/sv/hearings/?q=zzz"))


def test_title_without_translation_says_its_language(client, hearing):
    heading = soup(client.get("/ru/hearings/")).select_one(".cards h3")
    assert heading.select_one("[lang=fi]") or heading.get("lang") == "fi"


def test_page_is_asked_about_each_time_and_unchanged_page_is_not_sent_again(client, hearing):
    response = client.get("/fi/hearings/")
    assert sorted(response.headers["Cache-Control"].split(", ")) == ["no-cache", "public"]
    again = client.get("/fi/hearings/", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    hearing.unpublish()
    assert client.get("/fi/hearings/", headers={"If-None-Match": response.headers["ETag"]}).status_code == 200


def test_page_of_signed_in_person_is_private(client, hearing):
    client.force_login(make_user())
    cache_control = client.get("/fi/hearings/").headers["Cache-Control"]
    assert sorted(cache_control.split(", ")) == ["no-cache", "private"]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_list_is_read_only(client, method):
    assert getattr(client, method)("/fi/hearings/").status_code == 405
