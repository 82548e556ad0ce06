"""Names of columns: one for each part of a questionnaire whatever its versions called it, unique, short enough."""

from collections import defaultdict
from collections.abc import Iterable

from mapsurveys.kinds.base import Choice, Question
from mapsurveys.questionnaire import Questionnaire

#: PostgreSQL's own limit, and the smallest of the programs that read our files.
LONGEST_NAME = 63

#: Parts of a question that have short names of their own.
PARTS = ("choices", "rows", "places", "follow_ups")

#: What kinds add to a question's name by themselves, which no option may be called.
ADDED_BY_KINDS = ("other", "other_text")


def unique_name(name: str, taken: set[str]) -> str:
    """`name`, cut to 63 characters, with the first number behind it that makes it unlike `taken`; joins them."""
    free, number = name[:LONGEST_NAME], 2
    while free in taken:
        ending = f"_{number}"
        free, number = f"{name[: LONGEST_NAME - len(ending)]}{ending}", number + 1
    taken.add(free)
    return free


def with_newest_names(documents: Iterable[Questionnaire]) -> list[Questionnaire]:
    """The documents, newest first, with the same name for the same part in all: the newest that it has had.

    A part that an older document calls like another one gets a number behind its name, so that answers to the two
    are never mixed.
    """
    names = _Names()
    return [names.give(document) for document in documents]


class _Names:
    """Names given so far, by the part's place in the questionnaire and its identifier."""

    def __init__(self):
        self._given: dict[tuple, str] = {}
        self._taken: dict[tuple, set[str]] = defaultdict(lambda: set(ADDED_BY_KINDS))

    def give(self, document: Questionnaire) -> Questionnaire:
        steps = [
            step.model_copy(update={"questions": [self._renamed((), question) for question in step.questions]})
            for step in document.steps
        ]
        return document.model_copy(update={"steps": steps})

    def _renamed(self, path: tuple[str, ...], element: Question | Choice) -> Question | Choice:
        changes = {"name": self._name(path, element)}
        for part in PARTS:
            if part in type(element).model_fields:
                inner = (*path, element.id, part)
                changes[part] = [self._renamed(inner, each) for each in getattr(element, part)]
        return element.model_copy(update=changes)

    def _name(self, path: tuple[str, ...], element: Question | Choice) -> str:
        place = (path, element.id)
        if place not in self._given:
            self._given[place] = unique_name(element.key, self._taken[path])
        return self._given[place]
