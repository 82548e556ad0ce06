"""How the demo's people answer the closed survey of winter and the quick poll."""

from random import Random
from typing import Any

from mapsurveys.demo.answers.marking import choose_spots, point_mark, words_about
from mapsurveys.demo.answers.people import Person, Sayings, as_typed, on_land
from mapsurveys.demo.content.people import sayings
from mapsurveys.demo.content.people.bad_spots import BAD_SPOTS

SHORT = {
    "fi": ("Liukas", "Lunta", "Jäässä"),
    "sv": ("Halt",),
    "en": ("Icy",),
    "fi-simple": ("Liukasta.",),
    "ru": ("Скользко",),
}


class WinterDesk:
    """The texts not yet used."""

    def __init__(self, chance: Random):
        self.slippery = Sayings.shuffled(sayings.WINTER, chance)
        self.greetings = Sayings.shuffled(sayings.WINTER_GREETINGS, chance)


def fill_winter(person: Person, desk: WinterDesk) -> dict[str, Any]:
    means = {"winterwalk": 0.9, "winterbicycle": 0.3, "winterpram": 0.15, "wintertransit": 0.6, "wintercar": 0.2}
    if person.is_old:
        means |= {"winterbicycle": 0.05, "winterpram": 0.35}
    used = [key for key, share in means.items() if person.likely(share)]
    sheet: dict[str, Any] = {
        "slippery": [_slippery(person, desk, spot.at) for spot in choose_spots(person, BAD_SPOTS, 5)],
        "wintermeans": {"chosen": used},
        "wintergrade": max(4, min(10, round(person.chance.gauss(6.6 + person.mood - 0.7 * person.is_old, 1.2)))),
        "ploughfirst": _order(person),
    }
    if text := person.likely(0.4) and desk.greetings.take(person.language):
        sheet["winterwords"] = as_typed(person, text)
    if not used:
        del sheet["wintermeans"]
    if not sheet["slippery"]:
        del sheet["slippery"]
    return sheet


def _slippery(person: Person, desk: WinterDesk, at: tuple[float, float]):
    what = person.pick({"ice": 5, "snowbank": 4, "slush": 2, "gravel": 3})
    answers: dict[str, Any] = {"slipperywhat": {"chosen": [what]}}
    if text := words_about(person, desk.slippery, SHORT):
        answers["slipperywords"] = text
    return point_mark(person, on_land(person.chance, at, 60), answers, [], least_zoom=14)


def _order(person: Person) -> list[str]:
    weights = {"stops": 5, "crossings": 5, "pavements": 6, "cyclepaths": 5 if person.is_young else 2}
    ranked: list[str] = []
    while len(ranked) < len(weights):
        ranked.append(person.pick({key: weight for key, weight in weights.items() if key not in ranked}))
    return ranked


def fill_poll(person: Person) -> dict[str, Any]:
    times = {"morning": 2, "noon": 2, "afternoon": 3, "evening": 6, "weekend": 5}
    if person.is_old:
        times |= {"morning": 6, "noon": 5, "evening": 1.5}
    chosen = {person.pick(times) for _choice in range(person.chance.choice((1, 2, 2)))}
    company = {"withnobody": 3, "withfamily": 6 if person.children else 2, "withfriends": 4, "withdog": 2}
    sheet: dict[str, Any] = {"pollwhen": {"chosen": [key for key in times if key in chosen]}}
    if person.likely(0.9):
        sheet["pollwith"] = {"chosen": [person.pick(company)]}
    return sheet
