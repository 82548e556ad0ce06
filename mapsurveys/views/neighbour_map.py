"""The places of others on a map, box by box, for someone who has sent their own."""

from django.core.exceptions import ValidationError
from django.db import connection
from django.http import JsonResponse
from django.utils.text import Truncator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.boxes import Box, bad_request, feature, first_that_fits, read_box, use_reader_language
from mapsurveys.models import Feature
from mapsurveys.neighbours import neighbour_places
from mapsurveys.views.neighbours import shown_places, sitting_among_neighbours
from mapsurveys.views.sitting import Sitting

#: (characters of the words, with its shape): plainer and plainer versions, the first that fits is sent.
VERSIONS = ((140, True), (60, False), (0, False))

GROUPED_SQL = """
WITH placed AS (
    SELECT id, geometry, ST_X(ST_PointOnSurface(geometry)) AS x, ST_Y(ST_PointOnSurface(geometry)) AS y
    FROM ({places}) AS places
    WHERE geometry && ST_MakeEnvelope(%(west)s, %(south)s, %(east)s, %(north)s, 4326)
),
seen AS (SELECT *, floor(x / %(width)s) AS col, floor(y / %(height)s) AS row FROM placed),
cells AS (
    SELECT count(*) AS count, min(id::text)::uuid AS id,
           ST_MakePoint(
               (avg(x) + (min(col) + 0.5) * %(width)s) / 2, (avg(y) + (min(row) + 0.5) * %(height)s) / 2
           ) AS centre
    FROM seen
    GROUP BY col, row, CASE WHEN %(apart)s AND (SELECT count(*) FROM seen) <= %(most_apart)s THEN id END
)
SELECT cells.count, cells.id, ST_AsGeoJSON(cells.centre, 6),
       CASE WHEN cells.count = 1 THEN ST_AsGeoJSON(ST_Simplify(seen.geometry, %(tolerance)s, true), 6) END
FROM cells JOIN seen ON seen.id = cells.id
ORDER BY cells.count DESC, cells.id
"""


@never_cache
@require_safe
def places_in_box(request, slug, code):
    """`?bbox=west,south,east,north&zoom=13&question=`: GeoJSON of clusters and single places, degrees in EPSG:4326."""
    sitting = sitting_among_neighbours(request, slug, code)
    try:
        box = read_box(request)
    except ValidationError as error:
        return bad_request(error)
    use_reader_language(request)
    return answer(sitting, grouped(sitting, box, request.GET.get("question", "")))


def grouped(sitting: Sitting, box: Box, question: str) -> list[tuple]:
    """(count, key, centre, shape of a single one) of the cells in view."""
    shown = neighbour_places(sitting.survey).filter(geometry__isnull=False)
    if question:
        shown = shown.filter(question=question[:40].replace("\0", ""))
    inner, given = shown.order_by().values("id", "geometry").query.sql_with_params()
    names = {f"given_{number}": value for number, value in enumerate(given)}
    inner = inner % tuple(f"%({name})s" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(GROUPED_SQL.format(places=inner), {**names, **box.grouping()})
        return cursor.fetchall()


def answer(sitting: Sitting, rows: list[tuple]) -> JsonResponse:
    singles = Feature.objects.select_related("response").in_bulk(
        [key for count, key, _centre, _shape in rows if count == 1]
    )
    said = {item["place"].pk: item for item in shown_places(sitting, singles.values())}

    def part(count, key, centre, shape, length, with_shape):
        if count > 1:
            return feature(centre, {"cluster": True, "count": count})
        words = said[key]["words"]
        told = "; ".join([words["name"], *(each["words"] for each in words["answers"])])
        excerpt = Truncator(told).chars(length) if length else ""
        properties = {"id": str(key), "excerpt": excerpt, "url": said[key]["url"]}
        return feature(shape if with_shape else centre, properties)

    return first_that_fits([part(*row, length, with_shape) for row in rows] for length, with_shape in VERSIONS)
