"""Menus, and the way to the same page in another language."""

import pytest
from django.core.management import call_command
from django.test import RequestFactory
from django.utils import translation

from cms.models import HomePage, InfoPage
from cms.navigation import language_links, navigation
from tests.reading import soup

pytestmark = pytest.mark.django_db

CODES = ["fi", "sv", "en", "fi-simple", "ru"]


@pytest.mark.parametrize("language", CODES)
def test_links_lead_to_same_page_with_same_query(language):
    with translation.override(language):
        links = language_links(RequestFactory().get(f"/{language}/hearings/?q=a&page=2"))
    assert [link["url"] for link in links] == [f"/{code}/hearings/?q=a&page=2" for code in CODES]
    assert [link["code"] for link in links if link["current"]] == [language]


def test_languages_have_their_own_names():
    names = [link["name"] for link in language_links(RequestFactory().get("/fi/"))]
    assert names == ["Suomi", "Svenska", "English", "Selkosuomi", "Русский"]


def test_address_outside_languages_leads_to_front_pages():
    links = language_links(RequestFactory().get("/healthz"))
    assert [link["url"] for link in links] == [f"/{code}/" for code in CODES]


def test_named_addresses_win():
    links = language_links(RequestFactory().get("/fi/tietoa/"), {"sv": "/sv/information/"})
    assert links[1]["url"] == "/sv/information/"


def test_admin_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert set(navigation(RequestFactory().get("/admin/"))) == {"site_name", "city_name", "demo"}


@pytest.mark.parametrize("language", CODES)
def test_menu_has_surveys_hearings_open_data_and_pages_of_readers_language(client, site, language):
    page = soup(client.get(f"/{language}/hearings/"))
    menu = page.select(".main-menu a")
    assert [link["href"] for link in menu][:3] == [
        f"/{language}/surveys/",
        f"/{language}/hearings/",
        f"/{language}/open-data/",
    ]
    assert [link["href"] for link in menu if link.get("aria-current")] == [f"/{language}/hearings/"]
    assert all(link["href"].startswith(f"/{language}/") for link in menu)


def test_unpublished_page_is_in_no_menu(client, site):
    titles = list(InfoPage.objects.filter(locale__language_code="fi").values_list("title", flat=True))
    for page in InfoPage.objects.all():
        page.unpublish()
    shown = client.get("/fi/").content.decode()
    assert titles
    assert [title for title in titles if f">{title}</a>" in shown] == []


def test_site_is_made_once(site):
    before = set(HomePage.objects.values_list("pk", flat=True)), InfoPage.objects.count()
    call_command("create_site")
    assert (set(HomePage.objects.values_list("pk", flat=True)), InfoPage.objects.count()) == before
    assert len(before[0]) == len(CODES)
