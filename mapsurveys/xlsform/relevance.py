"""Rules as XLSForm's `relevant` and back.

A condition that XPath has no words for is left out when written: then a question is shown rather than hidden, so
that no answer is lost.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mapsurveys.kinds import Question
from mapsurveys.kinds.base import as_number
from mapsurveys.kinds.choosing import OTHER
from mapsurveys.rules import ShowWhen, Test
from mapsurveys.xlsform.errors import Unsupported
from mapsurveys.xlsform.expressions import WHERE, Call, Comparison, Joined, Literal, Node, Not, Ref
from mapsurveys.xlsform.facts import NAME, option_name
from mapsurveys.xlsform.limits import plain_number

#: Groups of a rule that is read; more come about only from an expression made to grow.
MOST_GROUPS = 60

_SIGNS = {Test.EQUALS: "=", Test.AT_LEAST: ">=", Test.AT_MOST: "<="}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


@dataclass(frozen=True)
class Written:
    """What a question is called on the survey sheet.

    `rows` are (id of the part, row name) of rows that hold parts of its answer: a matrix's rows, a budget's amounts.
    `choices` are (id, name) of its options. `repeats`: its places are repetitions of a group.
    """

    question: Question
    name: str
    rows: list[tuple[str, str]]
    choices: list[tuple[str, str]]
    repeats: bool = False

    def choice(self, choice_id: Any) -> str | None:
        """The name of an option; None where it is no more."""
        if choice_id == OTHER and getattr(self.question, OTHER, False):
            return OTHER
        return next((name for key, name in self.choices if key == choice_id), None)

    def row(self, row_id: str) -> str | None:
        return next((name for key, name in self.rows if key == row_id), None)


def write_rule(rule: ShowWhen, find: Callable[[str], Written | None]) -> str:
    """The rule as XPath, "" where it always holds. `find` gives the question of an id, None where it is no more."""
    groups = []
    for group in rule:
        parts = [part for condition in group if (part := _write_condition(condition, find))]
        if not parts:
            return ""
        groups.append(" and ".join(parts))
    return groups[0] if len(groups) == 1 else " or ".join(f"({group})" for group in groups)


def _write_condition(condition, find) -> str:
    asked = find(condition.question)
    plain = "false()" if asked is None else _write_test(condition, asked)
    return f"not({plain})" if plain and condition.negate else plain


def _write_test(condition, asked: Written) -> str:
    if condition.test == Test.ANSWERED:
        return _write_answered(asked)
    if condition.test == Test.CHOSEN:
        return _write_chosen(condition, asked)
    number = as_number(condition.value)
    if condition.test == Test.DRAWN_AT_LEAST:
        count = "count" if asked.repeats else "count-selected"
        return f"{count}(${{{asked.name}}}) >= {plain_number(number or 1)}"
    if condition.test in _SIGNS:
        return "false()" if number is None else f"${{{asked.name}}} {_SIGNS[condition.test]} {plain_number(number)}"
    return ""


def _write_answered(asked: Written) -> str:
    if asked.repeats:
        return f"count(${{{asked.name}}}) > 0"
    names = [name for _id, name in asked.rows] or [asked.name]
    parts = " or ".join(f"${{{name}}} != ''" for name in names)
    return f"({parts})" if len(names) > 1 else parts


def _write_chosen(condition, asked: Written) -> str:
    choice = asked.choice(condition.value)
    name = asked.row(condition.row) if condition.row else asked.name
    if choice is None or name is None:
        return "false()"
    if asked.question.kind == "ranking":
        return f"selected-at(${{{name}}}, 0) = '{choice}'"
    if asked.repeats:
        return f"count(${{{asked.name}_place}}[. = '{choice}']) > 0"
    return f"selected(${{{name}}}, '{choice}')"


@dataclass(frozen=True)
class Target:
    """A row that a rule may ask about: its question as read so far, and the id of a matrix's row."""

    question: dict[str, Any]
    kind: type[Question]
    row: str = ""

    def choice(self, name: Any) -> str:
        """The id of the option with that name. Raises Unsupported."""
        if name == OTHER and self.question.get(OTHER):
            return OTHER
        for part in ("choices", "places"):
            called = option_name(self.question[NAME], part, str(name))
            for option in self.question.get(part, []):
                if option.get(NAME) == called:
                    return option["id"]
        raise Unsupported(str(name))

    def condition(self, test: Test, value: Any = None, *, negate: bool = False) -> dict[str, Any]:
        """Raises Unsupported where the kind has no such test; of one row of a matrix only the choice can be asked."""
        if test not in self.kind.tests or (self.row and test != Test.CHOSEN):
            raise Unsupported(test)
        made = {"question": self.question["id"], "test": test.value}
        if value is not None:
            made["value"] = value
        if self.row:
            made["row"] = self.row
        return {**made, "negate": True} if negate else made


Rule = list[list[dict[str, Any]]]


def read_rule(node: Node, targets: dict[str, Target]) -> Rule:
    """A rule whose conditions ask about `targets` (by row name). Raises Unsupported where it has no equal.

    `[]` always holds. What never holds is not supported: nobody writes it for a question.
    """
    rule = _Reading(targets).groups(node, negate=False)
    if not rule:
        raise Unsupported("false()")
    return [] if [] in rule else rule


class _Reading:
    """Turns a tree into groups; each method gives [] for never, [[]] for always."""

    def __init__(self, targets: dict[str, Target]):
        self.targets = targets

    def groups(self, node: Node, *, negate: bool) -> Rule:
        if isinstance(node, Not):
            return self.groups(node.part, negate=not negate)
        if isinstance(node, Joined):
            parts = [self.groups(part, negate=negate) for part in node.parts]
            # De Morgan: not (a and b) is not a or not b.
            return _any(parts) if (node.word == "or") != negate else _all(parts)
        if isinstance(node, Call) and node.name in ("true", "false"):
            return [[]] if (node.name == "true") != negate else []
        alternatives = self.test(node)
        if not negate:
            return alternatives
        return _all([[[_negated(condition)] for condition in group] for group in alternatives])

    def test(self, node: Node) -> Rule:
        if isinstance(node, Call) and node.name == "selected" and len(node.arguments) == 2:
            target, value = self.target(node.arguments[0]), node.arguments[1]
            if isinstance(value, Literal):
                return [[target.condition(Test.CHOSEN, target.choice(value.value))]]
        if isinstance(node, Comparison):
            left, right, sign = node.left, node.right, node.sign
            if isinstance(left, Literal):
                left, right, sign = right, left, _MIRRORED[sign]
            if isinstance(right, Literal):
                return self.compared(left, sign, right.value)
        raise Unsupported("relevant")

    def target(self, node: Node) -> Target:
        if not isinstance(node, Ref) or node.name not in self.targets:
            raise Unsupported("relevant")
        return self.targets[node.name]

    def compared(self, left: Node, sign: str, value: str | float) -> Rule:
        if isinstance(left, Call):
            return self.called(left, sign, value)
        target = self.target(left)
        if value == "" and sign in ("=", "!="):
            return [[target.condition(Test.ANSWERED, negate=sign == "=")]]
        if Test.CHOSEN in target.kind.tests and sign in ("=", "!=") and not target.kind.marks:
            name = value if isinstance(value, str) else plain_number(value)
            return [[target.condition(Test.CHOSEN, target.choice(name), negate=sign == "!=")]]
        if Test.EQUALS in target.kind.tests:
            return self.number(target, sign, _as_number(value))
        raise Unsupported("relevant")

    def called(self, call: Call, sign: str, value: str | float) -> Rule:
        if call.name == "selected-at" and len(call.arguments) == 2 and call.arguments[1] == Literal(0.0):
            target = self.target(call.arguments[0])
            if sign == "=" and target.question["kind"] == "ranking":
                return [[target.condition(Test.CHOSEN, target.choice(value))]]
        if (call.name, sign, value) == ("count", ">", 0.0) and (chosen := _chosen_place(call)):
            target = self.target(chosen[0])
            return [[target.condition(Test.CHOSEN, target.choice(chosen[1]))]]
        if call.name in ("count", "count-selected", "string-length") and len(call.arguments) == 1:
            target = self.target(call.arguments[0])
            number = _as_number(value)
            if Test.DRAWN_AT_LEAST in target.kind.tests and (sign, number) != (">", 0):
                return self.counted(target, sign, number)
            if (sign, number) in ((">", 0), (">=", 1), ("!=", 0)):
                return [[target.condition(Test.ANSWERED)]]
            if (sign, number) in (("=", 0), ("<", 1), ("<=", 0)):
                return [[target.condition(Test.ANSWERED, negate=True)]]
        raise Unsupported("relevant")

    def number(self, target: Target, sign: str, number: float) -> Rule:
        whole = not target.question.get("decimals")
        if sign in (">", "<"):
            if whole:
                above = target.condition(Test.AT_LEAST, math.floor(number) + 1.0)
                return [[above]] if sign == ">" else [[target.condition(Test.AT_MOST, math.ceil(number) - 1.0)]]
            edge = target.condition(Test.AT_MOST if sign == ">" else Test.AT_LEAST, number, negate=True)
            return [[target.condition(Test.ANSWERED), edge]]
        test = {">=": Test.AT_LEAST, "<=": Test.AT_MOST}.get(sign, Test.EQUALS)
        return [[target.condition(test, number, negate=sign == "!=")]]

    def counted(self, target: Target, sign: str, number: float) -> Rule:
        if not 0 <= number < 1000:
            raise Unsupported("relevant")
        at_least = math.ceil(number) if sign in (">=", "<") else math.floor(number) + 1
        more = target.condition(Test.DRAWN_AT_LEAST, float(max(at_least, 1)))
        if sign in (">=", ">"):
            return [[more]] if at_least > 0 else [[]]
        fewer = _negated(more)
        if sign in ("<", "<="):
            return [[fewer]] if at_least > 0 else []
        enough = [target.condition(Test.DRAWN_AT_LEAST, number)] if number else []
        return [[*enough, fewer]] if sign == "=" else [[_negated(each)] for each in (*enough, fewer)]


def _chosen_place(call: Call) -> tuple[Ref, str] | None:
    """(the place's row, name of the place) of `count(${row}[. = 'name'])`."""
    inner = call.arguments[0] if len(call.arguments) == 1 else None
    if isinstance(inner, Call) and inner.name == WHERE and isinstance(inner.arguments[1], Comparison):
        row, test = inner.arguments
        if test == Comparison("=", Ref("."), test.right) and isinstance(test.right, Literal):
            return row, str(test.right.value)
    return None


def _negated(condition: dict[str, Any]) -> dict[str, Any]:
    turned = {name: value for name, value in condition.items() if name != "negate"}
    return turned if condition.get("negate") else {**turned, "negate": True}


def _as_number(value: str | float) -> float:
    try:
        number = float(value)
    except ValueError as error:
        raise Unsupported(str(value)) from error
    if not abs(number) < 10**15:
        raise Unsupported(str(value))
    return number


def _any(parts: list[Rule]) -> Rule:
    return _bounded([group for part in parts for group in part])


def _all(parts: list[Rule]) -> Rule:
    combined: Rule = [[]]
    for part in parts:
        combined = _bounded([[*before, *group] for before in combined for group in part])
    return combined


def _bounded(rule: Rule) -> Rule:
    if len(rule) > MOST_GROUPS:
        raise Unsupported("relevant")
    return rule
