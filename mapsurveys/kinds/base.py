"""What every kind of question has in common.

A kind is one module here: the question's settings as they are stored, the form field that residents fill
in, the tests that rules may make of an answer, the answer in words, and its columns in exports. To add one, write the
module and name it in `kinds/__init__.py`; the editor, the answering pages and the exports follow.
"""

import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import (
    AfterValidator,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    field_validator,
    model_serializer,
)

from mapsurveys.rules import Condition, Shown, Test
from mapsurveys.texts import Element, Texts

#: No vowels and nothing that is misread, so that no word comes about. 24 letters.
ID_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
ID_LENGTH = 8

#: Words that stand for something else in answers and addresses.
RESERVED = frozenset({"other", "chosen", "done", "later", "places", "results", "copy"})

#: Names of what stands in the form beside the questions; see templates/mapsurveys/_step_form.html.
BUTTONS = frozenset({"back", "code", "next"})


def _not_reserved(identifier: str) -> str:
    if identifier in RESERVED:
        raise ValueError(f"{identifier} is a reserved word")
    return identifier


Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]{0,39}$"), AfterValidator(_not_reserved)]
Name = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]{0,39})?$")]


def new_id() -> str:
    """An identifier that stays with a question, a choice or a step whatever becomes of it."""
    return "q" + "".join(secrets.choice(ID_LETTERS) for _place in range(ID_LENGTH - 1))


@dataclass(frozen=True)
class Setting:
    """How a field of a question is shown to the planner who edits it."""

    label: Any
    help: Any = ""


@dataclass(frozen=True)
class AnswerColumn:
    """A column of exported answers: `pick` takes the stored answer (never None) and gives the cell.

    `suffix` is added to the question's name. `type` is one of cms.opendata.datasets.COLUMN_TYPES. `about` says in
    the active language what the column holds where it is one of many, such as the text of a choice; `values` what
    its values stand for where they do not speak for themselves.
    """

    suffix: str
    type: str
    about: str
    pick: Callable[[Any], Any]
    values: str = ""


class Choice(Element):
    """A fixed option."""

    id: Identifier = Field(default_factory=new_id)
    name: Name = ""
    label: Texts = Field(default_factory=dict)

    @property
    def key(self) -> str:
        """What names it in columns."""
        return self.name or self.id


class Question(Element, Shown):
    """Something shown on a step. Most ask; an information block only tells."""

    kind: str
    id: Identifier = Field(default_factory=new_id)
    name: Name = ""
    label: Texts = Field(default_factory=dict)
    help: Texts = Field(default_factory=dict)
    required: Annotated[bool, Setting(_("An answer is required"))] = False
    personal: Annotated[
        bool,
        Setting(
            _("Personal"),
            _("For a name, an address or an e-mail. Stored apart, seen by few, never published."),
        ),
    ] = False

    #: What planners call the kind, and when to use it.
    title: ClassVar[Any]
    description: ClassVar[Any]
    #: A name in templates/includes/_icon.html or a Wagtail icon for the editor.
    icon: ClassVar[str] = "help"
    #: Template that shows it on an answering page.
    template: ClassVar[str] = "mapsurveys/questions/field.html"
    #: False for what only tells something.
    asks: ClassVar[bool] = True
    #: True where the answer is a list of marks, stored as features.
    marks: ClassVar[bool] = False
    #: What rules may ask of its answer.
    tests: ClassVar[tuple[Test, ...]] = (Test.ANSWERED,)
    #: Which summary its results get; see analysis.
    summary: ClassVar[str] = "texts"
    #: Whether it may be asked of each drawn shape.
    can_follow_up: ClassVar[bool] = True
    #: Settings that make no sense for the kind and that the editor leaves out.
    hidden_settings: ClassVar[frozenset[str]] = frozenset()

    @field_validator("id")
    @classmethod
    def _is_no_button(cls, identifier: str) -> str:
        if identifier in BUTTONS:
            raise ValueError(f"{identifier} is a reserved word")
        return identifier

    def __str__(self) -> str:
        return str(self.translated("label")) or str(self.title)

    @model_serializer(mode="wrap")
    def _with_kind(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # The kind is a default of its class, and documents leave defaults out.
        return {"kind": self.kind, **serialize(self)}

    @property
    def key(self) -> str:
        """What names its columns in exports."""
        return self.name or re.sub(r"\W", "_", self.id)

    def field(self) -> forms.Field:
        """The form field in the active language; cleans to a JSON-able answer, or None for no answer."""
        raise NotImplementedError

    def choices_for_rules(self) -> list[Choice]:
        """What a rule can ask to have been chosen."""
        return []

    def filter_options(self) -> list[tuple[str, str]]:
        """(value, label) of the answers that results can be narrowed by, in the active language."""
        return [(choice.id, str(choice.translated("label"))) for choice in self.choices_for_rules()]

    def lookup(self, value: str) -> dict[str, Any] | None:
        """Django lookups on a response for the answer `value`, one of `filter_options`; None where it has none."""
        return None

    def meets(self, condition: Condition, answer: Any) -> bool:
        """Whether the stored `answer` (None: not answered, or not shown) meets the condition, before negation."""
        return answer is not None

    def in_words(self, answer: Any, language: str | None = None) -> str:
        """The stored answer as a person reads it, in `language`."""
        return str(answer)

    def columns(self) -> list[AnswerColumn]:
        """Columns of the answer in exports, with descriptions in the active language."""
        return [AnswerColumn("", "string", "", str)]

    def problems(self) -> Iterator[str]:
        """What must be mended before publishing, in the planner's language, besides missing texts."""
        return iter(())


def doubled_keys(choices: list[Choice]) -> Iterator[str]:
    """A sentence where two options would share a column."""
    keys = [choice.key for choice in choices]
    if len(keys) != len(set(keys)):
        yield gettext("Two options have the same short name.")


def as_number(value: Any) -> float | None:
    """The value of a rule as a number, None where it is none."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def compare(condition: Condition, number: float | int | None) -> bool:
    """Whether a number meets EQUALS, AT_LEAST or AT_MOST."""
    limit = as_number(condition.value)
    if number is None or limit is None:
        return False
    return {
        Test.EQUALS: number == limit,
        Test.AT_LEAST: number >= limit,
        Test.AT_MOST: number <= limit,
    }.get(condition.test, False)
