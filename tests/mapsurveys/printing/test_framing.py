"""The frame of a map on paper: whole, round, and true to the ground."""

import pytest
import shapely

from mapsurveys.printing.framing import EDGE, HIGHEST, LOWEST, WIDTH, Frame, all_planar, planar, round_length, round_up

#: A stretch of the shore in ETRS-GK25, 3 by 2 km.
SHORE = shapely.box(25_496_130, 6_671_240, 25_499_130, 6_673_240)


@pytest.mark.parametrize(
    "shown",
    [SHORE, shapely.Point(25_496_000, 6_672_000), shapely.box(0, 0, 90_000, 500), shapely.box(0, 0, 500, 90_000)],
    ids=["shore", "point", "wide", "tall"],
)
def test_frame_shows_all_within_the_page(shown):
    frame = Frame.around(shown)
    assert frame.box.covers(shown)
    assert LOWEST <= frame.height <= HIGHEST
    assert (frame.east - frame.west) / (frame.north - frame.south) == pytest.approx(WIDTH / frame.height)


@pytest.mark.parametrize("shown", [SHORE, shapely.box(0, 0, 30_000, 40_000)], ids=["shore", "city"])
def test_squares_cover_the_frame_between_round_coordinates(shown):
    frame = Frame.around(shown)
    columns, rows = list(frame.columns()), list(frame.rows())
    assert (columns[0][1], columns[-1][2]) == (frame.west, frame.east)
    assert (rows[0][2], rows[-1][1]) == (frame.north, frame.south)
    assert [name for name, *_sides in columns] == list("ABCDEFGHIJK"[: len(columns)])
    assert [name for name, *_sides in rows] == [str(number) for number in range(1, len(rows) + 1)]
    inner = [start for _name, start, _end in columns[1:]] + [end for _name, _start, end in rows[1:]]
    assert {side % frame.square for side in inner} == {0}


def test_paper_begins_in_the_north_west():
    frame = Frame.around(SHORE)
    assert frame.on_paper(frame.west, frame.north) == (EDGE, EDGE)
    assert frame.on_paper(frame.east, frame.south) == pytest.approx((WIDTH + EDGE, frame.height + EDGE))


@pytest.mark.parametrize(("metres", "below", "above"), [(1, 1, 1), (730, 500, 1_000), (2_000, 2_000, 2_000), (3, 2, 5)])
def test_lengths_are_rounded_to_what_people_count_by(metres, below, above):
    assert (round_length(metres), round_up(metres)) == (below, above)


def test_places_are_put_in_the_citys_own_plane():
    # The central meridian of ETRS-GK25 is 25° E, its false easting 25,500,000 m (JHS 154).
    point = planar(shapely.Point(25, 60.17))
    assert point.x == pytest.approx(25_500_000, abs=0.01)
    assert all_planar([shapely.Point(25, 60.17)])[0].equals_exact(point, 0.001)
