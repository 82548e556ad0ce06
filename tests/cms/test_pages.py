"""How pages are cached, which forms are ours, and the addresses of the site itself."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from cms.accounts.models import User
from cms.pages import is_same_origin, public_page
from tests.reading import soup

NOBODY, SOMEBODY = AnonymousUser(), User(username="somebody")


def cache_control(method, user, response=None):
    request = getattr(RequestFactory(), method)("/")
    request.user = user
    view = public_page(lambda request: response or HttpResponse())
    return sorted(view(request).headers["Cache-Control"].split(", "))


@pytest.mark.parametrize(
    ("method", "user", "expected"),
    [
        ("get", NOBODY, ["no-cache", "public"]),
        ("head", NOBODY, ["no-cache", "public"]),
        ("post", NOBODY, ["no-cache", "private"]),
        ("get", SOMEBODY, ["no-cache", "private"]),
    ],
)
def test_page_is_shared_only_where_it_is_the_same_for_all(method, user, expected):
    assert cache_control(method, user) == expected


def test_page_that_says_itself_how_it_is_cached_is_left_alone():
    response = HttpResponse(headers={"Cache-Control": "no-store"})
    assert cache_control("get", NOBODY, response) == ["no-store"]


@pytest.mark.parametrize(
    ("user", "headers", "expected"),
    [
        (NOBODY, {}, True),
        (NOBODY, {"Sec-Fetch-Site": "cross-site"}, True),
        (SOMEBODY, {}, False),
        (SOMEBODY, {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        (SOMEBODY, {"Sec-Fetch-Site": "same-site"}, False),
        (SOMEBODY, {"Sec-Fetch-Site": "same-origin"}, True),
        (SOMEBODY, {"Sec-Fetch-Site": "none"}, True),
        (SOMEBODY, {"Origin": "http://testserver"}, True),
        (SOMEBODY, {"Origin": "https://testserver"}, False),
        (SOMEBODY, {"Origin": "http://testserver.evil.example"}, False),
        (SOMEBODY, {"Origin": "null"}, False),
    ],
)
def test_form_is_ours_when_the_browser_says_so(user, headers, expected):
    request = RequestFactory().post("/", headers=headers)
    request.user = user
    assert is_same_origin(request) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wish", "address"),
    [
        ("sv", "/sv/"),
        ("fi", "/fi/"),
        ("ru,en;q=0.5", "/ru/"),
        ("de", "/fi/"),
        ("", "/fi/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("\0" * 9, "/fi/"),
    ],
)
def test_address_without_language_leads_to_readers_own(client, wish, address):
    response = client.get("/", headers={"Accept-Language": wish})
    assert (response.status_code, response["Location"]) == (302, address)
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


@pytest.mark.django_db
def test_address_of_hearings_without_language_leads_to_readers_own(client):
    response = client.get("/hearings/", headers={"Accept-Language": "sv"})
    assert (response.status_code, response["Location"]) == (302, "/sv/hearings/")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/xx/", "/xx/hearings/", "/nothing/", "/admin/nothing/", "/fi/nothing/", "/de/"])
def test_what_is_not_there_is_not_found(client, site, path):
    response = client.get(path)
    assert response.status_code == (302 if path.startswith("/admin/") else 404)


@pytest.mark.django_db
def test_sign_in_page_can_be_reached(client, site):
    response = client.get("/accounts/login/")
    assert response.status_code == 200
    assert soup(response).select_one("form[method=post] [name=password]")
