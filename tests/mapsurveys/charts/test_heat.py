"""Classes of a heat map."""

import pytest

from mapsurveys.charts import breaks, heat_class, heat_map_legend


@pytest.mark.parametrize(
    ("counts", "starts"),
    [
        ([], []),
        ([0, None], []),
        ([3, 3, 3], [3]),
        ([5, 1, 2, 4, 3], [1, 2, 3, 4, 5]),
        ([1, 1, 1, 1, 2, 9], [1, 2]),
        ([0, None, *range(1, 101)], [1, 21, 41, 61, 81]),
    ],
)
def test_breaks_put_about_as_many_cells_in_each_class(counts, starts):
    assert breaks(counts) == starts


def test_breaks_do_not_depend_on_the_order():
    counts = [8, 1, 1, 55, 2, 34, 3, 21, 5, 13]
    assert breaks(counts) == breaks(sorted(counts)) == breaks(counts[::-1])


def test_breaks_in_fewer_classes():
    assert breaks(range(1, 10), classes=3) == [1, 4, 7]


@pytest.mark.parametrize(("count", "place"), [(0, None), (None, None), (4, None), (5, 0), (9, 0), (10, 1), (999, 1)])
def test_heat_class_is_that_whose_start_is_not_above(count, place):
    assert heat_class(count, [5, 10]) == place


def test_heat_map_legend_names_each_class(read):
    legend = read(heat_map_legend([1, 2, 5, 1000]))
    names = [item.get_text(strip=True) for item in legend.select(".chart-legend__item")]
    assert names == ["1", "2–4", "5–999", "1,000 or more"]
    assert len({rect["fill"] for rect in legend.select("rect")}) == 4


def test_heat_map_legend_of_nothing_is_empty():
    assert heat_map_legend([]) == ""
