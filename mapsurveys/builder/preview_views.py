"""A page of the survey as residents see it, in any language, before it is published."""

from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from mapsurveys.builder.finding import find_step
from mapsurveys.builder.pages import BuilderView
from mapsurveys.forms import StepForm
from mapsurveys.models import SurveyVersion
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.views.presenting import step_context
from mapsurveys.views.sitting import Sitting


class PreviewView(BuilderView):
    """Frames the preview, with choices of page and language."""

    title = _("Preview")

    def get(self, request, pk, step):
        step = find_step(self.document, step)
        place = self.document.steps.index(step)
        named = [
            (each.id, gettext("Page %(number)s") % {"number": number}, each.translated("title", self.language))
            for number, each in enumerate(self.document.steps, start=1)
        ]
        context = {
            "step": step,
            "pages": named,
            "number": place + 1,
            "total": len(named),
            "frame_url": self.address("preview_frame", step.id),
            "is_narrow": request.GET.get("width") == "narrow",
        }
        return self.page("preview.html", context)


@method_decorator(xframe_options_sameorigin, name="dispatch")
class PreviewFrameView(BuilderView):
    """The page itself. Every question is shown, also those that rules would hide."""

    def get(self, request, pk, step):
        document = without_rules(self.document)
        step = find_step(document, step)
        version = SurveyVersion(survey=self.draft, questionnaire=document.document(), announcement={})
        with translation.override(self.language):
            request.LANGUAGE_CODE = self.language
            sitting = Sitting(request.user, self.draft, version, carried={"test": ""})
            form = StepForm(version.document, find_step(version.document, step.id), sheet={})
            response = TemplateResponse(request, "mapsurveys/step.html", step_context(request, sitting, form))
            return response.render()

    def post(self, request, pk, step):
        """A button in the preview was pressed: nothing is stored, the page is shown again."""
        return self.get(request, pk, step)


def without_rules(document: Questionnaire) -> Questionnaire:
    """A copy in which everything is shown."""
    copy = document.model_copy(deep=True)
    for element in copy.elements():
        if hasattr(element, "show_when"):
            element.show_when = []
    return copy
