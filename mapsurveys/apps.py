from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MapsurveysConfig(AppConfig):
    name = "mapsurveys"
    verbose_name = _("Map surveys")
