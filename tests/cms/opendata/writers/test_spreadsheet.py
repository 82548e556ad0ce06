import io
import tempfile
import tracemalloc
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from cms.opendata.datasets import Column
from cms.opendata.writers import spreadsheet

from ..samples import COLUMNS, ROWS, make_bundle, make_dataset, make_distribution, read


def open_book(distribution):
    return load_workbook(io.BytesIO(read(distribution)))


def values(sheet):
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_xlsx_first_sheet_cell_by_cell():
    sheet = open_book(make_distribution("xlsx")).worksheets[0]

    assert sheet.title == "Remarks"
    assert values(sheet) == [
        ("Number", "Text", "Longitude", "Written at", "Official answer"),
        (1, "Lisää puita, kiitos", 24.9384, datetime.fromisoformat("2026-11-21T18:09:21"), True),
        (2, 'Hän sanoi "ei",\nja lähti 🚲', None, datetime.fromisoformat("2026-06-01"), False),
        (3, "=1+1", -0.5, None, None),
        (4, "Больше деревьев", 25, datetime.fromisoformat("2026-01-01T12:00"), True),
        (5, None, None, None, None),
    ]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E6"


def test_xlsx_second_sheet_is_the_code_book(settings):
    settings.KUULE_SITE_NAME, settings.KUULE_CITY_NAME = "Kuule", "Helsinki"

    sheet = open_book(make_distribution("xlsx")).worksheets[1]

    assert sheet.title == "Code book"
    assert values(sheet) == [
        ("Dataset", "Remarks", None, None),
        ("Description", "What people remarked.", None, None),
        (
            "Licence",
            "Creative Commons Attribution 4.0 (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/",
            None,
            None,
        ),
        ("Name the source as", "Kuule, Helsinki", None, None),
        ("Address", "https://kuule.example/open-data/remarks.xlsx", None, None),
        ("Downloaded at", "2026-11-21T18:09:21+02:00", None, None),
        (None, None, None, None),
        ("Column", "Title", "Type", "Meaning"),
        ("id", "Number", "whole number", "Grows with time."),
        ("text", "Text", "text", "What was written."),
        ("longitude", "Longitude", "number", "In degrees."),
        ("created_at", "Written at", "date and time", "In Finnish time."),
        ("is_answer", "Official answer", "true or false", "Whether the city answers."),
    ]


def test_xlsx_of_what_is_not_open_says_so():
    sheet = open_book(make_distribution("xlsx", make_dataset(licence=None))).worksheets[1]

    assert [row[:2] for row in values(sheet)[:4]] == [
        ("Dataset", "Remarks"),
        ("Description", "What people remarked."),
        ("Licence", "Not open data. Use it only for the work that it was collected for."),
        ("Address", "https://kuule.example/open-data/remarks.xlsx"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "{=A1}",
        "https://example.org",
        "mailto:a@b.fi",
        "12",
        "2026-01-01",
        "+1",
        " a ",
        "<b>&amp;</b>",
        "TRUE",
    ],
)
def test_xlsx_writes_texts_as_texts(text):
    row = (1, text, None, None, None, None)

    cell = open_book(make_distribution("xlsx", make_dataset(listed=(row,)))).worksheets[0]["B2"]

    assert (cell.value, cell.hyperlink) == (text, None)
    # openpyxl takes any text with "=" for a formula; the file itself tells.
    file = ZipFile(io.BytesIO(read(make_distribution("xlsx", make_dataset(listed=(row,))))))
    assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x0bb\x01c\x1fd", "abcd"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\ufffeb\uffffc", "abc"),
        ("tab\tstays", "tab\tstays"),
        ("\x07", ""),
    ],
)
def test_xlsx_leaves_out_only_what_a_workbook_cannot_hold(text, kept):
    row = (1, text, None, None, None, None)

    sheet = open_book(make_distribution("xlsx", make_dataset(listed=(row,)))).worksheets[0]

    assert (sheet["A2"].value, sheet["B2"].value) == (1, kept)


def test_xlsx_text_that_looks_like_an_escape_stays_as_it_is():
    row = (1, "_x000B_", None, None, None, None)

    cell = open_book(make_distribution("xlsx", make_dataset(listed=(row,)))).worksheets[0]["B2"]

    # openpyxl leaves the escapes of inline texts to its caller.
    assert unescape(cell.value) == "_x000B_"


def test_xlsx_leaves_out_a_shape_that_does_not_fit_and_says_so():
    columns = (Column("shape", "wkt", "Shape", "Where."),)
    listed = (("POINT(24 60)", None), (f"LINESTRING({'24 60,' * 8000}24 60)", None))
    dataset = make_dataset(columns=columns, listed=listed)

    sheet, code_book = open_book(make_distribution("xlsx", dataset)).worksheets

    assert values(sheet) == [("Shape",), ("POINT(24 60)",), (None,)][: sheet.max_row]
    assert values(code_book)[-1][0].startswith("A shape too long")


def test_xlsx_goes_on_on_another_sheet_when_one_is_full(monkeypatch):
    monkeypatch.setattr(spreadsheet, "LAST_ROW", 2)

    book = open_book(make_distribution("xlsx"))

    assert book.sheetnames == ["Remarks", "Remarks 2", "Remarks 3", "Code book"]
    numbers = [[row[0] for row in values(sheet)] for sheet in book.worksheets[:3]]
    assert numbers == [["Number", 1, 2], ["Number", 3, 4], ["Number", 5]]


def test_xlsx_sheet_name_is_made_allowable():
    dataset = make_dataset(title="What [people] said: all of it, from here to eternity?")

    book = open_book(make_distribution("xlsx", dataset))

    assert book.sheetnames[0] == "What  people  said  all of it,"


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("Places", (), "Places"),
        ("Places", ("PLACES",), "Places 2"),
        ("Places", ("Places", "Places 2"), "Places 3"),
        ("history", (), "history 2"),
        ("'[:]'", (), "2"),
        ("", (), "2"),
        ("a\nb\x07", (), "a b"),
        ("What would you like to see here? 🚲", (), "What would you like to see here"),
        ("🚲" * 20, (), "🚲" * 15),
        ("x" * 40, ("x" * 31,), "x" * 29 + " 2"),
    ],
)
def test_xlsx_sheet_name_is_short_allowed_and_one_of_its_kind(title, taken, name):
    assert spreadsheet.sheet_name(title, taken) == name


def test_xlsx_of_a_bundle_has_a_sheet_for_each_table():
    book = open_book(make_distribution("xlsx", make_bundle()))

    assert book.sheetnames == ["Read me", "Answers", "Places", "Places 2"]
    single = values(open_book(make_distribution("xlsx")).worksheets[0])
    assert values(book["Answers"]) == single
    assert values(book["Places"]) == single
    assert values(book["Places 2"]) == single[:1]


def test_xlsx_of_a_bundle_begins_by_explaining_each_table():
    rows = values(open_book(make_distribution("xlsx", make_bundle()))["Read me"])

    assert rows[0][:2] == ("Dataset", "Survey")
    assert [row[1] for row in rows if row[0] == "Table"] == ["Answers", "Places", "Places"]
    assert rows[6:16] == [
        (None, None, None, None),
        ("Table", "Answers", None, None),
        ("Description", "What people remarked.", None, None),
        ("Column", "Title", "Type", "Meaning"),
        ("id", "Number", "whole number", "Grows with time."),
        ("text", "Text", "text", "What was written."),
        ("longitude", "Longitude", "number", "In degrees."),
        ("created_at", "Written at", "date and time", "In Finnish time."),
        ("is_answer", "Official answer", "true or false", "Whether the city answers."),
        (None, None, None, None),
    ]


def test_xlsx_temporary_files_go_also_when_the_download_breaks(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def broken():
        yield ROWS[0]
        raise ConnectionError

    stream = make_distribution("xlsx").stream()
    next(stream)
    assert list(Path(tmp_path).iterdir())
    stream.close()
    with pytest.raises(ConnectionError):
        read(make_distribution("xlsx", make_dataset(listed=broken())))

    assert not list(Path(tmp_path).iterdir())


def test_xlsx_memory_does_not_grow_with_the_rows():
    def peak_of(count):
        rows = ((number, f"Lisää puita, kiitos {number} " * 10, None) for number in range(count))
        distribution = make_distribution("xlsx", make_dataset(columns=COLUMNS[:2], listed=rows))
        tracemalloc.start()
        for _chunk in distribution.stream():
            pass
        _current, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    assert peak_of(10_000) - peak_of(500) < 1_000_000
