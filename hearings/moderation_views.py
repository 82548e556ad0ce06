"""Comments in the Wagtail admin: a moderator reads, hides and restores those of their organisation."""

import django_filters
from django.urls import path
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from cms.moderation_admin import ModerateView
from hearings.models import Comment, Hearing
from hearings.moderating import hide_comment, restore_comment


class CommentFilterSet(WagtailFilterSet):
    hearing = django_filters.ModelChoiceFilter(queryset=lambda request: _hearings_of(request.user), label=_("Hearing"))

    class Meta:
        model = Comment
        fields = ["state", "hearing"]


def _hearings_of(user):
    own = Comment.objects.in_care_of(user).order_by().values("hearing")
    return Hearing.objects.filter(pk__in=own).prefetch_related("translations")


class CommentIndexView(generic.IndexView):
    any_permission_required = ["view"]
    paginate_by = 50

    def get_base_queryset(self):
        own = Comment.objects.in_care_of(self.request.user)
        return own.select_related("hearing").prefetch_related("hearing__translations")

    @cached_property
    def is_searchable(self):
        return True

    def search_queryset(self, queryset):
        return queryset.filter(text__icontains=self.search_query) if self.search_query else queryset

    def get_edit_url(self, instance):
        return instance.moderate_url

    def get_list_buttons(self, instance):
        return []


class ModerateCommentView(ModerateView):
    model = Comment
    related = ("hearing__organisation", "section")
    template_name = "hearings/admin/moderate.html"
    index_url_name = "comments:index"
    hidden_message = _("The comment is hidden. Its text is kept, and you can restore it.")
    restored_message = _("The comment is visible again.")

    def hide(self, reason, note):
        hide_comment(comment=self.contribution, by=self.request.user, reason=reason, note=note)

    def restore(self, note):
        restore_comment(comment=self.contribution, by=self.request.user, note=note)

    def get_context(self):
        return {"comment": self.contribution}


class CommentViewSet(ModelViewSet):
    model = Comment
    name = "comments"
    icon = "comment"
    menu_label = _("Comments")
    menu_order = 110
    add_to_admin_menu = True
    index_view_class = CommentIndexView
    filterset_class = CommentFilterSet
    form_fields = []
    list_display = [
        TitleColumn(
            "text",
            label=_("Comment"),
            accessor=lambda comment: Truncator(comment.text or str(comment)).chars(120),
            get_url=lambda comment: comment.moderate_url,
        ),
        Column("hearing", label=_("Hearing")),
        Column("state", label=_("State"), accessor="get_state_display"),
        DateColumn("created_at", label=_("Sent")),
    ]

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.construct_view(ModerateCommentView), name="moderate"),
        ]
