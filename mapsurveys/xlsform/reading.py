"""A form becomes the nearest questionnaire; whatever is not carried over is told with its place in the workbook.

First every row is read into a plain document that still names things as the form does. Then the facts that only we
write are added, everything gets its identifier, and rules are turned from names into identifiers.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from cms.translations import is_blank
from mapsurveys.kinds import KINDS
from mapsurveys.kinds.base import new_id
from mapsurveys.questionnaire import MOST_QUESTIONS, MOST_STEPS, Questionnaire
from mapsurveys.xlsform import facts
from mapsurveys.xlsform.columns import Columns, languages_of
from mapsurveys.xlsform.errors import Unsupported, XLSFormError
from mapsurveys.xlsform.expressions import Joined, parse
from mapsurveys.xlsform.facts import NAME, PARTS, PLACE, RULE
from mapsurveys.xlsform.place_readers import place_row
from mapsurveys.xlsform.reader import Document, Reader
from mapsurveys.xlsform.readers import find_reader, is_grid
from mapsurveys.xlsform.relevance import Target, read_rule
from mapsurveys.xlsform.survey import Item, Losses, read_lists, read_tree
from mapsurveys.xlsform.workbook import Sheet, read_workbook

#: Rows that programs fill in by themselves, without asking.
UNASKED = frozenset(
    {
        "start",
        "end",
        "today",
        "deviceid",
        "phonenumber",
        "username",
        "email",
        "audit",
        "subscriberid",
        "simserial",
        "start-geopoint",
        "background-audio",
        "background-geopoint",
    }
)
#: Marks the note that is a step's own text, and a group that is a step of ours.
STEP, STEP_TEXT = "step", "step_text"


def read_xlsform(content: bytes) -> tuple[Questionnaire, list[str]]:
    """(the nearest questionnaire, what was not carried over, in the active language).

    A workbook that we wrote gives the same questionnaire, with the same digest. Raises XLSFormError, a
    ValidationError whose message tells the planner why the file cannot be read.
    """
    sheets = read_workbook(content)
    if "survey" not in sheets:
        raise XLSFormError(_("The workbook has no sheet “survey”, so it is not an XLSForm."), "survey")
    losses = Losses()
    document = read_document(sheets, losses)
    facts.merge(document, facts.read_facts(sheets.get(facts.SHEET)))
    _give_ids(document)
    _resolve_rules(document, losses)
    return _validated(document), losses.sentences()


def read_document(sheets: dict[str, Sheet], losses: Losses) -> Document:
    """What the survey and the choices sheet say, with the names and rules of the form. Raises XLSFormError."""
    own = facts.SHEET in sheets
    survey, choices = _columns(sheets, losses)
    always_read = {"constraint_message"} if own else set()
    items = read_tree(survey, losses, always_read)
    lists = read_lists(choices, losses)
    if not own:
        _tell_of_sheets(sheets, losses)
    items = list(_asked(items, losses))
    reader = Reader(lists, losses, find_reader)
    steps = [step for read in _read_steps(reader, items) for step in _of_fitting_size(read)]
    lists.lose_unused(losses)
    if len(steps) > MOST_STEPS:
        message = _("The form has too many pages: %(count)s. A survey has at most %(limit)s.")
        raise XLSFormError(message, "steps", {"count": len(steps), "limit": MOST_STEPS})
    return {"steps": steps}


def _columns(sheets: dict[str, Sheet], losses: Losses) -> tuple[Columns, Columns | None]:
    settings = sheets.get("settings")
    cells = settings.rows[0].cells if settings and settings.rows else {}
    texts = [sheets[name] for name in ("survey", "choices") if name in sheets]
    languages, unknown = languages_of(texts, cells.get("default_language", ""))
    for language in unknown:
        if language in languages:
            losses.add(
                _("The texts in “%(language)s” were taken as the service's own language.") % {"language": language}
            )
        else:
            losses.add(
                _("The texts in “%(language)s” were left out: the service does not have the language.")
                % {"language": language}
            )
    return Columns(sheets["survey"], languages), Columns(sheets["choices"], languages) if "choices" in sheets else None


def _tell_of_sheets(sheets: dict[str, Sheet], losses: Losses) -> None:
    settings = sheets.get("settings")
    for row in settings.rows[:1] if settings else []:
        for heading, text in row.cells.items():
            if heading not in ("default_language", "form_id", "id_string", "version"):
                losses.at(
                    settings.name, row.number, heading, _("The setting was left out: %(value)s") % {"value": text}
                )
    others = [
        sheet.name for name, sheet in sheets.items() if name not in ("survey", "choices", "settings") and sheet.rows
    ]
    if others:
        losses.add(_("These sheets were not read: %(sheets)s.") % {"sheets": ", ".join(others)})


def _asked(items: Iterable[Item], losses: Losses) -> Iterator[Item]:
    """The rows without those that programs fill in by themselves, which are told of in one sentence."""
    unasked = []
    for item in items:
        if item.type.lower() in UNASKED:
            unasked.append(f"{item.name} ({item.row.number})")
        else:
            yield item
    if unasked:
        what = _("Left out, since programs fill them in without asking: %(names)s.")
        losses.add(what % {"names": ", ".join(unasked)})


def _read_steps(reader: Reader, items: list[Item]) -> Iterator[Document]:
    """A step for each group, and one for the questions between two groups."""
    loose: list[Item] = []
    for item in items:
        if item.type != "begin_group" or is_grid(item) or item.kind in KINDS:
            loose.append(item)
            continue
        yield from _loose_step(reader, loose)
        loose = []
        yield _read_step(reader, item)
    yield from _loose_step(reader, loose)


def _loose_step(reader: Reader, items: list[Item]) -> Iterator[Document]:
    if items:
        name = f"@{items[0].row.number}"
        questions = _read_questions(reader, list(items))
        if questions:
            yield {NAME: name, "questions": questions}


def _read_step(reader: Reader, item: Item) -> Document:
    step = {NAME: item.name, RULE: item.rule(), "title": item.texts("label")}
    item.looks("field-list")
    rows = list(item.children)
    text = next((row for row in rows if row.kind == STEP_TEXT and row.type == "note"), None)
    if text:
        rows.remove(text)
        step["text"] = text.texts("label")
    item.lose_unread()
    return {**step, "questions": _read_questions(reader, rows)}


def _read_questions(reader: Reader, rows: list[Item]) -> list[Document]:
    found = []
    while rows:
        row = rows.pop(0)
        if row.type in ("begin_group", "begin_repeat") and not _is_question(reader, row):
            found += _heading(reader, row)
            rows[:0] = row.children
        elif (question := reader.question(row, rows)) is not None:
            found.append(question)
    return found


def _is_question(reader: Reader, row: Item) -> bool:
    if row.type == "begin_group":
        return find_reader(row) is not None
    return place_row(row, reader.lists) is not None


def _heading(reader: Reader, group: Item) -> list[Document]:
    """A group inside a step is opened: its rule goes to its questions, its text is shown before them."""
    rules = group.rule()
    for child in group.children:
        child.outer = rules
    if group.type == "begin_repeat":
        group.lose(_("Only places can be asked for again and again: the questions are asked once."))
    else:
        group.lose(_("The group was opened: its questions are on the page itself."))
    group.looks("field-list")
    label = group.texts("label")
    group.lose_unread()
    if not any(not is_blank(text) for text in label.values()):
        return []
    return [{NAME: f"@{group.row.number}", RULE: rules, "kind": "information", "text": label}]


def _of_fitting_size(step: Document) -> Iterator[Document]:
    """The step, parted where it has more questions than one may have."""
    questions = step["questions"]
    yield {**step, "questions": questions[:MOST_QUESTIONS]}
    for start in range(MOST_QUESTIONS, len(questions), MOST_QUESTIONS):
        part = {NAME: f"{step[NAME]}@{start}", RULE: step.get(RULE, [])}
        yield {**part, "questions": questions[start : start + MOST_QUESTIONS]}


def _give_ids(document: Document) -> None:
    for part in (part for part in PARTS if part in document):
        for element in document[part]:
            element.setdefault("id", new_id())
            _give_ids(element)


def _resolve_rules(document: Document, losses: Losses) -> None:
    """Rules may ask about what comes before: steps and questions about questions, follow-ups about their like."""
    targets: dict[str, Target] = {}
    for step in document["steps"]:
        _resolve(step, targets, losses)
        for question in step["questions"]:
            _resolve(question, targets, losses)
            siblings: dict[str, Target] = {}
            for follow_up in question.get("follow_ups", []):
                _resolve(follow_up, siblings, losses)
                siblings |= _targets_of(follow_up)
            targets |= _targets_of(question)


def _targets_of(question: Document) -> dict[str, Target]:
    kind = KINDS.get(str(question.get("kind")))
    if kind is None or NAME not in question:
        return {}
    name = question[NAME]
    found = {name: Target(question, kind), question.get(PLACE, name): Target(question, kind)}
    if question["kind"] == "matrix":
        rows = [row for row in question.get("rows", []) if NAME in row]
        found |= {row[NAME].removeprefix(f"{name}.rows."): Target(question, kind, row["id"]) for row in rows}
    return found


def _resolve(element: Document, targets: dict[str, Target], losses: Losses) -> None:
    expressions = element.get(RULE, [])
    if "show_when" in element or not expressions:
        return
    try:
        element["show_when"] = read_rule(Joined("and", tuple(map(parse, expressions))), targets)
    except Unsupported:
        what = _("“%(name)s” is always shown: its rule has no equal here. %(rule)s")
        losses.add(what % {"name": element[NAME], "rule": " and ".join(expressions)})


def _validated(document: Document) -> Questionnaire:
    try:
        return Questionnaire.model_validate(_plain(document))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = {"place": " → ".join(map(str, first["loc"])), "reason": first["msg"]}
        message = _("The form cannot be read as a survey. At %(place)s: %(reason)s")
        raise XLSFormError(message, "invalid", place) from error


def _plain(value: Any) -> Any:
    """Without what only reading needed."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items() if not name.startswith("@")}
    return [_plain(part) for part in value] if isinstance(value, list) else value
