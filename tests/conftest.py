"""Fixtures that all tests share. Time stands at NOON unless a test moves it."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import translation

from tests import factories

#: Noon in Helsinki on a winter day.
NOON = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def finnish():
    """Each test begins in Finnish, whatever the one before it left behind."""
    with translation.override("fi"):
        yield


@pytest.fixture
def clock():
    """Time stands still at NOON; `clock.move_to(...)` moves it."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def hearing(db):
    """A published hearing, open a week before and a week after NOON, with a main section and two parts."""
    return factories.make_hearing()
