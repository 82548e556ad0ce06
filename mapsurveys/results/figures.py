"""Counts of answers drawn as charts.

`k` is the smallest number of people that is told; 0 tells everything, which is for staff. Nothing is drawn here that
has not been through `hide_small` and its like with that `k`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mapsurveys.analysis.classes import Days, Numbers
from mapsurveys.analysis.counting import Amounts, Counts, PlaceCounts, Ranks
from mapsurveys.charts import (
    Bar,
    Bin,
    Stack,
    bar_chart,
    hide_small,
    hide_small_parts,
    histogram,
    stacked_chart,
    wording,
)
from mapsurveys.kinds import Question
from mapsurveys.kinds.choosing import OTHER
from mapsurveys.kinds.scale import NO_OPINION
from mapsurveys.suppression import suppress, suppress_total

#: How many must have answered for each one of whom a quartile tells something.
QUARTILES_OF = 4


@dataclass(frozen=True)
class Paper:
    """How charts are drawn: the smallest number told, and whether tables stand open, as they do on paper."""

    k: int = 0
    open: bool = False

    def total(self, count: int) -> int | None:
        """How many answered, None where that is not told."""
        return suppress_total(count, self.k)

    @property
    def style(self) -> dict[str, Any]:
        """What every chart takes."""
        return {"k": self.k, "open": self.open}


def draw(question: Question, counts: Any, paper: Paper) -> list[SafeString]:
    """The charts of one question; empty for questions whose answers are read or seen on a map."""
    make = DRAWING.get(question.summary)
    return make(question, counts, paper) if make else []


def draw_choices(question: Question, counts: Counts, paper: Paper) -> list[SafeString]:
    bars = [Bar(label, counts.options.get(option, 0)) for option, label in options_of(question, counts)]
    return [_bars(question, bars, counts.answered, paper)]


def options_of(question: Question, counts: Counts) -> list[tuple[str, Any]]:
    """(id, label) of the options; also of one that no version has any more but some answer names."""
    known = [(choice.id, choice.translated("label")) for choice in question.options()]
    if question.other:
        known.append((OTHER, question.label_of(OTHER)))
    names = {option for option, _label in known}
    return known + [(option, option) for option in counts.options if option not in names]


def draw_scale(question: Question, counts: Counts, paper: Paper) -> list[SafeString]:
    """A bar a point of the scale; the mean only where all the numbers that it is made of are told."""
    labels = [(str(step), question.in_words(step)) for step in question.steps()]
    if question.no_opinion:
        labels.append((NO_OPINION, question.in_words(NO_OPINION)))
    told = hide_small([Bar(label, counts.options.get(value, 0)) for value, label in labels], paper.k)
    figure = bar_chart(told, title=question.translated("label"), total=paper.total(counts.answered), **paper.style)
    points = {int(value): count for value, count in counts.options.items() if value != NO_OPINION}
    if not points or any(bar.count is None for bar in told):
        return [figure]
    mean = sum(point * count for point, count in points.items()) / sum(points.values())
    return [figure, sentence(_("Mean: {mean}").format(mean=wording.number(mean, 1)))]


def draw_matrix(question: Question, counts: Counts, paper: Paper) -> list[SafeString]:
    """A bar of 100 % a row; where several options of a row could be chosen, a chart a row."""
    columns = [(column.id, column.translated("label")) for column in question.choices]
    if question.several:
        return [_matrix_row(question, row, columns, counts, paper) for row in question.rows]
    rows = [
        Stack(row.translated("label"), tuple(counts.options.get((row.id, column), 0) for column, _label in columns))
        for row in question.rows
    ]
    legend = [label for _column, label in columns]
    total = paper.total(counts.answered)
    rows = hide_small_parts(rows, paper.k) if paper.k else rows
    return [stacked_chart(rows, legend, title=question.translated("label"), total=total, **paper.style)]


def _matrix_row(question, row, columns, counts, paper):
    bars = [Bar(label, counts.options.get((row.id, column), 0)) for column, label in columns]
    title = f"{question.translated('label')} – {row.translated('label')}"
    total = paper.total(counts.options.get((row.id, None), 0))
    return bar_chart(hide_small(bars, paper.k), title=title, total=total, **paper.style)


def draw_ranking(question: Question, counts: Ranks, paper: Paper) -> list[SafeString]:
    """How many put each option first, the best first by the mean place of those who ranked it."""
    bars = []
    for choice in question.choices:
        mean = counts.mean(choice.id)
        words = mean and _("mean place {mean}").format(mean=wording.number(mean, 1))
        bars.append(
            (
                mean or float("inf"),
                Bar(choice.translated("label"), counts.places.get(choice.id, {}).get(1, 0), note=words or ""),
            )
        )
    ordered = [bar for _mean, bar in sorted(bars, key=lambda each: each[0])]
    title = pgettext("title of a chart", "{question} (how many put it first)").format(
        question=question.translated("label")
    )
    return [_bars(question, ordered, counts.answered, paper, title=title)]


def draw_budget(question: Question, counts: Amounts, paper: Paper) -> list[SafeString]:
    """Mean sums. One that few people gave anything to is hidden: it would tell what they gave."""
    givers = suppress([counts.givers.get(choice.id, 0) for choice in question.choices], paper.k)
    total = paper.total(counts.answered)
    bars = [
        Bar(choice.translated("label"), None if given is None or total is None else counts.means.get(choice.id, 0))
        for choice, given in zip(question.choices, givers, strict=True)
    ]
    unit = str(question.translated("unit")) or _("points")
    title = pgettext("title of a chart", "{question} (mean)").format(question=question.translated("label"))
    return [bar_chart(bars if counts.answered else [], title=title, total=total, unit=unit, **paper.style)]


def draw_numbers(question: Question, counts: Numbers, paper: Paper) -> list[SafeString]:
    unit = str(question.translated("unit"))
    total = paper.total(counts.answered)
    bins = [Bin(*each) for each in counts.bins]
    figure = histogram(
        hide_classes(bins, paper.k), title=question.translated("label"), unit=unit, total=total, **paper.style
    )
    if not counts.answered or counts.answered < QUARTILES_OF * paper.k:
        return [figure]
    low, middle, high = (wording.number(value, wording.decimals_of(counts.quartiles)) for value in counts.quartiles)
    words = _("Half of the answers are between {low} and {high}; the middle one is {middle}.")
    return [figure, sentence(words.format(low=low, middle=middle, high=high))]


def draw_dates(question: Question, counts: Days, paper: Paper) -> list[SafeString]:
    bins = hide_classes([Bin(*each) for each in counts.bins], paper.k)
    return [histogram(bins, title=question.translated("label"), total=paper.total(counts.answered), **paper.style)]


def hide_classes(bins: Sequence[Bin], k: int) -> list[Bin]:
    """Small classes hidden. Those at both ends are left out: where they end would tell the least and the greatest.

    What was left out counts as one hidden class, so that it can't be worked out from the total.
    """
    if not k:
        return list(bins)
    large = [place for place, item in enumerate(bins) if item.count >= k]
    if not large:
        return []
    kept = list(bins[large[0] : large[-1] + 1])
    left_out = sum(item.count for item in bins) - sum(item.count for item in kept)
    counts = [item.count for item in kept]
    hidden = suppress([*counts, left_out], k)[:-1] if left_out else suppress(counts, k)
    return [replace(item, count=count) for item, count in zip(kept, hidden, strict=True)]


def draw_given_places(question: Question, counts: PlaceCounts, paper: Paper) -> list[SafeString]:
    bars = [Bar(place.translated("label"), counts.options.get(place.id, 0)) for place in question.places]
    return [_bars(question, bars, counts.answered, paper)]


def _bars(question, bars, answered, paper, title=None):
    title = title or question.translated("label")
    return bar_chart(hide_small(bars, paper.k), title=title, total=paper.total(answered), **paper.style)


def sentence(text: str) -> SafeString:
    """A line below a chart."""
    return format_html('<p class="results-line">{}</p>', text)


DRAWING: dict[str, Callable[[Any, Any, Paper], list[SafeString]]] = {
    "choices": draw_choices,
    "scale": draw_scale,
    "matrix": draw_matrix,
    "ranking": draw_ranking,
    "budget": draw_budget,
    "numbers": draw_numbers,
    "dates": draw_dates,
    "given_places": draw_given_places,
}
