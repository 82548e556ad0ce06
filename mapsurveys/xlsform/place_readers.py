"""Questions about places from rows: a place by itself, given places, and groups that are repeated for each place."""

import math
from typing import Any

from django.utils.translation import gettext as _

from mapsurveys.kinds.following import FOLLOW_UP_KINDS
from mapsurveys.kinds.marking import MOST_MARKS
from mapsurveys.kinds.places import MOST_PLACES
from mapsurveys.xlsform.facts import PLACE
from mapsurveys.xlsform.limits import CHOSEN, PLACE_IN_LIST
from mapsurveys.xlsform.reader import Document, Reader, given, list_of, whole
from mapsurveys.xlsform.survey import Item, Lists
from mapsurveys.xlsform.written import SHAPE_TYPES

SHAPES = {type_: kind for kind, type_ in SHAPE_TYPES.items()}
_FOLLOW_UPS = {kind.model_fields["kind"].default for kind in FOLLOW_UP_KINDS}


def read_place(reader: Reader, item: Item, after: list[Item]) -> Document:
    """A single place outside a repeated group."""
    return reader.base(item, SHAPES[item.type], least=0, most=1, follow_ups=[])


def has_places(item: Item, lists: Lists) -> bool:
    """Whether a row chooses from a list whose options have a place."""
    return list_of(item) in lists.placed


def read_places(reader: Reader, item: Item, after: list[Item]) -> Document:
    """Choosing among given places."""
    places = _given_places(reader, item, item.name)
    settings = {"least": 0, "most": 1}
    if item.type == "select_multiple":
        limits = item.limits(CHOSEN)
        settings["most"] = min(len(places) or 1, MOST_MARKS)
        settings |= given(least=whole(item, limits.least, 0, MOST_MARKS), most=whole(item, limits.most, 1, MOST_MARKS))
    item.looks("map")
    return reader.base(item, "places", places=places, follow_ups=[], **settings)


def _given_places(reader: Reader, item: Item, question: str) -> list[Document]:
    places = []
    for option, place in reader.options(question, list_of(item), "places"):
        shape = geojson(option.take("geometry"))
        option.lose_unread()
        # Our own sheet of facts may know the shape where the cell could not hold it.
        if shape is None and not item.kind:
            option.lose(_("The place has no shape that can be read, and it was left out."))
            continue
        places.append({**place, "geometry": shape or {}})
    if len(places) > MOST_PLACES:
        item.lose(_("Only the first %(limit)s places are on the list.") % {"limit": MOST_PLACES})
    return places[:MOST_PLACES]


def geojson(text: str) -> dict[str, Any] | None:
    """A place as XLSForm writes it, as GeoJSON: one position, a line, or an area where the line ends as it begins."""
    try:
        pairs = [[float(number) for number in part.split()[:2]] for part in text.split(";") if part.strip()]
        positions = [[lon, lat] for lat, lon in pairs]
    except ValueError:
        return None
    if not positions or not all(math.isfinite(number) for position in positions for number in position):
        return None
    if len(positions) == 1:
        return {"type": "Point", "coordinates": positions[0]}
    if len(positions) > 3 and positions[0] == positions[-1]:
        return {"type": "Polygon", "coordinates": [positions]}
    return {"type": "LineString", "coordinates": positions}


def read_repeat(reader: Reader, item: Item, after: list[Item]) -> Document | None:
    """A group repeated for each place, None where it asks for no place."""
    row = place_row(item, reader.lists)
    if row is None:
        return None
    kind = SHAPES.get(row.type, "plan_image" if row.type == "text" else "places")
    found = reader.base(item, kind, least=0, most=_most(item, row), **{PLACE: row.name})
    if kind == "places":
        found["places"] = _given_places(reader, row, item.name)
    found |= _texts(found["label"], row)
    words = f"${{{item.name}_words}} = ''"
    found["required"] = row.required() or row.peek("required") == words
    if found["required"]:
        row.used.add("required")
    row.looks("map", "placement-map")
    if row.kind:
        row.used.add("media::image")
    row.lose_unread()
    item.looks("field-list")
    rest = [child for child in item.children if child is not row and child.kind != "words"]
    found["follow_ups"] = _follow_ups(reader, rest)
    return found


def place_row(item: Item, lists: Lists) -> Item | None:
    """The row of a repeated group that asks for the place."""
    for row in item.children:
        own = row.kind == "place" or (row.kind == "words" and item.kind == "plan_image")
        if row.type in SHAPES or own or (row.type == "select_one" and has_places(row, lists)):
            return row
    return None


def _most(item: Item, row: Item) -> int:
    count = item.peek("repeat_count")
    if count.isdecimal() and 1 <= int(count[:9]) <= MOST_MARKS:
        item.used.add("repeat_count")
        return int(count)
    return whole(row, row.limits(PLACE_IN_LIST, whole=True).most, 1, MOST_MARKS) or MOST_MARKS


def _texts(label: dict[str, str], row: Item) -> Document:
    """The group's label, and the place's own as help unless it has a hint or is our own sentence."""
    own, hint = row.texts("label"), row.texts("hint")
    if row.kind:
        return {"label": label, "help": hint}
    if not label:
        return {"label": own, "help": hint}
    if hint and own not in ({}, label):
        row.lose(_("The text of the place was left out: %(text)s") % {"text": next(iter(own.values()))})
    return {"label": label, "help": hint or ({} if own == label else own)}


def _follow_ups(reader: Reader, rows: list[Item]) -> list[Document]:
    found = []
    while rows:
        row = rows.pop(0)
        if row.type == "begin_group" and reader.find(row) is None:
            for child in row.children:
                child.outer = [*row.outer, *row.rule()]
            row.lose(_("The group was opened: its questions are asked one after another."))
            rows[:0] = row.children
            continue
        question = reader.question(row, rows)
        if question and question["kind"] in _FOLLOW_UPS:
            found.append(question)
        elif question:
            row.lose(_("It cannot be asked of each place, and was left out."))
    return found
