"""pydantic's errors in a planner's words."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

#: By pydantic's own codes (docs.pydantic.dev/latest/errors/validation_errors).
FAULTS = {
    "missing": _("Something that is needed is missing."),
    "extra_forbidden": _("This is not known here."),
    "greater_than_equal": _("The number must be at least %(ge)s."),
    "less_than_equal": _("The number must be at most %(le)s."),
    "string_too_long": _("The text is too long: at most %(max_length)s characters."),
    "string_pattern_mismatch": _("The text has characters that can't be used here."),
    "string_type": _("There should be a text."),
    "too_long": _("The list is too long: at most %(max_length)s."),
    "list_type": _("There should be a list."),
    "dict_type": _("There should be a group of values."),
    "model_type": _("There should be a group of values."),
    "bool_type": _("There should be true or false."),
    "bool_parsing": _("There should be true or false."),
    "int_type": _("There should be a whole number."),
    "int_parsing": _("There should be a whole number."),
    "int_from_float": _("There should be a whole number."),
    "float_type": _("There should be a number."),
    "float_parsing": _("There should be a number."),
    "enum": _("The value is not one of those that can be chosen."),
    "literal_error": _("The value is not one of those that can be chosen."),
    "union_tag_invalid": _("This kind of question is not known here."),
    "union_tag_not_found": _("The kind of the question is missing."),
    "date_from_datetime_parsing": _("There should be a day, such as 2026-12-31."),
    "date_parsing": _("There should be a day, such as 2026-12-31."),
    "date_type": _("There should be a day, such as 2026-12-31."),
}
#: What a planner can mend more easily when told more exactly.
FIELD_FAULTS = {
    ("name", "string_pattern_mismatch"): _("Begin with a small letter; use only a to z, digits and _."),
    ("link_url", "string_pattern_mismatch"): _("The address must begin with https:// or http://."),
    ("colour", "string_pattern_mismatch"): _("Give the colour as # and six digits or letters from a to f."),
}


def fault_in_words(error: dict[str, Any]) -> str:
    """One of `ValidationError.errors()` as a sentence."""
    field = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")
    words = FIELD_FAULTS.get((field, error["type"])) or FAULTS.get(error["type"])
    return str(words) % error.get("ctx", {}) if words else gettext("The value can't be used.")


def faults_in_words(error: ValidationError) -> list[str]:
    """All faults of a document, each with its place in it."""
    return [f"{_place(fault['loc'])}: {fault_in_words(fault)}" for fault in error.errors()]


def _place(loc: tuple[str | int, ...]) -> str:
    """Where in a document, such as "Page 2, question 3, choices 1, label"."""
    parts, rest = [], list(loc)
    while rest:
        part = rest.pop(0)
        number = rest.pop(0) + 1 if rest and isinstance(rest[0], int) else None
        if part == "steps" and number:
            parts.append(gettext("page %(number)s") % {"number": number})
        elif part in ("questions", "follow_ups") and number:
            parts.append(gettext("question %(number)s") % {"number": number})
            if rest and isinstance(rest[0], str) and len(rest) > 1:
                rest.pop(0)  # pydantic names the kind that it took the question for
        else:
            parts.append(f"{part} {number}" if number else str(part))
    return ", ".join(parts) or gettext("the file")
