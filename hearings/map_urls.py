"""Data of the maps, the same in all languages but for the words in it."""

from django.urls import include, path

from hearings import map_data

map_urls = (
    [
        path("hearings.json", map_data.hearings, name="hearings"),
        path("hearings/<slug:slug>/comments.json", map_data.comments, name="comments"),
        path("places.json", map_data.places, name="places"),
        path("around.json", map_data.around, name="around"),
    ],
    "map",
)

urlpatterns = [path("map/", include(map_urls))]
