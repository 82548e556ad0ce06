"""Forms that others wrote become the nearest questionnaire, and nothing is dropped in silence."""

import pytest
from django.utils import translation

from mapsurveys.xlsform import read_xlsform
from tests.mapsurveys.xlsform.samples import workbook


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def shown(content: bytes) -> tuple[list, list[str]]:
    """(steps as plain data without identifiers, losses)."""
    document, losses = read_xlsform(content)
    names = {}
    for question in document.questions():
        for asked in (question, *getattr(question, "follow_ups", [])):
            names |= {each.id: each.name for each in (asked, *asked.choices_for_rules())}
    return [_named(step, names) for step in document.document()["steps"]], losses


def _named(value, names):
    if isinstance(value, dict):
        return {key: _named(part, names) for key, part in value.items() if key != "id"}
    if isinstance(value, list):
        return [_named(part, names) for part in value]
    return names.get(value, value) if isinstance(value, str) else value


def one(*rows, choices=(), headings=("type", "name", "label")) -> tuple[list, list[str]]:
    """(questions of the only step, losses) of a survey sheet."""
    sheets = {"survey": [headings, *rows]}
    if choices:
        sheets["choices"] = [("list_name", "name", "label"), *choices]
    steps, losses = shown(workbook(**sheets))
    return (steps[0]["questions"] if steps else []), losses


YES_NO = [("yn", "yes", "Kyllä"), ("yn", "no", "Ei")]
YES_NO_CHOICES = [{"name": "yes", "label": {"fi": "Kyllä"}}, {"name": "no", "label": {"fi": "Ei"}}]


def test_a_repeat_around_a_place_is_a_map_question_with_follow_ups():
    content = workbook(
        survey=[
            ("type", "name", "label::English (en)", "hint::English (en)", "required", "repeat_count", "relevant"),
            ("begin group", "page", "Places", None, None, None, None),
            ("begin repeat", "bad_spot", "Bad spots", None, None, 5, None),
            ("geopoint", "where", "Where is it?", None, "yes", None, None),
            ("select_one yn", "often", "Often?", None, "TRUE", None, None),
            ("text", "why", "Why?", "In a few words", None, None, "${often} = 'yes'"),
            ("image", "photo", "A photo", None, None, None, None),
            ("end repeat", None, None, None, None, None, None),
            ("geotrace", "route", "Your route", None, None, None, None),
            ("end group", None, None, None, None, None, None),
            ("integer", "age", "Your age", None, None, None, "count(${bad_spot}) >= 2"),
        ],
        choices=[("list_name", "name", "label::English (en)"), ("yn", "yes", "Yes"), ("yn", "no", "No")],
    )
    often = [{"name": "yes", "label": {"en": "Yes"}}, {"name": "no", "label": {"en": "No"}}]
    spots = {
        "kind": "point",
        "name": "bad_spot",
        "label": {"en": "Bad spots"},
        "help": {"en": "Where is it?"},
        "required": True,
        "most": 5,
        "follow_ups": [
            {"kind": "single_choice", "name": "often", "label": {"en": "Often?"}, "required": True, "choices": often},
            {
                "kind": "text",
                "name": "why",
                "label": {"en": "Why?"},
                "help": {"en": "In a few words"},
                "look": "short",
                "show_when": [[{"question": "often", "test": "chosen", "value": "yes"}]],
            },
        ],
    }
    rule = [[{"question": "bad_spot", "test": "drawn_at_least", "value": 2.0}]]
    assert shown(content) == (
        [
            {
                "title": {"en": "Places"},
                "questions": [spots, {"kind": "line", "name": "route", "label": {"en": "Your route"}, "most": 1}],
            },
            {"questions": [{"kind": "number", "name": "age", "label": {"en": "Your age"}, "show_when": rule}]},
        ],
        ["Sheet “survey”, row 7, “photo”: It cannot be asked of each place, and was left out."],
    )


@pytest.mark.parametrize(
    ("relevant", "rule"),
    [
        ("selected(${way}, 'yes')", [["way yes"]]),
        ("${way}='yes' or ${way} = 'no'", [["way yes"], ["way no"]]),
        ("not(selected(${way}, 'yes') and ${age} >= 18)", [["not way yes"], ["not age at_least 18.0"]]),
        ("${age} > 17 and ${age} < 65 and ${way} != ''", [["age at_least 18.0", "age at_most 64.0", "way answered"]]),
        (
            "(${age} = 3 or ${age} = 4) and ${way} = ''",
            [["age equals 3.0", "not way answered"], ["age equals 4.0", "not way answered"]],
        ),
        ("18 <= ${age} and true()", [["age at_least 18.0"]]),
        ("${far} > 2.5", [["far answered", "not far at_most 2.5"]]),
        ("count(${spot}) = 2", [["spot drawn_at_least 2.0", "not spot drawn_at_least 3.0"]]),
        ("count(${spot}) != 2", [["not spot drawn_at_least 2.0"], ["spot drawn_at_least 3.0"]]),
        ("count(${spot}) > 0", [["spot answered"]]),
        ("string-length(${words}) > 0", [["words answered"]]),
        ("${age} >= -5", [["age at_least -5.0"]]),
        ("true()", []),
    ],
)
def test_rules_are_read(relevant, rule):
    asked = (("select_one yn", "way"), ("integer", "age"), ("decimal", "far"), ("geopoint", "spot"), ("text", "words"))
    rows = [(type_, name, name, None) for type_, name in asked]
    questions, losses = one(
        *rows, ("text", "z", "Z", relevant), choices=YES_NO, headings=("type", "name", "label", "relevant")
    )
    found = [[_in_short(condition) for condition in group] for group in questions[-1].get("show_when", [])]
    assert (found, losses) == (rule, [])


def _in_short(condition: dict) -> str:
    test = "" if condition["test"] == "chosen" else condition["test"]
    words = ["not" if condition.get("negate") else "", condition["question"], test, str(condition.get("value", ""))]
    return " ".join(filter(None, words))


@pytest.mark.parametrize(
    "relevant",
    [
        "${words} = 'abc'",
        "${later} = 1",
        "${gone} = 1",
        "regex(${words}, 'a+')",
        "${age} + 1 > 3",
        "/data/age > 3",
        "today() > date('2026-01-01')",
        "selected(${way}, 'maybe')",
        "${age} >= ",
        "((((${age} >= 1",
        "(" * 200 + "${age} = 1" + ")" * 200,
        " and ".join(["(${age} = 1 or ${age} = 2)"] * 12),
        "false()",
    ],
)
def test_rules_without_an_equal_are_told_and_the_question_is_shown(relevant):
    questions, losses = one(
        ("integer", "age", "Age", None),
        ("select_one yn", "way", "Way", None),
        ("text", "words", "Words", None),
        ("text", "z", "Z", relevant),
        ("integer", "later", "Later", None),
        choices=YES_NO,
        headings=("type", "name", "label", "relevant"),
    )
    assert "show_when" not in questions[3]
    assert losses == [f"“z” is always shown: its rule has no equal here. {relevant.strip()}"]


def test_other_options_are_read_in_both_spellings():
    choices = [*YES_NO, ("own", "a", "A"), ("own", "other", "Muu")]
    questions, losses = one(
        ("select_one yn or_other", "first", "Eka", None),
        ("select_multiple own", "second", "Toka", None),
        ("text", "second_what", "Mikä muu?", "selected(${second}, 'other')"),
        choices=choices,
        headings=("type", "name", "label", "relevant"),
    )
    assert questions == [
        {"kind": "single_choice", "name": "first", "label": {"fi": "Eka"}, "choices": YES_NO_CHOICES, "other": True},
        {
            "kind": "multiple_choice",
            "name": "second",
            "label": {"fi": "Toka"},
            "choices": [{"name": "a", "label": {"fi": "A"}}],
            "other": True,
            "other_label": {"fi": "Muu"},
        },
    ]
    assert losses == [
        "Sheet “survey”, row 4, “second_what”: It is asked beside the option, without a text of its own: Mikä muu?"
    ]


def test_languages_are_found_by_tag_and_by_name_and_others_are_told():
    content = workbook(
        survey=[
            ("type", "name", "label", "label::Swedish", "label::ru", "label::Français (fr)", "label:English (en)"),
            ("text", "q", "Suomeksi", "På svenska", "По-русски", "En français", None),
        ],
        settings=[("form_title", "default_language"), ("Kysely", "finnish")],
    )
    steps, losses = shown(content)
    assert steps[0]["questions"][0]["label"] == {"fi": "Suomeksi", "sv": "På svenska", "ru": "По-русски"}
    assert losses == [
        "The texts in “Français (fr)” were left out: the service does not have the language.",
        "Sheet “settings”, row 2, “form_title”: The setting was left out: Kysely",
    ]


def test_a_form_in_a_strange_language_alone_keeps_its_texts():
    questions, losses = one(("text", "q", "En français"), headings=("type", "name", "label::Français (fr)"))
    assert questions[0]["label"] == {"fi": "En français"}
    assert losses == ["The texts in “Français (fr)” were taken as the service's own language."]


def test_limits_are_read_and_others_are_told():
    questions, losses = one(
        ("integer", "age", "Ikä", ". > 17 and . < 100"),
        ("decimal", "far", "Matka", "(. >= 0.5)"),
        ("date", "day", "Päivä", ". <= date('2026-12-31')"),
        ("text", "plate", "Kilpi", "regex(., '[A-Z]+')"),
        ("select_multiple yn", "some", "Mitkä", "count-selected(.) <= 1"),
        ("date", "past", "Mennyt", ". <= today()"),
        choices=YES_NO,
        headings=("type", "name", "label", "constraint"),
    )
    settings = [
        {key: each[key] for key in ("least", "most", "latest", "decimals") if key in each} for each in questions
    ]
    assert settings == [
        {"least": 18.0, "most": 99.0},
        {"least": 0.5, "decimals": True},
        {"latest": "2026-12-31"},
        {},
        {"most": 1},
        {},
    ]
    assert losses == [
        "Sheet “survey”, row 5, “plate”: The column “constraint” was left out: regex(., '[A-Z]+')",
        "Sheet “survey”, row 7, “past”: The column “constraint” was left out: . <= today()",
    ]


def test_everything_that_is_not_carried_over_is_told_with_its_place():
    content = workbook(
        survey=[
            ("type", "name", "label", "calculation", "choice_filter", "default", "appearance", "media::audio"),
            ("start", "start", None, None, None, None, None, None),
            ("deviceid", "device", None, None, None, None, None, None),
            ("calculate", "sum", None, "1 + 1", None, None, None, None),
            ("select_one yn", "q", "Kysymys ${sum}", None, "x = 1", "yes", "horizontal", "a.mp3"),
            ("select_one_from_file towns.csv", "town", "Kunta", None, None, None, None, None),
            ("audio", "sound", "Ääni", None, None, None, None, None),
            (None, "lost", "Ilman tyyppiä", None, None, None, None, None),
            ("end group", None, None, None, None, None, None, None),
            ("begin repeat", "people", "Ihmiset", None, None, None, None, None),
            ("text", "Nick Name", "Lempinimi", None, None, None, None, None),
        ],
        choices=[("list_name", "name", "label", "x"), ("yn", "1", "Kyllä", 1), ("unused", "a", "A", None)],
        external_choices=[("list_name", "name"), ("a", "b")],
    )
    steps, losses = shown(content)
    assert [(each["kind"], each.get("name")) for step in steps for each in step["questions"]] == [
        ("single_choice", "q"),
        ("information", None),
        ("text", "nick_name"),
    ]
    assert losses == [
        "Sheet “survey”, row 8, “lost”: The row has no type and was left out.",
        "Sheet “survey”, row 9, “row_9”: The row ends a group that was never begun.",
        "Sheet “survey”, row 10, “people”: The group has no end; it was ended at the end of the form.",
        "These sheets were not read: external_choices.",
        "Left out, since programs fill them in without asking: start (2), device (3).",
        "Sheet “survey”, row 4, “sum”: Questions of the type “calculate” have no equal here, and it was left out.",
        "Sheet “choices”, row 2, “1”: The short name is “option_1” here.",
        "Sheet “choices”, row 2, “1”: The column “x” was left out: 1",
        "Sheet “survey”, row 5, “q”: The text shows an earlier answer by ${…}. "
        "Residents will see it as it is written there.",
        "Sheet “survey”, row 5, “q”: The column “choice_filter” was left out: x = 1",
        "Sheet “survey”, row 5, “q”: The column “default” was left out: yes",
        "Sheet “survey”, row 5, “q”: The column “appearance” was left out: horizontal",
        "Sheet “survey”, row 5, “q”: The column “media::audio” was left out: a.mp3",
        "Sheet “survey”, row 6, “town”: Questions of the type "
        "“select_one_from_file” have no equal here, and it was left out.",
        "Sheet “survey”, row 7, “sound”: Questions of the type “audio” have no equal here, and it was left out.",
        "Sheet “survey”, row 10, “people”: Only places can be asked for again and again: the questions are asked once.",
        "Sheet “survey”, row 11, “Nick Name”: The short name is “nick_name” here.",
        "Sheet “choices”, row 3, “unused”: No question uses the list, and it was left out.",
    ]


def test_groups_inside_groups_are_opened_and_their_rules_go_to_their_questions():
    steps, losses = shown(
        workbook(
            survey=[
                ("type", "name", "label", "relevant", "appearance"),
                ("begin_group", "page", "Sivu", None, "field-list"),
                ("integer", "age", "Ikä", None, None),
                ("begin_group", "inner", "Aikuisille", "${age} >= 18", None),
                ("text", "job", "Työ", "${age} < 65", None),
                ("end_group", None, None, None, None),
                ("begin_group", "grid", "Kuinka usein", None, "table-list"),
                ("select_one yn", "bus", "Bussi", None, None),
                ("select_one yn", "tram", "Raitiovaunu", None, None),
                ("end_group", None, None, None, None),
                ("end_group", None, None, None, None),
            ],
            choices=[("list_name", "name", "label"), *YES_NO],
        )
    )
    adult = {"question": "age", "test": "at_least", "value": 18.0}
    assert steps == [
        {
            "title": {"fi": "Sivu"},
            "questions": [
                {"kind": "number", "name": "age", "label": {"fi": "Ikä"}},
                {"kind": "information", "text": {"fi": "Aikuisille"}, "show_when": [[adult]]},
                {
                    "kind": "text",
                    "name": "job",
                    "label": {"fi": "Työ"},
                    "look": "short",
                    "show_when": [[adult, {"question": "age", "test": "at_most", "value": 64.0}]],
                },
                {
                    "kind": "matrix",
                    "name": "grid",
                    "label": {"fi": "Kuinka usein"},
                    "rows": [
                        {"name": "bus", "label": {"fi": "Bussi"}},
                        {"name": "tram", "label": {"fi": "Raitiovaunu"}},
                    ],
                    "choices": YES_NO_CHOICES,
                },
            ],
        }
    ]
    assert losses == ["Sheet “survey”, row 4, “inner”: The group was opened: its questions are on the page itself."]


def test_places_on_a_list_are_given_places():
    content = workbook(
        survey=[("type", "name", "label"), ("select_one parks", "park", "Puisto")],
        choices=[
            ("list_name", "name", "label", "geometry"),
            ("parks", "a", "A", "60.1 24.9 0 0"),
            ("parks", "b", "B", "60.1 24.9; 60.2 24.9; 60.2 25.0; 60.1 24.9"),
            ("parks", "c", "C", "somewhere"),
        ],
    )
    steps, losses = shown(content)
    ring = [[[24.9, 60.1], [24.9, 60.2], [25.0, 60.2], [24.9, 60.1]]]
    assert steps[0]["questions"][0]["places"] == [
        {"name": "a", "label": {"fi": "A"}, "geometry": {"type": "Point", "coordinates": [24.9, 60.1]}},
        {"name": "b", "label": {"fi": "B"}, "geometry": {"type": "Polygon", "coordinates": ring}},
    ]
    assert losses == ["Sheet “choices”, row 4, “c”: The place has no shape that can be read, and it was left out."]


def test_a_step_with_too_many_questions_is_parted():
    rows = [("text", f"q{number}", "Q") for number in range(130)]
    document, losses = read_xlsform(workbook(survey=[("type", "name", "label"), *rows]))
    assert ([len(step.questions) for step in document.steps], losses) == ([60, 60, 10], [])
