"""Addresses below a language, such as /fi/hearings/."""

from django.urls import include, path

from hearings import views

hearing_urls = (
    [
        path("hearings/", views.hearing_list, name="list"),
        path("hearings/<slug:slug>/", views.hearing_detail, name="detail"),
        path("hearings/<slug:slug>/comments/", views.comments, name="comments"),
        path("hearings/<slug:slug>/comments/<int:pk>/", views.comment_place, name="comment"),
        path("receipts/", views.receipt_find, name="receipt_find"),
        path("receipts/<str:code>/", views.receipt, name="receipt"),
    ],
    "hearings",
)

urlpatterns = [path("", include(hearing_urls))]
