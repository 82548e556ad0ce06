"""How each kind of question is asked on paper: its template, what the person with the pen is told, room to write.

`on_paper` is the only door. A kind that is not named in KINDS gets lines to write on.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.translations import plain_text
from mapsurveys.kinds import Question
from mapsurveys.kinds.date import DatePart
from mapsurveys.kinds.drawing import Drawing
from mapsurveys.kinds.marking import Marking
from mapsurveys.kinds.number import number_in_words
from mapsurveys.kinds.places import Places
from mapsurveys.kinds.text import TextLook
from mapsurveys.marks import limits_in_words
from mapsurveys.printing.embedding import LARGE, SMALL, embed_picture
from mapsurveys.printing.maps import Atlas
from mapsurveys.questionnaire import Step

#: Options this short stand two beside each other.
SHORT_OPTION = 26
#: Columns of a grid that fit beside its rows with their names; more are named by letters.
MOST_NAMED_COLUMNS = 6
LONGEST_COLUMN_NAME = 60
#: Places to write about marked places: paper ends, and most people mark few (R16: the median is below five).
ROOM_FOR_PLACES = 6
ROOM_FOR_ASKED_PLACES = 3
MOST_ROOM = 12
#: Circles of a scale in one row.
MOST_CIRCLES = 11
#: Lines for a long text; others have one.
LONG_TEXT = 5
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass
class PaperQuestion:
    """A question as it is printed. `sign` is its number, or its letter among the follow-ups of a place."""

    question: Question
    sign: str
    template: str
    rules: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def is_required(self) -> bool:
        return self.question.required or bool(getattr(self.question, "fewest", 0))


def on_paper(question: Question, sign: str, step: Step, atlas: Atlas, rules: list[str] | None = None) -> PaperQuestion:
    """A question of `step` for paper, in the active language. Its map is drawn from `atlas`."""
    template, notes, facts = KINDS.get(question.kind, _LINES)
    return PaperQuestion(
        question=question,
        sign=sign,
        template=f"mapsurveys/print/form/_{template}.html",
        rules=rules or [],
        notes=[note for note in notes(question) if note],
        facts=facts(question, step, atlas),
    )


# --- What the person with the pen is told ----------------------------------------------------------------


def _nothing(question: Question) -> list[str]:
    return []


def _choose_one(question) -> list[str]:
    return [_("Choose one.")]


def _choose_some(question) -> list[str]:
    options = len(question.option_ids())
    least, most = question.least, min(question.most or options, options)
    if most == 1:
        return _choose_one(question)
    if least == most:
        return [ngettext("Choose %(number)s.", "Choose %(number)s.", most) % {"number": most}]
    if least > 1 and most < options:
        return [_("Choose from %(least)s to %(most)s.") % {"least": least, "most": most}]
    if most < options:
        return [ngettext("Choose at most %(number)s.", "Choose at most %(number)s.", most) % {"number": most}]
    if least > 1:
        return [ngettext("Choose at least %(number)s.", "Choose at least %(number)s.", least) % {"number": least}]
    return [_("Choose as many as you like.")]


def _choose_circle(question) -> list[str]:
    return [_("Mark one circle.")]


def _choose_in_rows(question) -> list[str]:
    return [_("Mark as many as you like in each row.") if question.several else _("Mark one in each row.")]


def _put_in_order(question) -> list[str]:
    places = question.places()
    if places == 1:
        return [_("Write 1 beside the most important.")]
    return [
        ngettext(
            "Write 1 beside the most important, and go on up to %(number)s.",
            "Write 1 beside the most important, 2 beside the next, and go on up to %(number)s.",
            places,
        )
        % {"number": places}
    ]


def _share(question) -> list[str]:
    have = _("You have %(total)s %(unit)s to share.") % {
        "total": number_in_words(question.total),
        "unit": question.translated("unit"),
    }
    share = _("Share all of it.") if question.share_all else _("You need not share all of it.")
    return [have.replace(" .", "."), share]


def _number_limits(question) -> list[str]:
    limits = {
        "least": None if question.least is None else number_in_words(question.least),
        "most": None if question.most is None else number_in_words(question.most),
    }
    if question.least is not None and question.most is not None:
        text = _("Write a number from %(least)s to %(most)s.")
    elif question.least is not None:
        text = _("Write a number that is at least %(least)s.")
    elif question.most is not None:
        text = _("Write a number that is at most %(most)s.")
    else:
        text = _("Write a number.")
    return [text % limits, "" if question.decimals else _("Without decimals.")]


def _date_limits(question) -> list[str]:
    if question.part == DatePart.TIME:
        return []
    earliest = question.earliest and _("Choose %(day)s or a later day.") % {"day": _day(question.earliest)}
    latest = question.latest and _("Choose %(day)s or an earlier day.") % {"day": _day(question.latest)}
    return [earliest or "", latest or ""]


def _day(day) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


def _how_to_mark(question: Marking) -> list[str]:
    shapes = {
        "point": _("Mark each place on the map with a cross, and write its number beside it: 1, 2, 3."),
        "line": _("Draw each line on the map, and write its number beside it: 1, 2, 3."),
        "area": _("Draw the edge of each area on the map, and write its number in it: 1, 2, 3."),
        "plan_image": _("Mark each spot on the picture with a cross, and write its number beside it: 1, 2, 3."),
    }
    return [limits_in_words(question), shapes[question.kind]]


def _how_to_choose_places(question: Places) -> list[str]:
    return [limits_in_words(question)]


# --- What there is to mark and to write on ---------------------------------------------------------------


def _no_facts(question: Question, step: Step, atlas: Atlas) -> dict[str, Any]:
    return {}


def _options(question, step, atlas) -> dict[str, Any]:
    labels = [plain_text(choice.translated("label")) for choice in question.options()]
    return {"is_short": len(labels) > 3 and all(len(label) <= SHORT_OPTION for label in labels)}


def _pictures(question, step, atlas) -> dict[str, Any]:
    return {"options": [{"choice": each, "picture": embed_picture(each.image, SMALL)} for each in question.choices]}


def _circles(question, step, atlas) -> dict[str, Any]:
    steps = question.steps()
    return {"steps": [str(number) for number in steps], "is_long": len(steps) > MOST_CIRCLES}


def _columns(question, step, atlas) -> dict[str, Any]:
    names = [plain_text(choice.translated("label")) for choice in question.choices]
    is_wide = len(names) > MOST_NAMED_COLUMNS or any(len(name) > LONGEST_COLUMN_NAME for name in names)
    signs = [_sign(number) for number in range(len(names))] if is_wide else []
    return {"signs": list(zip(signs, question.choices, strict=True)) if is_wide else []}


def _sign(number: int) -> str:
    """A, B, … Z, AA, AB …"""
    first, last = divmod(number, len(LETTERS))
    return (LETTERS[first - 1] if first else "") + LETTERS[last]


def _sum_to_share(question, step, atlas) -> dict[str, Any]:
    return {"total": number_in_words(question.total)}


def _lines(question, step, atlas) -> dict[str, Any]:
    return {"lines": range(LONG_TEXT if getattr(question, "look", TextLook.LONG) == TextLook.LONG else 1)}


def _parts_of_date(question, step, atlas) -> dict[str, Any]:
    return {"day": question.part != DatePart.TIME, "time": question.part != DatePart.DAY}


def _picture(question, step, atlas) -> dict[str, Any]:
    return {"picture": embed_picture(question.image, LARGE)}


def _map_to_mark(question: Drawing, step, atlas) -> dict[str, Any]:
    return {"map": atlas.to_mark(question, step), **_places_to_tell(question, step, atlas)}


def _picture_to_mark(question, step, atlas) -> dict[str, Any]:
    return {**_picture(question, step, atlas), **_places_to_tell(question, step, atlas)}


def _places_to_choose(question: Places, step, atlas) -> dict[str, Any]:
    drawn = atlas.to_choose(question, step) if question.places else None
    return {"map": drawn, **_places_to_tell(question, step, atlas)}


def _places_to_tell(question: Marking, step: Step, atlas: Atlas) -> dict[str, Any]:
    """Room for each place: what it is called, and its own questions."""
    room = ROOM_FOR_ASKED_PLACES if question.follow_ups else ROOM_FOR_PLACES
    room = min(question.most, max(room, min(question.fewest, MOST_ROOM)))
    asked = [
        on_paper(follow_up, _sign(place).lower(), step, atlas) for place, follow_up in enumerate(question.follow_ups)
    ]
    return {"rooms": range(1, room + 1), "asked": asked, "has_more": question.most > room}


_LINES = ("lines", _nothing, _lines)

#: By kind: (template, sentences for the person with the pen, what the template shows).
KINDS: dict[str, tuple[str, Callable[[Any], list[str]], Callable[[Any, Step, Atlas], dict[str, Any]]]] = {
    "point": ("drawing", _how_to_mark, _map_to_mark),
    "line": ("drawing", _how_to_mark, _map_to_mark),
    "area": ("drawing", _how_to_mark, _map_to_mark),
    "places": ("places", _how_to_choose_places, _places_to_choose),
    "plan_image": ("plan", _how_to_mark, _picture_to_mark),
    "single_choice": ("options", _choose_one, _options),
    "multiple_choice": ("options", _choose_some, _options),
    "image_choice": ("pictures", _choose_some, _pictures),
    "scale": ("scale", _choose_circle, _circles),
    "matrix": ("matrix", _choose_in_rows, _columns),
    "ranking": ("ranking", _put_in_order, _no_facts),
    "budget": ("budget", _share, _sum_to_share),
    "text": _LINES,
    "number": ("number", _number_limits, _no_facts),
    "date": ("date", _date_limits, _parts_of_date),
    "file": ("file", _nothing, _no_facts),
    "information": ("information", _nothing, _picture),
}
