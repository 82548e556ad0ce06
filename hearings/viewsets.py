"""Hearings in the Wagtail admin: each planner sees and edits what their organisation owns."""

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

from cms.editing import LANGUAGE_FIELD, EditsOneLanguage
from cms.ownership import OwnViews
from cms.permissions import Right, has_right_somewhere
from cms.policies import RIGHT_FOR
from cms.translations import language_codes
from hearings.forms import mentions
from hearings.models import Hearing
from hearings.panels import hearing_edit_handler
from hearings.permissions import can_publish
from hearings.publishing import close_hearing, publishing_gaps


class WritesHearing(EditsOneLanguage):
    """Shared by creating and editing: publishing is refused with a list of what is missing."""

    language_edit_handler = staticmethod(hearing_edit_handler)

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
            self.produced_error_message = gettext("The hearing was not published. Please mend these first:")
        return not problems

    def publishing_problems(self, hearing) -> list[str]:
        if not can_publish(self.request.user, hearing):
            return [gettext("You can't publish for this organisation. Save a draft and ask a publisher.")]
        return publishing_gaps(hearing)


class HearingIndexView(snippets.IndexView):
    def get_base_queryset(self):
        own = self.permission_policy.instances_user_has_any_permission_for(self.request.user, list(RIGHT_FOR))
        return own.select_related("latest_revision").prefetch_related("translations", "organisation__translations")

    def search_queryset(self, queryset):
        return queryset.filter(mentions(self.search_query)) if self.search_query else queryset

    @cached_property
    def is_searchable(self):
        return True

    def get_list_more_buttons(self, instance):
        see = Button(_("See the page"), url=instance.get_absolute_url(), icon_name="view", priority=5)
        return [*super().get_list_more_buttons(instance), see]


class HearingCreateView(WritesHearing, snippets.CreateView):
    pass


class HearingEditView(WritesHearing, snippets.EditView):
    @cached_property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        if self.live_object.live and self.live_object.is_open and can_publish(self.request.user, self.live_object):
            url = reverse("hearings_admin:close", args=[self.live_object.pk])
            buttons.append(Button(_("Close early"), url=url, icon_name="lock", priority=40))
        return buttons


class PreviewsOneLanguage(EditsOneLanguage):
    """A preview shows what is typed: its form's own words say which language that is."""

    language_edit_handler = staticmethod(hearing_edit_handler)

    def get_form(self, query_dict):
        language = query_dict.get(LANGUAGE_FIELD) if query_dict else None
        if language in language_codes():
            self.language = language
        return super().get_form(query_dict)


class HearingPreviewOnCreateView(PreviewsOneLanguage, snippets.PreviewOnCreateView):
    pass


class HearingPreviewOnEditView(PreviewsOneLanguage, snippets.PreviewOnEditView):
    pass


class CloseHearingView(PermissionCheckedMixin, View):
    """Asks, and closes an open hearing now."""

    model = Hearing
    permission_required = "publish"

    def get(self, request, pk):
        context = {"hearing": self.own, "back": reverse("hearings_admin:edit", args=[pk])}
        return TemplateResponse(request, "hearings/admin/close_hearing.html", context)

    def post(self, request, pk):
        close_hearing(hearing=self.own, by=request.user)
        messages.success(request, gettext("The hearing has ended. Residents can no longer comment on it."))
        return redirect("hearings_admin:edit", pk)


class HearingPublishItem(PublishMenuItem):
    def is_shown(self, context):
        if context.get("locked_for_user"):
            return False
        user, hearing = context["request"].user, context.get("instance")
        return can_publish(user, hearing) if hearing else has_right_somewhere(user, Right.PUBLISH)


class HearingUnpublishItem(UnpublishMenuItem):
    def is_shown(self, context):
        hearing = context.get("instance")
        return (
            context["view"] == "edit"
            and not context.get("locked_for_user")
            and hearing.live
            and can_publish(context["request"].user, hearing)
        )


def moment(value) -> str:
    """A date and time in the planner's own way; Wagtail's own column calls what is to come "just now"."""
    return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT") if value else "–"


class DeleteOwnHearings(DeleteBulkAction):
    """Wagtail's own lists by name every hearing that the planner may not delete, other organisations' drafts too."""

    models = [Hearing]

    def get_actionable_objects(self):
        hearings, others = super().get_actionable_objects()
        own = set(self.permission_policy.instances_user_has_any_permission_for(self.request.user, list(RIGHT_FOR)))
        return hearings, {name: [hearing for hearing in rest if hearing in own] for name, rest in others.items()}


class HearingViewSet(OwnViews, SnippetViewSet):
    model = Hearing
    icon = "comment"
    menu_label = _("Hearings")
    menu_order = 100
    add_to_admin_menu = True
    admin_url_namespace = "hearings_admin"
    base_url_path = "hearings"
    copy_view_enabled = False
    list_display = [
        "__str__",
        Column("organisation", label=_("Organisation")),
        LiveStatusTagColumn(label=_("Status")),
        Column("open_at", label=_("Opens"), accessor=lambda hearing: moment(hearing.open_at)),
        Column("close_at", label=_("Closes"), accessor=lambda hearing: moment(hearing.close_at)),
        UpdatedAtColumn(label=_("Edited")),
    ]
    index_view_class = HearingIndexView
    add_view_class = HearingCreateView
    edit_view_class = HearingEditView
    preview_on_add_view_class = HearingPreviewOnCreateView
    preview_on_edit_view_class = HearingPreviewOnEditView

    def get_edit_handler(self):
        return hearing_edit_handler(language_codes()[0])

    def get_urlpatterns(self):
        close = self.construct_view(CloseHearingView)
        return [*super().get_urlpatterns(), path("close/<uuid:pk>/", close, name="close")]

    def register_chooser_viewset(self):
        """Nothing chooses a hearing, and a chooser would list other organisations' drafts."""
