"""One question's answers by another's: a bar of 100 % for each group of people."""

from itertools import combinations

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mapsurveys.charts import wording
from mapsurveys.charts.figures import any_hidden, empty_figure, results_figure
from mapsurveys.charts.palette import series
from mapsurveys.charts.series import CrossTable, Label
from mapsurveys.charts.stacks import stacked_picture, stacked_table
from mapsurveys.suppression import SMALLEST_PUBLISHED


def cross_chart(
    table: CrossTable,
    *,
    title: Label,
    total: int | None = None,
    k: int = SMALLEST_PUBLISHED,
    open: bool = False,
) -> SafeString:
    """One bar a group, its parts the answers in the order of `table.options`; shares are of each group's people."""
    base = "" if total is None else wording.respondents(total, k)
    if not any(group.whole != 0 for group in table.groups):
        return empty_figure(title=title, base=base)
    is_hidden = any_hidden(part for group in table.groups for part in group.parts)
    return results_figure(
        stacked_picture(table.groups, table.options, series(len(table.options))),
        stacked_table(table.groups, table.options, corner=_("Group")),
        title=title,
        base=base,
        summary=_widest_gap(table),
        hidden_below=k if is_hidden else None,
        open=open,
    )


def _widest_gap(table):
    """The answer on which two groups differ most, among the numbers that are told."""
    gaps = []
    told = [group for group in table.groups if group.whole]
    for one, other in combinations(told, 2):
        for option, first, second in zip(table.options, one.parts, other.parts, strict=True):
            if first is not None and second is not None:
                shares = (first / one.whole, second / other.whole)
                gaps.append((abs(shares[0] - shares[1]), option, one.label, shares[0], other.label, shares[1]))
    if not gaps:
        return _("There are too few numbers to compare groups.")
    gap, option, one, share, other, other_share = max(gaps, key=lambda found: found[0])
    if not gap:
        return _("All groups answered alike.")
    return _("The groups differ most on “{answer}”: {group} {percent}, {other_group} {other_percent}.").format(
        answer=option,
        group=one,
        percent=wording.percent(share),
        other_group=other,
        other_percent=wording.percent(other_share),
    )
