"""Registers what hearings bring to the Wagtail admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.moderation_admin import ModerationPolicy
from cms.policies import OrganisationPolicy
from hearings.homepage import CommentsPanel, HearingsPanel
from hearings.models import Comment, Hearing
from hearings.moderation_views import CommentViewSet
from hearings.viewsets import DeleteOwnHearings, HearingViewSet

register_permission_policy(Hearing, OrganisationPolicy(Hearing))
register_permission_policy(Comment, ModerationPolicy(Comment))
register_snippet(HearingViewSet)
# After Wagtail's own, in whose place it comes.
hooks.register("register_bulk_action", DeleteOwnHearings, order=1)


@hooks.register("register_admin_viewset")
def comment_viewset():
    return CommentViewSet()


@hooks.register("construct_homepage_panels")
def home_panels(request, panels):
    panels.extend([HearingsPanel(), CommentsPanel()])


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("hearings.hide_comment", _("Hide comment"), _("Comment hidden"))
    actions.register_action("hearings.restore_comment", _("Restore comment"), _("Comment restored"))
    actions.register_action("hearings.close_hearing", _("Close early"), _("Closed early"))
