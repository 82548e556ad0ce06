"""What the pages of answering show: a step with its map, progress, and the addresses around it."""

import hashlib
import json
import uuid

from django.conf import settings

from mapsurveys.forms import StepForm
from mapsurveys.views.sitting import Sitting
from mapsurveys.views.wording import answering_words


def step_context(request, sitting: Sitting, form: StepForm) -> dict:
    """Context of a step's page."""
    step = form.step
    number = place_of(step, sitting.steps)
    context = form_context(sitting, form)
    return context | {
        "action": request.get_full_path() if sitting.response else sitting.begin_address,
        "errors": form.error_list() if form.is_bound else [],
        "number": number,
        "total": max(len(sitting.steps), number),
        "is_last": number >= len(sitting.steps),
        "has_before": number > 1,
        "form_key": request.POST.get("form_key") or uuid.uuid4().hex,
        "access_code": request.POST.get("code") or sitting.carried.get("code", ""),
    }


def place_of(step, steps) -> int:
    """Which of the shown steps it is, from 1."""
    places = [each.id for each in steps]
    return places.index(step.id) + 1 if step.id in places else 1


def form_context(sitting: Sitting, form: StepForm) -> dict:
    """What the form itself needs, on whichever page it stands."""
    entries = list(form.entries())
    return {
        "sitting": sitting,
        "survey": sitting.survey,
        "step": form.step,
        "form": form,
        "entries": entries,
        "has_map": any(entry.marks for entry in entries),
        "has_required": any(entry.question.required for entry in entries),
        "draft": draft_key(sitting, form.step),
        "words": answering_words(),
        "kiosk": {"idle": settings.KUULE_KIOSK_IDLE_SECONDS, "thanks": settings.KUULE_KIOSK_THANKS_SECONDS},
    }


def drafts_of(survey) -> str:
    """How the names of all that a browser keeps of a survey begin."""
    return f"kuule-survey:{survey.slug}:"


def draft_key(sitting: Sitting, step) -> dict[str, str]:
    """Where a browser keeps what is typed until it is sent.

    Empty where the next person answers on the same device: nothing is kept there. `base` changes when the step's
    stored answers do, so that a draft older than answers sent from another device is not brought back over them.
    """
    if sitting.starts_afresh:
        return {}
    stored = {question.id: sitting.sheet.get(question.id) for question in step.questions}
    told = json.dumps(stored, default=lambda mark: [mark.key, mark.words, str(mark.geometry), mark.answers])
    base = hashlib.sha256(told.encode()).hexdigest()[:16]
    own = sitting.response.pk if sitting.response else "new"
    return {"key": f"{drafts_of(sitting.survey)}{own}:{step.id}", "base": base}


def poll_context(sitting: Sitting) -> dict | None:
    """The form of a survey of one step, for a page that anyone may store; None where the questions have pages of
    their own, or may not be answered now.

    The form has no key of its own here, because every reader is given the same page: the browser makes one.
    """
    document = sitting.version.document if sitting.version else None
    if document is None or len(document.steps) != 1 or not sitting.steps or sitting.needs_code():
        return None
    if not document.asking() or not sitting.may_answer():
        return None
    form = StepForm(document, document.steps[0], sheet={})
    return form_context(sitting, form) | {
        "action": sitting.begin_address,
        "errors": [],
        "number": 1,
        "total": 1,
        "is_last": True,
        "has_before": False,
        "form_key": "",
        "access_code": "",
    }
