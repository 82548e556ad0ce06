"""Workbooks as sheets of texts. What is read comes from anyone: sizes are limited before anything is opened."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from xlsxwriter import Workbook

from cms.opendata.writers.spreadsheet import CELL_LENGTH, clean_text
from mapsurveys.xlsform.errors import XLSFormError

MEGABYTE = 1024 * 1024
#: Megabytes of the largest file that is read, and of what may be packed inside it.
MOST_MEGABYTES = 5
MOST_UNPACKED_MEGABYTES = 30
#: Parts of a workbook: sheets, styles, pictures.
MOST_PARTS = 500
#: Of each sheet. The longest questionnaire that residents answer needs a tenth of it.
MOST_ROWS = 10_000
MOST_COLUMNS = 200

#: No workbook has these; a reader that obeyed them could be made to fill its memory.
_DECLARATIONS = tuple(word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le"))

#: What openpyxl raises at a file that is no workbook, or one that was made to break it.
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ParseError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    EOFError,
    RuntimeError,
    TypeError,
    ValueError,
    AssertionError,
)


@dataclass(frozen=True)
class Row:
    """A row of a sheet: its number there (from 1) and its filled cells by heading."""

    number: int
    cells: dict[str, str]


@dataclass
class Sheet:
    """A sheet with headings in its first row."""

    name: str
    headings: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def read_workbook(content: bytes) -> dict[str, Sheet]:
    """Sheets by lower-case name, without empty rows. Raises XLSFormError."""
    _check_size(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return {sheet.title.strip().lower(): _read_sheet(sheet) for sheet in book.worksheets}
    except XLSFormError:
        raise
    except _BROKEN as error:
        raise _not_a_workbook() from error


def _not_a_workbook() -> XLSFormError:
    return XLSFormError(_("The file is not an Excel workbook (.xlsx) that can be read."), "workbook")


def _check_size(content: bytes) -> None:
    too_large = XLSFormError(_("The file is too large to be a form: at most %(limit)s megabytes."), "size")
    too_large.params = {"limit": MOST_MEGABYTES}
    if len(content) > MOST_MEGABYTES * MEGABYTE:
        raise too_large
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_MEGABYTES * MEGABYTE:
                raise too_large
            declared = any(_declares(archive, part) for part in parts if not part.filename.endswith("/"))
    except _BROKEN as error:
        if isinstance(error, XLSFormError):
            raise
        raise _not_a_workbook() from error
    if declared:
        raise _not_a_workbook()


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    # Reading a part never gives more than the size that the archive tells, which was checked.
    text = archive.read(part)
    return any(word in text for word in _DECLARATIONS)


def _read_sheet(sheet: Any) -> Sheet:
    # Rows told as further down than they are would be read as millions of empty ones.
    rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
    headings = [_as_text(value).strip() for value in next(rows, ())]
    read = Sheet(sheet.title, [heading for heading in headings if heading])
    for number, values in enumerate(rows, start=2):
        pairs = zip(headings, map(_as_text, values), strict=False)
        cells = {heading: text for heading, text in pairs if heading and text.strip()}
        if cells and number > MOST_ROWS:
            message = _("The sheet “%(sheet)s” has too many rows: at most %(limit)s.")
            raise XLSFormError(message, "rows", {"sheet": sheet.title, "limit": MOST_ROWS})
        if cells:
            read.rows.append(Row(number, cells))
    return read


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return clean_text(str(value))


def make_sheet(name: str, rows: Iterable[dict[str, str]], headings: Iterable[str] = ()) -> Sheet:
    """A sheet as reading it from a workbook would give it. Columns are `headings`, then others as they come."""
    columns: dict[str, None] = dict.fromkeys(headings)
    made = Sheet(name)
    for number, cells in enumerate(rows, start=2):
        filled = {heading: clean_text(text)[:CELL_LENGTH] for heading, text in cells.items() if text.strip()}
        columns |= dict.fromkeys(filled)
        made.rows.append(Row(number, filled))
    made.headings = list(columns)
    return made


def write_workbook(title: str, sheets: Iterable[Sheet]) -> bytes:
    """The sheets as XLSX. Every cell is a text: none is a formula, a link or a number."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": clean_text(title)[:255]})
        bold = book.add_format({"bold": True, "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            page.set_column(0, max(0, len(sheet.headings) - 1), 24)
            places = {heading: place for place, heading in enumerate(sheet.headings)}
            for heading, place in places.items():
                page.write_string(0, place, heading, bold)
            for row in sheet.rows:
                for heading, text in row.cells.items():
                    page.write_string(row.number - 1, places[heading], text, wrapped)
    return content.getvalue()
