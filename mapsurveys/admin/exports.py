"""Files of a survey's answers for the people who work on it, in the Wagtail admin."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from cms.opendata.datasets import PLANES, Dataset
from cms.opendata.downloads import respond
from cms.opendata.errors import DataError, error_response
from cms.opendata.families import Bundle
from cms.opendata.writers import writers_for
from mapsurveys.analysis.selecting import Selection
from mapsurveys.exporting.files import places_name
from mapsurveys.exporting.staff import StaffFiles
from mapsurveys.models import Survey
from mapsurveys.permissions import can_see_answers, can_see_personal_answers
from mapsurveys.results.choosing import ResultsFilterForm, selection_from
from mapsurveys.results.joining import joined_document

PERSONAL = "personal"

#: Files that every survey has, by their name in addresses; personal answers are asked for apart.
MAKING: dict[str, Callable[[StaffFiles], Dataset | Bundle]] = {
    "package": StaffFiles.package,
    "responses": StaffFiles.responses,
    "codebook": StaffFiles.code_book,
    "versions": StaffFiles.versions,
    "dropout": StaffFiles.drop_out,
}


class AnswersView(PermissionCheckedMixin, View):
    """For those who may see a survey's answers."""

    model = Survey

    def dispatch(self, request, *args, **kwargs):
        if not can_see_answers(request.user, self.own):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def _chosen(self) -> tuple[Selection, ResultsFilterForm]:
        return selection_from(self.request.GET, self.own, joined_document(self.own))

    @property
    def form(self) -> ResultsFilterForm:
        """What narrows the responses, by the same parameters as on the page of results."""
        return self._chosen[1]

    @cached_property
    def files(self) -> StaffFiles:
        return StaffFiles(self._chosen[0])


class ExportsView(AnswersView):
    """The page that offers the files."""

    def get(self, request, pk):
        made = [make(self.files) for make in MAKING.values()]
        made[2:2] = [self.files.places(question) for question in self.files.map_questions]
        if self.files.personal and can_see_personal_answers(request.user, self.own):
            made.append(self.files.personal_answers())
        context = {
            "survey": self.own,
            "offers": [{"file": each, "links": self._links(each)} for each in made],
            "is_narrowed": self.files.selection.is_narrowed,
        }
        return TemplateResponse(request, "mapsurveys/admin/exports.html", context)

    def _links(self, file: Dataset | Bundle) -> list[tuple[str, str]]:
        """(what the form of the file is called, its address)."""
        links = []
        for writer in writers_for(file):
            address = reverse("surveys_admin:export", args=[self.own.pk, file.identifier, writer.extension])
            query = self.form.query()
            if writer.extension != "gpkg":
                links.append((writer.name, f"{address}?{query.urlencode()}" if query else address))
                continue
            for srid in PLANES:
                query["crs"] = srid
                links.append((f"{writer.name} (EPSG:{srid})", f"{address}?{query.urlencode()}"))
        return links


class ExportView(AnswersView):
    """One file: a name of MAKING, places-{short name of a map question}, or personal.

    The parameters of `results.choosing` narrow it, `crs` is as in public downloads, and `lang` chooses the language of
    titles, by default the reader's. Who takes personal answers is noted in the survey's history.
    """

    def get(self, request, pk, dataset, format):
        try:
            language = self._language()
            self._check_filters()
        except DataError as error:
            return error_response(error)
        with translation.override(language):
            file = self._make(dataset)
            name = f"{self.own.slug}-{dataset}-{timezone.localdate().isoformat()}.{format}"
            response = respond(request, file, format, language, filename=name)
        if dataset == PERSONAL and request.method == "GET" and response.status_code == 200:
            log(
                instance=self.own,
                action="mapsurveys.download_personal_answers",
                user=request.user,
                data={"format": format},
            )
        return response

    def _language(self) -> str:
        language = self.request.GET.get("lang", translation.get_language())
        codes = [code for code, _name in settings.LANGUAGES]
        if language not in codes:
            message = _("The language must be one of these: %(languages)s.") % {"languages": ", ".join(codes)}
            raise DataError(400, "unknown_language", message)
        return language

    def _check_filters(self) -> None:
        # A filter that is not understood must not pass: the file would look narrowed and hold every row.
        for name in self.form.errors:
            message = _("This value of “%(name)s” is not understood here.") % {"name": name}
            raise DataError(400, "unknown_filter", message)

    def _make(self, name: str) -> Dataset | Bundle:
        if name in MAKING:
            return MAKING[name](self.files)
        if name == PERSONAL:
            if not can_see_personal_answers(self.request.user, self.own):
                raise PermissionDenied
            return self.files.personal_answers()
        question = next((each for each in self.files.map_questions if places_name(each) == name), None)
        if question is None:
            raise Http404
        return self.files.places(question)


def export_urls(viewset) -> list:
    """Addresses below that of surveys in the admin."""
    view = viewset.construct_view
    return [
        path("exports/<uuid:pk>/", view(ExportsView), name="exports"),
        path("exports/<uuid:pk>/<slug:dataset>.<slug:format>", view(ExportView), name="export"),
    ]
