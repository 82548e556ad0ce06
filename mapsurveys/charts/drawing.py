"""Where things go in a picture. Lengths are shares of its width or height, written as per cent for SVG.

Nothing is scaled: a picture is as wide as its place, and text and strokes keep their size.
"""

from math import ceil

from django.utils.translation import get_language_bidi

from mapsurveys.charts.series import Number


def length(share: float) -> str:
    """An SVG length such as `41.67%`: never in the reader's decimal comma."""
    return f"{round(share * 100, 2):g}%"


def start(share: float, width: float = 0.0) -> str:
    """Where a thing begins that lies `share` of the way along the line of reading and is `width` long."""
    return length(1 - share - width if get_language_bidi() else share)


def round_ceiling(highest: Number) -> Number:
    """The first round number that is not below `highest`, so that little of a picture stays empty."""
    power = 10
    while power < highest:
        power *= 10
    if power == 10:
        return max(ceil(highest), 1)
    ends = (power * part // 100 for part in (10, 15, 20, 25, 30, 40, 50, 60, 80, 100))
    return next(end for end in ends if end >= highest)


def share_ceiling(highest: float) -> float:
    """The end of a scale of shares: 10, 20, 25, 50 or 100 %."""
    return next((end for end in (0.1, 0.2, 0.25, 0.5) if highest <= end), 1.0)


def regularly(count: int, most: int) -> range:
    """At most `most` of `count` places, evenly apart, from the first on; the last may not be among them."""
    return range(0, count, max(ceil((count - 1) / (most - 1)), 1))
