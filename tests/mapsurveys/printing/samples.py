"""A questionnaire that asks in every way, and reading what a PDF says."""

import io

from django.utils.text import slugify
from pypdf import PdfReader

from mapsurveys.questionnaire import Questionnaire

HERE = {"type": "Point", "coordinates": [24.94, 60.17]}
THERE = {"type": "Point", "coordinates": [24.95, 60.175]}


def texts(finnish, swedish=None, russian=None):
    """The same text in three languages, told apart by their first letters."""
    return {"fi": finnish, "sv": swedish or f"Sv {finnish}", "ru": russian or f"Ру {finnish}"}


def options(*names):
    return [{"id": f"q{slugify(name)}", "label": texts(name)} for name in names]


def question(kind, key, label, **settings):
    return {"kind": kind, "id": key, "label": texts(label), **settings}


def asking(*questions):
    """A questionnaire of one step."""
    return {"steps": [{"id": "qstep", "questions": list(questions)}]}


def every_kind() -> dict:
    """Two steps with every kind of question; the second is shown to those who cycle, and ends in a personal one."""
    return {
        "steps": [
            {
                "id": "qfirst",
                "title": texts("Taustat"),
                "questions": [
                    question(
                        "single_choice", "qhome", "Missä asut", choices=options("Keskusta", "Muualla"), other=True
                    ),
                    question(
                        "multiple_choice", "qmove", "Miten liikut", most=2, choices=options("Jalan", "Fillari", "Bussi")
                    ),
                    question("scale", "qnice", "Mukavaa", first_label=texts("Tylsää"), last_label=texts("Hauskaa")),
                    question("scale", "qlong", "Asteikolla", first=0, last=20),
                    question("text", "qword", "Mitä muuta"),
                    question("number", "qmany", "Montako", least=1, most=9, unit=texts("kertaa")),
                    question("date", "qwhen", "Milloin", part="moment"),
                    question("file", "qfile", "Lähetä valokuva"),
                    question(
                        "information", "qinfo", "Tiedoksi", text=texts("Ranta uusitaan"), link_url="https://a.example/b"
                    ),
                    question("text", "qname", "Nimesi", look="short", personal=True),
                ],
            },
            {
                "id": "qsecond",
                "title": texts("Paikat"),
                "show_when": [[{"question": "qmove", "test": "chosen", "value": "qfillari"}]],
                "questions": [
                    question("point", "qgood", "Missä viihdyt", follow_ups=[question("text", "qwhy", "Miksi siellä")]),
                    question("line", "qway", "Reittisi"),
                    question("area", "qgreen", "Lisää puita"),
                    question("plan_image", "qplan", "Luonnoksesta"),
                    question(
                        "places",
                        "qparks",
                        "Mikä puisto",
                        places=[
                            {"id": "qone", "label": texts("Etupuisto"), "geometry": HERE},
                            {"id": "qtwo", "label": texts("Takapuisto"), "geometry": THERE},
                        ],
                    ),
                    question("image_choice", "qpics", "Mikä kuva", choices=options("Ranta", "Tori")),
                    question(
                        "matrix",
                        "qgrid",
                        "Oletko tyytyväinen",
                        rows=options("Valot", "Penkit"),
                        choices=options("Kyllä", "Ei"),
                    ),
                    question("ranking", "qrank", "Tärkein", choices=options("Puut", "Tiet"), best=1),
                    question("budget", "qcash", "Jaa raha", choices=options("Uimala", "Kenttä"), unit=texts("euroa")),
                ],
            },
        ]
    }


def said(document: dict, language: str) -> list[str]:
    """Every text of a questionnaire in `language`."""
    elements = Questionnaire.read(document).elements()
    return [
        str(element.translated(name, language))
        for element in elements
        for name in element.text_names()
        if element.translated(name, language)
    ]


def pages_of(content: bytes) -> list[str]:
    """What each page says, without the spaces and hyphens that lines are broken with."""
    return [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages]


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("\u2010", "").replace("\u00ad", "")
