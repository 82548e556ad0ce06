"""What the bench asks for: addresses, map views and the comments that it sends."""

import json
import math

from django.db.models import Count
from django.urls import reverse
from django.utils import translation

from cms.models import InfoPage
from cms.organisations.models import Label
from hearings.choices import SectionKind
from hearings.models import Comment, Hearing, Section
from tests.bench.loading import BIG_SLUG, SMALL_SLUG

#: The widest window that counts as one view, in pixels of the map.
VIEW = (1440, 900)
#: Zoom levels from the whole city to one block.
ZOOMS = (11, 13, 15, 16, 17, 18)


def address(name: str, *args, language: str = "fi", query: str = "") -> str:
    with translation.override(language):
        return reverse(name, args=args) + (f"?{query}" if query else "")


def public_pages() -> dict[str, str]:
    """Every kind of public page, with the data that makes it heaviest: name to address."""
    big = Hearing.objects.get(slug=BIG_SLUG)
    label = Label.objects.annotate(count=Count("hearings")).order_by("-count").first()
    outcomes = Section.objects.filter(kind=SectionKind.CLOSURE, hearing__main_image__isnull=False)
    section = big.sections.get(kind=SectionKind.MAIN)
    comment = Comment.objects.shown().filter(hearing=big).exclude(parent=None).latest("created_at")
    info = InfoPage.objects.live().filter(locale__language_code="fi").first()
    filters = f"label={label.slug}&area=district-4&q=alueen&status=closed"
    return {
        "Front page": "/fi/",
        "Front page, ru": "/ru/",
        "List": address("hearings:list"),
        "List, last page": address("hearings:list", query="page=9"),
        "List by label": address("hearings:list", query=f"label={label.slug}"),
        "List by area": address("hearings:list", query="area=district-4"),
        "List by words": address("hearings:list", query="q=alueen"),
        "List by status": address("hearings:list", query="status=open"),
        "List by everything": address("hearings:list", query=filters),
        "List, ru": address("hearings:list", language="ru"),
        "Hearing, 5,000 comments": address("hearings:detail", BIG_SLUG),
        "Hearing, 5,000 comments, ru": address("hearings:detail", BIG_SLUG, language="ru"),
        "Hearing, 50 comments": address("hearings:detail", SMALL_SLUG),
        "Hearing that has ended": address("hearings:detail", outcomes.first().hearing.slug),
        "Comments, page 1": address("hearings:comments", BIG_SLUG),
        "Comments, page 100": address("hearings:comments", BIG_SLUG, query="page=100"),
        "Comments of a section, oldest first": address(
            "hearings:comments", BIG_SLUG, query=f"section={section.pk}&order=oldest"
        ),
        "Reply to a comment": address("hearings:comments", BIG_SLUG, query=f"reply_to={comment.pk}"),
        "Comment's own address": address("hearings:comment", BIG_SLUG, comment.pk),
        "Receipt asked for": address("hearings:receipt_find"),
        "Open data": address("cms:open_data"),
        "Information page": info.url,
        "Map of hearings": reverse("map:hearings"),
        "Map of comments": map_views()["Map of comments, zoom 13"],
    }


def map_views() -> dict[str, str]:
    """Addresses of the maps' answers for one view at each zoom level, at the big hearing's centre."""
    big = Hearing.objects.get(slug=BIG_SLUG)
    centre = big.area.centroid
    views = {"Map of hearings, all": reverse("map:hearings")}
    for zoom in ZOOMS:
        box = ",".join(f"{degrees:.6f}" for degrees in view_bounds(centre.x, centre.y, zoom))
        if zoom < 16:
            views[f"Map of hearings, zoom {zoom}"] = reverse("map:hearings") + f"?bbox={box}&zoom={zoom}"
        comments = reverse("map:comments", args=[BIG_SLUG])
        views[f"Map of comments, zoom {zoom}"] = f"{comments}?bbox={box}&zoom={zoom}"
    return views


def view_bounds(lon: float, lat: float, zoom: int) -> tuple[float, float, float, float]:
    """West, south, east, north (degrees) of a window of VIEW pixels on a Web Mercator map."""
    degrees = 360 / (256 * 2**zoom)
    across, up = VIEW[0] / 2 * degrees, VIEW[1] / 2 * degrees * math.cos(math.radians(lat))
    return lon - across, lat - up, lon + across, lat + up


def comment_form(workload, number: int) -> dict[str, str]:
    """The fields that a browser sends for the workload's `number`th new comment on the big hearing."""
    section = Section.objects.get(hearing__slug=BIG_SLUG, kind=SectionKind.MAIN)
    comment = workload.new_comment(number)
    return {
        "section": str(section.pk),
        "text": comment["content"],
        "author_name": comment["author_name"],
        "geometry": json.dumps(comment["geometry"]),
        "place_text": "",
        "form_key": f"bench-{number}",
    }


def forget_sent_comments() -> None:
    """Take away what an earlier run sent, so that every run starts from the same rows."""
    sent = Comment.objects.exclude(idempotency_key=None)
    sent.exclude(parent=None).delete()
    sent.delete()
