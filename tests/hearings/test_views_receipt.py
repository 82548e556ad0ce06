"""The receipt page: coming back to a comment with its code."""

import pytest
from django.contrib.auth.models import AnonymousUser

from cms.choices import HiddenReason
from hearings.commenting import leave_comment, withdraw_comment
from hearings.models import Comment
from hearings.moderating import hide_comment
from tests.factories import NOON, WEEK, make_user
from tests.reading import faults, given_back, soup, told, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def left(hearing):
    """A comment and its code."""
    return leave_comment(
        section=hearing.sections.first(),
        user=AnonymousUser(),
        text="Lisää puita.",
        author_name="Aino",
        place_text="Rannalla",
        language="fi",
        form_key="a" * 32,
    )


@pytest.fixture
def address(left):
    return f"/fi/receipts/{left[1]}/"


def change(client, address, **words):
    return client.post(address, {"text": "Vielä.", "author_name": "A", "place_text": "Siellä", "change": "yes"} | words)


def test_receipt_shows_comment_and_code(client, left, address):
    response = client.get(f"{address}?sent=1")
    assert response.status_code == 200
    shown = words(response)
    for part in (left[1], "Lisää puita.", told("fi", "Thank you for your comment")):
        assert part in shown
    assert response.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert soup(response).select_one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.parametrize("change_code", [str.lower, lambda code: code.replace("-", ""), lambda code: f"{code} "])
def test_code_works_in_any_writing(client, left, change_code):
    written = change_code(left[1])
    assert client.get(f"/fi/receipts/{written}/").status_code == 200
    found = client.get("/fi/receipts/", {"code": written})
    assert (found.status_code, found["Location"]) == (302, f"/fi/receipts/{left[1]}/")


@pytest.mark.parametrize("code", ["ABCD-ABCD-ABCD", "x", "€", "%00", "x" * 500, "..", "<script>"])
def test_unknown_code_is_told_in_readers_language(client, left, code):
    response = client.get(f"/ru/receipts/{code}/")
    assert response.status_code == 404
    assert b"<script>" not in response.content
    assert soup(response).html["lang"] == "ru"


def test_unknown_code_is_given_back(client, left):
    response = client.get("/ru/receipts/", {"code": "ABCD-ABCD-ABCD"})
    assert response.status_code == 404
    assert faults(response) == [told("ru", "No comment has this code. Check each letter.")]
    assert given_back(response, "code") == "ABCD-ABCD-ABCD"


@pytest.mark.parametrize("code", ["", "   ", "a\0b", "x" * 100, "a/b"])
def test_search_for_code_that_cannot_be_shows_form_again(client, left, code):
    response = client.get("/fi/receipts/", {"code": code})
    assert response.status_code in (200, 404)
    assert len(faults(response)) == 1


def test_author_changes_words(client, left, address):
    response = change(client, address)
    assert (response.status_code, response["Location"]) == (302, f"{address}?changed=1")
    stored = Comment.objects.get()
    assert (stored.text, stored.author_name, stored.place_text) == ("Vielä.", "A", "Siellä")
    assert stored.edited_at == NOON


@pytest.mark.parametrize("text", [" ", "puu\0", "x" * 10_001])
def test_bad_change_is_told_and_given_back(client, left, address, text):
    response = change(client, address, text=text, place_text="")
    assert response.status_code == 422
    assert len(faults(response)) == 1
    assert given_back(response, "author_name") == "A"
    assert given_back(response, "text").replace("\0", "").replace("\ufffd", "") == text.replace("\0", "")
    assert Comment.objects.get().text == "Lisää puita."


def test_author_withdraws_and_text_is_gone_from_pages(client, hearing, left, address):
    assert client.post(address, {"withdraw": "yes"}).status_code == 302
    assert Comment.objects.get().state == "withdrawn"
    shown = client.get(address)
    assert shown.status_code == 200
    assert not soup(shown).select_one("form[method=post]")
    for page in (f"/fi/hearings/{hearing.slug}/", f"/fi/hearings/{hearing.slug}/comments/"):
        assert "Lisää puita." not in client.get(page).content.decode()


def test_after_closing_nothing_changes(client, clock, left, address):
    clock.move_to(NOON + 2 * WEEK)
    assert client.get(address).status_code == 200
    response = change(client, address)
    assert response.status_code == 422
    assert not soup(client.get(address)).select_one("form[method=post]")
    assert client.post(address, {"withdraw": "yes"}).status_code == 422
    assert list(Comment.objects.values_list("text", "state")) == [("Lisää puita.", "visible")]


def test_refused_change_gives_words_back(client, clock, left, address):
    clock.move_to(NOON + 2 * WEEK)
    response = change(client, address, text="Tätä en halua kirjoittaa uudestaan.")
    assert "Tätä en halua kirjoittaa uudestaan." in response.content.decode()
    assert told("fi", "Nothing was changed: the hearing has ended, or the comment is no longer shown.") in words(
        response
    )


def test_hidden_comment_is_not_changed_and_its_text_not_shown(client, hearing, left, address):
    moderator = make_user(role="moderator", organisation=hearing.organisation)
    hide_comment(comment=left[0], by=moderator, reason=HiddenReason.OFF_TOPIC, note="sisäinen")
    response = client.get(address)
    assert response.status_code == 200
    assert str(HiddenReason.OFF_TOPIC.label) in words(response)
    for secret in ("Lisää puita.", "Rannalla", "Aino", "sisäinen"):
        assert secret not in response.content.decode()
    assert change(client, address).status_code == 422
    assert client.post(address, {"withdraw": "yes"}).status_code == 422
    assert list(Comment.objects.values_list("text", "state")) == [("Lisää puita.", "hidden")]


def test_withdrawn_comment_stays_so(client, left, address):
    withdraw_comment(comment=left[0])
    assert change(client, address).status_code == 422
    assert list(Comment.objects.values_list("text", "state")) == [("Lisää puita.", "withdrawn")]


def test_code_in_another_language_shows_same_comment(client, left):
    assert "Lisää puita." in words(client.get(f"/ru/receipts/{left[1]}/"))


@pytest.mark.parametrize("between", ["-", "/", "", " ", "…"])
def test_code_is_found_however_it_is_written(client, left, between):
    _comment, code = left
    response = client.get("/fi/receipts/", {"code": code.lower().replace("-", between)})
    assert (response.status_code, response["Location"]) == (302, f"/fi/receipts/{code}/")
