"""A questionnaire as a file of our own: JSON with the format's version, read back with clear words about faults."""

import json
from typing import Any

from django.utils.translation import gettext
from pydantic import ValidationError
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

from cms.layers.models import Layer
from mapsurveys.builder import copying
from mapsurveys.builder.faults import faults_in_words
from mapsurveys.checking import options_of, with_follow_ups
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.rule_words import name_of

FORMAT = "kuule-questionnaire"
#: The newest version of the format that is written and read here.
VERSION = 1
MOST_BYTES = 5_000_000
#: More faults than this help nobody.
MOST_FAULTS = 40


class FileRefused(Exception):
    """A file that can't be read as a questionnaire; `faults` say why, in the planner's language."""

    def __init__(self, *faults: str):
        super().__init__(*faults)
        self.faults = list(faults)


def write_file(title: str, document: Questionnaire) -> str:
    """The questionnaire as JSON text that `read_file` takes back."""
    content = {"format": FORMAT, "version": VERSION, "title": title, "questionnaire": document.document()}
    return json.dumps(content, ensure_ascii=False, indent=2)


def read_file(content: bytes) -> Questionnaire:
    """Raises FileRefused."""
    if len(content) > MOST_BYTES:
        raise FileRefused(gettext("The file is too large: at most 5 megabytes."))
    try:
        known = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise FileRefused(gettext("The file is not JSON in UTF-8.")) from None
    if not isinstance(known, dict) or known.get("format") != FORMAT:
        raise FileRefused(gettext("The file is not a questionnaire that this service has written."))
    if not isinstance(known.get("version"), int) or known["version"] > VERSION:
        raise FileRefused(gettext("The file was written by a newer version of this service."))
    return read_document(known.get("questionnaire"))


def read_document(stored: Any) -> Questionnaire:
    """A questionnaire from somebody's JSON, checked for what a database can't keep. Raises FileRefused."""
    try:
        document = Questionnaire.model_validate(stored)
        text = json.dumps(document.document(), ensure_ascii=False)
        text.encode()
    except ValidationError as error:
        raise FileRefused(*faults_in_words(error)[:MOST_FAULTS]) from None
    except (UnicodeEncodeError, RecursionError):
        raise FileRefused(gettext("The file has letters that can't be stored.")) from None
    if "\\u0000" in text:
        raise FileRefused(gettext("The file has letters that can't be stored."))
    return document


def _refuse_constant(constant: str):
    raise ValueError(constant)


def leave_out_missing(document: Questionnaire, draft: Questionnaire, by) -> list[str]:
    """Take out images and map layers that `by` could not have chosen; what was taken out, in words.

    What the draft has already stays, whoever chose it.
    """
    return [*_leave_out_images(document, draft, by), *_leave_out_layers(document, draft, by)]


def _leave_out_images(document: Questionnaire, draft: Questionnaire, by) -> list[str]:
    losses = []
    wanted = _images_of(document)
    policy = policy_registry.get_by_type(get_image_model())
    may_choose = policy.instances_user_has_any_permission_for(by, ["choose"]).filter(pk__in=wanted)
    known = {*may_choose.values_list("pk", flat=True), *_images_of(draft)}
    for _step, _parent, question in with_follow_ups(document):
        for part in [question, *options_of(question)]:
            if getattr(part, "image", None) and part.image not in known:
                part.image = None
                words = {"name": name_of(question)}
                losses.append(
                    gettext("An image of “%(name)s” was left out: it is not on this server, or not yours to use.")
                    % words
                )
    return losses


def _images_of(document: Questionnaire) -> set[int]:
    return {part.image for part in document.elements() if getattr(part, "image", None)}


def _leave_out_layers(document: Questionnaire, draft: Questionnaire, by) -> list[str]:
    losses = []
    known = {str(key) for key in Layer.objects.offered_to(by).values_list("pk", flat=True)}
    known |= {key for step in draft.steps for key in step.layers}
    for number, step in enumerate(document.steps, start=1):
        if set(step.layers) - known:
            step.layers = [key for key in step.layers if key in known]
            losses.append(
                gettext("A map layer of page %(number)s was left out: it is not on this server, or not yours to use.")
                % {"number": number}
            )
    return losses


def replace(document: Questionnaire, other: Questionnaire) -> None:
    """Put another questionnaire in place of the whole document."""
    document.steps = [step.model_copy(deep=True) for step in other.steps]


def append(document: Questionnaire, other: Questionnaire) -> None:
    """Add the pages of another questionnaire behind those of the document. Raises Refused."""
    copies, _losses = copying.copies_of(other.steps)
    for step in copies:
        copying.add_step(document, step)
