"""Addresses below /open-data/, the same in every language."""

from django.urls import path
from django.views.generic import RedirectView

from cms.opendata import views

app_name = "opendata"

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="cms:open_data"), name="catalogue"),
    path("<str:dataset>.<str:format>", views.download, name="download"),
]
