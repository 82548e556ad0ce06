"""Admin views of what organisations own: a thing of another organisation is not there."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.http import Http404

from cms.policies import RIGHT_FOR


class OwnOnly:
    """For a Wagtail admin view of one thing: another organisation's is 404, and rights are asked of this one."""

    #: The thing as it is stored, not its newest draft; None where the view is of no single thing.
    own = None

    def setup(self, request, *args, **kwargs):
        if "pk" in kwargs:
            self.own = self.find_own(request.user, kwargs["pk"])
        super().setup(request, *args, **kwargs)

    def find_own(self, user, key):
        own = self.permission_policy.instances_user_has_any_permission_for(user, list(RIGHT_FOR))
        try:
            return own.select_related("organisation").get(pk=unquote(str(key)))
        except (self.model.DoesNotExist, ValidationError):  # some of Wagtail's addresses take any text as a key
            raise Http404 from None

    def user_has_permission(self, permission):
        if self.own is None:
            return super().user_has_permission(permission)
        return self.user_has_permission_for_instance(permission, self.own)

    def user_has_any_permission(self, permissions):
        return any(self.user_has_permission(permission) for permission in permissions)


class OwnViews:
    """For a viewset: every view, whichever Wagtail adds, is narrowed to what the person's organisations own."""

    def construct_view(self, view_class, **kwargs):
        narrowed = type(view_class.__name__, (OwnOnly, view_class), {})
        return super().construct_view(narrowed, **kwargs)
