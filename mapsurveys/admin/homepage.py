"""What people of an organisation see first of their surveys in the admin."""

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from cms.choices import ConsultationStatus
from cms.consultations import opening_condition
from cms.permissions import Right, has_right_somewhere, within_right
from cms.translations import with_texts
from mapsurveys.models import Survey
from mapsurveys.permissions import can_edit

SURVEYS_SHOWN = 10


class SurveysPanel(Component):
    """Surveys that are open, coming, or still being written."""

    name = "surveys"
    template_name = "mapsurveys/admin/home_surveys.html"
    order = 55

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        under_way = Q(live=False) | ~opening_condition(ConsultationStatus.CLOSED)
        own = Survey.objects.filter(within_right(user, Right.SEE_DRAFTS)).filter(under_way)
        urgent_first = own.order_by("-live", F("close_at").asc(nulls_last=True), "-created_at")
        surveys = with_texts(urgent_first.with_response_count(), "title").select_related("organisation")
        return {
            "rows": [
                {"survey": each, "may_edit": can_edit(user, each), "time_left": time_left(each)}
                for each in surveys.defer("questionnaire")[:SURVEYS_SHOWN]
            ],
            "may_create": has_right_somewhere(user, Right.EDIT),
        }


def time_left(survey: Survey) -> str:
    """How many days an open survey goes on, today left out; "" for one that is not open."""
    if not survey.live or not survey.is_open:
        return ""
    days = (timezone.localdate(survey.close_at) - timezone.localdate()).days
    if days == 0:
        return _("Closes today")
    return ngettext("%(count)s day left", "%(count)s days left", days) % {"count": days}
