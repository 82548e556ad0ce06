"""Signs of a map on paper, as SVG in millimetres. Colours stand in the markup, strong enough for a black printer."""

from collections.abc import Iterable, Iterator

import shapely
from django.utils.html import escape
from shapely.geometry.base import BaseGeometry

from mapsurveys.printing.framing import EDGE, Frame, round_length

INK = "#14303a"
GREY = "#5b6b70"
FONT = "'Source Sans 3', 'Noto Sans', 'DejaVu Sans', sans-serif"
#: Millimetres on paper that nobody sees: what is finer is left out.
UNSEEN = 0.12
#: Millimetres below the map for its scale and its north: on it they would hide what is marked.
STRIP = 7.0


def path_of(frame: Frame, geometry: BaseGeometry) -> str:
    """The lines and rings of a geometry (ETRS-GK25) as SVG path data, as far as they are near the frame."""
    margin = 5 * frame.scale
    shown = shapely.clip_by_rect(
        shapely.simplify(geometry, UNSEEN * frame.scale),
        frame.west - margin,
        frame.south - margin,
        frame.east + margin,
        frame.north + margin,
    )
    return "".join(_lines(frame, shown))


def _lines(frame: Frame, geometry: BaseGeometry) -> Iterator[str]:
    for part in shapely.get_parts(geometry).tolist():
        if hasattr(part, "geoms"):
            yield from _lines(frame, part)
        elif part.geom_type == "Polygon":
            for ring in (part.exterior, *part.interiors):
                yield _line(frame, ring.coords) + "Z"
        elif part.geom_type in ("LineString", "LinearRing"):
            yield _line(frame, part.coords)


def _line(frame: Frame, positions: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join("{:.2f} {:.2f}".format(*frame.on_paper(east, north)) for east, north, *_z in positions)


def points_in(geometry: BaseGeometry) -> Iterator[BaseGeometry]:
    """The single points of a geometry."""
    for part in shapely.get_parts(geometry).tolist():
        if hasattr(part, "geoms"):
            yield from points_in(part)
        elif part.geom_type == "Point":
            yield part


def shape(frame: Frame, geometry: BaseGeometry, **style: str | float) -> str:
    """The lines and areas of a geometry; `style` is SVG attributes, with _ for -."""
    data = path_of(frame, geometry)
    return f'<path d="{data}" {_attributes(style)}/>' if data else ""


def _attributes(style: dict[str, str | float]) -> str:
    return " ".join(f'{name.replace("_", "-")}="{escape(value)}"' for name, value in style.items())


def words(x: float, y: float, text: str, *, size: float, colour: str = INK, anchor: str = "middle", **style) -> str:
    """A text with a white rim, so that it can be read on any ground."""
    common = _attributes({"x": f"{x:.2f}", "y": f"{y:.2f}", "font_size": size, "text_anchor": anchor} | style)
    content = escape(text)
    rim = f'<text {common} fill="#fff" stroke="#fff" stroke-width="{size / 3.5:.2f}">{content}</text>'
    return f'{rim}<text {common} fill="{colour}">{content}</text>'


def numbered(x: float, y: float, sign: str) -> str:
    """A round sign with a number in it."""
    size = 3.4 if len(sign) < 3 else 2.6
    return (f'<circle cx="{x:.2f}" cy="{y:.2f}" r="2.9" fill="#fff" stroke="{INK}" stroke-width="0.55"/>') + _label(
        x, y + size * 0.36, sign, size=size, font_weight=700
    )


def cover_edge(frame: Frame) -> str:
    """White around the map, over whatever reaches out of it, and the map's rim."""
    right, low = frame.width + EDGE, frame.height + EDGE
    outer = f"M{-EDGE} {-EDGE}H{right + 2 * EDGE}V{low + 2 * EDGE}H{-EDGE}Z"
    inner = f"M{EDGE} {EDGE}H{right}V{low}H{EDGE}Z"
    return (
        f'<path d="{outer}{inner}" fill="#fff" fill-rule="evenodd"/>'
        f'<path d="{inner}" fill="none" stroke="{INK}" stroke-width="0.5"/>'
    )


def grid(frame: Frame) -> str:
    """The sides of the squares."""
    lines = []
    for _name, start, _end in list(frame.columns())[1:]:
        x = frame.on_paper(start, frame.north)[0]
        lines.append(f"M{x:.2f} {EDGE}V{frame.height + EDGE}")
    for _name, _start, end in list(frame.rows())[1:]:
        y = frame.on_paper(frame.west, end)[1]
        lines.append(f"M{EDGE} {y:.2f}H{frame.width + EDGE}")
    return f'<path d="{"".join(lines)}" fill="none" stroke="{GREY}" stroke-width="0.18"/>'


def grid_names(frame: Frame) -> str:
    """The letters and numbers of the squares, on all four sides."""
    names = []
    for name, start, end in frame.columns():
        x = frame.on_paper((start + end) / 2, frame.north)[0]
        names += [_edge_name(x, EDGE - 1.7, name), _edge_name(x, frame.height + EDGE + 4.9, name)]
    for name, start, end in frame.rows():
        y = frame.on_paper(frame.west, (start + end) / 2)[1] + 1.5
        names += [_edge_name(EDGE / 2, y, name), _edge_name(frame.width + EDGE * 1.5, y, name)]
    return "".join(names)


def _edge_name(x: float, y: float, name: str) -> str:
    return _label(x, y, name, size=4.2, font_weight=700)


def _label(x: float, y: float, text: str, *, size: float, **style) -> str:
    """A text with its middle at x, on white."""
    common = {"x": f"{x:.2f}", "y": f"{y:.2f}", "font_size": size, "text_anchor": "middle", "fill": INK}
    return f"<text {_attributes(common | style)}>{escape(text)}</text>"


def scale_bar(frame: Frame, label: str, metres: float) -> str:
    """A bar of `metres` below the map, with its length in words."""
    length = metres / frame.scale
    x, y = EDGE, frame.height + 2 * EDGE + STRIP - 1
    line = f"M{x:.2f} {y - 1.6:.2f}V{y:.2f}H{x + length:.2f}V{y - 1.6:.2f}"
    bar = f'<path d="{line}" fill="none" stroke="{INK}" stroke-width="0.6"/>'
    return bar + _label(x + length / 2, y - 1.6, label, size=3.4)


def bar_metres(frame: Frame) -> float:
    """A round length of about a quarter of the map's width."""
    return round_length(frame.width * frame.scale / 3.5)


def north_arrow(frame: Frame, letter: str) -> str:
    """Below the map, on the right; the grid's north, which in this city is the true one within half a degree."""
    x, y = frame.width + EDGE - 3, frame.height + 2 * EDGE - 1
    arrow = f"M{x} {y:.2f}l2.4 7.4l-2.4 -1.7l-2.4 1.7Z"
    return f'<path d="{arrow}" fill="{INK}"/>' + _label(x - 5.2, y + 6.6, letter, size=4.2, font_weight=700)


def swatch(line: str, fill: str) -> str:
    """A sample of a layer's colours, as a drawing of its own."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 4" width="6mm" height="4mm">'
        f'<rect x="0.4" y="0.4" width="5.2" height="3.2" fill="{escape(fill)}" stroke="{escape(line)}"'
        ' stroke-width="0.7"/></svg>'
    )


def svg(frame: Frame, parts: Iterable[str]) -> str:
    """The drawing as a whole; its viewBox is in millimetres of paper."""
    width, height = frame.width + 2 * EDGE, frame.height + 2 * EDGE + STRIP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.2f} {height:.2f}" width="{width:.2f}mm"'
        f' height="{height:.2f}mm" font-family="{FONT}">{"".join(parts)}</svg>'
    )
