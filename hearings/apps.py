from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HearingsConfig(AppConfig):
    name = "hearings"
    verbose_name = _("Hearings")
    localised_urls = "hearings.urls"
    data_urls = "hearings.map_urls"

    def ready(self):
        from cms import consultations
        from cms.opendata.datasets import register
        from hearings.datasets import comments, hearings
        from hearings.models import Hearing

        consultations.register(Hearing)
        register(hearings)
        register(comments)
