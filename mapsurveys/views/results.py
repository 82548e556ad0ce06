"""Results for the public: what was announced, of groups of enough people, and the same as a PDF."""

from dataclasses import replace
from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.geo import as_geojson
from cms.organisations.models import Organisation
from cms.pages import public_page
from cms.translations import with_texts
from mapsurveys.analysis.quality import by_channel_kind
from mapsurveys.charts import Bar, bar_chart, hide_small
from mapsurveys.choices import ChannelKind
from mapsurveys.models import Survey
from mapsurveys.permissions import can_see_results
from mapsurveys.pictures import with_pictures
from mapsurveys.questionnaire import Step
from mapsurveys.responding import find_response
from mapsurveys.results.figures import Paper
from mapsurveys.results.presenting import Audience, Results, shown_questions
from mapsurveys.results.printing import results_pdf as print_results
from mapsurveys.results.publishing import (
    GROUPED,
    GroupRefused,
    draw_group,
    find_group,
    offered_groups,
    public_selection,
)

NOT_NOW = 403


@public_page
@require_safe
def results(request, slug):
    """The results of a survey; `?page=` is a step, `?group=` people by their answer to one question."""
    return show(request, PublicResults(request.user, survey_to_read(request.user, slug)))


@never_cache
@require_safe
def own_results(request, slug, code):
    """The same for those who have answered, while others do not see the results yet."""
    return show(request, PublicResults(request.user, survey_of_receipt(slug, code), code))


@public_page
@require_safe
def results_pdf(request, slug):
    """All results as a PDF in the language of the address."""
    return send_pdf(request, PublicResults(request.user, survey_to_read(request.user, slug)))


@never_cache
@require_safe
def own_results_pdf(request, slug, code):
    return send_pdf(request, PublicResults(request.user, survey_of_receipt(slug, code), code))


def survey_to_read(user, slug: str) -> Survey:
    """Raises Http404 for one that `user` may not see."""
    organisations = Prefetch("organisation", with_texts(Organisation.objects.all(), "name"))
    surveys = with_texts(Survey.objects.visible_to(user), "title", "abstract").prefetch_related(organisations)
    return get_object_or_404(surveys, slug=slug)


def survey_of_receipt(slug: str, code: str) -> Survey:
    """The survey that the holder of a receipt code has answered. Raises Http404."""
    response = find_response(code)
    if response is None or not response.is_submitted or response.is_test or response.survey.slug != slug:
        raise Http404
    return response.survey


class PublicResults:
    """The results of one survey as one visitor sees them. `code` is the receipt code of who has answered."""

    def __init__(self, user, survey: Survey, code: str = ""):
        self.survey, self.code = survey, code
        self.now = timezone.now()
        self.may_see = can_see_results(user, survey, self.now, has_answered=bool(code))

    @cached_property
    def results(self) -> Results:
        paper = Paper(k=max(self.survey.smallest_cell, 1))
        audience = Audience(paper, self.map_address)
        return Results(public_selection(self.survey, self.now), audience)

    @cached_property
    def on_paper(self) -> Results:
        audience = Audience(replace(self.results.paper, open=True))
        return replace(self.results, audience=audience)

    @cached_property
    def total(self) -> int | None:
        """How many answered; None where they are too few to be told."""
        return self.results.paper.total(self.results.selection.responses().count())

    def map_address(self, question) -> str:
        if self.code:
            return reverse("map-surveys:own_results", args=[self.survey.slug, self.code, question.id])
        return reverse("map-surveys:results", args=[self.survey.slug, question.id])

    def address(self, name: str = "results") -> str:
        """Of this page or of its PDF."""
        if self.code:
            return reverse(f"mapsurveys:own_{name}", args=[self.survey.slug, self.code])
        return reverse(f"mapsurveys:{name}", args=[self.survey.slug])

    def channels(self) -> Any:
        """Shares of the ways in which answers came: never mixed silently (R9). Their names are the city's own."""
        kinds = dict(ChannelKind.choices) | {None: pgettext("channel of a survey", "Straight from the survey's page")}
        bars = [Bar(str(kinds[kind]), count) for kind, count in by_channel_kind(self.results.selection)]
        paper = self.results.paper
        return bar_chart(hide_small(bars, paper.k), title=_("How people answered"), total=self.total, **paper.style)


def show(request, public: PublicResults) -> HttpResponse:
    context = {"survey": public.survey, "status": public.survey.status_at(public.now), "k": public.survey.smallest_cell}
    if not public.may_see:
        return render(request, "mapsurveys/results/not_yet.html", context, status=NOT_NOW)
    context |= {"total": public.total, "address": public.address(), "pdf_url": public.address("results_pdf")}
    if public.total is None:
        return render(request, "mapsurveys/results/public.html", context)
    steps = public.results.steps()
    if not steps:
        raise Http404
    step = chosen_step(steps, request.GET.get("page", ""))
    context |= {"steps": steps, "step": step, "channels": public.channels()}
    context |= step_context(public, step, request.GET.get("group", ""))
    with with_pictures(step.questions):
        return render(request, "mapsurveys/results/public.html", context)


def chosen_step(steps: list[Step], step_id: str) -> Step:
    """The step that an address names; the first where it names none."""
    return next((step for step in steps if step.id == step_id), steps[0])


def step_context(public: PublicResults, step: Step, value: str) -> dict:
    """The questions of a step, of everyone or of the group that `value` names."""
    k = public.survey.smallest_cell
    groups = offered_groups(public.results.selection, k)
    context = {"groups": groups, "group": None, "refused": False}
    if value:
        try:
            group = find_group(groups, value)
        except GroupRefused:
            context["refused"] = True
        else:
            return context | {"group": group, **group_context(public, step, group)}
    shown = public.results.of_step(step)
    area = public.survey.area
    return context | {
        "shown": shown,
        "has_map": any(each.map_address for each in shown),
        "outline": as_geojson(area) if area else None,
    }


def group_context(public: PublicResults, step: Step, group) -> dict:
    questions = [each for each in shown_questions(step) if each.id != group.question.id]
    comparable = [each for each in questions if each.summary in GROUPED]
    figures = [draw_group(public.results.selection, group, question, public.results.paper) for question in comparable]
    return {"figures": figures, "left_out": len(questions) - len(comparable)}


def send_pdf(request, public: PublicResults) -> HttpResponse:
    if not public.may_see or public.total is None:
        raise Http404
    content = print_results(public.survey, public.on_paper, total=public.total, channels=public.channels())
    return pdf_response(content, f"{public.survey.slug}.pdf")


def pdf_response(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
