"""A page with nothing but maps, and its addresses: the urlconf of the drawing tests."""

import json

from django import forms
from django.contrib.gis.geos import Polygon
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import Context, Template
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from cms import geo
from cms.forms import AreaField, PlaceField

PAGE = """
{% load static map_tags %}<!doctype html>
<html lang="{{ language }}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Maps</title>
  <link rel="icon" href="data:,">
  {% if area %}{{ form.media }}{% else %}{% map_media %}{% endif %}
</head>
<body>
<main>
  <h1>Maps</h1>
  {% if below %}{% for line in below %}<p>A long page</p>{% endfor %}{% endif %}
  {% if results %}
    {% results_map url=results kind=kind label="Where the comments are" outline=outline %}
  {% elif shown %}
    {% shown_map geometry=outline label="The place" map_id="shown" %}
  {% else %}
    <form method="post">
      {% for field in form %}
        <fieldset><legend>{{ field.label }}</legend>{{ field }}{{ field.errors }}</fieldset>
      {% endfor %}
      <button>Send</button>
    </form>
  {% endif %}
  <output>{{ outcome }}</output>
</main>
{% map_config %}
</body>
</html>
"""

OUTLINE = Polygon(((24.93, 60.165), (24.96, 60.165), (24.96, 60.18), (24.93, 60.18), (24.93, 60.165)), srid=4326)
POINT = {"type": "Point", "coordinates": [24.945, 60.17]}


def render(request: HttpRequest, form: forms.Form | None = None, **context: object) -> HttpResponse:
    below = range(100) if "below" in request.GET else ()
    values = {"form": form, "outline": OUTLINE, "language": request.LANGUAGE_CODE, "below": below, **context}
    return HttpResponse(Template(PAGE).render(Context(values)))


def draw(request: HttpRequest) -> HttpResponse:
    """The residents' widget; says what the server understood."""

    class CommentForm(forms.Form):
        place = PlaceField(
            tools=tuple(request.GET.get("tools", "point line polygon").split()),
            outline=OUTLINE if "outline" in request.GET else None,
            min_zoom=int(request.GET.get("min_zoom", 0)),
            required=False,
        )

    return answered(request, CommentForm)


def area(request: HttpRequest) -> HttpResponse:
    """The planners' widget."""

    class HearingForm(forms.Form):
        area = AreaField(required=False)

    return answered(request, HearingForm, area=True)


def answered(request: HttpRequest, form_class: type[forms.Form], **context: object) -> HttpResponse:
    form = form_class(request.POST or None)
    outcome = ""
    if form.is_valid():
        geometry = next(iter(form.cleaned_data.values()))
        outcome = json.dumps(geo.as_geojson(geometry)) if geometry else "nothing"
    return render(request, form, outcome=outcome, **context)


def results(request: HttpRequest) -> HttpResponse:
    """A results map of comments or hearings."""
    kind = request.GET.get("kind", "comments")
    return render(request, results=f"/map/{kind}.json?label=parks", kind=kind)


def shown(request: HttpRequest) -> HttpResponse:
    """A map of one place."""
    return render(request, shown=True)


def comments(request: HttpRequest) -> JsonResponse:
    """A cluster far out; a point, a line and an area close up."""
    if float(request.GET["zoom"]) < 16:
        cluster = {"type": "Feature", "geometry": POINT, "properties": {"cluster": True, "count": 24}}
        return JsonResponse({"type": "FeatureCollection", "features": [cluster]})
    line = {"type": "LineString", "coordinates": [[24.944, 60.169], [24.946, 60.1695], [24.947, 60.169]]}
    ring = [[24.9435, 60.1705], [24.9445, 60.1705], [24.944, 60.1712], [24.9435, 60.1705]]
    shapes = [POINT, line, {"type": "Polygon", "coordinates": [ring]}]
    features = [
        {
            "type": "Feature",
            "geometry": shape,
            "properties": {
                "id": number,
                "excerpt": f"Tästä <b>{number}</b>",
                "url": f"#c{number}",
                "lang": "fi",
            },
        }
        for number, shape in enumerate(shapes, 1)
    ]
    return JsonResponse({"type": "FeatureCollection", "features": features})


def hearings(request: HttpRequest) -> JsonResponse:
    """One hearing of each status."""
    features = []
    for number, status in enumerate(("open", "upcoming", "closed")):
        west = 24.90 + number * 0.03
        ring = [[west, 60.17], [west + 0.02, 60.17], [west + 0.015, 60.185], [west, 60.17]]
        properties = {
            "title": f"Plan {number}",
            "url": f"#h{number}",
            "status": status,
            "status_text": status.title(),
        }
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "geometry": geometry, "properties": properties})
    return JsonResponse({"type": "FeatureCollection", "features": features})


def places(request: HttpRequest) -> JsonResponse:
    """A place search that knows Kallio."""
    kallio = {"name": "Kallio", "kind": "District", "lon": 24.9495, "lat": 60.1841}
    known = "kallio".startswith(request.GET["q"].lower())
    return JsonResponse({"places": [kallio] if known else []})


map_patterns = [
    path("places.json", places, name="places"),
    path("comments.json", comments, name="comments"),
    path("hearings.json", hearings, name="hearings"),
]
urlpatterns = [
    path("draw/", csrf_exempt(draw)),
    path("area/", csrf_exempt(area)),
    path("results/", results),
    path("shown/", shown),
    path("map/", include((map_patterns, "map"))),
]
