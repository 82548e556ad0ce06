"""The shapes of the demo's surveys: plain data that a loader turns into surveys.

A question is a dict as `Questionnaire.read` takes it, with two exceptions that the loader resolves: `image` is the stem
of a file in illustrations/, and `layers` of a step are keys of the survey's layers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from hearings.demo.content.types import LayerSpec, Paragraph, Picture, Text, line, point, polygon, tr

__all__ = [
    "ChannelSpec",
    "LayerSpec",
    "Paragraph",
    "Picture",
    "SurveySpec",
    "Text",
    "line",
    "option",
    "point",
    "polygon",
    "question",
    "step",
    "tr",
]


def option(key: str, **texts: str) -> dict[str, Any]:
    """A choice, a row or a given place; `texts` are those of `tr`."""
    return {"id": key.replace("_", ""), "name": key, "label": tr(**texts)}


def question(kind: str, key: str, label: Text, **settings: Any) -> dict[str, Any]:
    """A question or a follow-up of this kind, called `key` in exports."""
    return {"kind": kind, "id": key.replace("_", ""), "name": key, "label": label, **settings}


def step(key: str, title: Text, text: Text, *questions: dict[str, Any], **settings: Any) -> dict[str, Any]:
    """A page of a survey."""
    return {"id": f"page{key}", "title": title, "text": text, "questions": list(questions), **settings}


@dataclass(frozen=True, slots=True)
class ChannelSpec:
    """A way to the survey; `codes` is how many one-time codes were made for it."""

    kind: Literal["open", "code", "panel", "event", "interviewer", "paper"]
    name: str
    codes: int = 0


@dataclass(frozen=True, slots=True)
class SurveySpec:
    """A survey with its cover; moments are whole days from now (negative is past).

    `district` is the slug of the area that it is about; `section` is (slug of a hearing, number of its section).
    """

    slug: str
    organisation: str
    title: Text
    abstract: Text
    data_notice: Text
    open_days: int
    close_days: int
    steps: tuple[dict[str, Any], ...]
    introduction: tuple[Paragraph | Picture, ...] = ()
    thanks: Text = field(default_factory=dict)
    next_steps: Text = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    district: str = ""
    section: tuple[str, int] | None = None
    main_image: str = ""
    main_image_alt: Text = field(default_factory=dict)
    results_shown: Literal["never", "after_answering", "after_closing"] = "never"
    publishes_answers: bool = False
    neighbours: Literal["hidden", "seen", "agreed", "discussed"] = "hidden"
    results_expected_days: int | None = None
    channels: tuple[ChannelSpec, ...] = ()
    layers: dict[str, LayerSpec] = field(default_factory=dict)
    is_published: bool = True
