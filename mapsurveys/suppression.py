"""Hiding numbers of so few people that a neighbour could be recognised in them.

The rules are the standard practice of statistical disclosure control (threshold rule, then complementary
cell suppression): a number of fewer than k people is hidden, and then as many others as are needed so that
nothing hidden can be worked out from a total that is shown. Helsinki does not publish figures for areas of
fewer than a hundred people (Tietosuoja 2/2011); for answers the limit is each survey's own, five unless
the planner sets another.

Zero is hidden too: results are shown while a survey is open, and a zero that turns into "hidden" would tell
what the one person answered who has just been there. A hidden number is None, so that nobody can add it up.
"""

from collections.abc import Container, Sequence

#: The smallest number of people that is published, where a survey sets no other.
SMALLEST_PUBLISHED = 5


def suppress(counts: Sequence[int | None], k: int = SMALLEST_PUBLISHED) -> list[int | None]:
    """`counts` of people with those that must not be told as None; they add up to a total that is shown.

    If any is below `k`, the hidden ones are always two or more and stand for `k` people or more together:
    the next smallest are hidden as well until that is so. Of equals the last goes first. Numbers that are
    None already stay so, and count as nobody.
    """
    hidden = {place for place, count in enumerate(counts) if count is None or count < k}
    if hidden:
        hidden |= _companions(counts, hidden, k)
    return [None if place in hidden else count for place, count in enumerate(counts)]


def suppress_total(total: int | None, k: int = SMALLEST_PUBLISHED) -> int | None:
    """A number that stands alone, such as how many answered; None if it is of fewer than `k` people."""
    return None if total is None or total < k else total


def suppress_table(
    rows: Sequence[Sequence[int]], k: int = SMALLEST_PUBLISHED, *, hidden_rows: Container[int] = ()
) -> list[list[int | None]]:
    """A cross-tabulation whose rows and columns both have totals that are shown.

    Each row and each column is treated as `suppress` does, until none has a number left that can be worked
    out from the others. A small table may lose all its numbers. `hidden_rows` are hidden whole, by place.
    """
    table = [list(row) for row in rows]
    cells = [(y, x) for y, row in enumerate(table) for x in range(len(row))]
    hidden = {(y, x) for y, x in cells if table[y][x] < k or y in hidden_rows}
    lines = [[(y, x) for x in range(len(row))] for y, row in enumerate(table)]
    lines += [[(y, x) for y in range(len(table))] for x in range(len(table[0]) if table else 0)]
    before = -1
    while len(hidden) != before:
        before = len(hidden)
        for line in lines:
            places = {place for place, cell in enumerate(line) if cell in hidden}
            if places:
                more = _companions([table[y][x] for y, x in line], places, k)
                hidden |= {line[place] for place in more}
    return [[None if (y, x) in hidden else count for x, count in enumerate(row)] for y, row in enumerate(table)]


def _companions(counts: Sequence[int | None], hidden: set[int], k: int) -> set[int]:
    """Places of the numbers that have to be hidden as well, so that those in `hidden` stay unknown."""
    shown = sorted((place for place in range(len(counts)) if place not in hidden), key=lambda place: -place)
    shown.sort(key=lambda place: counts[place])
    behind = sum(counts[place] or 0 for place in hidden)
    more: set[int] = set()
    for place in shown:
        if len(hidden) + len(more) >= 2 and behind >= k:
            break
        more.add(place)
        behind += counts[place]
    return more
