"""Pictures with two axes: classes of numbers, responses a day."""

from datetime import date, timedelta

import pytest

from mapsurveys.charts import Bin, Point, hide_small, histogram, line_chart

START = date(2026, 9, 1)


def days(*counts):
    return [Point(START + timedelta(days=number), count) for number, count in enumerate(counts)]


def texts(figure, selector):
    return [node.get_text() for node in figure.select(selector)]


def test_histogram_tells_classes_and_the_most_common(words):
    chart = histogram([Bin(0, 999, 12), Bin(1000, 1999, 30)], title="Way to work", unit="m", total=42)
    assert words(chart) == {
        "title": ["Way to work"],
        "base": ["42 people answered."],
        "summary": ["Most common: 1,000–1,999 m (30)."],
        "label": ["Most common: 1,000–1,999\u00a0m (30)."],
        "note": [],
        "head": ["Class (m)", "Answers"],
        "rows": [["0–999", "12"], ["1,000–1,999", "30"]],
    }


def test_histogram_bars_are_as_high_as_their_counts(read):
    figure = read(histogram([Bin(0, 9, 12), Bin(10, 19, 30), Bin(20, 29, 0)], title="Age"))
    assert [bar["height"] for bar in figure.select(".chart__fill")] == ["40%", "100%", "0%"]
    assert texts(figure, ".chart__levels text") == ["30", "15", "0"]
    assert texts(figure, ".chart__ticks text") == ["0", "10", "20", "29"]


def test_histogram_names_days_and_leaves_room_between_them(read):
    weeks = [Bin(START + timedelta(days=7 * n), START + timedelta(days=7 * n + 6), n + 1) for n in range(30)]
    ticks = texts(read(histogram(weeks, title="Moved in")), ".chart__ticks text")
    assert ticks == ["1 Sep 2026", "15 Dec 2026", "29 Mar 2027"]


def test_histogram_tells_a_hidden_number_nowhere(read, words):
    chart = histogram(hide_small([Bin(0, 9, 40), Bin(10, 19, 17), Bin(20, 29, 3)], 5), title="Age")
    assert words(chart)["rows"] == [["0–9", "40"], ["10–19", "Hidden"], ["20–29", "Hidden"]]
    figure = read(chart)
    assert [bar["height"] for bar in figure.select(".chart__fill")] == ["100%"]
    assert len(figure.select(".chart__unknown")) == 2
    assert "17" not in chart


@pytest.mark.parametrize("bins", [[], [Bin(0, 9, 0)]])
def test_histogram_without_answers_says_so(words, bins):
    assert words(histogram(bins, title="Age"))["summary"] == ["There is nothing to show yet."]


def test_line_chart_tells_sum_span_and_peak(words):
    chart = line_chart(days(3, 9, 0), title="Responses a day")
    sentence = "12 responses from 1 Sep 2026 to 3 Sep 2026, most on 2 Sep 2026 (9)."
    assert words(chart) == {
        "title": ["Responses a day"],
        "base": [""],
        "summary": [sentence],
        "label": [sentence],
        "note": [],
        "head": ["Day", "Responses"],
        "rows": [["1 Sep 2026", "3"], ["2 Sep 2026", "9"], ["3 Sep 2026", "0"]],
    }


def test_line_chart_counts_a_day_that_is_not_given_as_zero(words):
    chart = line_chart([Point(date(2026, 9, 3), 4), Point(date(2026, 9, 1), 2)], title="Responses a day")
    assert words(chart)["rows"] == [["1 Sep 2026", "2"], ["2 Sep 2026", "0"], ["3 Sep 2026", "4"]]


def test_line_chart_hides_a_day_that_is_not_given_where_others_are_hidden(words):
    chart = line_chart([Point(date(2026, 9, 1), 20), Point(date(2026, 9, 3), None)], title="Responses a day")
    assert words(chart)["rows"] == [["1 Sep 2026", "20"], ["2 Sep 2026", "Hidden"], ["3 Sep 2026", "Hidden"]]


def test_line_chart_breaks_off_where_numbers_are_hidden(read, words):
    chart = line_chart(days(8, 10, None, 6, None), title="Responses a day")
    lines = read(chart).select(".chart__line")
    assert [(line["x1"], line["y1"], line["x2"], line["y2"]) for line in lines] == [("0%", "20%", "25%", "0%")]
    assert [dot["cx"] for dot in read(chart).select("circle")] == ["0%", "25%", "75%"]
    assert words(chart)["summary"] == ["Most responses came on 2 Sep 2026 (10)."]


def test_line_chart_of_a_long_time_dots_only_lonely_days(read):
    chart = line_chart(days(*[7] * 40, None, 9, None), title="Responses a day")
    assert len(read(chart).select("circle")) == 1


def test_line_chart_of_one_day_and_of_none(words):
    assert words(line_chart(days(3), title="A day"))["summary"] == ["3 responses on 1 Sep 2026."]
    assert words(line_chart([], title="A day"))["summary"] == ["There is nothing to show yet."]
