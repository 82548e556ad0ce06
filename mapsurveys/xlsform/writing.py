"""A questionnaire as XLSForm, the spreadsheet form of ODK, KoboToolbox and Survey123.

The standard sheets hold all that other programs understand. They are then read back as if they were someone else's, and
every difference goes to a sheet of facts: so reading our own file gives the same questionnaire, whatever the
standard sheets cannot say.
"""

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import override

from cms.translations import language_codes
from mapsurveys.kinds import Question
from mapsurveys.questionnaire import Questionnaire, Step, name_all
from mapsurveys.texts import Texts, in_language
from mapsurveys.xlsform import facts
from mapsurveys.xlsform.columns import shield, tag
from mapsurveys.xlsform.form import KIND_COLUMN, Form, languages_in, part_of
from mapsurveys.xlsform.losses import losses_in
from mapsurveys.xlsform.reading import STEP, STEP_TEXT, read_document
from mapsurveys.xlsform.relevance import Written
from mapsurveys.xlsform.survey import Losses
from mapsurveys.xlsform.workbook import Sheet, make_sheet, write_workbook
from mapsurveys.xlsform.written import is_repeated, write_question


def write_xlsform(title: Texts, document: Questionnaire) -> tuple[bytes, list[str]]:
    """(an .xlsx workbook, what other programs will not know, in the active language).

    `title` is the survey's, by language. `document` stays as it is.
    """
    named = document.model_copy(deep=True)
    name_all(named)
    form = Form(languages_in(document, title, language_codes()))
    _name_rows(form, named)
    _write_steps(form, named)
    sheets = [*form.sheets(), _settings(title, document, form.languages)]
    sheets.append(_facts(document, sheets))
    return write_workbook(str(in_language(title)), sheets), list(losses_in(document, form.languages))


def _name_rows(form: Form, document: Questionnaire) -> None:
    """Names for all questions before any row is written, so that rows of parts do not take them."""
    for question in document.questions():
        for each in (question, *part_of(question, "follow_ups")):
            parts = ("place", "words") if is_repeated(each) else ()
            form.written[id(each)] = Written(each, form.names.free(each.key, *parts), [], [], is_repeated(each))
    for written in form.written.values():
        _name_parts(form, written)


def _name_parts(form: Form, written: Written) -> None:
    question = written.question
    rows = {"matrix": "rows", "budget": "choices"}.get(question.kind, "")
    for row in part_of(question, rows):
        written.rows.append((row.id, form.names.free(f"{written.name}_{row.name}")))
    taken = {"other"}
    for choice in (*part_of(question, "choices"), *part_of(question, "places")):
        name, number = choice.name, 2
        while name in taken:
            name, number = f"{choice.name}_{number}", number + 1
        taken.add(name)
        written.choices.append((choice.id, name))


def _write_steps(form: Form, document: Questionnaire) -> None:
    before: list[Question] = []
    for number, step in enumerate(document.steps, start=1):
        name = form.names.free(f"step_{number}")
        form.add("begin_group", name, texts={"label": step.title}, **_step_cells(form, step, before))
        if step.text:
            form.add("note", form.names.free(f"{name}_text"), texts={"label": step.text}, **{KIND_COLUMN: STEP_TEXT})
        for question in step.questions:
            write_question(form, question, form.relevant(question, before))
            before.append(question)
        form.add("end_group")


def _step_cells(form: Form, step: Step, before: list[Question]) -> dict[str, str]:
    # Programs show no repeated groups on a page that holds many questions.
    one_page = not any(is_repeated(question) for question in step.questions)
    return {
        KIND_COLUMN: STEP,
        "relevant": form.relevant(step, before),
        "appearance": "field-list" if one_page else "",
    }


def _settings(title: Texts, document: Questionnaire, languages: list[str]) -> Sheet:
    default = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in languages else languages[0]
    with override(default):
        name = str(in_language(title))
    row = {
        "form_title": shield(name),
        "form_id": slugify(name).replace("-", "_") or "survey",
        "version": document.digest[:12],
        "default_language": tag(default),
    }
    return make_sheet("settings", [row])


def _facts(document: Questionnaire, sheets: list[Sheet]) -> Sheet:
    headings = ["row", "field", "value", "instead_of"]
    empty = make_sheet(facts.SHEET, [], headings)
    read = read_document({sheet.name: sheet for sheet in (*sheets, empty)}, Losses())
    return make_sheet(facts.SHEET, facts.differences(document, read), headings)
