"""Standing bars side by side: how many answers lie in each class of numbers or days."""

from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mapsurveys.charts import wording
from mapsurveys.charts.axes import levels, tick
from mapsurveys.charts.drawing import length, regularly, round_ceiling, start
from mapsurveys.charts.figures import Picture, Table, any_hidden, empty_figure, results_figure
from mapsurveys.charts.palette import BAR, FRAME, INK, LINE
from mapsurveys.charts.series import Bin, Label
from mapsurveys.suppression import SMALLEST_PUBLISHED

_GAP = 0.12  # of a class's width: what a bar leaves free
# How many words below the picture fit side by side on the narrowest phone.
_MOST_NUMBERS = 4
_MOST_DAYS = 3


def histogram(
    bins: Sequence[Bin],
    *,
    title: Label,
    unit: str = "",
    total: int | None = None,
    k: int = SMALLEST_PUBLISHED,
    open: bool = False,
) -> SafeString:
    """Bars in the order given, equally wide: the classes are to be of equal size. `unit` is what they measure."""
    base = "" if total is None else wording.respondents(total, k)
    if not any(item.count != 0 for item in bins):
        return empty_figure(title=title, base=base)
    top = round_ceiling(max((item.count for item in bins if item.count is not None), default=1))
    shapes = {
        "bars": [_draw_bar(place, len(bins), item.count, top) for place, item in enumerate(bins)],
        "levels": levels(top),
        "ticks": _ticks(bins),
        "unit": unit,
        "bar": BAR,
        "frame": FRAME,
        "line": LINE,
        "ink": INK,
    }
    return results_figure(
        Picture("columns", shapes),
        _table(bins, unit),
        title=title,
        base=base,
        summary=_summary(bins, unit),
        hidden_below=k if any_hidden(item.count for item in bins) else None,
        open=open,
    )


def _draw_bar(place, count_of_bins, count, top):
    width = 1 / count_of_bins
    side = {"x": start(place * width + width * _GAP / 2, width * (1 - _GAP)), "width": length(width * (1 - _GAP))}
    if count is None:
        return {**side, "is_hidden": True, "end": start((place + 1) * width - width * _GAP / 2)}
    return {**side, "y": length(1 - count / top), "height": length(count / top)}


def _ticks(bins):
    edges = [item.low for item in bins] + [bins[-1].high]
    if len(bins) == 1:
        return [tick(0.5, wording.span(bins[0].low, bins[0].high))]
    most = _MOST_DAYS if isinstance(bins[0].low, date) else _MOST_NUMBERS
    return [tick(place / len(bins), wording.edge(edges[place])) for place in regularly(len(edges), most)]


def _table(bins, unit):
    label = pgettext("column", "Class ({unit})").format(unit=unit) if unit else pgettext("column", "Class")
    rows = [
        (wording.span(item.low, item.high), (wording.hidden() if item.count is None else wording.number(item.count),))
        for item in bins
    ]
    return Table((label, pgettext("column", "Answers")), tuple(rows))


def _summary(bins, unit):
    told = [item for item in bins if item.count is not None]
    if not told:
        return wording.all_hidden()
    most = max(told, key=lambda item: item.count)
    where = wording.span(most.low, most.high)
    values = {"span": f"{where}{wording.NO_BREAK}{unit}" if unit else where, "count": wording.number(most.count)}
    return _("Most common: {span} ({count}).").format(**values)
