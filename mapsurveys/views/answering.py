"""Answering a survey, a step at a time. No cookie is set: the address holds the respondent's receipt code."""

from django.http import HttpResponseForbidden, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cms.pages import is_same_origin
from cms.receipts import tidy_code
from mapsurveys.choices import Access, EventKind
from mapsurveys.forms import AccessCodeForm, ContinueForm, StepForm, missing_list
from mapsurveys.permissions import can_see_results
from mapsurveys.pictures import with_pictures
from mapsurveys.responding import (
    AnswerRefused,
    CodeRefused,
    Incomplete,
    begin_response,
    find_begun,
    find_response,
    finish_response,
    keep_step,
    log_event,
    save_step,
)
from mapsurveys.views.presenting import draft_key, step_context
from mapsurveys.views.sitting import Sitting, code_given, new_sitting, sitting_of, survey_of_token, take_up, test_token

REFUSED = 422  # RFC 9110: understood, but the content cannot be processed
NOT_NOW = 403


@csrf_exempt  # no cookie, no token: see cms.pages.is_same_origin
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request, slug):
    """The first step for someone who has stored nothing yet. POST stores it and begins a response."""
    sitting = new_sitting(request, slug)
    take_up(sitting, request.POST.get("code") or sitting.carried.get("code", ""))
    if not sitting.document.steps:
        return refuse(request, sitting)
    step = sitting.steps[0] if sitting.steps else sitting.document.steps[0]
    if request.method == "POST":
        return receive(request, sitting, step)
    if not sitting.may_answer():
        return refuse(request, sitting)
    if problem := ask_for_code(request, sitting):
        return problem
    if request.method == "GET" and not sitting.is_test:
        log_event(survey=sitting.survey, kind=EventKind.OPENED, step=step)
    return show(request, sitting, StepForm(sitting.document, step, sheet=sitting.sheet))


def ask_for_code(request, sitting):
    """The page that asks for a one-time code, where one is needed and not given in the address; else None."""
    try:
        code_given(sitting, sitting.carried.get("code", ""))
    except CodeRefused:
        is_sent = "code" in request.GET
        form = code_problem(request.GET["code"]) if is_sent else AccessCodeForm()
        context = {"survey": sitting.survey, "sitting": sitting, "form": form}
        return render(request, "mapsurveys/access_code.html", context, status=REFUSED if is_sent else 200)
    return None


def code_problem(text: str) -> AccessCodeForm:
    """The form that asks for a code, with what is wrong with `text`."""
    form = AccessCodeForm({"code": text})
    if form.is_valid():
        form.add_error("code", _("This code is not known, or it has been used. Check each letter."))
    return form


@csrf_exempt  # the code in the address is the secret; there is no session to misuse
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step(request, slug, code, step_id):
    """One step of a response that has begun."""
    sitting = sitting_of(request, slug, code)
    found = sitting.document.find_step(step_id)
    if found is None or found not in sitting.steps:
        return redirect(sitting.address("resume"))
    if request.method == "POST":
        return receive(request, sitting, found)
    if not sitting.may_answer():
        return refuse(request, sitting)
    if request.method == "GET":
        log_event(survey=sitting.survey, kind=EventKind.SHOWN, response=sitting.response, step=found)
    form = StepForm(sitting.document, found, sheet=sitting.sheet)
    if "unanswered" in request.GET:
        _steps, shown, kept = sitting.document.shown(sitting.sheet)
        return show(request, sitting, form, errors=missing_list(found, kept, shown))
    return show(request, sitting, form)


def receive(request, sitting: Sitting, current):
    """Check and store a step that was sent, and lead on. Whoever goes back or goes on later is never stopped."""
    if not is_same_origin(request):
        return HttpResponseForbidden(_("This form was sent from another site."))
    form = StepForm(sitting.document, current, request.POST, request.FILES, sheet=sitting.sheet)
    is_whole = form.is_valid()
    if not sitting.may_answer():
        return refuse(request, sitting, form)
    if not is_whole and not leaves(request):
        return show(request, sitting, form, status=REFUSED)
    try:
        begin_if_new(request, sitting)
        address = store(request, sitting, current, form.keepable())
    except CodeRefused:
        return show(request, sitting, form, status=REFUSED, code_form=code_problem(request.POST.get("code", "")))
    except AnswerRefused:
        return refuse(request, sitting, form)
    return lead_on(request, sitting, current, address, unkept=list(form.errors))


def leaves(request) -> bool:
    """Whether the step is left as it is: to the step before, or to go on later."""
    return "back" in request.POST or "later" in request.POST


def begin_if_new(request, sitting: Sitting) -> None:
    """Begin a response where there is none. Raises AnswerRefused, CodeRefused."""
    if sitting.response is not None:
        return
    form_key = request.POST.get("form_key", "")[:64]
    if begun := find_begun(sitting.survey, form_key):
        sitting.response, sitting.code = begun
        return
    sitting.response, sitting.code = begin_response(
        version=sitting.version,
        user=request.user,
        language=get_language(),
        channel=sitting.channel,
        access_code=code_given(sitting, request.POST.get("code", "")),
        is_test=sitting.is_test,
        form_key=form_key,
    )


def store(request, sitting: Sitting, current, answers: dict) -> str:
    """Store a step, and send all after the last; the address of the page that the pressed button leads to.

    Raises AnswerRefused, CodeRefused.
    """
    stored = {"response": sitting.response, "step": current, "answers": answers, "user": request.user}
    if leaves(request):
        keep_step(**stored)
        before = sitting.step_before(current) or current
        return sitting.address("step", before.id) if "back" in request.POST else sitting.address("pause")
    after = sitting.step_after(current, answers)
    if after is not None:
        save_step(**stored)
        return sitting.address("step", after.id)
    try:
        finish_response(**stored)
    except Incomplete as incomplete:
        return sitting.address("step", incomplete.step.id, unanswered="1")
    return sitting.address("done")


def lead_on(request, sitting: Sitting, current, address: str, *, unkept: list[str]):
    """Lead to the next page. To our own script say where that is, where the step is stored, and what was not."""
    if request.headers.get("Accept") != "application/json":
        return redirect(address)
    draft = draft_key(sitting_of(request, sitting.survey.slug, sitting.code), current) if unkept else {}
    stored = sitting.address("step", current.id)
    return JsonResponse({"next": address, "stored": stored, "unkept": unkept, "draft": draft})


def show(request, sitting: Sitting, form: StepForm, *, status: int = 200, **more):
    """The page of a step; `more` is added to its context."""
    context = step_context(request, sitting, form) | more
    with with_pictures(form.step.questions):
        return render(request, "mapsurveys/step.html", context, status=status)


def refuse(request, sitting: Sitting, form: StepForm | None = None):
    """The survey takes no answers from this person now: say why, and give back what was sent."""
    now = timezone.now()
    context = {
        "survey": sitting.survey,
        "sitting": sitting,
        "status": sitting.survey.status_at(now),
        "unsaved": form.sent_words() if form else [],
        "signing_in_helps": not request.user.is_authenticated and sitting.survey.access == Access.SIGNED_IN,
        "can_see_results": can_see_results(request.user, sitting.survey, now),
    }
    return render(request, "mapsurveys/not_now.html", context, status=NOT_NOW if form is None else REFUSED)


@never_cache
@require_safe
def resume(request, slug, code):
    """A personal link: leads to where its holder left off."""
    sitting = sitting_of(request, slug, code)
    if sitting.response.is_submitted:
        return redirect(sitting.address("done"))
    step = sitting.first_open_step() or (sitting.steps[-1] if sitting.steps else None)
    return redirect(sitting.address("step", step.id) if step else sitting.survey.get_absolute_url())


@never_cache
@require_safe
def find(request):
    """Asks for a receipt code and leads to its answers."""
    form = ContinueForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        response = find_response(form.cleaned_data["code"])
        if response is not None:
            return redirect("mapsurveys:resume", response.survey.slug, tidy_code(form.cleaned_data["code"]))
        form.add_error("code", _("No answers have this code. Check each letter."))
        return render(request, "mapsurveys/find.html", {"form": form}, status=404)
    return render(request, "mapsurveys/find.html", {"form": form})


@never_cache
@require_safe
def test(request, token):
    """A test address: leads to the questions of the newest draft. Its answers are never counted."""
    survey = survey_of_token(token)
    return redirect(f"{Sitting(request.user, survey, None, carried={}).address('begin')}?test={token}")


__all__ = ["begin", "find", "resume", "step", "test", "test_token"]
