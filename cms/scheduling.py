"""Publishes and takes down what was scheduled.

Wagtail's own command stops at the first thing that fails, and may leave that half published. Here each is
done whole or not at all, by itself.
"""

import logging
from collections.abc import Callable, Iterator
from functools import partial

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


def run_schedule() -> set[str]:
    """Do all that is due; names of what failed, each with its fault in the log. It is tried again the next time."""
    failed = set()
    for name, action in _due():
        try:
            with transaction.atomic():
                action()
        except Exception:
            logger.exception("Scheduled but not done: %s", name)
            failed.add(name)
    return failed


def _due() -> Iterator[tuple[str, Callable]]:
    """What is to be taken down, then what is to be published, the earliest first."""
    now = timezone.now()
    for model in apps.get_models():
        # The tree's own model finds pages of every kind.
        if not issubclass(model, DraftStateMixin) or (issubclass(model, Page) and model is not Page):
            continue
        for thing in list(model.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")):
            take_down = partial(thing.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled")
            yield f"take down {thing._meta.label} {thing.pk}", take_down
    for revision in list(Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")):
        publish = partial(revision.publish, log_action="wagtail.publish.scheduled")
        yield f"publish {revision.content_type.model} {revision.object_id}, revision {revision.pk}", publish
