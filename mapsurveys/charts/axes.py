"""What stands around a picture with two axes: names of heights beside it, words below it."""

from mapsurveys.charts.drawing import length, start
from mapsurveys.charts.series import Number
from mapsurveys.charts.wording import number


def levels(top: Number) -> list[dict]:
    """The lines across a picture whose upper edge is `top`: where they run and what they are called."""
    values = [top, top // 2, 0] if top % 2 == 0 else [top, 0]
    # The words of the outermost lines move inwards, or the picture's edge would cut them.
    shifts = {top: 11, 0: -1}
    return [
        {"x": start(0.85), "y": length(1 - value / top), "dy": shifts.get(value, 5), "text": number(value)}
        for value in values
    ]


def tick(share: float, text: str) -> dict:
    """A word below the picture, which stays inside it at both ends."""
    anchor = "start" if share == 0 else "end" if share == 1 else "middle"
    return {"x": start(share), "anchor": anchor, "text": text}
