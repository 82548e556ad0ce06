"""Counts of the answers to one question, by the kind of summary that its results get.

Each function takes a Selection and a question and asks the database once.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Count, Q

from cms.choices import PUBLIC_STATES
from mapsurveys.analysis.selecting import Selection
from mapsurveys.kinds import Question
from mapsurveys.models import Feature

#: Classes of a histogram.
BINS = 10


@dataclass(frozen=True)
class Counts:
    """How many answered, and how often each option was given: `options` by option id (row id, column id in a grid)."""

    answered: int = 0
    options: dict[Any, int] = field(default_factory=dict)


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
class Ranks:
    """By option id: `places` {option: {place: count}}; the mean place of those who ranked it."""

    answered: int = 0
    places: dict[str, dict[int, int]] = field(default_factory=dict)

    def mean(self, option: str) -> float | None:
        counts = self.places.get(option)
        return sum(place * count for place, count in counts.items()) / sum(counts.values()) if counts else None


@dataclass(frozen=True)
class Amounts:
    """By option id: mean amount among those who shared the sum."""

    answered: int = 0
    means: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class PlaceCounts:
    """How many people marked how many places, how many of them only in words, and by given place."""

    answered: int = 0
    places: int = 0
    in_words: int = 0
    options: dict[str, int] = field(default_factory=dict)


def rows(selection: Selection, statement: str, parameters: dict[str, Any]) -> list[tuple]:
    """Run `statement`, in which `r` (id, answers) are the selected responses; parameters by name."""
    inner, given = selection.sql()
    names = {f"given_{number}": value for number, value in enumerate(given)}
    inner = inner % tuple(f"%({name})s" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(f"WITH r AS ({inner}) {statement}", {**names, **parameters})
        return cursor.fetchall()


def count_choices(selection: Selection, question: Question) -> Counts:
    """Of an answer {"chosen": [...]}."""
    found = rows(
        selection,
        """
        SELECT NULL, count(*) FROM r WHERE answers ? %(question)s
        UNION ALL
        SELECT option, count(*)
        FROM r, jsonb_array_elements_text(answers -> %(question)s -> 'chosen') AS option
        WHERE answers ? %(question)s GROUP BY option
        """,
        {"question": question.id},
    )
    counts = dict(found)
    return Counts(counts.pop(None, 0), counts)


def count_scale(selection: Selection, question: Question) -> Counts:
    """Of an answer that is one value; options are texts of numbers, or of "no opinion"."""
    found = rows(
        selection,
        "SELECT answers ->> %(question)s, count(*) FROM r WHERE answers ? %(question)s GROUP BY 1",
        {"question": question.id},
    )
    return Counts(sum(count for _option, count in found), dict(found))


def count_matrix(selection: Selection, question: Question) -> Counts:
    """Options are (row id, column id); how many answered each row is under (row id, None)."""
    found = rows(
        selection,
        """
        SELECT NULL, NULL, count(*) FROM r WHERE answers ? %(question)s
        UNION ALL
        SELECT line.key, NULL, count(*) FROM r, jsonb_each(answers -> %(question)s) AS line
        WHERE answers ? %(question)s GROUP BY 1
        UNION ALL
        SELECT line.key, cell, count(*)
        FROM r, jsonb_each(answers -> %(question)s) AS line, jsonb_array_elements_text(line.value) AS cell
        WHERE answers ? %(question)s GROUP BY 1, 2
        """,
        {"question": question.id},
    )
    counts = {(row, column): count for row, column, count in found}
    return Counts(counts.pop((None, None), 0), counts)


def count_ranking(selection: Selection, question: Question) -> Ranks:
    found = rows(
        selection,
        """
        SELECT NULL, 0, count(*) FROM r WHERE answers ? %(question)s
        UNION ALL
        SELECT option, place, count(*)
        FROM r, jsonb_array_elements_text(answers -> %(question)s) WITH ORDINALITY AS ranked (option, place)
        WHERE answers ? %(question)s GROUP BY 1, 2
        """,
        {"question": question.id},
    )
    places = defaultdict(dict)
    answered = 0
    for option, place, count in found:
        if option is None:
            answered = count
        else:
            places[option][int(place)] = count
    return Ranks(answered, dict(places))


def count_budget(selection: Selection, question: Question) -> Amounts:
    found = rows(
        selection,
        """
        SELECT NULL, count(*)::float FROM r WHERE answers ? %(question)s
        UNION ALL
        SELECT share.key, avg(share.value::numeric)::float
        FROM r, jsonb_each_text(answers -> %(question)s) AS share
        WHERE answers ? %(question)s GROUP BY 1
        """,
        {"question": question.id},
    )
    means = dict(found)
    return Amounts(int(means.pop(None, 0)), means)


def count_numbers(selection: Selection, question: Question) -> Numbers:
    found = rows(
        selection,
        """
        , n AS (SELECT (answers ->> %(question)s)::float AS value FROM r WHERE answers ? %(question)s),
        f AS (
            SELECT count(*) AS answered, min(value) AS least, max(value) AS most, avg(value) AS mean,
                   percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY value) AS quartiles
            FROM n
        )
        SELECT answered, least, most, mean, quartiles, (
            SELECT jsonb_object_agg(bin, count) FROM (
                SELECT least(width_bucket(value, least, most, %(bins)s), %(bins)s) AS bin, count(*)
                FROM n WHERE most > least GROUP BY 1
            ) AS binned
        )
        FROM f
        """,
        {"question": question.id, "bins": BINS},
    )
    answered, least, most, mean, quartiles, binned = found[0]
    if not answered:
        return Numbers()
    return Numbers(answered, least, most, mean, tuple(quartiles), _bins(answered, least, most, binned or {}))


def _bins(answered: int, least: float, most: float, binned: dict[str, int]) -> tuple:
    if least == most:
        return ((least, most, answered),)
    width = (most - least) / BINS
    return tuple(
        (least + width * number, least + width * (number + 1), binned.get(str(number + 1), 0)) for number in range(BINS)
    )


def count_answered(selection: Selection, question: Question) -> Counts:
    """For texts, files and the like: only how many answered."""
    found = rows(selection, "SELECT count(*) FROM r WHERE answers ? %(question)s", {"question": question.id})
    return Counts(found[0][0])


def count_dates(selection: Selection, question: Question) -> Counts:
    """Options are the days or times, in order."""
    found = rows(
        selection,
        "SELECT answers ->> %(question)s, count(*) FROM r WHERE answers ? %(question)s GROUP BY 1 ORDER BY 1",
        {"question": question.id},
    )
    return Counts(sum(count for _day, count in found), dict(found))


def count_places(selection: Selection, question: Question) -> PlaceCounts:
    """Of places that moderators have not hidden."""
    features = selection.features(question.id, shown_only=True).order_by()
    totals = features.aggregate(
        answered=Count("response", distinct=True),
        places=Count("pk"),
        in_words=Count("pk", filter=Q(geometry__isnull=True, image_x__isnull=True)),
    )
    return PlaceCounts(**totals)


def count_given_places(selection: Selection, question: Question) -> PlaceCounts:
    totals = count_places(selection, question)
    features = Feature.objects.filter(
        survey=selection.survey.pk,
        question=question.id,
        state__in=PUBLIC_STATES,
        response__in=selection.responses().values("pk"),
    )
    chosen = dict(features.order_by().values_list("place").annotate(count=Count("response", distinct=True)))
    return PlaceCounts(totals.answered, totals.places, 0, chosen)


#: How the answers of each kind of summary are counted; `Question.summary` names it.
COUNTING: dict[str, Callable[[Selection, Question], Any]] = {
    "choices": count_choices,
    "scale": count_scale,
    "matrix": count_matrix,
    "ranking": count_ranking,
    "budget": count_budget,
    "numbers": count_numbers,
    "dates": count_dates,
    "texts": count_answered,
    "files": count_answered,
    "places": count_places,
    "given_places": count_given_places,
    "spots": count_places,
}


def count(selection: Selection, question: Question) -> Any:
    """Counts of the answers to `question`, in the shape that its summary has."""
    return COUNTING[question.summary](selection, question)
