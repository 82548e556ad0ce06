import csv
import io
import json
import tracemalloc
from datetime import datetime
from zipfile import ZipFile

import pytest

from ..samples import ROWS, make_bundle, make_dataset, make_distribution, read

WHOLE_TABLE = (
    "id,text,longitude,created_at,is_answer\r\n"
    '1,"Lisää puita, kiitos",24.9384,2026-11-21T18:09:21+02:00,true\r\n'
    '2,"Hän sanoi ""ei"",\nja lähti 🚲",,2026-06-01T00:00:00+03:00,false\r\n'
    "3,=1+1,-0.5,,\r\n"
    "4,Больше деревьев,25.0,2026-01-01T12:00:00+02:00,true\r\n"
    "5,,,,\r\n"
)


def unpack(distribution):
    """Name and content of each file, whose checksums are right."""
    with ZipFile(io.BytesIO(read(distribution))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_data_package_says_what_its_table_holds(settings):
    settings.KUULE_SITE_NAME, settings.KUULE_CITY_NAME = "Kuule", "Helsinki"

    files = unpack(make_distribution("zip"))

    assert list(files) == ["datapackage.json", "remarks.csv"]
    assert files["remarks.csv"].decode() == WHOLE_TABLE
    assert json.loads(files["datapackage.json"]) == {
        "profile": "tabular-data-package",
        "name": "remarks",
        "title": "Remarks",
        "description": "What people remarked.",
        "created": "2026-11-21T18:09:21+02:00",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0 (CC BY 4.0)",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "sources": [{"title": "Kuule, Helsinki", "path": "https://kuule.example/open-data/remarks.zip"}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "remarks",
                "title": "Remarks",
                "description": "What people remarked.",
                "path": "remarks.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": [
                        {"name": "id", "type": "integer", "title": "Number", "description": "Grows with time."},
                        {"name": "text", "type": "string", "title": "Text", "description": "What was written."},
                        {"name": "longitude", "type": "number", "title": "Longitude", "description": "In degrees."},
                        {
                            "name": "created_at",
                            "type": "datetime",
                            "format": "%Y-%m-%dT%H:%M:%S%z",
                            "title": "Written at",
                            "description": "In Finnish time.",
                        },
                        {
                            "name": "is_answer",
                            "type": "boolean",
                            "trueValues": ["true"],
                            "falseValues": ["false"],
                            "title": "Official answer",
                            "description": "Whether the city answers.",
                        },
                    ],
                    "missingValues": [""],
                },
            }
        ],
    }


def test_data_package_of_what_is_not_open_names_no_licence():
    files = unpack(make_distribution("zip", make_dataset(licence=None)))

    assert "licenses" not in json.loads(files["datapackage.json"])


def test_data_package_moments_are_of_the_format_that_it_names():
    files = unpack(make_distribution("zip"))
    (field,) = (
        field
        for field in json.loads(files["datapackage.json"])["resources"][0]["schema"]["fields"]
        if field["type"] == "datetime"
    )

    row = next(csv.DictReader(io.StringIO(files["remarks.csv"].decode(), newline="")))

    moment = datetime.strptime(row["created_at"], field["format"])  # noqa: DTZ007 - the format has %z
    assert moment == datetime.fromisoformat("2026-11-21T18:09:21+02:00")


@pytest.mark.parametrize("text", ['=1+1, "a";\nä 🚲', "+358 40 123", "-2", "@SUM(A1)", "\t=1", "a\r\nb\rc", " x "])
def test_data_package_leaves_text_unharmed(text):
    dataset = make_dataset(listed=((1, text, None, None, None, None),))

    table = unpack(make_distribution("zip", dataset))["remarks.csv"].decode()

    assert list(csv.reader(io.StringIO(table, newline="")))[1][1] == text


def test_data_package_of_a_bundle_has_a_file_for_each_table_and_what_ties_them():
    files = unpack(make_distribution("zip", make_bundle()))

    resources = json.loads(files["datapackage.json"])["resources"]
    assert list(files) == ["datapackage.json", "survey-responses.csv", "survey-places.csv", "survey-routes.csv"]
    assert [resource["path"] for resource in resources] == list(files)[1:]
    assert [resource["schema"].get("foreignKeys") for resource in resources] == [
        None,
        [{"fields": "id", "reference": {"resource": "survey-responses", "fields": "id"}}],
        None,
    ]
    assert files["survey-responses.csv"].decode() == files["survey-places.csv"].decode() == WHOLE_TABLE
    assert files["survey-routes.csv"] == b"id,text,longitude,created_at,is_answer\r\n"


def test_data_package_leaves_before_all_rows_are_read_and_may_be_broken_off():
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield ROWS[0]

    stream = make_distribution("zip", make_dataset(listed=endless())).stream()
    first = next(stream)
    stream.close()

    assert first.startswith(b"PK")
    assert len(taken) < 2000


def test_data_package_memory_does_not_grow_with_the_rows():
    rows = ((number, f"Lisää puita {number} " * 10, 24.9384, None, True, None) for number in range(30_000))
    distribution = make_distribution("zip", make_dataset(listed=rows))

    tracemalloc.start()
    for _chunk in distribution.stream():
        pass
    _current, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 2_000_000
