"""Contributions that a moderator may hide and restore. Hiding never destroys text."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.choices import PUBLIC_STATES, TOMBSTONE_STATES, HiddenReason, ModerationState


class ModeratedQuerySet(models.QuerySet):
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
