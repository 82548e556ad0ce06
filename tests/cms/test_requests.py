"""What odd clients send: an answer in words, never an error of ours."""

import gzip
import re

import pytest

from cms.wsgi import without_charset

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("text/plain; charset=undefined", "text/plain"),
        ('multipart/form-data; Charset="utf-7"; boundary=abc', "multipart/form-data; boundary=abc"),
        ("multipart/form-data; boundary=abc; charset*=utf-8''hex", "multipart/form-data; boundary=abc"),
        ("application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
        ("", ""),
    ],
)
def test_requests_encoding_is_not_for_the_client_to_choose(sent, read):
    assert without_charset(sent) == read


@pytest.mark.parametrize("host", ["evil.example", "[::1", "testserver:1:2"])
@pytest.mark.parametrize("path", ["/", "/fi/", "/open-data/comments.csv", "/nothing"])
def test_foreign_host_is_refused(client, host, path):
    assert client.get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("path", ["a" * 300, "documents/secret.pdf", "images/nothing.png", "images/" + "b" * 300])
def test_media_that_are_not_there_or_not_public_are_not_found(client, path, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "secret.pdf").write_text("x")
    assert client.get(f"/media/{path}").status_code == 404


def test_unchanged_page_is_not_sent_twice_to_browser_that_takes_gzip(client):
    first = client.get("/fi/open-data/", headers={"Accept-Encoding": "gzip"})
    assert re.search("<h1", gzip.decompress(first.content).decode())
    again = client.get("/fi/open-data/", headers={"Accept-Encoding": "gzip", "If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
