"""Comments in the Wagtail admin: a moderator reads, hides and restores those of their organisation."""

import django_filters
from django import forms
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import registry as log_registry
from wagtail.permission_policies import BasePermissionPolicy

from cms.choices import HiddenReason
from cms.permissions import Right, has_right_somewhere
from hearings.models import Comment, Hearing
from hearings.moderating import hide_comment, restore_comment
from hearings.permissions import can_moderate


class CommentPolicy(BasePermissionPolicy):
    """Moderators read comments in the admin; nobody writes or deletes them there."""

    def user_has_permission(self, user, action):
        return action == "view" and has_right_somewhere(user, Right.MODERATE)

    def user_has_permission_for_instance(self, user, action, instance):
        return action == "view" and can_moderate(user, instance.hearing)

    def instances_user_has_any_permission_for(self, user, actions):
        return Comment.objects.in_care_of(user) if "view" in actions else Comment.objects.none()

    def users_with_any_permission(self, actions):
        return []


class HideForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", "—"), *HiddenReason.choices],
        help_text=_("Everyone sees it where the comment was."),
        error_messages={"required": _("Choose a reason. It is shown where the comment was.")},
    )
    note = forms.CharField(
        label=_("Note to other moderators"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is never shown outside the admin."),
    )


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


class ModerateView(PermissionCheckedMixin, View):
    """One comment with its place, its history of decisions, and the decision that can be made now."""

    model = Comment
    any_permission_required = ["view"]
    template_name = "hearings/admin/moderate.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        own = Comment.objects.in_care_of(request.user).select_related("hearing", "section", "moderated_by")
        self.comment = get_object_or_404(own, pk=kwargs["pk"])

    def get(self, request, pk):
        return self.show(HideForm())

    def post(self, request, pk):
        if "restore" in request.POST:
            restore_comment(
                comment=self.comment, by=request.user, note=request.POST.get("note", "").replace("\0", "")[:2000]
            )
            messages.success(request, gettext("The comment is visible again."))
            return redirect("comments:index")
        form = HideForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        hide_comment(comment=self.comment, by=request.user, **form.cleaned_data)
        messages.success(request, gettext("The comment is hidden. Its text is kept, and you can restore it."))
        return redirect("comments:index")

    def show(self, form, status=200):
        context = {
            "comment": self.comment,
            "form": form,
            "log": log_registry.get_logs_for_instance(self.comment).select_related("user"),
            "index_url": reverse("comments:index"),
        }
        return TemplateResponse(self.request, self.template_name, context, status=status)


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
            path("<int:pk>/", self.construct_view(ModerateView), name="moderate"),
        ]
