"""What the public may see of results: what the answered version announced, of groups of at least k people.

Groups of people can be compared by one answer at a time, and never narrowed further: from two groups that differ by
a few people the answers of these few could be worked out (a differencing attack).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from cms.choices import ConsultationStatus
from mapsurveys.analysis.counting import Counts
from mapsurveys.analysis.crosstabs import cross, options_by_question
from mapsurveys.analysis.selecting import Selection
from mapsurveys.charts import Bar, bar_chart
from mapsurveys.choices import ResultsShown
from mapsurveys.kinds import Question
from mapsurveys.kinds.choosing import OneOf
from mapsurveys.models import Survey
from mapsurveys.results.figures import Paper, options_of
from mapsurveys.results.joining import joined_document
from mapsurveys.suppression import suppress, suppress_table

#: Sides in metres of the hexagons that the public sees, by how many places there are: (at least so many, side).
PUBLIC_EDGES = ((5_000, 200), (1_000, 400), (0, 800))
#: Kinds of summary that are shown of one group of people.
GROUPED = ("choices", "scale")


class GroupRefused(Exception):
    """So few people are in the group, or outside it, that its answers would tell theirs."""


@dataclass(frozen=True)
class Group:
    """People by their answer to one question."""

    question: Question
    option: str
    label: Any

    @property
    def value(self) -> str:
        return f"{self.question.id}:{self.option}"


def announced_now(survey: Survey, moment) -> dict[str, Any]:
    """What versions must have told for their answers to be shown at `moment`."""
    shown = [ResultsShown.AFTER_ANSWERING]
    if survey.status_at(moment) == ConsultationStatus.CLOSED:
        shown.append(ResultsShown.AFTER_CLOSING)
    return {"results_shown__in": [str(each) for each in shown]}


def public_selection(survey: Survey, moment) -> Selection:
    """All answers whose version announced that results are shown, with the questions of those versions."""
    announced = announced_now(survey, moment)
    return Selection(survey, joined_document(survey, **announced), announced=announced)


def public_edge(places: int, coarsen: int) -> int:
    """The side of the public's hexagons in metres: one for all zooms, or what two of them differ by could be told.

    Never below what the places are to be coarsened to.
    """
    edge = next(edge for least, edge in PUBLIC_EDGES if places >= least)
    return max(edge, coarsen)


def offered_groups(selection: Selection, k: int) -> list[Group]:
    """The groups that results can be shown of: they and the rest of the people are `k` or more."""
    questions = [each for each in selection.document.asking() if isinstance(each, OneOf) and not each.personal]
    if not questions:
        return []
    found = options_by_question(selection, questions)
    everyone = selection.responses().count()
    groups = []
    for question in questions:
        options = options_of(question, Counts(options=found[question.id]))
        counts = [found[question.id].get(option, 0) for option, _label in options]
        told = suppress([*counts, everyone - sum(counts)], k) if sum(counts) < everyone else suppress(counts, k)
        groups += [
            Group(question, option, label)
            for (option, label), count in zip(options, told[: len(options)], strict=True)
            if count is not None
        ]
    return groups


def find_group(groups: list[Group], value: str) -> Group:
    """The group that an address names. Raises GroupRefused."""
    found = next((group for group in groups if group.value == value), None)
    if found is None:
        raise GroupRefused
    return found


def draw_group(selection: Selection, group: Group, question: Question, paper: Paper) -> SafeString:
    """How the group answered `question` (its summary is in GROUPED); small numbers of all groups go together."""
    counts = cross(selection, group.question, question)
    options = labelled_answers(question, (option for _group, option in counts.cells))
    groups = [*(option for option, _label in options_of(group.question, Counts())), None]
    groups += [each for each in counts.groups if each not in groups]
    table = [[counts.cells.get((each, option), 0) for option, _label in options] for each in groups]
    wholes = suppress([counts.groups.get(each, 0) for each in groups], paper.k)
    small = {place for place, whole in enumerate(wholes) if whole is None}
    place = groups.index(group.option)
    row = suppress_table(table, paper.k, hidden_rows=small)[place]
    bars = [Bar(label, count) for (_option, label), count in zip(options, row, strict=True)]
    return bar_chart(bars, title=question.translated("label"), total=wholes[place], **paper.style)


def labelled_answers(question: Question, found: Iterable[str | None]) -> list[tuple[str, Any]]:
    """(value, label) of the answers to a question that can be crossed, also of those that only `found` has."""
    known = options_of(question, Counts()) if question.summary == "choices" else question.filter_options()
    names = {value for value, _label in known}
    return [*known, *sorted((value, value) for value in set(found) if value is not None and value not in names)]
