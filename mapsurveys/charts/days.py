"""Responses a day as a line."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from mapsurveys.charts import wording
from mapsurveys.charts.axes import levels, tick
from mapsurveys.charts.drawing import length, round_ceiling, start
from mapsurveys.charts.figures import Picture, Table, any_hidden, empty_figure, results_figure
from mapsurveys.charts.palette import BAR, FRAME, INK, LINE
from mapsurveys.charts.series import Label, Point
from mapsurveys.suppression import SMALLEST_PUBLISHED

_MOST_DOTS = 31  # beyond a month the dots would run into each other


def line_chart(points: Sequence[Point], *, title: Label, k: int = SMALLEST_PUBLISHED, open: bool = False) -> SafeString:
    """A line through the days in order.

    Days between the first and the last that are not given count as zero, or as hidden where any day is: a
    zero beside hidden numbers would tell when the first person came.
    """
    days = _every_day(points)
    if not any(point.count != 0 for point in days):
        return empty_figure(title=title, base="")
    top = round_ceiling(max((point.count for point in days if point.count is not None), default=1))
    places = [_place(number, len(days), point.count, top) for number, point in enumerate(days)]
    shapes = {
        "segments": [(one, other) for one, other in pairwise(places) if one and other],
        "dots": [place for place in places if place] if len(days) <= _MOST_DOTS else _lonely(places),
        "levels": levels(top),
        "ticks": _ticks(days),
        "bar": BAR,
        "frame": FRAME,
        "line": LINE,
        "ink": INK,
    }
    is_hidden = any_hidden(point.count for point in days)
    return results_figure(
        Picture("line", shapes),
        _table(days),
        title=title,
        base="",
        summary=_summary(days, is_hidden),
        hidden_below=k if is_hidden else None,
        open=open,
    )


def _every_day(points):
    if not points:
        return []
    given = {point.day: point for point in points}
    first, last = min(given), max(given)
    missing = None if any_hidden(point.count for point in points) else 0
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [given.get(day, Point(day, missing)) for day in days]


def _place(number, count_of_days, count, top):
    """Where a day's dot is; None where its number is hidden, so that the line has a gap."""
    if count is None:
        return None
    along = number / (count_of_days - 1) if count_of_days > 1 else 0.5
    return {"x": start(along), "y": length(1 - count / top)}


def _lonely(places):
    """Days between two gaps: no line goes through them."""
    around = [None, *places, None]
    neighbours = zip(around, places, around[2:], strict=False)
    return [place for before, place, after in neighbours if place and not before and not after]


def _ticks(days):
    if len(days) == 1:
        return [tick(0.5, wording.edge(days[0].day))]
    last = len(days) - 1
    return [tick(place / last, wording.edge(days[place].day)) for place in sorted({0, last // 2, last})]


def _table(days):
    rows = [
        (wording.edge(point.day), (wording.hidden() if point.count is None else wording.number(point.count),))
        for point in days
    ]
    return Table((pgettext("column", "Day"), pgettext("column", "Responses")), tuple(rows))


def _summary(days, is_hidden):
    told = [point for point in days if point.count is not None]
    if not told:
        return wording.all_hidden()
    most = max(told, key=lambda point: point.count)
    peak = {"day": wording.edge(most.day), "most": wording.number(most.count)}
    if is_hidden:
        return _("Most responses came on {day} ({most}).").format(**peak)
    total = sum(point.count for point in told)
    if len(days) == 1:
        sentence = ngettext("{total} response on {day}.", "{total} responses on {day}.", total)
        return sentence.format(total=wording.number(total), **peak)
    return ngettext(
        "{total} response from {first} to {last}, most on {day} ({most}).",
        "{total} responses from {first} to {last}, most on {day} ({most}).",
        total,
    ).format(total=wording.number(total), first=wording.edge(days[0].day), last=wording.edge(days[-1].day), **peak)
