"""Results as charts that the server draws: the same markup in a page and in a PDF.

Each function takes numbers and gives a `<figure>`: title, a sentence that sums the picture up, the picture,
and a table of the same numbers. Nothing here reads the database. A number that is None is hidden (see
`mapsurveys.suppression`) and appears nowhere, neither as a length nor in a sentence.

WeasyPrint gives a page's style sheet no say inside an `<svg>`: colours stand in the markup (`palette`), and
`charts.css` lays out what is around.
"""

from mapsurveys.charts.bars import bar_chart
from mapsurveys.charts.crosstabs import cross_chart
from mapsurveys.charts.days import line_chart
from mapsurveys.charts.funnels import funnel_chart
from mapsurveys.charts.heat import breaks, heat_class, heat_colours, heat_map_legend
from mapsurveys.charts.histograms import histogram
from mapsurveys.charts.series import (
    Bar,
    Bin,
    CrossTable,
    Point,
    Stack,
    Step,
    hide_small,
    hide_small_groups,
    hide_small_parts,
)
from mapsurveys.charts.stacks import stacked_chart

__all__ = [
    "Bar",
    "Bin",
    "CrossTable",
    "Point",
    "Stack",
    "Step",
    "bar_chart",
    "breaks",
    "cross_chart",
    "funnel_chart",
    "heat_class",
    "heat_colours",
    "heat_map_legend",
    "hide_small",
    "hide_small_groups",
    "hide_small_parts",
    "histogram",
    "line_chart",
    "stacked_chart",
]
