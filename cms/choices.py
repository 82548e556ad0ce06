from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConsultationStatus(TextChoices):
    """Where a published consultation stands by the clock."""

    UPCOMING = "upcoming", _("Opens later")
    OPEN = "open", _("Open now")
    CLOSED = "closed", _("Ended")


class ModerationState(TextChoices):
    """What the public sees of a participant's contribution."""

    VISIBLE = "visible", _("Visible")
    PENDING = "pending", _("Waiting for a moderator")
    HIDDEN = "hidden", _("Hidden by a moderator")
    WITHDRAWN = "withdrawn", _("Withdrawn by its author")


class HiddenReason(TextChoices):
    """Why a moderator hid a contribution: the category is public, a moderator's note is not."""

    OFFENSIVE = "offensive", _("insults or threats")
    PERSONAL_DATA = "personal_data", _("private information about someone")
    SPAM = "spam", _("advertising or spam")
    OFF_TOPIC = "off_topic", _("not about this subject")
    UNLAWFUL = "unlawful", _("against the law")
    DUPLICATE = "duplicate", _("the same comment sent many times")


#: States whose text the public may read and download.
PUBLIC_STATES = [ModerationState.VISIBLE]
#: States that leave a tombstone, so that replies keep their place.
TOMBSTONE_STATES = [ModerationState.HIDDEN, ModerationState.WITHDRAWN]
