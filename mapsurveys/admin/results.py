"""Results in the Wagtail admin: the chosen answers in figures, charts and maps, compared, and as a PDF."""

import csv

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from cms.geo import as_geojson
from mapsurveys.admin.quality import QualityView
from mapsurveys.admin.reading import AnswersView, FileView, PlacesView, latest_texts
from mapsurveys.admin.results_page import ResultsPage, channel_label, chips
from mapsurveys.analysis.crosstabs import can_cross, cross
from mapsurveys.analysis.quality import by_language, median_seconds, responses_by_day
from mapsurveys.charts import Bar, CrossTable, Point, Stack, bar_chart, cross_chart, line_chart
from mapsurveys.pictures import with_pictures
from mapsurveys.results.choosing import ResultsFilterForm
from mapsurveys.results.figures import Paper
from mapsurveys.results.presenting import Audience, Results
from mapsurveys.results.printing import results_pdf
from mapsurveys.results.publishing import labelled_answers
from mapsurveys.views.results import chosen_step, pdf_response

REFUSED = 422
TELLS_ALL = Paper(k=0)


def results_urls(viewset) -> list:
    """Addresses of results below those of the surveys in the admin, for SurveyViewSet."""
    pages = [
        ("results/<uuid:pk>/", ResultsView, "results"),
        ("results/<uuid:pk>/pdf/", ResultsPdfView, "results_pdf"),
        ("results/<uuid:pk>/quality/", QualityView, "quality"),
        ("results/<uuid:pk>/compare/", CrosstabView, "crosstab"),
        ("results/<uuid:pk>/compare/csv/", CrosstabFileView, "crosstab_csv"),
        ("results/<uuid:pk>/answers/", AnswersView, "answers"),
        ("results/<uuid:pk>/places/<str:question>/", PlacesView, "places"),
        ("results/<uuid:pk>/files/<uuid:file>/", FileView, "answer_file"),
    ]
    return [path(address, viewset.construct_view(view), name=name) for address, view, name in pages]


class ResultsView(ResultsPage):
    """Figures of all chosen answers, then a page a step. POST makes an address of what a person chose."""

    template_name = "mapsurveys/results/admin.html"
    page = "results"

    def get(self, request, pk):
        steps = self.results.steps()
        if "page" in request.GET and steps:
            return self.show_step(steps, chosen_step(steps, request.GET["page"]))
        context = {"steps": self.step_links(steps), "step": None, "figures": self.overview()}
        return self.show(context | {"median": self.minutes(), "media": self.form.media})

    def post(self, request, pk):
        form = ResultsFilterForm(request.POST, survey=self.own, document=self.document)
        if not form.is_valid():
            self._chosen = (form.selection(), form)
            steps = self.results.steps()
            context = {"steps": self.step_links(steps), "step": None, "figures": self.overview()}
            return self.show(context | {"median": self.minutes(), "media": form.media}, REFUSED)
        query = form.query()
        if request.POST.get("page"):
            query["page"] = request.POST["page"]
        address = reverse("surveys_admin:results", args=[pk])
        return redirect(f"{address}?{query.urlencode()}" if query else address)

    @cached_property
    def results(self) -> Results:
        def map_address(question):
            address = reverse("map-surveys:heat", args=[self.own.slug, question.id])
            return f"{address}?{self.query.urlencode()}"

        return Results(self.selection, Audience(TELLS_ALL, map_address))

    def step_links(self, steps) -> list[dict]:
        return [{"step": step, "url": self.address("results", page=step.id)} for step in steps]

    def show_step(self, steps, step):
        shown = self.results.of_step(step)
        for each in shown:
            each.texts = latest_texts(self.selection, each.question) if each.is_read or each.has_files else []
            each.answers_url = self.address("answers", question=each.question.id)
            if each.question.marks:
                each.answers_url = self.address("places", each.question.id)
            if each.map_address:
                address = reverse("map-surveys:places", args=[self.own.slug, each.question.id])
                each.places_address = f"{address}?{self.query.urlencode()}"
        context = {
            "steps": self.step_links(steps),
            "step": step,
            "shown": shown,
            "has_map": any(each.map_address for each in shown),
            "outline": as_geojson(self.own.area) if self.own.area else None,
            "media": self.form.media,
        }
        with with_pictures(step.questions):
            return self.show(context).render()

    def overview(self) -> list:
        total = self.total
        channels = [Bar(channel_label(name, kind), count) for name, kind, count in self.channels]
        names = dict(settings.LANGUAGES)
        languages = [Bar(names.get(code, code), count) for code, count in by_language(self.selection)]
        days = [Point(day, count) for day, count in responses_by_day(self.selection)]
        return [
            bar_chart(channels, title=_("How people answered"), total=total, k=0),
            bar_chart(languages, title=_("Languages"), total=total, k=0),
            line_chart(days, title=_("Answers by day"), k=0),
        ]

    def minutes(self) -> float | None:
        """Half of the respondents used less time than this."""
        seconds = median_seconds(self.selection)
        return None if seconds is None else seconds / 60


class ResultsPdfView(ResultsPage):
    """The chosen answers on paper, in the planner's language."""

    def get(self, request, pk):
        results = Results(self.selection, Audience(Paper(k=0, open=True)))
        channels = [Bar(channel_label(name, kind), count) for name, kind, count in self.channels]
        figure = bar_chart(channels, title=_("How people answered"), total=self.total, k=0, open=True)
        content = results_pdf(self.own, results, total=self.total, channels=figure, chips=chips(self.form, self.query))
        return pdf_response(content, f"{self.own.slug}.pdf")


class CrosstabForm(forms.Form):
    """Two questions: whose answers make the groups, and whose are compared."""

    by = forms.ChoiceField(label=gettext_lazy("Group respondents by the question"))
    question = forms.ChoiceField(label=gettext_lazy("and compare their answers to"))

    def __init__(self, data, *, questions):
        super().__init__(data)
        self.questions = {question.id: question for question in questions}
        for name in ("by", "question"):
            self.fields[name].choices = [(key, str(question)) for key, question in self.questions.items()]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("by") and cleaned.get("by") == cleaned.get("question"):
            self.add_error("question", _("Choose two different questions."))
        return cleaned

    @property
    def pair(self):
        """(the question that makes the groups, the other)."""
        return tuple(self.questions[self.cleaned_data[name]] for name in ("by", "question"))


class CrosstabView(ResultsPage):
    """How those who answered one question in one way answered another."""

    template_name = "mapsurveys/results/crosstab.html"
    page = "crosstab"

    def get(self, request, pk):
        form = self.crosstab_form()
        context = {"crosstab_form": form, "media": self.form.media, "may_compare": len(form.questions) > 1}
        if form.is_bound and form.is_valid():
            by, question = form.pair
            table = cross_table(self.selection, by, question)
            title = _("{question} – by the answers to “{by}”").format(question=question, by=by)
            context |= {"figure": cross_chart(table, title=title, k=0), "csv_url": self.file_address(form)}
            context["several"] = any(each.summary == "choices" and not is_one_of(each) for each in form.pair)
        return self.show(context)

    def crosstab_form(self) -> CrosstabForm:
        questions = [question for question in self.document.asking() if can_cross(question)]
        asked = self.request.GET if "by" in self.request.GET else None
        return CrosstabForm(asked, questions=questions)

    def file_address(self, form: CrosstabForm) -> str:
        by, question = form.pair
        return self.address("crosstab_csv", by=by.id, question=question.id)


class CrosstabFileView(CrosstabView):
    """The same table as CSV, with the mark that Excel needs."""

    def get(self, request, pk):
        form = self.crosstab_form()
        if not form.is_bound or not form.is_valid():
            return redirect(self.address("crosstab"))
        by, question = form.pair
        response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
        response.headers["Content-Disposition"] = content_disposition_header(True, f"{self.own.slug}-compared.csv")
        response.headers["X-Content-Type-Options"] = "nosniff"
        write_table(csv.writer(response), cross_table(self.selection, by, question), str(by))
        return response


def write_table(rows, table: CrossTable, corner: str) -> None:
    """Counts and people of each group; texts that a spreadsheet would take for a formula are made plain."""
    rows.writerow(plain(text) for text in (corner, *table.options, pgettext("column", "People")))
    for group in table.groups:
        rows.writerow((plain(group.label), *group.parts, group.whole))


def plain(text) -> str:
    """A text that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    words = str(text)
    return f"'{words}" if words[:1] in tuple("=+-@\t\r") else words


def cross_table(selection, by, question) -> CrossTable:
    """Counts of all groups, those who did not answer `by` left out."""
    counts = cross(selection, by, question)
    options = labelled_answers(question, (option for _group, option in counts.cells))
    groups = labelled_answers(by, counts.groups)
    return CrossTable(
        options=tuple(label for _value, label in options),
        groups=tuple(
            Stack(
                label,
                tuple(counts.cells.get((group, value), 0) for value, _label in options),
                counts.groups.get(group, 0),
            )
            for group, label in groups
        ),
    )


def is_one_of(question) -> bool:
    """Whether only one option of it can be chosen, so that its groups add up to everyone."""
    return question.kind == "single_choice"
