"""Results on paper: the same charts with their tables open, in the active language."""

from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone

from cms.printing import to_pdf
from mapsurveys.models import Survey
from mapsurveys.results.presenting import Results

#: What the page's style sheets hold stands in the PDF's own page: nothing is fetched for it.
STYLES = ("cms/css/tokens.css", "cms/css/charts.css")


def results_pdf(survey: Survey, results: Results, *, total: int, **context: Any) -> bytes:
    """All steps of the results as a tagged PDF. `results` is to be made on paper: see Audience and Paper."""
    steps = [{"step": step, "shown": results.of_step(step)} for step in results.steps()]
    context |= {
        "survey": survey,
        "steps": steps,
        "total": total,
        "k": results.paper.k,
        "made_at": timezone.now(),
        "styles": "\n".join(read_style(path) for path in STYLES),
    }
    return to_pdf(render_to_string("mapsurveys/results/print.html", context))


def read_style(path: str) -> str:
    """A style sheet of ours as text."""
    return Path(finders.find(path)).read_text(encoding="utf-8")
