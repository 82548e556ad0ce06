"""Registers what surveys bring to the Wagtail admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.moderation_admin import ModerationPolicy
from mapsurveys.admin.homepage import SurveysPanel
from mapsurveys.admin.moderation import SurveyModerationGroup
from mapsurveys.admin.policies import SurveyPolicy
from mapsurveys.admin.viewsets import DeleteOwnSurveys, SurveyViewSet
from mapsurveys.models import Feature, Remark, Survey

register_permission_policy(Survey, SurveyPolicy(Survey))
register_permission_policy(Feature, ModerationPolicy(Feature))
register_permission_policy(Remark, ModerationPolicy(Remark))
register_snippet(SurveyViewSet)
# After Wagtail's own, in whose place it comes.
hooks.register("register_bulk_action", DeleteOwnSurveys, order=1)


@hooks.register("register_admin_viewset")
def moderation():
    return SurveyModerationGroup()


@hooks.register("construct_homepage_panels")
def home_panel(request, panels):
    panels.append(SurveysPanel())


class FromData(LogFormatter):
    """A log entry whose message tells what was noted with it."""

    sentence = ""

    def format_message(self, log_entry):
        return self.sentence % log_entry.data


#: (action, what it is called, what the history says of it)
ACTIONS = [
    ("add_channel", _("Add a channel"), _("Added the channel “%(channel)s”")),
    ("open_channel", _("Take into use"), _("Took the channel “%(channel)s” into use")),
    ("shut_channel", _("Take out of use"), _("Took the channel “%(channel)s” out of use")),
    ("make_codes", _("Make one-time codes"), _("Made one-time codes for “%(channel)s”: %(count)s")),
    ("void_codes", _("Void unused codes"), _("Voided unused one-time codes of “%(channel)s”: %(count)s")),
    ("delete_test_answers", _("Delete test answers"), _("Deleted test answers: %(count)s")),
    ("keep_answer", _("Keep an answer from the public"), _("Kept an answer to “%(question)s” from the public")),
    ("tell_answer", _("Let an answer be public"), _("Let an answer to “%(question)s” be public")),
    ("store_population", _("Store population"), _("Stored the population figures that answers are compared with")),
    ("download_personal_answers", _("Download personal answers"), _("Downloaded personal answers (%(format)s)")),
]


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("mapsurveys.close_survey", _("Close early"), _("Closed early"))
    actions.register_action("mapsurveys.hide_place", _("Hide place"), _("Place hidden"))
    actions.register_action("mapsurveys.restore_place", _("Restore place"), _("Place restored"))
    actions.register_action("mapsurveys.hide_remark", _("Hide remark"), _("Remark hidden"))
    actions.register_action("mapsurveys.restore_remark", _("Restore remark"), _("Remark restored"))
    for name, label, sentence in ACTIONS:
        actions.register_action(f"mapsurveys.{name}")(type(name, (FromData,), {"label": label, "sentence": sentence}))
