"""What leads people to a survey on paper: posters of channels, and one-time codes as lists, letters and labels."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from xlsxwriter import Workbook

from cms.consultation_publishing import required_languages
from cms.opendata.batching import in_batches
from cms.printing import to_pdf
from mapsurveys.channels import channel_address, cover_address, qr_drawing
from mapsurveys.codes import MOST_CODES
from mapsurveys.models import Channel, Survey

#: Letters and labels made at once: each takes a twentieth of a second. Printing houses make more from the list.
MOST_PRINTED = 200
LABELS_ON_A_SHEET = 21


def code_address(channel: Channel, code: str) -> str:
    """The link of one letter: it brings the code along."""
    return cover_address(channel.survey, c=channel.key, code=code)


def poster(channel: Channel, languages: list[str]) -> bytes:
    """An A4 sheet (PDF) with the survey's title in `languages`, the channel's QR code and its link."""
    address = channel_address(channel)
    return _printed(
        "mapsurveys/print/poster.html",
        channel.survey,
        languages,
        {"address": address, "link": _without_scheme(address), "qr": qr_drawing(address)},
    )


def code_csv(channel: Channel, codes: Iterable[str]) -> bytes:
    """A list of codes with their links, for mail merge. UTF-8 with the mark that Excel needs."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(_headings())
    rows.writerows((code, code_address(channel, code)) for code in codes)
    return file.getvalue().encode("utf-8-sig")


def code_xlsx(channel: Channel, codes: Iterable[str]) -> bytes:
    """The same list as a workbook; links are texts."""
    file = io.BytesIO()
    with Workbook(file, {"strings_to_urls": False, "strings_to_formulas": False, "in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 80)
        sheet.write_row(0, 0, _headings(), workbook.add_format({"bold": True}))
        for row, code in enumerate(codes, start=1):
            sheet.write_string(row, 0, code)
            sheet.write_string(row, 1, code_address(channel, code))
    return file.getvalue()


def _headings() -> tuple[str, str]:
    return _("Code"), _("Link")


def code_letters(channel: Channel, codes: Iterable[str]) -> bytes:
    """A letter (PDF, A4) for each code, in the languages that a bilingual municipality owes."""
    return _printed_codes("mapsurveys/print/letters.html", channel, {"given": _with_drawings(channel, codes)})


def code_labels(channel: Channel, codes: Iterable[str]) -> bytes:
    """Labels (PDF, 21 on an A4 sheet, 63.5 x 38.1 mm each) to put on letters or cards of one's own."""
    sheets = in_batches(_with_drawings(channel, codes), LABELS_ON_A_SHEET)
    return _printed_codes("mapsurveys/print/labels.html", channel, {"sheets": sheets})


def _with_drawings(channel: Channel, codes: Iterable[str]) -> Iterator[dict[str, str]]:
    for code in codes:
        yield {"code": code, "qr": qr_drawing(code_address(channel, code))}


def _printed_codes(template: str, channel: Channel, context: dict[str, Any]) -> bytes:
    languages = [code for code, _name in required_languages()]
    link = _without_scheme(cover_address(channel.survey))
    return _printed(template, channel.survey, languages, {"link": link, **context})


def _printed(template: str, survey: Survey, languages: list[str], context: dict[str, Any]) -> bytes:
    parts = [_part(survey, language) for language in languages]
    # What stands around the texts, such as the document's language, is in the first of them.
    with translation.override(languages[0]):
        return to_pdf(render_to_string(template, {"survey": survey, "parts": parts, **context}))


def _part(survey: Survey, language: str) -> dict[str, Any]:
    """What is printed in one language."""
    return {
        "language": language,
        "title": survey.translated("title", language),
        "abstract": survey.translated("abstract", language),
        "organisation": survey.organisation.translated("name", language),
    }


def _without_scheme(address: str) -> str:
    return address.partition("://")[2]


@dataclass(frozen=True)
class Form:
    """A form in which codes are handed out. `make(channel, codes)` gives the file; `most` codes go into one."""

    name: Any
    extension: str
    content_type: str
    make: Callable[[Channel, Iterable[str]], bytes]
    most: int


#: By the name that the page sends.
FORMS = {
    "xlsx": Form(
        gettext_lazy("List for Excel (XLSX)"),
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        code_xlsx,
        MOST_CODES,
    ),
    "csv": Form(gettext_lazy("List for mail merge (CSV)"), "csv", "text/csv; charset=utf-8", code_csv, MOST_CODES),
    "letters": Form(gettext_lazy("Letters (PDF)"), "pdf", "application/pdf", code_letters, MOST_PRINTED),
    "labels": Form(gettext_lazy("Labels, 21 on a sheet (PDF)"), "pdf", "application/pdf", code_labels, MOST_PRINTED),
}
