"""Surveys in the Wagtail admin: each planner sees and edits what their organisation owns."""

from django.db.models import Exists, OuterRef, Q
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import snippets

from cms.consultation_admin import (
    LIST_COLUMNS,
    CloseView,
    ConsultationEditView,
    ConsultationIndexView,
    ConsultationViewSet,
    DeleteOwn,
    PreviewsOneLanguage,
    WritesConsultation,
)
from mapsurveys.admin.channel_views import ChannelsView, ChannelView, CodesView, PosterView, TestLinkView
from mapsurveys.admin.exports import export_urls
from mapsurveys.admin.panels import survey_edit_handler
from mapsurveys.admin.results import results_urls
from mapsurveys.builder.urls import builder_urls
from mapsurveys.models import Survey, SurveyTranslation
from mapsurveys.publishing import close_survey, publishing_gaps


class WritesSurvey(WritesConsultation):
    language_edit_handler = staticmethod(survey_edit_handler)
    publishing_gaps = staticmethod(publishing_gaps)
    not_published = _("The survey was not published. Please mend these first:")


def mentions(words: str) -> Q:
    """Surveys whose texts, in any language, hold all the words."""
    condition = Q()
    for word in words.split():
        texts = SurveyTranslation.objects.filter(master=OuterRef("pk"))
        condition &= Q(Exists(texts.filter(Q(title__icontains=word) | Q(abstract__icontains=word))))
    return condition


class SurveyIndexView(ConsultationIndexView):
    def get_base_queryset(self):
        # Questionnaires are long, and the list shows nothing of them.
        return super().get_base_queryset().with_response_count().defer("questionnaire", "latest_revision__content")

    def search_queryset(self, queryset):
        return queryset.filter(mentions(self.search_query)) if self.search_query else queryset

    def get_list_more_buttons(self, instance):
        buttons = [
            Button(_("Questions"), url=own_address("questions", instance), icon_name="form", priority=6),
            Button(_("Ways to answer"), url=own_address("channels", instance), icon_name="link", priority=7),
            Button(_("Results"), url=own_address("results", instance), icon_name="table", priority=8),
        ]
        return [*super().get_list_more_buttons(instance), *buttons]


def own_address(name: str, survey: Survey) -> str:
    """Address of a page of one survey in the admin."""
    return reverse(f"surveys_admin:{name}", args=[survey.pk])


class SurveyCreateView(WritesSurvey, snippets.CreateView):
    pass


class SurveyEditView(WritesSurvey, ConsultationEditView):
    pass


class PreviewsSurvey(PreviewsOneLanguage):
    language_edit_handler = staticmethod(survey_edit_handler)


class SurveyPreviewOnCreateView(PreviewsSurvey, snippets.PreviewOnCreateView):
    pass


class SurveyPreviewOnEditView(PreviewsSurvey, snippets.PreviewOnEditView):
    pass


class CloseSurveyView(CloseView):
    model = Survey
    template_name = "mapsurveys/admin/close_survey.html"
    closed_message = _("The survey has ended. Residents can no longer answer it.")

    def close(self):
        close_survey(survey=self.own, by=self.request.user)


class DeleteOwnSurveys(DeleteOwn):
    models = [Survey]


class SurveyViewSet(ConsultationViewSet):
    model = Survey
    icon = "clipboard-list"
    menu_label = _("Surveys")
    menu_order = 105
    admin_url_namespace = "surveys_admin"
    base_url_path = "surveys"
    language_edit_handler = staticmethod(survey_edit_handler)
    list_display = [
        "__str__",
        *LIST_COLUMNS,
        Column("response_count", label=_("Answers"), sort_key="response_count"),
    ]
    index_view_class = SurveyIndexView
    add_view_class = SurveyCreateView
    edit_view_class = SurveyEditView
    edit_template_name = "mapsurveys/admin/edit.html"
    preview_on_add_view_class = SurveyPreviewOnCreateView
    preview_on_edit_view_class = SurveyPreviewOnEditView
    close_view_class = CloseSurveyView

    def get_urlpatterns(self):
        view = self.construct_view
        return [
            *super().get_urlpatterns(),
            path("channels/<uuid:pk>/", view(ChannelsView), name="channels"),
            path("channels/<uuid:pk>/<int:channel>/", view(ChannelView), name="channel"),
            path("channels/<uuid:pk>/<int:channel>/poster/", view(PosterView), name="poster"),
            path("channels/<uuid:pk>/<int:channel>/codes/", view(CodesView), name="codes"),
            path("test-link/<uuid:pk>/", view(TestLinkView), name="test_link"),
            *builder_urls(self),
            *results_urls(self),
            *export_urls(self),
        ]
