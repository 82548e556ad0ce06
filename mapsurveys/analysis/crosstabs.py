"""One question by another: how those who gave one answer answered the other."""

from dataclasses import dataclass

from mapsurveys.analysis.counting import rows
from mapsurveys.analysis.selecting import Selection
from mapsurveys.kinds import Question

#: How the answers of each kind of summary become one row an option; kinds that are not here cannot be crossed.
OPTIONS_SQL = {
    "choices": "jsonb_array_elements_text(r.answers -> %({name})s -> 'chosen')",
    "scale": "jsonb_array_elements_text(jsonb_build_array(r.answers -> %({name})s))",
    "ranking": "jsonb_array_elements_text(jsonb_build_array(r.answers -> %({name})s -> 0))",
}


@dataclass(frozen=True)
class CrossCounts:
    """`cells` {(group's option, option): people}; `groups` {option: people who answered both questions}."""

    cells: dict[tuple[str, str], int]
    groups: dict[str, int]


def can_cross(question: Question) -> bool:
    return question.summary in OPTIONS_SQL and not question.personal


def cross(selection: Selection, by: Question, question: Question) -> CrossCounts:
    """The answers to `question` in groups made by the answers to `by`; ask `can_cross` of both first."""
    first = OPTIONS_SQL[by.summary].format(name="by")
    second = OPTIONS_SQL[question.summary].format(name="question")
    found = rows(
        selection,
        f"""
        SELECT one, NULL, count(*) FROM r, {first} AS one
        WHERE answers ? %(by)s AND answers ? %(question)s GROUP BY 1
        UNION ALL
        SELECT one, two, count(*) FROM r, {first} AS one, {second} AS two
        WHERE answers ? %(by)s AND answers ? %(question)s GROUP BY 1, 2
        """,  # noqa: S608 - built of constants
        {"by": by.id, "question": question.id},
    )
    groups = {one: count for one, two, count in found if two is None}
    return CrossCounts({(one, two): count for one, two, count in found if two is not None}, groups)
