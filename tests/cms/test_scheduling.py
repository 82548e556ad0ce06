"""Scheduled publishing: one thing that fails neither stops the others nor is left half done."""

import logging

import pytest

from cms.scheduling import run_schedule
from hearings.models import Hearing
from tests.factories import NOON, WEEK, make_comment, make_hearing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def schedule(hearing, title, *, without=None):
    draft = hearing.get_latest_revision_as_object()
    draft.set_translation("fi", title=title)
    draft.go_live_at = NOON + WEEK
    if without:
        draft.sections.remove(next(part for part in draft.sections.all() if part.pk == without.pk))
    draft.save_revision().publish()


def title_of(hearing):
    return Hearing.objects.get(pk=hearing.pk).text_in("title", "fi")


def test_run_schedule_publishes_and_takes_down(clock):
    waiting, ending = make_hearing(), make_hearing(expire_at=NOON + WEEK)
    schedule(waiting, "Huomenna")
    assert run_schedule() == set()
    clock.shift(WEEK + WEEK)
    assert run_schedule() == set()
    assert title_of(waiting) == "Huomenna"
    assert not Hearing.objects.get(pk=ending.pk).live


def test_run_schedule_goes_on_after_what_fails(clock, caplog):
    broken, whole = make_hearing(), make_hearing()
    section = broken.sections.last()
    schedule(broken, "Rikki", without=section)
    schedule(whole, "Ehjä")
    make_comment(section)  # after scheduling: the section can't go any more
    before = title_of(broken)
    clock.shift(WEEK + WEEK)
    with caplog.at_level(logging.ERROR, logger="cms.scheduling"):
        [failed] = run_schedule()
    assert str(broken.pk) in failed
    assert failed in caplog.text
    assert title_of(whole) == "Ehjä"
    assert title_of(broken) == before


def test_what_failed_is_published_once_mended(clock):
    hearing = make_hearing()
    section = hearing.sections.last()
    schedule(hearing, "Rikki", without=section)
    comment = make_comment(section)
    clock.shift(WEEK + WEEK)
    assert len(run_schedule()) == 1
    comment.delete()
    assert run_schedule() == set()
    assert title_of(hearing) == "Rikki"
