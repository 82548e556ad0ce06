"""Classes of numbers and days: round ends, nothing lost."""

from datetime import date

import pytest

from mapsurveys.analysis.classes import Days, Numbers, class_of_days, count_dates, count_numbers, round_step
from mapsurveys.analysis.selecting import Selection
from tests.factories.surveys import make_response
from tests.mapsurveys.asking import ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def classes(count, survey, *answers):
    for answer in answers:
        make_response(survey, {"qq": answer})
    return count(Selection(survey, survey.document), survey.document.find_question("qq"))


@pytest.mark.parametrize(
    ("width", "whole", "step"),
    [(0, True, 1), (0.2, True, 1), (0.2, False, 0.2), (1.1, True, 2), (3, True, 5), (7, True, 10), (0.03, False, 0.05)],
)
def test_step_is_round(width, whole, step):
    assert round_step(width, whole=whole) == pytest.approx(step)


def test_whole_numbers_are_classed_with_both_ends_told():
    numbers = classes(count_numbers, ask("number"), 12, 18, 25, 91)
    assert numbers.bins[0] == (10, 19, 2)
    assert numbers.bins[1] == (20, 29, 1)
    assert numbers.bins[-1] == (90, 99, 1)
    assert sum(count for _low, _high, count in numbers.bins) == numbers.answered == 4
    assert (numbers.least, numbers.most, numbers.mean) == (12, 91, 36.5)
    assert numbers.quartiles == (16.5, 21.5, 41.5)


def test_one_number_is_one_class():
    assert classes(count_numbers, ask("number"), 7, 7).bins == ((7, 7, 2),)


def test_decimals_are_classed_without_crumbs():
    numbers = classes(count_numbers, ask("number", decimals=True), 0.1, 0.3, 1.0)
    assert numbers.bins[0] == (0.1, 0.2, 1)
    assert sum(count for _low, _high, count in numbers.bins) == 3


def test_negative_numbers_are_classed():
    assert classes(count_numbers, ask("number"), -15, -1, 4).bins == (
        (-16, -15, 1),
        *((low, low + 1, 0) for low in range(-14, -2, 2)),
        (-2, -1, 1),
        (0, 1, 0),
        (2, 3, 0),
        (4, 5, 1),
    )


def test_nobody_answered_a_number():
    assert classes(count_numbers, ask("number")) == Numbers()


def test_few_days_are_told_by_day():
    found = classes(count_dates, ask("date"), "2026-01-30", "2026-02-01", "2026-02-01")
    day = date(2026, 1, 30)
    assert found == Days(3, ((day, day, 1), (date(2026, 1, 31),) * 2 + (0,), (date(2026, 2, 1),) * 2 + (2,)))


def test_many_days_are_told_by_month():
    found = classes(count_dates, ask("date"), "2025-12-30", "2026-02-01")
    assert found.bins == (
        (date(2025, 12, 1), date(2025, 12, 31), 1),
        (date(2026, 1, 1), date(2026, 1, 31), 0),
        (date(2026, 2, 1), date(2026, 2, 28), 1),
    )


@pytest.mark.parametrize(
    ("last", "unit"), [(date(2026, 1, 31), "day"), (date(2028, 12, 31), "month"), (date(2029, 1, 1), "year")]
)
def test_class_of_days_depends_on_how_many_there_are(last, unit):
    assert class_of_days(date(2026, 1, 1), last) == unit


def test_moments_are_told_by_their_day():
    found = classes(count_dates, ask("date", part="moment"), "2026-01-30T16:30")
    assert found == Days(1, ((date(2026, 1, 30), date(2026, 1, 30), 1),))


def test_times_are_told_by_the_hour():
    assert classes(count_dates, ask("date", part="time"), "07:30", "07:45", "09:00") == Days(
        3, ((7, 8, 2), (8, 9, 0), (9, 10, 1))
    )
