"""The places of others, for someone who has sent their own: see, agree, discuss."""

import uuid
from collections.abc import Iterable

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cms.pages import is_same_origin
from mapsurveys.models import Feature, Remark
from mapsurveys.neighbours import (
    LONGEST_REMARK,
    TakingPartRefused,
    agree,
    area_names,
    find_place,
    leave_remark,
    neighbour_places,
    shared_questions,
    take_back_agreement,
    take_back_remark,
    with_figures,
)
from mapsurveys.permissions import can_agree, can_remark, can_see_neighbours
from mapsurveys.responding import as_mark
from mapsurveys.views.own_answers import place_of_another_in_words
from mapsurveys.views.sitting import Sitting, sitting_of
from mapsurveys.views.wording import answering_words

PLACES_A_PAGE = 20
REFUSED = 422
ORDERS = {
    "agreed": ("-agreement_count", "-remark_count", "pk"),
    "remarked": ("-remark_count", "-agreement_count", "pk"),
}


class RemarkForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("What do you say of this place?"),
        max_length=LONGEST_REMARK,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Others who have answered the survey can read it. Don't write names or addresses."),
        error_messages={"required": gettext_lazy("Write something first.")},
    )
    form_key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


def sitting_among_neighbours(request, slug: str, code: str) -> Sitting:
    """Raises Http404 for those who have not sent their own answers, or where the planner shows nothing."""
    sitting = sitting_of(request, slug, code)
    if not can_see_neighbours(sitting.survey, sitting.response):
        raise Http404
    return sitting


@never_cache
@require_safe
def places(request, slug, code):
    """Places of others and one's own, a page at a time. `?question=` and `?order=agreed|remarked` narrow and sort."""
    sitting = sitting_among_neighbours(request, slug, code)
    shared = set(shared_questions(sitting.survey))
    questions = [each for each in sitting.survey.document.asking() if each.id in shared]
    chosen = next((each for each in questions if each.id == request.GET.get("question")), None)
    shown = neighbour_places(sitting.survey)
    if chosen:
        shown = shown.filter(question=chosen.id)
    order = request.GET.get("order") if request.GET.get("order") in ORDERS else "agreed"
    found = with_figures(shown, sitting.response).order_by(*ORDERS[order])
    page = Paginator(found, PLACES_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "sitting": sitting,
        "survey": sitting.survey,
        "questions": questions,
        "question": chosen,
        "order": order,
        "page_obj": page,
        "querystring": query.urlencode(),
        "items": shown_places(sitting, page),
        "can_agree": can_agree(sitting.survey, sitting.response, timezone.now()),
        "done_url": sitting.address("done"),
        "map_url": sitting.address("neighbours_in_box", **({"question": chosen.id} if chosen else {})),
        **shared_device(),
    }
    return render(request, "mapsurveys/neighbours.html", context)


def shared_device() -> dict:
    """What pages need that clear themselves for the next person."""
    return {
        "words": answering_words(),
        "kiosk": {"idle": settings.KUULE_KIOSK_IDLE_SECONDS, "thanks": settings.KUULE_KIOSK_THANKS_SECONDS},
    }


def shown_places(sitting: Sitting, places: Iterable[Feature]) -> list[dict]:
    """Places with their questions, where they are and what their authors said of them, as others read it."""
    places = list(places)
    areas = area_names(places)
    return [_shown_place(sitting, place, str(areas.get(place.pk, ""))) for place in places]


def _shown_place(sitting: Sitting, place: Feature, area: str) -> dict:
    question = sitting.survey.document.find_question(place.question)
    return {
        "place": place,
        "question": question,
        "words": place_of_another_in_words(question, as_mark(place), area),
        "language": place.response.language,
        "is_own": place.response_id == sitting.response.pk,
        "url": sitting.address("neighbour", str(place.pk)),
    }


@csrf_exempt  # the code in the address is the secret; there is no session to misuse
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def place(request, slug, code, key):
    """One place with what is said of it. POST agrees, takes that back, or leaves or takes back a remark."""
    sitting = sitting_among_neighbours(request, slug, code)
    try:
        found = find_place(sitting.survey, key)
        if request.method != "POST":
            return show_place(request, sitting, found, RemarkForm(initial={"form_key": uuid.uuid4().hex}))
        if not is_same_origin(request):
            return HttpResponseForbidden(_("This form was sent from another site."))
        return receive(request, sitting, found)
    except TakingPartRefused:
        raise Http404 from None


def receive(request, sitting: Sitting, found: Feature):
    """Do what the button that was pressed says. Raises TakingPartRefused."""
    if "agree" in request.POST:
        agree(place=found, response=sitting.response)
    elif "disagree" in request.POST:
        take_back_agreement(place=found, response=sitting.response)
    elif "take_back" in request.POST:
        take_back_remark(remark=own_remark(request.POST["take_back"], found), response=sitting.response)
    else:
        form = RemarkForm(request.POST)
        if not form.is_valid():
            return show_place(request, sitting, found, form, status=REFUSED)
        leave_remark(place=found, response=sitting.response, language=get_language(), **form.cleaned_data)
    back = sitting.address("neighbours") if "list" in request.POST else sitting.address("neighbour", str(found.pk))
    return redirect(back)


def own_remark(number: str, found: Feature) -> Remark:
    """Raises TakingPartRefused for what is no remark on this place."""
    remark = found.remarks.filter(pk=number).first() if number.isdecimal() and len(number) < 19 else None
    if remark is None:
        raise TakingPartRefused
    return remark


def show_place(request, sitting: Sitting, found: Feature, form: RemarkForm, *, status: int = 200):
    counted = with_figures(Feature.objects.filter(pk=found.pk), sitting.response).get()
    now = timezone.now()
    context = {
        "sitting": sitting,
        "survey": sitting.survey,
        "item": shown_places(sitting, [counted])[0],
        "remarks": found.remarks.with_tombstones(),
        "form": form if can_remark(sitting.survey, sitting.response, now) else None,
        "can_agree": can_agree(sitting.survey, sitting.response, now),
        "list_url": sitting.address("neighbours"),
        **shared_device(),
    }
    return render(request, "mapsurveys/neighbour.html", context, status=status)
