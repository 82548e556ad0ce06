"""Places and remarks of surveys in the Wagtail admin: moderators read, hide and restore those of their organisation."""

import django_filters
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from cms.moderation_admin import ModerateView
from mapsurveys.models import Feature, Remark, Survey
from mapsurveys.moderating import hide_place, hide_remark, restore_place, restore_remark
from mapsurveys.responding import as_mark
from mapsurveys.views.own_answers import place_in_words


def surveys_of(contributions):
    """The surveys that the filter of a list offers."""
    return Survey.objects.filter(pk__in=contributions).prefetch_related("translations")


def said_of(place: Feature) -> dict:
    """What a place is called and what its author said of it, read by the version that was answered."""
    question = place.response.version.document.find_question(place.question)
    return place_in_words(question, place.number, as_mark(place)) | {"question": question.translated("label")}


class PlaceFilterSet(WagtailFilterSet):
    survey = django_filters.ModelChoiceFilter(
        queryset=lambda request: surveys_of(Feature.objects.in_care_of(request.user).order_by().values("survey")),
        label=_("Survey"),
    )

    class Meta:
        model = Feature
        fields = ["state", "survey"]


class RemarkFilterSet(WagtailFilterSet):
    survey = django_filters.ModelChoiceFilter(
        queryset=lambda request: surveys_of(
            Remark.objects.in_care_of(request.user).order_by().values("feature__survey")
        ),
        field_name="feature__survey",
        label=_("Survey"),
    )

    class Meta:
        model = Remark
        fields = ["state", "survey"]


class PlaceIndexView(generic.IndexView):
    any_permission_required = ["view"]
    paginate_by = 50

    def get_base_queryset(self):
        own = Feature.objects.in_care_of(self.request.user).counted()
        return own.select_related("response__version", "survey").prefetch_related("survey__translations")

    def get_edit_url(self, instance):
        return reverse("survey_places:moderate", args=[instance.pk])

    def get_list_buttons(self, instance):
        return []


class RemarkIndexView(generic.IndexView):
    any_permission_required = ["view"]
    paginate_by = 50

    def get_base_queryset(self):
        own = Remark.objects.in_care_of(self.request.user)
        return own.select_related("feature__survey").prefetch_related("feature__survey__translations")

    @cached_property
    def is_searchable(self):
        return True

    def search_queryset(self, queryset):
        return queryset.filter(text__icontains=self.search_query) if self.search_query else queryset

    def get_edit_url(self, instance):
        return reverse("survey_remarks:moderate", args=[instance.pk])

    def get_list_buttons(self, instance):
        return []


class ModeratePlaceView(ModerateView):
    model = Feature
    related = ("response__version", "survey__organisation")
    template_name = "mapsurveys/admin/moderate_place.html"
    index_url_name = "survey_places:index"
    hidden_message = _("The place is hidden from other respondents and the public. It is kept, and you can restore it.")
    restored_message = _("The place is visible again.")

    def hide(self, reason, note):
        hide_place(place=self.contribution, by=self.request.user, reason=reason, note=note)

    def restore(self, note):
        restore_place(place=self.contribution, by=self.request.user, note=note)

    def get_context(self):
        return {"place": self.contribution, "said": said_of(self.contribution)}


class ModerateRemarkView(ModerateView):
    model = Remark
    related = ("feature__response__version", "feature__survey__organisation")
    template_name = "mapsurveys/admin/moderate_remark.html"
    index_url_name = "survey_remarks:index"
    hidden_message = _("The remark is hidden. Its text is kept, and you can restore it.")
    restored_message = _("The remark is visible again.")

    def hide(self, reason, note):
        hide_remark(remark=self.contribution, by=self.request.user, reason=reason, note=note)

    def restore(self, note):
        restore_remark(remark=self.contribution, by=self.request.user, note=note)

    def get_context(self):
        return {"remark": self.contribution, "said": said_of(self.contribution.feature)}


class PlaceViewSet(ModelViewSet):
    model = Feature
    name = "survey_places"
    url_prefix = "survey-places"
    icon = "site"
    menu_label = _("Places")
    index_view_class = PlaceIndexView
    filterset_class = PlaceFilterSet
    form_fields = []
    list_display = [
        TitleColumn(
            "words",
            label=_("Place"),
            accessor=lambda place: Truncator(said_of(place)["name"] or str(place)).chars(120),
            get_url=lambda place: reverse("survey_places:moderate", args=[place.pk]),
        ),
        Column("survey", label=_("Survey")),
        Column("state", label=_("State"), accessor="get_state_display"),
        DateColumn("submitted_at", label=_("Sent"), accessor="response.submitted_at"),
    ]

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<uuid:pk>/", self.construct_view(ModeratePlaceView), name="moderate"),
        ]


class RemarkViewSet(ModelViewSet):
    model = Remark
    name = "survey_remarks"
    url_prefix = "survey-remarks"
    icon = "comment"
    menu_label = _("Remarks")
    index_view_class = RemarkIndexView
    filterset_class = RemarkFilterSet
    form_fields = []
    list_display = [
        TitleColumn(
            "text",
            label=_("Remark"),
            accessor=lambda remark: Truncator(remark.text).chars(120),
            get_url=lambda remark: reverse("survey_remarks:moderate", args=[remark.pk]),
        ),
        Column("survey", label=_("Survey"), accessor="feature.survey"),
        Column("state", label=_("State"), accessor="get_state_display"),
        DateColumn("created_at", label=_("Sent")),
    ]

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.construct_view(ModerateRemarkView), name="moderate"),
        ]


class SurveyModerationGroup(ViewSetGroup):
    """The two lists under one heading of the menu."""

    menu_label = _("Said in surveys")
    menu_icon = "comment"
    menu_order = 115
    items = (PlaceViewSet(), RemarkViewSet())
