"""A whole survey as a form to fill in by pen: an A4 PDF in the active language.

It is made of what is published alone: the version's questionnaire and the survey's cover. Call it outside
transactions: it takes seconds of a processor, not of the database.
"""

import functools
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cms.printing import to_pdf
from cms.translations import TranslatedText
from mapsurveys.channels import cover_address, qr_drawing
from mapsurveys.kinds import Question
from mapsurveys.models import Survey
from mapsurveys.pictures import with_pictures
from mapsurveys.printing.asking import PaperQuestion, on_paper
from mapsurveys.printing.embedding import LARGE, drawing_address, embed_image
from mapsurveys.printing.maps import Atlas
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.results.printing import read_style
from mapsurveys.rule_words import conditions_in_words
from mapsurveys.rules import ShowWhen

STYLE = "mapsurveys/css/paper.css"
#: Forms kept in memory by each process, so that a popular one is laid out once; the page itself is their key.
MOST_KEPT = 8


@dataclass
class PaperStep:
    """A step with its questions on paper, those without a number among them."""

    step: Step
    number: int
    rules: list[str]
    questions: list[PaperQuestion]


def form_pdf(survey: Survey, document: Questionnaire, *, number: int | None, made_at: datetime) -> bytes:
    """The form in the active language. `number` is the version's, None for a draft; `made_at` is its moment."""
    with with_pictures(document.questions()):
        return laid_out(form_page(survey, document, number=number, made_at=made_at))


def laid_out(page: str) -> bytes:
    """A whole HTML page as a PDF. One at a time in a process: a crowd waits for the first one's form."""
    with _one_at_a_time:
        return _laid_out(page)


_one_at_a_time = threading.Lock()
_laid_out = functools.lru_cache(maxsize=MOST_KEPT)(to_pdf)


def form_page(survey: Survey, document: Questionnaire, *, number: int | None, made_at: datetime) -> str:
    """The form as HTML with everything in it. Open `with_pictures` around it."""
    numbers = number_questions(document)
    asked = PaperSteps(document, numbers, Atlas(survey))
    address = cover_address(survey)
    introduction = survey.translated("introduction")
    context = {
        "survey": survey,
        "introduction": introduction,
        "blocks": list(introduction_blocks(introduction)),
        "contacts": survey.contacts(),
        "steps": list(asked.steps()),
        "personal": asked.personal(),
        "status": survey.status,
        "is_draft": number is None,
        "edition": edition_in_words(number, made_at),
        "address": address.partition("://")[2],
        "qr": drawing_address(sized_drawing(qr_drawing(address))),
        "returned_to": marked_language(survey.organisation.translated("name")),
        "link": format_html('<strong class="address">{}</strong>', address.partition("://")[2]),
        "required": format_html('<span class="required">{}</span>', _("(required)")),
        "page_of_pages": page_of_pages(),
        "style": mark_safe(read_style(STYLE)),  # noqa: S308 our own file
    }
    return render_to_string("mapsurveys/print/form/form.html", context)


def number_questions(document: Questionnaire) -> dict[str, int]:
    """The number of each question that asks, by its id; personal ones come last, as they do on paper."""
    asking = sorted(document.asking(), key=lambda question: question.personal)
    return {question.id: number for number, question in enumerate(asking, start=1)}


class PaperSteps:
    """The questions of a document in the order of paper, in the active language."""

    def __init__(self, document: Questionnaire, numbers: dict[str, int], atlas: Atlas):
        self.document, self.numbers, self.atlas = document, numbers, atlas
        self.quoted = with_numbers(document, numbers)

    def steps(self) -> Iterator[PaperStep]:
        """The steps that have something besides personal questions."""
        number = 0
        for step in self.document.steps:
            open_questions = [question for question in step.questions if not question.personal]
            if not open_questions and any(question.personal for question in step.questions):
                continue
            number += 1
            papers = [self._paper(question, step, self.rules(question.show_when)) for question in open_questions]
            yield PaperStep(step, number, self.rules(step.show_when, is_step=True), papers)

    def personal(self) -> list[PaperQuestion]:
        """What is kept apart: on a page of its own, with the rules of the steps that it has left."""
        return [
            self._paper(question, step, self.rules(step.show_when) + self.rules(question.show_when))
            for step in self.document.steps
            for question in step.questions
            if question.personal
        ]

    def _paper(self, question: Question, step: Step, rules: list[str]) -> PaperQuestion:
        return on_paper(question, str(self.numbers.get(question.id, "")), step, self.atlas, rules)

    def rules(self, rule: ShowWhen, *, is_step: bool = False) -> list[str]:
        """When to answer, as a list of one sentence; empty for always."""
        conditions = conditions_in_words(rule, self.quoted)
        if not conditions:
            return []
        sentence = _("Answer this part only when %(conditions)s.") if is_step else _("Answer only when %(conditions)s.")
        return [sentence % {"conditions": conditions}]


def with_numbers(document: Questionnaire, numbers: dict[str, int]) -> Questionnaire:
    """A copy whose questions begin with their numbers, so that rules quote what is seen on paper."""
    copy = document.model_copy(deep=True)
    for question in copy.asking():
        question.label = {code: f"{numbers[question.id]}. {text}" for code, text in question.label.items()}
    return copy


def introduction_blocks(introduction: TranslatedText) -> Iterator[dict[str, Any]]:
    """The cover text's paragraphs and pictures, the pictures with their content."""
    for block in introduction.value or []:
        picture = None
        if block.block_type == "image" and block.value["image"]:
            picture = embed_image(block.value["image"], LARGE)
        yield {"type": block.block_type, "value": block.value, "picture": picture}


def marked_language(text: TranslatedText) -> SafeString:
    """A text for the middle of a sentence, with its language where that is another."""
    return format_html("<span{}>{}</span>", text.lang_attr, text)


def edition_in_words(number: int | None, made_at: datetime) -> str:
    """Which form this is, for those who type its answers in."""
    day = date_format(timezone.localtime(made_at), "SHORT_DATE_FORMAT")
    if number is None:
        return _("Draft of %(day)s") % {"day": day}
    return _("Form version %(number)s, %(day)s") % {"number": number, "day": day}


def page_of_pages() -> SafeString:
    """“Page 2 of 6”; the style sheet puts the numbers in."""
    return format_html(
        _("Page {page} of {pages}"),
        page=mark_safe('<span class="page-now"></span>'),
        pages=mark_safe('<span class="page-last"></span>'),
    )


def sized_drawing(drawing: str) -> str:
    """A drawing of `qr_drawing` as a file of its own, which must name its namespace."""
    return drawing if "xmlns=" in drawing else drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
