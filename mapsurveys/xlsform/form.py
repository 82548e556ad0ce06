"""The rows of a form that is being written, and the names in them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import override

from mapsurveys.kinds import Question
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.rules import Shown
from mapsurveys.texts import Texts
from mapsurveys.xlsform.columns import shield, tag
from mapsurveys.xlsform.relevance import Written, write_rule
from mapsurveys.xlsform.workbook import Sheet, make_sheet

#: Names that XForms or programs that read them keep for themselves.
RESERVED = {"meta", "data", "instanceid", "instancename", "audit", "entity", "other"}
#: Headings of the survey and the choices sheet in the order in which people expect them; others follow.
SURVEY = ("type", "name", "label", "hint", "appearance", "required", "relevant", "constraint", "constraint_message")
CHOICES = ("list_name", "name", "label")
#: The kind of question that a row stands for, or what part of one: other programs leave the column alone.
KIND_COLUMN = "kuule"

#: A text of a row: by language, or a function that gives it in the active one.
Text = Texts | Callable[[], str]


class Names:
    """Names of rows, each once in the whole form, so that any rule can name any row."""

    def __init__(self):
        self.taken = set(RESERVED)

    def free(self, stem: str, *parts: str) -> str:
        """`stem`, with a number where it is taken; also kept free are the names that end in `_part`."""
        name, number = stem, 2
        while not self.taken.isdisjoint({name, *(f"{name}_{part}" for part in parts)}):
            name, number = f"{stem}_{number}", number + 1
        self.taken |= {name, *(f"{name}_{part}" for part in parts)}
        return name


@dataclass
class Form:
    """Rows of the sheets, and the languages of their texts. Names are given to all questions beforehand."""

    languages: list[str]
    survey: list[dict[str, str]] = field(default_factory=list)
    choices: list[dict[str, str]] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    #: What each question is called, by `id()` of the question: a broken questionnaire may use an identifier twice.
    written: dict[int, Written] = field(default_factory=dict)

    def of(self, question: Question) -> Written:
        return self.written[id(question)]

    def relevant(self, shown: Shown, asked: Iterable[Question]) -> str:
        """The rule of a step or a question, which may ask about `asked` alone."""
        by_id: dict[str, Written] = {}
        for question in asked:
            by_id.setdefault(question.id, self.of(question))
        return write_rule(shown.show_when, by_id.get)

    def add(self, type_: str, name: str = "", *, texts: dict[str, Text] | None = None, **cells: str) -> None:
        """Add a row to the survey sheet. `texts` are its translated columns."""
        self.survey.append({"type": type_, "name": name, **cells, **self._translated(texts or {})})

    def add_choice(self, list_name: str, name: str, *, texts: dict[str, Text], **cells: str) -> None:
        self.choices.append({"list_name": list_name, "name": name, **cells, **self._translated(texts)})

    def _translated(self, texts: dict[str, Text]) -> dict[str, str]:
        cells = {}
        for column, text in texts.items():
            by_language = self.in_each_language(text) if callable(text) else text
            cells |= {f"{column}::{tag(language)}": shield(words) for language, words in by_language.items()}
        return cells

    def in_each_language(self, say: Callable[[], str]) -> dict[str, str]:
        """A sentence of the program's own in every language of the form."""
        said = {}
        for language in self.languages:
            with override(language):
                said[language] = str(say())
        return said

    def label(self, texts: Texts, name: str) -> Texts:
        """`texts`, or the row's name where there are none: programs refuse a question without any."""
        return texts or {self.languages[0]: name}

    def sheets(self) -> list[Sheet]:
        """The survey and the choices sheet."""
        headings = [heading for column in SURVEY for heading in self._headings(column)]
        choices = [heading for column in CHOICES for heading in self._headings(column)]
        return [make_sheet("survey", self.survey, headings), make_sheet("choices", self.choices, choices)]

    def _headings(self, column: str) -> list[str]:
        if column not in ("label", "hint", "constraint_message"):
            return [column]
        return [f"{column}::{tag(language)}" for language in self.languages]


def languages_in(questionnaire: Questionnaire, title: Texts, order: list[str]) -> list[str]:
    """The languages that any text is in, the first of `order` in any case: a form needs one."""
    found = {language for language, text in title.items() if text.strip()}
    for element in questionnaire.elements():
        for name in type(element).text_names():
            found |= getattr(element, name).keys()
    return [language for language in order if language in found] or order[:1]


def part_of(question: Question, name: str) -> list:
    """A list that is a field of the question's kind, [] where the kind has none."""
    return getattr(question, name) if name in type(question).model_fields else []


def image_name(key: Any) -> str:
    """What the file of a Wagtail image is called beside the form."""
    return f"image-{key}.jpg"
