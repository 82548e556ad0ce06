"""The part of XPath that XLSForm's rules and limits are commonly written in, as a tree."""

import re
from dataclasses import dataclass
from functools import lru_cache

from mapsurveys.xlsform.errors import Unsupported

#: Longer expressions are not rules that a person wrote.
LONGEST = 4_000
DEEPEST = 40
#: Name of the call that stands for `${name}[condition]`; no function can be called so.
WHERE = "[]"


@dataclass(frozen=True)
class Ref:
    """`${name}`, or "." and ".."."""

    name: str


@dataclass(frozen=True)
class Literal:
    """A text, or a number as float."""

    value: str | float


@dataclass(frozen=True)
class Call:
    name: str
    arguments: tuple


@dataclass(frozen=True)
class Comparison:
    """`sign` is one of = != < <= > >=."""

    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Joined:
    """Parts of which all ("and") or any ("or") must hold."""

    word: str
    parts: tuple


@dataclass(frozen=True)
class Not:
    part: "Node"


Node = Ref | Literal | Call | Comparison | Joined | Not

_TOKEN = re.compile(
    r"""\s*(?:
        \$\{\s*(?P<ref>[^{}\s]{1,100})\s*\}
      | (?P<number>\d{1,15}(?:\.\d{1,15})?)
      | (?P<text>'[^']*'|"[^"]*")
      | (?P<sign><=|>=|!=|=|<|>)
      | (?P<mark>\.\.|[.(),\[\]-])
      | (?P<word>[A-Za-z][A-Za-z0-9_-]*)
    )""",
    re.VERBOSE,
)
_ANY = ("ref", "number", "text", "sign", "mark", "word")


@lru_cache(maxsize=1_000)
def parse(text: str) -> Node:
    """The tree of an expression. Raises Unsupported at anything else than comparisons, calls, and, or, not."""
    parser = _Parser(_tokens(text))
    node = parser.either()
    if parser.next != ("", ""):
        raise Unsupported(text)
    return node


def _tokens(text: str) -> list[tuple[str, str]]:
    if len(text) > LONGEST:
        raise Unsupported(text[:80])
    found, place, end = [], 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            raise Unsupported(text)
        kind = next(name for name in _ANY if match.group(name) is not None)
        found.append((kind, match.group(kind)))
        place = match.end()
    return found


class _Parser:
    """Recursive descent; the loosest binding first: or, and, comparison, single things."""

    def __init__(self, tokens: list[tuple[str, str]]):
        self.tokens = tokens
        self.place = 0
        self.depth = 0

    @property
    def next(self) -> tuple[str, str]:
        return self.tokens[self.place] if self.place < len(self.tokens) else ("", "")

    def take(self, kind: str, value: str | None = None) -> bool:
        found = self.next
        if found[0] == kind and value in (None, found[1]):
            self.place += 1
            return True
        return False

    def need(self, value: str) -> None:
        if not self.take("mark", value):
            raise Unsupported(value)

    def either(self) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unsupported("…")
        parts = [self.both()]
        while self.take("word", "or"):
            parts.append(self.both())
        self.depth -= 1
        return parts[0] if len(parts) == 1 else Joined("or", tuple(parts))

    def both(self) -> Node:
        parts = [self.comparison()]
        while self.take("word", "and"):
            parts.append(self.comparison())
        return parts[0] if len(parts) == 1 else Joined("and", tuple(parts))

    def comparison(self) -> Node:
        left = self.single()
        kind, sign = self.next
        if kind != "sign":
            return left
        self.place += 1
        return Comparison(sign, left, self.single())

    def single(self) -> Node:
        kind, value = self.next
        self.place += 1
        if kind == "ref":
            return self.filtered(Ref(value))
        if kind == "number":
            return Literal(float(value))
        if kind == "text":
            return Literal(value[1:-1])
        if kind == "word":
            return self.call(value)
        if value in (".", ".."):
            return Ref(value)
        if value == "-" and self.next[0] == "number":
            return Literal(-self.single().value)
        if value == "(":
            inner = self.either()
            self.need(")")
            return inner
        raise Unsupported(value)

    def filtered(self, ref: Ref) -> Node:
        if not self.take("mark", "["):
            return ref
        inner = self.either()
        self.need("]")
        return Call(WHERE, (ref, inner))

    def call(self, name: str) -> Node:
        self.need("(")
        arguments = []
        if not self.take("mark", ")"):
            arguments.append(self.either())
            while self.take("mark", ","):
                arguments.append(self.either())
            self.need(")")
        if name == "not" and len(arguments) == 1:
            return Not(arguments[0])
        return Call(name, tuple(arguments))
