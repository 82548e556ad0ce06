"""What we write: others' programs take it, and reading it again gives the same questionnaire."""

import io
import re
import zipfile
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.utils import translation
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from mapsurveys.questionnaire import Questionnaire
from mapsurveys.xlsform import read_xlsform, write_xlsform
from tests.mapsurveys.xlsform.samples import NASTY, asks, choices, every_kind, in_all, question

TITLE = in_all("Cycling")


@pytest.fixture(scope="module")
def written() -> bytes:
    with translation.override("en"):
        return write_xlsform(TITLE, every_kind())[0]


@pytest.fixture(scope="module")
def form(written) -> Element:
    """The XForm that pyxform makes of it."""
    return fromstring(convert(xlsform=io.BytesIO(written), file_type=".xlsx", validate=False).xform)


def make(*questions, **step) -> Questionnaire:
    return Questionnaire.read({"steps": [{"id": "sone", "questions": list(questions), **step}]})


def again(document: Questionnaire) -> Questionnaire:
    return read_xlsform(write_xlsform(TITLE, document)[0])[0]


def edited(content: bytes, sheet: str, old: str, new: str) -> bytes:
    """The workbook with cells of a sheet changed as a person would in a spreadsheet."""
    book = load_workbook(io.BytesIO(content))
    cells = [cell for row in book[sheet].iter_rows() for cell in row if cell.value == old]
    assert cells
    for cell in cells:
        cell.value = new
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def binding(form, name: str) -> dict[str, str]:
    """The bind of a row, references shortened to the names of rows."""
    found = next(
        bind for bind in form.iter("{http://www.w3.org/2002/xforms}bind") if bind.get("nodeset").endswith(f"/{name}")
    )
    shown = ("type", "required", "relevant", "constraint")
    short = {key: re.sub(r" ?(?:\.\.)?[/\w]*/(\w+) ?", r"\1", found.get(key, "")) for key in shown}
    return {key: text for key, text in short.items() if text}


def test_reading_again_gives_the_same_questionnaire(written):
    document, losses = read_xlsform(written)
    assert (document.digest, losses) == (every_kind().digest, [])


def test_pyxform_binds_rules_requirements_and_limits(form):
    assert {
        name: binding(form, name) for name in ("home_place", "age", "days", "long", "day", "money_parks", "grid_one")
    } == {
        "home_place": {"type": "geopoint", "required": "home_words = ''", "constraint": "position(..) <= 3"},
        "age": {"type": "int", "required": "true()", "constraint": ". >= 0 and . <= 120"},
        "days": {"type": "string", "constraint": "count-selected(.) >= 1 and count-selected(.) <= 2"},
        "long": {
            "type": "string",
            "relevant": (
                "(selected(way, 'bike') and not(selected(days, 'other'))) or "
                "(grade >= 3 and count(home) >= 2 and selected(grid_two, 'yes'))"
            ),
            "constraint": "string-length(.) <= 2000",
        },
        "day": {"type": "date", "constraint": ". >= date('2026-01-01') and . <= date('2026-12-31')"},
        "money_parks": {"type": "int", "constraint": ". >= 0 and . + coalesce(money_roads, 0) = 1000"},
        "grid_one": {"type": "string", "required": "true()"},
    }


def test_pyxform_finds_every_language_and_every_text_unharmed(form):
    translations = form.iter("{http://www.w3.org/2002/xforms}translation")
    labels = {
        each.get("lang"): each.find(
            "{http://www.w3.org/2002/xforms}text[@id='/data/step_3/long:label']/{http://www.w3.org/2002/xforms}value"
        ).text
        for each in translations
    }
    # A word joiner that nobody sees keeps "${" from being taken for a reference.
    text = NASTY.replace("${", "$\u2060{")
    assert labels == {
        "Suomi (fi)": f"{text} (fi)",
        "Svenska (sv)": f"{text} (sv)",
        "English (en)": f"{text} (en)",
        "Selkosuomi (fi-simple)": f"{text} (fi-simple)",
        "Русский (ru)": f"{text} (ru)",
    }


def test_no_cell_is_a_formula(written):
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert (len(sheets), [b"<f>" in sheet for sheet in sheets]) == (4, [False] * 4)


def test_the_document_stays_as_it_is():
    document = every_kind()
    document.steps[0].questions[0].name = ""
    before = document.digest
    write_xlsform(TITLE, document)
    assert document.digest == before


def test_a_rule_about_a_later_question_never_holds_as_in_the_survey():
    early = question("text", "early", show_when=[[asks("late", "answered")]])
    content, _losses = write_xlsform(TITLE, make(early, question("text", "late")))
    rows = load_workbook(io.BytesIO(content))["survey"].iter_rows(values_only=True)
    headings = next(rows)
    found = {row[1]: dict(zip(headings, row, strict=True))["relevant"] for row in rows}
    assert found == {"step_1": None, "early": "false()", "late": None, None: None}


UNFINISHED = [
    make(),
    Questionnaire(),
    make(
        {"kind": "single_choice", "id": "q1"}, {"kind": "places", "id": "q2", "follow_ups": [question("text", "why")]}
    ),
    make(
        {"kind": "matrix", "id": "q1", "rows": choices("a")},
        {"kind": "budget", "id": "q2"},
        {"kind": "ranking", "id": "q3"},
    ),
    make({"kind": "matrix", "id": "q1", "choices": choices("a")}, {"kind": "image_choice", "id": "q2"}),
    make(
        {"kind": "scale", "id": "q1", "first": 5, "last": 1},
        {"kind": "text", "id": "q2"},
        {"kind": "point", "id": "q3"},
    ),
    make(
        question("text", "same"),
        question("text", "same"),
        {**question("text", "step"), "name": "step_1"},
        question("text", "meta"),
    ),
    make(
        {"kind": "single_choice", "id": "q1", "choices": [*choices("a"), *choices("a"), {"id": "c3"}]},
        question("point", "spot"),
        {**question("text", "place"), "name": "spot_place", "show_when": [[asks("gone", "answered", negate=True)]]},
        question("text", "after", show_when=[[asks("gone", "answered")], [asks("spot", "answered")]]),
    ),
    make(question("information", "news", label={}, text={"fi": "Vain suomeksi"}), title={"sv": "Bara på svenska"}),
]


@pytest.mark.parametrize("document", UNFINISHED)
def test_unfinished_questionnaires_are_taken_and_come_back_the_same(document):
    content, _losses = write_xlsform({}, document)
    convert(xlsform=io.BytesIO(content), file_type=".xlsx", validate=False)
    assert read_xlsform(content)[0].document() == document.document()


UNUSUAL = [
    question("text", "texts", label={"fi": "rivi\r\nrivi \x0b\u2028 _x0041_", "sv": "  "}, help={"fi": "$\u2060{x}"}),
    question("point", "big", area={"type": "Polygon", "coordinates": [[[24.123456789, 60.1]] * 3_000]}),
    question("number", "tiny", decimals=True, least=1e-9, most=123456789.25),
    question("single_choice", "blank", choices=[{"id": "ca", "label": {"fi": "A"}}, {"id": "cb"}], other=True),
    question("image_choice", "least", choices=choices("a", "b"), least=1, most=1),
    question("scale", "below", first=-3, last=3, first_label={"fi": "1 = paha"}),
    question("places", "odd", places=[{**choices("a")[0], "geometry": {"type": "Nothing"}}], most=100),
]


@pytest.mark.parametrize("unusual", UNUSUAL, ids=lambda unusual: unusual["name"])
def test_unusual_settings_come_back_the_same(unusual):
    document = make(unusual)
    assert again(document).document() == document.document()


def test_what_is_edited_in_a_spreadsheet_wins_over_what_was_written():
    unit = question("number", "far", label={"fi": "Kuinka kaukana"}, help={"fi": "Arvaa"}, unit={"fi": "km"}, least=1)
    content, _losses = write_xlsform(TITLE, make(question("text", "first"), unit))
    content = edited(content, "survey", ". >= 1", ". >= 5")
    content = edited(content, "survey", "Arvaa\n\nkm", "Mittaa")
    document, losses = read_xlsform(content)
    read = document.find_question("qfar")
    assert (read.least, read.help, read.unit, losses) == (5, {"fi": "Mittaa"}, {"fi": "km"}, [])


def test_a_rule_edited_in_a_spreadsheet_wins_over_what_was_written():
    shown = question("text", "why", show_when=[[asks("way", "chosen", "cbus")]])
    way = question("single_choice", "way", choices=choices("bus", "bike"))
    content, _losses = write_xlsform(TITLE, make(way, shown))
    document, losses = read_xlsform(edited(content, "survey", "selected(${way}, 'bus')", "selected(${way}, 'bike')"))
    condition = document.find_question("qwhy").show_when[0][0]
    assert (condition.question, condition.value, losses) == ("qway", "cbike", [])


def test_a_kind_edited_in_a_spreadsheet_makes_another_question():
    content, _losses = write_xlsform(TITLE, make(question("text", "age", look="short", personal=True)))
    document, _losses = read_xlsform(
        edited(edited(content, "survey", "text", "integer"), "survey", "string-length(.) <= 2000", ". >= 0")
    )
    read = next(document.questions())
    assert (read.kind, read.name, read.personal, read.id == "qage") == ("number", "age", False, False)


def test_losses_name_everything_other_programs_will_not_know():
    with translation.override("en"):
        losses = write_xlsform(TITLE, every_kind())[1]
    assert losses == [
        "Where the map begins on the page “map (en)” is not known to other programs.",
        "The map layers of the page “map (en)” are not shown by other programs.",
        "The smallest zoom for marking “home (en)” is not known to other programs.",
        "The area in which “home (en)” may be marked is not known to other programs.",
        "Other programs publish the places of “home (en)” exactly as they were marked.",
        "The colour, symbol and line of “route (en)” are not known to other programs.",
        "Other programs do not check the smallest number of places in “route (en)”.",
        "The colour, symbol and line of “wide (en)” are not known to other programs.",
        "Of a place in “visited (en)” with many parts or holes only the largest outline is shown.",
        "Of a place in “praised (en)” with many parts or holes only the largest outline is shown.",
        "Other programs ask for the spots of “plan (en)” in words, beside the picture.",
        "Other programs do not read aloud what the picture of “plan (en)” shows.",
        "Add the picture of “plan (en)” to the form yourself, as the file image-7.jpg.",
        "Other programs do not read aloud what the pictures of “picture (en)” show.",
        "Add the picture of “picture (en)” to the form yourself, as the file image-1.jpg.",
        "Add the picture of “picture (en)” to the form yourself, as the file image-2.jpg.",
        "Other programs do not read aloud what the pictures of “pictures (en)” show.",
        "Add the picture of “pictures (en)” to the form yourself, as the file image-1.jpg.",
        "Add the picture of “pictures (en)” to the form yourself, as the file image-2.jpg.",
        "Other programs may not show “grade (en)” as a slider.",
        "Other programs ask for an order of all options in “order (en)”, not only of the best.",
        "Other programs do not keep the answers to “email (en)” apart as personal.",
        "Whether a place is inside an area cannot be asked elsewhere: “phone (en)” is shown.",
        "Other programs ask for the telephone number in “phone (en)” as a plain text.",
        "Other programs do not limit the size of the files in “photo (en)”.",
        "Other programs do not limit the size of the files in “paper (en)”.",
    ]


def test_losses_count_missing_translations():
    document = make(question("text", "half", label={"fi": "Puolet", "sv": "Hälften"}, help={"fi": "Vihje"}))
    with translation.override("en"):
        losses = write_xlsform({"fi": "Kysely"}, document)[1]
    assert losses == ["1 text is missing in “svenska”: other programs show “-” in its place."]
