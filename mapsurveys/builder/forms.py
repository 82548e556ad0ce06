"""The form of an element of a questionnaire, made from what its class says about itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext
from pydantic import ValidationError

from mapsurveys.builder.faults import fault_in_words
from mapsurveys.builder.fields import Colour, ImageKey, Mask, TextInLanguage, field_for, list_member, setting_of
from mapsurveys.builder.texts import source_text, source_then
from mapsurveys.texts import Element

#: Edited elsewhere: the rule and the follow-ups have sections of their own.
ELSEWHERE = frozenset({"kind", "id", "show_when", "follow_ups", "questions", "view", "layers"})
#: Rows that stand ready in a new list.
NEW_ROWS = 3

Sources = dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Part:
    """A field in its place, with the text that a translator works from beside it."""

    field: forms.BoundField
    source_language: str = ""
    source: str = ""
    source_before: str = ""

    @property
    def is_tick(self) -> bool:
        return isinstance(self.field.field, forms.BooleanField)

    @property
    def is_wide(self) -> bool:
        """Whether the field takes the whole width of a form, and not a column of it."""
        return isinstance(self.field.field, TextInLanguage | Mask | Colour | ImageKey)


class ElementForm(forms.Form):
    """The texts of one language and the settings of a step, a question or an option.

    `key` is the element's part of its texts' keys (builder.texts), `sources` what they were translated from. After
    a successful check `written` is the element as it shall be stored.
    """

    def __init__(
        self, element: Element, language: str, data=None, files=None, *, key: str, sources: Sources, prefix=""
    ):
        super().__init__(data, files, prefix=prefix, use_required_attribute=False)
        self.element, self.language, self.key, self.sources = element, language, key, sources
        self.rows: dict[str, Rows] = {}
        self.written: dict[str, Any] = {}
        for name in _editable(type(element)):
            self._add(name)

    def _add(self, name: str) -> None:
        kind = type(self.element)
        if member := list_member(kind, name):
            self.rows[name] = Rows(self, name, member)
            return
        field = self.fields[name] = field_for(kind, name)
        self.initial[name] = field.shown(getattr(self.element, name, None), self.language)

    def clean(self):
        cleaned = super().clean()
        checked = [rows.is_valid() for rows in self.rows.values()]  # all of them, so that all tell their errors
        if not all(checked) or self.errors:
            return cleaned
        self.written = self._document(cleaned)
        if self.prefix == "":
            self._check()
        return cleaned

    def is_valid(self):
        return super().is_valid() and all(rows.is_valid() for rows in self.rows.values())

    def _document(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        document = self.element.model_dump(mode="json", exclude_defaults=True)
        for name, field in self.fields.items():
            document[name] = field.stored(cleaned[name], getattr(self.element, name, None), self.language)
        return document | {name: rows.written for name, rows in self.rows.items()}

    def _check(self) -> None:
        """Let the element's own class have the last word on the values."""
        try:
            type(self.element).model_validate(self.written)
        except ValidationError as error:
            for fault in error.errors():
                self._tell(fault)

    def _tell(self, fault: dict[str, Any]) -> None:
        name, *rest = [part for part in fault["loc"] if part != getattr(self.element, "kind", None)] or [""]
        message = fault_in_words(fault)
        if name in self.rows and rest and isinstance(rest[0], int):
            row = self.rows[name].filled()[rest[0]]
            field = rest[1] if len(rest) > 1 and rest[1] in row.fields else NON_FIELD_ERRORS
            row.add_error(None if field == NON_FIELD_ERRORS else field, message)
            self.add_error(None, gettext("Something in the list has to be mended."))
            return
        self.add_error(name if name in self.fields else None, message)

    @property
    def element_written(self) -> Element:
        """The checked element."""
        return type(self.element).model_validate(self.written)

    def part(self, name: str) -> Part:
        field = self.fields[name]
        if not isinstance(field, TextInLanguage):
            return Part(self[name])
        texts = getattr(self.element, name, {})
        code, source = source_text(texts, self.language)
        before = source_then(self.sources, f"{self.key}.{name}", texts, self.language)
        return Part(self[name], code, source, before)

    def parts(self, *names: str) -> list[Part]:
        return [self.part(name) for name in names if name in self.fields]

    def row_parts(self) -> list[Part]:
        """The fields of an option that are always in sight."""
        return self.parts(*(name for name in self.fields if name not in ("name", "geometry")))

    def is_untouched(self) -> bool:
        """Whether a new row was left empty."""
        return not self.has_changed()

    @property
    def media(self):
        media = super().media
        for rows in self.rows.values():
            media += rows.blank.media
        return media


def _editable(kind: type[Element]) -> Iterator[str]:
    hidden = getattr(kind, "hidden_settings", frozenset())
    for name in kind.model_fields:
        if name not in ELSEWHERE and name not in hidden and setting_of(kind, name):
            yield name


class Rows:
    """A list of options, rows of a grid, or places, in the order of their hidden fields `…-rows` on the page.

    A row's key is the id of its element, or anything else for a new one.
    """

    def __init__(self, form: ElementForm, name: str, member: type[Element]):
        self.form, self.name, self.member = form, name, member
        self.label = setting_of(type(form.element), name).label
        self.help = setting_of(type(form.element), name).help
        known = {element.id: element for element in getattr(form.element, name)}
        self.forms = [self._form(key, known.get(key)) for key in self._keys(list(known))]

    def _keys(self, known: list[str]) -> list[str]:
        if self.form.is_bound:
            return list(dict.fromkeys(self.form.data.getlist(f"{self.name}-rows")))
        takes_blank = "geometry" not in self.member.model_fields
        return known or ([f"new-{number}" for number in range(NEW_ROWS)] if takes_blank else [])

    def _form(self, key: str, element: Element | None, *, bound: bool = True) -> ElementForm:
        element = element or self._sent_along(key)
        form = ElementForm(
            element or self.member.model_construct(),
            self.form.language,
            self.form.data if self.form.is_bound and bound else None,
            self.form.files if self.form.is_bound and bound else None,
            key=f"{self.form.key}.{element.id if element else key}",
            sources=self.form.sources,
            prefix=f"{self.name}-{key}",
        )
        form.row_key, form.is_new = key, element is None
        form.stored = form.data.get(f"{form.prefix}-stored", "") if form.is_bound else ""
        if element is None:
            form.empty_permitted = True
        if "label" in form.fields:
            form.fields["label"].label = gettext("Text")
            form.fields["label"].widget = forms.TextInput(attrs={"lang": self.form.language, "maxlength": 500})
        return form

    def _sent_along(self, key: str) -> Element | None:
        """What a new row was made from, where it is more than the form shows: a place of a file in many languages."""
        try:
            return self.member.model_validate_json(self.form.data.get(f"{self.name}-{key}-stored", ""))
        except (ValidationError, AttributeError):
            return None

    @property
    def blank(self) -> ElementForm:
        """What a new row is made from in the browser."""
        return self._form("__key__", None, bound=False)

    @property
    def takes_blank(self) -> bool:
        """Whether a row can begin empty: a place can't, it comes from the map or from a file."""
        return "geometry" not in self.member.model_fields

    def filled(self) -> list[ElementForm]:
        """The rows that say something."""
        return [form for form in self.forms if not (form.is_new and form.is_untouched())]

    def is_valid(self) -> bool:
        checked = [form.is_valid() for form in self.filled()]
        return all(checked)

    @property
    def written(self) -> list[dict[str, Any]]:
        return [form.written for form in self.filled()]
