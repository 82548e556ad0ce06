"""Classes of a heat map: the same breaks and colours in the browser's map, in the legend and in the PDF."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mapsurveys.charts import wording
from mapsurveys.charts.palette import FRAME, HEAT


def breaks(counts: Iterable[int | None], classes: int = 5) -> list[int]:
    """Where classes of a heat map begin, rising: about as many cells in each.

    Made of the positive counts alone, hidden ones left out, by the nearest rank, so that each break is a
    count that occurs. Equal counts share a class, so there may be fewer classes; none if nothing is counted.
    `classes` is at most the number of colours, five.
    """
    known = sorted(count for count in counts if count)
    if not known:
        return []
    return sorted({known[place * len(known) // classes] for place in range(min(classes, len(HEAT)))} | {known[0]})


def heat_class(count: int | None, starts: Sequence[int]) -> int | None:
    """Which class a count is in, from 0; None for none: nothing counted, hidden or below the first."""
    place = bisect_right(starts, count) - 1 if count else -1
    return place if place >= 0 else None


def heat_colours(classes: int) -> list[str]:
    """Colours for so many classes, lightest first; one class alone has the middle colour."""
    if classes == 1:
        return [HEAT[len(HEAT) // 2]]
    return [HEAT[round(place * (len(HEAT) - 1) / (classes - 1))] for place in range(classes)]


def heat_map_legend(starts: Sequence[int]) -> SafeString:
    """The legend of a heat map whose classes begin at `starts`; "" where nothing is counted."""
    if not starts:
        return SafeString("")
    items = zip(heat_colours(len(starts)), _class_names(starts), strict=True)
    return render_to_string("mapsurveys/charts/_heat_legend.html", {"items": list(items), "frame": FRAME})


def _class_names(starts):
    ends = [*(start - 1 for start in starts[1:]), None]
    for start, end in zip(starts, ends, strict=True):
        yield wording.span(start, end) if end else _("{count} or more").format(count=wording.number(start))
