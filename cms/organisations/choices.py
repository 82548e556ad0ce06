from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a member does in an organisation; the rights are in cms.permissions."""

    EDITOR = "editor", _("Editor: writes drafts")
    PUBLISHER = "publisher", _("Publisher: writes and publishes")
    MODERATOR = "moderator", _("Moderator: handles comments")
    VIEWER = "viewer", _("Viewer: sees drafts")


class AreaKind(TextChoices):
    DISTRICT = "district", _("Major district")
    NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
