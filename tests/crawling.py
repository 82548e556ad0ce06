"""Walks every address that a visitor can reach, beginning at the front page and at those named."""

from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

ORIGIN = "http://testserver"
LINKS = [("a", "href"), ("link", "href"), ("form", "action"), ("img", "src"), ("[data-url]", "data-url")]
#: Files that are the same for everyone, and the admin, which has tests of its own.
LEFT_OUT = ("/static/", "/media/", "/admin/", "/documents/", "/accounts/")
MOST = 2000


def crawl(client, *beginnings) -> dict[str, str]:
    """What each address answers: its status line, headers and body, as text. A server error is an AssertionError."""
    waiting, seen = deque(beginnings), {}
    while waiting:
        address = waiting.popleft()
        if address in seen:
            continue
        assert len(seen) < MOST, "the site has no end"
        response = client.get(address)
        assert response.status_code < 500, address
        body = b"".join(response.streaming_content) if response.streaming else response.content
        seen[address] = f"{response.status_code} {response.headers} {body.decode(errors='replace')}"
        waiting.extend(links_of(address, response, body))
    return seen


def links_of(address, response, body) -> list[str]:
    found = [response.headers["Location"]] if response.has_header("Location") else []
    if response.headers.get("Content-Type", "").startswith("text/html"):
        page = BeautifulSoup(body, "html.parser")
        for selector, attribute in LINKS:
            found += [tag[attribute] for tag in page.select(selector) if tag.get(attribute)]
    return [each for each in (local(address, link) for link in found) if each]


def local(address: str, link: str) -> str:
    """The link as an address of this site, or "" for one that is not walked."""
    parts = urlsplit(urldefrag(urljoin(ORIGIN + address, link)).url)
    if f"{parts.scheme}://{parts.netloc}" != ORIGIN or parts.path.startswith(LEFT_OUT):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")
