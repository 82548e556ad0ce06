"""After answering, or before going on later: thanks, the receipt, one's own answers, taking them away."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.receipts import tidy_code
from mapsurveys.forms import LinkForm
from mapsurveys.mailing import TooSoon, mail_personal_link
from mapsurveys.permissions import can_see_neighbours, can_see_results
from mapsurveys.responding import AnswerRefused, withdraw_response
from mapsurveys.views.own_answers import answers_in_words
from mapsurveys.views.presenting import drafts_of
from mapsurveys.views.sitting import Sitting, sitting_of
from mapsurveys.views.wording import answering_words

REFUSED = 422  # RFC 9110: understood, but the content cannot be processed


@csrf_exempt  # the code in the address is the secret; there is no session to misuse
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pause(request, slug, code):
    """The personal link, by which its holder goes on later or on another device. POST mails it."""
    sitting = sitting_of(request, slug, code)
    if sitting.response.is_submitted:
        return redirect(sitting.address("done"))
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and mail_link(request, sitting, form):
        return redirect(sitting.address("pause", sent="1"))
    context = receipt_context(request, sitting) | {"form": form, "is_mailed": "sent" in request.GET}
    return render(request, "mapsurveys/pause.html", context, status=REFUSED if form.errors else 200)


def mail_link(request, sitting: Sitting, form: LinkForm) -> bool:
    """Mail the personal link; False, with an error in the form, where that can't be done now."""
    try:
        mail_personal_link(
            response=sitting.response, address=form.cleaned_data["email"], link=personal_link(request, sitting)
        )
    except TooSoon:
        form.add_error("email", _("The link was sent a moment ago. Wait a minute before you send it again."))
    except OSError:  # smtplib's own errors are OSErrors too
        form.add_error("email", _("The letter could not be sent. Copy the link instead."))
    return form.is_valid()


@csrf_exempt  # the code in the address is the secret; there is no session to misuse
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def done(request, slug, code):
    """Thanks, what happens next, the receipt and the answers.

    `?withdraw` asks whether the answers are to be taken away, and POST takes them away.
    """
    sitting = sitting_of(request, slug, code)
    if request.method == "POST" and "withdraw" in request.POST:
        return withdraw(request, sitting)
    if "withdraw" in request.GET and sitting.may_answer():
        return render(request, "mapsurveys/withdraw.html", {"sitting": sitting, "survey": sitting.survey})
    if not sitting.response.is_submitted:
        return redirect(sitting.address("resume"))
    return render(request, "mapsurveys/done.html", receipt_context(request, sitting))


def withdraw(request, sitting: Sitting):
    try:
        withdraw_response(response=sitting.response, user=request.user)
    except AnswerRefused:
        context = {"sitting": sitting, "survey": sitting.survey, "status": sitting.survey.status}
        return render(request, "mapsurveys/not_now.html", context, status=403)
    context = {"sitting": sitting, "survey": sitting.survey, "drafts": drafts_of(sitting.survey)}
    return render(request, "mapsurveys/withdrawn.html", context)


def personal_link(request, sitting: Sitting) -> str:
    return request.build_absolute_uri(reverse("mapsurveys:resume", args=[sitting.survey.slug, sitting.code]))


def receipt_context(request, sitting: Sitting) -> dict:
    """What both pages need: the code, the personal link, the answers, and what may be done with them."""
    return {
        "sitting": sitting,
        "survey": sitting.survey,
        "response": sitting.response,
        "code": tidy_code(sitting.code),
        "personal_link": personal_link(request, sitting),
        "can_change": sitting.may_answer(),
        # On a shared device the next person may look over the shoulder.
        "answers": [] if sitting.starts_afresh else answers_in_words(sitting),
        "resume_url": sitting.address("resume"),
        "change_url": sitting.address("step", sitting.steps[0].id) if sitting.steps else "",
        "withdraw_url": sitting.address("done", withdraw="1"),
        "drafts": drafts_of(sitting.survey),
        "words": answering_words(),
        "kiosk": {"idle": settings.KUULE_KIOSK_IDLE_SECONDS, "thanks": settings.KUULE_KIOSK_THANKS_SECONDS},
        "can_see_results": can_see_results(request.user, sitting.survey, timezone.now(), has_answered=True),
        "can_see_neighbours": can_see_neighbours(sitting.survey, sitting.response),
    }
