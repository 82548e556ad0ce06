"""How good the answers are as evidence, in the Wagtail admin; and the population that they are compared with."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from mapsurveys.admin.results_page import ResultsPage
from mapsurveys.analysis.counting import count
from mapsurveys.analysis.quality import (
    Effort,
    busiest_share,
    doubled_responses,
    effort,
    flow,
    median_seconds,
    outside_share,
    representation,
)
from mapsurveys.charts import Step, funnel_chart, wording
from mapsurveys.kinds import Question
from mapsurveys.models import Survey
from mapsurveys.permissions import can_edit

REFUSED = 422

#: How a place was given: keys of marks.INPUTS.
WAYS = {
    "mouse": pgettext_lazy("how a place was given", "mouse"),
    "touch": pgettext_lazy("how a place was given", "touch"),
    "keyboard": pgettext_lazy("how a place was given", "keyboard"),
    "search": pgettext_lazy("how a place was given", "search by name"),
    "list": pgettext_lazy("how a place was given", "from the list"),
    "words": pgettext_lazy("how a place was given", "in words"),
}


class PopulationQuestionForm(forms.Form):
    """Which background question the figures are given for."""

    question = forms.ChoiceField(label=gettext_lazy("Question about the respondent"))

    def __init__(self, data, *, questions):
        super().__init__(data)
        self.fields["question"].choices = [(question.id, str(question)) for question in questions]


class PopulationForm(forms.Form):
    """How many people live there, an option each; an empty one is left out of the comparison."""

    def __init__(self, data, *, question: Question, people: dict[str, int]):
        super().__init__(data)
        self.question = question
        for choice in question.options():
            self.fields[choice.id] = forms.IntegerField(
                label=str(choice.translated("label")),
                required=False,
                min_value=0,
                max_value=100_000_000,
                initial=people.get(choice.id),
            )

    def people(self) -> dict[str, int]:
        return {option: number for option, number in self.cleaned_data.items() if number is not None}


class QualityView(ResultsPage):
    """Flow, times, care, doubles, places outside, and respondents against population. POST stores the population."""

    template_name = "mapsurveys/results/quality.html"
    page = "quality"

    def get(self, request, pk):
        return self.show_quality(self.population_form(None))

    def post(self, request, pk):
        if not can_edit(request.user, self.own):
            raise PermissionDenied
        form = self.population_form(request.POST)
        if form is None or not form.is_valid():
            return self.show_quality(form, REFUSED)
        store_population(survey=self.own, question=form.question, people=form.people(), by=request.user)
        messages.success(request, _("The figures are stored."))
        return redirect(self.address("quality"))

    @cached_property
    def background(self) -> list[Question]:
        """Questions with one answer, to which the city may have figures."""
        return [each for each in self.document.asking() if each.kind == "single_choice" and not each.personal]

    def population_form(self, data) -> PopulationForm | None:
        asked = (data or self.request.GET).get("question") or self.own.population.get("question")
        question = next((each for each in self.background if each.id == asked), None)
        if question is None:
            return None
        stored = self.own.population
        people = stored.get("people", {}) if stored.get("question") == question.id else {}
        return PopulationForm(data, question=question, people=people)

    def show_quality(self, form, status=200):
        selection = self.selection
        told = flow(self.own, self.document)
        seconds = median_seconds(selection)
        most, busiest = busiest_share(selection)
        outside, places = outside_share(selection)
        context = {
            "funnel": draw_flow(told),
            "flow": told,
            "minutes": None if seconds is None else seconds / 60,
            "efforts": [
                effort_row(question, effort(selection, question.id))
                for question in self.document.asking()
                if question.marks
            ],
            "doubles": doubled_responses(selection),
            "most": most,
            "busiest_share": wording.percent(busiest / places) if places else "",
            "outside": outside,
            "outside_share": wording.percent(outside / places) if places else "",
            "has_area": bool(self.own.area),
            "population_form": form,
            "question_form": PopulationQuestionForm(None, questions=self.background) if self.background else None,
            "represented": self.represented(),
            "may_edit": can_edit(self.request.user, self.own),
            "media": self.form.media,
        }
        return self.show(context, status)

    def represented(self) -> list[dict]:
        """Respondents against population by the question that figures are stored for."""
        stored = self.own.population
        question = next((each for each in self.background if each.id == stored.get("question")), None)
        if question is None:
            return []
        rows = representation(count(self.selection, question).options, stored.get("people", {}))
        respondents, people = sum(row.respondents for row in rows), sum(row.population for row in rows)
        return [
            {
                "label": question.label_of(row.option),
                "row": row,
                "respondents_share": wording.percent(row.respondents / respondents) if respondents else "–",
                "people_share": wording.percent(row.population / people) if people else "–",
                "times": wording.number(row.respondents / respondents / (row.population / people), 1)
                if respondents and row.population
                else "–",
            }
            for row in rows
        ]


def effort_row(question: Question, told: Effort) -> dict:
    """A map question's row: how its places were marked, and with what."""
    unknown = pgettext("how a place was given", "not known")
    ways = [{"label": WAYS.get(way, unknown), "count": times} for way, times in told.inputs.items()]
    return {"question": question, "effort": told, "ways": ways}


def store_population(*, survey: Survey, question: Question, people: dict[str, int], by) -> None:
    """Keep the figures with the survey: neither its published texts nor its draft change. Raises PermissionDenied."""
    if not can_edit(by, survey):
        raise PermissionDenied
    survey.population = {"question": question.id, "people": people}
    survey.save(update_fields=["population"])
    log(instance=survey, action="mapsurveys.store_population", user=by)


def draw_flow(told):
    """From opening the first page to sending, as a funnel."""
    steps = [
        Step(_("Opened the first page"), told.opened),
        Step(_("Began to answer"), told.started),
        *(Step(each.step.translated("title") or str(number), each.saved) for number, each in enumerate(told.steps, 1)),
        Step(_("Sent the answers"), told.submitted),
    ]
    return funnel_chart(steps if told.opened else steps[1:], title=_("From opening to sending"), k=0)
