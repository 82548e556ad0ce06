"""Files that are broken, or made to break the reader, are refused with a sentence."""

import io
import zipfile

import pytest
from django.utils import translation

from mapsurveys.xlsform import XLSFormError, read_xlsform
from mapsurveys.xlsform.facts import digest_of
from mapsurveys.xlsform.workbook import MEGABYTE, MOST_MEGABYTES, MOST_ROWS
from tests.mapsurveys.xlsform.samples import workbook


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def packed(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def with_entities() -> bytes:
    """A workbook whose strings declare an entity."""
    good = io.BytesIO(workbook(survey=[("type", "name"), ("text", "q")]))
    changed = io.BytesIO()
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            start = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' if name == "xl/workbook.xml" else b""
            new.writestr(name, start + old.read(name))
    return changed.getvalue()


NOT_A_WORKBOOK = "The file is not an Excel workbook (.xlsx) that can be read."
TOO_LARGE = f"The file is too large to be a form: at most {MOST_MEGABYTES} megabytes."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", NOT_A_WORKBOOK),
        (b"type,name\ntext,q", NOT_A_WORKBOOK),
        (b"PK\x03\x04 and then nothing", NOT_A_WORKBOOK),
        (packed(**{"[Content_Types].xml": b"<x"}), NOT_A_WORKBOOK),
        (workbook(survey=[("type",)])[:-300], NOT_A_WORKBOOK),
        (with_entities(), NOT_A_WORKBOOK),
        (b"x" * (MOST_MEGABYTES * MEGABYTE + 1), TOO_LARGE),
        (packed(bomb=b"0" * (40 * MEGABYTE)), TOO_LARGE),
        (packed(**{f"part{number}": b"" for number in range(600)}), TOO_LARGE),
        (workbook(data=[("a",)]), "The workbook has no sheet “survey”, so it is not an XLSForm."),
        (
            workbook(survey=[("type", "name"), *[("note", "a")] * (MOST_ROWS + 1)]),
            f"The sheet “survey” has too many rows: at most {MOST_ROWS}.",
        ),
        (
            workbook(survey=[("type", "name"), *[("begin_group", "a")] * 30]),
            "The groups of the form are nested too deeply.",
        ),
        (
            workbook(survey=[("type", "name"), *[("begin_group", "a"), ("end_group", None)] * 51]),
            "The form has too many pages: 51. A survey has at most 50.",
        ),
    ],
)
def test_hostile_and_broken_files_are_refused(content, message):
    with pytest.raises(XLSFormError) as refused:
        read_xlsform(content)
    assert refused.value.messages == [message]


@pytest.mark.parametrize("value", ['"\\u0000"', "NaN", "1e999", "[" * 50_000, "{"])
def test_facts_that_a_database_could_not_keep_are_refused(value):
    read = {"kind": "text", "@rule": []}
    fact = ("q", "personal", value, digest_of(read, "personal"))
    content = workbook(survey=[("type", "name"), ("text", "q")], kuule=[("row", "field", "value", "instead_of"), fact])
    with pytest.raises(XLSFormError) as refused:
        read_xlsform(content)
    assert refused.value.messages == ["The sheet “kuule” has been changed so that it cannot be read."]


def test_facts_of_the_wrong_type_are_refused():
    fact = ("q", "personal", '{"a": 1}', digest_of({"kind": "text"}, "personal"))
    content = workbook(survey=[("type", "name"), ("text", "q")], kuule=[("row", "field", "value", "instead_of"), fact])
    with pytest.raises(XLSFormError, match="cannot be read as a survey"):
        read_xlsform(content)
