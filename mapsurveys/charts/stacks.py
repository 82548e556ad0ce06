"""Bars of 100 % each: matrices and scales, a row a bar; and the same drawing for groups of people."""

from collections.abc import Sequence
from string import ascii_uppercase

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mapsurveys.charts import wording
from mapsurveys.charts.drawing import length, start
from mapsurveys.charts.figures import Picture, Table, any_hidden, empty_figure, results_figure
from mapsurveys.charts.palette import FRAME, PAPER, legible_on, ramp
from mapsurveys.charts.series import Label, Stack
from mapsurveys.suppression import SMALLEST_PUBLISHED

# Shares of the width from which a part has room for its key, and for key and per cent, on the narrowest phone.
_ROOM_FOR_KEY = 0.05
_ROOM_FOR_BOTH = 0.2


def stacked_chart(
    rows: Sequence[Stack],
    legend: Sequence[Label],
    *,
    title: Label,
    total: int | None = None,
    k: int = SMALLEST_PUBLISHED,
    open: bool = False,
) -> SafeString:
    """One bar a row, its parts in the order of `legend`, coloured from dark to light.

    `total` is how many people answered the question at all; without it each row's own number is told.
    """
    base = "" if total is None else wording.respondents(total, k)
    if not any(row.whole != 0 for row in rows):
        return empty_figure(title=title, base=base)
    is_hidden = any_hidden(part for row in rows for part in row.parts)
    return results_figure(
        stacked_picture(rows, legend, ramp(len(legend))),
        stacked_table(rows, legend, corner=pgettext("column", "Row")),
        title=title,
        base=base,
        summary=_summary(rows, legend),
        hidden_below=k if is_hidden else None,
        open=open,
    )


def stacked_picture(rows: Sequence[Stack], legend: Sequence[Label], colours: Sequence[str]) -> Picture:
    """Bars and their legend. Each part carries the legend's key, so that grey paper tells them apart."""
    keys = _keys(legend)
    parts = list(zip(keys, colours, strict=True))
    return Picture(
        "stacks",
        {
            "legend": [
                {"key": key, "label": "" if key == str(label) else wording.named(label), **_coloured(colour)}
                for (key, colour), label in zip(parts, legend, strict=True)
            ],
            "rows": [_draw_row(row, parts) for row in rows],
            "paper": PAPER,
            "frame": FRAME,
        },
    )


def stacked_table(rows: Sequence[Stack], legend: Sequence[Label], *, corner: str) -> Table:
    """People and shares of each row; a share is of the people of its row. `corner` says what the rows are."""
    head = (corner, *legend, pgettext("column", "People"))
    return Table(head, tuple((row.label, (*_cells(row), _whole(row))) for row in rows))


def _cells(row):
    for part in row.parts:
        if part is None:
            yield wording.hidden()
        elif row.whole:
            yield _count_and_share(part, row.whole)
        else:
            yield wording.number(part)


def _count_and_share(part, whole):
    values = {"count": wording.number(part), "percent": wording.percent(part / whole)}
    return pgettext("number and share of people", "{count} ({percent})").format(**values)


def _whole(row):
    return wording.hidden() if row.whole is None else wording.number(row.whole)


def _draw_row(row, parts):
    drawn, before = [], 0.0
    if row.whole:
        for (key, colour), count in zip(parts, row.parts, strict=True):
            if count:
                drawn.append(_draw_part(key, colour, before, count / row.whole))
                before += count / row.whole
    return {
        "label": wording.named(row.label),
        "people": wording.people(row.whole),
        "parts": drawn,
        # What is hidden stays together at the end: its parts must not tell their lengths.
        "hidden": {"x": start(before), "end": start(1)} if None in row.parts else None,
    }


def _draw_part(key, colour, before, share):
    text = ""
    if share >= _ROOM_FOR_BOTH:
        text = f"{key}{wording.NO_BREAK}·{wording.NO_BREAK}{wording.percent(share)}"
    elif share >= _ROOM_FOR_KEY:
        text = key
    return {
        "x": start(before, share),
        "width": length(share),
        "middle": start(before + share / 2),
        "text": text,
        **_coloured(colour),
    }


def _coloured(colour):
    return {"fill": colour, "ink": legible_on(colour)}


def _keys(legend):
    """A letter a part; the labels themselves where all are as short as the points of a scale are."""
    if all(len(str(label)) <= 2 for label in legend):
        return [str(label) for label in legend]
    return [ascii_uppercase[place] if place < 26 else str(place + 1) for place in range(len(legend))]


def _summary(rows, legend):
    if any(row.whole is None for row in rows) or any(None in row.parts for row in rows):
        told = [part for row in rows for part in row.parts if part is not None]
        return _("Some numbers are hidden; the table has the others.") if told else wording.all_hidden()
    sums = [sum(row.parts[place] for row in rows) for place in range(len(legend))]
    if not any(sums):
        return _("Nobody chose any of these.")
    values = {"label": legend[sums.index(max(sums))], "percent": wording.percent(max(sums) / sum(sums))}
    if len(rows) == 1:
        return _("Most common answer: {label} ({percent}).").format(**values)
    return _("Most common answer over all rows: {label} ({percent}).").format(**values)
