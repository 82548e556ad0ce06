"""Buttons that change a form without saving it: rows added, moved, removed, pasted. They work without JavaScript.

Each command changes the data that was sent, and the form is shown again with it. builder.js does most of them in
the browser in the same way.
"""

import json

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from mapsurveys.builder.place_files import read_places, read_upload
from mapsurveys.kinds.base import new_id


def new_key() -> str:
    """The key of a row that is not stored yet."""
    return f"new-{new_id()}"


def obey(data: QueryDict, command: str) -> None:
    """Carry out "add choices", "up choices KEY", "down choices KEY", "remove choices KEY" or "paste choices"."""
    verb, _space, rest = command.partition(" ")
    name, _space, key = rest.partition(" ")
    keys = data.getlist(f"{name}-rows")
    if verb == "add":
        keys.append(new_key())
    elif verb == "remove":
        keys = [each for each in keys if each != key]
    elif verb in ("up", "down") and key in keys:
        place = keys.index(key)
        keys.insert(max(0, place + (1 if verb == "down" else -1)), keys.pop(place))
    data.setlist(f"{name}-rows", keys)


def take_pasted(data: QueryDict, name: str) -> None:
    """Turn the lines of the list's text box into rows, whichever button was pressed."""
    lines = [line.strip() for line in data.get(f"{name}-paste", "").splitlines() if line.strip()]
    keys = data.getlist(f"{name}-rows")
    blank = [key for key in keys if key.startswith("new-") and not data.get(f"{name}-{key}-label", "").strip()]
    for line in lines:
        key = blank.pop(0) if blank else new_key()
        if key not in keys:
            keys.append(key)
        data[f"{name}-{key}-label"] = line
    data.setlist(f"{name}-rows", keys)
    data[f"{name}-paste"] = ""


def take_places(data: QueryDict, files: MultiValueDict, name: str, language: str) -> None:
    """Turn the list's uploaded file, and what was drawn on its map, into rows. Raises ValidationError."""
    file = files.get(f"{name}-file")
    sent = [read_upload(file)] if file else []
    drawn = data.get(f"{name}-drawn", "").strip()
    data[f"{name}-drawn"] = ""
    keys = data.getlist(f"{name}-rows")
    for text in [*sent, drawn]:
        for place in read_places(text, language) if text else []:
            stem = f"{name}-{place.id}"
            data[f"{stem}-stored"] = place.model_dump_json(exclude_defaults=True)
            data[f"{stem}-label"] = place.label.get(language, "")
            data[f"{stem}-geometry"] = json.dumps(place.geometry)
            keys.append(place.id)
    data.setlist(f"{name}-rows", keys)
