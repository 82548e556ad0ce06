"""What people of an organisation see first in the admin: their hearings, and what was said last."""

from django.db.models import F, Q
from wagtail.admin.ui.components import Component

from cms.choices import ConsultationStatus
from cms.consultations import opening_condition
from cms.permissions import Right, has_right_somewhere, within_right
from cms.translations import with_texts
from hearings.models import Comment, Hearing
from hearings.permissions import can_edit, can_moderate

HEARINGS_SHOWN = 10
COMMENTS_SHOWN = 8


class HearingsPanel(Component):
    """Hearings that are open, coming, or still being written."""

    name = "hearings"
    template_name = "hearings/admin/home_hearings.html"
    order = 50

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        under_way = Q(live=False) | ~opening_condition(ConsultationStatus.CLOSED)
        own = Hearing.objects.filter(within_right(user, Right.SEE_DRAFTS)).filter(under_way)
        urgent_first = own.order_by("-live", F("close_at").asc(nulls_last=True), "-created_at")
        hearings = with_texts(urgent_first.with_comment_count(), "title").select_related("organisation")
        return {
            "rows": [{"hearing": each, "may_edit": can_edit(user, each)} for each in hearings[:HEARINGS_SHOWN]],
            "may_create": has_right_somewhere(user, Right.EDIT),
        }


class CommentsPanel(Component):
    """The newest comments on them."""

    name = "comments"
    template_name = "hearings/admin/home_comments.html"
    order = 60

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        own = Comment.objects.shown().filter(within_right(user, Right.SEE_DRAFTS, "hearing__organisation__"))
        newest = own.select_related("hearing__organisation").prefetch_related("hearing__translations")
        return {
            "rows": [{"comment": each, "address": address_for(user, each)} for each in newest[:COMMENTS_SHOWN]],
            "may_moderate": has_right_somewhere(user, Right.MODERATE),
        }


def address_for(user, comment) -> str:
    """Where a moderator decides on the comment; for others, where it is read."""
    return comment.moderate_url if can_moderate(user, comment.hearing) else comment.get_absolute_url()
