"""One question by another."""

import pytest

from mapsurveys.analysis.crosstabs import CrossCounts, can_cross, cross, options_by_question
from mapsurveys.analysis.selecting import Selection
from tests.factories.surveys import make_response, make_survey
from tests.mapsurveys.asking import document, options, question

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def survey(db):
    return make_survey(
        document=document(
            question("single_choice", "qby", choices=options("a", "b")),
            question("scale", "qscale"),
            question("ranking", "qrank", choices=options("x", "y")),
            question("text", "qtext"),
            question("single_choice", "qsecret", personal=True, choices=options("a", "b")),
        )
    )


def crossed(survey, by, other):
    find = survey.document.find_question
    return cross(Selection(survey, survey.document), find(by), find(other))


def test_groups_count_those_who_answered_both_and_those_without_a_group(survey):
    make_response(survey, {"qby": {"chosen": ["qa"]}, "qscale": 1})
    make_response(survey, {"qby": {"chosen": ["qa"]}, "qscale": 5})
    make_response(survey, {"qby": {"chosen": ["qb"]}})
    make_response(survey, {"qscale": 5})
    assert crossed(survey, "qby", "qscale") == CrossCounts(
        {("qa", "1"): 1, ("qa", "5"): 1, (None, "5"): 1}, {"qa": 2, None: 1}
    )


def test_ranking_is_crossed_by_what_was_put_first(survey):
    make_response(survey, {"qscale": 3, "qrank": ["qy", "qx"]})
    assert crossed(survey, "qscale", "qrank") == CrossCounts({("3", "qy"): 1}, {"3": 1})


def test_only_questions_with_options_can_be_crossed_and_no_personal_ones(survey):
    assert [each.id for each in survey.document.questions() if can_cross(each)] == ["qby", "qscale", "qrank"]


def test_options_of_many_questions_are_counted_at_once(survey, django_assert_num_queries):
    make_response(survey, {"qby": {"chosen": ["qa"]}})
    asked = [survey.document.find_question(key) for key in ("qby", "qsecret")]
    with django_assert_num_queries(1):
        assert options_by_question(Selection(survey, survey.document), asked) == {"qby": {"qa": 1}, "qsecret": {}}
