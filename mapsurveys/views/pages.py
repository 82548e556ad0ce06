"""Pages that anyone reads without answering: the list of surveys and the cover of one."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.blocks import with_images
from cms.consultations import with_contacts
from cms.organisations.models import Label, Organisation
from cms.pages import public_page
from cms.translations import with_texts
from mapsurveys.choices import EventKind
from mapsurveys.forms import SurveyFilterForm
from mapsurveys.models import Survey, SurveyContact
from mapsurveys.permissions import can_see_results
from mapsurveys.pictures import with_pictures
from mapsurveys.responding import log_event
from mapsurveys.versions import current_version
from mapsurveys.views.presenting import poll_context
from mapsurveys.views.sitting import CARRIED, Sitting, find_channel

SURVEYS_A_PAGE = 20
COVER_TEXTS = ("title", "abstract", "main_image_alt", "introduction", "data_notice")


@public_page
@require_safe
def survey_list(request):
    form = SurveyFilterForm(request.GET)
    paginator = Paginator(form.surveys().for_cards(), SURVEYS_A_PAGE)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "form": form,
        "page_obj": paginator.get_page(request.GET.get("page")),
        "total": paginator.count,
        "querystring": query.urlencode(),
    }
    return render(request, "mapsurveys/survey_list.html", context)


@public_page
@require_safe
def survey_detail(request, slug):
    """The cover: what is asked and what for, how answers are used, and the way in.

    `?c=` (a channel's key), `?code=` (a one-time code) and `?kiosk` are carried on to the questions. A survey of one
    step shows its questions here at once.
    """
    survey = get_object_or_404(surveys_for_reading(request.user), slug=slug)
    context = survey_context(request, survey)
    if context["poll"] and request.method == "GET":
        log_event(survey=survey, kind=EventKind.OPENED, step=context["poll"]["step"])
    with with_pictures(context["poll"]["step"].questions if context["poll"] else []):
        return render(request, "mapsurveys/survey_detail.html", context)


def surveys_for_reading(user):
    """Surveys that `user` may see, with what their cover needs, in a fixed number of queries."""
    return with_texts(Survey.objects.visible_to(user), *COVER_TEXTS).prefetch_related(
        Prefetch("organisation", with_texts(Organisation.objects.all(), "name")),
        Prefetch("labels", with_texts(Label.objects.all(), "name")),
        Prefetch("contact_rows", with_contacts(SurveyContact.objects.all())),
    )


def survey_context(request, survey, *, is_preview=False) -> dict:
    now = timezone.now()
    introduction = survey.translated("introduction")
    with with_images([introduction.value] if introduction else [], survey.main_image_id) as images:
        survey.main_image = images.get(survey.main_image_id)
        if introduction:
            list(introduction.value)  # the blocks take their images now
    sitting = cover_sitting(request, survey)
    asked = survey.document.asking()
    return {
        "survey": survey,
        "sitting": sitting,
        "status": survey.status_at(now),
        "contacts": survey.contacts(),
        "labels": list(survey.labels.all()),
        "question_count": len(asked),
        "step_count": len(survey.document.steps),
        "minutes": minutes_needed(survey),
        "has_map": any(question.marks for question in asked),
        "may_answer": bool(asked) and not is_preview and sitting.may_answer(),
        "poll": None if is_preview else poll_context(sitting),
        "can_see_results": can_see_results(request.user, survey, now),
        "is_draft": not survey.live or is_preview,
    }


def cover_sitting(request, survey) -> Sitting:
    """Someone who reads the cover and has stored nothing; the published version is what they would answer."""
    carried = {name: request.GET[name] for name in CARRIED if name in request.GET}
    version = current_version(survey) if survey.live else None
    channel = find_channel(survey, carried.get("c", ""))
    return Sitting(request.user, survey, version, channel=channel, carried=carried)


def minutes_needed(survey) -> int:
    """A guess of how long answering takes: half a minute a question, a minute and a half where places are marked."""
    seconds = sum(90 if question.marks else 30 for question in survey.document.asking())
    return max(1, round(seconds / 60))
