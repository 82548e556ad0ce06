"""Numbers and sentences of charts in the reader's language."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import date_format, number_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from mapsurveys.charts.series import Label, Number

#: A word that does not break between a number and what it counts.
NO_BREAK = "\u00a0"


def decimals_of(values: Iterable[Number]) -> int:
    """How many decimals numbers in one chart have: all alike, none where they are large or all whole."""
    known = list(values)
    return int(any(value != int(value) for value in known) and max(abs(value) for value in known) < 100)


def number(value: Number, decimals: int = 0) -> str:
    """A number as the reader writes it."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return number_format(rounded, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def percent(share: float) -> str:
    """A share of 1 in whole per cent. Somebody is never told as 0 %, and not quite all never as 100 %."""
    if 0 < share < 0.005:
        return pgettext("share of people", "under 1%")
    if 0.995 <= share < 1:
        return pgettext("share of people", "over 99%")
    whole = (Decimal(str(round(share, 9))) * 100).quantize(Decimal(1), ROUND_HALF_UP)
    # Translators: some languages write a no-break space between the number and the sign.
    return pgettext("share of people", "{number}%").format(number=whole)


def edge(value: Number | date) -> str:
    """An end of a class: a number or a day."""
    return date_format(value, "SHORT_DATE_FORMAT") if isinstance(value, date) else number(value, decimals_of([value]))


def span(low: Number | date, high: Number | date) -> str:
    """A class from `low` to `high`."""
    return edge(low) if low == high else f"{edge(low)}–{edge(high)}"


def in_unit(value: Number, unit: str, decimals: int = 0) -> str:
    """A value and its unit, kept on one line."""
    text = number(value, decimals)
    return f"{text}{NO_BREAK}{unit}" if unit else text


def hidden() -> str:
    """What stands in the place of a number that is not told."""
    return pgettext("a number of so few people that it is not told", "Hidden")


def all_hidden() -> str:
    """The sentence in place of a summary where no number is told."""
    return _("All numbers are hidden, because so few people gave each answer.")


def hidden_note(k: int) -> str:
    """Why numbers are hidden. It says of none that it is small: some are hidden to keep others unknown."""
    return _(
        "Hidden: numbers of fewer than {k} people, and numbers from which these could be worked out. "
        "This keeps single answers from being recognised."
    ).format(k=number(k))


def respondents(total: int | None, k: int) -> str:
    """How many answered; with None that they were fewer than `k`."""
    if total is None:
        return _("Fewer than {k} people answered.").format(k=number(k))
    return ngettext("{count} person answered.", "{count} people answered.", total).format(count=number(total))


def people(count: int | None) -> str:
    """How many people a row stands for, beside its label."""
    if count is None:
        return hidden()
    return ngettext("{count} person", "{count} people", count).format(count=number(count))


def joined(labels: Sequence[Label]) -> str:
    """Labels as a list in a sentence: A, B and C."""
    texts = [str(label) for label in labels]
    if len(texts) == 1:
        return texts[0]
    return pgettext("the last two of a list", "{before} and {last}").format(
        before=", ".join(texts[:-1]), last=texts[-1]
    )


def named(label: Label) -> SafeString:
    """A label as HTML, marked with its language where that is not the reader's."""
    language = getattr(label, "lang_attr", "")
    # Also a text that calls itself safe: escaping must not depend on where a planner's words have been.
    text = escape(str(label))
    return format_html("<span{}>{}</span>", language, text) if language else text
