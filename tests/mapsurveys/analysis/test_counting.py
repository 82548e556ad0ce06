"""Counts of answers of every kind, of the responses that count and of no others."""

import pytest

from mapsurveys.analysis.counting import Amounts, Counts, PlaceCounts, Ranks, count
from mapsurveys.analysis.selecting import FollowUps, Selection
from tests.factories.surveys import make_response, make_survey
from tests.mapsurveys.asking import ask, mark, options, question

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def counted(survey, *answers):
    for answer in answers:
        make_response(survey, {} if answer is None else {"qq": answer})
    return count(Selection(survey, survey.document), survey.document.find_question("qq"))


def test_choices_count_people_and_each_option():
    survey = ask("multiple_choice", choices=options("a", "b"), other=True)
    given = [{"chosen": ["qa"]}, {"chosen": ["qa", "qb"]}, {"chosen": ["other"], "other": "Muu"}, None]
    assert counted(survey, *given) == Counts(3, {"qa": 2, "qb": 1, "other": 1})


def test_scale_counts_each_point_and_those_who_do_not_know():
    assert counted(ask("scale"), 1, 5, 5, "no_opinion", None) == Counts(4, {"1": 1, "5": 2, "no_opinion": 1})


def test_grid_counts_people_rows_and_cells():
    survey = ask("matrix", rows=options("x", "y"), choices=options("a", "b"))
    assert counted(survey, {"qx": ["qa"], "qy": ["qb"]}, {"qx": ["qa"]}) == Counts(
        2, {("qx", None): 2, ("qy", None): 1, ("qx", "qa"): 2, ("qy", "qb"): 1}
    )


def test_ranking_counts_places_and_means():
    ranks = counted(ask("ranking", choices=options("a", "b")), ["qa", "qb"], ["qb", "qa"], ["qa"])
    assert ranks == Ranks(3, {"qa": {1: 2, 2: 1}, "qb": {1: 1, 2: 1}})
    assert ranks.mean("qb") == 1.5
    assert ranks.mean("qc") is None


def test_budget_gives_means_and_how_many_gave_anything():
    survey = ask("budget", choices=options("a", "b"))
    assert counted(survey, {"qa": 100, "qb": 0}, {"qa": 50, "qb": 50}) == Amounts(
        2, {"qa": 75.0, "qb": 25.0}, {"qa": 2, "qb": 1}
    )


def test_texts_are_only_counted():
    assert counted(ask("text"), "Yksi", "Kaksi", None) == Counts(2)


@pytest.mark.parametrize("kind", ["text", "scale", "number", "date", "ranking", "budget", "point", "single_choice"])
def test_nothing_is_counted_where_nobody_has_answered(kind):
    more = {"choices": options("a", "b")} if kind in ("ranking", "budget", "single_choice") else {}
    assert counted(ask(kind, **more)).answered == 0


def test_unfinished_and_test_responses_do_not_count():
    survey = ask("scale")
    make_response(survey, {"qq": 1}, submitted=False)
    make_response(survey, {"qq": 2}, is_test=True)
    make_response(ask("scale"), {"qq": 3})
    assert counted(survey, 4) == Counts(1, {"4": 1})


def test_places_are_counted_with_people_and_those_in_words():
    survey = make_survey()
    make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": [mark(1), mark(2), mark(3, words="Laiturilla")]})
    asked = survey.document.find_question("qgood")
    assert count(Selection(survey, survey.document), asked) == PlaceCounts(1, 3, 1)


def test_hidden_place_does_not_count():
    survey = make_survey()
    response = make_response(survey, {"qliving": {"chosen": ["qhere"]}, "qgood": [mark(1), mark(2)]})
    response.features.filter(number=1).update(state="hidden")
    assert count(Selection(survey, survey.document), survey.document.find_question("qgood")) == PlaceCounts(1, 1, 0)


WHY = question("single_choice", "qwhy", choices=options("calm", "view"))


def test_follow_ups_count_people_not_places():
    survey = ask("point", follow_ups=[WHY])
    calm = {"qwhy": {"chosen": ["qcalm"]}}
    make_response(survey, {"qq": [mark(number, answers=calm) for number in range(3)]})
    follow_up = survey.document.find_question("qq").follow_ups[0]
    assert count(FollowUps(Selection(survey, survey.document), "qq"), follow_up) == Counts(1, {"qcalm": 1})


def test_given_places_count_people_by_place():
    places = [
        {"id": f"q{name}", "label": {"fi": name}, "geometry": {"type": "Point", "coordinates": [24.95, 60.18]}}
        for name in ("pier", "beach")
    ]
    survey = ask("places", places=places)
    chosen = [mark(place="qpier")]
    assert counted(survey, chosen, chosen) == PlaceCounts(2, 2, 0, {"qpier": 2})
