"""What all pages of the builder share: the survey, its newest draft, the language that is edited, the way back."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import get_language_info, gettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from cms.editing import LANGUAGE_FIELD, NEXT_LANGUAGE_FIELD, chosen_language
from cms.translations import completeness, language_codes
from mapsurveys.builder.drafts import Changed, Gone, Refused, change_draft, may_change, newest_draft
from mapsurveys.builder.texts import translated_from
from mapsurveys.models import Survey
from mapsurveys.questionnaire import Questionnaire

NAMESPACE = "surveys_admin"


class BuilderView(PermissionCheckedMixin, View):
    """A page about one survey's questionnaire. Who may see drafts may look; who may edit may send forms."""

    model = Survey
    any_permission_required = ["change", "view"]
    #: What the page is called, in its breadcrumbs.
    title = ""

    def dispatch(self, request, *args, **kwargs):
        if request.method == "POST" and not may_change(request.user, self.own):
            raise PermissionDenied
        try:
            return super().dispatch(request, *args, **kwargs)
        except Gone as gone:
            messages.error(request, gone.messages[0])
            return redirect(self.address("questions"))

    @cached_property
    def draft(self) -> Survey:
        return newest_draft(self.own)

    @cached_property
    def document(self) -> Questionnaire:
        return Questionnaire.read(self.draft.questionnaire)

    @cached_property
    def language(self) -> str:
        return chosen_language(self.request)

    @property
    def next_language(self) -> str:
        """The language of the next page: the tab that was pressed, else the one that was edited."""
        wanted = self.request.POST.get(NEXT_LANGUAGE_FIELD)
        return wanted if wanted in language_codes() else self.language

    @cached_property
    def sources(self) -> dict[str, tuple[str, str]]:
        """What the texts of the edited language were translated from."""
        return {} if self.language == settings.LANGUAGE_CODE else translated_from(self.own, self.language)

    @cached_property
    def may_change(self) -> bool:
        return may_change(self.request.user, self.own)

    def change(self, change) -> Changed:
        """Apply a change to the newest draft. Raises Refused."""
        return change_draft(survey=self.own, by=self.request.user, change=change)

    def address(self, page: str, /, *args: str, anchor: str = "", **query: str) -> str:
        """Address of a page of this survey, in the language that is edited unless `query` says another."""
        query = {"language": self.next_language, **query}
        path = reverse(f"{NAMESPACE}:{page}", args=[self.own.pk, *args])
        return f"{path}?{urlencode(query)}{anchor}"

    def refuse(self, refused: Refused) -> None:
        """Tell at the top of the next page why nothing was changed."""
        messages.error(self.request, " ".join(refused.messages))

    def page(self, template: str, context: dict | None = None, status: int = 200) -> TemplateResponse:
        title = context.get("title", self.title) if context else self.title
        known = {
            "survey": self.draft,
            "view": self,
            "title": title,
            "language": self.language,
            "language_name": get_language_info(self.language)["name_translated"],
            "source_language": settings.LANGUAGE_CODE,
            "is_translating": self.language != settings.LANGUAGE_CODE,
            "tabs": self.tabs(),
            "language_field": LANGUAGE_FIELD,
            "next_language_field": NEXT_LANGUAGE_FIELD,
            "may_change": self.may_change,
            "questions_url": self.address("questions"),
            "words": script_words(),
        }
        return TemplateResponse(self.request, f"mapsurveys/builder/{template}", known | (context or {}), status=status)

    def tabs(self) -> list[dict]:
        return [self._tab(code) for code in language_codes()]

    def _tab(self, code: str) -> dict:
        done, total = completeness(self.draft, code)
        return {
            "code": code,
            "name": get_language_info(code)["name_translated"],
            "current": code == self.language,
            "required": code in settings.KUULE_REQUIRED_LANGUAGES,
            "done": done,
            "total": total,
            "percent": round(100 * done / total) if total else 0,
        }


def script_words() -> dict[str, str]:
    """Sentences that the builder's scripts speak; names in braces are filled in by the browser."""
    return {
        "rowAdded": gettext("Row {count} was added."),
        "rowMoved": gettext("The row is now number {number} of {count}."),
        "rowRemoved": gettext("The row was removed. {count} left."),
    }
