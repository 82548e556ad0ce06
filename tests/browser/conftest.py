"""For every browser test: Debian's Chromium, no network beyond the live server, tiles made here."""

import io
import os

import pytest
from django.core.management import call_command
from PIL import Image
from pytest_django.live_server_helper import LiveServer

# Playwright's loop runs in the test's thread, and Django takes any loop for a reason to forbid the ORM.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def pytest_collection_modifyitems(items):
    """Marks every test of this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            # pytest-base-url, which pytest-playwright needs, declares its fixture in the old way.
            item.add_marker(pytest.mark.filterwarnings("ignore::pytest.PytestRemovedIn10Warning"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {
        "locale": "en",
        "timezone_id": "Europe/Helsinki",
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session")
def tile():
    """One small picture that stands for every tile of the base map."""
    picture = io.BytesIO()
    Image.new("RGB", (256, 256), (236, 240, 232)).save(picture, "PNG")
    return picture.getvalue()


@pytest.fixture
def tile_requests():
    """The addresses of the tiles asked for so far."""
    return []


@pytest.fixture(autouse=True)
def local_network(context, tile, tile_requests):
    """Answers tiles here; any other address outside this machine is refused."""

    def answer(route):
        url = route.request.url
        if "tile.openstreetmap.org" in url:
            tile_requests.append(url)
            route.fulfill(body=tile, content_type="image/png")
        elif url.startswith(("http://localhost", "http://127.0.0.1", "http://testserver", "data:", "blob:")):
            route.fallback()
        else:
            route.abort()

    context.route("**/*", answer)


@pytest.fixture
def page(page):
    """Fails the test when a script fails or the content security policy stops something."""
    page.set_default_timeout(10_000)
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    yield page
    assert faults == []


@pytest.fixture(scope="session")
def map_server():
    """A live server without a database, which these pages do not need: emptying it takes seconds a test."""
    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def visit_map(page, map_server):
    """Opens an address of drawing_page.py, for tests with that urlconf."""

    def go(address):
        page.goto(map_server.url + address)
        return page

    return go


@pytest.fixture
def visit(page, live_server, transactional_db):
    """Opens an address of the whole service; what the test makes is seen by the server, and gone after it."""
    call_command("create_site")

    def go(address):
        page.goto(live_server.url + address)
        return page

    return go
