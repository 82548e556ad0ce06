"""What readers of rows share: names, options, and what every question has."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from mapsurveys.kinds.choosing import OTHER
from mapsurveys.xlsform.errors import XLSFormError
from mapsurveys.xlsform.facts import NAME, RULE, option_name
from mapsurveys.xlsform.survey import Item, Lists, Losses, as_name

Document = dict[str, Any]
#: Of all questions together, since many may share one long list.
MOST_OPTIONS = 20_000


@dataclass
class Reader:
    """Reads rows into documents of questions. `find` gives the function that reads a row, None where there is none."""

    lists: Lists
    losses: Losses
    find: Callable[[Item], Callable[["Reader", Item, list[Item]], Document | None] | None]
    #: Names that questions have got.
    taken: dict[str, int] = field(default_factory=lambda: {OTHER: 2})
    options_read: int = 0

    def question(self, item: Item, after: list[Item]) -> Document | None:
        """The question of a row, or None, which is told.

        `after` are the rows after it in its group; those that belong to it are taken out.
        """
        read = self.find(item)
        found = read(self, item, after) if read else None
        if found is None:
            what = _("Questions of the type “%(type)s” have no equal here, and it was left out.")
            item.lose(what % {"type": item.type})
            return None
        item.lose_unread()
        return found

    def base(self, item: Item, kind: str, **more: Any) -> Document:
        """What every question has."""
        return {
            NAME: item.name,
            RULE: item.rule(),
            "kind": kind,
            "name": self.name_for(item, self.taken, "question"),
            "label": item.texts("label"),
            "help": item.texts("hint"),
            "required": item.required(),
            **more,
        }

    def name_for(self, item: Item, taken: dict[str, int], stem: str) -> str:
        name = as_name(item.name, stem, taken)
        if name != item.name:
            item.lose(_("The short name is “%(name)s” here.") % {"name": name})
        return name

    def options(self, question: str, list_name: str, part: str = "choices") -> list[tuple[Item, Document]]:
        """The options of a list, each with its row, as `part` of a question."""
        options = self.lists.take(list_name)
        self.options_read += len(options)
        if self.options_read > MOST_OPTIONS:
            message = _("The questions have more than %(limit)s options altogether.")
            raise XLSFormError(message, "options", {"limit": MOST_OPTIONS})
        taken: dict[str, int] = {}
        found = []
        for option in options:
            choice = {
                NAME: option_name(question, part, option.name),
                "name": self.name_for(option, taken, "option"),
                "label": option.texts("label"),
            }
            found.append((option, choice))
        return found

    def choices(self, question: str, list_name: str) -> list[Document]:
        """Options without pictures or places."""
        found = self.options(question, list_name)
        for option, _choice in found:
            option.lose_unread()
        return [choice for _option, choice in found]


def list_of(item: Item) -> str:
    """The list that a row chooses from."""
    return item.argument.removesuffix(" or_other").strip()


def whole(item: Item, value: Any, least: int, most: int) -> int | None:
    """A limit as a whole number that a setting takes; None, and told, where it is none."""
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer() and least <= value <= most:
        return int(value)
    item.lose(_("The limit %(limit)s cannot be used here.") % {"limit": value})
    return None


def given(**settings: Any) -> dict[str, Any]:
    """Settings without those that are not told."""
    return {name: value for name, value in settings.items() if value is not None}
