"""Results of a big survey against a small one: time and queries of each page, size of each map's answer."""

import json
import time

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mapsurveys.models import Survey
from tests.bench import limits
from tests.bench.report import Figure
from tests.bench.surveys import BIG_SLUG, RESPONSES, SMALL_SLUG, load_survey

ROUNDS = 5
VIEW = "bbox=24.7,60.1,25.25,60.3&zoom=12"
CLOSE = "bbox=24.93,60.19,24.95,60.2&zoom=17"
BOX = {"type": "Polygon", "coordinates": [[[24.9, 60.15], [25, 60.15], [25, 60.2], [24.9, 60.2], [24.9, 60.15]]]}
FILTERS = f"a=qliving:qeast&language=fi&area={json.dumps(BOX)}"


def measure_results() -> list[Figure]:
    """Asked of this process, signed in as an administrator; loads the surveys where they are missing."""
    for slug in RESPONSES:
        if not Survey.objects.filter(slug=slug).exists():
            load_survey(slug)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.filter(is_superuser=True).first() or make_administrator())
    figures = []
    for name, path in addresses(Survey.objects.get(slug=BIG_SLUG)).items():
        seconds, queries, size = ask(client, path)
        figures.append(Figure(f"results.seconds.{name}", f"Results: {name}", seconds, "s", limits.RESULTS_SECONDS))
        figures.append(
            Figure(f"results.queries.{name}", f"Queries: results, {name}", queries, limit=limits.RESULTS_QUERIES)
        )
        if path.startswith("/map/"):
            figures.append(Figure(f"results.bytes.{name}", f"Size: results, {name}", size, "bytes", limits.MAP_BYTES))
    return [*figures, ratio(client)]


def addresses(survey: Survey) -> dict[str, str]:
    """Every kind of page of results: name to address."""
    staff, public = f"/admin/surveys/results/{survey.pk}/", f"/fi/surveys/{survey.slug}/results/"
    maps = f"/map/surveys/{survey.slug}/qgood/"
    return {
        "in short": staff,
        "nine questions": f"{staff}?page=qabout",
        "nine questions, filtered": f"{staff}?page=qabout&{FILTERS}",
        "map question": f"{staff}?page=qplaces",
        "map question, filtered": f"{staff}?page=qplaces&{FILTERS}",
        "two compared": f"{staff}compare/?by=qliving&question=qmoving",
        "quality": f"{staff}quality/",
        "texts searched": f"{staff}answers/?question=qwish&q=1999",
        "public": public,
        "public, map question": f"{public}?page=qplaces",
        "public, one group": f"{public}?group=qliving:qeast",
        "map of places": f"{maps}places.json?{VIEW}",
        "map of places, close": f"{maps}places.json?{CLOSE}",
        "map, heat": f"{maps}heat.json?{VIEW}",
        "map, heat, filtered": f"{maps}heat.json?{VIEW}&{FILTERS}",
        "map of the public": f"{maps}results.json?{VIEW}",
    }


def ask(client: Client, path: str) -> tuple[float, int, int]:
    """(median seconds, queries, bytes); asked once before, so that caches are filled."""
    client.get(path)
    times = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
        times.append(time.perf_counter() - began)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
    return sorted(times)[len(times) // 2], len(queries), len(response.content)


def ratio(client: Client) -> Figure:
    """A page of nine questions of 20,000 responses against the same of 200; says the same on every machine."""
    page = "nine questions"
    big, small = (ask(client, addresses(Survey.objects.get(slug=slug))[page])[0] for slug in (BIG_SLUG, SMALL_SLUG))
    return Figure("ratio.results", "Results: 20,000 responses against 200", big / small, "times")


def make_administrator():
    """Someone who sees everything, with a password that nobody knows."""
    return get_user_model().objects.create_superuser("bench", "bench@example.org", None)
