"""Questions from rows, a function for each type of row; `find_reader` chooses among them."""

import re
from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from mapsurveys.kinds.choosing import OTHER
from mapsurveys.kinds.scale import NO_OPINION
from mapsurveys.xlsform.expressions import Call, Comparison, Literal, Ref
from mapsurveys.xlsform.facts import NAME, option_name
from mapsurveys.xlsform.limits import CHOSEN, ITSELF, LENGTH, Limits
from mapsurveys.xlsform.place_readers import SHAPES, has_places, read_place, read_places, read_repeat
from mapsurveys.xlsform.reader import Document, given, list_of, whole
from mapsurveys.xlsform.survey import Item, as_name
from mapsurveys.xlsform.written import DATE_TYPES, GRID, scale_label

_PARTS_OF_DATES = {type_: part.value for part, type_ in DATE_TYPES.items()}
_SELECTS = ("select_one", "select_multiple")
_SUM = re.compile(r"(<=|=) (\d{1,12})$")

#: So near to a choice the text of its "Other" is looked for.
NEAR = 5


def find_reader(item: Item) -> Callable | None:
    """The function that reads a row: that of its kind where we wrote it, else that of its type."""
    own = _OWN.get((item.kind, item.type))
    if own or item.type != "begin_group":
        return own or _READERS.get(item.type)
    return _read_matrix if is_grid(item) else None


def is_grid(item: Item) -> bool:
    """Whether a group is choices from one and the same list, laid out as a grid."""
    same = {(row.type, row.argument) for row in item.children}
    return GRID in item.peek("appearance") and len(same) == 1 and item.children[0].type in _SELECTS


def _read_text(reader, item, after):
    limits = item.limits(LENGTH)
    look = "long" if item.looks("multiline") else "short"
    most = whole(item, limits.most, 1, 10_000)
    if limits.least is not None:
        item.lose(_("The smallest length of the text is not checked here."))
    return reader.base(item, "text", look="email" if limits.email else look, **given(max_length=most))


def _read_number(reader, item, after):
    integer = item.type == "integer"
    limits = item.limits(ITSELF, whole=integer)
    least, most = _of_type(item, limits, float)
    return reader.base(item, "number", decimals=not integer, **given(least=least, most=most))


def _read_date(reader, item, after):
    limits = item.limits(ITSELF) if item.type == "date" else item.limits()
    earliest, latest = (day and day.isoformat() for day in _of_type(item, limits, date))
    return reader.base(item, "date", part=_PARTS_OF_DATES[item.type], **given(earliest=earliest, latest=latest))


def _of_type(item: Item, limits: Limits, wanted: type) -> tuple:
    """(least, most) where they are of that type; others count as not read."""
    pair = limits.least, limits.most
    if any(limit is not None and not isinstance(limit, wanted) for limit in pair):
        item.used.discard("constraint")
        return None, None
    return pair


def _read_file(reader, item, after):
    if item.kind == "file":
        item.used |= {"body::accept", "parameters"}
    return reader.base(item, "file", pdf=item.type == "file")


def _read_note(reader, item, after):
    found = reader.base(item, "information")
    if item.kind == "information":
        item.used.add("media::image")
    label, text = found.pop("label"), found.pop("help")
    return found | ({"label": label, "text": text} if text else {"text": label})


def _read_unfinished(reader, item, after):
    return reader.base(item, item.kind)


def _read_choice(reader, item, after):
    if has_places(item, reader.lists):
        return read_places(reader, item, after)
    one = item.type == "select_one"
    pairs = reader.options(item.name, list_of(item))
    pictures = item.kind == "image_choice" or any(option.peek("media::image") for option, _choice in pairs)
    kind = "image_choice" if pictures else "single_choice" if one else "multiple_choice"
    settings = _take_other(item, pairs, after)
    if kind == "single_choice":
        settings["look"] = "list" if item.looks("minimal", "autocomplete") else "buttons"
    elif one:
        settings |= {"least": 0, "most": 1}
    else:
        settings |= {"least": 0, "most": None} | _how_many(item)
    for option, _choice in pairs:
        if item.kind == "image_choice":
            option.used.add("media::image")
        option.lose_unread()
    return reader.base(item, kind, **settings)


def _how_many(item: Item) -> dict[str, int]:
    limits = item.limits(CHOSEN)
    return given(least=whole(item, limits.least, 0, 1_000), most=whole(item, limits.most, 1, 1_000))


def _take_other(item: Item, pairs: list, after: list[Item]) -> Document:
    """The options, and whether one of them is "Other" with a text beside it, which is then taken out of `after`."""
    choices = [choice for _option, choice in pairs]
    if list_of(item) != item.argument:
        return {"choices": choices, "other": True}
    open_option = next((pair for pair in pairs if pair[0].name == OTHER), None)
    text = next((row for row in after[:NEAR] if open_option and _is_text_of_other(row, item.name)), None)
    if text is None:
        return {"choices": choices, "other": False}
    after.remove(text)
    text.used |= {"relevant", "required"}
    asked = next(iter(text.texts("label").values()), "")
    if text.kind != OTHER:
        text.lose(_("It is asked beside the option, without a text of its own: %(text)s") % {"text": asked})
        text.lose_unread()
    others = [choice for choice in choices if choice is not open_option[1]]
    return {"choices": others, "other": True, "other_label": open_option[1]["label"]}


def _is_text_of_other(row: Item, name: str) -> bool:
    chosen = Call("selected", (Ref(name), Literal(OTHER))), Comparison("=", Ref(name), Literal(OTHER))
    return row.type == "text" and row.tree_of("relevant") in chosen


def _read_scale(reader, item, after):
    """Our own scale: numbers as options, perhaps with words, perhaps with "I don't know"."""
    pairs = reader.lists.take(item.argument)
    numbers = [int(option.name) for option in pairs if re.fullmatch(r"-?\d{1,3}", option.name)]
    if not numbers:
        return _read_choice(reader, item, after)
    item.looks("likert")
    unsure = any(option.name == NO_OPINION for option in pairs)
    first, last = min(numbers), max(numbers)
    meanings = {int(o.name): o.texts("label") for o in pairs if o.name in (str(first), str(last))}
    labels = {"first_label": _meaning(meanings[first], first), "last_label": _meaning(meanings[last], last)}
    return reader.base(item, "scale", first=first, last=last, no_opinion=unsure, **labels)


def _meaning(label: dict[str, str], step: int) -> dict[str, str]:
    start = scale_label(step, "·").removesuffix("·")
    return {code: text.removeprefix(start) for code, text in label.items() if text.startswith(start)}


def _read_range(reader, item, after):
    given = dict(re.findall(r"(start|end|step)\s*=\s*(-?\d{1,9}(?:\.\d{1,9})?)", item.take("parameters")))
    start, end, step = (float(given.get(name, usual)) for name, usual in (("start", 1), ("end", 10), ("step", 1)))
    if step == 1 and start.is_integer() and end.is_integer() and -100 <= start < end <= 100:
        return reader.base(item, "scale", first=int(start), last=int(end), no_opinion=False)
    item.lose(_("The scale is asked as a number, since its steps are not whole numbers one after another."))
    decimals = not (start.is_integer() and step.is_integer())
    return reader.base(item, "number", least=start, most=end, decimals=decimals)


def _read_ranking(reader, item, after):
    return reader.base(item, "ranking", choices=reader.choices(item.name, item.argument))


def _read_matrix(reader, item, after):
    item.looks(GRID)
    first = item.children[0]
    taken: dict[str, int] = {}
    rows = []
    for row in item.children:
        name = row.name.removeprefix(f"{item.name}_") or row.name
        rows.append(
            {
                NAME: option_name(item.name, "rows", row.name),
                "name": as_name(name, "row", taken),
                "label": row.texts("label"),
            }
        )
    required = [row.required() for row in item.children]
    if any(required) and not all(required):
        item.lose(_("Only some of the rows are required; here all are."))
    for row in item.children:
        row.lose_unread()
    found = reader.base(item, "matrix", rows=rows, several=first.type == "select_multiple")
    found["choices"] = reader.choices(item.name, first.argument)
    return found | {"required": any(required)}


def _read_budget(reader, item, after):
    amounts = [row for row in item.children if row.type == "integer"]
    taken: dict[str, int] = {}
    choices = [
        {
            NAME: option_name(item.name, "choices", row.name),
            "name": as_name(row.name.removeprefix(f"{item.name}_") or row.name, "option", taken),
            "label": row.texts("label"),
        }
        for row in amounts
    ]
    found = reader.base(item, "budget", choices=choices)
    found["help"] = next((row.texts("hint") for row in item.children if row.kind == "total"), {})
    found["required"] = any(row.required() for row in amounts)
    limit = _SUM.search(amounts[-1].take("constraint")) if amounts else None
    if limit and int(limit.group(2)):
        found |= {"total": int(limit.group(2)), "share_all": limit.group(1) == "="}
    return found


def _read_backward_scale(reader, item, after):
    """Our own scale whose ends are the wrong way round yet."""
    return reader.base(item, "scale")


_READERS: dict[str, Callable] = {
    **dict.fromkeys(SHAPES, read_place),
    **dict.fromkeys(_PARTS_OF_DATES, _read_date),
    **dict.fromkeys(_SELECTS, _read_choice),
    "begin_repeat": read_repeat,
    "text": _read_text,
    "barcode": _read_text,
    "integer": _read_number,
    "decimal": _read_number,
    "file": _read_file,
    "image": _read_file,
    "note": _read_note,
    "range": _read_range,
    "rank": _read_ranking,
}
#: By kind and type: rows that only we write so.
_OWN: dict[tuple[str, str], Callable] = {
    ("scale", "select_one"): _read_scale,
    ("scale", "integer"): _read_backward_scale,
    ("matrix", "begin_group"): _read_matrix,
    ("budget", "begin_group"): _read_budget,
    ("places", "select_multiple"): read_places,
    **{
        (kind, "note"): _read_unfinished
        for kind in ("single_choice", "multiple_choice", "image_choice", "matrix", "ranking", "budget", "places")
    },
}
