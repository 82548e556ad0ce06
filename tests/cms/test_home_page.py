"""The front page and the information pages of each language."""

from datetime import timedelta

import pytest

from cms.models import InfoPage
from tests.factories import NOON, WEEK, draft_of, make_hearing, make_user
from tests.reading import soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "site")]

CODES = ["fi", "sv", "en", "fi-simple", "ru"]


@pytest.mark.parametrize("language", CODES)
def test_front_page_is_in_its_language(client, language):
    response = client.get(f"/{language}/")
    assert response.status_code == 200
    page = soup(response)
    assert page.html["lang"] == language
    assert len(page.select("h1")) == 1
    assert not response.cookies


def test_front_page_shows_what_is_open_and_until_when(client):
    hearing = make_hearing(close_at=NOON + timedelta(days=2))
    make_hearing(live=False, texts={"fi": {"title": "Salainen"}})
    page = soup(client.get("/fi/"))
    link = page.find("a", href=f"/fi/hearings/{hearing.slug}/")
    card = link.find_parent("article") or link.find_parent("li")
    assert card.time["datetime"] == "2026-11-23T12:00:00+02:00"
    assert "Salainen" not in str(page)


def test_front_page_without_hearings_is_whole(client):
    assert client.get("/fi/").status_code == 200


def test_front_page_shows_published_text_of_hearing_with_draft(client, hearing):
    title = str(hearing.text_in("title", "fi"))
    draft_of(hearing, title="Luonnoksen otsikko")
    shown = words(client.get("/fi/"))
    assert "Luonnoksen otsikko" not in shown
    assert title in shown


def test_front_page_follows_clock(client, clock, hearing):
    clock.move_to(NOON - 2 * WEEK)
    upcoming = words(client.get("/en/"))
    clock.move_to(NOON)
    assert words(client.get("/en/")) != upcoming


@pytest.mark.parametrize("language", CODES)
def test_every_information_page_opens_and_leads_to_its_translations(client, language):
    pages = list(InfoPage.objects.live().filter(locale__language_code=language))
    assert pages
    for info in pages:
        page = soup(client.get(info.url))
        assert page.html["lang"] == language
        assert page.h1.get_text(strip=True) == info.title
        links = [link["href"] for link in page.select(".languages a")]
        assert len(set(links)) == len(CODES)
        assert [client.get(link).status_code for link in links] == [200] * len(CODES)


def test_unpublished_page_is_not_there(client):
    info = InfoPage.objects.filter(locale__language_code="fi").first()
    address = info.url
    info.unpublish()
    assert client.get(address).status_code == 404


def test_draft_of_page_does_not_show(client):
    info = InfoPage.objects.filter(locale__language_code="fi").first()
    info.title = "Luonnos sivusta"
    info.save_revision()
    client.force_login(make_user())
    for address in (info.url, "/fi/"):
        assert "Luonnos sivusta" not in client.get(address).content.decode()


@pytest.mark.parametrize("language", CODES)
def test_text_of_page_is_marked_when_in_another_language(client, language):
    hearing = make_hearing()
    page = soup(client.get(f"/{language}/"))
    link = page.find("a", href=f"/{language}/hearings/{hearing.slug}/")
    shown = hearing.translated("title", language)
    marked = link.get("lang") or (link.select_one("[lang]") or {}).get("lang") or link.parent.get("lang")
    assert marked == (shown.language if shown.is_fallback else None)
