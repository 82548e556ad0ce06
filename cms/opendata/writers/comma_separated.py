"""CSV after RFC 4180: commas, CRLF, quotes where needed.

UTF-8 with a byte order mark, because spreadsheets take a file without it for the local 8-bit encoding and
spoil every ä and Cyrillic letter. Texts leave as they were written, but for an apostrophe before one that a
spreadsheet would run.

Lines are put together here because csv.writer compares each character with the line end by a call: on long
comments it takes twice the time of all else. The tests read every file back with csv.reader.
"""

import codecs
import re

from cms.opendata.batching import in_batches
from cms.opendata.writers.base import BATCH_SIZE, CHUNK_SIZE, Writer

# Characters that start a formula in a spreadsheet (the full-width ones in East Asian versions), after any
# white space, and controls that carry the rest into a cell of its own. OWASP, "CSV Injection".
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
_SUSPECT = frozenset("=+-@＝＋－＠").union(chr(code) for code in range(0x3001) if chr(code).isspace())
_BOOLEANS = {True: "true", False: "false", None: ""}


class CsvWriter(Writer):
    """CSV whose header row holds the columns' stable names."""

    extension = "csv"
    content_type = "text/csv; charset=utf-8; header=present"
    name = "CSV"

    def stream(self, distribution):
        """Yield some 64 kB at a time."""
        (table,) = distribution.tables
        pieces = table_pieces(table, distribution.rows(table), SPREADSHEET_SAFE)
        yield codecs.BOM_UTF8 + next(pieces)
        yield from pieces


def table_pieces(table, rows, spellings):
    """Yield a header row of names and the rows in UTF-8, some 64 kB at a time and at least once.

    `spellings` is SPREADSHEET_SAFE or FAITHFUL.
    """
    spell = [spellings[column.type] for column in table.columns]
    pieces = [",".join([column.name for column in table.columns]), "\r\n"]
    size = 0
    for batch in in_batches(rows, BATCH_SIZE):
        # Column by column, so that each type's way of writing is looked up once a batch.
        cells = [write(values) for write, values in zip(spell, zip(*batch, strict=True), strict=True)]
        piece = "\r\n".join(map(",".join, zip(*cells, strict=True)))
        pieces += [piece, "\r\n"]
        size += len(piece)
        if size >= CHUNK_SIZE:
            yield "".join(pieces).encode()
            pieces, size = [], 0
    yield "".join(pieces).encode()


def guard_formula(text):
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _quote(text):
    if '"' in text:
        return '"' + text.replace('"', '""') + '"'
    if "," in text or "\n" in text or "\r" in text:
        return f'"{text}"'
    return text


def _spell_texts(values):
    # One look at the first character spares nearly every text the regular expression.
    return ["" if not text else _quote(guard_formula(text) if text[0] in _SUSPECT else text) for text in values]


def _spell_as_written(values):
    return ["" if text is None else _quote(text) for text in values]


def _spell_moments(values):
    return [moment or "" for moment in values]


def _spell_numbers(values):
    return ["" if number is None else str(number) for number in values]


def _spell_booleans(values):
    return [_BOOLEANS[value] for value in values]


# Texts that a spreadsheet would run get an apostrophe: for files that people open with a double click.
SPREADSHEET_SAFE = {
    "string": _spell_texts,
    "wkt": _spell_as_written,
    "datetime": _spell_moments,
    "date": _spell_moments,
    "integer": _spell_numbers,
    "number": _spell_numbers,
    "boolean": _spell_booleans,
}

# Every text as it was written: for files that programs read.
FAITHFUL = SPREADSHEET_SAFE | {"string": _spell_as_written}
