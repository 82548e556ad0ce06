"""Quality of the answers; A15: the report of where people stopped equals the replayed log of events."""

from datetime import timedelta

import pytest

from mapsurveys.analysis import quality
from mapsurveys.analysis.selecting import Selection
from mapsurveys.choices import EventKind
from mapsurveys.models import Event
from mapsurveys.responding import log_event
from tests.factories import NOON
from tests.factories.hearings import box
from tests.factories.surveys import make_channel, make_response, make_survey
from tests.mapsurveys.asking import ask, crowd, mark

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def replayed(survey):
    """The report counted by hand: one event after another, as the log has them."""
    opened, began, sent, saved = 0, set(), set(), {step.id: set() for step in survey.document.steps}
    for event in Event.objects.filter(survey=survey).order_by("at", "pk"):
        if event.kind == EventKind.OPENED:
            opened += 1
        elif event.kind == EventKind.STARTED:
            began.add(event.response_id)
        elif event.kind == EventKind.SAVED:
            saved[event.step].add(event.response_id)
        elif event.kind == EventKind.SUBMITTED:
            sent.add(event.response_id)
    return opened, len(began), [len(each) for each in saved.values()], len(sent)


def test_flow_equals_the_replayed_log():
    survey = make_survey()
    for _visit in range(5):
        log_event(survey=survey, kind=EventKind.OPENED)
    for number in range(4):
        make_response(survey, submitted=number > 1)
    response = make_response(survey, submitted=False)
    # The same step again: someone went back.
    log_event(survey=survey, kind=EventKind.SAVED, response=response, step=survey.document.steps[0])
    make_response(survey, is_test=True)
    make_response(make_survey())
    flow = quality.flow(survey, survey.document)
    assert (flow.opened, flow.started, [step.saved for step in flow.steps], flow.submitted) == replayed(survey)
    assert replayed(survey) == (5, 5, [5, 5], 2)


def test_days_channels_and_languages_are_counted():
    survey = make_survey()
    channel = make_channel(survey, "code", name="Kirje")
    make_response(survey, now=NOON, channel=channel)
    make_response(survey, now=NOON - timedelta(days=2), language="sv")
    make_response(survey, now=NOON)
    selection = Selection(survey, survey.document)
    day = NOON.date()
    assert quality.responses_by_day(selection) == [(day - timedelta(days=2), 1), (day, 2)]
    assert quality.by_channel(selection) == [(None, None, 2), ("Kirje", "code", 1)]
    assert quality.by_channel_kind(selection) == [(None, 2), ("code", 1)]
    assert quality.by_language(selection) == [("fi", 2), ("sv", 1)]


def test_median_is_the_middle_time():
    survey = make_survey()
    for seconds in (10, 20, 600):
        crowd(survey, 1, {}, seconds=seconds)
    assert quality.median_seconds(Selection(survey, survey.document)) == 20


def test_effort_is_the_mean_of_places_that_tell():
    survey = ask("point")
    survey.area = box(24.9, 60.1, 25.0, 60.2)
    survey.save()
    told = {"zoom": 14, "vertices": 1, "seconds": 10, "input": "touch"}
    make_response(survey, {"qq": [mark(1, effort=told), mark(2, (25.2, 60.3), effort={**told, "zoom": 18}), mark(3)]})
    assert quality.effort(Selection(survey, survey.document), "qq") == quality.Effort(
        places=3, zoom=16, vertices=1, seconds=10, outside=1, inputs={"touch": 2, "": 1}
    )
    assert quality.outside_share(Selection(survey, survey.document)) == (1, 3)


def test_same_answers_as_an_earlier_response_are_doubles():
    survey = ask("text")
    for answer in ("Sama", "Sama", "Eri"):
        make_response(survey, {"qq": answer})
    crowd(survey, 2, {})
    assert quality.doubled_responses(Selection(survey, survey.document)) == 1


def test_busiest_hundredth_is_told():
    survey = ask("point", most=50)
    make_response(survey, {"qq": [mark(number) for number in range(7)]})
    make_response(survey, {"qq": [mark(1)]})
    selection = Selection(survey, survey.document)
    assert quality.busiest_share(selection) == (7, 7)


def test_respondents_are_weighed_against_the_population():
    [few, none] = quality.representation({"qa": 5}, {"qa": 1000, "qb": 50})
    assert (few.respondents, few.weight) == (5, 200)
    assert (none.respondents, none.weight) == (0, None)
