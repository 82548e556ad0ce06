"""Wagtail's questions about permission to surveys."""

from cms.policies import OrganisationPolicy


class SurveyPolicy(OrganisationPolicy):
    """As for everything that an organisation holds; what somebody has answered is never deleted either."""

    def user_has_permission_for_instance(self, user, action, instance):
        if action == "delete" and instance.responses.exists():
            return False
        return super().user_has_permission_for_instance(user, action, instance)
