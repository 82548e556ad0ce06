"""What the pages of results in the admin share: who may see them, what is chosen, and the filters in sight."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from mapsurveys.analysis.quality import by_channel
from mapsurveys.analysis.selecting import Selection
from mapsurveys.charts import wording
from mapsurveys.choices import ChannelKind
from mapsurveys.models import Survey
from mapsurveys.permissions import can_moderate, can_see_answers
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.results.choosing import ResultsFilterForm, answer_choices, selection_from
from mapsurveys.results.joining import joined_document

#: Filters that are one field each.
PLAIN_FILTERS = ("language", "channel", "since", "until", "district")


@dataclass(frozen=True)
class Chip:
    """A filter that holds, in words; `query` is the address without it."""

    label: str
    query: str


class ResultsPage(PermissionCheckedMixin, View):
    """A page of one survey's results for those who may see its answers; `self.own` is the survey."""

    model = Survey
    template_name = ""
    #: Which of the pages of results this is.
    page = ""

    def dispatch(self, request, *args, **kwargs):
        if not can_see_answers(request.user, self.own):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    @cached_property
    def document(self) -> Questionnaire:
        return joined_document(self.own)

    @cached_property
    def _chosen(self) -> tuple[Selection, ResultsFilterForm]:
        return selection_from(self.request.GET, self.own, self.document)

    @property
    def selection(self) -> Selection:
        return self._chosen[0]

    @property
    def form(self) -> ResultsFilterForm:
        return self._chosen[1]

    @cached_property
    def query(self) -> QueryDict:
        """The filters that hold, as an address."""
        return self.form.query()

    @cached_property
    def total(self) -> int:
        return sum(count for _name, _kind, count in self.channels)

    @cached_property
    def channels(self) -> list[tuple]:
        return by_channel(self.selection)

    def channel_shares(self) -> list[dict]:
        """How the chosen answers came: in sight wherever they are shown together (R9)."""
        return [
            {"label": channel_label(name, kind), "share": wording.percent(count / self.total), "count": count}
            for name, kind, count in self.channels
        ]

    def address(self, name: str, *args, **parameters: str) -> str:
        """Of a page of this survey's results, with the filters that hold."""
        query = self.query.copy()
        for key, value in parameters.items():
            query[key] = value
        path = reverse(f"surveys_admin:{name}", args=[self.own.pk, *args])
        return f"{path}?{query.urlencode()}" if query else path

    def show(self, context: dict, status: int = 200) -> TemplateResponse:
        shared = {
            "survey": self.own,
            "page": self.page,
            "pages": self.pages(),
            "form": self.form,
            "chips": chips(self.form, self.query),
            "query": self.query.urlencode(),
            "kept": self.kept(),
            "chosen_answers": self.query.getlist("a"),
            "plain_fields": [self.form[name] for name in PLAIN_FILTERS],
            "total": self.total,
            "channel_shares": self.channel_shares() if self.total else [],
            "may_moderate": can_moderate(self.request.user, self.own),
            "exports_url": self.address("exports"),
            "pdf_url": self.address("results_pdf"),
        }
        return TemplateResponse(self.request, self.template_name, {**shared, **context}, status=status)

    def kept(self) -> list[tuple[str, str]]:
        """What the forms of a page send along, so that the filters go on holding."""
        return [(name, value) for name, values in self.query.lists() for value in values]

    def pages(self) -> list[dict]:
        """The other pages of results, each with the same filters."""
        names = [("results", _("Results")), ("crosstab", _("Compare answers")), ("quality", _("Quality"))]
        return [{"name": name, "label": label, "url": self.address(name)} for name, label in names]


def channel_label(name: str | None, kind: str | None) -> str:
    """A channel as staff know it; the public page is none."""
    if name is None:
        return pgettext("channel of a survey", "Straight from the survey's page")
    return f"{ChannelKind(kind).label}: {name}"


def chips(form: ResultsFilterForm, query: QueryDict) -> list[Chip]:
    """The filters that hold, each with the address that lacks it."""
    cleaned = form.cleaned_data
    found = []
    labels = {
        value: f"{group}: {label}" for group, choices in answer_choices(form.document) for value, label in choices
    }
    for value in query.getlist("a"):
        rest = query.copy()
        rest.setlist("a", [each for each in query.getlist("a") if each != value])
        found.append(Chip(labels.get(value, value), rest.urlencode()))
    for name, label in _plain_labels(form, cleaned):
        if query.get(name):
            rest = query.copy()
            rest.pop(name)
            found.append(Chip(label, rest.urlencode()))
    return found


def _plain_labels(form: ResultsFilterForm, cleaned: dict):
    for name in ("language", "channel"):
        yield name, str(dict(form.fields[name].choices).get(cleaned.get(name), ""))
    for name, words in (("since", _("From %(day)s on")), ("until", _("Until %(day)s"))):
        day = cleaned.get(name)
        yield name, words % {"day": date_format(day, "SHORT_DATE_FORMAT")} if day else ""
    district = cleaned.get("district")
    yield "district", str(district.translated("name")) if district else ""
    yield "area", _("Area drawn on the map")
