"""Form fields for the parts of a questionnaire, chosen by the types that pydantic knows.

Each field turns what is stored into what a form shows (`shown`) and what was typed into what is stored (`stored`).
A kind of question needs nothing here: its annotations say enough.
"""

import types
from datetime import date
from enum import StrEnum
from typing import Any, Union, get_args, get_origin

from django import forms
from django.contrib.gis.geos import GEOSGeometry
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.images.widgets import AdminImageChooser

from cms import geo
from cms.editing import DayInput
from cms.forms.geometry import AreaField
from mapsurveys.builder.widgets import ColourWidget, PlaceTextWidget
from mapsurveys.kinds.base import Setting
from mapsurveys.kinds.marking import area_from
from mapsurveys.kinds.number import NumberField
from mapsurveys.texts import LONGEST_TEXT, Element

#: Texts of a few words; every other text may be long.
SHORT_TEXTS = frozenset({"title", "link_text", "unit", "other_label", "first_label", "last_label"})

#: What fields that all elements have are called; the kinds' own have `Setting` marks.
COMMON = {
    "label": Setting(_("Question text")),
    "help": Setting(_("Help text"), _("Shown below the question, for what all should know before they answer.")),
    "name": Setting(
        _("Short name"),
        _("Of columns in exported files: small letters, digits and _. Made from the text if left empty."),
    ),
    "title": Setting(_("Title")),
    "text": Setting(_("Text"), _("Shown below the title, before the questions.")),
    "geometry": Setting(_("Place as GeoJSON")),
}


class Stored:
    """Mixed into fields whose stored and shown values are the same."""

    def shown(self, value: Any, language: str) -> Any:
        return value

    def stored(self, cleaned: Any, before: Any, language: str) -> Any:
        return cleaned


class TextInLanguage(Stored, forms.CharField):
    """One language's text of {language: text}; the others are kept as they are."""

    def __init__(self, *, short: bool, **kwargs):
        widget = forms.TextInput() if short else AdminAutoHeightTextInput()
        super().__init__(widget=widget, max_length=LONGEST_TEXT, required=False, **kwargs)

    def shown(self, value, language):
        self.widget.attrs["lang"] = language
        return value.get(language, "")

    def stored(self, cleaned, before, language):
        return {code: text for code, text in {**before, language: cleaned}.items() if text}


class Truth(Stored, forms.BooleanField):
    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


class SettingNumber(Stored, NumberField):
    """A number as people write it; an empty one is the default."""

    def __init__(self, *, default, **kwargs):
        super().__init__(required=False, widget=forms.TextInput(attrs={"inputmode": "text", "size": 8}), **kwargs)
        self.default = default

    def stored(self, cleaned, before, language):
        return self.default if cleaned is None else cleaned


class Day(Stored, forms.DateField):
    widget = DayInput

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def stored(self, cleaned, before, language):
        return cleaned and cleaned.isoformat()


class Line(Stored, forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


class OneOfNamed(Stored, forms.ChoiceField):
    """A member of an enumeration, under its name from the kind's `looks`."""

    def __init__(self, *, names, **kwargs):
        choices = [(member.value, name) for member, name in names.items()]
        widget = forms.RadioSelect if len(choices) <= 3 else forms.Select
        super().__init__(choices=choices, widget=widget, **kwargs)


class Colour(Stored, forms.CharField):
    widget = ColourWidget

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


class ImageKey(Stored, forms.IntegerField):
    """The key of a Wagtail image."""

    def __init__(self, **kwargs):
        super().__init__(required=False, widget=AdminImageChooser(show_edit_link=False), **kwargs)


class Mask(Stored, AreaField):
    """Polygons, kept as GeoJSON in EPSG:4326."""

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def shown(self, value, language):
        try:
            return area_from(value)
        except geo.GeometryError:
            return None

    def stored(self, cleaned, before, language):
        return geo.as_geojson(cleaned) if cleaned else None


class PlaceText(Stored, forms.CharField):
    """A place of a list, as GeoJSON in EPSG:4326."""

    widget = PlaceTextWidget

    def shown(self, value, language):
        return value

    def to_python(self, value) -> GEOSGeometry:
        return geo.parse_place(super().to_python(value))

    def stored(self, cleaned, before, language):
        return geo.as_geojson(cleaned)


def setting_of(model: type[Element], name: str) -> Setting | None:
    """The label and help of an element's field; None for what planners do not see as a field."""
    marks = model.model_fields[name].metadata
    return next((mark for mark in marks if isinstance(mark, Setting)), None) or COMMON.get(name)


def list_member(model: type[Element], name: str) -> type[Element] | None:
    """The class of the elements in a list of options, rows or places; None for any other field."""
    annotation = model.model_fields[name].annotation
    member = next(iter(get_args(annotation)), None) if get_origin(annotation) is list else None
    return member if isinstance(member, type) and issubclass(member, Element) else None


def field_for(model: type[Element], name: str) -> forms.Field:
    """The form field of an element's field. Raises LookupError where no field knows its type."""
    setting = setting_of(model, name)
    shared = {"label": setting.label, "help_text": setting.help}
    info = model.model_fields[name]
    of = _bare(info.annotation)
    if name in model.text_names():
        return TextInLanguage(short=name in SHORT_TEXTS, **shared)
    if name == "image":
        return ImageKey(**shared)
    if name == "colour":
        return Colour(**shared)
    if name == "geometry":
        return PlaceText(**shared)
    if of is bool:
        return Truth(**shared)
    if isinstance(of, type) and issubclass(of, StrEnum):
        return OneOfNamed(names=model.looks[name], **shared)
    if of in (int, float):
        default = None if type(None) in get_args(info.annotation) else info.default
        return SettingNumber(
            decimals=of is float, least=_limit(info, "ge"), most=_limit(info, "le"), default=default, **shared
        )
    if of is date:
        return Day(**shared)
    if of is str:
        return Line(**shared)
    if get_origin(of) is dict:
        return Mask(**shared)
    raise LookupError(name)


def _bare(annotation: Any) -> Any:
    """The type without `| None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _limit(info, name: str) -> float | None:
    return next((getattr(mark, name) for mark in info.metadata if hasattr(mark, name)), None)
