"""Data of the maps of results, the same in all languages."""

from django.urls import include, path

from mapsurveys import map_data

map_urls = (
    [
        path("<slug:slug>/<slug:question>/places.json", map_data.places, name="places"),
        path("<slug:slug>/<slug:question>/heat.json", map_data.heat, name="heat"),
        path("<slug:slug>/<slug:question>/results.json", map_data.results, name="results"),
        path("<slug:slug>/answer/<str:code>/<slug:question>/results.json", map_data.own_results, name="own_results"),
    ],
    "map-surveys",
)

urlpatterns = [path("map/surveys/", include(map_urls))]
