"""Colours of charts, and which text is legible on them.

SERIES are six for things without an order: each has 3:1 against white, neighbours differ in lightness, so
that they stay apart on grey paper, and pairs stay apart in the common kinds of colour blindness. RAMP runs
from dark to light for things with an order. Colour is never alone: parts carry the key of the legend.
"""

INK = "#14303a"
PAPER = "#ffffff"
BAR = "#00525c"
TRACK = "#eef3f1"
LINE = "#cbd8d5"
FRAME = "#64808a"
SERIES = ("#00525c", "#c97a10", "#5b2a6e", "#3f93c2", "#8c2d19", "#c56f9d")
#: Few to many on a map, lightest first. Each class is drawn with an outline.
HEAT = ("#f6e3a1", "#f0b04f", "#dd7a35", "#b23f2f", "#6d1a36")
_RAMP_STOPS = ("#003b43", "#2b727b", "#7fb4bd", "#dcebe9", "#fff0bf")


def ramp(count: int) -> list[str]:
    """`count` colours from dark to light, evenly spread."""
    if count == 1:
        return [_RAMP_STOPS[0]]
    return [_along(place / (count - 1)) for place in range(count)]


def series(count: int) -> list[str]:
    """`count` colours for things without an order; beyond six they come again and the keys tell them apart."""
    return [SERIES[place % len(SERIES)] for place in range(count)]


def legible_on(colour: str) -> str:
    """Black or white, whichever has the better contrast on `colour`; always 4.5:1 or more."""
    return PAPER if contrast(colour, PAPER) >= contrast(colour, "#000000") else "#000000"


def contrast(one: str, other: str) -> float:
    """The ratio of contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> list[float]:
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def _along(share: float) -> str:
    place = min(int(share * (len(_RAMP_STOPS) - 1)), len(_RAMP_STOPS) - 2)
    rest = share * (len(_RAMP_STOPS) - 1) - place
    ends = zip(_parts(_RAMP_STOPS[place]), _parts(_RAMP_STOPS[place + 1]), strict=True)
    return "#" + "".join(f"{round((low + (high - low) * rest) * 255):02x}" for low, high in ends)
