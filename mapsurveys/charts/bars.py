"""Horizontal bars, one a choice: how many people chose it, or a value such as a mean sum of money."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mapsurveys.charts import wording
from mapsurveys.charts.drawing import length, round_ceiling, share_ceiling, start
from mapsurveys.charts.figures import Picture, Table, any_hidden, empty_figure, results_figure
from mapsurveys.charts.palette import BAR, FRAME, TRACK
from mapsurveys.charts.series import Bar, Label
from mapsurveys.suppression import SMALLEST_PUBLISHED


def bar_chart(
    bars: Sequence[Bar],
    *,
    title: Label,
    total: int | None,
    unit: str = "",
    k: int = SMALLEST_PUBLISHED,
    open: bool = False,
) -> SafeString:
    """Bars in the order given.

    `total` is how many people answered, None where that is hidden. Without `unit` the counts are people, and
    each bar shows its share of `total` (the bars may stand for more than all, where several could be chosen);
    with it, such as "€", counts are values without shares.
    """
    base = wording.respondents(total, k)
    if not bars or total == 0:
        return empty_figure(title=title, base=base)
    rows, head, summary, end = _values(bars, unit) if unit or total is None else _people(bars, total)
    if all(bar.count is None for bar in bars):
        summary = wording.all_hidden()
    return results_figure(
        Picture("bars", {"rows": rows, "end": end, "bar": BAR, "track": TRACK, "frame": FRAME}),
        Table(head, tuple((row["label_source"], row["cells"]) for row in rows)),
        title=title,
        base=_base(bars, total, base, unit),
        summary=summary,
        hidden_below=k if any_hidden(bar.count for bar in bars) or total is None else None,
        open=open,
    )


def draw_row(label: Label, note: str, value: str, share: float | None, cells: tuple[str, ...]) -> dict:
    """One bar for the template: `share` of the picture's width, None for a number that is hidden."""
    return {
        "label": wording.named(label),
        "label_source": label,
        "note": note,
        "value": value,
        "cells": cells,
        "bar": None if share is None else {"x": start(0, share), "width": length(share)},
    }


def share_of(bar: Bar, total: int) -> float:
    """The bar's own share where it has one, else its share of `total`."""
    return float(bar.share) if bar.share is not None else float(bar.count) / total


def _people(bars, total):
    shares = [None if bar.count is None else share_of(bar, total) for bar in bars]
    end = share_ceiling(max((share for share in shares if share is not None), default=1))
    rows = []
    for bar, share in zip(bars, shares, strict=True):
        if share is None:
            rows.append(draw_row(bar.label, "", wording.hidden(), None, (wording.hidden(), wording.hidden())))
            continue
        count, part = wording.number(bar.count), wording.percent(share)
        value = pgettext("share and number of people", "{percent} ({count})").format(percent=part, count=count)
        rows.append(draw_row(bar.label, bar.note, value, share / end, (count, part)))
    head = (_("Answer"), pgettext("column", "People"), pgettext("column", "Share"))
    return rows, head, _most_chosen(bars, shares), "" if shares.count(None) == len(shares) else wording.percent(end)


def _values(bars, unit):
    told = [bar for bar in bars if bar.count is not None]
    end = round_ceiling(max((bar.count for bar in told), default=1))
    decimals = wording.decimals_of(bar.count for bar in told)
    rows = []
    for bar in bars:
        if bar.count is None:
            rows.append(draw_row(bar.label, "", wording.hidden(), None, (wording.hidden(),)))
            continue
        value = wording.in_unit(bar.count, unit, decimals)
        rows.append(draw_row(bar.label, bar.note, value, max(float(bar.count), 0) / float(end), (value,)))
    head = (_("Answer"), pgettext("column", "Value") if unit else pgettext("column", "People"))
    return rows, head, _highest(told, unit, decimals), wording.in_unit(end, unit) if told else ""


def _most_chosen(bars, shares):
    most = max((share for share in shares if share is not None), default=0)
    if not most:
        return _("Nobody chose any of these.")
    first = [bar.label for bar, share in zip(bars, shares, strict=True) if share == most]
    if len(first) == 1:
        return _("Most chosen: {label} ({percent}).").format(label=first[0], percent=wording.percent(most))
    return _("Most chosen, equally often: {labels} ({percent} each).").format(
        labels=wording.joined(first), percent=wording.percent(most)
    )


def _highest(told, unit, decimals):
    if not told:
        return ""
    most = max(bar.count for bar in told)
    first = [bar.label for bar in told if bar.count == most]
    value = wording.in_unit(most, unit, decimals)
    return _("Highest: {labels} ({value}).").format(labels=wording.joined(first), value=value)


def _base(bars, total, base, unit):
    if unit or not total or sum(bar.count or 0 for bar in bars) <= total:
        return base
    several = _("Several answers could be chosen.")
    return f"{base} {several}"
