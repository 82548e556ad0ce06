"""Deciding on a contribution in the Wagtail admin; guests say what is decided on and what follows."""

from django import forms
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import registry as log_registry
from wagtail.permission_policies import BasePermissionPolicy

from cms.choices import HiddenReason
from cms.permissions import Right, has_right, has_right_somewhere

LONGEST_NOTE = 2_000


class ModerationPolicy(BasePermissionPolicy):
    """Moderators read contributions in the admin; nobody writes or deletes them there."""

    def user_has_permission(self, user, action):
        return action == "view" and has_right_somewhere(user, Right.MODERATE)

    def user_has_permission_for_instance(self, user, action, instance):
        return action == "view" and has_right(user, Right.MODERATE, instance.held_by)

    def instances_user_has_any_permission_for(self, user, actions):
        own = self.model._default_manager
        return own.in_care_of(user) if "view" in actions else own.none()

    def users_with_any_permission(self, actions):
        return []


class HideForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=[("", "—"), *HiddenReason.choices],
        help_text=_("Everyone sees it where the text was."),
        error_messages={"required": _("Choose a reason. It is shown where the text was.")},
    )
    note = forms.CharField(
        label=_("Note to other moderators"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is never shown outside the admin."),
    )


class ModerateView(PermissionCheckedMixin, View):
    """One contribution, its history of decisions, and the decision that can be made now.

    Subclasses set `model`, `template_name`, `index_url_name`, the two messages, and the verbs `hide` and `restore`.
    """

    any_permission_required = ["view"]
    related: tuple[str, ...] = ()
    index_url_name = ""
    hidden_message = ""
    restored_message = ""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        own = self.model.objects.in_care_of(request.user).select_related("moderated_by", *self.related)
        self.contribution = get_object_or_404(own, pk=kwargs["pk"])

    def hide(self, reason: str, note: str) -> None:
        raise NotImplementedError

    def restore(self, note: str) -> None:
        raise NotImplementedError

    def get(self, request, pk):
        return self.show(HideForm())

    def post(self, request, pk):
        if "restore" in request.POST:
            self.restore(request.POST.get("note", "").replace("\0", "")[:LONGEST_NOTE])
            messages.success(request, self.restored_message)
            return redirect(self.index_url_name)
        form = HideForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        self.hide(form.cleaned_data["reason"], form.cleaned_data["note"])
        messages.success(request, self.hidden_message)
        return redirect(self.index_url_name)

    def get_context(self) -> dict:
        """What the template shows beside the decision; subclasses add to it."""
        return {}

    def show(self, form, status=200):
        context = {
            "contribution": self.contribution,
            "form": form,
            "log": log_registry.get_logs_for_instance(self.contribution).select_related("user"),
            "index_url": reverse(self.index_url_name),
            **self.get_context(),
        }
        return TemplateResponse(self.request, self.template_name, context, status=status)
