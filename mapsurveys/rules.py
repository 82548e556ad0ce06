"""Rules of the kind "show this when …": conditions on earlier answers, joined by and, or, not.

A rule is a list of groups: it holds when any group holds, and a group holds when all its conditions do. Each
condition may be turned round with `negate`. Any combination of and, or, not can be written so.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Test(StrEnum):
    """What a condition asks of an answer. `value` of the condition is given in brackets."""

    __test__ = False  # pytest: not a test case

    ANSWERED = "answered"  # nothing
    CHOSEN = "chosen"  # id of a choice
    EQUALS = "equals"  # number
    AT_LEAST = "at_least"  # number
    AT_MOST = "at_most"  # number
    DRAWN_AT_LEAST = "drawn_at_least"  # number of places marked
    DRAWN_INSIDE = "drawn_inside"  # GeoJSON polygon: some place marked touches it


class Condition(BaseModel):
    """One question about an earlier answer. `row` names a row of a matrix."""

    model_config = ConfigDict(extra="forbid")

    question: str
    test: Test
    value: str | float | dict[str, Any] | None = None
    row: str = ""
    negate: bool = False


ShowWhen = list[list[Condition]]

#: What a rule is asked of: the shown questions' answers by question id; drawn places as lists of marks.
Answers = Mapping[str, Any]


def holds(rule: ShowWhen, answers: Answers, meets: Callable[[Condition, Any], bool]) -> bool:
    """Whether `rule` holds. Without conditions it always does. `meets` asks the question's kind."""
    if not rule:
        return True
    return any(
        all(meets(condition, answers.get(condition.question)) != condition.negate for condition in group)
        for group in rule
    )


def referred(rule: ShowWhen) -> set[str]:
    """Ids of the questions that `rule` asks about."""
    return {condition.question for group in rule for condition in group}


class Shown(BaseModel):
    """Mixed into what may be shown conditionally."""

    show_when: ShowWhen = Field(default_factory=list)
