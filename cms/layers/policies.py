"""Who may change which map layers."""

from cms.policies import OrganisationPolicy


class LayerPolicy(OrganisationPolicy):
    """Organisations keep their own layers; those of the whole service are its administrators' alone."""

    def user_has_permission_for_instance(self, user, action, instance):
        if not instance.organisation_id and not instance._state.adding:
            return user.is_active and user.is_superuser
        return super().user_has_permission_for_instance(user, action, instance)
