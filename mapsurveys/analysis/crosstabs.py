"""One question by another: how those who gave one answer answered the other."""

# ruff: noqa: S608 - the statements are made of constants; what people write goes in as parameters

from dataclasses import dataclass

from mapsurveys.analysis.rows import rows
from mapsurveys.analysis.selecting import Selection
from mapsurveys.kinds import Question

#: How the answers of each kind of summary become one row an option; kinds that are not here cannot be crossed.
OPTIONS_SQL = {
    "choices": "jsonb_array_elements_text(r.answers -> %({name})s -> 'chosen')",
    "scale": "jsonb_array_elements_text(jsonb_build_array(r.answers -> %({name})s))",
    "ranking": "jsonb_array_elements_text(jsonb_build_array(r.answers -> %({name})s -> 0))",
}

#: The group of those who did not answer the question that makes the groups.
UNANSWERED = None


@dataclass(frozen=True)
class CrossCounts:
    """`cells` {(group's option, option): people}; `groups` {option: people of the group who answered the other}.

    UNANSWERED is a group too, so that all groups of a question with one answer make up everyone.
    """

    cells: dict[tuple[str | None, str], int]
    groups: dict[str | None, int]


def can_cross(question: Question) -> bool:
    return question.summary in OPTIONS_SQL and not question.personal


def cross(selection: Selection, by: Question, question: Question) -> CrossCounts:
    """The answers to `question` in groups made by the answers to `by`; ask `can_cross` of both first."""
    first = OPTIONS_SQL[by.summary].format(name="by")
    second = OPTIONS_SQL[question.summary].format(name="question")
    found = rows(
        selection,
        f"""
        , grouped AS (
            SELECT r.id, r.answers, one
            FROM r LEFT JOIN LATERAL {first} AS one ON r.answers ? %(by)s
            WHERE r.answers ? %(question)s
        )
        SELECT true, one, NULL, count(*) FROM grouped GROUP BY one
        UNION ALL
        SELECT false, one, two, count(*) FROM grouped AS r, {second} AS two GROUP BY one, two
        """,
        {"by": by.id, "question": question.id},
    )
    groups = {one: count for is_group, one, _two, count in found if is_group}
    return CrossCounts({(one, two): count for is_group, one, two, count in found if not is_group}, groups)


def options_by_question(selection: Selection, questions: list[Question]) -> dict[str, dict[str, int]]:
    """{question id: {option: people}} of many questions of the kind "choices", asked at once."""
    found = rows(
        selection,
        """
        SELECT asked, option, count(*)
        FROM r, unnest(%(questions)s::text[]) AS asked,
             jsonb_array_elements_text(answers -> asked -> 'chosen') AS option
        GROUP BY 1, 2
        """,
        {"questions": [question.id for question in questions]},
    )
    counts: dict[str, dict[str, int]] = {question.id: {} for question in questions}
    for asked, option, count in found:
        counts[asked][option] = count
    return counts
