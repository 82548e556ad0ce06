"""The bench's own database, beside the one that DATABASE_URL names."""

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from psycopg import sql


def recreate() -> None:
    """Drop the bench's database if it is there, and make it empty. Raises psycopg.Error."""
    connection.close()
    name = sql.Identifier(connection.settings_dict["NAME"])
    arguments = connection.get_connection_params() | {"dbname": settings.MAIN_DATABASE}
    with psycopg.connect(**arguments, autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))


def migrate() -> None:
    """Make the tables and the site's own pages."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("create_site", verbosity=0)


def is_loaded(comments: int) -> bool:
    """Whether the database is there with at least that many comments, from an earlier run."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM hearings_comment")
            return cursor.fetchone()[0] >= comments
    except DatabaseError:
        return False
