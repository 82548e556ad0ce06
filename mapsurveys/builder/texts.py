"""Every text of a questionnaire with an address of its own, and what each translation was made from.

What the source said when a text was translated is kept in Wagtail's log of the survey, not in the questionnaire:
it is about the work, and residents' versions stay as short as they can be.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter, log
from wagtail.models import ModelLogEntry

from cms.translations import fallback_chain, is_blank, language_codes
from mapsurveys.kinds import Question
from mapsurveys.models import Survey
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.texts import Element

TRANSLATED = "mapsurveys.translate_questionnaire"


@dataclass(frozen=True)
class Written:
    """A text in its place. `key` stays the same while its element is in the questionnaire.

    `question` is None for a step's own texts; `element` is the step, the question or an option of it.
    """

    key: str
    step: Step
    question: Question | None
    element: Element
    name: str
    #: Of an option: the list that it is in, and its number there.
    within: str = ""
    number: int = 0

    @property
    def texts(self) -> dict[str, str]:
        return getattr(self.element, self.name)

    def write(self, language: str, text: str) -> None:
        texts = {**self.texts, language: text}
        setattr(self.element, self.name, {code: each for code, each in texts.items() if not is_blank(each)})


def written_in(document: Questionnaire) -> Iterator[Written]:
    """All texts in the order of reading."""
    for step in document.steps:
        for name in step.text_names():
            yield Written(f"{step.id}.{name}", step, None, step, name)
        for question in step.questions:
            yield from _of_question(step, question)
            for follow_up in getattr(question, "follow_ups", []):
                yield from _of_question(step, follow_up)


def _of_question(step: Step, question: Question) -> Iterator[Written]:
    for name in question.text_names():
        yield Written(f"{question.id}.{name}", step, question, question, name)
    for field in type(question).model_fields:
        if field == "follow_ups" or not isinstance(parts := getattr(question, field), list):
            continue
        for number, part in enumerate((part for part in parts if isinstance(part, Element)), start=1):
            for name in part.text_names():
                # Options that came from a file may be called the same in many questions.
                key = f"{question.id}.{part.id}.{name}"
                yield Written(key, step, question, part, name, field, number)


def source_text(texts: dict[str, str], language: str) -> tuple[str, str]:
    """(language, text) that a translator into `language` works from; ("", "") where there is none."""
    if language == settings.LANGUAGE_CODE:
        return "", ""
    found = next((code for code in fallback_chain(language)[1:] if texts.get(code)), "")
    return found, texts.get(found, "")


def mark_of(text: str) -> str:
    """Tells in eight characters whether a text is still the one that a page showed."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def log_translations(survey: Survey, by, before: Questionnaire, after: Questionnaire) -> None:
    """Remember what the texts that were translated between `before` and `after` were translated from."""
    earlier = {written.key: written.texts for written in written_in(before)}
    sources = {code: {} for code in language_codes() if code != settings.LANGUAGE_CODE}
    for written in written_in(after):
        was, now = earlier.get(written.key, {}), written.texts
        for code, known in sources.items():
            if now.get(code) and now.get(code) != was.get(code) and written.key in earlier:
                known[written.key] = source_text(now, code)
    for code, known in sources.items():
        if known:
            log(survey, TRANSLATED, user=by, data={"language": code, "sources": known}, content_changed=True)


def translated_from(survey: Survey, language: str) -> dict[str, tuple[str, str]]:
    """{key of a text: (language, text) that it was last translated from}, as far as it was translated here."""
    entries = ModelLogEntry.objects.for_instance(survey).filter(action=TRANSLATED, data__language=language)
    known = {}
    for data in entries.order_by("timestamp", "pk").values_list("data", flat=True):
        known |= {key: tuple(source) for key, source in data["sources"].items()}
    return known


def source_then(known: dict[str, tuple[str, str]], key: str, texts: dict[str, str], language: str) -> str:
    """What the source said when the text `key` was translated, where it says something else now; else ""."""
    code, text = known.get(key, ("", ""))
    if not code or not texts.get(language):
        return ""
    now_code, now = source_text(texts, language)
    return text if code == now_code and text != now else ""


@hooks.register("register_log_actions")
def log_actions(actions):
    """Wagtail refuses to log what it does not know."""

    @actions.register_action(TRANSLATED)
    class Translated(LogFormatter):
        label = _("Translate the questionnaire")

        def format_message(self, log_entry):
            count = len(log_entry.data["sources"])
            language = get_language_info(log_entry.data["language"])["name_translated"]
            return ngettext(
                "%(language)s: %(count)s text of the questionnaire translated",
                "%(language)s: %(count)s texts of the questionnaire translated",
                count,
            ) % {"count": count, "language": language}
