"""What all charts have around their picture: title, one sentence that sums it up, the numbers as a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mapsurveys.charts.series import Label
from mapsurveys.charts.wording import hidden_note, named


@dataclass(frozen=True)
class Table:
    """The numbers of a chart. `head` names the columns, the rows' own included; cells are ready texts."""

    head: tuple[Label, ...]
    rows: tuple[tuple[Label, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Picture:
    """The drawn part of a chart: a template of `mapsurveys/charts/` and what it draws."""

    kind: str
    shapes: dict


def results_figure(
    picture: Picture | None,
    table: Table,
    *,
    title: Label,
    base: str,
    summary: str,
    hidden_below: int | None = None,
    open: bool = False,
) -> SafeString:
    """A whole chart as HTML.

    `base` says how many answered and `summary` what the picture shows: a screen reader hears these and reads
    the table. `hidden_below` is the smallest number that is told, if any is hidden. With `open` the table
    stands below the picture, as on paper; otherwise behind "As a table". Without a picture there is no table
    either, and `summary` says why.
    """
    context = {
        "title": named(title),
        "base": base,
        "summary": summary,
        "note": hidden_note(hidden_below) if hidden_below else "",
        "table": {
            "head": [named(label) for label in table.head],
            "rows": [(named(label), cells) for label, cells in table.rows],
            "is_wide": len(table.head) > 3,
        },
        "open": open,
        "kind": picture.kind if picture else "empty",
        "picture": _drawn(picture) if picture else "",
    }
    return render_to_string("mapsurveys/charts/_figure.html", context)


def empty_figure(*, title: Label, base: str) -> SafeString:
    """The place of a chart that has nothing to show yet."""
    return results_figure(None, Table((), ()), title=title, base=base, summary=_("There is nothing to show yet."))


def any_hidden(counts: Iterable) -> bool:
    """Whether a number of the chart is not told."""
    return any(count is None for count in counts)


def _drawn(picture: Picture) -> SafeString:
    return render_to_string(f"mapsurveys/charts/_{picture.kind}.html", picture.shapes)
