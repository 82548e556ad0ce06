"""What the admin views of hearings and surveys have in common: their lists, editors and verbs."""

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.action_menu import PublishMenuItem, UnpublishMenuItem
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views import snippets
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.consultations import Consultation
from cms.editing import LANGUAGE_FIELD, EditsOneLanguage
from cms.ownership import OwnViews
from cms.permissions import Right, has_right, has_right_somewhere
from cms.policies import RIGHT_FOR
from cms.translations import language_codes


def may_publish(user, consultation: Consultation) -> bool:
    """Whether `user` may publish it, unpublish it and close it early."""
    return has_right(user, Right.PUBLISH, consultation.organisation)


def moment(value) -> str:
    """A date and time in the planner's own way; Wagtail's own column calls what is to come "just now"."""
    return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT") if value else "–"


class WritesConsultation(EditsOneLanguage):
    """Shared by creating and editing: publishing is refused with a list of what is missing.

    Subclasses set what is said above the list, and `publishing_gaps(consultation)`, which makes it.
    """

    not_published = ""
    publishing_gaps = None

    def is_valid(self, form):
        if not super().is_valid(form):
            return False
        if self.action != "publish":
            return True
        problems = self.publishing_problems(form.save(commit=False))
        for problem in problems:
            form.add_error(None, problem)
        if problems:
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.not_published
        return not problems

    def publishing_problems(self, consultation) -> list[str]:
        if not may_publish(self.request.user, consultation):
            return [gettext("You can't publish for this organisation. Save a draft and ask a publisher.")]
        return self.publishing_gaps(consultation)


class ConsultationIndexView(snippets.IndexView):
    """Lists what the planner's organisations hold, with a way to each public page."""

    def get_base_queryset(self):
        own = self.permission_policy.instances_user_has_any_permission_for(self.request.user, list(RIGHT_FOR))
        return own.select_related("latest_revision").prefetch_related("translations", "organisation__translations")

    @cached_property
    def is_searchable(self):
        return True

    def get_list_more_buttons(self, instance):
        see = Button(_("See the page"), url=instance.get_absolute_url(), icon_name="view", priority=5)
        return [*super().get_list_more_buttons(instance), see]


class ConsultationEditView(WritesConsultation, snippets.EditView):
    @cached_property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        stored = self.live_object
        if stored.live and stored.is_open and may_publish(self.request.user, stored):
            url = stored.snippet_viewset.close_address(stored)
            buttons.append(Button(_("Close early"), url=url, icon_name="lock", priority=40))
        return buttons


class PreviewsOneLanguage(EditsOneLanguage):
    """A preview shows what is typed: its form's own words say which language that is."""

    def get_form(self, query_dict):
        language = query_dict.get(LANGUAGE_FIELD) if query_dict else None
        if language in language_codes():
            self.language = language
        return super().get_form(query_dict)


class CloseView(PermissionCheckedMixin, View):
    """Asks, and closes what is open now. Subclasses say how it is closed, and what is told."""

    permission_required = "publish"
    template_name = ""
    closed_message = ""

    def get(self, request, pk):
        address = self.model.snippet_viewset.get_url_name("edit")
        context = {"consultation": self.own, "back": reverse(address, args=[pk])}
        return TemplateResponse(request, self.template_name, context)

    def post(self, request, pk):
        self.close()
        messages.success(request, self.closed_message)
        return redirect(self.model.snippet_viewset.get_url_name("edit"), pk)

    def close(self):
        """Close `self.own`."""
        raise NotImplementedError


class PublishItem(PublishMenuItem):
    def is_shown(self, context):
        if context.get("locked_for_user"):
            return False
        user, consultation = context["request"].user, context.get("instance")
        return may_publish(user, consultation) if consultation else has_right_somewhere(user, Right.PUBLISH)


class UnpublishItem(UnpublishMenuItem):
    def is_shown(self, context):
        consultation = context.get("instance")
        return (
            context["view"] == "edit"
            and not context.get("locked_for_user")
            and consultation.live
            and may_publish(context["request"].user, consultation)
        )


class DeleteOwn(DeleteBulkAction):
    """Wagtail's own lists by name everything that the planner may not delete, other organisations' drafts too.

    Subclasses name their model, and are registered after Wagtail's, in whose place they come.
    """

    def get_actionable_objects(self):
        mine, others = super().get_actionable_objects()
        own = set(self.permission_policy.instances_user_has_any_permission_for(self.request.user, list(RIGHT_FOR)))
        return mine, {name: [each for each in rest if each in own] for name, rest in others.items()}


#: What every list of consultations tells, after the title.
LIST_COLUMNS = [
    Column("organisation", label=_("Organisation")),
    LiveStatusTagColumn(label=_("Status")),
    Column("open_at", label=_("Opens"), accessor=lambda consultation: moment(consultation.open_at)),
    Column("close_at", label=_("Closes"), accessor=lambda consultation: moment(consultation.close_at)),
]


class ConsultationViewSet(OwnViews, SnippetViewSet):
    """A kind of consultation in the admin. Subclasses set `language_edit_handler(language)`, which gives the panels."""

    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["__str__", *LIST_COLUMNS, UpdatedAtColumn(label=_("Edited"))]
    language_edit_handler = None
    close_view_class = CloseView

    def get_edit_handler(self):
        return self.language_edit_handler(language_codes()[0])

    def close_address(self, consultation) -> str:
        """Where it can be closed early."""
        return reverse(self.get_url_name("close"), args=[consultation.pk])

    def get_urlpatterns(self):
        close = self.construct_view(self.close_view_class)
        return [*super().get_urlpatterns(), path("close/<uuid:pk>/", close, name="close")]

    def register_chooser_viewset(self):
        """Nothing chooses a consultation, and a chooser would list other organisations' drafts."""
