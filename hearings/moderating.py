"""What a moderator does: hide a comment with a reason, and restore it. Each decision is logged."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from cms.choices import HiddenReason, ModerationState
from hearings.models import Comment
from hearings.permissions import can_moderate


@transaction.atomic
def hide_comment(*, comment: Comment, by, reason: HiddenReason, note: str = "") -> Comment:
    """Take a comment out of pages, maps and downloads at once; its text is kept, a tombstone shows.

    `reason` is public, `note` is for moderators alone. Raises PermissionDenied. A comment that its author
    has withdrawn stays withdrawn.
    """
    return _decide(comment, by, ModerationState.HIDDEN, HiddenReason(reason), note)


@transaction.atomic
def restore_comment(*, comment: Comment, by, note: str = "") -> Comment:
    """Bring a hidden comment back into pages, maps and downloads. Raises PermissionDenied."""
    return _decide(comment, by, ModerationState.VISIBLE, "", note)


def _decide(comment: Comment, by, state: ModerationState, reason: str, note: str) -> Comment:
    if not can_moderate(by, comment.hearing):
        raise PermissionDenied
    comment = Comment.objects.select_for_update(of=["self"]).select_related("hearing__organisation").get(pk=comment.pk)
    if comment.is_withdrawn or comment.state == state:
        return comment
    comment.state = state
    comment.hidden_reason = reason
    comment.moderation_note = note
    comment.moderated_at = timezone.now()
    comment.moderated_by = by
    comment.save(update_fields=["state", "hidden_reason", "moderation_note", "moderated_at", "moderated_by"])
    action = "hearings.hide_comment" if state == ModerationState.HIDDEN else "hearings.restore_comment"
    log(instance=comment, action=action, user=by, data={"reason": str(reason), "note": note})
    return comment
