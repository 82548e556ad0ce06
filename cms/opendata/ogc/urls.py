"""Addresses below /ogc/, the same in every language and, as the standard has them, without a slash at the end."""

from django.urls import path

from cms.opendata.ogc import views

app_name = "ogc"

urlpatterns = [
    path("", views.landing, name="landing"),
    path("api", views.api, name="api"),
    path("conformance", views.conformance, name="conformance"),
    path("collections", views.collections, name="collections"),
    path("collections/<str:identifier>", views.collection, name="collection"),
    path("collections/<str:identifier>/items", views.items, name="items"),
    path("collections/<str:identifier>/items/<str:feature>", views.feature, name="feature"),
    path("<path:rest>", views.nowhere),
]
