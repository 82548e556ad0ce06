"""Addresses below a language, such as /fi/surveys/."""

from django.urls import include, path

from mapsurveys.views import answering, neighbour_map, neighbours, pages, printing, results, thanks

survey_urls = (
    [
        path("surveys/", pages.survey_list, name="list"),
        path("surveys/continue/", answering.find, name="find"),
        path("surveys/test/<str:token>/", answering.test, name="test"),
        path("surveys/test/<str:token>/form.pdf", printing.test_form, name="test_form"),
        path("surveys/<slug:slug>/", pages.survey_detail, name="detail"),
        path("surveys/<slug:slug>/form.pdf", printing.form, name="form"),
        path("surveys/<slug:slug>/results/", results.results, name="results"),
        path("surveys/<slug:slug>/results/pdf/", results.results_pdf, name="results_pdf"),
        path("surveys/<slug:slug>/answer/", answering.begin, name="begin"),
        path("surveys/<slug:slug>/answer/<str:code>/", answering.resume, name="resume"),
        path("surveys/<slug:slug>/answer/<str:code>/later/", thanks.pause, name="pause"),
        path("surveys/<slug:slug>/answer/<str:code>/copy.pdf", printing.copy, name="copy"),
        path("surveys/<slug:slug>/answer/<str:code>/done/", thanks.done, name="done"),
        path("surveys/<slug:slug>/answer/<str:code>/places/", neighbours.places, name="neighbours"),
        path(
            "surveys/<slug:slug>/answer/<str:code>/places.json", neighbour_map.places_in_box, name="neighbours_in_box"
        ),
        path("surveys/<slug:slug>/answer/<str:code>/places/<uuid:key>/", neighbours.place, name="neighbour"),
        path("surveys/<slug:slug>/answer/<str:code>/results/", results.own_results, name="own_results"),
        path("surveys/<slug:slug>/answer/<str:code>/results/pdf/", results.own_results_pdf, name="own_results_pdf"),
        path("surveys/<slug:slug>/answer/<str:code>/<slug:step_id>/", answering.step, name="step"),
    ],
    "mapsurveys",
)

urlpatterns = [path("", include(survey_urls))]
