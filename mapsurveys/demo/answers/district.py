"""How the demo's people answer the large survey: each question by who they are."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from mapsurveys.demo.answers.marking import (
    calm_mark,
    choose_spots,
    image_mark,
    point_mark,
    route_mark,
    spot_mark,
    words_about,
)
from mapsurveys.demo.answers.people import Person, Sayings, as_typed, home_of, on_land
from mapsurveys.demo.content.people import sayings
from mapsurveys.demo.content.people.bad_spots import BAD_SPOTS, SHORT_BLAME
from mapsurveys.demo.content.people.good_spots import GOOD_SPOTS, SHORT_PRAISE
from mapsurveys.kinds.marking import Mark
from mapsurveys.questionnaire import Questionnaire

Sheet = dict[str, Any]

#: Spots on the draft of the square: where, and what people make of it.
SQUARE = (
    ((0.48, 0.76), "keep", 7), ((0.19, 0.34), "keep", 5), ((0.75, 0.59), "keep", 3), ((0.82, 0.81), "keep", 3),
    ((0.80, 0.35), "keep", 4), ((0.18, 0.76), "keep", 2), ((0.50, 0.15), "change", 5), ((0.40, 0.79), "change", 3),
    ((0.50, 0.50), "change", 4), ((0.20, 0.55), "change", 2), ((0.40, 0.24), "missing", 2),
    ((0.63, 0.62), "missing", 4), ((0.93, 0.60), "missing", 3),
)  # fmt: skip

#: Where children play.
PLAY = (
    (24.9812, 60.1857), (24.9508, 60.1878), (24.9706, 60.1869), (24.9458, 60.1799), (24.9527, 60.1839),
    (24.9600, 60.2040),
)  # fmt: skip

#: Longitude east of which a place is in Kalasatama.
KALASATAMA_WEST = 24.9745

NICKNAMES = (
    "kuikka",
    "lokki",
    "saunakauha",
    "ratikka7",
    "silakka",
    "pihlaja",
    "talvitaivas",
    "merituuli",
    "karhu",
    "almen",
)


@dataclass
class Desk:
    """What the answers are made from: the texts not yet used, the given places, the day of answering."""

    of_spots: dict[tuple[float, float], Sayings]
    of_square: dict[str, Sayings]
    greetings: Sayings
    calm_why: Sayings
    kalasatama: Sayings
    play: Sayings
    landings: dict[str, Any]
    layers: dict[str, list[str]]

    @classmethod
    def of(cls, document: Questionnaire, chance: Random) -> "Desk":
        def shuffled(texts):
            return Sayings.shuffled(texts, chance)

        return cls(
            of_spots={spot.at: shuffled(spot.words) for spot in (*GOOD_SPOTS, *BAD_SPOTS)},
            of_square={verdict: shuffled(texts) for verdict, texts in sayings.SPOT_WORDS.items()},
            greetings=shuffled(sayings.GREETINGS),
            calm_why=shuffled(sayings.CALM_WHY),
            kalasatama=shuffled(sayings.KALASATAMA_VALUE),
            play=shuffled(sayings.PLAY_WORDS),
            landings={place.id: place.shape() for place in document.find_question("landings").places},
            layers={step.id: step.layers for step in document.steps},
        )


def fill(person: Person, desk: Desk, today: date) -> Sheet:
    """All answers by question id, as StepForm cleans them; also to questions that the rules do not show."""
    return (
        _about(person)
        | _places(person, desk)
        | _shore(person, desk)
        | _square(person, desk, today)
        | _children(person, desk)
        | _wishes(person, desk)
    )


def _one(choice: str) -> Sheet:
    return {"chosen": [choice]}


def _about(person: Person) -> Sheet:
    connection = _one(person.connection)
    if person.connection == "passing" and person.likely(0.3):
        connection = {
            "chosen": ["other"],
            "other": person.chance.choice(("Mummola on täällä", "Olin ennen täältä", "Kaverit asuu täällä")),
        }
    sheet = {"connection": connection}
    if person.likely(0.95):
        sheet["age"] = _one(person.age)
    if person.likely(0.93):
        sheet["children"] = _one("childrenyes" if person.children else "childrenno")
    if not person.neighbourhood:
        return sheet
    sheet["neighbourhood"] = _one(person.neighbourhood)
    if person.likely(0.9):
        sheet["yearshere"] = _years(person)
    if person.likely(0.45) and person.tools != "words":
        sheet["home"] = [point_mark(person, home_of(person), {}, [], least_zoom=14)]
    return sheet


def _years(person: Person) -> int:
    longest = {"under18": 15, "from18": 12, "from30": 20, "from45": 35, "from65": 45, "from75": 60}[person.age]
    if person.neighbourhood == "kalasatama":
        longest = min(longest, 10)
    return round(longest * person.chance.betavariate(1.1, 1.8))


def _places(person: Person, desk: Desk) -> Sheet:
    layers = desk.layers["pageplaces"]
    good = [_good_mark(person, desk, spot, layers) for spot in choose_spots(person, GOOD_SPOTS, 5)]
    bad = [_bad_mark(person, desk, spot, layers) for spot in choose_spots(person, BAD_SPOTS, 4)]
    sheet = {"goodplaces": good, "placestomend": bad}
    if person.tools != "words" and person.likely(0.25 + 0.35 * person.care):
        by = _means(person)
        answers = {"routeby": _one(by)}
        if person.likely(0.85):
            answers["routepleasant"] = _graded(person, 3.1 + (0.4 if by in ("walk", "bicycle") else -0.3), 1, 5)
        sheet["dailyroute"] = [route_mark(person, answers, layers)]
        minutes = {"walk": 16, "bicycle": 14, "transit": 22, "car": 19, "wheels": 24}[by]
        sheet["routeminutes"] = max(2, min(120, round(person.chance.gauss(minutes, 7))))
    return {key: answer for key, answer in sheet.items() if answer}


def _means(person: Person) -> str:
    if person.is_old:
        return person.pick({"walk": 5, "bicycle": 1, "transit": 4, "car": 2, "wheels": 2})
    return person.pick({"walk": 5, "bicycle": 5, "transit": 4, "car": 2, "wheels": 0.15})


def _graded(person: Person, mean: float, first: int, last: int) -> int:
    return max(first, min(last, round(person.chance.gauss(mean + person.mood * 0.8, 1))))


def _good_mark(person: Person, desk: Desk, spot, layers) -> Mark:
    order = ("sea", "green", "people", "quiet", "play")
    reasons = set(spot.reasons) | ({person.chance.choice(order)} if person.likely(0.3) else set())
    answers: Sheet = {"goodbecause": {"chosen": [reason for reason in order if reason in reasons]}}
    if person.likely(0.85):
        answers["goodhowoften"] = _graded(person, 3.4 if person.neighbourhood in spot.near else 2.2, 1, 5)
    if text := words_about(person, desk.of_spots[spot.at], SHORT_PRAISE):
        answers["goodwords"] = text
    return spot_mark(person, spot, answers, layers, least_zoom=14)


def _bad_mark(person: Person, desk: Desk, spot, layers) -> Mark:
    known = person.chance.choice(spot.reasons)
    what = known if person.likely(0.85) else person.chance.choice(("traffic", "access", "dark", "dirty", "empty"))
    answers: Sheet = {"mendwhat": _one(what)}
    if text := words_about(person, desk.of_spots[spot.at], SHORT_BLAME):
        answers["mendwords"] = text
    return spot_mark(person, spot, answers, layers, least_zoom=15)


def _shore(person: Person, desk: Desk) -> Sheet:
    wishes = {"sit": 6, "stroll": 6, "swim": 5, "eat": 4, "sport": 3, "fish": 1, "boat": 1.5}
    if person.is_old:
        wishes |= {"sit": 10, "swim": 3, "sport": 1}
    if person.is_young:
        wishes |= {"swim": 8, "sport": 5, "fish": 0.3}
    sheet: Sheet = {"shorewishes": {"chosen": _some(person, wishes, person.chance.choice((1, 2, 3, 3)))}}
    if person.likely(0.05):
        sheet["shorewishes"] = {
            "chosen": ["other"],
            "other": person.chance.choice(("Katsella lintuja", "Soittaa kitaraa", "Olla vaan", "Pestä mattoja")),
        }
    landings = {
        "tokoinranta": 3,
        "market": 4,
        "shorepark": 6,
        "merihakaquay": 3,
        "suvilahti": 2,
        "kalasatamapark": 2,
        "sompasaari": 2,
    }
    if person.neighbourhood == "kalasatama":
        landings |= {"kalasatamapark": 8, "sompasaari": 7}
    if person.likely(0.8):
        chosen = _some(person, landings, person.chance.choice((1, 2, 2, 3)))
        sheet["landings"] = [_landing(person, desk, place) for place in chosen]
    if person.tools in ("mouse", "touch") and person.likely(0.12 + 0.4 * person.care):
        answers = {"calmwhy": why} if (why := desk.calm_why.take(person.language)) else {}
        mark = calm_mark(person, answers, desk.layers["pageshore"])
        sheet["calmareas"] = [mark]
        if mark.geometry.centroid.x > KALASATAMA_WEST and (text := desk.kalasatama.take(person.language)):
            sheet["kalasatamavalue"] = as_typed(person, text)
    return sheet


def _some(person: Person, weights: dict[str, float], count: int) -> list[str]:
    """So many different options by their weights, in the order of the options."""
    chosen: set[str] = set()
    while len(chosen) < count:
        chosen.add(person.pick(weights))
    return [option for option in weights if option in chosen]


def _landing(person: Person, desk: Desk, place: str) -> Mark:
    weights = {
        "benches": 4,
        "steps": 4,
        "cafe": 3,
        "toilet": 5 if person.is_old else 2,
        "events": 3 if person.is_young else 1,
    }
    answers: Sheet = {"landingwhat": _one(person.pick(weights))}
    if person.likely(0.8):
        answers["landingnow"] = _graded(person, 2.6, 1, 5)
    effort = {"input": "list", "seconds": round(person.chance.lognormvariate(2, 0.5), 1)}
    return Mark(key=place, place=place, geometry=desk.landings[place], answers=answers, effort=effort)


def _square(person: Person, desk: Desk, today: date) -> Sheet:
    sheet: Sheet = {}
    if person.likely(0.3 + 0.4 * person.care):
        count = person.chance.choice((1, 1, 2, 2, 3, 4))
        spots = person.chance.choices(SQUARE, [weight for _spot, _verdict, weight in SQUARE], k=count)
        sheet["squarespots"] = [
            _square_mark(person, desk, spot, verdict) for spot, verdict, _weight in dict.fromkeys(spots)
        ]
    moods = {"moodmarket": 4, "moodgarden": 4, "moodplay": 2, "moodsauna": 3}
    if person.is_old:
        moods |= {"moodgarden": 8, "moodsauna": 1.5}
    if person.children:
        moods |= {"moodplay": 6}
    if person.is_young:
        moods |= {"moodsauna": 7}
    if person.likely(0.9):
        sheet["squaremood"] = _one(person.pick(moods))
    if person.likely(0.7):
        sheet["lastvisit"] = (today - timedelta(days=min(90, round(person.chance.expovariate(1 / 6))))).isoformat()
    return sheet


def _square_mark(person: Person, desk: Desk, spot: tuple[float, float], verdict: str) -> Mark:
    answers: Sheet = {"spotverdict": _one(verdict)}
    if person.likely(0.6) and (text := desk.of_square[verdict].take(person.language)):
        answers["spotwords"] = as_typed(person, text)
    return image_mark(person, spot, answers)


def _children(person: Person, desk: Desk) -> Sheet:
    sheet: Sheet = {}
    if person.tools != "words" and person.likely(0.65):
        places = person.chance.sample(PLAY, person.chance.choice((1, 1, 2)))
        sheet["playplaces"] = [_play_mark(person, desk, at) for at in places]
    if person.likely(0.9):
        alone = {"aloneyes": 2, "aloneday": 4, "aloneno": 4, "alonesmall": 3}
        sheet["alone"] = _one(
            person.pick(alone | ({"aloneyes": 8, "alonesmall": 0} if person.age == "under18" else {}))
        )
    return sheet


def _play_mark(person: Person, desk: Desk, at: tuple[float, float]) -> Mark:
    answers = {"playwords": text} if (text := desk.play.take(person.language)) else {}
    return point_mark(person, on_land(person.chance, at, 30), answers, desk.layers["pagechildren"], least_zoom=14)


def _wishes(person: Person, desk: Desk) -> Sheet:
    sheet: Sheet = {"priorities": _priorities(person), "budget": _budget(person)}
    if person.likely(0.88):
        sheet["satisfaction"] = _satisfaction(person)
    if person.likely(0.9):
        sheet["safety"] = "no_opinion" if person.likely(0.06) else _safety(person)
        if sheet["safety"] in range(5) and person.likely(0.75):
            sheet["safetywhy"] = as_typed(person, person.chance.choice(sayings.SAFETY_WHY[person.language]))
    if person.likely(0.25 + 0.3 * person.care) and (text := desk.greetings.take(person.language)):
        sheet["greetings"] = as_typed(person, text)
    if person.likely(0.13):
        sheet["email"] = f"{person.chance.choice(NICKNAMES)}{person.chance.randint(1, 99)}@example.org"
    for rarely, question in ((0.3, "budget"), (0.12, "priorities")):
        if person.likely(rarely):
            del sheet[question]
    return sheet


def _satisfaction(person: Person) -> Sheet:
    means = {"seats": -0.2, "clean": -0.1, "lights": 0.2, "cycling": -0.3, "winter": -0.6, "buses": 0.9}
    if person.is_old:
        means |= {"seats": -0.8, "winter": -1, "cycling": 0.1}
    rows = {}
    for row, mean in means.items():
        felt = person.chance.gauss(mean + person.mood, 0.6)
        graded = "pleased" if felt > 0.4 else "displeased" if felt < -0.4 else "soso"
        rows[row] = ["unsure" if person.likely(0.07) else graded]
    return {row: chosen for row, chosen in rows.items() if person.likely(0.96)}


def _safety(person: Person) -> int:
    return _graded(
        person,
        {"under18": 6.2, "from75": 4.8, "from65": 5.6}.get(person.age, 6.6)
        + person.mood * 1.5
        + person.chance.gauss(0, 1.3),
        0,
        10,
    )


def _priorities(person: Person) -> list[str]:
    weights = {"moretrees": 4, "shorepath": 6, "slowcars": 3, "toilets": 3, "swimming": 4, "youth": 2}
    if person.is_old:
        weights |= {"toilets": 8, "swimming": 1.5}
    if person.is_young:
        weights |= {"youth": 7, "slowcars": 1.5}
    if person.children:
        weights |= {"slowcars": 7, "swimming": 6}
    ranked = []
    for _place in range(3 if person.likely(0.85) else 2):
        ranked.append(person.pick({key: weight for key, weight in weights.items() if key not in ranked}))
    return ranked


def _budget(person: Person) -> dict[str, int]:
    """All of 100,000 in rounded parts, as people write them."""
    weights = {"spendbenches": 3, "spendplanting": 4, "spendlight": 2.5, "spendplay": 2, "spendevents": 1}
    if person.children:
        weights["spendplay"] = 5
    if person.is_old:
        weights["spendbenches"] = 6
    if person.is_young:
        weights |= {"spendevents": 3.5, "spendplay": 3}
    shares = {key: person.chance.gammavariate(weight, 1) for key, weight in weights.items()}
    unit = person.chance.choice((5_000, 10_000, 10_000, 20_000))
    amounts = {key: int(share / sum(shares.values()) * 100_000 // unit * unit) for key, share in shares.items()}
    amounts[max(shares, key=shares.get)] += 100_000 - sum(amounts.values())
    return amounts
