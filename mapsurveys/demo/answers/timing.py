"""When the demo's people answer: on which day, at what time of day, and how long each page takes them."""

from datetime import datetime, time, timedelta
from random import Random

from django.utils import timezone

#: Share of answers by hour, from midnight on: evenings most.
HOURS = (1, 0, 0, 0, 0, 1, 3, 6, 8, 8, 9, 9, 10, 8, 8, 9, 11, 13, 16, 19, 21, 18, 10, 4)
#: Days after opening when the letter reaches homes; the event is on the first Saturday after it.
LETTER_DAY = 4
SATURDAY = 5


def moment_of(chance: Random, channel: str, opened: datetime, latest: datetime) -> datetime:
    """When somebody begins: between `opened` and `latest` (both aware), by the habits of the channel."""
    days = max((latest - opened).days, 1)
    for _try in range(200):
        moment = _guess(chance, channel, timezone.localtime(opened), days)
        if opened < moment < latest and chance.random() < (1 if moment.weekday() >= 5 or channel != "open" else 0.72):
            return moment
    return opened + (latest - opened) * chance.uniform(0.2, 0.8)


def _guess(chance: Random, channel: str, opened: datetime, days: int) -> datetime:
    if channel == "event":
        days_left = (SATURDAY - opened.weekday() - LETTER_DAY) % 7
        return _at(opened, LETTER_DAY + days_left, chance.uniform(11, 17))
    if channel == "interviewer":
        return _at(
            opened,
            chance.choice([day for day in range(days) if (opened + timedelta(day)).weekday() < 5]),
            chance.uniform(9, 15),
        )
    if channel == "code":
        day = LETTER_DAY + int(chance.expovariate(1 / 4))
    else:
        # A wave when it is announced, another when it is told again in the middle.
        day = int(chance.expovariate(1 / 5)) if chance.random() < 0.55 else int(chance.gauss(days * 0.6, days * 0.2))
    hour = chance.choices(range(24), HOURS)[0] + chance.random()
    return _at(opened, day, hour)


def _at(opened: datetime, day: int, hour: float) -> datetime:
    midnight = datetime.combine(opened.date() + timedelta(days=day), time())
    return timezone.make_aware(midnight) + timedelta(seconds=round(hour * 3600))


def seconds_on(chance: Random, answers: list, *, slow: bool) -> int:
    """How long a page takes: by how much was answered, marked and written."""
    marks = sum(len(answer) for answer in answers if isinstance(answer, list))
    letters = sum(len(answer) for answer in answers if isinstance(answer, str))
    seconds = (12 + 14 * len(answers) + 28 * marks + letters / 3) * (1.6 if slow else 1)
    return max(6, round(seconds * chance.lognormvariate(0, 0.35)))
