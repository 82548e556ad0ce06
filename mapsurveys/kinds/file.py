"""A picture or document that a resident sends. An answer is a list of one {"attachment": id, "name": file name}.

Files are read here and kept by responding: the cleaned value is an `Upload` until it is stored.
"""

import io
import struct
import warnings
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps
from pydantic import Field

from mapsurveys.kinds.base import AnswerColumn, Question, Setting

MEGABYTE = 1024 * 1024
#: First bytes of a document we take as it is.
PDF = b"%PDF-"
#: Pixels of the longer side of a kept picture.
LONGEST_SIDE = 2_400
#: Pixels of the largest picture that is opened: a small file may hold a huge picture.
MOST_PIXELS = 60_000_000
#: What reading a broken picture or its Exif raises; Pillow promises no single kind.
UNREADABLE = (
    ArithmeticError,
    EOFError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    LookupError,
    OSError,
    struct.error,
    SyntaxError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class Upload:
    """A file ready to be kept: its name as sent, its bytes made anew, its MIME type."""

    name: str
    content: bytes
    content_type: str


class FileField(forms.FileField):
    """Cleans to an Upload, or None; pictures are made anew, so that they tell no place, camera or hidden content."""

    default_error_messages = {
        "size": _("The file is too large: at most %(limit)s megabytes."),
        "kind": _("Send a picture (JPEG, PNG, WebP) or a PDF file."),
    }

    def __init__(self, *, megabytes: int, pdf: bool, **kwargs):
        super().__init__(max_length=200, **kwargs)
        self.megabytes, self.pdf = megabytes, pdf
        accept = ["image/jpeg", "image/png", "image/webp", *(["application/pdf"] if pdf else [])]
        self.widget.attrs["accept"] = ",".join(accept)

    def clean(self, data, initial=None):
        # False: the box for taking the stored file away was ticked.
        if not data and initial and data is not False:
            return initial
        sent = super().clean(data or None, None)
        if not sent:
            return None
        if sent.size > self.megabytes * MEGABYTE:
            raise forms.ValidationError(self.error_messages["size"], "size", {"limit": self.megabytes})
        content = sent.read()
        if self.pdf and content.startswith(PDF):
            return Upload(sent.name, content, "application/pdf")
        return Upload(sent.name, self._remade(content), "image/jpeg")

    def _remade(self, content: bytes) -> bytes:
        refused = forms.ValidationError(self.error_messages["kind"], "kind")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                picture = Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP"))
                if picture.width * picture.height > MOST_PIXELS:
                    raise refused
                picture = ImageOps.exif_transpose(picture).convert("RGB")
        except UNREADABLE as error:
            raise refused from error
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        made = io.BytesIO()
        picture.save(made, "JPEG", quality=85)
        return made.getvalue()


class File(Question):
    kind: Literal["file"] = "file"
    #: Files are kept apart and seen by staff alone in any case.
    personal: Literal[False] = False
    megabytes: Annotated[int, Setting(_("At most so many megabytes"))] = Field(8, ge=1, le=10)
    pdf: Annotated[bool, Setting(_("Documents (PDF) too"))] = True

    title: ClassVar = _("File")
    description: ClassVar = _("A photo or a document. Only people who work on the survey see it.")
    icon: ClassVar = "upload"
    template: ClassVar = "mapsurveys/questions/file.html"
    summary: ClassVar = "files"
    can_follow_up: ClassVar = False
    hidden_settings: ClassVar = frozenset({"personal"})

    def field(self):
        return FileField(required=self.required, megabytes=self.megabytes, pdf=self.pdf)

    def in_words(self, answer, language=None):
        return answer[0]["name"]

    def columns(self):
        return [AnswerColumn("", "integer", gettext("1 if a file was sent"), len)]

    @property
    def limit_in_words(self) -> str:
        return gettext("At most %(limit)s megabytes.") % {"limit": min(self.megabytes, settings.KUULE_UPLOAD_MEGABYTES)}
