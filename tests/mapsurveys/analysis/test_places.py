"""Places in clusters, hexagons, named areas and squares of an image."""

import pytest
from django.contrib.gis.geos import Polygon

from cms.boxes import Box
from mapsurveys.analysis import places
from mapsurveys.analysis.selecting import Selection
from mapsurveys.kinds.marking import Mark
from tests.factories import make_area
from tests.factories.surveys import make_response
from tests.mapsurveys.asking import ask, line, mark

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

VIEW = Box(24.90, 60.10, 25.00, 60.20, zoom=12)


@pytest.fixture
def survey(db):
    return ask("point", most=20)


def chosen(survey, **filters):
    return Selection(survey, survey.document, **filters)


def test_near_places_are_one_cluster_far_out_and_apart_close_up(survey):
    make_response(survey, {"qq": [mark(number) for number in range(3)]})
    [cluster] = places.clusters(chosen(survey), "qq", VIEW)
    assert (cluster.count, cluster.shape) == (3, None)
    close = places.clusters(chosen(survey), "qq", Box(24.94, 60.17, 24.96, 60.19, zoom=17))
    assert [each.count for each in close] == [1, 1, 1]
    assert close[0].shape == '{"type":"Point","coordinates":[24.95,60.18]}'


def test_places_outside_the_box_are_not_asked_for(survey):
    make_response(survey, {"qq": [mark(1, (25.2, 60.3)), mark(2, words="Jossain")]})
    assert places.clusters(chosen(survey), "qq", VIEW) == []


def test_hexagon_counts_places_and_people(survey):
    make_response(survey, {"qq": [mark(1), mark(2)]})
    make_response(survey, {"qq": [mark(1)]})
    make_response(survey, {"qq": [mark(1, (24.92, 60.12))]})
    many, one = places.heat(chosen(survey), "qq", VIEW, 400)
    assert (many.places, many.people) == (3, 2)
    assert (one.places, one.people) == (1, 1)
    assert abs(many.lon - 24.95) < 0.01
    assert abs(many.lat - 60.18) < 0.005


def test_hexagon_is_the_same_in_every_view(survey):
    make_response(survey, {"qq": [mark(1), mark(2, (24.951, 60.1803))]})
    wide = places.heat(chosen(survey), "qq", VIEW, 400)
    narrow = places.heat(chosen(survey), "qq", Box(24.9499, 60.1799, 24.9501, 60.1801, zoom=17), 400)
    assert narrow
    assert set(narrow) <= set(wide)


def test_line_counts_in_every_hexagon_that_it_crosses(survey):
    make_response(survey, {"qq": [Mark(key="1", geometry=line((24.93, 60.18), (24.97, 60.18)))]})
    cells = places.heat(chosen(survey), "qq", VIEW, 400)
    assert len(cells) > 2
    assert {cell.people for cell in cells} == {1}


def test_hidden_places_and_those_of_others_are_in_no_hexagon(survey):
    response = make_response(survey, {"qq": [mark(1)]})
    response.features.update(state="hidden")
    make_response(ask("point"), {"qq": [mark(1)]})
    assert places.heat(chosen(survey), "qq", VIEW, 400) == []
    assert places.clusters(chosen(survey), "qq", VIEW) == []


def test_area_filter_narrows_the_map(survey):
    make_response(survey, {"qq": [mark(1), mark(2, (24.92, 60.12))]})
    area = Polygon.from_bbox((24.94, 60.17, 24.96, 60.19))
    area.srid = 4326
    [cell] = places.heat(chosen(survey, area=area), "qq", VIEW, 400)
    assert cell.places == 1


def test_named_areas_count_people(survey):
    inside = make_area("kallio", (24.94, 60.17, 24.96, 60.19))
    make_area("muu", (24.80, 60.10, 24.81, 60.11))
    make_response(survey, {"qq": [mark(1), mark(2)]})
    assert places.by_area(chosen(survey), "qq", inside.kind) == [places.AreaCount(inside.pk, 2, 1)]


def test_spots_are_counted_by_square():
    survey = ask("plan_image", image=1)
    spot = Mark(key="1", on_image=(0.55, 0.31))
    make_response(survey, {"qq": [spot, Mark(key="2", on_image=(1.0, 1.0))]})
    make_response(survey, {"qq": [spot]})
    assert places.spots(chosen(survey), "qq") == [places.Square(5, 3, 2, 2), places.Square(9, 9, 1, 1)]


@pytest.mark.parametrize(("zoom", "edge"), [(10, 1600), (13, 200), (17, 25)])
def test_hexagons_suit_the_zoom(zoom, edge):
    width = 900 * 360 / (256 * 2**zoom)
    assert places.edge_for_view(Box(24.9, 60.15, 24.9 + width, 60.15 + width / 3, zoom)) == edge


def test_wide_box_gets_few_hexagons_whatever_its_zoom():
    assert places.edge_for_view(Box(24.0, 59.9, 26.0, 60.5, 19)) == 1600
