"""Pages that anyone reads without answering: the list of surveys and the cover of one."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from cms.blocks import with_images
from cms.organisations.models import ContactPerson, Label, Organisation
from cms.pages import public_page
from cms.translations import with_texts
from mapsurveys.forms import SurveyFilterForm
from mapsurveys.models import Survey, SurveyContact
from mapsurveys.permissions import can_see_results

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

    `?c=` (a channel's key), `?code=` (a one-time code) and `?kiosk` are carried on to the questions.
    """
    survey = get_object_or_404(surveys_for_reading(request.user), slug=slug)
    return render(request, "mapsurveys/survey_detail.html", survey_context(request, survey))


def surveys_for_reading(user):
    """Surveys that `user` may see, with what their cover needs, in a fixed number of queries."""
    contacts = SurveyContact.objects.prefetch_related(
        Prefetch("person", with_texts(ContactPerson.objects.all(), "title"))
    )
    return with_texts(Survey.objects.visible_to(user), *COVER_TEXTS).prefetch_related(
        Prefetch("organisation", with_texts(Organisation.objects.all(), "name")),
        Prefetch("labels", with_texts(Label.objects.all(), "name")),
        Prefetch("contact_rows", contacts),
    )


def survey_context(request, survey, *, is_preview=False) -> dict:
    now = timezone.now()
    introduction = survey.translated("introduction")
    with with_images([introduction.value] if introduction else [], survey.main_image_id) as images:
        survey.main_image = images.get(survey.main_image_id)
        if introduction:
            list(introduction.value)  # the blocks take their images now
    carried = {name: request.GET[name] for name in ("c", "code", "kiosk") if name in request.GET}
    return {
        "survey": survey,
        "status": survey.status_at(now),
        "contacts": survey.contacts(),
        "labels": list(survey.labels.all()),
        "question_count": len(survey.document.asking()),
        "minutes": minutes_needed(survey),
        "start_url": with_query(reverse("mapsurveys:begin", args=[survey.slug]), carried),
        "can_see_results": can_see_results(request.user, survey, now),
        "is_draft": not survey.live or is_preview,
        "is_kiosk": "kiosk" in request.GET,
    }


def minutes_needed(survey) -> int:
    """A guess of how long answering takes: half a minute a question, a minute and a half where places are marked."""
    seconds = sum(90 if question.marks else 30 for question in survey.document.asking())
    return max(1, round(seconds / 60))


def with_query(address: str, parameters: dict[str, str]) -> str:
    """An address with a query, where there are any parameters."""
    return f"{address}?{urlencode(parameters)}" if parameters else address
