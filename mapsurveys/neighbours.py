"""What respondents do with each other's places: see them, agree with them, say something of them.

Nobody sees the places of others before their own are sent (R20: what is seen first is repeated).
"""

import hashlib
import uuid
from collections.abc import Iterable
from datetime import datetime

from django.contrib.gis.geos import MultiPoint, Point
from django.db import IntegrityError, transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from cms.choices import PUBLIC_STATES
from cms.organisations.choices import AreaKind
from cms.organisations.models import Area
from cms.translations import TranslatedText, with_texts
from mapsurveys.choices import Neighbours
from mapsurveys.models import Agreement, Feature, Remark, Response, Survey
from mapsurveys.permissions import can_agree, can_remark

#: Characters of the longest remark.
LONGEST_REMARK = 2_000


class TakingPartRefused(Exception):
    """The planner does not allow it, the survey is not open, or the place is no longer shown."""


def shared_questions(survey: Survey) -> list[str]:
    """Ids of the questions whose places respondents show each other.

    Not those that some version has promised to publish coarsened only, even if the planner has changed that since.
    """
    versions = [version.document for version in survey.versions.filter(number__isnull=False)]
    coarse = {each.id for document in versions for each in document.asking() if each.marks and each.coarsen}
    return [each.id for each in survey.document.asking() if each.marks and not each.coarsen and each.id not in coarse]


def neighbour_places(survey: Survey):
    """The places that other respondents may see, in any order: sent, shown, told beforehand that they would be."""
    told = Q(response__version__announcement__neighbours__in=[each for each in Neighbours if each != "hidden"])
    shown = Feature.objects.counted().shown().filter(told, survey=survey, question__in=shared_questions(survey))
    return shown.select_related("response")


def with_figures(places, response: Response):
    """The same with `agreement_count`, `remark_count`, and whether this respondent agrees (`is_agreed`) or made it."""
    mine = Agreement.objects.filter(feature=OuterRef("pk"), response=response)
    return places.annotate(
        agreement_count=Count("agreements", distinct=True),
        remark_count=Count("remarks", filter=Q(remarks__state__in=PUBLIC_STATES), distinct=True),
        is_agreed=Exists(mine),
    )


def area_names(places: Iterable[Feature]) -> dict[uuid.UUID, TranslatedText]:
    """The part of the city that each place is in, by the place's key: a neighbourhood where one is known there.

    One query however many places. A place that is in no area, or has no geometry, is left out.
    """
    spots = {place.pk: place.geometry.point_on_surface for place in places if place.geometry}
    if not spots:
        return {}
    around = MultiPoint(*spots.values(), srid=4326)
    areas = with_texts(Area.objects.filter(geometry__intersects=around), "name")
    smallest_first = sorted(areas, key=lambda area: (area.kind != AreaKind.NEIGHBOURHOOD, area.geometry.area, area.pk))
    found = {key: _area_at(spot, smallest_first) for key, spot in spots.items()}
    return {key: area.translated("name") for key, area in found.items() if area}


def _area_at(spot: Point, areas: list[Area]) -> Area | None:
    return next((area for area in areas if area.geometry.intersects(spot)), None)


def find_place(survey: Survey, key: uuid.UUID) -> Feature:
    """Raises TakingPartRefused where it is not, or no longer, shown."""
    place = neighbour_places(survey).select_related("survey").filter(pk=key).first()
    if place is None:
        raise TakingPartRefused
    return place


def agree(*, place: Feature, response: Response, now: datetime | None = None) -> None:
    """Agree with another's place, once. Raises TakingPartRefused, also for one's own place."""
    now = now or timezone.now()
    if not can_agree(place.survey, response, now) or place.response_id == response.pk:
        raise TakingPartRefused
    Agreement.objects.get_or_create(feature=place, response=response, defaults={"created_at": now})


def take_back_agreement(*, place: Feature, response: Response, now: datetime | None = None) -> None:
    """Raises TakingPartRefused."""
    if not can_agree(place.survey, response, now or timezone.now()):
        raise TakingPartRefused
    Agreement.objects.filter(feature=place, response=response).delete()


def leave_remark(
    *, place: Feature, response: Response, text: str, language: str, form_key: str = "", now: datetime | None = None
) -> Remark:
    """Say something of a place. The same words from the same form are stored once. Raises TakingPartRefused."""
    now = now or timezone.now()
    if not can_remark(place.survey, response, now):
        raise TakingPartRefused
    parts = [str(place.pk), str(response.pk), text, form_key or uuid.uuid4().hex]
    key = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    remark = Remark(feature=place, response=response, text=text, language=language, created_at=now, idempotency_key=key)
    try:
        with transaction.atomic():
            remark.save(force_insert=True)
    except IntegrityError:
        remark = Remark.objects.filter(idempotency_key=key).first()
        if remark is None:
            raise TakingPartRefused from None
    return remark


def take_back_remark(*, remark: Remark, response: Response) -> None:
    """Delete one's own remark for good. Raises TakingPartRefused for another's, and for one that a moderator hid."""
    if remark.response_id != response.pk or not remark.is_shown:
        raise TakingPartRefused
    remark.delete()
