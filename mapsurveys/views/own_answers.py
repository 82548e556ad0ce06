"""A respondent's own answers, as they read them."""

from typing import Any

from django.utils.translation import gettext as _

from cms import geo
from mapsurveys.kinds import Question
from mapsurveys.kinds.marking import Mark
from mapsurveys.views.sitting import Sitting


def answers_in_words(sitting: Sitting) -> list[dict]:
    """The shown steps with their questions and the answers as their author reads them."""
    steps, shown, kept = sitting.document.shown(sitting.sheet)
    return [
        {
            "step": step,
            "questions": [
                answer_in_words(question, kept.get(question.id))
                for question in step.questions
                if question.asks and question.id in shown
            ],
        }
        for step in steps
    ]


def answer_in_words(question: Question, answer: Any) -> dict:
    """A question with its answer: `words`, or `places` where places were marked."""
    if question.marks:
        places = [place_in_words(question, number, mark) for number, mark in enumerate(answer or [], start=1)]
        return {"question": question, "words": "", "places": places}
    return {"question": question, "words": question.in_words(answer) if answer is not None else ""}


def place_in_words(question: Question, number: int, mark: Mark) -> dict:
    """What a marked place is called, how large it is, and what was said of it."""
    return {"name": _joined(_name_of(question, number, mark), mark), "answers": _follow_ups_in_words(question, mark)}


def place_of_another_in_words(question: Question, mark: Mark, area: str) -> dict:
    """The same for other readers, to whom its author's numbers say nothing: named after the `area` it is in, if any."""
    if mark.place:
        name = question.in_words([mark])
    elif mark.on_image:
        name = _("Spot on the image")
    else:
        name = area or (mark.geometry and question.mark_name)
    return {"name": _joined(name, mark), "answers": _follow_ups_in_words(question, mark)}


def _joined(name: Any, mark: Mark) -> str:
    return "; ".join(str(part) for part in (name, mark.words, _size_of(mark)) if part)


def _follow_ups_in_words(question: Question, mark: Mark) -> list[dict]:
    return [
        {"label": each.translated("label"), "words": each.in_words(mark.answers[each.id])}
        for each in question.follow_ups
        if each.id in mark.answers
    ]


def _name_of(question: Question, number: int, mark: Mark) -> str:
    if mark.place:
        return question.in_words([mark])
    if mark.on_image:
        return _("Spot %(number)s on the image") % {"number": number}
    if mark.geometry is None:
        return ""
    names = {
        "point": _("Point %(number)s on the map"),
        "line": _("Line %(number)s on the map"),
        "area": _("Area %(number)s on the map"),
    }
    return names[question.kind] % {"number": number}


def _size_of(mark: Mark) -> str:
    return "" if mark.place or mark.geometry is None else geo.everyday_size(mark.geometry)
