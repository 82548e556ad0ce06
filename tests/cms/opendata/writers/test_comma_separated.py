import csv
import io
import tracemalloc

import pytest

from cms.opendata.writers.base import CHUNK_SIZE
from cms.opendata.writers.comma_separated import guard_formula

from ..samples import ROWS, make_dataset, make_distribution, read

WHOLE_FILE = (
    "\N{BYTE ORDER MARK}id,text,longitude,created_at,is_answer\r\n"
    '1,"Lisää puita, kiitos",24.9384,2026-11-21T18:09:21+02:00,true\r\n'
    '2,"Hän sanoi ""ei"",\nja lähti 🚲",,2026-06-01T00:00:00+03:00,false\r\n'
    "3,'=1+1,-0.5,,\r\n"
    "4,Больше деревьев,25.0,2026-01-01T12:00:00+02:00,true\r\n"
    "5,,,,\r\n"
)


def test_csv_whole_file():
    assert read(make_distribution("csv")).decode() == WHOLE_FILE


def test_csv_without_rows_has_its_header():
    text = read(make_distribution("csv", make_dataset(listed=()))).decode("utf-8-sig")

    assert text == "id,text,longitude,created_at,is_answer\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "commas, and; semicolons",
        'quotes " and ""',
        "a\nb\r\nc\rd",
        "inner\ttab",
        "'already quoted",
        " leading and trailing ",
        "ä å ö Щ 你 🚲 👩‍👩‍👧 e\u0301",
        "1+1=2",
        "\u2028line separator",
        "\x0bvertical tab",
        "true",
        "0012",
    ],
)
def test_csv_leaves_text_unharmed(text):
    row = (1, text, None, None, None, None)

    table = read(make_distribution("csv", make_dataset(listed=(row,)))).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(table, newline="")))[1][1] == text


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("+358 40 123", "'+358 40 123"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'  =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("\u3000=1+1", "'\u3000=1+1"),
        ("\n=1+1", "'\n=1+1"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\nx", "'\nx"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠SUM", "'＠SUM"),
        ("", ""),
        ("1=1", "1=1"),
        ("a-b", "a-b"),
        ("  x", "  x"),
        ("'=1", "'=1"),
        ("🚲=1", "🚲=1"),
        ("— pitkä viiva", "— pitkä viiva"),
    ],
)
def test_csv_guards_texts_that_spreadsheets_run(text, guarded):
    row = (1, text, None, None, None, None)

    table = read(make_distribution("csv", make_dataset(listed=(row,)))).decode("utf-8-sig")

    assert guard_formula(text) == guarded
    assert list(csv.reader(io.StringIO(table, newline="")))[1][1] == guarded


def test_csv_never_guards_numbers():
    row = (-1, None, -24.5, None, None, None)

    assert b"\r\n-1,,-24.5,,\r\n" in read(make_distribution("csv", make_dataset(listed=(row,))))


def test_csv_leaves_before_all_rows_are_read():
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield ROWS[0]

    first = next(make_distribution("csv", make_dataset(listed=endless())).stream())

    assert CHUNK_SIZE <= len(first) < 2 * CHUNK_SIZE
    assert len(taken) < 2000


def test_csv_memory_does_not_grow_with_the_rows():
    rows = ((number, "Lisää puita, kiitos " * 10, 24.9384, None, True, None) for number in range(50_000))
    distribution = make_distribution("csv", make_dataset(listed=rows))

    tracemalloc.start()
    size = sum(len(chunk) for chunk in distribution.stream())
    _current, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size > 10_000_000
    assert peak < 2_000_000
