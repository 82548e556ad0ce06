"""Keeps every questionnaire that has been answered, as it was."""

import hashlib
import json
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from mapsurveys.models import Survey, SurveyVersion


def version_digest(survey: Survey) -> str:
    """Tells versions apart: the questionnaire, and what its cover text announced of publishing."""
    announced = json.dumps(survey.announcement(), sort_keys=True)
    return hashlib.sha256(f"{survey.document.digest}{announced}".encode()).hexdigest()


def current_version(survey: Survey) -> SurveyVersion | None:
    """The version that residents answer now; None before the first publishing."""
    return survey.versions.filter(number__isnull=False).order_by("-number").first()


def published_version(survey: Survey, number: int) -> SurveyVersion | None:
    return survey.versions.filter(number=number).first()


@transaction.atomic
def record_version(survey: Survey, *, now: datetime | None = None) -> SurveyVersion:
    """The version of what has just been published: a new one where anything of it has changed."""
    Survey.objects.select_for_update(of=["self"]).only("pk").get(pk=survey.pk)
    latest = current_version(survey)
    digest = version_digest(survey)
    if latest is not None and latest.digest == digest:
        return latest
    greatest = survey.versions.aggregate(number=Max("number"))["number"] or 0
    return _keep(survey, digest, greatest + 1, now)


@transaction.atomic
def version_for_testing(draft: Survey, *, now: datetime | None = None) -> SurveyVersion:
    """A version of a draft for its planner and testers; the published one where the draft is the same."""
    digest = version_digest(draft)
    same = draft.versions.filter(digest=digest).order_by("-number").first()
    return same or _keep(draft, digest, None, now)


def _keep(survey: Survey, digest: str, number: int | None, now: datetime | None) -> SurveyVersion:
    return SurveyVersion.objects.create(
        survey_id=survey.pk,
        number=number,
        questionnaire=survey.questionnaire,
        announcement=survey.announcement(),
        digest=digest,
        created_at=now or timezone.now(),
    )
