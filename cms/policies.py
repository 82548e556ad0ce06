"""Wagtail's questions about permission, answered by roles in organisations."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.permission_policies import BasePermissionPolicy

from cms.permissions import ROLES_WITH, Right, has_right, has_right_somewhere, within_right

#: Which right each of Wagtail's actions takes.
RIGHT_FOR = {
    "add": Right.EDIT,
    "change": Right.EDIT,
    "delete": Right.EDIT,
    "view": Right.SEE_DRAFTS,
    "publish": Right.PUBLISH,
    "lock": Right.PUBLISH,
    "unlock": Right.PUBLISH,
}


class OrganisationPolicy(BasePermissionPolicy):
    """For models with an `organisation`: what a person may do comes from their role in it.

    What has once been published is never deleted: residents have linked to it.
    """

    def user_has_permission(self, user, action):
        return has_right_somewhere(user, RIGHT_FOR[action]) if action in RIGHT_FOR else user.is_superuser

    def users_with_any_permission(self, actions):
        roles = set().union(*(ROLES_WITH[RIGHT_FOR[action]] for action in actions if action in RIGHT_FOR))
        people = get_user_model().objects.filter(is_active=True)
        return people.filter(Q(is_superuser=True) | Q(memberships__role__in=roles)).distinct()

    def user_has_permission_for_instance(self, user, action, instance):
        if action not in RIGHT_FOR:
            return user.is_superuser
        if action == "delete" and getattr(instance, "first_published_at", None):
            return False
        if not instance.organisation_id:
            return self.user_has_permission(user, action)
        return has_right(user, RIGHT_FOR[action], instance.organisation)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user, actions):
        condition = Q(pk__in=[])
        for action in actions:
            if action in RIGHT_FOR:
                condition |= within_right(user, RIGHT_FOR[action])
        return self.model._default_manager.filter(condition)


class AdministratorPolicy(BasePermissionPolicy):
    """For what the whole service shares: service administrators alone change it."""

    def user_has_permission(self, user, action):
        return user.is_active and user.is_superuser

    def users_with_any_permission(self, actions):
        return get_user_model().objects.filter(is_active=True, is_superuser=True)

    def instances_user_has_any_permission_for(self, user, actions):
        everything = self.model._default_manager
        return everything.all() if self.user_has_any_permission(user, actions) else everything.none()
