"""The tables of hearings.permissions, one cell a test."""

import itertools
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from hearings.models import Hearing
from hearings.permissions import can_change_comment, can_comment, can_edit, can_moderate, can_publish, can_see
from tests.factories import NOON, WEEK, make_comment, make_hearing, make_organisation, make_user

pytestmark = pytest.mark.django_db

ROLES = ["viewer", "editor", "publisher", "moderator"]
PEOPLE = ["anyone", "outsider", *ROLES, "inactive publisher", "publisher elsewhere", "administrator"]
RIGHTS = {
    can_edit: {"editor", "publisher", "administrator"},
    can_publish: {"publisher", "administrator"},
    can_moderate: {"moderator", "administrator"},
}
HOURS = {
    "upcoming": {"open_at": NOON + WEEK, "close_at": NOON + 2 * WEEK},
    "open": {"open_at": NOON - WEEK, "close_at": NOON + WEEK},
    "closed": {"open_at": NOON - 2 * WEEK, "close_at": NOON - WEEK},
}


def person(name, hearing):
    if name == "anyone":
        return AnonymousUser()
    if name == "outsider":
        return make_user()
    if name == "administrator":
        return make_user(is_superuser=True)
    if name == "publisher elsewhere":
        return make_user(role="publisher", organisation=make_organisation())
    role = name.removeprefix("inactive ")
    return make_user(role=role, organisation=hearing.organisation, is_active=name == role)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("live", [True, False])
def test_hearing_is_seen_by_those_in_table_in_python_and_sql(name, live):
    hearing = make_hearing(live=live)
    user = person(name, hearing)
    expected = live or name in {*ROLES, "administrator"}
    assert can_see(user, hearing) == expected
    assert Hearing.objects.visible_to(user).contains(hearing) == expected


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("predicate", RIGHTS, ids=lambda predicate: predicate.__name__)
def test_right_over_hearing_follows_role(hearing, predicate, name):
    assert predicate(person(name, hearing), hearing) == (name in RIGHTS[predicate])


CELLS = list(itertools.product(["everyone", "signed_in", "nobody"], ["anyone", "outsider"], HOURS, [True, False]))


@pytest.mark.parametrize(("commenting", "name", "status", "live"), CELLS)
def test_section_takes_comments_as_its_table_says(commenting, name, status, live):
    hearing = make_hearing(live=live, sections=["main"], **HOURS[status])
    section = hearing.sections.get()
    section.commenting = commenting
    welcome = {"everyone": ["anyone", "outsider"], "signed_in": ["outsider"], "nobody": []}[commenting]
    expected = live and status == "open" and name in welcome
    assert can_comment(person(name, hearing), section, NOON) == expected


@pytest.mark.parametrize("status", HOURS)
def test_outcome_takes_no_comments(status):
    hearing = make_hearing(sections=["main", "closure"], **HOURS[status])
    assert not can_comment(AnonymousUser(), hearing.sections.get(kind="closure"), NOON)


@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize(
    ("state", "status"), list(itertools.product(["visible", "pending", "hidden", "withdrawn"], HOURS))
)
def test_comment_is_changed_as_its_table_says(state, status, live):
    hearing = make_hearing(live=live, sections=["main"], **HOURS[status])
    comment = make_comment(hearing.sections.get(), state=state)
    expected = live and status == "open" and state in ("visible", "pending")
    assert can_change_comment(comment, NOON) == expected


def test_commenting_ends_with_last_second(hearing):
    section = hearing.sections.first()
    second, instant = timedelta(seconds=1), timedelta(microseconds=1)
    assert can_comment(AnonymousUser(), section, hearing.close_at + second - instant)
    assert not can_comment(AnonymousUser(), section, hearing.close_at + second)
