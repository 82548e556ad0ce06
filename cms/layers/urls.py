"""Addresses of layers' data, the same in every language."""

from django.urls import path

from cms.layers import views

app_name = "layers"

urlpatterns = [path("<uuid:pk>.geojson", views.geojson, name="geojson")]
