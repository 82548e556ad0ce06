"""A production-like server on the loopback address, and how long its pages take."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.parse import urlencode

from tests.bench import limits
from tests.bench.loading import BIG_SLUG
from tests.bench.pages import address, comment_form, map_views, public_pages
from tests.bench.progress import Progress
from tests.bench.queries import UnexpectedAnswer
from tests.bench.report import Figure

HOST = "127.0.0.1"
WARM_UP = 5
TIMED_PAGES = {
    "list": "List",
    "detail_big": "Hearing, 5,000 comments",
    "detail_small": "Hearing, 50 comments",
    "comments_1": "Comments, page 1",
    "comments_100": "Comments, page 100",
}
TIMED_VIEWS = {"map_wide": "Map of comments, zoom 11", "map_close": "Map of comments, zoom 17"}


@contextmanager
def running_server():
    """gunicorn with one worker on a free port; gives the port. Raises RuntimeError where it won't start."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "cms.wsgi:application", "--bind", f"{HOST}:{port}"]
    command += ["--workers=1", "--threads=4", "--worker-class=gthread", "--log-level=error"]
    command += ["--no-control-socket"]
    server = subprocess.Popen(command, env=os.environ)  # noqa: S603 - our own interpreter
    try:
        wait_until_it_answers(server, port)
        yield port
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()


def wait_until_it_answers(server, port: int) -> None:
    for _attempt in range(300):
        if server.poll() is not None:
            raise RuntimeError("The server to be measured ended by itself, see above.")
        try:
            Visitor(port).ask("GET", "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The server to be measured did not answer within half a minute.")


class Visitor:
    """One kept-alive connection to the server."""

    def __init__(self, port: int):
        self.connection = http.client.HTTPConnection(HOST, port, timeout=60)

    def ask(self, method: str, path: str, form: dict | None = None, expect: int = 200) -> tuple[float, int]:
        """(seconds until the last byte, bytes of the uncompressed body). Raises UnexpectedAnswer."""
        headers = {"Accept-Encoding": "identity"}
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self.connection.request(method, path, urlencode(form) if form else None, headers)
        response = self.connection.getresponse()
        body = response.read()
        seconds = time.perf_counter() - began
        if response.status != expect:
            raise UnexpectedAnswer(f"{method} {path} answered {response.status}: {body[:200]!r}")
        return seconds, len(body)


def measure_pages(workload, rounds: int) -> list[Figure]:
    """Times in milliseconds and sizes of map answers, all pages in turn so that noise hits them alike."""
    addresses = public_pages() | map_views()
    pages = {key: addresses[name] for key, name in (TIMED_PAGES | TIMED_VIEWS).items()}
    times = {key: [] for key in [*pages, "post"]}
    forms = [comment_form(workload, number) for number in range(10, 10 + WARM_UP + rounds)]
    target = address("hearings:comments", BIG_SLUG)
    with running_server() as port:
        visitor = Visitor(port)
        sizes = {name: visitor.ask("GET", path)[1] for name, path in map_views().items()}
        progress = Progress("Asking for pages   ", WARM_UP + rounds)
        for number, form in enumerate(forms):
            for key, path in pages.items():
                times[key].append(visitor.ask("GET", path)[0])
            times["post"].append(visitor.ask("POST", target, form, expect=302)[0])
            if number == WARM_UP - 1:
                times = {key: [] for key in times}
            progress.step()
        progress.finish()
    return [*time_figures(times), *size_figures(sizes)]


def time_figures(times: dict[str, list[float]]) -> list[Figure]:
    figures = []
    names = {**TIMED_PAGES, **TIMED_VIEWS, "post": "Comment sent"}
    for key, seconds in times.items():
        for percent in (50, 95):
            value = 1000 * quantile(seconds, percent / 100)
            figures.append(Figure(f"p{percent}.{key}", f"p{percent}: {names[key]}", value, "ms"))
    found = {figure.key: figure.value for figure in figures}
    ratio = found["p50.detail_big"] / found["p50.detail_small"]
    name = "Hearing's page, 5,000 comments against 50 (p50)"
    return [*figures, Figure("ratio.big_to_small", name, ratio, "times", limits.BIG_TO_SMALL)]


def size_figures(sizes: dict[str, int]) -> list[Figure]:
    return [Figure(f"bytes.{name}", f"Size: {name}", size, "bytes", limits.MAP_BYTES) for name, size in sizes.items()]


def quantile(values: list[float], share: float) -> float:
    """Linear between the closest ranks."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
