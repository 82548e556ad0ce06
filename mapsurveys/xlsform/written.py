"""Rows of each kind of question. `WRITERS` names the function of a kind; each adds rows to a form."""

from collections.abc import Callable
from typing import Any

import shapely
from django.utils.translation import gettext as _
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from mapsurveys.kinds import Question
from mapsurveys.kinds.choice import ChoiceLook
from mapsurveys.kinds.choosing import OTHER, ChoicesField
from mapsurveys.kinds.date import DatePart
from mapsurveys.kinds.file import LONGEST_SIDE
from mapsurveys.kinds.number import NumberField, number_in_words
from mapsurveys.kinds.scale import NO_OPINION, Scale
from mapsurveys.kinds.text import TextLook
from mapsurveys.texts import Texts
from mapsurveys.xlsform.form import KIND_COLUMN, Form, image_name
from mapsurveys.xlsform.limits import CHOSEN, EMAIL, ITSELF, LENGTH, PLACE_IN_LIST, write_limits

DATE_TYPES = {DatePart.DAY: "date", DatePart.TIME: "time", DatePart.MOMENT: "dateTime"}
SHAPE_TYPES = {"point": "geopoint", "line": "geotrace", "area": "geoshape"}
#: Programs make pictures smaller before they are sent, as we do when they come.
SMALLER = f"max-pixels={LONGEST_SIDE}"
#: The appearance that lays a group's choices out as a grid.
GRID = "table-list"


def write_question(form: Form, question: Question, relevant: str) -> None:
    """Add the rows of a question. One that lacks its options yet is written as a note."""
    cells = {KIND_COLUMN: question.kind, "relevant": relevant}
    if lacks_parts(question):
        form.add("note", form.of(question).name, texts=_texts(form, question), **cells)
        return
    if question.required and question.kind not in _REQUIRE_THEMSELVES:
        cells["required"] = "yes"
    WRITERS[question.kind](form, question, cells)


def lacks_parts(question: Question) -> bool:
    """Whether the question has nothing to choose from yet, which programs refuse."""
    fields = type(question).model_fields
    return any(part in fields and not getattr(question, part) for part in ("choices", "rows", "places"))


def is_repeated(question: Question) -> bool:
    """Whether its places are repetitions of a group of questions."""
    return question.marks and (question.kind != "places" or bool(question.follow_ups))


def _texts(form: Form, question: Question, *, hint: Texts | None = None) -> dict[str, Any]:
    label = form.label(question.label, form.of(question).name)
    return {"label": label, "hint": question.help if hint is None else hint}


def _with_lines(form: Form, texts: Texts, more: Callable[[str], str]) -> Texts:
    """`texts` with what `more` gives for a language added to each as a paragraph."""
    joined = {code: "\n\n".join(filter(None, (texts.get(code, ""), more(code)))) for code in form.languages}
    return {code: text for code, text in joined.items() if text}


def _message(errors: dict[str, Any], least: Any, most: Any) -> Callable[[], str]:
    """The sentences of a form field about its limits, in the active language."""

    def say():
        limits = (("min", least), ("max", most))
        return " ".join(str(errors[code]) % {"limit": number_in_words(n)} for code, n in limits if n is not None)

    return say


def _text(form, question, cells):
    constraint = write_limits(LENGTH, None, question.max_length)
    if question.look == TextLook.EMAIL:
        constraint = f"{constraint} and {EMAIL}"
    appearance = "multiline" if question.look == TextLook.LONG else ""
    name, texts = form.of(question).name, _texts(form, question)
    form.add("text", name, texts=texts, appearance=appearance, constraint=constraint, **cells)


def _number(form, question, cells):
    hint = _with_lines(form, question.help, lambda code: question.unit.get(code, ""))
    constraint = write_limits(ITSELF, question.least, question.most)
    texts = _texts(form, question, hint=hint)
    if constraint:
        texts["constraint_message"] = _message(NumberField.default_error_messages, question.least, question.most)
    type_ = "decimal" if question.decimals else "integer"
    form.add(type_, form.of(question).name, texts=texts, constraint=constraint, **cells)


def _date(form, question, cells):
    limits = write_limits(ITSELF, question.earliest, question.latest) if question.part == DatePart.DAY else ""
    form.add(
        DATE_TYPES[question.part], form.of(question).name, texts=_texts(form, question), constraint=limits, **cells
    )


def _file(form, question, cells):
    name, texts = form.of(question).name, _texts(form, question)
    if question.pdf:
        form.add("file", name, texts=texts, **{"body::accept": "image/*,application/pdf"}, **cells)
    else:
        form.add("image", name, texts=texts, parameters=SMALLER, **cells)


def _information(form, question, cells):
    """The text in place of the label where there is no label."""
    label, hint = (question.label, question.text) if question.label else (question.text, {})

    def link(code):
        return f"{question.link_text.get(code, '')} {question.link_url}".strip() if question.link_url else ""

    texts = {"label": form.label(label, form.of(question).name), "hint": _with_lines(form, hint, link)}
    form.add("note", form.of(question).name, texts=texts | _picture(form, question.image), **cells)


def _picture(form, key) -> dict[str, Any]:
    # In every language: a picture without a language would make a language of its own.
    return {"media::image": lambda: image_name(key)} if key else {}


def _add_options(form, question) -> str:
    """Write the question's options as a list of its name, which is returned."""
    written = form.of(question)
    for choice, (_id, name) in zip(question.choices, written.choices, strict=False):
        texts = {"label": form.label(choice.label, name)} | _picture(form, getattr(choice, "image", None))
        form.add_choice(written.name, name, texts=texts)
    return written.name


def _choosing(form, question, cells, *, one: bool):
    name = _add_options(form, question)
    texts = _texts(form, question)
    if not one:
        least, most = question.least or None, question.most
        cells["constraint"] = write_limits(CHOSEN, least, most)
        if cells["constraint"]:
            texts["constraint_message"] = lambda: _how_many(least, most)
    form.add(f"select_{'one' if one else 'multiple'} {name}", name, texts=texts, **cells)
    if question.other:
        _add_other(form, question, name)


def _how_many(least: int | None, most: int | None) -> str:
    said = []
    if least:
        said.append(_("Choose at least so many options: %(limit)s.") % {"limit": least})
    if most is not None:
        said.append(_("Choose at most so many options: %(limit)s.") % {"limit": most})
    return " ".join(said)


def _add_other(form, question, name):
    label = question.other_label or (lambda: _("Other"))
    form.add_choice(name, OTHER, texts={"label": label})
    form.add(
        "text",
        form.names.free(f"{name}_{OTHER}"),
        texts={"label": lambda: ChoicesField.default_error_messages["other"]},
        relevant=f"selected(${{{name}}}, '{OTHER}')",
        required="yes",
        **{KIND_COLUMN: OTHER},
    )


def _single_choice(form, question, cells):
    appearance = "minimal" if question.look == ChoiceLook.LIST else ""
    _choosing(form, question, {**cells, "appearance": appearance}, one=True)


def _multiple_choice(form, question, cells):
    _choosing(form, question, cells, one=False)


def _image_choice(form, question, cells):
    _choosing(form, question, cells, one=question.most == 1 and not question.least)


def is_range(scale: Scale) -> bool:
    """Whether the scale is numbers alone: `range` has no words for its ends and no "I don't know"."""
    return not (scale.no_opinion or scale.first_label or scale.last_label)


def _scale(form, question, cells):
    name, texts = form.of(question).name, _texts(form, question)
    if question.last <= question.first:
        form.add("integer", name, texts=texts, **cells)
    elif is_range(question):
        parameters = f"start={question.first} end={question.last} step=1"
        form.add("range", name, texts=texts, parameters=parameters, **cells)
    else:
        _add_steps(form, question, name)
        form.add(f"select_one {name}", name, texts=texts, appearance="likert", **cells)


def _add_steps(form, question, name):
    meanings = {question.first: question.first_label, question.last: question.last_label}
    for step in question.steps():
        words = meanings.get(step, {})
        label = {code: scale_label(step, words.get(code, "")) for code in form.languages}
        form.add_choice(name, str(step), texts={"label": label})
    if question.no_opinion:
        form.add_choice(name, NO_OPINION, texts={"label": lambda: _("I don't know")})


def scale_label(step: int, words: str) -> str:
    """A step of a scale written as an option."""
    return f"{step} = {words}" if words else str(step)


def _ranking(form, question, cells):
    name = _add_options(form, question)
    form.add(f"rank {name}", name, texts=_texts(form, question), **cells)


def _matrix(form, question, cells):
    written = form.of(question)
    name = _add_options(form, question)
    required = {"required": cells.pop("required")} if question.required else {}
    form.add("begin_group", name, texts=_texts(form, question), appearance=GRID, **cells)
    type_ = f"select_{'multiple' if question.several else 'one'} {name}"
    for row, (_id, row_name) in zip(question.rows, written.rows, strict=True):
        form.add(type_, row_name, texts={"label": form.label(row.label, row_name)}, **required)
    form.add("end_group")


def _budget(form, question, cells):
    written = form.of(question)
    required = {"required": cells.pop("required")} if question.required else {}
    form.add("begin_group", written.name, texts=_texts(form, question, hint={}), **cells)
    label = form.in_each_language(lambda: _("To share: %(total)s") % {"total": number_in_words(question.total)})
    label = {code: f"{text} {question.unit.get(code, '')}".strip() for code, text in label.items()}
    note = form.names.free(f"{written.name}_total")
    form.add("note", note, texts={"label": label, "hint": question.help}, **{KIND_COLUMN: "total"})
    names = [name for _id, name in written.rows]
    for choice, name in zip(question.choices, names, strict=True):
        shared = " + ".join([ITSELF, *(f"coalesce(${{{other}}}, 0)" for other in names if other != name)])
        sign = "=" if question.share_all and name == names[-1] else "<="
        form.add(
            "integer",
            name,
            texts={"label": form.label(choice.label, name), "constraint_message": label},
            constraint=f"{ITSELF} >= 0 and {shared} {sign} {question.total}",
            **required,
        )
    form.add("end_group")


def _drawing(form, question, cells):
    _repeat(form, question, cells, SHAPE_TYPES[question.kind], lambda: _("The place on the map"))


def _places(form, question, cells):
    name = form.of(question).name
    for place, (_id, choice) in zip(question.places, form.of(question).choices, strict=True):
        cell = odk_geometry(place.geometry)
        form.add_choice(name, choice, texts={"label": form.label(place.label, choice)}, geometry=cell)
    if is_repeated(question):
        _repeat(form, question, cells, f"select_one {name}", lambda: _("The place"))
        return
    constraint = write_limits(CHOSEN, question.least or None, question.most)
    texts = _texts(form, question) | {"constraint_message": lambda: _how_many(question.least, question.most)}
    required = {"required": "yes"} if question.fewest else {}
    form.add(f"select_multiple {name}", name, texts=texts, constraint=constraint, **required, **cells)


def _plan_image(form, question, cells):
    _repeat(form, question, cells, "", lambda: "")


def _repeat(form, question, cells, type_: str, say: Callable[[], str]):
    """A group that is repeated for each place: the place of XLSForm type `type_`, words for it, and the follow-ups."""
    name = form.of(question).name
    form.add("begin_repeat", name, texts={"label": form.label(question.label, name)}, appearance="field-list", **cells)
    words = "" if question.kind == "places" else f"{name}_words"
    limits = {"constraint": write_limits(PLACE_IN_LIST, None, question.most)}
    texts = {"hint": question.help, "constraint_message": lambda: _at_most(question.most)}
    if type_:
        if question.fewest:
            limits["required"] = f"${{{words}}} = ''" if words else "yes"
        appearance = {"appearance": "map"} if question.kind == "places" else {}
        form.add(
            type_, f"{name}_place", texts={"label": say, **texts}, **limits, **appearance, **{KIND_COLUMN: "place"}
        )
    if words and type_:
        form.add("text", words, texts={"label": lambda: _("The place in words")}, **{KIND_COLUMN: "words"})
    elif words:
        label = {"label": lambda: _("The spot on the image in words"), **texts}
        required = {"required": "yes"} if question.fewest else {}
        form.add(
            "text", words, texts=label | _picture(form, question.image), **limits, **required, **{KIND_COLUMN: "words"}
        )
    for place, follow_up in enumerate(question.follow_ups):
        write_question(form, follow_up, form.relevant(follow_up, question.follow_ups[:place]))
    form.add("end_repeat")


def _at_most(most: int) -> str:
    return _("Mark at most so many places: %(limit)s.") % {"limit": most}


def shape_of(geometry: dict[str, Any]) -> BaseGeometry | None:
    """The shape of GeoJSON; None where it is none."""
    try:
        found = shape(geometry)
    except (LookupError, ValueError, TypeError, AttributeError, shapely.errors.ShapelyError):
        return None
    return None if found.is_empty else found


def odk_geometry(geometry: dict[str, Any]) -> str:
    """GeoJSON as XLSForm writes places: `latitude longitude` pairs; the outline of the largest part, without holes.

    "" where it is no shape.
    """
    whole = shape_of(geometry)
    if whole is None:
        return ""
    largest = max(getattr(whole, "geoms", [whole]), key=lambda part: (part.area, part.length))
    line = largest.exterior if largest.geom_type == "Polygon" else largest
    return "; ".join(f"{lat:.7f} {lon:.7f} 0 0" for lon, lat, *_height in line.coords)


#: Kinds whose rows say themselves what is required.
_REQUIRE_THEMSELVES = frozenset({"point", "line", "area", "places", "plan_image", "information"})

WRITERS: dict[str, Callable[[Form, Any, dict[str, str]], None]] = {
    "point": _drawing,
    "line": _drawing,
    "area": _drawing,
    "places": _places,
    "plan_image": _plan_image,
    "single_choice": _single_choice,
    "multiple_choice": _multiple_choice,
    "image_choice": _image_choice,
    "scale": _scale,
    "matrix": _matrix,
    "ranking": _ranking,
    "budget": _budget,
    "text": _text,
    "number": _number,
    "date": _date,
    "file": _file,
    "information": _information,
}
