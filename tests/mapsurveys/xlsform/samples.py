"""Questionnaires and workbooks that the tests of XLSForm share."""

import io
from typing import Any

from openpyxl import Workbook

from mapsurveys.questionnaire import Questionnaire

NASTY = '=1+1, "a";\nä 🚲 ${x} <b>'
LANGUAGES = ("fi", "sv", "en", "fi-simple", "ru")
SQUARE = {"type": "Polygon", "coordinates": [[[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.1]]]}
HOLED = {
    "type": "Polygon",
    "coordinates": [
        [[24.0, 60.0], [25.0, 60.0], [25.0, 61.0], [24.0, 60.0]],
        [[24.5, 60.2], [24.8, 60.2], [24.8, 60.4], [24.5, 60.2]],
    ],
}


def in_all(text: str) -> dict[str, str]:
    """A text in every language of the service."""
    return {code: f"{text} ({code})" for code in LANGUAGES}


def choices(*names: str, **more: Any) -> list[dict[str, Any]]:
    return [{"id": f"c{name}", "name": name, "label": in_all(name), **more} for name in names]


def question(kind: str, name: str, **settings: Any) -> dict[str, Any]:
    return {"kind": kind, "id": f"q{name}", "name": name, "label": in_all(name), **settings}


def asks(name: str, test: str, value: Any = None, **more: Any) -> dict[str, Any]:
    """A condition about the question of that name."""
    return {"question": f"q{name}", "test": test, "value": value, **more}


def every_kind() -> Questionnaire:
    """Every kind of question with its settings, in five languages, with rules between them."""
    return Questionnaire.read({"steps": [_marking(), _choosing(), _writing()]})


def _marking() -> dict[str, Any]:
    follow_ups = [
        question("single_choice", "mood", choices=choices("good", "bad"), required=True),
        question("text", "why", look="short", show_when=[[asks("mood", "chosen", "cbad")]]),
        question("matrix", "felt", rows=choices("noise", "light"), choices=choices("little", "much")),
    ]
    places = [
        {
            "id": "ppark",
            "name": "park",
            "label": in_all("park"),
            "geometry": {"type": "Point", "coordinates": [24.9, 60.2]},
        },
        {"id": "pwood", "name": "wood", "label": in_all("wood"), "geometry": HOLED},
    ]
    return {
        "id": "smap",
        "title": in_all("map"),
        "text": in_all("Mark places"),
        "view": {"lon": 24.94, "lat": 60.17, "zoom": 13},
        "layers": ["plan"],
        "questions": [
            question(
                "point", "home", required=True, most=3, follow_ups=follow_ups, min_zoom=15, area=SQUARE, coarsen=200
            ),
            question("line", "route", help=in_all("draw"), least=2, line_style="dashed"),
            question("area", "wide", colour="#aa0000"),
            question("places", "visited", places=places, most=2, least=1),
            question("places", "praised", places=places, follow_ups=[question("scale", "stars", no_opinion=False)]),
            question("plan_image", "plan", image=7, image_alt=in_all("A plan"), most=5),
        ],
    }


def _choosing() -> dict[str, Any]:
    pictures = [
        {**choice, "image": number, "alt": in_all("alt")} for number, choice in enumerate(choices("old", "new"), 1)
    ]
    return {
        "id": "schoose",
        "title": in_all("choose"),
        "questions": [
            question(
                "single_choice",
                "way",
                choices=choices("bus", "bike"),
                other=True,
                other_label=in_all("else"),
                look="list",
            ),
            question("multiple_choice", "days", choices=choices("mon", "tue", "wed"), least=1, most=2, other=True),
            question("image_choice", "picture", choices=pictures, required=True),
            question("image_choice", "pictures", choices=pictures, most=2),
            question(
                "scale", "grade", first=0, last=4, first_label=in_all("bad"), last_label=in_all("fine"), look="slider"
            ),
            question("scale", "plain", no_opinion=False),
            question(
                "matrix", "grid", rows=choices("one", "two"), choices=choices("yes", "no"), several=True, required=True
            ),
            question("ranking", "order", choices=choices("a", "b", "c"), best=2),
            question(
                "budget", "money", choices=choices("roads", "parks"), total=1000, unit=in_all("€"), share_all=True
            ),
        ],
    }


def _writing() -> dict[str, Any]:
    rule = [
        [asks("way", "chosen", "cbike"), asks("days", "chosen", "other", negate=True)],
        [asks("grade", "at_least", 3), asks("home", "drawn_at_least", 2), asks("grid", "chosen", "cyes", row="ctwo")],
    ]
    inside = [[asks("home", "drawn_inside", SQUARE), asks("way", "answered")]]
    return {
        "id": "swrite",
        "title": in_all("write"),
        "show_when": [[asks("order", "chosen", "ca")], [asks("praised", "chosen", "pwood")]],
        "questions": [
            question(
                "information", "about", text=in_all(NASTY), link_url="https://example.org/a?b", link_text=in_all("More")
            ),
            question("text", "email", look="email", personal=True, max_length=200),
            question("text", "long", label=in_all(NASTY), help=in_all(NASTY), show_when=rule),
            question("text", "phone", look="phone", show_when=inside),
            question("number", "age", least=0, most=120, unit=in_all("years"), required=True),
            question("number", "distance", decimals=True, most=2.5),
            question("date", "day", earliest="2026-01-01", latest="2026-12-31"),
            question("date", "clock", part="time"),
            question("date", "moment", part="moment"),
            question("file", "photo", pdf=False, megabytes=3),
            question("file", "paper"),
        ],
    }


def workbook(**sheets: list[list[Any]]) -> bytes:
    """An .xlsx file as someone else's program writes it: rows of cells by sheet, headings first."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
