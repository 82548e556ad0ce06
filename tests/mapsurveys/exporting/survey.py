"""A closed survey that has asked two questionnaires, and what people answered to each.

Between the versions a question was removed, one moved, an option removed and one renamed, a kind changed, and a
follow-up added. Its texts are the ones that break naive files.
"""

import csv
import io
import itertools
from types import SimpleNamespace

from django.contrib.gis.geos import GEOSGeometry

from cms.opendata.distributions import Distribution
from cms.opendata.writers import find_writer
from mapsurveys.analysis.selecting import Selection
from mapsurveys.exporting.staff import StaffFiles
from mapsurveys.kinds.marking import Mark
from mapsurveys.models import Response, Survey
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.versions import record_version
from tests.factories.hearings import NOON
from tests.factories.surveys import make_channel, make_response, make_survey

numbers = itertools.count(1)

NASTY = '=1+1, "a";\nä 🚲'


def text(fi):
    return {"fi": fi, "sv": f"{fi} (sv)"}


def option(name, label):
    return {"id": f"q{name}", "name": name, "label": text(label)}


LIVING = {
    "kind": "single_choice",
    "id": "qliving",
    "name": "living",
    "label": text("Missä asut?"),
    "choices": [option("here", "Täällä"), option("far", "Kaukana")],
}
MOVING = {
    "kind": "multiple_choice",
    "id": "qmoving",
    "name": "moving",
    "label": text("Miten liikut?"),
    "choices": [option("walk", "Kävellen"), option("bike", "Pyörällä")],
    "other": True,
}
WISH = {"kind": "text", "id": "qwish", "name": "wish", "label": text("Mitä toivot?")}
EMAIL = {"kind": "text", "id": "qmail", "name": "mail", "label": text("Sähköposti?"), "look": "email"}
NAME = {"kind": "text", "id": "qname", "name": "name", "label": text("Nimesi?"), "personal": True}
AGE = {"kind": "number", "id": "qage", "name": "age", "label": text("Ikäsi?")}
WHY = {"kind": "text", "id": "qwhy", "name": "why", "label": text("Miksi?"), "look": "short"}
GOOD = {
    "kind": "point",
    "id": "qgood",
    "name": "good_places",
    "label": text("Missä viihdyt?"),
    "follow_ups": [WHY],
}
HOME = {"kind": "area", "id": "qhome", "name": "home", "label": text("Missä on kotisi?"), "coarsen": 250}


def first_questionnaire():
    return {
        "steps": [
            {"id": "qstepone", "title": text("Taustat"), "questions": [LIVING, MOVING, AGE, EMAIL, NAME]},
            {"id": "qsteptwo", "title": text("Paikat"), "questions": [GOOD, HOME, WISH]},
        ]
    }


def second_questionnaire():
    """`living` is gone, `wish` is first, `walk` is gone and `bike` is called cycle, `age` is a text."""
    moving = {**MOVING, "choices": [option("bike", "Pyörällä") | {"name": "cycle"}, option("bus", "Bussilla")]}
    age = {"kind": "text", "id": "qage", "name": "age", "label": text("Ikäsi?")}
    fun = {"kind": "scale", "id": "qfun", "name": "fun", "label": text("Kuinka hauskaa?"), "no_opinion": False}
    good = {**GOOD, "follow_ups": [WHY, fun]}
    return {
        "steps": [
            {"id": "qsteptwo", "title": text("Paikat"), "questions": [WISH, good, HOME]},
            {"id": "qstepone", "title": text("Taustat"), "questions": [moving, age, EMAIL, NAME]},
        ]
    }


def publish_version(survey, document=None, **fields):
    """Make a change public, as the next version. The survey anew, as requests find it."""
    for name, value in fields.items():
        setattr(survey, name, value)
    if document is not None:
        survey.write_document(Questionnaire.read(document))
    survey.save()
    record_version(survey, now=NOON)
    return Survey.objects.get(pk=survey.pk)


def place(wkt="POINT(24.95 60.18)", **facts):
    """A mark on the map, at Hakaniemi by default."""
    return Mark(key=f"mark{next(numbers)}", geometry=GEOSGeometry(wkt, srid=4326), **facts)


def make_answered_survey(**fields):
    """The survey, its responses in the order in which they were sent, one an hour, and their identifiers."""
    survey = make_survey(
        slug="viihtyisyys",
        document=first_questionnaire(),
        texts={"fi": {"title": "Viihtyisyys"}},
        **{"publishes_answers": True, "smallest_cell": 2} | fields,
    )
    letters = make_channel(survey, "code", name="Kirje, toukokuu")
    effort = {"zoom": 16, "vertices": 1, "edits": 2, "seconds": 7.5, "layers": ["aerial"], "input": "touch"}
    first = make_response(
        survey,
        {
            "qliving": {"chosen": ["qfar"]},
            "qmoving": {"chosen": ["qwalk", "other"], "other": NASTY},
            "qage": 41,
            "qmail": "first@example.org",
            "qname": "Aino",
            "qgood": [place(answers={"qwhy": NASTY}, effort=effort), Mark(key="b", words="Rannalla", answers={})],
            "qhome": [place("POLYGON((24.95 60.18, 24.95 60.181, 24.951 60.181, 24.95 60.18))")],
        },
        channel=letters,
        now=NOON.replace(hour=1),
    )
    second = make_response(survey, {"qmoving": {"chosen": ["qbike"]}}, now=NOON.replace(hour=2))
    survey = publish_version(survey, second_questionnaire())
    third = make_response(
        survey,
        {
            "qwish": NASTY,
            "qmoving": {"chosen": ["qbike", "qbus"]},
            "qage": "4-vuotias",
            "qgood": [place("POINT(24.94 60.17)", answers={"qwhy": "Näkymä", "qfun": 5})],
            "qhome": [place("POLYGON((24.9501 60.18, 24.9501 60.181, 24.951 60.181, 24.9501 60.18))")],
        },
        language="sv",
        now=NOON.replace(hour=3),
    )
    fourth = make_response(survey, {}, now=NOON.replace(hour=4))
    make_response(survey, {"qwish": "kesken"}, submitted=False)
    make_response(survey, {"qwish": "testi"}, is_test=True)
    responses = [first, second, third, fourth]
    return SimpleNamespace(survey=survey, responses=responses, keys=[str(response.pk) for response in responses])


def hide_answers(response, *questions):
    """As moderators keep answers from the public."""
    Response.objects.filter(pk=response.pk).update(hidden_answers=list(questions))


def rows_of(content: bytes) -> list[list[str]]:
    """A CSV file's rows, its header first."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def staff_files(survey: Survey, **chosen) -> StaffFiles:
    """The files of a survey as it is stored now."""
    survey = Survey.objects.get(pk=survey.pk)
    return StaffFiles(Selection(survey, survey.document, **chosen))


def written(dataset, extension, **changes) -> bytes:
    """A dataset or bundle in one format."""
    facts = {"language": "fi", "address": "http://testserver/"} | changes
    return b"".join(Distribution(dataset=dataset, writer=find_writer(dataset, extension), **facts).stream())
