"""Hearings in the Wagtail admin: each planner sees and edits what their organisation owns."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views import snippets

from cms.consultation_admin import (
    CloseView,
    ConsultationEditView,
    ConsultationIndexView,
    ConsultationViewSet,
    DeleteOwn,
    PreviewsOneLanguage,
    WritesConsultation,
)
from hearings.forms import mentions
from hearings.models import Hearing
from hearings.panels import hearing_edit_handler
from hearings.publishing import close_hearing, publishing_gaps


class WritesHearing(WritesConsultation):
    language_edit_handler = staticmethod(hearing_edit_handler)
    publishing_gaps = staticmethod(publishing_gaps)
    not_published = _("The hearing was not published. Please mend these first:")


class HearingIndexView(ConsultationIndexView):
    def search_queryset(self, queryset):
        return queryset.filter(mentions(self.search_query)) if self.search_query else queryset


class HearingCreateView(WritesHearing, snippets.CreateView):
    pass


class HearingEditView(WritesHearing, ConsultationEditView):
    pass


class PreviewsHearing(PreviewsOneLanguage):
    language_edit_handler = staticmethod(hearing_edit_handler)


class HearingPreviewOnCreateView(PreviewsHearing, snippets.PreviewOnCreateView):
    pass


class HearingPreviewOnEditView(PreviewsHearing, snippets.PreviewOnEditView):
    pass


class CloseHearingView(CloseView):
    model = Hearing
    template_name = "hearings/admin/close_hearing.html"
    closed_message = _("The hearing has ended. Residents can no longer comment on it.")

    def close(self):
        close_hearing(hearing=self.own, by=self.request.user)


class DeleteOwnHearings(DeleteOwn):
    models = [Hearing]


class HearingViewSet(ConsultationViewSet):
    model = Hearing
    icon = "comment"
    menu_label = _("Hearings")
    menu_order = 100
    admin_url_namespace = "hearings_admin"
    base_url_path = "hearings"
    language_edit_handler = staticmethod(hearing_edit_handler)
    index_view_class = HearingIndexView
    add_view_class = HearingCreateView
    edit_view_class = HearingEditView
    preview_on_add_view_class = HearingPreviewOnCreateView
    preview_on_edit_view_class = HearingPreviewOnEditView
    close_view_class = CloseHearingView
