import json

import pytest
from django.test import RequestFactory
from django.utils import translation

from cms.opendata import datasets
from cms.opendata.downloads import respond

from .samples import make_bundle, make_dataset


@pytest.fixture(autouse=True)
def nothing_registered(monkeypatch):
    monkeypatch.setattr(datasets, "_datasets", {})


def ask(extension="csv", dataset=None, query="", method="GET", **options):
    request = RequestFactory().generic(method, f"/admin/answers/?{query}")
    return respond(request, dataset or make_dataset(), extension, "en", **options)


def body(response):
    return b"".join(response.streaming_content)


def test_staff_get_a_dataset_that_nobody_else_can_ask_for():
    response = ask(query="whatever=the-view&means=by-it", filename="answers.csv")

    assert response.status_code == 200
    assert dict(response.headers) == {
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Content-Disposition": 'attachment; filename="answers.csv"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    assert body(response).count(b"\r\n") == 6


def test_staff_rows_are_chosen_by_the_filters_given():
    assert body(ask(filters={"park": "the park"})).count(b"\r\n") == 2


@pytest.mark.parametrize("extension", ["xlsx", "zip"])
def test_staff_get_bundles_too(extension):
    response = ask(extension, make_bundle())

    assert body(response).startswith(b"PK")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="kuule-survey-20')


def test_staff_head_reads_no_rows():
    def fail():
        raise AssertionError("HEAD must not run the query")
        yield

    assert body(ask(dataset=make_dataset(listed=fail()), method="HEAD")) == b""


@pytest.mark.parametrize(
    ("extension", "query", "status", "code"),
    [
        ("exe", "", 404, "unknown_format"),
        ("csv", "crs=4326", 400, "unknown_crs"),
        ("geojson", "crs=3879", 400, "no_plane_coordinates"),
    ],
)
def test_staff_errors_have_the_same_shape_and_are_not_kept(extension, query, status, code):
    with translation.override("en"):
        response = ask(extension, query=query)

    assert response.status_code == status
    assert response.headers["Cache-Control"] == "private, no-store"
    assert not response.has_header("Access-Control-Allow-Origin")
    assert json.loads(response.content)["error"]["code"] == code
