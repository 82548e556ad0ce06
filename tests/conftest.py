"""Fixtures that all tests share. Time stands at NOON in tests that ask for `clock`."""

import json

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation

from tests import factories
from tests.factories import NOON


def pytest_configure(config):
    # Wagtail leaves the file open from which it makes a rendition, where files are kept in memory.
    config.addinivalue_line("filterwarnings", "ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Tests that commit empty the tables after themselves: put back what the migrations had made.

    Without this the tests after them have no page tree, no locale and no group of members.
    """
    with django_db_blocker.unblock():
        rows = json.loads(connection.creation.serialize_db_to_string())
    # Content types first: storing other rows asks for them, and would make them anew.
    migrated = json.dumps(sorted(rows, key=lambda row: row["model"] != "contenttypes.contenttype"))

    def put_back(self):
        # Sequences go on, or the next row would take the key of one that is put back.
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True, reset_sequences=False)
        connection.creation.deserialize_db_from_string(migrated)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", put_back)
        yield
    # A browser that leaves in the middle of a request leaves the live server's connection open.
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


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


@pytest.fixture
def site(db):
    """The site's own pages in every language."""
    call_command("create_site")
    # Wagtail keeps the addresses of sites in the cache, which a rollback does not reach.
    cache.clear()
    yield
    cache.clear()
