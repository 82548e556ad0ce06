"""Asking the database about chosen answers in one statement."""

from typing import Any

from django.db import connection

from mapsurveys.analysis.selecting import Source


def rows(source: Source, statement: str, parameters: dict[str, Any]) -> list[tuple]:
    """Run `statement`, in which `r` (id, answers) are the chosen answers; parameters by name."""
    inner, given = source.sql()
    names = {f"given_{number}": value for number, value in enumerate(given)}
    inner = inner % tuple(f"%({name})s" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(f"WITH r (id, answers) AS ({inner}) {statement}", {**names, **parameters})
        return cursor.fetchall()
