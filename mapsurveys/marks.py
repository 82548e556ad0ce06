"""All places of one question together: their rows in the form, their limits, and the answer that they are."""

import uuid

from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext

from mapsurveys.kinds.drawing import Drawing
from mapsurveys.kinds.marking import MOST_MARKS, Mark, Marking
from mapsurveys.kinds.places import Places
from mapsurveys.mark_forms import ChosenForm, DrawnForm, MarkForm, SpotForm

#: Rows for describing places in words where there is no JavaScript.
SPARE_ROWS = 2
#: A browser numbers rows as they are made, also those that are deleted again.
HIGHEST_NUMBER = MOST_MARKS * 4


class MarkSet:
    """All places of one question: the rows, what is wrong with them, and the places they clean to."""

    def __init__(self, question: Marking, data=None, files=None, *, marks: list[Mark] | None = None):
        self.question, self.data, self.files = question, data, files
        self.marks = marks or []

    @cached_property
    def forms(self) -> list[MarkForm]:
        """The rows: as they were sent, else of the stored places. Given places have a row each."""
        if isinstance(self.question, Places):
            chosen = {mark.place: mark for mark in self.marks}
            return [
                ChosenForm(
                    self.question,
                    self.data,
                    self.files,
                    prefix=f"{self.question.id}-{number}",
                    mark=chosen.get(place.id),
                    given=place,
                )
                for number, place in enumerate(self.question.places)
            ]
        if self.data is None:
            return [self._row(number, mark) for number, mark in enumerate(self.marks)]
        return [self._row(number) for number in self._numbers_sent()]

    def _numbers_sent(self) -> list[int]:
        if self.data is None:
            return []
        prefix = f"{self.question.id}-"
        numbers = {
            name.removeprefix(prefix).partition("-")[0]
            for name in self.data
            if name.startswith(prefix) and name.endswith("-key")
        }
        return sorted(int(number) for number in numbers if number.isdecimal() and len(number) < 5)[:HIGHEST_NUMBER]

    def _row(self, number: int | str, mark: Mark | None = None, *, blank: bool = False) -> MarkForm:
        form_class = DrawnForm if isinstance(self.question, Drawing) else SpotForm
        data, files = (None, None) if blank else (self.data, self.files)
        return form_class(self.question, data, files, prefix=f"{self.question.id}-{number}", mark=mark)

    def filled(self) -> list[MarkForm]:
        """The rows to show: all but those that were sent blank."""
        if self.data is None:
            return self.forms
        return [form for form in self.forms if not form.is_valid() or form.as_mark() is not None]

    def spare(self) -> list[MarkForm]:
        """Rows for describing places in words without JavaScript, which takes them away."""
        free = max(self.question.most - len(self.filled()), 0)
        first = max([HIGHEST_NUMBER, *(number + 1 for number in self._numbers_sent())])
        return [self._row(first + extra, blank=True) for extra in range(min(free, SPARE_ROWS))]

    def empty(self) -> MarkForm:
        """The row that the browser copies for each new place; __number__ stands for its number."""
        return self._row("__number__", blank=True)

    @cached_property
    def value(self) -> list[Mark] | None:
        """The places, or None for none. Only meaningful where `errors` is empty and no row has any."""
        marks = [mark for form in self.forms if form.is_valid() if (mark := form.as_mark()) is not None]
        taken = set()
        for mark in marks:
            # Two rows of one key would be one stored place.
            mark.key = uuid.uuid4().hex if mark.key in taken else mark.key
            taken.add(mark.key)
        return marks or None

    @property
    def is_choice(self) -> bool:
        """Whether places are chosen from a list, and not marked."""
        return isinstance(self.question, Places)

    def limits(self) -> str:
        """How many places may be marked or chosen, in words."""
        return limits_in_words(self.question)

    @cached_property
    def errors(self) -> list[str]:
        """What is wrong with the places together; each row has its own errors."""
        if self.data is None:
            return []
        count = sum(not form.is_valid() or form.as_mark() is not None for form in self.forms)
        least, most = self.question.fewest, self.question.most
        if count < least:
            return [self._too_few(least)]
        if count > most:
            return [self._too_many(most)]
        return []

    def _too_few(self, least: int) -> str:
        if self.is_choice:
            text = ngettext("Choose at least %(limit)s place.", "Choose at least %(limit)s places.", least)
        else:
            text = ngettext("Mark at least %(limit)s place.", "Mark at least %(limit)s places.", least)
        return text % {"limit": least}

    def _too_many(self, most: int) -> str:
        if self.is_choice:
            text = ngettext("Choose at most %(limit)s place.", "Choose at most %(limit)s places.", most)
        else:
            text = ngettext("Mark at most %(limit)s place.", "Mark at most %(limit)s places.", most)
        return text % {"limit": most}

    def is_valid(self) -> bool:
        return not self.errors and all(form.is_valid() for form in self.forms)


def limits_in_words(question: Marking) -> str:
    """How many places may be marked or chosen, in words."""
    is_choice = isinstance(question, Places)
    least, most = question.fewest, question.most
    numbers = {"least": least, "most": most}
    if least == most:
        text = (
            ngettext("Choose %(most)s place.", "Choose %(most)s places.", most)
            if is_choice
            else ngettext("Mark %(most)s place.", "Mark %(most)s places.", most)
        )
    elif least > 1:
        text = (
            gettext("Choose from %(least)s to %(most)s places.")
            if is_choice
            else gettext("Mark from %(least)s to %(most)s places.")
        )
    elif is_choice:
        text = ngettext("You can choose %(most)s place.", "You can choose at most %(most)s places.", most)
    else:
        text = ngettext("You can mark %(most)s place.", "You can mark at most %(most)s places.", most)
    return text % numbers
