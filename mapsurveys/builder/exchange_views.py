"""Taking a questionnaire out as a file, and in: first what would change is shown, then it is accepted."""

import json

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from mapsurveys.builder import exchange
from mapsurveys.builder.drafts import Refused
from mapsurveys.builder.exchange import FileRefused
from mapsurveys.builder.pages import BuilderView
from mapsurveys.checking import questionnaire_problems
from mapsurveys.differences import differences
from mapsurveys.models import Survey
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.xlsform import read_xlsform, write_xlsform

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = b"PK\x03\x04"
WAYS = {"replace": exchange.replace, "append": exchange.append}
REFUSED = 422


class FilesView(BuilderView):
    """Offers the files, takes an upload, shows what it would change, and takes it in."""

    title = _("Files")

    def get(self, request, pk):
        _content, losses = write_xlsform(titles_of(self.draft), self.document)
        return self.page("files.html", {"losses": losses})

    def post(self, request, pk):
        if "accept" in request.POST:
            return self.accept()
        upload = request.FILES.get("file")
        if upload is None:
            return self.page("files.html", {"faults": [gettext("Choose a file first.")]}, status=REFUSED)
        try:
            document, losses = read_upload(upload)
        except FileRefused as refused:
            return self.page("files.html", {"faults": refused.faults, "file_name": upload.name}, status=REFUSED)
        return self.show(
            document, [*losses, *exchange.leave_out_missing(document, self.document, request.user)], upload.name
        )

    def show(self, document: Questionnaire, losses: list[str], name: str, status: int = 200):
        after = self.document.model_copy(deep=True)
        context = {
            "document": document,
            "question_count": len(document.asking()),
            "stored": json.dumps(document.document(), ensure_ascii=False),
            "digest": self.document.digest,
            "losses": losses,
            "file_name": name,
            "differences": differences(after, document),
            "problems": questionnaire_problems(document),
            "is_empty": not self.document.steps,
        }
        return self.page("file_preview.html", context, status=status)

    def accept(self):
        """Take in what the preview showed; shown anew where the draft has changed since."""
        try:
            document = exchange.read_document(json.loads(self.request.POST.get("document", "")))
        except (ValueError, FileRefused):
            faults = [gettext("The file could not be read. Upload it again.")]
            return self.page("files.html", {"faults": faults}, status=REFUSED)
        exchange.leave_out_missing(document, self.document, self.request.user)
        name = self.request.POST.get("file_name", "")
        if self.request.POST.get("digest") != self.document.digest:
            messages.warning(self.request, gettext("The questionnaire has changed meanwhile. Look at this again."))
            return self.show(document, [], name, status=409)
        way = WAYS["append" if self.request.POST["accept"] == "append" else "replace"]
        try:
            self.change(lambda draft: way(draft, document))
        except Refused as refused:
            self.refuse(refused)
            return self.show(document, [], name, status=REFUSED)
        messages.success(self.request, gettext("The questions of the file are now in the draft."))
        return redirect(self.address("questions"))


def read_upload(upload) -> tuple[Questionnaire, list[str]]:
    """(questionnaire, what could not be carried over) from our own JSON or from an XLSForm. Raises FileRefused."""
    if upload.size > exchange.MOST_BYTES:
        raise FileRefused(gettext("The file is too large: at most 5 megabytes."))
    content = upload.read()
    if not content.startswith(ZIP):
        return exchange.read_file(content), []
    try:
        document, losses = read_xlsform(content)
    except ValidationError as error:
        raise FileRefused(*error.messages) from None
    return document, list(losses)


class DocumentFileView(BuilderView):
    """The draft as our own JSON."""

    def get(self, request, pk):
        text = exchange.write_file(str(self.draft), self.document)
        return download(text, "application/json", f"{self.own.slug}.json")


class XLSFormView(BuilderView):
    """The draft as an XLSForm; what it can't carry is told on the page before."""

    def get(self, request, pk):
        content, _losses = write_xlsform(titles_of(self.draft), self.document)
        return download(content, XLSX, f"{self.own.slug}.xlsx")


def titles_of(survey: Survey) -> dict[str, str]:
    """The survey's title as {language: text}."""
    return {code: row.title for code, row in survey.translation_rows().items() if row.title}


def download(content, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
