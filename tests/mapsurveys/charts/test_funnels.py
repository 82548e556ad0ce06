"""How far people came."""

from mapsurveys.charts import Step, funnel_chart


def test_funnel_chart_tells_where_people_stopped(words):
    chart = funnel_chart([Step("Start", 200), Step("Map", 150), Step("End", 120)], title="Pages")
    sentence = "120 of 200 people came to the end (60%). Most stopped after “Start” (50)."
    assert words(chart) == {
        "title": ["Pages"],
        "base": [""],
        "summary": [sentence],
        "label": [sentence],
        "note": [],
        "head": ["Page", "Reached by", "Share", "Went no further"],
        "rows": [["Start", "200", "100%", "50"], ["Map", "150", "75%", "30"], ["End", "120", "60%", "0"]],
    }


def test_funnel_chart_lets_a_rule_skip_a_page(read, words):
    chart = funnel_chart([Step("Start", 100), Step("Dog owners", 30), Step("End", 90)], title="Pages")
    assert [row[3] for row in words(chart)["rows"]] == ["10", "0", "0"]
    assert [bar["width"] for bar in read(chart).select(".chart__fill")] == ["100%", "30%", "90%"]


def test_funnel_chart_hides_what_would_tell_a_hidden_step(words):
    told = words(funnel_chart([Step("Start", 20), Step("Map", None), Step("End", None)], title="Pages"))
    assert told["summary"] == ["How many reached the end is hidden, because they are so few."]
    assert told["rows"] == [
        ["Start", "20", "100%", "Hidden"],
        ["Map", "Hidden", "Hidden", "Hidden"],
        ["End", "Hidden", "Hidden", "Hidden"],
    ]


def test_funnel_chart_that_nobody_began_says_so(words):
    assert words(funnel_chart([Step("Start", 0)], title="Pages"))["summary"] == ["There is nothing to show yet."]
