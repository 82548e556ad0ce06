"""What the pages of answering show: a step with its map, progress, and the addresses around it."""

import uuid

from django.utils.translation import get_language

from mapsurveys.forms import StepForm
from mapsurveys.views.sitting import Sitting


def step_context(request, sitting: Sitting, form: StepForm) -> dict:
    """Context of a step's page."""
    step = form.step
    places = [each.id for each in sitting.steps]
    number = places.index(step.id) + 1 if step.id in places else 1
    after_this = places[number:]
    return {
        "sitting": sitting,
        "survey": sitting.survey,
        "step": step,
        "form": form,
        "entries": list(form.entries()),
        "errors": form.error_list() if form.is_bound else [],
        "number": number,
        "total": len(sitting.steps),
        "is_last": not after_this,
        "has_before": number > 1,
        "form_key": request.POST.get("form_key") or uuid.uuid4().hex,
        "access_code": request.POST.get("code") or sitting.carried.get("code", ""),
        "language": get_language(),
    }
