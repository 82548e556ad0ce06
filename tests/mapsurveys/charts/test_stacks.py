"""Bars of 100 %."""

import pytest

from mapsurveys.charts import Stack, hide_small_parts, stacked_chart


def widths(figure):
    return [[part["width"] for part in bar.select("rect")[:-1]] for bar in figure.select(".chart__whole")]


def test_stacked_chart_tells_rows_and_shares_of_each(words):
    chart = stacked_chart(
        [Stack("Safe", (10, 30)), Stack("Quiet", (20, 0))], ["Agree", "Disagree"], title="My street", total=41
    )
    assert words(chart) == {
        "title": ["My street"],
        "base": ["41 people answered."],
        "summary": ["Most common answer over all rows: Agree (50%)."],
        "label": ["Most common answer over all rows: Agree (50%)."],
        "note": [],
        "head": ["Row", "Agree", "Disagree", "People"],
        "rows": [["Safe", "10 (25%)", "30 (75%)", "40"], ["Quiet", "20 (100%)", "0 (0%)", "20"]],
    }


def test_stacked_chart_parts_fill_the_bar(read):
    figure = read(stacked_chart([Stack("Safe", (10, 30, 0, 40))], list("wxyz"), title="My street"))
    assert widths(figure) == [["12.5%", "37.5%", "50%"]]


def test_stacked_chart_carries_the_legends_keys_into_the_parts(read):
    figure = read(stacked_chart([Stack("Safe", (10, 30))], ["Agree", "Disagree"], title="My street"))
    assert [key.get_text() for key in figure.select(".chart-legend__swatch text")] == ["A", "B"]
    texts = [key.get_text().replace("\u00a0", "") for key in figure.select(".chart__whole text")]
    assert texts == ["A·25%", "B·75%"]


def test_stacked_chart_uses_the_points_of_a_scale_as_keys(read):
    figure = read(stacked_chart([Stack("Safe", (10, 10, 80))], ["1", "2", "10"], title="My street"))
    assert [item.get_text(strip=True) for item in figure.select(".chart-legend__item")] == ["1", "2", "10"]


def test_stacked_chart_leaves_words_out_where_they_have_no_room(read):
    figure = read(stacked_chart([Stack("Safe", (1, 10, 89))], ["Agree", "Neither", "Disagree"], title="My street"))
    texts = [key.get_text().replace("\u00a0", "") for key in figure.select(".chart__whole text")]
    assert texts == ["B", "C·89%"]


def test_stacked_chart_draws_what_is_hidden_as_one_rest(read, words):
    rows = hide_small_parts([Stack("Safe", (60, 30, 7, 3))], 5)
    chart = stacked_chart(rows, ["A lot", "Some", "Little", "None"], title="My street", k=5)
    assert words(chart)["rows"] == [["Safe", "60 (60%)", "30 (30%)", "Hidden", "Hidden", "100"]]
    figure = read(chart)
    assert widths(figure) == [["60%", "30%"]]
    assert [(line["x1"], line["x2"]) for line in figure.select(".chart__whole line")] == [("90%", "100%")]


def test_stacked_chart_draws_no_lengths_where_the_whole_is_unknown(read, words):
    chart = stacked_chart([Stack("Safe", (60, None))], ["Agree", "Disagree"], title="My street")
    assert words(chart)["rows"] == [["Safe", "60", "Hidden", "Hidden"]]
    assert widths(read(chart)) == [[]]


def test_stacked_chart_row_of_nobody_is_empty_and_not_hidden(read, words):
    chart = stacked_chart([Stack("Safe", (6, 4)), Stack("Quiet", (0, 0))], ["Agree", "Disagree"], title="My street")
    assert words(chart)["rows"][1] == ["Quiet", "0", "0", "0"]
    assert words(chart)["note"] == []
    assert not read(chart).select(".chart__whole line")


def test_stacked_chart_of_people_who_chose_nothing_says_so(words):
    chart = stacked_chart([Stack("Safe", (0, 0), total=12)], ["Agree", "Disagree"], title="My street")
    assert words(chart)["summary"] == ["Nobody chose any of these."]


@pytest.mark.parametrize("rows", [[], [Stack("Safe", (0, 0))]])
def test_stacked_chart_without_answers_says_so(words, rows):
    chart = stacked_chart(rows, ["Agree", "Disagree"], title="My street")
    assert words(chart)["summary"] == ["There is nothing to show yet."]


def test_hide_small_parts_hides_a_row_of_few_people_whole():
    assert hide_small_parts([Stack("Safe", (2, 1))], 5) == [Stack("Safe", (None, None), None)]
