"""How far people came in a survey: a bar a page, and how many stopped there."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from mapsurveys.charts import wording
from mapsurveys.charts.bars import draw_row
from mapsurveys.charts.figures import Picture, Table, any_hidden, empty_figure, results_figure
from mapsurveys.charts.palette import BAR, FRAME, TRACK
from mapsurveys.charts.series import Label, Step
from mapsurveys.suppression import SMALLEST_PUBLISHED


def funnel_chart(steps: Sequence[Step], *, title: Label, k: int = SMALLEST_PUBLISHED, open: bool = False) -> SafeString:
    """Bars from the first step to the last; shares are of those who reached the first.

    A later step may have more people than one before it, where a rule let them pass over a page. For staff:
    how many stopped at a page may be few people though each step has many, and is not hidden.
    """
    if not steps or steps[0].count == 0:
        return empty_figure(title=title, base="")
    longest = max((step.count for step in steps if step.count is not None), default=1)
    rows = [_draw_step(steps, place, longest) for place in range(len(steps))]
    is_hidden = any_hidden(step.count for step in steps)
    end = wording.number(longest) if any(step.count is not None for step in steps) else ""
    head = (
        pgettext("column", "Page"),
        pgettext("column", "Reached by"),
        pgettext("column", "Share"),
        pgettext("column", "Went no further"),
    )
    return results_figure(
        Picture("bars", {"rows": rows, "end": end, "bar": BAR, "track": TRACK, "frame": FRAME}),
        Table(head, tuple((row["label_source"], row["cells"]) for row in rows)),
        title=title,
        base="",
        summary=_summary(steps),
        hidden_below=k if is_hidden else None,
        open=open,
    )


def _left(steps, place):
    """How many went no further than this step; None where that is hidden, 0 after the last.

    Whoever a rule lets pass over the next page is seen again on a later one, and has not stopped. Where a page is
    shown to some only, those who stopped there are counted to the page before it.
    """
    here, later = steps[place].count, [step.count for step in steps[place + 1 :]]
    if not later:
        return 0
    return None if here is None or None in later else max(here - max(later), 0)


def _draw_step(steps, place, longest):
    step, first = steps[place], steps[0].count
    if step.count is None:
        return draw_row(step.label, "", wording.hidden(), None, (wording.hidden(),) * 3)
    left = _left(steps, place)
    count = wording.number(step.count)
    part = wording.percent(step.count / first) if first else wording.hidden()
    value, note = count, ""
    if first:
        value = pgettext("share and number of people", "{percent} ({count})").format(percent=part, count=count)
    if left:
        note = ngettext("{count} went no further", "{count} went no further", left).format(count=wording.number(left))
    cells = (count, part, wording.hidden() if left is None else wording.number(left))
    return draw_row(step.label, note, value, step.count / longest, cells)


def _summary(steps):
    first, last = steps[0].count, steps[-1].count
    if first is None or last is None:
        return _("How many reached the end is hidden, because they are so few.")
    sentence = ngettext(
        "{last} of {first} person came to the end ({percent}).",
        "{last} of {first} people came to the end ({percent}).",
        first,
    ).format(first=wording.number(first), last=wording.number(last), percent=wording.percent(last / first))
    lefts = [_left(steps, place) or 0 for place in range(len(steps))]
    if not max(lefts):
        return sentence
    where = steps[lefts.index(max(lefts))]
    stopped = _("Most stopped after “{step}” ({count}).").format(step=where.label, count=wording.number(max(lefts)))
    return f"{sentence} {stopped}"
