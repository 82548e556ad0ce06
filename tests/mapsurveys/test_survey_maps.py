"""What the maps of a step are told: layers, views, areas."""

import json
import math
import re
import uuid

import pytest
from django.contrib.gis.geos import Polygon
from django.utils import translation

from mapsurveys.kinds.drawing import DrawPoints, MapView
from mapsurveys.kinds.places import Places
from mapsurveys.map_words import marking_config
from mapsurveys.questionnaire import Step
from mapsurveys.templatetags import survey_maps
from tests.factories.layers import make_layer


def content(script):
    return json.loads(re.search(r">(.*)</script>", script, re.DOTALL)[1])


@pytest.mark.django_db
def test_layers_of_a_step_come_in_its_order_and_in_one_query(django_assert_num_queries):
    layers = [make_layer() for _number in range(3)]
    wanted = [str(layer.pk) for layer in reversed(layers)]
    step = Step(id="qstep", layers=[wanted[0], str(uuid.uuid4()), "nonsense", *wanted[1:]])
    with django_assert_num_queries(1):
        script = survey_maps.step_layers(step)
    assert 'id="layers-qstep"' in script
    assert [layer["id"] for layer in content(script)] == wanted


def test_step_without_layers_asks_nothing():
    assert survey_maps.step_layers(Step()) == ""


@pytest.mark.parametrize("language", ["en", "fi"])
def test_numbers_of_views_are_the_same_in_all_languages(language):
    with translation.override(language):
        assert survey_maps.first_view(MapView(lon=24.945, lat=60.18, zoom=14)) == "60.180000,24.945000,14"
        box = Polygon.from_bbox((24.9, 60.1, 25.1, 60.3))
        assert survey_maps.bounds(box) == "60.100000,24.900000,60.300000,25.100000"


def test_allowed_area_is_a_multipolygon_and_no_longer_than_can_be_seen():
    ring = [[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.1]]
    small = DrawPoints(area={"type": "Polygon", "coordinates": [ring]})
    assert survey_maps.allowed_area(small) == {"type": "MultiPolygon", "coordinates": [[ring]]}
    angles = [2 * math.pi * part / 9_000 for part in range(9_000)]
    circle = [[24.95 + 0.05 * math.cos(angle), 60.19 + 0.02 * math.sin(angle)] for angle in angles]
    large = DrawPoints(area={"type": "Polygon", "coordinates": [[*circle, circle[0]]]})
    assert len(survey_maps.allowed_area(large)["coordinates"][0][0]) < 1_000


def test_anywhere_is_no_area():
    assert survey_maps.allowed_area(DrawPoints()) is None
    assert survey_maps.allowed_area(Places()) is None


def test_given_places_are_named_in_the_language_of_the_reader():
    point = {"type": "Point", "coordinates": [24.95, 60.18]}
    question = Places(places=[{"id": "qpark", "label": {"fi": "Puisto", "sv": "Park"}, "geometry": point}])
    with translation.override("sv"):
        assert survey_maps.given_shapes(question) == [{"id": "qpark", "name": "Park", "geometry": point}]


def test_map_names_the_address_that_tells_what_is_around_a_place():
    assert marking_config()["aroundUrl"] == "/map/around.json"
