"""Leaving, changing and withdrawing a comment, without the pages around it."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.geos import Point
from django.db import connection
from django.test import Client

from cms.choices import HiddenReason
from hearings.commenting import (
    CommentRefused,
    change_comment,
    detect_language,
    find_comment,
    leave_comment,
    withdraw_comment,
)
from hearings.models import Comment
from hearings.moderating import hide_comment
from tests.factories import NOON, WEEK, make_hearing, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def section(hearing):
    return hearing.sections.first()


def leave(section, **given):
    given = {"user": AnonymousUser(), "text": "Lisää puita.", "language": "fi", "form_key": "a" * 32} | given
    return leave_comment(section=section, **given)


def test_comment_is_stored_with_all_it_was_given(section):
    point = Point(24.95, 60.18, srid=4326)
    comment, _code = leave(section, author_name="Aino", geometry=point, place_text="Rannalla")
    stored = Comment.objects.get()
    assert stored == comment
    assert (stored.text, stored.author_name, stored.place_text) == ("Lisää puita.", "Aino", "Rannalla")
    assert (stored.hearing, stored.section, stored.parent, stored.author) == (section.hearing, section, None, None)
    assert (stored.geometry, stored.created_at, stored.edited_at) == (point, NOON, None)
    assert (stored.state, stored.language) == ("visible", "fi")


def test_signed_in_commenter_is_remembered(section):
    user = make_user()
    comment, _code = leave(section, user=user)
    assert comment.author == user


def test_same_form_twice_is_one_comment_with_one_code(section):
    assert leave(section) == leave(section)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Vähemmän puita."},
        {"author_name": "Aino"},
        {"place_text": "Rannalla"},
        {"geometry": Point(24.95, 60.18, srid=4326)},
        {"form_key": "b" * 32},
    ],
    ids=lambda change: next(iter(change)),
)
def test_form_with_other_content_is_another_comment(section, change):
    _first, code = leave(section)
    _second, other_code = leave(section, **change)
    assert Comment.objects.count() == 2
    assert code != other_code


def test_forms_without_key_are_never_taken_for_same(section):
    leave(section, form_key="")
    leave(section, form_key="")
    assert Comment.objects.count() == 2


def test_words_moved_between_fields_are_another_comment(section):
    leave(section, text="a", author_name="b")
    leave(section, text="ab", author_name="")
    assert Comment.objects.count() == 2


@pytest.mark.parametrize("moment", [NOON - 2 * WEEK, NOON + 2 * WEEK])
def test_comment_outside_opening_hours_is_refused(section, moment):
    with pytest.raises(CommentRefused):
        leave(section, now=moment)
    assert not Comment.objects.exists()


def test_comment_on_draft_is_refused_to_its_own_planner():
    draft = make_hearing(live=False)
    planner = make_user(role="publisher", organisation=draft.organisation)
    with pytest.raises(CommentRefused):
        leave(draft.sections.first(), user=planner)


def test_code_finds_its_comment_and_is_not_stored(section):
    comment, code = leave(section)
    assert find_comment(code) == comment
    assert find_comment(code.lower().replace("-", " ")) == comment
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(hearings_comment)::text FROM hearings_comment")
        row = cursor.fetchone()[0].upper()
    assert code not in row
    assert code.replace("-", "") not in row


@pytest.mark.parametrize("code", ["", "-", "K7QX-3M9P-WT4R", "€", "\0"])
def test_unknown_code_finds_nothing(section, code):
    leave(section)
    Comment.objects.create(hearing=section.hearing, section=section, text="Ilman koodia", created_at=NOON)
    assert find_comment(code) is None


def test_code_does_not_open_comment_of_unpublished_hearing(section):
    _comment, code = leave(section)
    section.hearing.unpublish()
    assert find_comment(code) is None


def test_change_replaces_words_and_tells_when(clock, section):
    comment, _code = leave(section)
    clock.shift(60)
    change_comment(comment=comment, text="Vielä enemmän.", author_name="A", place_text="Siellä", language="fi")
    stored = Comment.objects.get()
    assert (stored.text, stored.author_name, stored.place_text) == ("Vielä enemmän.", "A", "Siellä")
    assert (stored.edited_at - stored.created_at).total_seconds() == 60


def test_change_and_withdrawal_after_closing_are_refused(section):
    comment, _code = leave(section)
    later = NOON + 2 * WEEK
    with pytest.raises(CommentRefused):
        change_comment(comment=comment, text="x", author_name="", place_text="", language="fi", now=later)
    with pytest.raises(CommentRefused):
        withdraw_comment(comment=comment, now=later)
    assert list(Comment.objects.values_list("text", "state")) == [("Lisää puita.", "visible")]


def test_change_of_hidden_comment_is_refused_even_with_stale_copy(section):
    comment, _code = leave(section)
    stale = Comment.objects.get()
    moderator = make_user(role="moderator", organisation=section.hearing.organisation)
    hide_comment(comment=comment, by=moderator, reason=HiddenReason.SPAM)
    with pytest.raises(CommentRefused):
        withdraw_comment(comment=stale)
    with pytest.raises(CommentRefused):
        change_comment(comment=stale, text="x", author_name="", place_text="", language="fi")
    assert Comment.objects.get().state == "hidden"


def test_withdrawn_comment_stays_withdrawn(section):
    comment, _code = leave(section)
    withdraw_comment(comment=comment)
    assert Comment.objects.get().state == "withdrawn"
    with pytest.raises(CommentRefused):
        change_comment(comment=comment, text="x", author_name="", place_text="", language="fi")


@pytest.mark.parametrize(
    ("text", "page_language", "language"),
    [
        ("Puistoon tarvitaan lisää penkkejä ja valaistusta iltaa varten.", "sv", "fi"),
        ("Parken behöver fler bänkar och bättre belysning på kvällarna.", "fi", "sv"),
        ("The park needs more benches and better lighting in the evenings.", "fi", "en"),
        ("В парке нужно больше скамеек и лучшее освещение по вечерам.", "fi", "ru"),
        ("Ok", "sv", "sv"),
        ("", "fi-simple", "fi"),
        ("🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳🌳", "ru", "ru"),
    ],
)
def test_language_of_comment_is_told_by_its_words_or_its_page(text, page_language, language):
    assert detect_language(text, page_language) == language


@pytest.fixture
def rivals():
    """Call a function in two threads at once, each with a database connection of its own."""
    barrier = threading.Barrier(2)

    def run(function):
        def one(_number):
            barrier.wait(timeout=10)
            try:
                return function()
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(one, range(2)))

    return run


@pytest.mark.django_db(transaction=True)
def test_same_form_sent_twice_at_once_is_one_comment_with_one_receipt(rivals):
    hearing = make_hearing()
    section = hearing.sections.first()
    fields = {"section": str(section.pk), "text": "Lisää puita.", "form_key": "a" * 32}
    responses = rivals(lambda: Client().post(f"/fi/hearings/{hearing.slug}/comments/", fields))
    assert [response.status_code for response in responses] == [302, 302]
    assert responses[0]["Location"] == responses[1]["Location"]
    assert Comment.objects.count() == 1
