"""Surveys of one question, and crowds that answer them, for tests of results."""

import uuid

from django.contrib.gis.geos import LineString, Point

from mapsurveys.kinds.marking import Mark
from mapsurveys.models import Feature, Response, Survey
from tests.factories import NOON
from tests.factories.surveys import make_survey
from tests.reading import soup


def options(*names: str) -> list[dict]:
    return [{"id": f"q{name}", "name": name, "label": {"fi": name.capitalize()}} for name in names]


def document(*questions: dict) -> dict:
    return {"steps": [{"id": "qstep", "title": {"fi": "Sivu"}, "questions": list(questions)}]}


def question(kind: str, key: str = "qq", **settings) -> dict:
    return {"kind": kind, "id": key, "name": key, "label": {"fi": f"Kysymys {key}"}, **settings}


def ask(kind: str, **settings) -> Survey:
    """A survey with one question, `qq`."""
    return make_survey(document=document(question(kind, **settings)))


def point(lon: float, lat: float) -> Point:
    return Point(lon, lat, srid=4326)


def line(*corners) -> LineString:
    return LineString(*corners, srid=4326)


def mark(number=1, where=(24.95, 60.18), *, words="", **fields) -> Mark:
    return Mark(key=str(number), geometry=None if words else point(*where), words=words, **fields)


def crowd(
    survey: Survey, count: int, answers: dict, *, where=None, question="qplace", follow_ups=None, **fields
) -> list:
    """`count` sent responses with the same answers, each with a place at `where`; quicker than answering one by one."""
    version = survey.versions.latest("pk")
    fields = {"language": "fi", "state": "submitted", "submitted_at": NOON, "seconds": 60} | fields
    made = [
        Response(
            survey=survey,
            version=fields.pop("version", version),
            answers=answers,
            started_at=NOON,
            saved_at=NOON,
            receipt_hash=uuid.uuid4().hex,
            **fields,
        )
        for _number in range(count)
    ]
    Response.objects.bulk_create(made)
    if where:
        Feature.objects.bulk_create(
            Feature(
                response=response,
                survey=survey,
                question=question,
                number=1,
                geometry=point(*where),
                answers=follow_ups or {},
            )
            for response in made
        )
    return made


def address(survey, rest=""):
    """Of a page of the survey's results in the admin."""
    return f"/admin/surveys/results/{survey.pk}/{rest}"


def show(client, survey, rest=""):
    response = client.get(address(survey, rest))
    assert response.status_code == 200
    return soup(response)


def total(page):
    return int(page.select_one(".kuule-chosen__total strong").text)


def table_of(page, title):
    [figure] = [each for each in page.select("figure.chart") if each.select_one(".chart__title").text == title]
    return {row.th.text: [cell.text for cell in row.select("td")] for row in figure.select("tbody tr")}
