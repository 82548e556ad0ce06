"""Which responses pass the filters."""

from datetime import date, timedelta

import pytest
from django.contrib.gis.geos import Polygon

from mapsurveys.analysis.selecting import Selection
from tests.factories import NOON
from tests.factories.surveys import make_channel, make_response, make_survey
from tests.mapsurveys.asking import mark

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HERE, ELSEWHERE = {"qliving": {"chosen": ["qhere"]}}, {"qliving": {"chosen": ["qelse"]}}
BOX = Polygon.from_bbox((24.9, 60.1, 25.0, 60.2))
BOX.srid = 4326


@pytest.fixture
def survey(db):
    return make_survey()


def passing(survey, **filters):
    return set(Selection(survey, survey.document, **filters).responses())


def test_all_that_count_pass_without_filters(survey):
    sent = make_response(survey)
    make_response(survey, submitted=False)
    make_response(make_survey())
    assert passing(survey) == {sent}


def test_several_answers_must_all_hold(survey):
    both = make_response(survey, HERE | {"qmoving": {"chosen": ["qwalk", "qbike"]}})
    make_response(survey, HERE)
    make_response(survey, ELSEWHERE | {"qmoving": {"chosen": ["qbike"]}})
    assert passing(survey, answers=(("qliving", "qhere"), ("qmoving", "qbike"))) == {both}


def test_answer_to_unknown_question_passes_nobody(survey):
    make_response(survey)
    assert passing(survey, answers=(("qgone", "qhere"),)) == set()


def test_marking_a_place_is_an_answer(survey):
    marked = make_response(survey, HERE | {"qgood": [mark()]})
    make_response(survey, HERE)
    assert passing(survey, answers=(("qgood", ""),)) == {marked}


def test_language_and_channel(survey):
    channel = make_channel(survey)
    swedish = make_response(survey, language="sv", channel=channel)
    finnish = make_response(survey)
    assert passing(survey, language="sv") == passing(survey, channel=channel) == {swedish}
    assert passing(survey, untagged=True) == {finnish}


def test_days_are_whole_in_the_city_s_time(survey):
    # Half past ten in the evening in UTC is the next day in Helsinki.
    late = make_response(survey, now=NOON.replace(hour=22, minute=30) - timedelta(days=1))
    today = NOON.date()
    assert passing(survey, since=today, until=today) == {late}
    assert passing(survey, until=today - timedelta(days=1)) == set()


def test_area_is_touched_by_some_place(survey):
    inside = make_response(survey, HERE | {"qgood": [mark(1), mark(2, (25.2, 60.3))]})
    make_response(survey, HERE | {"qgood": [mark(1, (25.2, 60.3))]})
    make_response(survey, HERE | {"qgood": [mark(1, words="Jossain")]})
    assert passing(survey, area=BOX) == {inside}


def test_places_outside_the_chosen_area_are_left_out(survey):
    make_response(survey, HERE | {"qgood": [mark(1), mark(2, (25.2, 60.3)), mark(3, words="Jossain")]})
    features = Selection(survey, survey.document, area=BOX).features("qgood", shown_only=True)
    assert set(features.values_list("number", flat=True)) == {1, 3}


def test_only_responses_to_versions_that_announced_it(survey):
    make_response(survey)
    survey.results_shown = "after_closing"
    survey.save_revision().publish()
    told = make_response(survey, version=survey.versions.latest("number"))
    assert passing(survey, announced={"results_shown__in": ["after_closing"]}) == {told}


@pytest.mark.parametrize(
    ("filters", "narrowed"),
    [({}, False), ({"language": "fi"}, True), ({"since": date(2026, 1, 1)}, True), ({"untagged": True}, True)],
)
def test_selection_knows_whether_it_is_narrowed(survey, filters, narrowed):
    assert Selection(survey, survey.document, **filters).is_narrowed is narrowed
