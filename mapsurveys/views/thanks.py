"""After answering, or before going on later: thanks, the receipt, one's own answers, taking them away."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cms.receipts import tidy_code
from mapsurveys.permissions import can_see_neighbours, can_see_results
from mapsurveys.responding import AnswerRefused, withdraw_response
from mapsurveys.views.sitting import Sitting, sitting_of


@never_cache
@require_safe
def pause(request, slug, code):
    """The personal link, by which its holder goes on later or on another device."""
    sitting = sitting_of(request, slug, code)
    return render(request, "mapsurveys/pause.html", receipt_context(request, sitting))


@csrf_exempt  # the code in the address is the secret; there is no session to misuse
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def done(request, slug, code):
    """Thanks, what happens next, the receipt and the answers. POST takes the answers away."""
    sitting = sitting_of(request, slug, code)
    if request.method == "POST" and "withdraw" in request.POST:
        try:
            withdraw_response(response=sitting.response, user=request.user)
        except AnswerRefused:
            return render(request, "mapsurveys/done.html", receipt_context(request, sitting), status=403)
        return render(request, "mapsurveys/withdrawn.html", {"survey": sitting.survey})
    if not sitting.response.is_submitted:
        return redirect(sitting.address("resume"))
    return render(request, "mapsurveys/done.html", receipt_context(request, sitting))


def receipt_context(request, sitting: Sitting) -> dict:
    """What both pages need: the code, the personal link, the answers, and what may be done with them."""
    return {
        "sitting": sitting,
        "survey": sitting.survey,
        "response": sitting.response,
        "code": tidy_code(sitting.code),
        "personal_link": request.build_absolute_uri(sitting.address("resume")),
        "can_change": sitting.may_answer(),
        "answers": answers_in_words(sitting),
        "can_see_results": can_see_results(request.user, sitting.survey, timezone.now(), has_answered=True),
        "can_see_neighbours": can_see_neighbours(sitting.survey, sitting.response),
    }


def answers_in_words(sitting: Sitting) -> list[dict]:
    """The shown steps with their questions and the answers as their author reads them."""
    steps, shown, kept = sitting.document.shown(sitting.sheet)
    return [
        {
            "step": step,
            "questions": [
                {
                    "question": question,
                    "answer": kept.get(question.id),
                    "words": question.in_words(kept[question.id]) if question.id in kept else "",
                }
                for question in step.questions
                if question.asks and question.id in shown
            ],
        }
        for step in steps
    ]
