"""Numbers of few people must not be told, nor be worked out from what is told."""

from itertools import product

import pytest

from mapsurveys.suppression import suppress, suppress_table, suppress_total


def test_suppress_leaves_large_numbers_alone():
    assert suppress([12, 5, 30], 5) == [12, 5, 30]


def test_suppress_hides_all_that_are_below_the_limit():
    assert suppress([40, 4, 3, 12], 5) == [40, None, None, 12]


def test_suppress_hides_the_next_smallest_beside_a_single_one():
    assert suppress([40, 2, 12, 30], 5) == [40, None, None, 30]


def test_suppress_hides_zero_which_would_tell_when_the_first_person_came():
    assert suppress([40, 0, 9, 8], 5) == [40, None, 9, None]


def test_suppress_hides_on_until_the_hidden_are_enough_people_together():
    assert suppress([40, 1, 1, 7], 5) == [40, None, None, None]


def test_suppress_hides_the_last_of_equals():
    assert suppress([9, 9, 9, 1], 5) == [9, 9, None, None]


def test_suppress_hides_the_only_row():
    assert suppress([3], 5) == [None]


def test_suppress_keeps_what_is_hidden_already():
    assert suppress([None, 20, 9], 5) == [None, 20, None]


def test_suppress_of_nothing_is_nothing():
    assert suppress([]) == []


def can_be_told(counts, shown, k):
    """Whether a hidden number of `counts` follows from their sum and from what is shown of them."""
    hidden = [count for count, told in zip(counts, shown, strict=True) if told is None]
    return len(hidden) == 1 < len(counts) or (0 < sum(hidden) < k and len(hidden) < len(counts))


def test_suppress_never_lets_a_total_tell_a_hidden_number():
    all_counts = list(product([0, 1, 4, 5, 9], repeat=4))
    assert [counts for counts in all_counts if can_be_told(counts, suppress(counts, 5), 5)] == []


def test_suppress_shows_nothing_but_the_true_large_numbers():
    shown = set()
    for counts in product([0, 4, 5, 9], repeat=3):
        shown |= set(zip(counts, suppress(counts, 5), strict=True))
    assert shown == {(0, None), (4, None), (5, None), (5, 5), (9, None), (9, 9)}


@pytest.mark.parametrize(("total", "told"), [(5, 5), (4, None), (0, None), (None, None)])
def test_suppress_total_hides_few_people(total, told):
    assert suppress_total(total, 5) == told


def test_suppress_table_hides_a_block_that_no_total_opens():
    table = [[20, 30, 2], [25, 35, 45], [40, 8, 50]]
    assert suppress_table(table, 5) == [[None, 30, None], [None, 35, None], [40, 8, 50]]


def test_suppress_table_hides_whole_rows_that_it_is_told():
    table = [[20, 30], [25, 35], [40, 50]]
    assert suppress_table(table, 5, hidden_rows={0, 1}) == [[None, None], [None, None], [40, 50]]


def test_suppress_table_never_lets_the_totals_of_a_line_tell_a_hidden_number():
    tables = [[cells[:3], cells[3:]] for cells in product([1, 7, 30], repeat=6)]
    told = []
    for table in tables:
        shown = suppress_table(table, 5)
        lines = zip([*table, *zip(*table, strict=True)], [*shown, *zip(*shown, strict=True)], strict=True)
        told += [table for counts, line in lines if can_be_told(counts, line, 5)]
    assert told == []
