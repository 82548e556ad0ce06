"""Database queries of each public page and of storing a comment, counted in this process."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hearings.models import Comment
from tests.bench import limits
from tests.bench.loading import BIG_SLUG
from tests.bench.pages import address, comment_form, public_pages
from tests.bench.report import Figure


class UnexpectedAnswer(Exception):
    """A page answered with another status than the bench needs."""


def count_queries(workload) -> list[Figure]:
    """Count what a running server needs: caches are filled by asking once before."""
    client = Client(SERVER_NAME="127.0.0.1")
    figures = []
    for name, path in public_pages().items():
        client.get(path)
        count, _response = counted(lambda path=path: client.get(path), 200, 302)
        figures.append(Figure(f"queries.{name}", f"Queries: {name}", count, limit=limits.PAGE_QUERIES))
    return [*figures, *count_post_queries(client, workload)]


def count_post_queries(client: Client, workload) -> list[Figure]:
    """Of a comment's ways in, and of the receipt that it leads to."""
    target = address("hearings:comments", BIG_SLUG)
    first, second = comment_form(workload, 1), comment_form(workload, 2)
    thread = Comment.objects.shown().filter(hearing__slug=BIG_SLUG, parent=None).latest("created_at")
    reply = {"reply_to": thread.pk, "text": second["text"], "author_name": "", "form_key": "bench-reply"}
    client.post(target, first)
    count, response = counted(lambda: client.post(target, second), 302)
    receipt = response.url
    counts = {
        "comment": count,
        "same comment twice": counted(lambda: client.post(target, second), 302)[0],
        "reply": counted(lambda: client.post(target, reply), 302)[0],
        "comment refused": counted(lambda: client.post(target, second | {"geometry": "{}"}), 422)[0],
    }
    client.get(receipt)
    count, _response = counted(lambda: client.get(receipt), 200)
    limit = limits.POST_QUERIES
    return [
        *(Figure(f"post.{name}", f"Queries to send: {name}", value, limit=limit) for name, value in counts.items()),
        Figure("queries.receipt", "Queries: Receipt", count, limit=limits.PAGE_QUERIES),
    ]


def counted(ask: Callable, *expected: int):
    """(number of queries, response). Raises UnexpectedAnswer."""
    with CaptureQueriesContext(connection) as queries:
        response = ask()
    if response.status_code not in expected:
        raise UnexpectedAnswer(f"{response.request['PATH_INFO']} answered {response.status_code}")
    return len(queries), response
