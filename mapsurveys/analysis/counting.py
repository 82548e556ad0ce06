"""Counts of the answers to one question, by the kind of summary that its results get.

Each function takes a source of answers (see selecting) and a question and asks the database once; numbers twice.
"""

# ruff: noqa: S608 - the statements are made of constants; what people write goes in as parameters

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from cms.choices import PUBLIC_STATES
from mapsurveys.analysis.classes import count_dates, count_numbers
from mapsurveys.analysis.rows import rows
from mapsurveys.analysis.selecting import Selection, Source
from mapsurveys.kinds import Question
from mapsurveys.models import Feature


@dataclass(frozen=True)
class Counts:
    """How many answered, and how often each option was given: `options` by option id (row id, column id in a grid)."""

    answered: int = 0
    options: dict[Any, int] = field(default_factory=dict)


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
    """By option id: mean amount among those who shared the sum, and how many of them gave it anything."""

    answered: int = 0
    means: dict[str, float] = field(default_factory=dict)
    givers: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class PlaceCounts:
    """How many people marked how many places, how many of them only in words, and by given place."""

    answered: int = 0
    places: int = 0
    in_words: int = 0
    options: dict[str, int] = field(default_factory=dict)


def count_choices(source: Source, question: Question) -> Counts:
    """Of an answer {"chosen": [...]}."""
    found = rows(
        source,
        f"""
        SELECT NULL, {source.tally} FROM r WHERE answers ? %(question)s
        UNION ALL
        SELECT option, {source.tally}
        FROM r, jsonb_array_elements_text(answers -> %(question)s -> 'chosen') AS option
        WHERE answers ? %(question)s GROUP BY option
        """,
        {"question": question.id},
    )
    counts = dict(found)
    return Counts(counts.pop(None, 0), counts)


def count_scale(source: Source, question: Question) -> Counts:
    """Of an answer that is one value; options are texts of numbers, or of "no opinion"."""
    found = rows(
        source,
        f"""
        SELECT answers ->> %(question)s, {source.tally} FROM r WHERE answers ? %(question)s
        GROUP BY GROUPING SETS ((), (1))
        """,
        {"question": question.id},
    )
    counts = dict(found)
    return Counts(counts.pop(None, 0), counts)


def count_matrix(source: Source, question: Question) -> Counts:
    """Options are (row id, column id); how many answered each row is under (row id, None)."""
    found = rows(
        source,
        f"""
        SELECT NULL, NULL, {source.tally} FROM r WHERE answers ? %(question)s
        UNION ALL
        SELECT line.key, NULL, {source.tally} FROM r, jsonb_each(answers -> %(question)s) AS line
        WHERE answers ? %(question)s GROUP BY 1
        UNION ALL
        SELECT line.key, cell, {source.tally}
        FROM r, jsonb_each(answers -> %(question)s) AS line, jsonb_array_elements_text(line.value) AS cell
        WHERE answers ? %(question)s GROUP BY 1, 2
        """,
        {"question": question.id},
    )
    counts = {(row, column): count for row, column, count in found}
    return Counts(counts.pop((None, None), 0), counts)


def count_ranking(source: Source, question: Question) -> Ranks:
    found = rows(
        source,
        f"""
        SELECT NULL, 0, {source.tally} FROM r WHERE answers ? %(question)s
        UNION ALL
        SELECT option, place, {source.tally}
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


def count_budget(source: Source, question: Question) -> Amounts:
    found = rows(
        source,
        f"""
        SELECT NULL, NULL, {source.tally} FROM r WHERE answers ? %(question)s
        UNION ALL
        SELECT share.key, avg(share.value::numeric)::float, {source.tally} FILTER (WHERE share.value::numeric > 0)
        FROM r, jsonb_each_text(answers -> %(question)s) AS share
        WHERE answers ? %(question)s GROUP BY 1
        """,
        {"question": question.id},
    )
    answered = next(count for option, _mean, count in found if option is None)
    shares = [(option, mean, count) for option, mean, count in found if option is not None]
    means = {option: mean for option, mean, _count in shares}
    return Amounts(answered, means, {option: count for option, _mean, count in shares})


def count_answered(source: Source, question: Question) -> Counts:
    """For texts, files and the like: only how many answered."""
    found = rows(source, f"SELECT {source.tally} FROM r WHERE answers ? %(question)s", {"question": question.id})
    return Counts(found[0][0])


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


COUNTING: dict[str, Callable[[Source, Question], Any]] = {
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


def count(source: Source, question: Question) -> Any:
    """Counts of the answers to `question`, in the shape that its summary has."""
    return COUNTING[question.summary](source, question)
