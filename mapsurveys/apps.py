from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MapsurveysConfig(AppConfig):
    name = "mapsurveys"
    verbose_name = _("Map surveys")
    localised_urls = "mapsurveys.urls"
    data_urls = "mapsurveys.map_urls"

    def ready(self):
        from wagtail.signals import published

        from cms import consultations
        from cms.opendata.datasets import register
        from hearings import slots
        from mapsurveys import datasets
        from mapsurveys.models import Survey
        from mapsurveys.receivers import keep_version
        from mapsurveys.views.polls import fill_sections

        consultations.register(Survey)
        slots.register(fill_sections)
        published.connect(keep_version, sender=Survey, dispatch_uid="mapsurveys.keep_version")
        for dataset in (datasets.surveys, datasets.responses, datasets.places, datasets.code_book, datasets.package):
            register(dataset)
