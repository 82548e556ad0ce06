"""When a consultation is open: the clock in Python and its twin in SQL."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command

from cms.choices import ConsultationStatus
from cms.consultations import end_of_day, for_front_page
from hearings.models import Hearing
from tests.factories import NOON, WEEK, draft_of, make_hearing, make_organisation, make_user

pytestmark = pytest.mark.django_db

HELSINKI = ZoneInfo("Europe/Helsinki")
OPEN_AT = datetime(2026, 11, 1, 8, 0, tzinfo=HELSINKI)
CLOSE_AT = datetime(2026, 11, 30, 23, 59, 59, tzinfo=HELSINKI)
MOMENT = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)


def statuses(hearing, moment):
    """The status by Python, by the annotation, and by each filter that matches."""
    row = Hearing.objects.filter(pk=hearing.pk)
    matching = [status for status in ConsultationStatus if row.opening(status, moment).exists()]
    return [hearing.status_at(moment), row.with_status(moment).get().status_by_clock, *matching]


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        (OPEN_AT - timedelta(days=30), "upcoming"),
        (OPEN_AT - SECOND, "upcoming"),
        (OPEN_AT - MOMENT, "upcoming"),
        (OPEN_AT, "open"),
        (OPEN_AT + MOMENT, "open"),
        (CLOSE_AT - SECOND, "open"),
        (CLOSE_AT, "open"),
        (CLOSE_AT + SECOND - MOMENT, "open"),
        (CLOSE_AT + SECOND, "closed"),
        (CLOSE_AT + timedelta(days=30), "closed"),
    ],
)
def test_python_and_sql_agree_around_opening_and_closing(moment, status):
    hearing = make_hearing(open_at=OPEN_AT, close_at=CLOSE_AT)
    assert statuses(hearing, moment) == [status] * 3


@pytest.mark.parametrize(
    ("open_at", "close_at", "status"),
    [(None, CLOSE_AT, "upcoming"), (None, None, "upcoming"), (OPEN_AT, None, "closed")],
)
def test_consultation_without_its_hours_is_not_open(open_at, close_at, status):
    hearing = make_hearing(live=False, open_at=open_at, close_at=close_at)
    assert statuses(hearing, OPEN_AT + SECOND) == [status] * 3


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (date(2026, 1, 15), 2),
        (date(2026, 3, 28), 2),
        (date(2026, 3, 29), 3),  # the last Sunday of March: clocks go forward
        (date(2026, 7, 15), 3),
        (date(2026, 10, 24), 3),
        (date(2026, 10, 25), 2),  # the last Sunday of October: clocks go back
        (date(2026, 12, 31), 2),
    ],
)
def test_last_day_counts_to_its_last_second_in_helsinki(day, offset):
    close_at = end_of_day(day)
    assert close_at.isoformat() == f"{day}T23:59:59+0{offset}:00"
    hearing = make_hearing(open_at=close_at - WEEK, close_at=close_at)
    midnight = datetime.combine(day + timedelta(days=1), datetime.min.time(), HELSINKI)
    assert statuses(hearing, midnight - timedelta(milliseconds=1)) == ["open"] * 3
    assert statuses(hearing, midnight) == ["closed"] * 3


def test_status_follows_clock(clock):
    hearing = make_hearing(open_at=NOON + SECOND, close_at=NOON + 2 * SECOND)
    seen = []
    for seconds in range(4):
        clock.move_to(NOON + seconds * SECOND)
        seen.append(str(hearing.status))
    assert seen == ["upcoming", "open", "open", "closed"]


@pytest.mark.parametrize(
    ("live", "viewer", "seen"),
    [
        (True, "anyone", True),
        (True, "outsider", True),
        (True, "member", True),
        (True, "administrator", True),
        (False, "anyone", False),
        (False, "outsider", False),
        (False, "member of another", False),
        (False, "member", True),
        (False, "administrator", True),
    ],
)
def test_visible_to_shows_drafts_to_their_organisation_alone(live, viewer, seen):
    hearing = make_hearing(live=live)
    users = {
        "anyone": AnonymousUser,
        "outsider": make_user,
        "member": lambda: make_user(role="viewer", organisation=hearing.organisation),
        "member of another": lambda: make_user(role="publisher", organisation=make_organisation()),
        "administrator": lambda: make_user(is_superuser=True),
    }
    assert Hearing.objects.visible_to(users[viewer]()).contains(hearing) == seen


def test_scheduled_hearing_is_public_from_its_moment_on(clock):
    hearing = make_hearing(live=False, go_live_at=NOON + WEEK)
    hearing.save_revision(approved_go_live_at=NOON + WEEK)
    call_command("publish_scheduled")
    assert not Hearing.objects.public().exists()
    clock.move_to(NOON + WEEK + SECOND)
    call_command("publish_scheduled")
    assert list(Hearing.objects.public()) == [hearing]


def test_draft_of_published_hearing_leaves_published_row_alone(hearing):
    title = hearing.text_in("title", "fi")
    draft_of(hearing, title="Luonnos")
    assert [each.text_in("title", "fi") for each in Hearing.objects.public()] == [title]


def test_front_page_shows_most_urgent_first(clock):
    hour = timedelta(hours=1)
    late = make_hearing(close_at=NOON + 3 * hour)
    soon = make_hearing(close_at=NOON + hour)
    upcoming = make_hearing(open_at=NOON + hour, close_at=NOON + WEEK)
    ended = make_hearing(close_at=NOON - 2 * hour)
    ended_lately = make_hearing(close_at=NOON - hour)
    make_hearing(live=False)
    assert for_front_page(6) == {"upcoming": [upcoming], "open": [soon, late], "closed": [ended_lately, ended]}


def test_front_page_shows_at_most_limit_of_each_status(clock):
    hearings = [make_hearing(close_at=NOON + timedelta(hours=number)) for number in range(1, 5)]
    assert for_front_page(2) == {"upcoming": [], "open": hearings[:2], "closed": []}
