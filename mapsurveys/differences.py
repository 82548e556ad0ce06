"""What changed between two versions of a questionnaire, so that a person can read it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import get_language_info, gettext

from cms.translations import language_codes
from mapsurveys.checking import with_follow_ups
from mapsurveys.kinds import Question
from mapsurveys.kinds.base import Choice, Setting
from mapsurveys.kinds.number import number_in_words
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.rule_words import name_of, rule_in_words
from mapsurveys.texts import Element


class Change(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True)
class Difference:
    """One change. `where` names the page or question, `what` the part of it; `old` and `new` are words, or "".

    `language` is that of the texts `old` and `new`; "" where they are no texts.
    """

    change: Change
    where: str
    what: str
    old: str = ""
    new: str = ""
    language: str = ""


def differences(before: Questionnaire, after: Questionnaire) -> list[Difference]:
    """Changes from `before` to `after`, in the order of `after`; what was removed comes last."""
    return [*_steps(before, after), *_questions(before, after)]


def _steps(before: Questionnaire, after: Questionnaire) -> Iterator[Difference]:
    old = {step.id: step for step in before.steps}
    new = {step.id: step for step in after.steps}
    moved = _moved([step.id for step in before.steps], [step.id for step in after.steps])
    for step in after.steps:
        where = _step_name(after, step)
        if step.id not in old:
            yield Difference(Change.ADDED, where, gettext("Page"))
            continue
        if step.id in moved:
            yield Difference(Change.MOVED, where, gettext("Page"), _step_name(before, old[step.id]), where)
        yield from _fields(where, old[step.id], step, before, after)
    for step in before.steps:
        if step.id not in new:
            yield Difference(Change.REMOVED, _step_name(before, step), gettext("Page"))


def _questions(before: Questionnaire, after: Questionnaire) -> Iterator[Difference]:
    old, new = _placed(before), _placed(after)
    moved = _moved_questions(old, new)
    for key, (number, home, question) in new.items():
        where = _question_name(number, question)
        if key not in old:
            yield Difference(Change.ADDED, where, gettext("Question"), new=str(question.title))
            continue
        old_number, _old_home, was = old[key]
        if key in moved:
            yield Difference(
                Change.MOVED,
                where,
                gettext("Question"),
                gettext("Question %(number)s") % {"number": old_number},
                _home_name(after, home, number),
            )
        if was.kind != question.kind:
            yield Difference(Change.CHANGED, where, gettext("Kind"), str(was.title), str(question.title))
            continue
        yield from _fields(where, was, question, before, after)
    for key, (number, _home, question) in old.items():
        if key not in new:
            yield Difference(Change.REMOVED, _question_name(number, question), gettext("Question"))


def element_differences(where: str, old: Element, new: Element, document: Questionnaire) -> list[Difference]:
    """What differs between two versions of one step or question of a document."""
    return list(_fields(where, old, new, document, document))


Placed = dict[str, tuple[str, str, Question]]


def _placed(document: Questionnaire) -> Placed:
    """{question id: (number, id of its step or of the question that it follows, question)}"""
    numbers = question_numbers(document)
    return {
        question.id: (numbers[question.id], parent.id if parent else step.id, question)
        for step, parent, question in with_follow_ups(document)
    }


def question_numbers(document: Questionnaire) -> dict[str, str]:
    """{question id: number} as residents see it: what only tells has ""; follow-ups are below theirs, such as 3.1."""
    numbers = {question.id: "" for question in document.questions()}
    for position, question in enumerate(document.asking(), start=1):
        numbers[question.id] = str(position)
        for place, follow_up in enumerate(getattr(question, "follow_ups", []), start=1):
            numbers[follow_up.id] = f"{position}.{place}"
    return numbers


def _moved_questions(old: Placed, new: Placed) -> set[str]:
    shared = [key for key in new if key in old]
    elsewhere = {key for key in shared if old[key][1] != new[key][1]}
    moved = set(elsewhere)
    for home in {new[key][1] for key in shared}:
        stayed = [key for key in shared if key not in elsewhere and new[key][1] == home]
        moved |= _moved([key for key in old if key in stayed], stayed)
    return moved


def _moved(old: list[str], new: list[str]) -> set[str]:
    """Of what is in both, the fewest that must have moved: all but a longest run that kept its order."""
    place = {key: index for index, key in enumerate(old)}
    keys = [key for key in new if key in place]
    best: list[tuple[int, int | None]] = []
    for index, key in enumerate(keys):
        before = [(best[earlier][0], earlier) for earlier in range(index) if place[keys[earlier]] < place[key]]
        length, previous = max(before, default=(0, None))
        best.append((length + 1, previous))
    kept = set()
    at = max(range(len(keys)), key=lambda index: best[index][0], default=None)
    while at is not None:
        kept.add(keys[at])
        at = best[at][1]
    return set(keys) - kept


# --- Fields of one element -------------------------------------------------------------------------------

#: Compared elsewhere, or of no meaning to a reader.
LEFT_OUT = frozenset({"id", "kind", "questions", "follow_ups"})


def _fields(
    where: str, old: Element, new: Element, before: Questionnaire, after: Questionnaire, stem: str = ""
) -> Iterator[Difference]:
    texts = type(new).text_names()
    for name in type(new).model_fields:
        was, now = getattr(old, name), getattr(new, name)
        if name in LEFT_OUT or was == now:
            continue
        what = f"{stem}{field_name(type(new), name)}"
        if name in texts:
            yield from _texts(where, what, was, now)
        elif name == "show_when":
            yield Difference(Change.CHANGED, where, what, *_rules(was, now, before, after))
        elif isinstance(now, list) and any(isinstance(part, Choice) for part in [*was, *now]):
            yield from _options(where, what, was, now, before, after)
        else:
            yield Difference(Change.CHANGED, where, what, *(_value_words(new, name, value) for value in (was, now)))


def _rules(was, now, before: Questionnaire, after: Questionnaire) -> tuple[str, str]:
    always = gettext("Shown always.")
    return rule_in_words(was, before) or always, rule_in_words(now, after) or always


def _texts(where: str, what: str, was: dict[str, str], now: dict[str, str]) -> Iterator[Difference]:
    for code in language_codes():
        old, new = was.get(code, ""), now.get(code, "")
        if old != new:
            language = get_language_info(code)["name_translated"]
            change = Change.CHANGED if old and new else Change.ADDED if new else Change.REMOVED
            yield Difference(change, where, f"{what} ({language})", old, new, code)


def _options(where: str, what: str, was: list[Choice], now: list[Choice], before, after) -> Iterator[Difference]:
    old, new = {choice.id: choice for choice in was}, {choice.id: choice for choice in now}
    for choice in now:
        if choice.id not in old:
            yield Difference(Change.ADDED, where, what, new=_choice_name(choice))
            continue
        yield from _fields(where, old[choice.id], choice, before, after, f"{what}, “{_choice_name(choice)}”: ")
    for choice in was:
        if choice.id not in new:
            yield Difference(Change.REMOVED, where, what, old=_choice_name(choice))
    moved = _moved([choice.id for choice in was], [choice.id for choice in now])
    for choice in now:
        if choice.id in moved:
            yield Difference(Change.MOVED, where, what, new=_choice_name(choice))


def field_name(model: type[Element], name: str) -> str:
    """What a field of a questionnaire is called, to a planner."""
    known = {
        "label": gettext("Text") if issubclass(model, Choice) else gettext("Question text"),
        "help": gettext("Help text"),
        "name": gettext("Short name"),
        "show_when": gettext("Rule"),
        "title": gettext("Title"),
        "text": gettext("Text"),
        "view": gettext("Where the map opens"),
        "layers": gettext("Map layers"),
        "geometry": gettext("Place on the map"),
    }
    setting = next((mark for mark in model.model_fields[name].metadata if isinstance(mark, Setting)), None)
    return str(setting.label) if setting else known.get(name, name)


def _value_words(element: Element, name: str, value: Any) -> str:
    looks = getattr(element, "looks", {})
    if name in looks:
        return str(looks[name].get(value, value))
    match value:
        case None | "" | []:
            return gettext("Nothing")
        case True:
            return gettext("Yes")
        case False:
            return gettext("No")
        case int() | float():
            return number_in_words(value)
        case date():
            return date_format(value, "SHORT_DATE_FORMAT")
        case str():
            return value
        case list():
            return ", ".join(map(str, value))
    document = value.model_dump() if isinstance(value, Element) or hasattr(value, "model_dump") else value
    return Truncator(json.dumps(document, ensure_ascii=False)).chars(80)


def _choice_name(choice: Choice) -> str:
    return str(choice.translated("label")) or choice.key


def _step_name(document: Questionnaire, step: Step) -> str:
    number = next(place for place, each in enumerate(document.steps, start=1) if each.id == step.id)
    title = str(step.translated("title"))
    if not title:
        return gettext("Page %(number)s") % {"number": number}
    return gettext("Page %(number)s, “%(title)s”") % {"number": number, "title": title}


def _question_name(number: str, question: Question) -> str:
    if not number:
        return gettext("%(kind)s, “%(text)s”") % {"kind": question.title, "text": name_of(question)}
    return gettext("Question %(number)s, “%(text)s”") % {"number": number, "text": name_of(question)}


def _home_name(document: Questionnaire, home: str, number: str) -> str:
    step = document.find_step(home)
    if step is None:
        return gettext("Question %(number)s") % {"number": number}
    return gettext("Question %(number)s, on %(page)s") % {"number": number, "page": _step_name(document, step)}
