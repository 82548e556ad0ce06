"""What a moderator does: hide a comment with a reason, and restore it. Each decision is logged."""

from cms import moderation
from cms.choices import HiddenReason
from hearings.models import Comment


def hide_comment(*, comment: Comment, by, reason: HiddenReason, note: str = "") -> Comment:
    """Take a comment out of pages, maps and downloads at once; its text is kept, a tombstone shows.

    `reason` is public, `note` is for moderators alone. Raises PermissionDenied. A comment that its author
    has withdrawn stays withdrawn.
    """
    return moderation.hide(comment, by=by, reason=reason, note=note, action="hearings.hide_comment")


def restore_comment(*, comment: Comment, by, note: str = "") -> Comment:
    """Bring a hidden comment back into pages, maps and downloads. Raises PermissionDenied."""
    return moderation.restore(comment, by=by, note=note, action="hearings.restore_comment")
