"""One question by another."""

from mapsurveys.charts import CrossTable, Stack, cross_chart, hide_small_groups


def test_cross_chart_tells_where_groups_differ_most(words):
    table = CrossTable(("Bus", "Bike", "Car"), (Stack("18–29", (10, 30, 10)), Stack("65+", (30, 6, 14))))
    chart = cross_chart(table, title="How do you travel?", total=100)
    sentence = "The groups differ most on “Bike”: 18–29 60%, 65+ 12%."
    assert words(chart) == {
        "title": ["How do you travel?"],
        "base": ["100 people answered."],
        "summary": [sentence],
        "label": [sentence],
        "note": [],
        "head": ["Group", "Bus", "Bike", "Car", "People"],
        "rows": [
            ["18–29", "10 (20%)", "30 (60%)", "10 (20%)", "50"],
            ["65+", "30 (60%)", "6 (12%)", "14 (28%)", "50"],
        ],
    }


def test_cross_chart_compares_only_what_is_told(words):
    table = CrossTable(("Bus", "Bike"), (Stack("18–29", (None, None), 50), Stack("65+", (30, 20))))
    assert words(cross_chart(table, title="Travel"))["summary"] == ["There are too few numbers to compare groups."]


def test_cross_chart_says_that_groups_are_alike(words):
    table = CrossTable(("Bus", "Bike"), (Stack("18–29", (10, 10)), Stack("65+", (20, 20))))
    assert words(cross_chart(table, title="Travel"))["summary"] == ["All groups answered alike."]


def test_hide_small_groups_leaves_no_number_that_totals_tell():
    table = CrossTable(
        ("Bus", "Bike", "Car"), (Stack("a", (20, 30, 2)), Stack("b", (25, 35, 45)), Stack("c", (40, 8, 50)))
    )
    hidden = hide_small_groups(table, 5)
    assert [group.parts for group in hidden.groups] == [(None, 30, None), (None, 35, None), (40, 8, 50)]
    assert [group.total for group in hidden.groups] == [52, 105, 98]


def test_hide_small_groups_hides_a_group_of_few_people_and_one_beside_it():
    table = CrossTable(("Bus", "Bike"), (Stack("a", (2, 1)), Stack("b", (9, 9)), Stack("c", (40, 50))))
    hidden = hide_small_groups(table, 5)
    assert [(group.parts, group.total) for group in hidden.groups] == [
        ((None, None), None),
        ((None, None), None),
        ((40, 50), 90),
    ]


def test_cross_chart_tells_a_hidden_group_nowhere(words):
    table = CrossTable(("Bus", "Bike"), (Stack("a", (2, 1)), Stack("b", (9, 9)), Stack("c", (40, 50))))
    told = words(cross_chart(hide_small_groups(table, 5), title="Travel", k=5))
    assert told["rows"] == [
        ["a", "Hidden", "Hidden", "Hidden"],
        ["b", "Hidden", "Hidden", "Hidden"],
        ["c", "40 (44%)", "50 (56%)", "90"],
    ]
    assert len(told["note"]) == 1
