import pytest
from django.contrib.gis.geos import GEOSGeometry

from cms.opendata.reprojecting import binary_shapes, points_in_plane

pytestmark = pytest.mark.django_db

POINT = '{"type":"Point","coordinates":[24.9384,60.1699]}'
# A horseshoe, whose centre lies outside it.
HORSESHOE = (
    '{"type":"Polygon","coordinates":'
    "[[[24,60],[24,61],[24.1,61],[24.1,60.1],[24.9,60.1],[24.9,61],[25,61],[25,60],[24,60]]]}"
)


@pytest.mark.parametrize(
    ("srid", "east", "north"), [(3879, 25496580.36, 6673003.61), (3067, 385611.32, 6672118.38), (4326, 24.94, 60.17)]
)
def test_points_are_in_the_plane_asked_for_in_order(srid, east, north):
    # The same by GDAL, to the centimetre.
    assert points_in_plane([None, POINT, None], srid) == [(None, None), (east, north), (None, None)]


def test_point_lies_on_the_shape():
    ((east, north),) = points_in_plane([HORSESHOE], 3067)

    place = GEOSGeometry(f"SRID=3067;POINT ({east} {north})").transform(4326, clone=True)
    assert GEOSGeometry(HORSESHOE).intersects(place)


def test_shapes_are_binary_in_order():
    shapes = binary_shapes([POINT, None, HORSESHOE], 4326)

    assert shapes[1] is None
    assert [
        GEOSGeometry(memoryview(shapes[place])).equals_exact(GEOSGeometry(text), 1e-9)
        for place, text in (
            (0, POINT),
            (2, HORSESHOE),
        )
    ] == [True, True]


def test_no_shapes_are_none():
    assert (binary_shapes([], 3879), points_in_plane([], 3879)) == ([], [])
