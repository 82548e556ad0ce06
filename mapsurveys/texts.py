"""Texts of a questionnaire: {language: text}, as SurveyJS and XLSForm keep theirs."""

from collections.abc import Iterator
from typing import Annotated, Any

from django.conf import settings
from django.utils.translation import get_language
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from cms.translations import TranslatedText, fallback_chain, is_blank, language_codes

#: Characters of the longest text a planner may write in one place.
LONGEST_TEXT = 5_000


def _known_and_filled(texts: dict[str, str]) -> dict[str, str]:
    """Only languages of the service, and only texts that say something."""
    return {code: text.strip() for code, text in texts.items() if code in language_codes() and not is_blank(text)}


class _TextsMark:
    """Tells a field of texts from any other dict."""


Texts = Annotated[
    dict[str, Annotated[str, Field(max_length=LONGEST_TEXT)]], AfterValidator(_known_and_filled), _TextsMark()
]


def in_language(texts: dict[str, str], language: str | None = None) -> TranslatedText:
    """The text in `language` (the reader's by default) or in its first fallback that has it."""
    wanted = language or get_language() or settings.LANGUAGE_CODE
    for code in fallback_chain(wanted):
        if not is_blank(texts.get(code, "")):
            return TranslatedText(texts[code], code, wanted)
    return TranslatedText("", wanted, wanted)


class Element(BaseModel):
    """A part of a questionnaire that has texts. Plain data: it knows nothing of requests or databases."""

    model_config = ConfigDict(extra="forbid", validate_default=False)

    @classmethod
    def text_names(cls) -> list[str]:
        """Names of the fields that hold texts."""
        return [
            name
            for name, field in cls.model_fields.items()
            if any(isinstance(mark, _TextsMark) for mark in field.metadata)
        ]

    def translated(self, name: str, language: str | None = None) -> TranslatedText:
        """Like TranslatedModel.translated, so that templates treat both alike."""
        return in_language(getattr(self, name), language)

    def elements(self) -> Iterator["Element"]:
        """This element and all within it, in the order of reading."""
        yield self
        for name in type(self).model_fields:
            yield from _elements_in(getattr(self, name))


def _elements_in(value: Any) -> Iterator[Element]:
    if isinstance(value, Element):
        yield from value.elements()
    elif isinstance(value, list):
        for part in value:
            yield from _elements_in(part)
