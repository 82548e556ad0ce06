import io
from itertools import count
from zipfile import ZipFile

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.http import Http404
from django.test import Client
from django.utils import translation
from openpyxl import load_workbook

from cms.opendata import datasets
from cms.opendata.datasets import Column, Filter
from cms.opendata.families import DatasetFamily
from cms.opendata.writers import WRITERS

from .samples import make_bundle, make_dataset

pytestmark = pytest.mark.django_db

ADDRESS = "/open-data/remarks.csv"


@pytest.fixture(autouse=True)
def registry(monkeypatch):
    """Only the sample dataset, whatever the guests register."""
    monkeypatch.setattr(datasets, "_datasets", {})
    return datasets.register(make_dataset())


def body(response):
    return b"".join(response.streaming_content)


@time_machine.travel("2026-11-21T22:30:00+00:00")
@pytest.mark.parametrize(
    ("address", "content_type", "filename"),
    [
        ("remarks.csv", "text/csv; charset=utf-8; header=present", "kuule-remarks-2026-11-22.csv"),
        (
            "remarks.csv?park=park",
            "text/csv; charset=utf-8; header=present",
            "kuule-remarks-park-2026-11-22.csv",
        ),
        (
            "remarks.xlsx?lang=en",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "kuule-remarks-2026-11-22.xlsx",
        ),
        ("remarks.geojson", "application/geo+json", "kuule-remarks-2026-11-22.geojson"),
        ("remarks.gpkg?crs=3879", "application/geopackage+sqlite3", "kuule-remarks-2026-11-22.gpkg"),
        ("remarks.jsonl", "application/jsonl", "kuule-remarks-2026-11-22.jsonl"),
        ("remarks.zip", "application/zip", "kuule-remarks-2026-11-22.zip"),
    ],
)
def test_download_says_what_it_is(client, address, content_type, filename):
    response = client.get(f"/open-data/{address}")

    assert response.status_code == 200
    assert response.streaming
    assert response.headers["Content-Type"] == content_type
    assert response.headers["Content-Disposition"] == f'attachment; filename="{filename}"'
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Link"] == '<https://creativecommons.org/licenses/by/4.0/>; rel="license"'
    assert not response.cookies
    assert body(response)


def test_download_is_narrowed_by_its_filter(client):
    whole, part = client.get(ADDRESS), client.get(f"{ADDRESS}?park=park")

    assert body(whole).count(b"\r\n") == 6
    assert body(part).decode("utf-8-sig").splitlines()[1:] == [
        '1,"Lisää puita, kiitos",24.9384,2026-11-21T18:09:21+02:00,true'
    ]


def test_download_titles_are_in_the_language_asked_for(client, registry, monkeypatch):
    columns = make_dataset().columns
    monkeypatch.setattr(type(columns[0]), "type_name", property(lambda column: translation.get_language()))

    for language in ("ru", "fi-simple"):
        book = load_workbook(io.BytesIO(body(client.get(f"/open-data/remarks.xlsx?lang={language}"))))
        assert book.worksheets[1]["C9"].value == language


def test_download_leaves_the_readers_language_as_it_was(client):
    with translation.override("sv"):
        response = client.get("/open-data/remarks.xlsx?lang=ru")
        body(response)

    assert translation.get_language() != "ru"


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("nothing.csv", 404, "unknown_dataset"),
        ("remarks.exe", 404, "unknown_format"),
        ("remarks.tar.gz", 404, "unknown_dataset"),
        ("remarks.csv?park=desert", 404, "not_found"),
        ("remarks.csv?park=", 404, "not_found"),
        ("remarks.csv?park=park%00", 404, "not_found"),
        ("remarks.csv?parks=park", 400, "unknown_parameter"),
        ("remarks.csv?park=park&park=park", 400, "repeated_parameter"),
        ("remarks.csv?crs=4326", 400, "unknown_crs"),
        ("remarks.csv?crs=", 400, "unknown_crs"),
        ("remarks.gpkg?crs=3857", 400, "unknown_crs"),
        ("remarks.geojson?crs=3879", 400, "no_plane_coordinates"),
        ("remarks.csv?lang=de", 400, "unknown_language"),
        ("remarks.csv?lang=", 400, "unknown_language"),
        ("remarks.csv?lang=../..", 400, "unknown_language"),
    ],
)
def test_download_errors_have_one_shape(client, address, status, code):
    response = client.get(f"/open-data/{address}")

    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    error = response.json()
    assert list(error) == ["error"]
    assert sorted(error["error"]) == ["code", "message"]
    assert error["error"]["code"] == code
    assert error["error"]["message"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_download_can_only_be_read(method):
    response = getattr(Client(enforce_csrf_checks=True), method)(ADDRESS)

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert response.json()["error"]["code"] == "method_not_allowed"


def test_head_tells_the_same_without_reading_rows(client, registry, monkeypatch):
    def fail(*args, **kwargs):
        raise AssertionError("HEAD must not run the query")

    expected = client.get(ADDRESS).headers
    monkeypatch.setattr(type(registry), "rows", fail)

    response = client.head(ADDRESS)

    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == expected["Content-Disposition"]
    assert "Content-Length" not in response.headers
    assert body(response) == b""


def test_dataset_without_version_is_always_sent(client):
    response = client.get(ADDRESS, headers={"If-None-Match": "*"})

    assert response.status_code == 200
    assert "ETag" not in response.headers


@pytest.fixture
def versions(monkeypatch):
    """A version that a test can move on."""
    current = {"number": 1}
    monkeypatch.setattr(datasets, "_datasets", {})
    datasets.register(make_dataset(version=lambda filters: f"{current['number']} {sorted(filters)}"))
    return current


def test_unchanged_dataset_is_not_sent_again(client, versions):
    etag = client.get(ADDRESS).headers["ETag"]

    response = client.get(ADDRESS, headers={"If-None-Match": etag})

    assert response.status_code == 304
    assert response.headers["ETag"] == etag
    assert response.headers["Cache-Control"] == "public, no-cache"


def test_changed_dataset_is_sent_at_once(client, versions):
    etag = client.get(ADDRESS).headers["ETag"]
    versions["number"] = 2

    response = client.get(ADDRESS, headers={"If-None-Match": etag})

    assert response.status_code == 200
    assert response.headers["ETag"] != etag


def test_etag_differs_by_format_filter_and_language(client, versions):
    addresses = (ADDRESS, f"{ADDRESS}?park=park", f"{ADDRESS}?lang=ru", "/open-data/remarks.geojson")

    assert len({client.get(address).headers["ETag"] for address in addresses}) == len(addresses)


def test_download_reads_rows_only_as_they_leave(client, monkeypatch):
    taken = count()
    row = (1, "Lisää puita", None, None, None, None)

    class Endless(tuple):
        def __iter__(self):
            for _number in taken:
                yield row

    monkeypatch.setattr(datasets, "_datasets", {})
    datasets.register(make_dataset(listed=Endless()))

    response = client.get(ADDRESS)
    assert next(taken) == 0
    chunk = next(iter(response.streaming_content))

    assert len(chunk) >= 64 * 1024
    assert next(taken) < 5000
    response.close()


def test_address_of_the_data_leads_to_the_catalogue(client):
    response = client.get("/open-data/", headers={"Accept-Language": "sv"})

    assert response.status_code == 302
    assert response.headers["Location"] == "/sv/open-data/"


def test_catalogue_offers_every_format_in_the_readers_language(client):
    response = client.get("/en/open-data/")

    page = response.content.decode()
    assert response.status_code == 200
    for writer in WRITERS:
        assert f'href="/open-data/remarks.{writer.extension}?lang=en"' in page
    assert "http://testserver/open-data/remarks.csv" in page
    assert "http://testserver/open-data/remarks.csv?park=park" in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page


def test_catalogue_explains_every_column(client, registry):
    page = client.get("/en/open-data/").content.decode()

    for column in registry.columns:
        assert f"<code>{column.name}</code>" in page
        assert f"<td>{column.description}</td>" in page


def test_catalogue_without_datasets_says_so(client, monkeypatch):
    monkeypatch.setattr(datasets, "_datasets", {})

    response = client.get("/en/open-data/")

    assert response.status_code == 200
    assert "There is nothing to download yet." in response.content.decode()


@pytest.fixture
def family(registry):
    """A family whose columns are the letters of the word asked for, and that knows no word but three."""

    def find_word(text):
        if text not in ("abc", "bundle", "gone"):
            raise Http404
        return text

    def build(filters):
        word = filters["word"]
        if word == "gone":
            raise Http404
        if word == "bundle":
            return make_bundle(identifier="words")
        title = {"fi": "Kirjain", "en": "Letter"}[translation.get_language()]
        columns = tuple(Column(letter, "string", f"{title} {letter}?", "") for letter in word)
        return make_dataset(
            identifier="words", columns=columns, geometry=None, listed=((*word.upper(), None),), version=None
        )

    filters = (
        Filter("word", "The word.", find_word, lambda: "abc", required=True),
        Filter("size", "How large.", str, lambda: "xl", required=True),
        Filter("colour", "Which colour.", str, lambda: "red"),
    )
    return datasets.register(
        DatasetFamily(
            identifier="words",
            title="Words",
            description="Letters of words.",
            filters=filters,
            build=build,
            columns=(Column("a", "string", "First letter", "The same in all."),),
            formats=("csv", "zip"),
        )
    )


@pytest.mark.usefixtures("family")
@time_machine.travel("2026-11-21T22:30:00+00:00")
def test_family_gives_the_dataset_of_what_was_asked_for(client):
    response = client.get("/open-data/words.csv?word=abc&size=s")

    assert response.headers["Content-Disposition"] == 'attachment; filename="kuule-words-abc-s-2026-11-22.csv"'
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert body(response).decode("utf-8-sig") == "a,b,c\r\nA,B,C\r\n"


@pytest.mark.usefixtures("family")
def test_family_titles_are_in_the_language_asked_for(client):
    for language, title in (("fi", "Kirjain a?"), ("en", "Letter a?")):
        book = load_workbook(io.BytesIO(body(client.get(f"/open-data/words.xlsx?word=abc&size=s&lang={language}"))))
        assert book.worksheets[0]["A1"].value == title


@pytest.mark.usefixtures("family")
def test_family_may_give_a_bundle(client):
    archive = ZipFile(io.BytesIO(body(client.get("/open-data/words.zip?word=bundle&size=s"))))

    assert archive.namelist()[1:] == ["survey-responses.csv", "survey-places.csv", "survey-routes.csv"]


@pytest.mark.usefixtures("family")
@pytest.mark.parametrize(
    ("address", "status", "code", "said"),
    [
        ("words.csv", 400, "missing_parameter", "word=…, size=…"),
        ("words.csv?word=abc", 400, "missing_parameter", "size=…"),
        ("words.csv?colour=red", 400, "missing_parameter", "word=…, size=…"),
        ("words.csv?word=xyz&size=s", 404, "not_found", "xyz"),
        ("words.csv?word=gone&size=s", 404, "not_found", "word=gone, size=s"),
        ("words.geojson?word=abc&size=s", 404, "unknown_format", "csv, xlsx, jsonl, zip"),
        ("words.csv?word=bundle&size=s", 404, "unknown_format", "xlsx, gpkg, zip"),
        ("words.csv?word=abc&size=s&crs=3879", 400, "no_plane_coordinates", ""),
    ],
)
def test_family_errors_have_the_one_shape_and_name_what_is_wrong(client, address, status, code, said):
    response = client.get(f"/open-data/{address}")

    assert response.status_code == status
    assert response.json()["error"]["code"] == code
    assert said in response.json()["error"]["message"]


def test_catalogue_lists_a_family_with_what_it_needs_and_an_address_that_works(client, family):
    page = BeautifulSoup(client.get("/en/open-data/").content, "html.parser")
    section = page.find(id="words")

    text = " ".join(section.get_text(" ").split())
    assert "Always needed: word= The word." in text
    assert "Only a part: colour= Which colour." in text
    assert "CSV .csv Data Package (ZIP) .zip" in text
    assert "Which columns a file has depends on what you choose in the address." in text
    assert "http://testserver/open-data/words.csv?word=…&size=…" in text
    assert [code.get_text() for code in section.select("th[scope=row] code")] == ["a"]
    samples = [link["href"] for link in section.select("a.address")]
    assert samples == [
        "http://testserver/open-data/words.csv?word=abc&size=xl",
        "http://testserver/open-data/words.csv?word=abc&size=xl&colour=red",
    ]
    assert client.get(samples[-1]).status_code == 200


def test_catalogue_explains_every_table_of_a_bundle(client):
    datasets.register(make_bundle())

    section = BeautifulSoup(client.get("/en/open-data/").content, "html.parser").find(id="survey")

    assert [link["href"] for link in section.select("a.button")] == [
        f"/open-data/survey.{extension}?lang=en" for extension in ("xlsx", "gpkg", "zip")
    ]
    captions = [caption.get_text(strip=True) for caption in section.select("caption")]
    assert captions == [f"What the columns mean: {title}" for title in ("Answers", "Places", "Places")]
    assert len({caption["id"] for caption in section.select("caption")}) == 3


def test_bundle_is_narrowed_by_its_filter(client):
    datasets.register(make_bundle())

    archive = ZipFile(io.BytesIO(body(client.get("/open-data/survey.zip?park=park&crs=3879"))))

    assert archive.read("survey-responses.csv").count(b"\r\n") == 2
    assert archive.read("survey-places.csv").decode().splitlines()[-1].endswith(",true,25496580.36,6673003.61")
