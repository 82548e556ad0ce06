"""Database queries of each public page and of storing a comment, counted in this process."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench import limits
from tests.bench.loading import BIG_SLUG
from tests.bench.pages import address, comment_form, public_pages
from tests.bench.report import Figure


class UnexpectedAnswer(Exception):
    """A page answered with another status than the bench needs."""


def count_queries(workload) -> list[Figure]:
    """Count twice and keep the second: the first also fills caches that a running server has filled."""
    client = Client(SERVER_NAME="127.0.0.1")
    figures = []
    for name, path in public_pages().items():
        client.get(path)
        count, _response = counted(client.get, path)
        figures.append(Figure(f"queries.{name}", f"Queries: {name}", count, limit=limits.PAGE_QUERIES))
    target = address("hearings:comments", BIG_SLUG)
    client.post(target, comment_form(workload, 1))
    count, response = counted(client.post, target, comment_form(workload, 2))
    figures.append(Figure("queries.post", "Queries: comment sent", count, limit=limits.POST_QUERIES))
    client.get(response.url)
    count, _response = counted(client.get, response.url)
    figures.append(Figure("queries.receipt", "Queries: receipt", count, limit=limits.PAGE_QUERIES))
    return figures


def counted(ask, path, *args):
    """(number of queries, response). Raises UnexpectedAnswer."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = ask(path, *args)
    if response.status_code not in (200, 302):
        raise UnexpectedAnswer(f"{path} answered {response.status_code}")
    return len(queries), response
