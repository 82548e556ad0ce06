"""What the demo's people say of each other's places, and what a moderator has done about it."""

import hashlib
from datetime import datetime, timedelta
from random import Random

from cms.accounts.models import User
from cms.choices import HiddenReason
from mapsurveys.demo.content.people import sayings
from mapsurveys.models import Agreement, Feature, Remark, Response, Survey
from mapsurveys.moderating import hide_place, hide_remark
from mapsurveys.neighbours import shared_questions

#: How many agreements there are, and how many places share most of them.
AGREEMENTS, POPULAR = 230, 40


def talk(survey: Survey, chance: Random, now: datetime) -> None:
    """Agreements and remarks by people who have sent their answers, each after both sides did."""
    places = list(
        Feature.objects.counted()
        .filter(survey=survey, question__in=shared_questions(survey))
        .select_related("response")
        .order_by("response__submitted_at", "question", "number")
    )
    people = list(Response.objects.counted().filter(survey=survey).order_by("submitted_at"))
    spoken = [place for place in places if _words(place)]
    _agree(chance, chance.sample(spoken, min(POPULAR, len(spoken))), places, people, now)
    _remark(chance, spoken, people, now)


def _words(place: Feature) -> str:
    return next((text for text in place.answers.values() if isinstance(text, str) and len(text) > 30), "")


def _later(chance: Random, place: Feature, respondent: Response, now: datetime) -> datetime | None:
    """When `respondent` may have met the place, soon after sending their own; None where that cannot be."""
    first = max(place.response.submitted_at, respondent.submitted_at)
    moment = first + timedelta(minutes=chance.expovariate(1 / 30) + 1)
    is_meeting = place.response_id != respondent.pk and place.response.submitted_at < respondent.submitted_at
    return moment if is_meeting and moment < now else None


def _agree(
    chance: Random, popular: list[Feature], places: list[Feature], people: list[Response], now: datetime
) -> None:
    agreements = {}
    for _agreement in range(AGREEMENTS * 3):
        place = chance.choice(popular if popular and chance.random() < 0.75 else places)
        respondent = chance.choice(people)
        moment = _later(chance, place, respondent, now)
        if moment and len(agreements) < AGREEMENTS:
            agreements[place.pk, respondent.pk] = Agreement(feature=place, response=respondent, created_at=moment)
    Agreement.objects.bulk_create(agreements.values())


def _remark(chance: Random, spoken: list[Feature], people: list[Response], now: datetime) -> None:
    remarks = []
    for text, language, answered in (*sayings.REMARKS, sayings.RUDE_REMARK):
        place = next((place for place in spoken if answered.lower() in _words(place).lower()), None)
        speakers = [person for person in people if place and person.language == language]
        meetings = [(person, moment) for person in speakers if (moment := _later(chance, place, person, now))]
        if meetings:
            speaker, moment = chance.choice(meetings)
            remarks.append(_said(place, speaker, text, moment))
    Remark.objects.bulk_create(remarks)


def _said(place: Feature, speaker: Response, text: str, moment: datetime) -> Remark:
    return Remark(
        feature=place,
        response=speaker,
        text=text,
        language=speaker.language,
        created_at=moment,
        idempotency_key=hashlib.sha256(f"{place.pk}{speaker.pk}{text}".encode()).hexdigest(),
    )


def moderate(survey: Survey) -> None:
    """A remark and a place that the demo's moderator has hidden, each with its reason."""
    moderator = User.objects.get(username="moderator")
    rude = Remark.objects.filter(feature__survey=survey, text=sayings.RUDE_REMARK[0]).first()
    if rude:
        hide_remark(remark=rude, by=moderator, reason=HiddenReason.OFFENSIVE, note="Loukkaa toista vastaajaa.")
    doubled = Feature.objects.counted().filter(survey=survey, question="placestomend", words="").order_by("pk").first()
    if doubled:
        hide_place(place=doubled, by=moderator, reason=HiddenReason.OFF_TOPIC, note="Merkki on selvästi vahinko.")
