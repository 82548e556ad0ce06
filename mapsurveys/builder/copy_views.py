"""Copying questions and whole steps from another survey that the planner may see."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError
from wagtail.admin import messages

from cms.permissions import Right, has_right
from cms.translations import with_texts
from mapsurveys.builder import copying
from mapsurveys.builder.drafts import Refused, newest_draft
from mapsurveys.builder.pages import BuilderView
from mapsurveys.models import Survey
from mapsurveys.questionnaire import Questionnaire, Step


def copyable_by(user):
    """Surveys whose questionnaire `user` may read: their organisations' drafts, and what anyone can answer."""
    return Survey.objects.visible_to(user)


class SourcesView(BuilderView):
    """Chooses the survey to copy from."""

    title = _("Copy from another survey")

    def get(self, request, pk):
        surveys = with_texts(copyable_by(request.user).exclude(pk=self.own.pk), "title").defer("questionnaire")
        surveys = surveys.select_related("organisation").prefetch_related("organisation__translations")
        sought = request.GET.get("q", "").strip().casefold()
        found = [survey for survey in surveys.order_by("-created_at") if sought in str(survey).casefold()]
        return self.page("copy_sources.html", {"surveys": found[:100], "sought": request.GET.get("q", "")})


class CopyView(BuilderView):
    """Ticks what to copy, and copies it to the end of a step, or as steps of their own."""

    title = _("Copy from another survey")

    def get(self, request, pk, source):
        survey, document = self.read_source(source)
        return self.page("copy.html", {"source": survey, "source_document": document})

    def post(self, request, pk, source):
        _survey, document = self.read_source(source)
        ticked = set(request.POST.getlist("take"))
        copies, losses = copying.copies_of(chosen_from(document, ticked))
        if not copies:
            messages.error(request, gettext("Tick the pages or questions that you want to copy."))
            return redirect(self.address("copy_from", source))
        home = request.POST.get("into", "")
        try:
            self.change(lambda draft: put_copies(draft, copies, home))
        except Refused as refused:
            self.refuse(refused)
            return redirect(self.address("copy_from", source))
        count = sum(len(copy.questions) if isinstance(copy, Step) else 1 for copy in copies)
        words = ngettext("%(count)s question was copied.", "%(count)s questions were copied.", count)
        messages.success(request, words % {"count": count})
        for loss in losses:
            messages.warning(request, loss)
        at = copies[0].id
        return redirect(self.address("questions", anchor=f"#item-{at}", at=at, did="add"))

    def read_source(self, key) -> tuple[Survey, Questionnaire]:
        """The newest draft for those who may see drafts, else what is published. Raises Http404."""
        survey = copyable_by(self.request.user).filter(pk=key).select_related("organisation").first()
        if survey is None:
            raise Http404
        if has_right(self.request.user, Right.SEE_DRAFTS, survey.organisation):
            survey = newest_draft(survey)
        try:
            return survey, Questionnaire.read(survey.questionnaire)
        except ValidationError:
            raise Http404 from None


def chosen_from(document: Questionnaire, ids: set[str]) -> list:
    """Ticked steps whole, and ticked questions of the other steps, in the order of the document."""
    chosen = []
    for step in document.steps:
        if step.id in ids:
            chosen.append(step)
        else:
            chosen.extend(question for question in step.questions if question.id in ids)
    return chosen


def put_copies(document: Questionnaire, copies: list, home: str) -> None:
    """Steps go to the end; questions into the step `home`, or into a new one at the end. Raises Refused."""
    loose = [copy for copy in copies if not isinstance(copy, Step)]
    if loose and document.find_step(home) is None:
        step = Step()
        copying.add_step(document, step)
        home = step.id
    for copy in copies:
        if isinstance(copy, Step):
            copying.add_step(document, copy)
        else:
            copying.add_question(document, home, copy)
