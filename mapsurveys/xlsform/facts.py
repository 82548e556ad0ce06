"""What other programs have no columns for: kept on a sheet of its own, one fact a row, so that nothing is lost.

A fact is {row: what it is about, field, value (JSON), instead_of}. `instead_of` is a digest of what the other sheets
said when the file was written. Where they say something else now, someone has edited them, and they win.
"""

import hashlib
import json
import math
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from pydantic.fields import FieldInfo

from mapsurveys.texts import Element
from mapsurveys.xlsform.errors import XLSFormError
from mapsurveys.xlsform.workbook import Sheet

SHEET = "kuule"
#: Fields that are lists of elements, each of which has facts of its own.
PARTS = ("steps", "questions", "follow_ups", "choices", "rows", "places")
#: Characters of a value in one cell; longer ones go on in the rows below.
PIECE = 30_000
#: Where a document that is being read keeps what an element is called, and its rule as the form has it.
NAME, RULE = "@name", "@rule"
#: The name of the row in a repeated group that asks for the place.
PLACE = "@place"

#: {row: {field: (JSON, instead_of)}}
Facts = dict[str, dict[str, tuple[str, str]]]


def option_name(question: str, part: str, name: str) -> str:
    """What an option or a row of a question is called in facts: names of options are told apart only in their list."""
    return f"{question}.{part}.{name}"


def digest_of(read: dict[str, Any], field: str) -> str:
    """Of what the other sheets say of a field: short, and the same for the same. The kind counts too."""
    said = read.get(RULE if field == "show_when" else field)
    text = json.dumps([read.get("kind"), said], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def differences(original: Element, read: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Rows of the sheet: every field in which `read`, what the other sheets give, is not as the original."""
    for part in (part for part in PARTS if part in read):
        for own, found in zip(getattr(original, part), read[part], strict=True):
            yield from _of_element(own, found)
            yield from differences(own, found)


def _of_element(element: Element, read: dict[str, Any]) -> Iterator[dict[str, str]]:
    original = element.model_dump(mode="json")
    for name, field in type(element).model_fields.items():
        if name in PARTS and name in read:
            continue
        # Identifiers and rules cannot be read off the other sheets as they were.
        given = name not in ("id", "show_when") and name in read
        if original[name] != (read[name] if given else _default(name, field)):
            yield from _pieces(read[NAME], name, original[name], digest_of(read, name))


def _default(name: str, field: FieldInfo) -> Any:
    return None if name == "id" else field.get_default(call_default_factory=True)


def merge(read: dict[str, Any], facts: Facts) -> None:
    """Set in the document `read` all fields that have a fact and have not been edited since it was written.

    Raises XLSFormError.
    """
    for part in PARTS:
        for found in read.get(part, []):
            for name, (text, instead_of) in facts.get(found.get(NAME), {}).items():
                if _may_be_told(found, name) and digest_of(found, name) == instead_of:
                    found[name] = _value(text)
                    _check_parts(found)
            merge(found, facts)


def _may_be_told(read: dict[str, Any], field: str) -> bool:
    """The kind and the parts of an element are as the other sheets have them, if they have them."""
    return field != "kind" and not field.startswith("@") and not (field in PARTS and field in read)


def _check_parts(element: Any) -> None:
    """Raise XLSFormError where parts are no elements, which whoever goes through them relies on."""
    if not isinstance(element, dict):
        raise _unreadable()
    for part in (element[name] for name in PARTS if name in element):
        if not isinstance(part, list):
            raise _unreadable()
        for each in part:
            _check_parts(each)


def _unreadable() -> XLSFormError:
    return XLSFormError(_("The sheet “kuule” has been changed so that it cannot be read."), "facts")


def _pieces(row: str, name: str, value: Any, instead_of: str) -> Iterator[dict[str, str]]:
    # Escapes keep what a cell could not hold, such as carriage returns.
    text = json.dumps(value)
    for start in range(0, len(text), PIECE):
        yield {"row": row, "field": name, "value": text[start : start + PIECE], "instead_of": instead_of}


def read_facts(sheet: Sheet | None) -> Facts:
    """The facts of a sheet, long values put together again."""
    found: Facts = {}
    for row in sheet.rows if sheet else []:
        about = found.setdefault(row.cells.get("row", ""), {})
        field = row.cells.get("field", "")
        before = about.get(field, ("", ""))[0]
        about[field] = before + row.cells.get("value", ""), row.cells.get("instead_of", "")
    return found


def _value(text: str) -> Any:
    # A database keeps neither NUL nor numbers without end.
    try:
        if "\\u0000" in text:
            raise ValueError(text)
        return json.loads(text, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise _unreadable() from error


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number
