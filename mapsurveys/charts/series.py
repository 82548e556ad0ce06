"""The numbers that charts are drawn from. None in the place of a number means that it is hidden."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from cms.translations import TranslatedText
from mapsurveys.suppression import SMALLEST_PUBLISHED, suppress, suppress_table, suppress_total

Label = str | TranslatedText
Number = int | float | Decimal


@dataclass(frozen=True)
class Bar:
    """One choice, place or row. `share` is of 1, not of 100; without it the share is `count` of the total.

    `note` is a few words beside the label, such as "mean place 1.4". A hidden bar shows neither.
    """

    label: Label
    count: Number | None
    share: float | None = None
    note: str = ""


@dataclass(frozen=True)
class Stack:
    """One row of parts that make up a whole: how many gave each answer, in the legend's order.

    `total` is how many people are in the row. Where a part is hidden and no total is told, the row is given
    in words, because the lengths of the others would be unknown.
    """

    label: Label
    parts: tuple[int | None, ...]
    total: int | None = None

    @property
    def whole(self) -> int | None:
        """How many people all parts stand for; None where that is hidden."""
        if self.total is not None:
            return self.total
        return None if None in self.parts else sum(self.parts)


@dataclass(frozen=True)
class Bin:
    """How many answers lie from `low` to `high`: numbers, or days with both ends included."""

    low: Number | date
    high: Number | date
    count: int | None


@dataclass(frozen=True)
class Point:
    """How many responses came on a day of the city's calendar."""

    day: date
    count: int | None


@dataclass(frozen=True)
class Step:
    """How many people reached a page of the survey."""

    label: Label
    count: int | None


@dataclass(frozen=True)
class CrossTable:
    """Answers to one question by another: `groups` are the rows of people, their parts follow `options`."""

    options: tuple[Label, ...]
    groups: tuple[Stack, ...]


def hide_small_parts(rows: Sequence[Stack], k: int = SMALLEST_PUBLISHED) -> list[Stack]:
    """The same rows with small parts hidden; each row's own total stays, unless it too is of fewer than `k`."""
    hidden = []
    for row in rows:
        total = suppress_total(row.whole, k)
        parts = suppress(row.parts, k) if total is not None else [None] * len(row.parts)
        hidden.append(replace(row, parts=tuple(parts), total=total))
    return hidden


def hide_small_groups(table: CrossTable, k: int = SMALLEST_PUBLISHED) -> CrossTable:
    """The same table with small cells and small groups hidden, such that the totals of neither question tell them.

    The parts of `table` are to be counts, none hidden yet.
    """
    wholes = suppress([sum(group.parts) for group in table.groups], k)
    small = {place for place, whole in enumerate(wholes) if whole is None}
    rows = suppress_table([group.parts for group in table.groups], k, hidden_rows=small)
    groups = zip(table.groups, rows, wholes, strict=True)
    return replace(table, groups=tuple(replace(group, parts=tuple(row), total=whole) for group, row, whole in groups))


Counted = TypeVar("Counted", Bar, Bin, Point, Step)


def hide_small(rows: Sequence[Counted], k: int = SMALLEST_PUBLISHED) -> list[Counted]:
    """The same rows with counts of fewer than `k` people hidden, and those from which they could be told."""
    counts = suppress([row.count for row in rows], k)
    return [replace(row, count=count) for row, count in zip(rows, counts, strict=True)]
