"""What the maps ask for, box by box: few rows where the view is wide, shapes where it is close.

PostGIS groups comments into the cells of a grid, so that an answer holds at most some hundreds of features
however many comments there are; a cell with one comment gives its shape.
"""

from django.contrib.gis.geos import MultiPoint, Point
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Func, TextField, Value
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from cms.boxes import bad_request, feature, first_that_fits, read_box, use_reader_language
from cms.choices import PUBLIC_STATES
from cms.organisations.models import Area, AreaTranslation
from cms.pages import public_page
from cms.translations import with_texts
from hearings.forms import HearingFilterForm
from hearings.views import hearings_for_comments

#: Plainer and plainer versions of an answer, the first that fits is sent. Of a comment: (characters, with its shape);
#: of a hearing: (characters of its title, the view's width in steps that simplifying may move a line by).
COMMENT_VERSIONS = ((140, True), (60, False), (0, False))
HEARING_VERSIONS = ((200, 1000), (200, 200), (60, 50))
MOST_HEARINGS = 200
MOST_PLACES = 8
#: Nobody marks more places in one question.
MOST_POINTS = 100

COMMENTS_SQL = """
WITH seen AS (
    SELECT id, geometry, x, y, floor(x / %(width)s) AS col, floor(y / %(height)s) AS row
    FROM (
        SELECT id, geometry, ST_X(ST_PointOnSurface(geometry)) AS x, ST_Y(ST_PointOnSurface(geometry)) AS y
        FROM hearings_comment
        WHERE hearing_id = %(hearing)s AND state = ANY(%(states)s)
          AND geometry && ST_MakeEnvelope(%(west)s, %(south)s, %(east)s, %(north)s, 4326)
    ) AS placed
),
cells AS (
    -- A mark stands between the middle of its cell and of its comments: near them, clear of its neighbours.
    SELECT count(*) AS count, max(id) AS id,
           ST_MakePoint(
               (avg(x) + (min(col) + 0.5) * %(width)s) / 2, (avg(y) + (min(row) + 0.5) * %(height)s) / 2
           ) AS centre
    FROM seen
    GROUP BY col, row, CASE WHEN %(apart)s AND (SELECT count(*) FROM seen) <= %(most_apart)s THEN id END
)
SELECT cells.count, cells.id,
       ST_AsGeoJSON(cells.centre, 6),
       CASE WHEN cells.count = 1 THEN ST_AsGeoJSON(ST_Simplify(seen.geometry, %(tolerance)s, true), 6) END,
       CASE WHEN cells.count = 1 THEN left(comment.text, 400) END,
       comment.place_text, comment.language
FROM cells
JOIN seen ON seen.id = cells.id
JOIN hearings_comment AS comment ON comment.id = cells.id
ORDER BY cells.count DESC, cells.id DESC
"""


@public_page
@require_safe
def comments(request, slug):
    """Comments of a hearing in a box: `?bbox=west,south,east,north&zoom=13`, degrees in EPSG:4326."""
    hearing = get_object_or_404(hearings_for_comments(request.user).only("pk", "slug", "organisation"), slug=slug)
    try:
        box = read_box(request)
    except ValidationError as error:
        return bad_request(error)
    use_reader_language(request)
    values = {"hearing": hearing.pk, "states": [str(state) for state in PUBLIC_STATES], **box.grouping()}
    with connection.cursor() as cursor:
        cursor.execute(COMMENTS_SQL, values)
        rows = cursor.fetchall()
    return first_that_fits(
        [comment_feature(slug, *row, length, with_shape) for row in rows] for length, with_shape in COMMENT_VERSIONS
    )


def comment_feature(slug, count, pk, centre, shape, text, place_text, language, length, with_shape) -> dict:
    if count > 1:
        return feature(centre, {"cluster": True, "count": count})
    excerpt = Truncator(text or place_text).chars(length) if length else ""
    url = reverse("hearings:comment", args=[slug, pk])
    words = {"id": pk, "excerpt": excerpt, "url": url, "lang": language}
    return feature(shape if with_shape else centre, words)


@public_page
@require_safe
def hearings(request):
    """Areas of public hearings that pass the list's filters, simplified to what the view can show."""
    use_reader_language(request)
    form = HearingFilterForm(request.GET)
    found = with_texts(form.hearings(), "title").filter(area__isnull=False).defer("area")
    box = form.cleaned_data.get("bbox")
    west, _south, east, _north = box.extent if box else (24.8, 60.1, 25.3, 60.3)

    def version(length, steps):
        shape = SimplifiedGeoJSON("area", Value((east - west) / steps))
        return [hearing_feature(hearing, length) for hearing in found.annotate(shape=shape)[:MOST_HEARINGS]]

    return first_that_fits(version(*each) for each in HEARING_VERSIONS)


class SimplifiedGeoJSON(Func):
    """A shape as GeoJSON with 5 decimals (a metre), its lines moved by at most so many degrees."""

    arity = 2
    template = "ST_AsGeoJSON(ST_SimplifyPreserveTopology(%(expressions)s), 5)"
    output_field = TextField()


def hearing_feature(hearing, length) -> dict:
    status = hearing.status
    words = {
        "title": Truncator(hearing.translated("title")).chars(length),
        "url": hearing.get_absolute_url(),
        "status": status,
        "status_text": str(status.label),
    }
    return feature(hearing.shape, words)


@public_page
@require_safe
def places(request):
    """Named places whose name begins with or holds `?q=`, those that begin with it first."""
    use_reader_language(request)
    words = request.GET.get("q", "").replace("\0", "").strip()[:80]
    if len(words) < 2:
        return JsonResponse({"places": []})
    matching = AreaTranslation.objects.filter(name__icontains=words).values("master")
    found = []
    for area in with_texts(Area.objects.filter(pk__in=matching), "name"):
        lon, lat = area.geometry.point_on_surface.coords
        name = str(area.translated("name"))
        found.append({"name": name, "kind": area.get_kind_display(), "lon": round(lon, 6), "lat": round(lat, 6)})
    found.sort(key=lambda place: (not place["name"].casefold().startswith(words.casefold()), place["name"]))
    return JsonResponse({"places": found[:MOST_PLACES]})


@public_page
@require_safe
def around(request):
    """Which named area each point of `?at=lon,lat;lon,lat` is in, the smallest of them; "" for none. EPSG:4326."""
    use_reader_language(request)
    points = [read_point(text) for text in request.GET.get("at", "").split(";")[:MOST_POINTS]]
    known = [point for point in points if point]
    near = Area.objects.filter(geometry__intersects=MultiPoint(known, srid=4326)) if known else Area.objects.none()
    areas = sorted(with_texts(near, "name"), key=lambda area: area.geometry.area)

    def name_at(point):
        found = next((area for area in areas if point and area.geometry.intersects(point)), None)
        return str(found.translated("name")) if found else ""

    return JsonResponse({"names": [name_at(point) for point in points]})


def read_point(text: str) -> Point | None:
    """`lon,lat` as a point in EPSG:4326; None where it is none."""
    try:
        lon, lat = (float(part) for part in text.split(","))
    except ValueError:
        return None
    is_on_earth = abs(lon) <= 180 and abs(lat) <= 90  # which also leaves out what is no number
    return Point(lon, lat, srid=4326) if is_on_earth else None
