"""Marks of the demo's people: their geometry, the answers to what is asked of them, and how they were made."""

import math
import uuid

from django.contrib.gis.geos import LineString, Point, Polygon

from mapsurveys.demo.answers.people import Person, Sayings, as_typed, on_land, shifted
from mapsurveys.demo.content.people.ground import CALM, ROUTES, LonLat, Spot
from mapsurveys.kinds.marking import Mark


def new_key(person: Person) -> str:
    return uuid.UUID(int=person.chance.getrandbits(128), version=4).hex


def effort_of(person: Person, vertices: int, layers: list[str], *, least_zoom: int) -> dict:
    """How a mark was made, as mapsurveys.mark_forms.read_effort leaves it."""
    zoom = least_zoom + person.chance.choices((0, 1, 2, 3), (5, 4, 2, 1))[0]
    seconds = person.chance.lognormvariate(2.3, 0.6) * (1.7 if person.is_old else 1) * math.sqrt(vertices)
    told = {
        "zoom": zoom,
        "vertices": vertices,
        "edits": person.chance.choices((0, 1, 2, 4), (10, 4, 2, 1))[0],
        "seconds": round(min(seconds, 900), 1),
        "input": "search" if person.likely(0.05) else person.tools,
    }
    return told | ({"layers": layers} if layers and person.likely(0.4) else {})


def point_mark(person: Person, at: LonLat, answers: dict, layers: list[str], *, least_zoom: int) -> Mark:
    effort = effort_of(person, 1, layers, least_zoom=least_zoom)
    return Mark(key=new_key(person), geometry=Point(*at, srid=4326), answers=answers, effort=effort)


def spot_mark(person: Person, spot: Spot, answers: dict, layers: list[str], *, least_zoom: int) -> Mark:
    """A point near a spot; of who does not use maps, the spot in words."""
    if person.tools == "words" and spot.place_words:
        return Mark(key=new_key(person), words=spot.place_words, answers=answers, effort={"input": "words"})
    return point_mark(person, on_land(person.chance, spot.at, spot.metres), answers, layers, least_zoom=least_zoom)


def choose_spots(person: Person, spots: tuple[Spot, ...], most: int) -> list[Spot]:
    """Different spots, those near home first in likelihood. How many grows with how much the person cares."""
    count = min(most, person.chance.choices(range(5), (3, 5, 4, 2, 1))[0] + (person.care > 0.75))
    left, chosen = list(spots), []
    for _place in range(count):
        weights = [spot.weight * (4 if person.neighbourhood in spot.near else 1) for spot in left]
        chosen.append(left.pop(person.chance.choices(range(len(left)), weights)[0]))
    return chosen


def words_about(person: Person, said: Sayings, short: dict[str, tuple[str, ...]]) -> str:
    """A text of somebody who cares; now and then a short one, which many write alike; often none."""
    if person.likely(0.35 + 0.45 * person.care) and (text := said.take(person.language)):
        return as_typed(person, text)
    return as_typed(person, person.chance.choice(short[person.language])) if person.likely(0.22) else ""


def route_mark(person: Person, answers: dict, layers: list[str]) -> Mark:
    """A part of a street or path that people of the neighbourhood take, drawn by hand."""
    way = person.chance.choice(ROUTES[person.neighbourhood])
    longest = len(way)
    length = person.chance.randint(max(3, longest - 3), longest)
    start = person.chance.randint(0, longest - length)
    drawn = [on_land_or_near(person, at) for at in way[start : start + length]]
    if person.likely(0.4):
        drawn.reverse()
    effort = effort_of(person, len(drawn), layers, least_zoom=13)
    return Mark(key=new_key(person), geometry=LineString(drawn, srid=4326), answers=answers, effort=effort)


def on_land_or_near(person: Person, at: LonLat) -> LonLat:
    """A bend of a route: a few metres off the middle of the street, and over bridges too."""
    return shifted(at, person.chance.gauss(0, 6), person.chance.gauss(0, 6))


def calm_mark(person: Person, answers: dict, layers: list[str]) -> Mark:
    """An area round a quiet stretch of shore: a hand-drawn ring that never crosses itself."""
    weights = [5 if person.neighbourhood == "kalasatama" and place in (2, 3) else 2 for place in range(len(CALM))]
    middle, half_length, half_width = person.chance.choices(CALM, weights)[0]
    size, turn = person.chance.uniform(0.55, 1.35), person.chance.uniform(-0.3, 0.3)
    corners = person.chance.randint(4, 9)
    ring = []
    for corner in range(corners):
        angle = 2 * math.pi * corner / corners + turn
        reach = size * person.chance.uniform(0.85, 1.1)
        ring.append(shifted(middle, half_length * reach * math.cos(angle), half_width * reach * math.sin(angle)))
    effort = effort_of(person, corners, layers, least_zoom=14)
    return Mark(key=new_key(person), geometry=Polygon([*ring, ring[0]], srid=4326), answers=answers, effort=effort)


def image_mark(person: Person, spot: tuple[float, float], answers: dict) -> Mark:
    """A spot on a plan image, given as parts of its width and height."""
    x, y = (min(0.99, max(0.01, part + person.chance.gauss(0, 0.025))) for part in spot)
    effort = {"vertices": 1, "edits": 0, "seconds": round(person.chance.lognormvariate(1.9, 0.5), 1)}
    effort["input"] = person.tools if person.tools != "words" else "touch"
    return Mark(key=new_key(person), on_image=(round(x, 5), round(y, 5)), answers=answers, effort=effort)
