"""The demo's people: who they are, how they came to the survey, and the chance that decides for them."""

import math
import random
from dataclasses import dataclass, field

import shapely

from mapsurveys.demo.content.people.ground import HOMES, LAND, LonLat

METRES_A_DEGREE = 111_320

#: Language: share of the respondents.
LANGUAGES = {"fi": 80, "sv": 8, "en": 6, "fi-simple": 3, "ru": 3}
#: Channel: share, then what it does to the ages, young to old.
CHANNELS = {
    "open": (55, (4, 22, 38, 27, 6, 3)),
    "code": (24, (1, 9, 22, 34, 21, 13)),
    "event": (13, (9, 10, 34, 22, 16, 9)),
    "interviewer": (8, (0, 2, 4, 12, 27, 55)),
}
AGES = ("under18", "from18", "from30", "from45", "from65", "from75")
NEIGHBOURHOODS = {
    "kallio": 27, "hakaniemi": 13, "sornainen": 14, "kalasatama": 17, "vallila": 11, "pasila": 6, "kumpula": 8,
    "kapyla": 4,
}  # fmt: skip

_land = shapely.Polygon(LAND)
shapely.prepare(_land)


@dataclass
class Sayings:
    """Texts by language of which each is handed out once."""

    left: dict[str, list[str]]

    @classmethod
    def shuffled(cls, texts: dict[str, tuple[str, ...]], chance: random.Random) -> "Sayings":
        return cls({code: chance.sample(each, len(each)) for code, each in texts.items()})

    def take(self, language: str) -> str:
        """The next text in this language, "" where none is left."""
        return self.left[language].pop() if self.left.get(language) else ""


@dataclass
class Person:
    """One respondent. `care` (0 to 1) is how much they mark and write, `mood` (-1 to 1) how pleased they are."""

    chance: random.Random
    language: str
    channel: str
    age: str
    neighbourhood: str
    connection: str
    children: bool
    care: float
    mood: float
    tools: str = field(default="mouse")

    @property
    def is_old(self) -> bool:
        return self.age in ("from65", "from75")

    @property
    def is_young(self) -> bool:
        return self.age in ("under18", "from18")

    def likely(self, probability: float) -> bool:
        return self.chance.random() < probability

    def pick(self, weights: dict[str, float]) -> str:
        return self.chance.choices(list(weights), weights.values())[0]


def make_person(chance: random.Random) -> Person:
    language = chance.choices(list(LANGUAGES), LANGUAGES.values())[0]
    channel = chance.choices(list(CHANNELS), [share for share, _ages in CHANNELS.values()])[0]
    ages = list(CHANNELS[channel][1])
    if language == "en":
        ages = [2, 40, 45, 12, 1, 0]
    age = chance.choices(AGES, ages)[0]
    lives = chance.random() < (0.97 if channel == "code" else 0.74)
    others = {"under18": (6, 5, 1), "from65": (0, 8, 3), "from75": (0, 8, 2)}.get(age, (8, 6, 3))
    connection = "live" if lives else chance.choices(("work", "leisure", "passing"), others)[0]
    parents = {"under18": 0.97, "from18": 0.12, "from30": 0.55, "from45": 0.33}.get(age, 0.03)
    old = age in ("from65", "from75")
    tools = chance.choices(("mouse", "touch", "keyboard", "words"), (5, 1, 1, 3) if old else (4, 7, 0.3, 0.3))[0]
    return Person(
        chance=chance,
        language=language,
        channel=channel,
        age=age,
        neighbourhood=chance.choices(list(NEIGHBOURHOODS), NEIGHBOURHOODS.values())[0] if lives else "",
        connection=connection,
        children=chance.random() < parents,
        care=chance.betavariate(3, 2.4) * (0.8 if channel == "event" else 1),
        mood=max(-1, min(1, chance.gauss(0.1, 0.45) - (0.2 if connection == "passing" else 0))),
        tools="touch" if channel in ("event", "interviewer") and tools == "mouse" else tools,
    )


def on_land(chance: random.Random, at: LonLat, metres: float) -> LonLat:
    """A place about so many metres from `at` (a standard deviation), on dry land; `at` itself where there is none."""
    lon, lat = at
    for _try in range(20):
        moved = shifted((lon, lat), chance.gauss(0, metres), chance.gauss(0, metres))
        if _land.contains(shapely.Point(moved)):
            return moved
    return at


def shifted(at: LonLat, east: float, north: float) -> LonLat:
    """`at` moved by metres, to six decimals."""
    lon, lat = at
    scale = METRES_A_DEGREE * math.cos(math.radians(lat))
    return round(lon + east / scale, 6), round(lat + north / METRES_A_DEGREE, 6)


def home_of(person: Person) -> LonLat:
    return on_land(person.chance, person.chance.choice(HOMES[person.neighbourhood]), 70)


#: What thumbs do to Finnish.
SLIPS = (("ä", "a"), ("tt", "t"), ("kk", "k"), (" on ", " o "), ("ksi", "ks"), ("että", "et"))


def as_typed(person: Person, text: str) -> str:
    """A text as this person types it: now and then without capitals or a full stop, or with a slip."""
    if person.likely(0.12):
        text = text[:1].lower() + text[1:]
    if person.likely(0.25):
        text = text.removesuffix(".")
    if person.language == "fi" and person.likely(0.12):
        right, wrong = person.chance.choice(SLIPS)
        text = text.replace(right, wrong, 1)
    return text
