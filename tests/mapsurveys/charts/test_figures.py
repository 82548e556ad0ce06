"""What all charts have in common: the frame around them, and that paper takes the same markup."""

from datetime import date, timedelta

import pytest
import weasyprint
from django.contrib.staticfiles import finders

from mapsurveys.charts import (
    Bar,
    Bin,
    CrossTable,
    Point,
    Stack,
    Step,
    bar_chart,
    cross_chart,
    funnel_chart,
    heat_map_legend,
    histogram,
    line_chart,
    stacked_chart,
)

START = date(2026, 9, 1)
ROWS = [Stack("Safe", (10, 30)), Stack("Quiet", (20, None), 40)]
CHARTS = {
    "bars": lambda: bar_chart([Bar("Trees", 60), Bar("Rare", None)], title="Missing", total=100),
    "stacks": lambda: stacked_chart(ROWS, ["Agree", "Disagree"], title="My street"),
    "cross": lambda: cross_chart(CrossTable(("Bus", "Bike"), tuple(ROWS)), title="Travel"),
    "histogram": lambda: histogram([Bin(0, 9, 40), Bin(10, 19, None)], title="Age"),
    "line": lambda: line_chart([Point(START + timedelta(days=n), n) for n in range(90)], title="Responses a day"),
    "funnel": lambda: funnel_chart([Step("Start", 200), Step("End", 150)], title="Pages"),
}


@pytest.mark.parametrize("kind", CHARTS)
def test_chart_is_one_picture_with_a_name_and_a_table(read, kind):
    figure = read(CHARTS[kind]())
    assert len(figure.select("figure > figcaption")) == 1
    pictures = figure.select("[role=img]")
    assert [bool(picture["aria-label"]) for picture in pictures] == [True]
    # Nothing in a picture may be reached or read on its own; nothing outside may need the eye.
    assert not pictures[0].select("a, button, [tabindex]")
    assert {svg["aria-hidden"] for svg in figure.select("svg")} == {"true"}
    assert not [svg for svg in figure.select("svg") if pictures[0] not in svg.parents]
    assert len(figure.select("table > caption")) == 1
    assert {cell["scope"] for cell in figure.select("thead th")} == {"col"}
    assert {cell["scope"] for cell in figure.select("tbody th")} == {"row"}


@pytest.mark.parametrize("kind", CHARTS)
def test_chart_obeys_a_strict_content_security_policy(read, kind):
    assert not read(CHARTS[kind]()).select("[style], style, script, [onload], [onclick]")


@pytest.mark.parametrize("kind", CHARTS)
def test_table_that_scrolls_can_be_reached_by_keys(read, kind):
    figure = read(CHARTS[kind]())
    is_wide = len(figure.select("thead th")) > 3
    regions = [(region["tabindex"], region["aria-label"]) for region in figure.select("[role=region]")]
    assert regions == ([("0", figure.select_one("caption").get_text())] if is_wide else [])


def test_charts_are_laid_out_on_paper():
    names = ("tokens", "base", "charts", "print")
    sheets = [weasyprint.CSS(filename=finders.find(f"cms/css/{name}.css")) for name in names]
    body = "".join(chart() for chart in CHARTS.values()) + heat_map_legend([1, 5, 9])
    paper = weasyprint.HTML(string=f"<html lang='en'><body>{body}</body></html>").render(stylesheets=sheets)
    # The table of ninety days alone is longer than a page; nothing else takes one of its own.
    assert 3 <= len(paper.pages) <= 6
