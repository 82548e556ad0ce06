from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MapsurveysConfig(AppConfig):
    name = "mapsurveys"
    verbose_name = _("Map surveys")
    localised_urls = "mapsurveys.urls"

    def ready(self):
        from wagtail.signals import published

        from cms import consultations
        from mapsurveys.models import Survey
        from mapsurveys.receivers import keep_version

        consultations.register(Survey)
        published.connect(keep_version, sender=Survey, dispatch_uid="mapsurveys.keep_version")
