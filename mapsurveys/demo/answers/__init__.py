"""Made-up answers to the demo's surveys.

Chance is seeded: on whichever day they are loaded, the same people give the same answers, at other moments.
"""

from copy import deepcopy
from datetime import timedelta
from random import Random

from django.utils import timezone

from mapsurveys.choices import ChannelKind
from mapsurveys.demo.answers import brief_surveys, district
from mapsurveys.demo.answers.people import Person, make_person
from mapsurveys.demo.answers.photos import send_photos
from mapsurveys.demo.answers.storing import Visit, passing_readers, rows_of
from mapsurveys.demo.answers.talking import moderate, talk
from mapsurveys.demo.answers.timing import moment_of
from mapsurveys.demo.content import DISTRICT, POLL, WINTER
from mapsurveys.models import AccessCode, Response, Survey
from mapsurveys.versions import current_version

#: Survey: (answers sent, begun and left unfinished, opened and left at once).
NUMBERS = {DISTRICT.slug: (298, 140, 460), POLL.slug: (84, 0, 130), WINTER.slug: (121, 22, 90)}
#: Responses that somebody has sent again a little later, word for word.
DOUBLES = 2


def load_answers(survey: Survey) -> None:
    """Write the answers to a survey that has none; nothing for a draft."""
    if survey.slug not in NUMBERS:
        return
    chance = Random(f"{survey.slug} 2026")  # noqa: S311 made-up people, no secret
    now = timezone.now()
    latest = min(now, survey.close_at) - timedelta(hours=2)
    version = current_version(survey)
    version.survey = survey
    channels = {channel.kind: channel for channel in survey.channels.all()}
    visits = make_visits(survey, chance, latest)
    rows = rows_of(survey, version, channels, visits)
    passing = [moment_of(chance, ChannelKind.OPEN, survey.open_at, latest) for _one in range(NUMBERS[survey.slug][2])]
    rows.events += passing_readers(survey, version.document.steps[0], passing)
    rows.write()
    use_codes(survey)
    if survey.slug == DISTRICT.slug:
        send_photos(survey, chance)
        talk(survey, chance, now)
        moderate(survey)


def make_visits(survey: Survey, chance: Random, latest) -> list[Visit]:
    """Everybody who answered and everybody who left in the middle, in no order."""
    sent, left, _passing = NUMBERS[survey.slug]
    # Chance of its own: moments are drawn again until they fit the calendar, and must not change the people.
    clock = Random(f"{survey.slug} moments")  # noqa: S311
    fill = filler(survey, chance, timezone.localdate(latest))
    visits = []
    for number in range(sent + left):
        person = make_person(chance)
        begun = moment_of(clock, person.channel, survey.open_at, latest)
        pages = None if number < sent else chance.choices((1, 2, 3, 4, 5), (45, 30, 14, 7, 4))[0]
        visits.append(Visit(person, fill(person), begun, pages))
    if survey.slug == DISTRICT.slug:
        visits += [again(visit) for visit in chance.sample(visits[:sent], DOUBLES)]
    return visits


def filler(survey: Survey, chance: Random, today):
    """What gives a person's answers to this survey."""
    if survey.slug == DISTRICT.slug:
        desk = district.Desk.of(survey.document, chance)
        return lambda person: district.fill(person, desk, today)
    if survey.slug == WINTER.slug:
        desk = brief_surveys.WinterDesk(chance)
        return lambda person: brief_surveys.fill_winter(person, desk)
    return brief_surveys.fill_poll


def again(visit: Visit) -> Visit:
    """The same answers from the same device, begun anew a few minutes later."""
    person: Person = visit.person
    return Visit(person, deepcopy(visit.sheet), visit.begun + timedelta(minutes=person.chance.randint(9, 25)))


def use_codes(survey: Survey) -> None:
    """Mark as many one-time codes used as answers came with one."""
    used = Response.objects.counted().filter(survey=survey, channel__kind=ChannelKind.CODE).count()
    codes = AccessCode.objects.filter(survey=survey).order_by("pk")[:used]
    AccessCode.objects.filter(pk__in=[code.pk for code in codes]).update(is_used=True)
