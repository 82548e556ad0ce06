"""Surveys on paper: the form to fill in by pen, for anyone; a copy of one's own answers, for who holds the receipt."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.pages import public_page
from mapsurveys.printing.copy import copy_pdf
from mapsurveys.printing.form import form_pdf
from mapsurveys.versions import current_version
from mapsurveys.views.own_answers import answers_in_words
from mapsurveys.views.pages import surveys_for_reading
from mapsurveys.views.results import pdf_response
from mapsurveys.views.sitting import sitting_of, survey_of_token


@public_page
@require_safe
def form(request, slug):
    """The published questionnaire as a PDF in the language of the address, whether it is open, upcoming or closed."""
    survey = get_object_or_404(surveys_for_reading(request.user).filter(live=True), slug=slug)
    version = current_version(survey)
    if version is None:
        raise Http404
    content = form_pdf(survey, version.document, number=version.number, made_at=version.created_at)
    return pdf_response(content, f"{survey.slug}-{get_language()}.pdf")


@never_cache
@require_safe
def test_form(request, token):
    """The draft as a PDF, for whoever may try it out."""
    survey = survey_of_token(token)
    draft = survey.get_latest_revision_as_object() if survey.latest_revision_id else survey
    content = form_pdf(draft, draft.document, number=None, made_at=timezone.localtime().replace(hour=0, minute=0))
    return pdf_response(content, f"{survey.slug}-{get_language()}.pdf")


test_form.__test__ = False


@never_cache
@require_safe
def copy(request, slug, code):
    """The answers that the receipt is of, as a PDF. Not on a device that the next person uses too."""
    sitting = sitting_of(request, slug, code)
    if sitting.starts_afresh:
        raise Http404
    if not sitting.response.is_submitted:
        return redirect(sitting.address("resume"))
    content = copy_pdf(sitting.response, code, answers_in_words(sitting), sitting.sheet)
    return pdf_response(content, f"{sitting.survey.slug}.pdf")
