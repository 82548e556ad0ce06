"""The survey sheet as a tree of groups, and the lists of the choices sheet, as they are read."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mapsurveys.texts import LONGEST_TEXT
from mapsurveys.xlsform.columns import Columns
from mapsurveys.xlsform.errors import Unsupported, XLSFormError
from mapsurveys.xlsform.expressions import Node, parse
from mapsurveys.xlsform.form import KIND_COLUMN
from mapsurveys.xlsform.limits import Limits, read_limits
from mapsurveys.xlsform.workbook import Row

#: Groups inside groups; nobody nests deeper.
DEEPEST = 20
#: Sentences that are kept; a form that loses more is not worth reading line by line.
MOST_SENTENCES = 500

_SAME_TYPES = {
    "string": "text",
    "int": "integer",
    "datetime": "dateTime",
    "photo": "image",
    "gps": "geopoint",
    "location": "geopoint",
    "select one": "select_one",
    "select one from": "select_one",
    "select_one_from": "select_one",
    "select1": "select_one",
    "select multiple": "select_multiple",
    "select all that apply": "select_multiple",
    "select all that apply from": "select_multiple",
    "begin group": "begin_group",
    "begin repeat": "begin_repeat",
    "begin looped group": "begin_repeat",
    "end group": "end_group",
    "end repeat": "end_repeat",
}
_WITH_LIST = re.compile(
    r"^(select_one_from_file|select_multiple_from_file|select_one_external|rank_from_file|"
    r"select[_ ]one(?:[_ ]from)?|select[_ ]multiple|select1|select all that apply(?: from)?|rank)\s+(.+)$",
    re.IGNORECASE,
)


class Losses:
    """What is not carried over, each with its place in the workbook. Sentences are in the active language."""

    def __init__(self):
        self._sentences: list[str] = []
        self._more = 0

    def add(self, sentence: str) -> None:
        if sentence in self._sentences:
            return
        if len(self._sentences) < MOST_SENTENCES:
            self._sentences.append(sentence)
        else:
            self._more += 1

    def at(self, sheet: str, row: int, name: str, what: str) -> None:
        place = {"sheet": sheet, "row": row, "name": name, "what": what}
        self.add(_("Sheet “%(sheet)s”, row %(row)s, “%(name)s”: %(what)s") % place)

    def sentences(self) -> list[str]:
        if not self._more:
            return list(self._sentences)
        more = ngettext("… and %(count)s more thing.", "… and %(count)s more things.", self._more)
        return [*self._sentences, more % {"count": self._more}]


@dataclass
class Item:
    """A row with what it is called, and the rows in its group. Knows which of its columns have been read."""

    row: Row
    columns: Columns
    losses: Losses
    type: str = ""
    argument: str = ""
    children: list["Item"] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    #: Rules of groups around it that are no more.
    outer: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.name = self.take("name") or f"row_{self.row.number}"
        self.kind = self.take(KIND_COLUMN)

    def take(self, column: str) -> str:
        """The cell of a column, which then counts as carried over."""
        self.used.add(column)
        return self.columns.cell(self.row, column)

    def peek(self, column: str) -> str:
        return self.columns.cell(self.row, column)

    def texts(self, column: str) -> dict[str, str]:
        """A translated column; texts that are too long are cut, which is told."""
        self.used.add(column)
        texts = self.columns.texts(self.row, column)
        if any("${" in text for heading, text in self.row.cells.items() if heading.lower().startswith(column)):
            self.lose(_("The text shows an earlier answer by ${…}. Residents will see it as it is written there."))
        if any(len(text) > LONGEST_TEXT for text in texts.values()):
            self.lose(_("The text is too long and was cut after %(limit)s characters.") % {"limit": LONGEST_TEXT})
        return {code: text[:LONGEST_TEXT] for code, text in texts.items()}

    def lose(self, what: str) -> None:
        self.losses.at(self.columns.sheet.name, self.row.number, self.name, what)

    def lose_unread(self) -> None:
        """Tell of filled columns that nobody has read."""
        for column in self.columns.others(self.row, self.used):
            cell = self.peek(column)
            shown = {"column": column, "value": cell if len(cell) <= 80 else f"{cell[:79]}…"}
            self.lose(_("The column “%(column)s” was left out: %(value)s") % shown)

    def limits(self, *measures: str, whole: bool = False) -> Limits:
        """The limits of its constraint, none where they are of something else; that is told."""
        cell = self.peek("constraint")
        try:
            limits = read_limits(cell, whole=whole)
        except Unsupported:
            return Limits()
        if limits.measure and limits.measure not in measures:
            return Limits()
        self.used.add("constraint")
        return limits

    def rule(self) -> list[str]:
        """The expressions that must all hold for it to be shown."""
        cell = self.take("relevant")
        return [*self.outer, cell] if cell else list(self.outer)

    def looks(self, *known: str) -> str:
        """Which of the `known` appearances it has; any other is told of as left out."""
        found = self.peek("appearance")
        if found in known:
            self.used.add("appearance")
            return found
        return ""

    def tree_of(self, column: str) -> Node | None:
        """The expression in a column; None where there is none, or none that is understood."""
        try:
            return parse(self.peek(column))
        except Unsupported:
            return None

    def required(self) -> bool:
        cell = self.peek("required").lower().replace(" ", "")
        if cell in ("", "no", "false", "false()", "0", "yes", "true", "true()", "1"):
            self.used.add("required")
        return cell in ("yes", "true", "true()", "1")


def read_tree(columns: Columns, losses: Losses, always_read: set[str]) -> list[Item]:
    """The rows of the survey sheet by their groups. Raises XLSFormError where groups are nested without end."""
    top: list[Item] = []
    open_groups: list[Item] = []
    for row in columns.sheet.rows:
        written = columns.cell(row, "type")
        type_, argument = _read_type(written)
        if not type_ or type_ in ("end_group", "end_repeat"):
            _close(Item(row, columns, losses, type_), open_groups)
            continue
        item = Item(row, columns, losses, type_, argument, used={"type", *always_read})
        (open_groups[-1].children if open_groups else top).append(item)
        if type_ in ("begin_group", "begin_repeat"):
            open_groups.append(item)
        if len(open_groups) > DEEPEST:
            raise XLSFormError(_("The groups of the form are nested too deeply."), "nesting")
    for item in open_groups:
        item.lose(_("The group has no end; it was ended at the end of the form."))
    return top


def _read_type(written: str) -> tuple[str, str]:
    plain = " ".join(written.split())
    found = _WITH_LIST.match(plain)
    if found:
        type_ = found.group(1).lower()
        return _SAME_TYPES.get(type_, type_), found.group(2)
    low = plain.lower()
    return _SAME_TYPES.get(low, low), ""


def _close(item: Item, open_groups: list[Item]) -> None:
    if not item.type:
        item.lose(_("The row has no type and was left out."))
    elif open_groups:
        open_groups.pop()
    else:
        item.lose(_("The row ends a group that was never begun."))


@dataclass
class Lists:
    """The lists of the choices sheet, by name."""

    by_name: dict[str, list[Item]] = field(default_factory=dict)
    #: Lists that some question uses; the others are told of.
    used: set[str] = field(default_factory=set)
    #: Lists whose options have a place.
    placed: set[str] = field(default_factory=set)

    def take(self, name: str) -> list[Item]:
        self.used.add(name)
        return self.by_name.get(name, [])

    def lose_unused(self, losses: Losses) -> None:
        for name, options in self.by_name.items():
            if name not in self.used:
                what = _("No question uses the list, and it was left out.")
                losses.at("choices", options[0].row.number, name, what)


def read_lists(columns: Columns | None, losses: Losses) -> Lists:
    lists = Lists()
    for row in columns.sheet.rows if columns else []:
        option = Item(row, columns, losses)
        name = option.take("list_name")
        lists.by_name.setdefault(name, []).append(option)
        if option.peek("geometry"):
            lists.placed.add(name)
    return lists


def as_name(raw: str, stem: str, taken: dict[str, int]) -> str:
    """A name of the form as a short name that is not in `taken`, to which it is added.

    `taken` is {name: the number with which to try next}, so that a form in which all are called the same is read fast.
    """
    if raw not in taken and re.fullmatch(r"[a-z][a-z0-9_]{0,39}", raw):
        taken[raw] = 2
        return raw
    plain = re.sub(r"_+", "_", re.sub(r"[^a-z0-9_]", "_", raw.lower())).strip("_")[:32]
    plain = plain if plain[:1].isalpha() else f"{stem}_{plain}".strip("_")[:32]
    name, number = plain, taken.get(plain, 2)
    while name in taken:
        name, number = f"{plain}_{number}", number + 1
    taken[plain] = number
    taken.setdefault(name, 2)
    return name
