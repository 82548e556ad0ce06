"""The list of comments: pages, order, filters, threads."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hearings.models import Comment
from tests.factories import NOON, make_comment, make_hearing, make_organisation, make_user
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def address(hearing, language="fi"):
    return f"/{language}/hearings/{hearing.slug}/comments/"


@pytest.fixture
def comment(hearing):
    return make_comment(hearing.sections.last(), text="Ensimmäinen")


def shown_numbers(response):
    articles = soup(response).select(".comments > li > .comment")
    return [int(article["id"].removeprefix("comment-")) for article in articles]


def test_list_is_paged_newest_first(client, hearing):
    comments = [make_comment(hearing.sections.first(), created_at=NOON - timedelta(hours=n)) for n in range(45)]
    numbers = [comment.pk for comment in comments]
    assert shown_numbers(client.get(address(hearing))) == numbers[:20]
    assert shown_numbers(client.get(address(hearing), {"page": 3})) == numbers[40:]
    assert shown_numbers(client.get(address(hearing), {"order": "oldest"})) == numbers[:-21:-1]


def test_list_of_section_has_its_comments_alone(client, hearing):
    first, last = hearing.sections.first(), hearing.sections.last()
    mine = make_comment(first)
    make_comment(last)
    assert shown_numbers(client.get(address(hearing), {"section": str(first.pk)})) == [mine.pk]


@pytest.mark.parametrize(
    ("query", "page_number"),
    [
        ("page=abc", 1),
        ("page=9999", 2),
        ("page=-1", 2),
        ("page=0", 2),
        ("page=%00", 1),
        ("page=" + "9" * 5000, 1),
        ("section=nonsense", 1),
        ("section=%00", 1),
        ("order=%00", 1),
        ("reply_to=", 1),
    ],
)
def test_list_with_rubbish_in_its_address_shows_a_page(client, hearing, query, page_number):
    comments = [make_comment(hearing.sections.first(), created_at=NOON - timedelta(hours=n)) for n in range(25)]
    response = client.get(f"{address(hearing)}?{query}")
    assert response.status_code == 200
    numbers = [comment.pk for comment in comments]
    assert shown_numbers(response) == {1: numbers[:20], 2: numbers[20:]}[page_number]


def test_address_of_comment_leads_to_its_page(client, hearing):
    comments = [make_comment(hearing.sections.first(), created_at=NOON - timedelta(hours=n)) for n in range(25)]
    reply = make_comment(hearing.sections.first(), parent=comments[22])
    assert client.get(comments[3].get_absolute_url())["Location"] == f"{address(hearing)}#comment-{comments[3].pk}"
    for each in (comments[22], reply):
        assert client.get(each.get_absolute_url())["Location"] == f"{address(hearing)}?page=2#comment-{each.pk}"


def test_address_of_comment_in_another_hearing_is_not_there(client, hearing, comment):
    other = make_hearing()
    assert client.get(reverse("hearings:comment", args=[other.slug, comment.pk])).status_code == 404
    assert client.get(reverse("hearings:comment", args=[hearing.slug, 10**30])).status_code == 404


def test_moderator_sees_way_to_moderate_and_others_do_not(client, hearing, comment):
    client.force_login(make_user(role="moderator", organisation=hearing.organisation))
    assert soup(client.get(address(hearing))).find(href=comment.moderate_url)
    client.force_login(make_user(role="moderator", organisation=make_organisation()))
    assert not soup(client.get(address(hearing))).find(href=comment.moderate_url)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_do_nothing(client, hearing, comment, method):
    assert getattr(client, method)(address(hearing)).status_code == 405
    assert list(Comment.objects.values_list("text", flat=True)) == ["Ensimmäinen"]


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 19, "-1", "x", "²"])
def test_reply_to_what_is_no_comment_is_not_found(client, hearing, number):
    address = f"/fi/hearings/{hearing.slug}/comments/"
    assert client.get(address, {"reply_to": number}).status_code == 404
    assert client.post(address, {"reply_to": number, "text": "Vastaus."}).status_code == 404
