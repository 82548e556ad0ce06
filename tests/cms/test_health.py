"""What a supervisor is told."""

import pytest
from django.db import DatabaseError
from django.db.migrations.executor import MigrationExecutor


def test_healthz_answers_without_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-cache" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_readiness_is_ok_with_every_migration(client):
    response = client.get("/readiness")
    assert (response.status_code, response.json()) == (200, {"database": "ok", "migrations": "ok"})


@pytest.mark.django_db
def test_readiness_tells_missing_migrations(client, monkeypatch):
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda executor, targets: [("hearings", "0002")])
    response = client.get("/readiness")
    assert (response.status_code, response.json()) == (503, {"database": "ok", "migrations": "missing"})


def test_readiness_tells_unreachable_database(client, monkeypatch):
    def fail(*arguments):
        raise DatabaseError

    monkeypatch.setattr(MigrationExecutor, "__init__", fail)
    response = client.get("/readiness")
    assert (response.status_code, response.json()) == (503, {"database": "unreachable"})
