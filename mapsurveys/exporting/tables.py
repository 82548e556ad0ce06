"""Small tables beside the answers: the code book, the versions, and where people stopped."""

import json
from collections.abc import Iterable, Iterator

from django.db.models import Count
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from cms.opendata.datasets import Column
from cms.translations import language_codes
from mapsurveys.analysis.quality import flow
from mapsurveys.analysis.selecting import Selection
from mapsurveys.exporting.editions import Edition
from mapsurveys.exporting.naming import PARTS
from mapsurveys.exporting.rows import ListedDataset
from mapsurveys.exporting.sheets import Sheet, SheetColumn
from mapsurveys.kinds import Question
from mapsurveys.kinds.choosing import OTHER, Choosing
from mapsurveys.models import Survey
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.rule_words import rule_in_words


def code_book(sheets: Iterable[tuple[str, Sheet]], **facts) -> ListedDataset:
    """A row for each column of answers in the tables of these names; texts of questions in every language."""
    return ListedDataset(
        title=_("Code book"),
        description=_("What each column of answers holds, and the question behind it."),
        columns=_code_book_columns(),
        listed=tuple(_explained(table, each) for table, sheet in sheets for each in sheet.columns),
        **facts,
    )


def _code_book_columns() -> tuple[Column, ...]:
    text = _("Text of the question, where it has been written in this language.")
    return (
        Column("table", "string", _("Table"), _("Name of the table that the column is in.")),
        Column("column", "string", _("Column"), _("Name of the column.")),
        Column("title", "string", _("Title"), _("What the column holds.")),
        Column("type", "string", _("Type"), _("Type of its values: string, integer, number, date.")),
        Column("values", "string", _("Values"), _("What its values stand for.")),
        Column("question", "string", _("Question"), _("Short name of the question.")),
        Column("question_id", "string", _("Identifier"), _("The question's identifier in all versions.")),
        Column("kind", "string", _("Kind"), _("Kind of the question.")),
        Column("required", "boolean", _("Required"), _("Whether it had to be answered.")),
        Column("options", "string", _("Options"), _("Short name and text of each option, row or place.")),
        Column("rule", "string", _("Rule"), _("When the question was shown. Empty: always.")),
        Column("versions", "string", _("Versions"), _("Numbers of the versions that have the column.")),
        *(
            Column(f"text_{code.replace('-', '_')}", "string", _("Text (%(code)s)") % {"code": code}, text)
            for code in language_codes()
        ),
    )


def _explained(table: str, each: SheetColumn) -> tuple:
    question = each.asked.question
    return (
        table,
        each.column.name,
        str(each.column.title),
        each.column.type,
        each.values or None,
        question.key,
        question.id,
        question.kind,
        question.required,
        "; ".join(_options(question)) or None,
        rule_in_words(question.show_when, each.asked.around) or None,
        ", ".join(str(number) for number in sorted(each.numbers)),
        *(question.label.get(code) for code in language_codes()),
    )


def _options(question: Question) -> Iterator[str]:
    for part in PARTS:
        if part in type(question).model_fields and part != "follow_ups":
            yield from (f"{each.key} = {each.translated('label')}" for each in getattr(question, part))
    if isinstance(question, Choosing) and question.other:
        yield f"{OTHER} = {question.label_of(OTHER)}"


def versions(selection: Selection, editions: list[Edition], **facts) -> ListedDataset:
    """Every version as it was answered, with what its cover text told of publishing."""
    counts = response_counts(selection)
    return ListedDataset(
        title=_("Versions"),
        description=_("Each published version of the questionnaire, and how many answered it."),
        columns=(
            *_version_columns(Column("created", "datetime", _("Published"), _("Finnish time, with its offset."))),
            Column("digest", "string", _("Digest"), _("The same only for the same questions and announcement.")),
            Column(
                "announcement",
                "string",
                _("What respondents were told"),
                _("What respondents were told of publishing, as JSON."),
            ),
            Column(
                "questionnaire",
                "string",
                _("Questionnaire"),
                _("All questions, as JSON. A cell of a workbook holds only 32,767 characters; other formats have all."),
            ),
        ),
        listed=tuple(_whole_version(edition, counts) for edition in reversed(editions)),
        **facts,
    )


def public_versions(selection: Selection, editions: list[Edition], **facts) -> ListedDataset:
    """Only when each version was published and how many answered it."""
    counts = response_counts(selection)
    return ListedDataset(
        title=_("Versions"),
        description=_("Each published version of the questionnaire, and how many answered it."),
        columns=_version_columns(Column("created", "date", _("Published"), _("Finnish time."))),
        listed=tuple(
            (edition.number, counts.get(edition.version.pk, 0), _local(edition).date().isoformat())
            for edition in reversed(editions)
        ),
        **facts,
    )


def _version_columns(created: Column) -> tuple[Column, ...]:
    return (
        Column("version", "integer", _("Version"), _("Number of the version.")),
        Column("responses", "integer", _("Answers"), _("How many answers to it there are.")),
        created,
    )


def _whole_version(edition: Edition, counts: dict[int, int]) -> tuple:
    version = edition.version
    return (
        version.number,
        counts.get(version.pk, 0),
        _local(edition).isoformat(timespec="seconds"),
        version.digest,
        json.dumps(version.announcement, sort_keys=True),
        json.dumps(version.questionnaire, ensure_ascii=False),
    )


def _local(edition: Edition):
    return edition.version.created_at.astimezone(get_default_timezone())


def response_counts(selection: Selection) -> dict[int, int]:
    """How many of the selected responses answered each version, by its primary key."""
    counted = selection.responses().order_by().values_list("version").annotate(count=Count("pk"))
    return dict(counted)


def drop_out(survey: Survey, editions: list[Edition], **facts) -> ListedDataset:
    """How many came how far, by the log of events; pages of earlier versions come after those of the newest."""
    found = flow(survey, Questionnaire.model_construct(steps=_all_steps(editions)))
    stages = [
        ("opened", None, _("Opened the first page"), found.opened),
        ("started", None, _("Saved something"), found.started),
        *(("page", each.step.id, str(each.step.translated("title")), each.saved) for each in found.steps),
        ("submitted", None, _("Sent the answers"), found.submitted),
    ]
    return ListedDataset(
        title=_("Drop-out"),
        description=_("How many people came how far. The first row counts visits, the others answer sheets."),
        columns=(
            Column("number", "integer", _("Number"), _("Order of the stages.")),
            Column("stage", "string", _("Stage"), _("opened, started, page or submitted.")),
            Column("page", "string", _("Page"), _("Identifier of the page.")),
            Column("title", "string", _("Title"), _("What the stage or the page is called.")),
            Column("responses", "integer", _("Answers"), _("How many came so far.")),
        ),
        listed=tuple((number, *stage) for number, stage in enumerate(stages, start=1)),
        **facts,
    )


def _all_steps(editions: list[Edition]) -> list[Step]:
    steps: dict[str, Step] = {}
    for edition in editions:
        for step in edition.document.steps:
            steps.setdefault(step.id, step)
    return list(steps.values())
