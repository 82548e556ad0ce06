"""Narrowing results: the parameters of an address, read into a Selection.

Pages, maps and exports read the same ones: `a` (question:value, any number of them, all must hold), `language`,
`channel` (its key, or "none"), `since`, `until` (days), `district` (a named area) and `area` (GeoJSON).
"""

import json

import shapely
from django import forms
from django.conf import settings
from django.contrib.gis.geos import GEOSGeometry
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms import geo
from cms.forms.filters import NamedChoiceField
from cms.forms.geometry import AreaField
from cms.organisations.models import Area
from mapsurveys.analysis.selecting import Selection
from mapsurveys.kinds import Question
from mapsurveys.models import Channel, Survey
from mapsurveys.questionnaire import Questionnaire

#: Filters by answers that hold at once.
MOST_ANSWERS = 10
#: Vertices of an area in an address: servers refuse addresses of more than 4,000 characters.
MOST_VERTICES = 60
NO_CHANNEL = "none"
#: All parameters that narrow results.
NAMES = ("a", "language", "channel", "since", "until", "district", "area")


class AnswersField(forms.MultipleChoiceField):
    """Answers as `question:value`; the choices are groups, one a question. Cleans to pairs."""

    def to_python(self, value):
        # The list's own "anything" is sent as nothing.
        return [each for each in super().to_python(value) if each]

    def clean(self, value):
        chosen = dict.fromkeys(super().clean(value))
        return tuple(tuple(each.split(":", 1)) for each in list(chosen)[:MOST_ANSWERS])


class ResultsFilterForm(forms.Form):
    """What narrows the results of one survey. `document` names the questions whose answers can be asked for."""

    a = AnswersField(label=_("Answer"), required=False, widget=forms.SelectMultiple)
    language = forms.ChoiceField(label=_("Language"), required=False)
    channel = forms.ChoiceField(label=_("Way of answering"), required=False)
    since = forms.DateField(label=_("First day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("Last day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    district = NamedChoiceField(Area.objects.all(), label=_("Part of the city"), empty_label=_("The whole city"))
    area = AreaField(label=_("Area drawn on the map"), required=False)

    def __init__(self, data, *, survey: Survey, document: Questionnaire):
        super().__init__(data)
        self.survey, self.document = survey, document
        self.channels = {channel.key: channel for channel in Channel.objects.filter(survey=survey)}
        self.fields["a"].choices = answer_choices(document)
        self.fields["language"].choices = [("", _("All languages")), *settings.LANGUAGES]
        self.fields["channel"].choices = [
            ("", _("All ways")),
            (NO_CHANNEL, pgettext_lazy("channel of a survey", "Straight from the survey's page")),
            *((key, str(channel)) for key, channel in self.channels.items()),
        ]
        self.fields["district"].sort_by_name()

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", _("The last day is before the first day."))
        return cleaned

    def selection(self, **announced) -> Selection:
        """What the filters choose; one that is not understood chooses as if it had been left out."""
        self.is_valid()
        cleaned = self.cleaned_data
        district = cleaned.get("district")
        return Selection(
            self.survey,
            self.document,
            answers=cleaned.get("a") or (),
            language=cleaned.get("language") or "",
            channel=self.channels.get(cleaned.get("channel") or ""),
            untagged=cleaned.get("channel") == NO_CHANNEL,
            since=cleaned.get("since"),
            until=None if self.has_error("until") else cleaned.get("until"),
            area=cleaned.get("area") or (district.geometry if district else None),
            announced=announced,
        )

    def query(self) -> QueryDict:
        """The parameters of an address that chooses the same; a large area is drawn with fewer points."""
        self.is_valid()
        query = QueryDict(mutable=True)
        cleaned = self.cleaned_data
        query.setlist("a", [":".join(pair) for pair in cleaned.get("a") or ()])
        for name in ("language", "channel"):
            query[name] = cleaned.get(name) or ""
        for name in ("since", "until"):
            query[name] = cleaned[name].isoformat() if cleaned.get(name) else ""
        query["district"] = cleaned["district"].slug if cleaned.get("district") else ""
        query["area"] = short_geojson(cleaned["area"]) if cleaned.get("area") else ""
        for name in NAMES:
            if not query.get(name):
                query.pop(name, None)
        return query


def selection_from(data: QueryDict, survey: Survey, document: Questionnaire) -> tuple[Selection, ResultsFilterForm]:
    """What an address chooses, and the form that shows it. For staff: nothing is kept back."""
    form = ResultsFilterForm(data, survey=survey, document=document)
    return form.selection(), form


def answer_choices(document: Questionnaire) -> list:
    """Every answer that results can be narrowed by, in groups named after the questions; none to personal ones."""
    groups = []
    for question in document.asking():
        found = [(f"{question.id}:{value}", label) for value, label in question_filters(question)]
        if found and not question.personal:
            groups.append((str(question), found))
    return groups


def question_filters(question: Question) -> list[tuple[str, str]]:
    """(value, label) of the answers to a question; a map question can be asked for any place at all."""
    if question.marks:
        return [("", _("Marked a place")), *question.filter_options()]
    # An open option that the planner did not name has no text of its own.
    return [(value, label or question.label_of(value)) for value, label in question.filter_options()]


def short_geojson(area: GEOSGeometry) -> str:
    """An area as GeoJSON that fits an address: at most some dozens of points, five decimals (a metre)."""
    shape = shapely.from_wkb(bytes(area.wkb))
    tolerance = 0.00005
    simple = shape
    while shapely.get_num_coordinates(simple) > MOST_VERTICES:
        simple = shape.simplify(tolerance)
        tolerance *= 2
        if tolerance > 1:
            simple = shape.convex_hull
            break
    found = GEOSGeometry(memoryview(shapely.to_wkb(simple)), srid=geo.WGS84)
    return json.dumps(geo.as_geojson(found, 5), separators=(",", ":"))
