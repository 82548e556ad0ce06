"""Reading answers to any version of a questionnaire into the same row of cells."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from cms.opendata.datasets import Column
from mapsurveys.exporting.editions import Edition
from mapsurveys.exporting.naming import unique_name
from mapsurveys.kinds import Question
from mapsurveys.kinds.base import AnswerColumn
from mapsurveys.questionnaire import Questionnaire


@dataclass(frozen=True)
class Asked:
    """What one edition asks: `key` finds its answer among a respondent's, `stem` begins its columns' names.

    `around` is the document that its rules speak of.
    """

    key: str
    stem: str
    title: str
    question: Question
    columns: list[AnswerColumn]
    around: Questionnaire

    @classmethod
    def of(cls, question: Question, around: Questionnaire) -> "Asked":
        return cls(question.id, question.key, str(question), question, question.columns(), around)

    def numbered(self) -> Iterator[tuple[tuple, AnswerColumn]]:
        """Each column with what tells whether that of another edition is the same one.

        Kinds of the same summary have columns of the same meaning, so a choice of words that became one of
        pictures goes on in its columns; a number that became a text begins a new one.
        """
        times = Counter()
        for column in self.columns:
            times[column.suffix] += 1
            yield (self.key, self.question.summary, column.suffix, times[column.suffix]), column


@dataclass(frozen=True)
class SheetColumn:
    """A column of answers as it is published; `asked` as in the newest of the editions (`numbers`) that have it."""

    column: Column
    asked: Asked
    values: str
    numbers: tuple[int, ...]


class Sheet:
    """The columns of all editions, the newest one's first, and the cells in them.

    Columns that the newest edition has no more come last, and say so. `taken` are names that other columns of the
    same table have. Texts are in the active language.
    """

    def __init__(self, asking: Iterable[tuple[Edition, list[Asked]]], taken: Iterable[str]):
        self._uses: list[list[tuple[Edition, Asked, AnswerColumn]]] = []
        self._plans: dict[int, list[tuple[str, list[tuple[int, Callable[[Any], Any]]]]]] = {}
        self._places: dict[tuple, int] = {}
        newest = None
        for edition, asked in asking:
            newest = newest or edition
            self._plans[edition.version.pk] = [(each.key, self._picks(edition, each)) for each in asked]
        names = set(taken)
        self.columns = [_published(uses, newest, names) for uses in self._uses]

    def _picks(self, edition: Edition, asked: Asked) -> list[tuple[int, Callable[[Any], Any]]]:
        picks = []
        for identity, column in asked.numbered():
            place = self._places.setdefault(identity, len(self._uses))
            if place == len(self._uses):
                self._uses.append([])
            self._uses[place].append((edition, asked, column))
            picks.append((place, column.pick))
        return picks

    def read(self, version: int, answers: dict[str, Any]) -> list:
        """The cells of `answers` (by key) to the version with that primary key; None where nothing was answered."""
        cells = [None] * len(self.columns)
        for key, picks in self._plans[version]:
            answer = answers.get(key)
            if answer is not None:
                for place, pick in picks:
                    cells[place] = pick(answer)
        return cells


def _published(uses: list[tuple[Edition, Asked, AnswerColumn]], newest: Edition, names: set[str]) -> SheetColumn:
    edition, asked, column = uses[0]
    title = " – ".join(filter(None, (asked.title, column.about)))
    if edition is not newest:
        title = gettext("%(title)s (only in earlier versions)") % {"title": title}
    published = Column(
        unique_name(asked.stem + column.suffix, names),
        _widest({each.type for _edition, _asked, each in uses}),
        title,
        ". ".join(filter(None, (str(asked.question.title), column.values))),
    )
    return SheetColumn(published, asked, column.values, tuple(used.number for used, _asked, _column in uses))


def _widest(types: set[str]) -> str:
    """The type that holds the values of all; those that differ and are no numbers are texts of some form."""
    if len(types) == 1:
        return types.pop()
    return "number" if types == {"integer", "number"} else "string"
