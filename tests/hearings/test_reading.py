"""Counts and pages of comments."""

from datetime import timedelta

import pytest

from hearings.models import Comment
from hearings.reading import comment_page, count_by_section, latest_by_section, page_of
from tests.factories import NOON, make_comment, make_hearing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

STATES = ["visible", "pending", "hidden", "withdrawn"]


@pytest.fixture
def sections(hearing):
    sections = list(hearing.sections.all())
    for section in sections:
        section.hearing = hearing
    return sections


def test_counts_are_of_what_anyone_may_read(hearing, sections):
    for state in STATES:
        make_comment(sections[0], state=state)
    comment = make_comment(sections[1])
    make_comment(sections[1], parent=comment)
    make_comment(make_hearing().sections.first())
    assert count_by_section(hearing) == {sections[0].pk: 1, sections[1].pk: 2}


def test_latest_are_three_newest_threads_of_each_section(sections):
    comments = [make_comment(sections[0], created_at=NOON - timedelta(hours=n)) for n in range(5)]
    make_comment(sections[0], parent=comments[4])
    hidden = make_comment(sections[1], state="hidden")
    assert latest_by_section(sections) == {sections[0].pk: comments[:3]}
    assert hidden not in latest_by_section(sections)[sections[1].pk]
    assert latest_by_section([]) == {}


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_page_shows_threads_with_tombstones_and_no_pending_ones(hearing, sections, order):
    comments = {state: make_comment(sections[0], state=state) for state in STATES}
    page = comment_page(hearing, None, order, 1)
    expected = [comments["visible"], comments["hidden"], comments["withdrawn"]]
    assert page.object_list == (expected if order == "newest" else expected[::-1])


def test_replies_of_thread_are_oldest_first(hearing, sections):
    comment = make_comment(sections[0])
    late = make_comment(sections[0], parent=comment, created_at=NOON)
    early = make_comment(sections[0], parent=comment, created_at=NOON - timedelta(hours=1))
    make_comment(sections[0], parent=comment, state="pending")
    [thread] = comment_page(hearing, None, "newest", 1).object_list
    assert thread.replies_list == [early, late]


def test_comments_of_same_moment_are_each_on_one_page(hearing, sections):
    for _number in range(45):
        make_comment(sections[0], created_at=NOON)
    pages = {number: comment_page(hearing, None, "newest", number).object_list for number in (1, 2, 3)}
    assert [len(comments) for comments in pages.values()] == [20, 20, 5]
    assert {comment.pk for comments in pages.values() for comment in comments} == set(
        Comment.objects.values_list("pk", flat=True)
    )
    for number, comments in pages.items():
        assert {page_of(comment) for comment in comments} == {number}
