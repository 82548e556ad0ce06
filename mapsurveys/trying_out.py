"""Answers of testers: never counted, and deleted when the planner has seen enough of them."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from mapsurveys.models import Attachment, Survey
from mapsurveys.permissions import can_edit
from mapsurveys.responding import discard


@transaction.atomic
def delete_test_answers(*, survey: Survey, by) -> int:
    """Delete all answers of testers with their files and the versions that only they saw; how many answers they were.

    Raises PermissionDenied.
    """
    if not can_edit(by, survey):
        raise PermissionDenied
    tests = survey.responses.filter(is_test=True)
    for attachment in Attachment.objects.filter(response__in=tests):
        discard(attachment)
    count = tests.count()
    tests.delete()
    survey.versions.filter(number__isnull=True, responses__isnull=True).delete()
    log(instance=survey, action="mapsurveys.delete_test_answers", user=by, data={"count": count})
    return count
