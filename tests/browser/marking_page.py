"""A page with one step of map questions, and its addresses: the urlconf of the tests of marking."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import Context, Template
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from cms import geo
from mapsurveys.forms import StepForm
from mapsurveys.kinds.marking import Mark
from mapsurveys.questionnaire import Questionnaire
from tests.browser.drawing_page import places

PAGE = """
{% load static map_tags survey_maps %}<!doctype html>
<html lang="{{ language }}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Places</title>
  <link rel="icon" href="data:,">
  {% include "includes/_styles.html" %}
  {% include "mapsurveys/_mark_media.html" %}
</head>
<body>
<main class="wrap">
  <h1>Places</h1>
  <form method="post" class="answering" data-answering>
    {% for entry in entries %}{% include "mapsurveys/_entry.html" %}{% endfor %}
    {% step_layers step %}
    <button class="button" name="next">Send</button>
  </form>
  <output>{{ outcome }}</output>
</main>
{% map_config %}
{% marking_words %}
</body>
</html>
"""

MASK = [[24.93, 60.175], [24.96, 60.175], [24.96, 60.195], [24.93, 60.195], [24.93, 60.175]]
FEELING = {
    "kind": "single_choice",
    "id": "qfeeling",
    "label": {"fi": "Miltä paikka tuntuu?", "en": "How does the place feel?", "ru": "Каким вам кажется это место?"},
    "choices": [
        {"id": "qgood", "label": {"fi": "Hyvältä", "en": "Good", "ru": "Хорошее"}},
        {"id": "qbad", "label": {"fi": "Huonolta", "en": "Bad", "ru": "Плохое"}},
    ],
    "required": True,
}
WHY = {
    "kind": "text",
    "id": "qwhy",
    "label": {"fi": "Miksi?", "en": "Why?", "ru": "Почему?"},
    "look": "short",
}
POINTS = {
    "kind": "point",
    "id": "qpoints",
    "label": {"fi": "Missä viihdyt?", "en": "Where do you like to be?", "ru": "Где вам нравится бывать?"},
    "help": {"en": "Parks, streets, yards.", "fi": "Puistot, kadut, pihat.", "ru": "Парки, улицы, дворы."},
    "most": 3,
    "follow_ups": [FEELING, WHY],
    "symbol": "heart",
    "colour": "#a3195b",
}
LINES = {
    "kind": "line",
    "id": "qlines",
    "label": {"fi": "Mitä reittiä kuljet?", "en": "Which way do you go?", "ru": "Каким путём вы ходите?"},
    "line_style": "dashed",
    "follow_ups": [WHY],
}
AREAS = {
    "kind": "area",
    "id": "qareas",
    "label": {"fi": "Mikä on sinun seutusi?", "en": "What is your neighbourhood?", "ru": "Где ваш район?"},
    "most": 1,
    "colour": "#2e7d32",
    "follow_ups": [WHY],
}
PLACES = {
    "kind": "places",
    "id": "qplaces",
    "label": {"fi": "Mitkä puistot?", "en": "Which parks?", "ru": "Какие парки?"},
    "most": 2,
    "follow_ups": [WHY],
    "places": [
        {
            "id": f"park{number}",
            "label": {"fi": f"Puisto {number}", "en": f"Park {number}", "ru": f"Парк {number}"},
            "geometry": {"type": "Point", "coordinates": [24.93 + number * 0.004, 60.18 + (number % 3) * 0.004]},
        }
        for number in range(1, 13)
    ],
}
STEPS = {
    "points": [POINTS],
    "all": [POINTS, LINES, AREAS],
    "plain": [{**POINTS, "follow_ups": [], "symbol": "pin"}],
    "zoom": [{**POINTS, "min_zoom": 15}],
    "mask": [{**POINTS, "area": {"type": "Polygon", "coordinates": [MASK]}}],
    "lines in mask": [{**LINES, "area": {"type": "Polygon", "coordinates": [MASK]}}],
    "places": [PLACES],
}


def told(answer: list[Mark]) -> list[dict]:
    """Marks as plain data, without keys."""
    return [
        {
            "place": geo.as_geojson(mark.geometry) if mark.geometry else mark.on_image,
            "given": mark.place,
            "words": mark.words,
            "answers": mark.answers,
            "effort": mark.effort,
        }
        for mark in answer
    ]


def step(request: HttpRequest) -> HttpResponse:
    """The questions that `?ask=` names; says what the server understood."""
    document = Questionnaire.read({"steps": [{"id": "qstep", "questions": STEPS[request.GET.get("ask", "points")]}]})
    form = StepForm(document, document.steps[0], request.POST or None, request.FILES or None, sheet={})
    outcome, status = "", 200
    if form.is_bound and form.is_valid():
        outcome = json.dumps({question: told(answer) for question, answer in form.answers.items()})
    elif form.is_bound:
        outcome, status = "refused", 422
    values = {"entries": list(form.entries()), "step": form.step, "outcome": outcome, "language": request.LANGUAGE_CODE}
    return HttpResponse(Template(PAGE).render(Context(values)), status=status)


def around(request: HttpRequest) -> JsonResponse:
    """Everything is in Kallio."""
    return JsonResponse({"names": ["Kallio" for _place in request.GET["at"].split(";")]})


map_patterns = [path("places.json", places, name="places"), path("around.json", around, name="around")]
urlpatterns = [path("step/", csrf_exempt(step)), path("map/", include((map_patterns, "map")))]
