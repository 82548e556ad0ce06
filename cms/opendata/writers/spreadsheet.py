"""XLSX: the rows for people, and a sheet that explains them: behind one table, before several."""

import re
import tempfile
from datetime import datetime
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from cms.opendata.datasets import attribution
from cms.opendata.writers.base import Writer, in_chunks

# Limits of the format itself.
LAST_ROW = 1_048_575
CELL_LENGTH = 32_767
SHEET_NAME_LENGTH = 31

# What XML 1.0 cannot carry, and the carriage return, which it turns into a line feed.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDTHS = {"string": 28, "integer": 11, "number": 14, "datetime": 19, "date": 12, "boolean": 9, "wkt": 28}
_LONG_TEXT_WIDTH = 60


class XlsxWriter(Writer):
    """A workbook in the reader's language. Texts are always texts, never formulas, links or numbers."""

    extension = "xlsx"
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    name = "Excel (XLSX)"

    def serves(self, dataset):
        """Anything, one table or several."""
        return True

    def stream(self, distribution):
        """Build the workbook in a temporary folder, then yield it; the folder goes when the stream ends."""
        with tempfile.TemporaryDirectory(prefix="kuule-") as folder:
            path = Path(folder) / "dataset.xlsx"
            with distribution.in_language():
                self._build(distribution, path)
            yield from in_chunks(path)

    def _build(self, distribution, path):
        options = {
            "constant_memory": True,
            "tmpdir": str(path.parent),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        with Workbook(str(path), options) as workbook:
            workbook.set_properties({"title": clean_text(str(distribution.dataset.title))})
            formats = _Formats(workbook)
            # Who opens several tables needs to know first what they are.
            is_bundle = len(distribution.tables) > 1
            if is_bundle:
                _explain(_add_sheet(workbook, _("Read me")), distribution, formats)
            for table in distribution.tables:
                _write_table(workbook, table, distribution.rows(table), formats)
            if not is_bundle:
                _explain(_add_sheet(workbook, _("Code book")), distribution, formats)


def _write_table(workbook, table, rows, formats):
    sheets = _Sheets(workbook, table, formats)
    for row in rows:
        sheets.write(row)
    sheets.finish()


class _Formats:
    """How cells of one workbook look."""

    def __init__(self, workbook):
        self.heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.bold = workbook.add_format({"bold": True, "valign": "top"})
        self.wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        patterns = {"datetime": "yyyy-mm-dd hh:mm:ss", "date": "yyyy-mm-dd"}
        self.moments = {type_: workbook.add_format({"num_format": text}) for type_, text in patterns.items()}


class _Sheets:
    """A table's sheet, and further ones where its rows do not fit on one."""

    def __init__(self, workbook, dataset, formats):
        self.workbook = workbook
        self.dataset = dataset
        self.formats = formats
        self.count = 0
        self._open()

    def _open(self):
        self.count += 1
        self.sheet = _add_sheet(self.workbook, str(self.dataset.title), self.count)
        for place, column in enumerate(self.dataset.columns):
            width = _LONG_TEXT_WIDTH if column.name == "text" else _WIDTHS[column.type]
            self.sheet.set_column(place, place, width)
        self.sheet.freeze_panes(1, 0)
        for place, column in enumerate(self.dataset.columns):
            self.sheet.write_string(0, place, clean_text(str(column.title)), self.formats.heading)
        self.row = 0

    def write(self, values):
        """Add a row."""
        if self.row == LAST_ROW:
            self.finish()
            self._open()
        self.row += 1
        for place, (column, value) in enumerate(zip(self.dataset.columns, values, strict=True)):
            if value is not None:
                self._write_cell(place, column.type, value)

    def _write_cell(self, place, type_, value):
        if type_ in ("integer", "number"):
            self.sheet.write_number(self.row, place, value)
        elif type_ == "boolean":
            self.sheet.write_boolean(self.row, place, value)
        elif type_ in self.formats.moments:
            # Spreadsheets know no time zones: the cell holds the local time that the text begins with.
            moment = datetime.fromisoformat(value).replace(tzinfo=None)
            self.sheet.write_datetime(self.row, place, moment, self.formats.moments[type_])
        elif type_ == "wkt" and len(value) > CELL_LENGTH:
            # Half a shape would be a wrong one; the code book says where the whole is.
            return
        else:
            self.sheet.write_string(self.row, place, clean_text(value))

    def finish(self):
        """Let the reader filter by the sheet's heading row."""
        self.sheet.autofilter(0, 0, self.row, len(self.dataset.columns) - 1)


def clean_text(text):
    """The text without control characters that a workbook cannot hold; line ends become line feeds."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def sheet_name(title, taken, number=1):
    """The title as a name that a workbook allows, with the first number from `number` on that makes it unlike `taken`.

    At most 31 units of UTF-16, none of []:*?/\\, no apostrophe at either end, whatever the case. "History" belongs to
    Excel itself.
    """
    plain = re.sub(r"[\[\]:*?/\\\s]", " ", clean_text(title))
    while True:
        suffix = "" if number == 1 else f" {number}"
        name = _cut(plain, SHEET_NAME_LENGTH - len(suffix)).strip("' ")
        name = f"{name}{suffix}".strip()
        if name and name.casefold() not in {"history", *map(str.casefold, taken)}:
            return name
        number += 1


def _cut(text, length):
    while len(text.encode("utf-16-le")) > 2 * length:
        text = text[:-1]
    return text


def _add_sheet(workbook, title, number=1):
    taken = [sheet.get_name() for sheet in workbook.worksheets()]
    sheet = workbook.add_worksheet(sheet_name(title, taken, number))
    if translation.get_language_bidi():
        sheet.right_to_left()
    return sheet


def _explain(sheet, distribution, formats):
    """What the workbook holds, from where, and what each column means."""
    for place, width in enumerate((24, 32, 20, 80)):
        sheet.set_column(place, place, width)
    row = 0
    for label, text in _facts(distribution):
        sheet.write_string(row, 0, label, formats.bold)
        sheet.write_string(row, 1, clean_text(text))
        row += 1
    tables = distribution.tables
    for table in tables:
        if len(tables) > 1:
            sheet.write_string(row + 1, 0, _("Table"), formats.bold)
            sheet.write_string(row + 1, 1, clean_text(str(table.title)))
            sheet.write_string(row + 2, 0, _("Description"), formats.bold)
            sheet.write_string(row + 2, 1, clean_text(str(table.description)))
            row += 2
        row = _write_columns(sheet, row + 1, table, formats)
    if any(column.type == "wkt" for table in tables for column in table.columns):
        note = _("A shape too long for a cell is left out here. The CSV file has it.")
        sheet.write_string(row + 1, 0, note)


def _write_columns(sheet, row, table, formats):
    """Explain the table's columns from that row on; the row after them."""
    for place, text in enumerate((_("Column"), _("Title"), _("Type"), _("Meaning"))):
        sheet.write_string(row, place, text, formats.bold)
    for column in table.columns:
        row += 1
        cells = (column.name, column.title, column.type_name, column.description)
        for place, text in enumerate(cells):
            sheet.write_string(row, place, clean_text(str(text)), formats.wrapped)
    return row + 1


def _facts(distribution):
    dataset = distribution.dataset
    licence = dataset.licence
    if licence is None:
        terms = [(_("Licence"), _("Not open data. Use it only for the work that it was collected for."))]
    else:
        terms = [(_("Licence"), f"{licence.name}, {licence.url}"), (_("Name the source as"), attribution())]
    return (
        (_("Dataset"), str(dataset.title)),
        (_("Description"), str(dataset.description)),
        *terms,
        (_("Address"), distribution.address),
        (_("Downloaded at"), distribution.made_at.isoformat(timespec="seconds")),
    )
