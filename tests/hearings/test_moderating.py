"""Hiding and restoring: at once, everywhere, logged, and never destroying text."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.choices import HiddenReason
from hearings.models import Comment
from hearings.moderating import hide_comment, restore_comment
from tests.factories import NOON, make_comment, make_organisation, make_user
from tests.reading import soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TEXT, NAME, PLACE, NOTE = "kanarialintu", "Nimi Nimetön", "punaisen talon takana", "soitettu poliisille"
REASONS = [(reason.value, str(reason.label)) for reason in HiddenReason]


@pytest.fixture
def comment(hearing):
    return make_comment(
        hearing.sections.first(), text=TEXT, author_name=NAME, place_text=PLACE, place="POINT(24.95 60.18)"
    )


@pytest.fixture
def moderator(hearing):
    return make_user(role="moderator", organisation=hearing.organisation)


def public_addresses(hearing):
    return [
        "/fi/hearings/",
        f"/fi/hearings/{hearing.slug}/",
        f"/fi/hearings/{hearing.slug}/comments/",
        f"/open-data/comments.csv?hearing={hearing.slug}",
        f"/open-data/comments.geojson?hearing={hearing.slug}",
        "/open-data/comments.csv",
        f"/map/hearings/{hearing.slug}/comments.json?bbox=24.9,60.1,25.0,60.2&zoom=17",
    ]


def content(response) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


def places_that_show(client, hearing, text):
    return [address for address in public_addresses(hearing) if text in content(client.get(address))]


def test_hidden_text_is_gone_at_once_and_comes_back_at_once(client, hearing, comment, moderator):
    shown = places_that_show(client, hearing, TEXT)
    assert shown == public_addresses(hearing)[1:]
    hide_comment(comment=comment, by=moderator, reason=HiddenReason.OFFENSIVE, note=NOTE)
    for secret in (TEXT, NAME, PLACE, NOTE):
        assert places_that_show(client, hearing, secret) == []
    restore_comment(comment=comment, by=moderator, note=NOTE)
    assert places_that_show(client, hearing, TEXT) == shown
    assert places_that_show(client, hearing, NOTE) == []


def test_hiding_keeps_every_word(comment, moderator):
    hide_comment(comment=comment, by=moderator, reason=HiddenReason.SPAM)
    stored = Comment.objects.get()
    assert (stored.text, stored.author_name, stored.place_text) == (TEXT, NAME, PLACE)
    assert stored.geometry


@pytest.mark.parametrize(("reason", "label"), REASONS)
def test_tombstone_tells_category_and_nothing_else(client, hearing, comment, moderator, reason, label):
    hide_comment(comment=comment, by=moderator, reason=reason, note=NOTE)
    [tombstone] = soup(client.get(public_addresses(hearing)[2])).select(".comments .comment")
    assert tombstone["id"] == f"comment-{comment.pk}"
    assert label in tombstone.get_text()


def test_replies_stay_below_tombstone(client, hearing, comment, moderator):
    reply = make_comment(comment.section, parent=comment, text="Vastaus jää")
    hide_comment(comment=comment, by=moderator, reason=HiddenReason.SPAM)
    response = client.get(public_addresses(hearing)[2])
    assert soup(response).select_one(f".comment__replies #comment-{reply.pk}")
    assert "Vastaus jää" in words(response)
    assert "Vastaus jää" in content(client.get("/open-data/comments.csv"))


def test_hidden_comment_is_not_counted(client, hearing, comment, moderator):
    make_comment(comment.section)
    hide_comment(comment=comment, by=moderator, reason=HiddenReason.SPAM)
    [counted] = type(hearing).objects.with_comment_count()
    assert counted.comment_count == 1


@pytest.mark.parametrize(
    ("role", "here", "allowed"),
    [
        ("viewer", True, False),
        ("editor", True, False),
        ("publisher", True, False),
        ("moderator", True, True),
        ("moderator", False, False),
        (None, True, False),
    ],
)
def test_only_moderators_of_its_organisation_decide(hearing, comment, role, here, allowed):
    user = make_user(role=role, organisation=hearing.organisation if here else make_organisation())
    for act in (
        lambda: hide_comment(comment=comment, by=user, reason=HiddenReason.SPAM),
        lambda: restore_comment(comment=comment, by=user),
    ):
        if allowed:
            act()
        else:
            with pytest.raises(PermissionDenied):
                act()
    assert Comment.objects.get().state == "visible"
    assert ModelLogEntry.objects.filter(action__startswith="hearings.").count() == (2 if allowed else 0)


def test_decisions_are_logged_with_who_and_why(comment, moderator):
    hide_comment(comment=comment, by=moderator, reason=HiddenReason.SPAM, note=NOTE)
    restore_comment(comment=comment, by=moderator, note="erehdys")
    entries = ModelLogEntry.objects.filter(object_id=str(comment.pk)).order_by("pk")
    assert list(entries.values_list("action", "user", "data")) == [
        ("hearings.hide_comment", moderator.pk, {"reason": "spam", "note": NOTE}),
        ("hearings.restore_comment", moderator.pk, {"reason": "", "note": "erehdys"}),
    ]
    stored = Comment.objects.get()
    assert (stored.moderated_by, stored.moderated_at, stored.hidden_reason) == (moderator, NOON, "")


def test_hiding_twice_is_one_decision(comment, moderator):
    hide_comment(comment=comment, by=moderator, reason=HiddenReason.SPAM)
    hide_comment(comment=comment, by=moderator, reason=HiddenReason.OFFENSIVE)
    assert Comment.objects.get().hidden_reason == "spam"
    assert ModelLogEntry.objects.filter(action="hearings.hide_comment").count() == 1


@pytest.mark.parametrize("act", [hide_comment, restore_comment])
def test_withdrawn_comment_stays_withdrawn(hearing, moderator, act):
    withdrawn = make_comment(hearing.sections.first(), state="withdrawn")
    given = {"reason": HiddenReason.SPAM} if act is hide_comment else {}
    act(comment=withdrawn, by=moderator, **given)
    assert Comment.objects.get().state == "withdrawn"


def test_reason_must_be_known(comment, moderator):
    with pytest.raises(ValueError, match="nonsense"):
        hide_comment(comment=comment, by=moderator, reason="nonsense")


def test_moderate_link_of_page_leads_to_admin(comment):
    assert comment.moderate_url == reverse("comments:moderate", args=[comment.pk])
