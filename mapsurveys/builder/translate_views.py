"""All texts of a questionnaire in one language, the source beside each, in one form."""

import json
from dataclasses import dataclass, field

from django.conf import settings
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from mapsurveys.builder.fields import SHORT_TEXTS
from mapsurveys.builder.pages import BuilderView
from mapsurveys.builder.texts import Written, mark_of, source_text, source_then, written_in
from mapsurveys.differences import field_name, question_numbers
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.texts import LONGEST_TEXT

CONFLICT = 409
TOO_LONG = 422


@dataclass
class Cell:
    """A text to translate. `theirs` is what somebody else wrote meanwhile, where that stood in the way."""

    key: str
    label: str
    text: str
    source: str
    source_language: str
    source_before: str
    is_long: bool
    theirs: str = ""
    error: str = ""


@dataclass
class Group:
    """The texts of a step or of a question."""

    id: str
    heading: str
    is_step: bool
    cells: list[Cell] = field(default_factory=list)


class TranslateView(BuilderView):
    title = _("Translate")

    def get(self, request, pk):
        return self.show({})

    def post(self, request, pk):
        opened = read_marks(request.POST.get("opened", ""))
        # A database keeps no null characters.
        typed = {key: request.POST[key].replace("\x00", "").strip() for key in opened if key in request.POST}
        long = {key for key, text in typed.items() if len(text) > LONGEST_TEXT}
        if long:
            return self.show(typed, too_long=long, status=TOO_LONG)
        changed = self.change(lambda document: write_texts(document, self.language, typed, opened))
        count, conflicts = changed.result
        if count:
            words = ngettext("%(count)s text was saved.", "%(count)s texts were saved.", count)
            messages.success(request, words % {"count": count})
        if conflicts:
            for name in ("draft", "document", "sources"):
                self.__dict__.pop(name, None)
            self.own.refresh_from_db()
            return self.show(typed, conflicts=conflicts, status=CONFLICT)
        if not count:
            messages.info(request, gettext("Nothing had changed."))
        return redirect(self.address("translate"))

    def show(self, typed, *, conflicts: dict[str, str] | None = None, too_long=frozenset(), status=200):
        groups = self.groups(typed, conflicts or {}, too_long)
        marks = {written.key: mark_of(written.texts.get(self.language, "")) for written in written_in(self.document)}
        context = {
            "groups": groups,
            "opened": json.dumps(marks, separators=(",", ":")),
            "missing": sum(1 for group in groups for cell in group.cells if not cell.text),
            "conflict_count": len(conflicts or {}),
        }
        return self.page("translate.html", context, status=status)

    def groups(self, typed: dict[str, str], conflicts: dict[str, str], too_long) -> list[Group]:
        numbers = question_numbers(self.document)
        steps = {step.id: number for number, step in enumerate(self.document.steps, start=1)}
        groups: dict[str, Group] = {}
        for written in written_in(self.document):
            cell = self.cell(written, typed)
            if cell is None:
                continue
            owner = written.question or written.step
            if owner.id not in groups:
                is_step = written.question is None
                number = steps[owner.id] if is_step else numbers[owner.id]
                groups[owner.id] = Group(owner.id, group_heading(owner, number, is_step), is_step)
            cell.theirs = conflicts.get(cell.key, "")
            cell.error = gettext("The text is too long.") if cell.key in too_long else ""
            groups[owner.id].cells.append(cell)
        return list(groups.values())

    def cell(self, written: Written, typed: dict[str, str]) -> Cell | None:
        """None for a text that no language has: there is nothing to translate."""
        texts = written.texts
        code, source = source_text(texts, self.language)
        is_first = self.language == settings.LANGUAGE_CODE
        if not texts and not (is_first and written.name in ("label", "title")):
            return None
        text = typed.get(written.key, texts.get(self.language, ""))
        return Cell(
            key=written.key,
            label=label_of(written),
            text=text,
            source=source,
            source_language=code,
            source_before=source_then(self.sources, written.key, texts, self.language),
            is_long=written.name not in SHORT_TEXTS and max(len(text), len(source)) > 60,
        )


def label_of(written: Written) -> str:
    """What a text is, such as "Help text" or "Options 3"."""
    name = field_name(type(written.element), written.name)
    if not written.within:
        return name
    words = {"list": field_name(type(written.question), written.within), "number": written.number, "part": name}
    if written.name == "label":
        return gettext("%(list)s %(number)s") % words
    return gettext("%(list)s %(number)s: %(part)s") % words


def group_heading(owner, number: str | int, is_step: bool) -> str:
    if is_step:
        return gettext("Page %(number)s") % {"number": number}
    if not number:
        return str(owner.title)
    return gettext("Question %(number)s: %(kind)s") % {"number": number, "kind": owner.title}


def read_marks(text: str) -> dict[str, str]:
    """What the page said each text was when it was opened."""
    try:
        marks = json.loads(text)
    except ValueError:
        return {}
    return {key: str(mark) for key, mark in marks.items()} if isinstance(marks, dict) else {}


def write_texts(
    document: Questionnaire, language: str, typed: dict[str, str], opened: dict[str, str]
) -> tuple[int, dict[str, str]]:
    """Write what was changed on the page; (how many texts, {key: the other's text} of those left alone).

    A text that somebody else changed meanwhile too is left as they wrote it.
    """
    count, conflicts = 0, {}
    for written in written_in(document):
        if written.key not in typed:
            continue
        mine, now = typed[written.key], written.texts.get(language, "")
        if mark_of(mine) == opened[written.key] or mine == now:
            continue
        if mark_of(now) != opened[written.key]:
            conflicts[written.key] = now
            continue
        written.write(language, mine)
        count += 1
    return count, conflicts
