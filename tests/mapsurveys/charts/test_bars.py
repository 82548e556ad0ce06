"""Horizontal bars."""

import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from cms.translations import TranslatedText
from mapsurveys.charts import Bar, bar_chart, hide_small

HOSTILE = '<script>alert("1")</script> {count} %s'


def test_bar_chart_tells_title_number_sentence_and_table(words):
    chart = bar_chart([Bar("Trees", 60), Bar("Benches", 40)], title="What is missing?", total=100)
    assert words(chart) == {
        "title": ["What is missing?"],
        "base": ["100 people answered."],
        "summary": ["Most chosen: Trees (60%)."],
        "label": ["Most chosen: Trees (60%)."],
        "note": [],
        "head": ["Answer", "People", "Share"],
        "rows": [["Trees", "60", "60%"], ["Benches", "40", "40%"]],
    }


def test_bar_chart_shares_are_of_people_where_several_could_be_chosen(words):
    told = words(bar_chart([Bar("Trees", 90), Bar("Benches", 60)], title="Missing", total=100))
    assert told["base"] == ["100 people answered. Several answers could be chosen."]
    assert told["rows"] == [["Trees", "90", "90%"], ["Benches", "60", "60%"]]


def test_bar_chart_takes_a_share_that_is_given(words):
    told = words(bar_chart([Bar("Trees", 30, share=0.75)], title="Of answers", total=100))
    assert told["rows"] == [["Trees", "30", "75%"]]


def test_bar_chart_bars_are_as_long_as_their_shares_of_the_scale(read):
    figure = read(bar_chart([Bar("Trees", 40), Bar("Benches", 20), Bar("Light", 0)], title="Missing", total=100))
    assert [bar["width"] for bar in figure.select(".chart__fill")] == ["80%", "40%", "0%"]
    assert [end.get_text() for end in figure.select(".chart__scale span")] == ["0", "50%"]


def test_bar_chart_lengths_have_a_decimal_point_in_every_language(read):
    with translation.override("fi"):
        figure = read(bar_chart([Bar("Puita", 1), Bar("Penkkejä", 2)], title="Puuttuu", total=3))
    assert [bar["width"] for bar in figure.select(".chart__fill")] == ["33.33%", "66.67%"]


def test_bar_chart_starts_at_the_right_in_a_language_written_from_there(read):
    with translation.override("ar"):
        figure = read(bar_chart([Bar("Trees", 60)], title="Missing", total=100))
    assert [(bar["x"], bar["width"]) for bar in figure.select(".chart__fill")] == [("40%", "60%")]


@pytest.mark.parametrize(
    ("count", "total", "told"),
    [
        (29, 200, "15%"),
        (1, 3, "33%"),
        (2, 3, "67%"),
        (1, 1000, "under 1%"),
        (999, 1000, "over 99%"),
        (0, 9, "0%"),
        (9, 9, "100%"),
    ],
)
def test_bar_chart_rounds_half_up_and_never_somebody_to_nobody(words, count, total, told):
    assert words(bar_chart([Bar("Trees", count)], title="Missing", total=total))["rows"][0][2] == told


def test_bar_chart_with_a_unit_tells_values_alike_and_no_shares(words):
    told = words(bar_chart([Bar("Trees", 12.25), Bar("Benches", 7)], title="Mean place", total=30, unit="points"))
    assert told["summary"] == ["Highest: Trees (12.3 points)."]
    assert told["head"] == ["Answer", "Value"]
    assert told["rows"] == [["Trees", "12.3 points"], ["Benches", "7.0 points"]]


def test_bar_chart_names_all_that_share_the_first_place(words):
    told = words(bar_chart([Bar("A", 4), Bar("B", 4), Bar("C", 2), Bar("D", 4)], title="Tie", total=14))
    assert told["summary"] == ["Most chosen, equally often: A, B and D (29% each)."]


@pytest.mark.parametrize(("bars", "total"), [([], 12), ([Bar("Trees", 0)], 0)])
def test_bar_chart_without_answers_says_so_and_draws_nothing(read, words, bars, total):
    chart = bar_chart(bars, title="Missing", total=total)
    assert words(chart)["summary"] == ["There is nothing to show yet."]
    assert not read(chart).select("svg, table, [role=img]")


def test_bar_chart_tells_a_hidden_number_nowhere(read, words):
    bars = hide_small([Bar("Trees", 61, 0.61), Bar("Benches", 33, 0.33), Bar("Rare", 4, 0.04, "note 4")], 5)
    chart = bar_chart(bars, title="Missing", total=98, k=5)
    told = words(chart)
    assert told["rows"] == [
        ["Trees", "61", "61%"],
        ["Benches", "Hidden", "Hidden"],
        ["Rare", "Hidden", "Hidden"],
    ]
    assert told["note"] == [
        "Hidden: numbers of fewer than 5 people, and numbers from which these could be worked out. "
        "This keeps single answers from being recognised."
    ]
    figure = read(chart)
    assert [bar["width"] for bar in figure.select(".chart__fill")] == ["61%"]
    assert len(figure.select(".chart__unknown")) == 2
    assert "note 4" not in chart
    assert "33" not in chart


def test_bar_chart_draws_a_hidden_bar_the_same_whatever_its_share_was():
    charts = {
        bar_chart([Bar("Trees", 61), Bar("Rare", None, share)], title="Missing", total=98)
        for share in (None, 0.04, 0.9)
    }
    assert len(charts) == 1


def test_bar_chart_hides_how_many_answered(words):
    told = words(bar_chart([Bar("Trees", None)], title="Missing", total=None, k=5))
    assert told["base"] == ["Fewer than 5 people answered."]
    assert told["summary"] == ["All numbers are hidden, because so few people gave each answer."]
    assert told["rows"] == [["Trees", "Hidden"]]


@pytest.mark.parametrize("label", [HOSTILE, mark_safe(HOSTILE)])  # noqa: S308 - what must not be trusted
def test_bar_chart_escapes_every_text(read, label):
    figure = read(bar_chart([Bar(label, 9, note=HOSTILE)], title=label, total=9, unit=HOSTILE))
    assert not figure.select("script")
    assert figure.select_one(".chart__title").get_text() == HOSTILE
    assert figure.select_one("tbody th").get_text() == HOSTILE


def test_bar_chart_marks_the_language_of_what_is_not_translated(read):
    label = TranslatedText("Puita", "fi", "en")
    figure = read(bar_chart([Bar(label, 9)], title=label, total=9))
    assert figure.select_one(".chart__title span")["lang"] == "fi"
    assert figure.select_one(".chart__label span")["lang"] == "fi"
    assert figure.select_one("tbody th span")["lang"] == "fi"


def test_bar_chart_has_no_inline_style_or_script(read):
    figure = read(bar_chart([Bar("Trees", 9), Bar("Rare", None)], title="Missing", total=20))
    assert not figure.select("[style], style, script, [onclick]")


def test_bar_chart_keeps_its_table_behind_a_summary_unless_open(read):
    closed = read(bar_chart([Bar("Trees", 9)], title="Missing", total=9))
    opened = read(bar_chart([Bar("Trees", 9)], title="Missing", total=9, open=True))
    assert len(closed.select("details table")) == 1
    assert (len(opened.select("details")), len(opened.select("table"))) == (0, 1)
    assert [th["scope"] for th in opened.select("th")] == ["col", "col", "col", "row"]
