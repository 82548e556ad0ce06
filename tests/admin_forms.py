"""The forms of the Wagtail admin as a browser sends them: every field with what the page filled in."""

import json
import uuid

from bs4 import BeautifulSoup

from tests.reading import soup


def form_data(response, action="") -> dict[str, str | list[str]]:
    """Fields of the page's main form, by name; `action` names the button that is pressed."""
    data = fields_of(soup(response).select_one("#w-editor-form"))
    if action:
        data[action] = action
    return data


def fields_of(form: BeautifulSoup) -> dict[str, str | list[str]]:
    data = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.has_attr("disabled") or field.get("type") in ("submit", "button", "file"):
            continue
        if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        if "__prefix__" in field["name"]:
            continue
        values = values_of(field)
        known = data.setdefault(field["name"], [])
        known.extend(values)
    data = {name: values[0] if len(values) == 1 else values for name, values in data.items() if values}
    for block in form.select("[data-block]"):
        data.update(stream_data(block))
    return data


def values_of(field) -> list[str]:
    if field.name == "textarea":
        return [field.get_text().removeprefix("\n")]
    if field.name == "select":
        chosen = field.select("option[selected]")
        if not chosen and not field.has_attr("multiple"):
            chosen = field.select("option")[:1]
        return [option.get("value", option.get_text()) for option in chosen]
    return [field.get("value", "on" if field.get("type") in ("checkbox", "radio") else "")]


def stream_data(block) -> dict[str, str]:
    """What telepath's StreamField would send for the value that the page gave it."""
    prefix = block["id"]
    values = json.loads(block["data-w-block-arguments-value"])[0]
    return stream_fields(prefix, [(child["type"], child["value"], child.get("id")) for child in values])


def stream_fields(prefix: str, blocks) -> dict[str, str]:
    """Fields of a StreamField with `blocks` of (type, value, id)."""
    data = {f"{prefix}-count": str(len(blocks))}
    for number, (kind, value, key) in enumerate(blocks):
        stem = f"{prefix}-{number}"
        data |= {
            f"{stem}-deleted": "",
            f"{stem}-order": str(number),
            f"{stem}-type": kind,
            f"{stem}-id": key or str(uuid.uuid4()),
        }
        if isinstance(value, dict):
            data |= {f"{stem}-value-{name}": plain(part) for name, part in value.items()}
        else:
            data[f"{stem}-value"] = plain(value)
    return data


def plain(value) -> str:
    """Draftail's editor sends its own JSON; choosers send the number of what is chosen."""
    if isinstance(value, dict):
        return str(value.get("id", ""))
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


def rich_text(text: str) -> str:
    """A paragraph as Draftail sends it."""
    block = {"key": "a1b2c", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return json.dumps({"blocks": [block], "entityMap": {}})
