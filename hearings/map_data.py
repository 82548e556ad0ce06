"""What the maps ask for, box by box: few rows where the view is wide, shapes where it is close.

PostGIS groups comments into the cells of a grid, so that an answer holds at most some hundreds of features
however many comments there are; a cell with one comment gives its shape.
"""

import json

from django.core.exceptions import ValidationError
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from cms.choices import PUBLIC_STATES
from cms.organisations.models import Area, AreaTranslation
from cms.pages import public_page
from cms.translations import with_texts
from hearings.forms import BoundsField, HearingFilterForm
from hearings.models import Comment, Hearing
from hearings.views import hearings_for_comments

#: Side of a grid cell in the browser's pixels: two marks of 40 pixels do not cover each other.
CELL_PIXELS = 72
#: Cells across a view that does not say its zoom.
CELLS = 12
#: Degrees of longitude across one tile of 256 pixels at zoom level 0, the whole world.
WORLD = 360
#: A degree of latitude is as long as two of longitude here, at 60° N.
SQUARE = 0.5
#: From this zoom level on single comments are told apart, whatever the cell.
CLOSE_ZOOM = 17
MOST_FEATURES = 250
#: An answer stays below 100 kB, whatever is drawn and written in it.
MOST_BYTES = 95_000
MOST_HEARINGS = 200
MOST_PLACES = 8
EXCERPT = 140

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
    GROUP BY col, row, CASE WHEN %(apart)s THEN id END
    ORDER BY count DESC, id DESC
    LIMIT %(limit)s
)
SELECT cells.count, cells.id,
       ST_AsGeoJSON(CASE WHEN cells.count = 1 THEN ST_Simplify(seen.geometry, %(tolerance)s, true)
                    ELSE cells.centre END, 6),
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
    hearing = get_object_or_404(
        hearings_for_comments(request.user).only("pk", "slug", "organisation"), slug=slug
    )
    box, problem = read_box(request)
    if problem:
        return problem
    use_reader_language(request)
    west, south, east, north = box.extent
    zoom = read_zoom(request)
    width = CELL_PIXELS * WORLD / (256 * 2**zoom) if zoom else (east - west) / CELLS
    values = {
        "hearing": hearing.pk,
        "states": [str(state) for state in PUBLIC_STATES],
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "width": width,
        "height": width * SQUARE,
        "apart": zoom >= CLOSE_ZOOM,
        "limit": MOST_FEATURES,
        "tolerance": (east - west) / 1000,
    }
    with connection.cursor() as cursor:
        cursor.execute(COMMENTS_SQL, values)
        features = [comment_feature(slug, *row) for row in cursor]
    return collection(list(that_fit(features)))


def that_fit(features: list[dict]):
    """The features, those that stand for most comments first, that together stay below MOST_BYTES."""
    left = MOST_BYTES
    for each in features:
        size = len(json.dumps(each, ensure_ascii=False).encode()) + len(", ")
        if size <= left:
            left -= size
            yield each


def comment_feature(slug, count, pk, geometry, text, place_text, language) -> dict:
    if count > 1:
        return feature(geometry, {"cluster": True, "count": count})
    excerpt = Truncator(text or place_text).chars(EXCERPT)
    url = reverse("hearings:comment", args=[slug, pk])
    return feature(geometry, {"id": pk, "excerpt": excerpt, "url": url, "lang": language})


@public_page
@require_safe
def hearings(request):
    """Areas of public hearings that pass the list's filters, simplified to what the view can show."""
    use_reader_language(request)
    form = HearingFilterForm(request.GET)
    found = with_texts(form.hearings(), "title").filter(area__isnull=False)[:MOST_HEARINGS]
    box = form.cleaned_data.get("bbox")
    west, _south, east, _north = box.extent if box else (24.8, 60.1, 25.3, 60.3)
    features = []
    for hearing in found:
        status = hearing.status
        shape = hearing.area.simplify((east - west) / 1000, preserve_topology=True)
        words = {
            "title": str(hearing.translated("title")),
            "url": hearing.get_absolute_url(),
            "status": status,
            "status_text": str(status.label),
        }
        features.append(feature(shape.geojson, words))
    return collection(features)


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
        found.append(
            {"name": name, "kind": area.get_kind_display(), "lon": round(lon, 6), "lat": round(lat, 6)}
        )
    found.sort(key=lambda place: (not place["name"].casefold().startswith(words.casefold()), place["name"]))
    return JsonResponse({"places": found[:MOST_PLACES]})


def read_box(request):
    """(box, None), or (None, the answer that says what is wrong)."""
    try:
        box = BoundsField(required=True).clean(request.GET.get("bbox", ""))
    except ValidationError as error:
        message = str(error.messages[0])
        return None, JsonResponse({"error": {"code": "bad_request", "message": message}}, status=400)
    return box, None


def read_zoom(request) -> int:
    zoom = request.GET.get("zoom", "")
    return int(zoom) if zoom.isdecimal() and len(zoom) < 3 else 0


def use_reader_language(request) -> None:
    """Maps have one address in all languages; `?lang=` says which page asks."""
    language = request.GET.get("lang", "")
    if translation.check_for_language(language):
        translation.activate(language)


def feature(geometry: str, properties: dict) -> dict:
    return {"type": "Feature", "geometry": json.loads(geometry), "properties": properties}


def collection(features: list[dict]) -> JsonResponse:
    return JsonResponse(
        {"type": "FeatureCollection", "features": features}, json_dumps_params={"ensure_ascii": False}
    )
