"""Limits of answers (XLSForm's `constraint`): least and most of a number, a date, a length or a count."""

from dataclasses import dataclass
from datetime import date

from mapsurveys.xlsform.errors import Unsupported
from mapsurveys.xlsform.expressions import Call, Comparison, Joined, Literal, Node, Ref, parse

#: What is measured, as it is written in a constraint.
ITSELF = "."
LENGTH = "string-length(.)"
CHOSEN = "count-selected(.)"
PLACE_IN_LIST = "position(..)"
#: Nearly any address; whoever owns it is asked elsewhere.
EMAIL = r"regex(., '^[^@ ]+@[^@ ]+\.[^@ ]+$')"

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
Limit = float | date


@dataclass(frozen=True)
class Limits:
    """What an answer must keep to. `measure` is one of the constants above; strict limits are of whole numbers."""

    measure: str = ""
    least: Limit | None = None
    most: Limit | None = None
    email: bool = False

    def with_one(self, other: "Limits") -> "Limits":
        """Both together. Raises Unsupported where they measure different things, or one side twice."""
        measures = {each.measure for each in (self, other) if each.measure}
        twice = (self.least is not None and other.least is not None) or (
            self.most is not None and other.most is not None
        )
        if len(measures) > 1 or twice:
            raise Unsupported("constraint")
        return Limits(
            "".join(measures),
            other.least if self.least is None else self.least,
            other.most if self.most is None else self.most,
            self.email or other.email,
        )


def write_limits(measure: str, least: Limit | None, most: Limit | None) -> str:
    """A constraint, "" where there is no limit."""
    parts = [
        f"{measure} {sign} {_written(limit)}" for sign, limit in ((">=", least), ("<=", most)) if limit is not None
    ]
    return " and ".join(parts)


def _written(limit: Limit) -> str:
    return f"date('{limit.isoformat()}')" if isinstance(limit, date) else plain_number(limit)


def plain_number(number: float) -> str:
    """As XPath writes numbers: no exponent, no needless decimals."""
    return str(int(number)) if float(number).is_integer() else f"{number:.15f}".rstrip("0")


def read_limits(text: str, *, whole: bool = False) -> Limits:
    """The limits that a constraint sets. `whole`: of whole numbers, so that `> 2` is `>= 3`. Raises Unsupported."""
    if not text:
        return Limits()
    node = parse(text)
    parts = node.parts if isinstance(node, Joined) and node.word == "and" else (node,)
    limits = Limits()
    for part in parts:
        limits = limits.with_one(_one_limit(part, whole))
    return limits


def _one_limit(node: Node, whole: bool) -> Limits:
    if node == parse(EMAIL):
        return Limits(email=True)
    if not isinstance(node, Comparison):
        raise Unsupported("constraint")
    sign, measure, limit = node.sign, _measure(node.left), _limit(node.right)
    if measure is None:
        sign, measure, limit = _MIRRORED.get(sign, sign), _measure(node.right), _limit(node.left)
    if measure is None or limit is None:
        raise Unsupported("constraint")
    if sign in ("<", ">"):
        if not (whole and isinstance(limit, float) and limit.is_integer()):
            raise Unsupported("constraint")
        sign, limit = ("<=", limit - 1) if sign == "<" else (">=", limit + 1)
    return {
        ">=": Limits(measure, least=limit),
        "<=": Limits(measure, most=limit),
        "=": Limits(measure, least=limit, most=limit),
    }.get(sign) or _refuse()


def _refuse() -> Limits:
    raise Unsupported("constraint")


def _measure(node: Node) -> str | None:
    known = {ITSELF: Ref("."), LENGTH: Call("string-length", (Ref("."),)), CHOSEN: Call("count-selected", (Ref("."),))}
    known[PLACE_IN_LIST] = Call("position", (Ref(".."),))
    return next((measure for measure, tree in known.items() if tree == node), None)


def _limit(node: Node) -> Limit | None:
    if isinstance(node, Literal) and isinstance(node.value, float):
        return node.value
    if isinstance(node, Call) and node.name == "date" and len(node.arguments) == 1:
        literal = node.arguments[0]
        if isinstance(literal, Literal) and isinstance(literal.value, str):
            try:
                return date.fromisoformat(literal.value)
            except ValueError:
                return None
    return None
