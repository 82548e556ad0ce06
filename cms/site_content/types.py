"""The shapes of the site's own texts: plain data, without Django, one text in all its languages side by side."""

from __future__ import annotations

from dataclasses import dataclass

Text = dict[str, str]
"""Language code -> text; a missing code means "not translated" and shows as a fallback."""


def folded(text: str) -> str:
    """Join the wrapped lines of a source string into paragraphs; a blank line stays a blank line."""
    paragraphs = (" ".join(part.split()) for part in text.strip().split("\n\n"))
    return "\n\n".join(paragraphs)


def tr(*, fi: str = "", sv: str = "", en: str = "", simple: str = "", ru: str = "") -> Text:
    """Return the given languages as a `Text`; empty ones are left out, `simple` becomes "fi-simple"."""
    by_code = {"fi": fi, "sv": sv, "en": en, "fi-simple": simple, "ru": ru}
    return {code: folded(text) for code, text in by_code.items() if text}


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One step of "how it works" on the front page."""

    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class HomeSpec:
    """The front page: heading, lead and the steps of taking part."""

    title: Text
    lead: Text
    steps: tuple[StepSpec, ...]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of running text; the body is HTML of h2, h3, p, ul, ol, li, b and i, one rich text block."""

    slug: str
    title: Text
    intro: Text
    body: Text
    in_menu: bool = False
