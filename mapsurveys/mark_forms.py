"""The form of one place: where it is, in whatever way, and the answers to its own follow-up questions.

Written by the browser as fields called {question}-{number}-{name}; without JavaScript the same fields take the place in
words.
"""

import json
import math
import re
import uuid
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.gis.geos import GEOSGeometry
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms import geo
from cms.translations import TranslatedText
from mapsurveys.kinds.marking import Mark, Marking
from mapsurveys.kinds.places import GivenPlace, Places
from mapsurveys.rules import holds

#: How a place may have been made; anything else a browser says is dropped.
INPUTS = ("mouse", "touch", "keyboard", "search", "list", "words")
LONGEST_WORDS = 500
#: Keys of layers are UUIDs; nothing else that a browser says gets into the database, which refuses some of it.
LAYER_KEY = re.compile(r"[\w-]{1,40}", re.ASCII)


def read_effort(text: str) -> dict[str, Any]:
    """What a browser tells of how a place was made, cut to what we know; {} for nonsense.

    zoom (level), vertices, edits (counts), seconds, layers (keys), input (one of INPUTS).
    """
    try:
        told = json.loads(text[:5_000] or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    effort = {}
    for name, most in (("zoom", 25), ("vertices", 10_000), ("edits", 10_000), ("seconds", 86_400)):
        number = told.get(name)
        if not isinstance(number, int | float) or isinstance(number, bool) or number in (math.inf, -math.inf):
            continue
        # Cut first: a whole number of JSON may be too great for a float.
        cut = min(max(number, 0), most)
        if not math.isnan(cut):
            effort[name] = round(cut, 2)
    if told.get("input") in INPUTS:
        effort["input"] = told["input"]
    if isinstance(told.get("layers"), list):
        keys = (layer for layer in told["layers"][:20] if isinstance(layer, str))
        effort["layers"] = [key for key in keys if LAYER_KEY.fullmatch(key)]
    return effort


class MarkForm(forms.Form):
    """One place and its follow-up answers. Cleans to a Mark, or to None where nothing was given."""

    key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    geometry = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-mark-geometry": ""}))
    effort = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-mark-effort": ""}))
    words = forms.CharField(
        required=False,
        max_length=LONGEST_WORDS,
        label=_("The place in words"),
        help_text=_("Such as an address, or what is near it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    remove = forms.BooleanField(required=False, label=_("Leave this place out"))

    def __init__(self, question: Marking, data=None, files=None, *, prefix: str, mark: Mark | None = None):
        super().__init__(data, files, prefix=prefix, initial=self._initial(mark), use_required_attribute=False)
        self.question, self.mark = question, mark
        for follow_up in question.follow_ups:
            field = follow_up.field()
            field.label = follow_up.translated("label")
            field.help_text = follow_up.translated("help")
            field.error_messages["required"] = gettext("This question must be answered.")
            field.initial = mark.answers.get(follow_up.id) if mark else None
            self.fields[follow_up.id] = field

    @staticmethod
    def _initial(mark: Mark | None) -> dict[str, Any]:
        if mark is None:
            return {}
        drawn = json.dumps(geo.as_geojson(mark.geometry)) if mark.geometry else ""
        spot = ",".join(f"{part:.4f}" for part in mark.on_image) if mark.on_image else ""
        return {
            "key": mark.key,
            "geometry": drawn or spot,
            "effort": json.dumps(mark.effort),
            "words": mark.words,
            "chosen": bool(mark.place),
        }

    @property
    def target(self) -> str:
        """The id of the row on the page, where its errors lead to."""
        return f"mark-{self.prefix}"

    @property
    def size(self) -> str:
        """The size of a stored line or area in everyday words; "" where it has none or none is to be shown."""
        drawn = self.mark and self.mark.geometry
        return geo.everyday_size(drawn) if drawn and getattr(self.question, "show_size", True) else ""

    def follow_ups(self) -> Iterator[dict[str, Any]]:
        """Each follow-up with its bound field and its rule, for the template."""
        for follow_up in self.question.follow_ups:
            yield {"question": follow_up, "field": self[follow_up.id], "rule": follow_up.show_when}

    def place_errors(self) -> list[str]:
        """What is wrong with the row apart from its follow-ups and words, whose errors stand at their fields."""
        names = (NON_FIELD_ERRORS, "key", "geometry", "effort", "remove", "chosen")
        return [error for name in names for error in self.errors.get(name, [])]

    def named(self, number: int) -> str:
        """What the row is called, being the `number`th."""
        return f"{self.question.mark_name} {number}"

    def error_list(self, number: int) -> list[dict[str, Any]]:
        """The row's errors as StepForm.error_list() gives them; each says which place it is about."""
        own = [(self.target, self.question, message) for message in self.place_errors()]
        own += [(self["words"].id_for_label, self.question, message) for message in self.errors.get("words", [])]
        for part in self.follow_ups():
            own += [(f"field-{part['field'].html_name}", part["question"], text) for text in part["field"].errors]
        return [
            {
                "target": target,
                "label": asked.translated("label"),
                "message": gettext("%(message)s (%(place)s)") % {"message": message, "place": self.named(number)},
            }
            for target, asked, message in own
        ]

    def clean(self):
        cleaned = super().clean()
        self._clean_follow_ups(cleaned)
        cleaned["place"] = self._clean_place(cleaned)
        return cleaned

    def _clean_follow_ups(self, cleaned: dict[str, Any]) -> None:
        """Keep the answers of the follow-ups that their rules show; the others are as if not sent."""
        by_id = {follow_up.id: follow_up for follow_up in self.question.follow_ups}

        def meets(condition, answer):
            asked = by_id.get(condition.question)
            return asked is not None and asked.meets(condition, answer)

        kept: dict[str, Any] = {}
        for follow_up in self.question.follow_ups:
            if not holds(follow_up.show_when, kept, meets):
                self.errors.pop(follow_up.id, None)
                continue
            if cleaned.get(follow_up.id) is not None:
                kept[follow_up.id] = cleaned[follow_up.id]
        cleaned["answers"] = kept
        if self._is_blank(cleaned):
            self.errors.clear()

    def _is_blank(self, cleaned: dict[str, Any]) -> bool:
        """A row that was left empty or out is no place, whatever it lacks; one with a mistake in it is not empty."""
        if cleaned.get("remove"):
            return True
        given = [self[name].data for name in ("geometry", "words")]
        mistakes = [error.code for errors in self.errors.as_data().values() for error in errors]
        return not any(given) and not cleaned["answers"] and all(code == "required" for code in mistakes)

    def _clean_place(self, cleaned: dict[str, Any]) -> GEOSGeometry | tuple[float, float] | None:
        text = cleaned.get("geometry", "").strip()
        if not text:
            if not cleaned.get("words") and cleaned["answers"]:
                self.add_error("words", gettext("Mark the place, or describe it in words."))
            return None
        try:
            return self.read_place(text, read_effort(cleaned.get("effort", "")))
        except forms.ValidationError as error:
            self.add_error("geometry", error)
            return None

    def read_place(self, text: str, effort: dict[str, Any]) -> Any:
        """What the browser drew, checked. Raises ValidationError."""
        raise NotImplementedError

    def as_mark(self) -> Mark | None:
        """The place; None for a row left blank. Call it on a valid form."""
        if self._is_blank(self.cleaned_data):
            return None
        return Mark(
            key=self.cleaned_data["key"] or uuid.uuid4().hex,
            words=self.cleaned_data["words"],
            answers=self.cleaned_data["answers"],
            effort=read_effort(self.cleaned_data["effort"]) or {"input": "words"},
        )


class DrawnForm(MarkForm):
    """A point, line or area on the map."""

    def read_place(self, text, effort):
        geometry = geo.parse_place(text, (self.question.tool,))
        if self.question.min_zoom and effort.get("zoom", 0) < self.question.min_zoom:
            raise forms.ValidationError(gettext("Zoom in closer before you mark the place."), "zoom")
        allowed = self.question.allowed
        if allowed and not allowed.covers(geometry):
            message = gettext("The place is outside the area that this question is about. Mark a place inside it.")
            raise forms.ValidationError(message, "mask")
        return geometry

    def as_mark(self):
        mark = super().as_mark()
        if mark is not None:
            mark.geometry = self.cleaned_data["place"]
        return mark


class SpotForm(MarkForm):
    """A spot on a plan image: `x,y`, each from 0 to 1 from the upper left corner."""

    def read_place(self, text, effort):
        try:
            x, y = (float(part) for part in text.split(","))
        except ValueError:
            raise forms.ValidationError(geo.MESSAGES["unreadable"], "unreadable") from None
        if not (0 <= x <= 1 and 0 <= y <= 1):
            raise forms.ValidationError(gettext("The spot is outside the image."), "outside")
        return round(x, 5), round(y, 5)

    def as_mark(self):
        mark = super().as_mark()
        if mark is not None:
            mark.on_image = self.cleaned_data["place"]
        return mark


class ChosenForm(MarkForm):
    """One of the given places: chosen or not."""

    chosen = forms.BooleanField(required=False)

    def __init__(self, question: Places, *args, given: GivenPlace, **kwargs):
        super().__init__(question, *args, **kwargs)
        self.given = given
        for name in ("key", "words", "geometry", "remove"):
            del self.fields[name]

    @property
    def given_name(self) -> TranslatedText:
        return self.given.translated("label")

    def named(self, number):
        return str(self.given_name)

    def _is_blank(self, cleaned):
        return not cleaned.get("chosen")

    def _clean_place(self, cleaned):
        return self.given.shape() if cleaned.get("chosen") else None

    def as_mark(self):
        if self._is_blank(self.cleaned_data):
            return None
        return Mark(
            key=self.given.id,
            place=self.given.id,
            geometry=self.cleaned_data["place"],
            answers=self.cleaned_data["answers"],
            effort=read_effort(self.cleaned_data["effort"]) or {"input": "list"},
        )
