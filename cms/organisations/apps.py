from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "cms.organisations"
    verbose_name = _("Organisations")

    def ready(self):
        from cms.organisations import receivers  # noqa: F401 - keeps members' admin access in step
