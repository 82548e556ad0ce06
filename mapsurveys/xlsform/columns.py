"""Headings of XLSForm's sheets: other spellings of the same, and the language that comes after `::`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language_info, override

from cms.translations import language_codes
from mapsurveys.xlsform.workbook import Row, Sheet

#: The columns whose texts are carried over.
TRANSLATED = ("label", "hint")
#: Columns that may have a language but are not texts of a questionnaire.
_WITH_LANGUAGE = (*TRANSLATED, "constraint_message", "required_message", "guidance_hint")
#: First parts of headings that name a column only together with the next one.
_PREFIXES = ("bind", "body", "control", "instance", "media")
_SAME = {
    "relevance": "relevant",
    "bind::relevant": "relevant",
    "bind::required": "required",
    "bind::constraint": "constraint",
    "bind::calculate": "calculation",
    "calculate": "calculation",
    "caption": "label",
    "value": "name",
    "list name": "list_name",
    "list": "list_name",
    "image": "media::image",
    "audio": "media::audio",
    "video": "media::video",
    "constraint message": "constraint_message",
    "control::appearance": "appearance",
}


def tag(language: str) -> str:
    """How XLSForm's headings name a language: its own name and its BCP 47 tag, such as `Suomi (fi)`."""
    return f"{capfirst(get_language_info(language)['name_local'])} ({language})"


def language_of(text: str) -> str | None:
    """The code of a language as forms name it: a tag in brackets, a bare tag, a name in any of our languages."""
    inside = re.search(r"\(([^()]*)\)\s*$", text)
    plain = (inside.group(1) if inside else text).strip().lower().replace("_", "-")
    codes = language_codes()
    if plain in codes:
        return plain
    if plain.split("-")[0] in codes:
        return plain.split("-")[0]
    return _names().get(plain) or _names().get(text.split("(")[0].strip().lower())


@cache
def _names() -> dict[str, str]:
    found = {}
    for code, name in settings.LANGUAGES:
        info = get_language_info(code)
        found |= {str(spelling).lower(): code for spelling in (info["name"], info["name_local"])}
        for reader in language_codes():
            with override(reader):
                found[str(name).lower()] = code
    return found


@lru_cache(maxsize=1_000)
def split_heading(heading: str) -> tuple[str, str]:
    """(column as this program names it, language as the form names it or "")."""
    parts = [part.strip() for part in heading.split("::" if "::" in heading else ":")]
    column = parts.pop(0).lower()
    if column in _PREFIXES and parts:
        column = f"{column}::{parts.pop(0).lower()}"
    return _SAME.get(column, column), "::".join(parts)


@dataclass(frozen=True)
class Columns:
    """Reads the cells of a sheet. `languages` are codes by the form's own names ("" where a heading has none)."""

    sheet: Sheet
    languages: dict[str, str]

    def cell(self, row: Row, column: str) -> str:
        """The first filled cell of a column, in whichever language; "" where there is none."""
        for heading, text in row.cells.items():
            if split_heading(heading)[0] == column:
                return text.strip()
        return ""

    def texts(self, row: Row, column: str) -> dict[str, str]:
        """The cells of a translated column by language code."""
        found = {}
        for heading, text in row.cells.items():
            name, language = split_heading(heading)
            if name == column and language in self.languages:
                found[self.languages[language]] = unshield(text)
        return found

    def others(self, row: Row, known: set[str]) -> list[str]:
        """Filled columns of the row besides `known`, each once."""
        return list(dict.fromkeys(column for column in map(_column, row.cells) if column not in known))


def _column(heading: str) -> str:
    return split_heading(heading)[0]


def languages_of(sheets: list[Sheet], default: str) -> tuple[dict[str, str], list[str]]:
    """({name in headings: code}, names of languages that the service does not have).

    Texts without a language are in the form's `default` one. Where the form has none of ours, its first language
    is taken as the service's own, so that the texts are not lost.
    """
    named = {
        language: language_of(language)
        for sheet in sheets
        for column, language in map(split_heading, sheet.headings)
        if language and column in _WITH_LANGUAGE
    }
    own = language_of(default) if default else None
    known = {language: code for language, code in named.items() if code}
    unknown = [language for language, code in named.items() if not code]
    if unknown and not known:
        known[unknown[0]] = settings.LANGUAGE_CODE
    return {**known, "": own or settings.LANGUAGE_CODE}, unknown


def shield(text: str) -> str:
    """Keep `${` in a resident's text from being taken for a reference: an invisible word joiner parts it."""
    return text.replace("${", "$\u2060{")


def unshield(text: str) -> str:
    return text.replace("$\u2060{", "${").strip()
