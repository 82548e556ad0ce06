"""Moderators in the admin: comments of their own organisation, hidden with a reason and restored."""

import pytest
from django.urls import reverse

from hearings.models import Comment
from tests.factories import make_comment, make_hearing, make_organisation, make_user
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

INDEX = "/admin/comments/"


@pytest.fixture
def comment(hearing):
    return make_comment(hearing.sections.first(), text="kanarialintu <b>x</b>")


def sign_in(client, organisation, role="moderator"):
    user = make_user(role=role, organisation=organisation)
    client.force_login(user)
    return user


def test_moderator_hides_with_reason_and_restores(client, hearing, comment):
    user = sign_in(client, hearing.organisation)
    assert b"<b>x</b>" not in client.get(comment.moderate_url).content
    response = client.post(comment.moderate_url, {"reason": "personal_data", "note": "osoite"})
    assert (response.status_code, response["Location"]) == (302, INDEX)
    stored = Comment.objects.get()
    assert (stored.state, stored.hidden_reason, stored.moderation_note) == ("hidden", "personal_data", "osoite")
    assert stored.moderated_by == user
    page = soup(client.get(comment.moderate_url))
    assert "osoite" in page.get_text()
    assert client.post(comment.moderate_url, {"restore": "1"}).status_code == 302
    assert Comment.objects.get().state == "visible"


@pytest.mark.parametrize("reason", ["", "nonsense", "\0"])
def test_hiding_takes_a_reason_of_the_list(client, hearing, comment, reason):
    sign_in(client, hearing.organisation)
    response = client.post(comment.moderate_url, {"reason": reason, "note": "säilyy"})
    assert response.status_code == 422
    assert soup(response).select_one("[name=note]").get_text(strip=True) == "säilyy"
    assert Comment.objects.get().state == "visible"


@pytest.mark.parametrize("note", ["puu\0", "x" * 3000])
def test_note_that_cannot_be_kept_is_no_server_error(client, hearing, comment, note):
    sign_in(client, hearing.organisation)
    assert client.post(comment.moderate_url, {"reason": "spam", "note": note}).status_code == 422
    Comment.objects.update(state="hidden")
    assert client.post(comment.moderate_url, {"restore": "1", "note": note}).status_code in (302, 422)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", ["viewer", "editor", "publisher", None])
def test_other_roles_do_not_moderate(client, hearing, comment, role, method):
    sign_in(client, hearing.organisation, role)
    assert getattr(client, method)(comment.moderate_url, {"reason": "spam"}).status_code in (302, 403, 404)
    assert Comment.objects.get().state == "visible"


@pytest.mark.parametrize("method", ["get", "post"])
def test_comment_of_another_organisation_is_not_there(client, comment, method):
    sign_in(client, make_organisation())
    assert getattr(client, method)(comment.moderate_url, {"reason": "spam"}).status_code == 404
    assert Comment.objects.get().state == "visible"


def test_stranger_is_sent_to_sign_in(client, comment):
    assert client.get(comment.moderate_url)["Location"].startswith("/admin/login/")
    assert client.post(comment.moderate_url, {"reason": "spam"})["Location"].startswith("/admin/login/")
    assert Comment.objects.get().state == "visible"


def test_index_lists_own_comments_hidden_ones_too(client, hearing, comment):
    hidden = make_comment(hearing.sections.first(), text="piilotettu", state="hidden")
    foreign = make_comment(make_hearing().sections.first(), text="vieras")
    sign_in(client, hearing.organisation)
    for address in (INDEX, reverse("comments:index_results")):
        page = client.get(address).content.decode()
        assert [each.moderate_url in page for each in (comment, hidden, foreign)] == [True, True, False]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?state=hidden", ["hidden"]),
        ("?q=kanaria", ["shown"]),
        ("?q=zzz", []),
        ("?state=nonsense", ["hidden", "shown"]),
    ],
)
def test_index_is_narrowed_by_state_and_words(client, hearing, comment, query, found):
    comments = {"shown": comment, "hidden": make_comment(hearing.sections.first(), state="hidden")}
    sign_in(client, hearing.organisation)
    page = client.get(INDEX + query).content.decode()
    assert sorted(name for name, each in comments.items() if each.moderate_url in page) == found


@pytest.mark.parametrize("query", ["?q=%00", "?hearing=nonsense", "?hearing=%00", "?p=abc", "?ordering=%00"])
def test_rubbish_in_address_of_index_is_no_server_error(client, hearing, comment, query):
    sign_in(client, hearing.organisation)
    assert client.get(INDEX + query).status_code in (200, 404)


def test_filter_offers_own_hearings_alone(client, hearing, comment):
    foreign = make_hearing()
    make_comment(foreign.sections.first())
    sign_in(client, hearing.organisation)
    page = client.get(INDEX).content.decode()
    assert str(hearing.pk) in page
    assert str(foreign.pk) not in page


def test_comments_cannot_be_written_or_deleted_in_admin(client, hearing, comment):
    sign_in(client, hearing.organisation)
    for address in (f"{INDEX}new/", f"{INDEX}{comment.pk}/delete/", f"{INDEX}edit/{comment.pk}/"):
        assert client.get(address).status_code == 404


def test_menu_shows_comments_to_moderators_alone(client, hearing):
    for role, shown in (("moderator", True), ("editor", False)):
        sign_in(client, hearing.organisation, role)
        assert (INDEX in client.get("/admin/").content.decode()) == shown
