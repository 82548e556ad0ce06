"""Numbers and days in classes of equal size, whose ends are round: they tell nobody's own number."""

# ruff: noqa: S608 - the statements are made of constants; what people write goes in as parameters

import math
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mapsurveys.analysis.rows import rows
from mapsurveys.analysis.selecting import Source
from mapsurveys.kinds import Question
from mapsurveys.kinds.date import DatePart

#: About so many classes of a histogram.
CLASSES = 10
#: A histogram of more days than this is one of months, and of more months than three years one of years.
MOST_DAYS, MOST_MONTHS = 31, 36
#: Characters of an ISO day that name the class it is in.
NAME_LENGTH = {"day": len("2026-01-31"), "month": len("2026-01"), "year": len("2026")}


@dataclass(frozen=True)
class Numbers:
    """Figures of a number question. `bins` are (low, high, count); quartiles are (25 %, 50 %, 75 %)."""

    answered: int = 0
    least: float | None = None
    most: float | None = None
    mean: float | None = None
    quartiles: tuple[float, float, float] | None = None
    bins: tuple[tuple[float, float, int], ...] = ()


@dataclass(frozen=True)
class Days:
    """Days in classes: `bins` are (first day, last day, count). Times of day are (hour, next hour, count)."""

    answered: int = 0
    bins: tuple[tuple[Any, Any, int], ...] = ()


def count_numbers(source: Source, question: Question) -> Numbers:
    value = "(answers ->> %(question)s)::float"
    found = rows(
        source,
        f"""
        SELECT {source.tally}, min({value}), max({value}), avg({value}),
               percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY {value})
        FROM r WHERE answers ? %(question)s
        """,
        {"question": question.id},
    )
    answered, least, most, mean, quartiles = found[0]
    if not answered:
        return Numbers()
    step = round_step((most - least) / CLASSES, whole=not question.decimals)
    counts = dict(
        rows(
            source,
            f"SELECT floor({value} / %(step)s)::bigint, {source.tally} FROM r WHERE answers ? %(question)s GROUP BY 1",
            {"question": question.id, "step": step},
        )
    )
    # The last of a class of whole numbers is told, so that 20 to 29 is not taken for 20 to 30.
    last = step if question.decimals else step - 1
    places = range(min(counts), max(counts) + 1)
    bins = tuple((rounded(place * step), rounded(place * step + last), counts.get(place, 0)) for place in places)
    return Numbers(answered, least, most, mean, tuple(quartiles), bins)


def round_step(width: float, *, whole: bool) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is not below `width`; with `whole` not below 1."""
    if width <= 0:
        return 1
    power = 10.0 ** math.floor(math.log10(width))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= width * (1 - 1e-9))
    return max(round(step), 1) if whole else step


def rounded(value: float) -> float:
    """Without the crumbs of binary fractions, and whole numbers as whole."""
    tidy = round(value, 9)
    return int(tidy) if float(tidy).is_integer() else tidy


def count_dates(source: Source, question: Question) -> Days:
    """In days, months or years, whichever are few enough; times of day in hours."""
    if question.part == DatePart.TIME:
        return _count_hours(source, question)
    answer = "left(answers ->> %(question)s, 10)"
    found = rows(
        source,
        f"SELECT {source.tally}, min({answer}), max({answer}) FROM r WHERE answers ? %(question)s",
        {"question": question.id},
    )
    answered, first, last = found[0]
    if not answered:
        return Days()
    unit = class_of_days(date.fromisoformat(first), date.fromisoformat(last))
    counts = dict(
        rows(
            source,
            f"""
            SELECT left(answers ->> %(question)s, %(length)s), {source.tally}
            FROM r WHERE answers ? %(question)s GROUP BY 1
            """,
            {"question": question.id, "length": NAME_LENGTH[unit]},
        )
    )
    bins, day = [], date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        low, high = ends_of_class(day, unit)
        bins.append((low, high, counts.get(low.isoformat()[: NAME_LENGTH[unit]], 0)))
        day = high + timedelta(days=1)
    return Days(answered, tuple(bins))


def class_of_days(first: date, last: date) -> str:
    """What days between these are counted by: "day", "month" or "year"."""
    if (last - first).days < MOST_DAYS:
        return "day"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return "month" if months <= MOST_MONTHS else "year"


def ends_of_class(day: date, unit: str) -> tuple[date, date]:
    """The first and the last day of the class that `day` is in."""
    if unit == "day":
        return day, day
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _count_hours(source: Source, question: Question) -> Days:
    found = rows(
        source,
        f"""
        SELECT left(answers ->> %(question)s, 2)::int, {source.tally} FROM r WHERE answers ? %(question)s
        GROUP BY GROUPING SETS ((), (1))
        """,
        {"question": question.id},
    )
    counts = dict(found)
    answered = counts.pop(None, 0)
    if not counts:
        return Days()
    hours = range(min(counts), max(counts) + 1)
    return Days(answered, tuple((hour, hour + 1, counts.get(hour, 0)) for hour in hours))
