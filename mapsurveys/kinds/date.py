"""A day, a time of day, or both."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from django import forms
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mapsurveys.kinds.base import AnswerColumn, Question, Setting


class DatePart(StrEnum):
    DAY = "day"
    TIME = "time"
    MOMENT = "moment"


DATE_PARTS = {
    DatePart.DAY: _("Day"),
    DatePart.TIME: _("Time of day"),
    DatePart.MOMENT: _("Day and time"),
}


class _IsoField(forms.Field):
    """Cleans to ISO 8601 text without offset, as the resident's clock says; None where there is none."""

    read: type
    formats: tuple[str, ...] = ()

    def to_python(self, value):
        text = (value or "").strip()
        if not text:
            return None
        # Own formats first: ISO 8601 takes 16.30 for sixteen hours and a fraction.
        for pattern in (*self.formats, None):
            try:
                moment = self.read.fromisoformat(text) if pattern is None else self._parse(text, pattern)
            except ValueError:
                continue
            if getattr(moment, "tzinfo", None) is None:
                return moment.isoformat() if type(moment) is date else moment.isoformat(timespec="minutes")
        raise forms.ValidationError(self.error_messages["invalid"], "invalid")

    def _parse(self, text, pattern):
        parsed = datetime.strptime(text, pattern)  # noqa: DTZ007 - a resident's own clock, no zone
        return {date: parsed.date, time: parsed.time, datetime: lambda: parsed}[self.read]()


class DayField(_IsoField):
    read = date
    formats = ("%d.%m.%Y", "%d/%m/%Y")
    widget = forms.DateInput(attrs={"type": "date"})
    default_error_messages = {"invalid": _("Write the day as day.month.year, such as 31.12.2026.")}

    def __init__(self, *, earliest=None, latest=None, **kwargs):
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def validate(self, value):
        super().validate(value)
        if value and self.earliest and value < self.earliest.isoformat():
            raise forms.ValidationError(gettext("Choose %(day)s or a later day.") % {"day": _shown(self.earliest)})
        if value and self.latest and value > self.latest.isoformat():
            raise forms.ValidationError(gettext("Choose %(day)s or an earlier day.") % {"day": _shown(self.latest)})


class TimeField(_IsoField):
    read = time
    formats = ("%H.%M", "%H:%M")
    widget = forms.TimeInput(attrs={"type": "time"})
    default_error_messages = {"invalid": _("Write the time as hours and minutes, such as 16:30.")}


class MomentField(_IsoField):
    read = datetime
    formats = ("%d.%m.%Y %H:%M", "%d.%m.%Y %H.%M")
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"})
    default_error_messages = {"invalid": _("Write the day and the time, such as 31.12.2026 16:30.")}


def _shown(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


class Date(Question):
    kind: Literal["date"] = "date"
    part: Annotated[DatePart, Setting(_("What is asked"))] = DatePart.DAY
    earliest: Annotated[date | None, Setting(_("Earliest day"))] = None
    latest: Annotated[date | None, Setting(_("Latest day"))] = None

    title: ClassVar = _("Date or time")
    description: ClassVar = _("A day, a time of day, or both.")
    icon: ClassVar = "calendar"
    summary: ClassVar = "dates"
    looks: ClassVar = {"part": DATE_PARTS}

    def field(self):
        if self.part == DatePart.DAY:
            return DayField(required=self.required, earliest=self.earliest, latest=self.latest)
        return (TimeField if self.part == DatePart.TIME else MomentField)(required=self.required)

    def in_words(self, answer, language=None):
        if self.part == DatePart.DAY:
            return _shown(date.fromisoformat(answer))
        if self.part == DatePart.TIME:
            return time_format(time.fromisoformat(answer))
        return date_format(datetime.fromisoformat(answer), "SHORT_DATETIME_FORMAT")

    def columns(self):
        return [AnswerColumn("", "date" if self.part == DatePart.DAY else "string", "", str)]

    def problems(self):
        if self.earliest and self.latest and self.earliest > self.latest:
            yield gettext("The earliest day is after the latest.")
