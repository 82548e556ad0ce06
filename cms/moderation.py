"""Contributions that a moderator may hide and restore. Hiding never destroys text."""

from typing import TypeVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from cms.choices import PUBLIC_STATES, TOMBSTONE_STATES, HiddenReason, ModerationState
from cms.permissions import Right, has_right, within_right


class ModeratedQuerySet(models.QuerySet):
    #: Leads from a contribution to the organisation whose moderators take care of it.
    organisation_path = ""

    def in_care_of(self, user):
        """What `user` moderates, hidden contributions too."""
        return self.filter(within_right(user, Right.MODERATE, f"{self.organisation_path}__"))

    def shown(self):
        """Whose text anyone may read."""
        return self.filter(state__in=PUBLIC_STATES)

    def with_tombstones(self):
        """Those shown, and those that leave a tombstone where they stood."""
        return self.filter(state__in=[*PUBLIC_STATES, *TOMBSTONE_STATES])


class Moderated(models.Model):
    """State of a contribution, with the reason, moment and person of the latest decision.

    Earlier decisions are in Wagtail's audit log.
    """

    state = models.CharField(
        _("state"), max_length=20, choices=ModerationState.choices, default=ModerationState.VISIBLE
    )
    hidden_reason = models.CharField(_("reason"), max_length=20, choices=HiddenReason.choices, blank=True)
    moderation_note = models.TextField(_("internal note"), blank=True)
    moderated_at = models.DateTimeField(_("decided"), null=True, blank=True)
    moderated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )

    class Meta:
        abstract = True

    @property
    def is_shown(self) -> bool:
        return self.state in PUBLIC_STATES

    @property
    def is_hidden(self) -> bool:
        return self.state == ModerationState.HIDDEN

    @property
    def is_withdrawn(self) -> bool:
        return self.state == ModerationState.WITHDRAWN

    @property
    def held_by(self):
        """The organisation whose moderators take care of it."""
        thing = self
        for step in type(self).objects.all().organisation_path.split("__"):
            thing = getattr(thing, step)
        return thing


Contribution = TypeVar("Contribution", bound=Moderated)


def hide(contribution: Contribution, *, by, reason: HiddenReason, note: str = "", action: str) -> Contribution:
    """Take it out of pages, maps and downloads at once; its text is kept.

    `reason` is public, `note` is for moderators alone; `action` is what the log calls it. What its author has
    withdrawn stays withdrawn. Raises PermissionDenied.
    """
    return _decide(contribution, by, ModerationState.HIDDEN, HiddenReason(reason), note, action)


def restore(contribution: Contribution, *, by, note: str = "", action: str) -> Contribution:
    """Bring it back into pages, maps and downloads. Raises PermissionDenied."""
    return _decide(contribution, by, ModerationState.VISIBLE, "", note, action)


@transaction.atomic
def _decide(
    contribution: Contribution, by, state: ModerationState, reason: str, note: str, action: str
) -> Contribution:
    if not has_right(by, Right.MODERATE, contribution.held_by):
        raise PermissionDenied
    contribution = type(contribution).objects.select_for_update(of=["self"]).get(pk=contribution.pk)
    if contribution.is_withdrawn or contribution.state == state:
        return contribution
    contribution.state = state
    contribution.hidden_reason = reason
    contribution.moderation_note = note
    contribution.moderated_at = timezone.now()
    contribution.moderated_by = by
    contribution.save(update_fields=["state", "hidden_reason", "moderation_note", "moderated_at", "moderated_by"])
    log(instance=contribution, action=action, user=by, data={"reason": str(reason), "note": note})
    return contribution
