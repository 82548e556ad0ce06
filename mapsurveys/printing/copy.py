"""A respondent's own copy: what they answered, as a PDF in the active language.

It is made when it is asked for and kept nowhere.
"""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from cms.printing import to_pdf
from cms.receipts import tidy_code
from mapsurveys.channels import cover_address, public_address, qr_drawing
from mapsurveys.kinds import Question
from mapsurveys.kinds.marking import Mark, Marking
from mapsurveys.models import Response
from mapsurveys.pictures import with_pictures
from mapsurveys.printing.embedding import LARGE, drawing_address, embed_picture
from mapsurveys.printing.form import STYLE, page_of_pages, sized_drawing
from mapsurveys.printing.maps import Atlas, PaperMap, Place, picture_with_spots
from mapsurveys.questionnaire import Step
from mapsurveys.results.printing import read_style


def copy_pdf(response: Response, code: str, answers: list[dict[str, Any]], sheet: dict[str, Any]) -> bytes:
    """The copy of a sent response. `answers` are its words (views.own_answers), `sheet` its answers as stored."""
    document = response.version.document
    survey = response.survey
    personal_link = public_address("mapsurveys:resume", survey.slug, code)
    with with_pictures(document.questions()):
        context = {
            "survey": survey,
            "response": response,
            "code": tidy_code(code),
            "personal_link": personal_link.partition("://")[2],
            "qr": drawing_address(sized_drawing(qr_drawing(personal_link))),
            "cover": cover_address(survey).partition("://")[2],
            "answers": list(with_maps(answers, sheet, Atlas(survey))),
            "contacts": survey.contacts(),
            "page_of_pages": page_of_pages(),
            "style": mark_safe(read_style(STYLE)),  # noqa: S308 our own file
        }
    return to_pdf(render_to_string("mapsurveys/print/copy/copy.html", context))


def with_maps(answers: list[dict[str, Any]], sheet: dict[str, Any], atlas: Atlas):
    """The same steps, each question of places with its `map` and the `number` that each place has on it."""
    for part in answers:
        drawn = [
            each | {"map": map_of(each["question"], part["step"], sheet.get(each["question"].id, []), atlas)}
            if each["question"].marks
            else each
            for each in part["questions"]
        ]
        yield {"step": part["step"], "questions": drawn}


def map_of(question: Marking, step: Step, marks: list[Mark], atlas: Atlas) -> PaperMap | None:
    """The places that were marked, numbered in their order; None where none has a place to show."""
    numbered = [(str(number), mark) for number, mark in enumerate(marks, start=1)]
    spots = [(sign, *mark.on_image) for sign, mark in numbered if mark.on_image]
    if spots:
        return _picture(question, spots)
    places = [Place(sign, mark.geometry) for sign, mark in numbered if mark.geometry]
    return atlas.of_places(places, step) if places else None


def _picture(question: Question, spots: list[tuple[str, float, float]]) -> PaperMap | None:
    picture = embed_picture(question.image, LARGE)
    if picture is None:
        return None
    return PaperMap(picture_with_spots(picture.address, picture.width, picture.height, spots))
