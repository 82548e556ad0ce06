"""A page of results put together: each question's charts, facts, map and follow-ups.

Nothing here knows of requests. Personal questions are left out for everyone: their answers are read elsewhere.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.organisations.choices import AreaKind
from cms.organisations.models import Area
from cms.translations import with_texts
from mapsurveys.analysis import places
from mapsurveys.analysis.counting import PlaceCounts, count
from mapsurveys.analysis.selecting import FollowUps, Selection
from mapsurveys.charts import Bar, bar_chart, breaks, heat_class, heat_colours, heat_map_legend, hide_small, wording
from mapsurveys.kinds import Question
from mapsurveys.models import Survey
from mapsurveys.permissions import can_see_results
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.results.figures import Paper, draw
from mapsurveys.results.publishing import public_selection


@dataclass(frozen=True)
class Audience:
    """For whom results are put together: what is told, and where their maps ask.

    `map_address` gives the address of a map question's data; "" where there is no map, as on paper.
    """

    paper: Paper
    map_address: Callable[[Question], str] = field(default=lambda question: "")


@dataclass
class ShownQuestion:
    """One question of a page. `answered` is None where that is not told; `areas` is a chart of people by district."""

    question: Question
    answered: int | None
    figures: list[SafeString]
    facts: list[str] = field(default_factory=list)
    map_address: str = ""
    squares: dict[str, Any] | None = None
    areas: SafeString = ""
    follow_ups: list["ShownQuestion"] = field(default_factory=list)
    texts: list[Any] = field(default_factory=list)
    answers_url: str = ""
    places_address: str = ""

    @property
    def is_read(self) -> bool:
        """Whether its answers are written ones, or has some beside its options."""
        return self.question.summary == "texts" or bool(getattr(self.question, "other", False))

    @property
    def has_files(self) -> bool:
        return self.question.summary == "files"

    @property
    def has_figure(self) -> bool:
        """Whether a chart tells the question's text already."""
        return bool(self.figures)


@dataclass(frozen=True)
class Results:
    """The results of one selection for one audience."""

    selection: Selection
    audience: Audience

    @property
    def paper(self) -> Paper:
        return self.audience.paper

    @property
    def document(self) -> Questionnaire:
        return self.selection.document

    @cached_property
    def parts_of_city(self) -> tuple[str, dict[int, Any]]:
        """(kind, names by key) of the smallest parts of the city that there are: the largest would tell little."""
        areas = list(with_texts(Area.objects.defer("geometry"), "name"))
        kinds = {area.kind for area in areas}
        kind = AreaKind.NEIGHBOURHOOD if AreaKind.NEIGHBOURHOOD in kinds else AreaKind.DISTRICT
        return kind, {area.pk: area.translated("name") for area in areas if area.kind == kind}

    def steps(self) -> list[Step]:
        """The steps that have something to show."""
        return [step for step in self.document.steps if shown_questions(step)]

    def of_step(self, step: Step) -> list[ShownQuestion]:
        return [self.of_question(question) for question in shown_questions(step)]

    def of_question(self, question: Question) -> ShownQuestion:
        counts = count(self.selection, question)
        shown = self._shown(question, counts)
        if question.marks:
            self._add_places(shown, counts)
        return shown

    def _shown(self, question: Question, counts: Any) -> ShownQuestion:
        answered = self.paper.total(counts.answered)
        shown = ShownQuestion(question, answered, draw(question, counts, self.paper))
        if not shown.figures:
            shown.facts.append(written_fact(question, answered, self.paper.k))
        return shown

    def _add_places(self, shown: ShownQuestion, counts: PlaceCounts) -> None:
        question = shown.question
        if not shown.figures:
            shown.facts = place_facts(counts, self.paper)
        if shown.answered is None or not counts.places:
            return
        if question.summary == "spots":
            shown.squares = self._squares(question)
        else:
            shown.map_address = self.audience.map_address(question)
            if question.summary == "places":
                shown.areas = self._by_part_of_city(question, shown.answered)
        source = FollowUps(self.selection, question.id)
        shown.follow_ups = [
            self._shown(follow_up, count(source, follow_up))
            for follow_up in question.follow_ups
            if not follow_up.personal
        ]

    def _by_part_of_city(self, question: Question, answered: int) -> SafeString:
        kind, names = self.parts_of_city
        if not names:
            return SafeString("")
        counts = {each.area: each.people for each in places.by_area(self.selection, question.id, kind)}
        bars = [Bar(name, counts[pk]) for pk, name in names.items() if counts.get(pk)]
        if not bars:
            return SafeString("")
        bars.sort(key=lambda bar: (-bar.count, str(bar.label)))
        title = _("People by the part of the city where they marked a place")
        return bar_chart(hide_small(bars, self.paper.k), title=title, total=answered, **self.paper.style)

    def _squares(self, question: Question) -> dict[str, Any]:
        """The squares of a plan image with colours, legend and table; those of too few people are left out."""
        found = [each for each in places.spots(self.selection, question.id) if each.people >= max(self.paper.k, 1)]
        starts = breaks([each.people for each in found])
        colours = heat_colours(len(starts)) if starts else []
        squares = [
            {
                "square": each,
                "x": 100 * each.column / places.SQUARES,
                "y": 100 * each.row / places.SQUARES,
                "colour": colours[heat_class(each.people, starts)],
            }
            for each in found
        ]
        table = sorted(found, key=lambda each: -each.people)
        return {"cells": squares, "side": 100 / places.SQUARES, "legend": heat_map_legend(starts), "table": table}


def poll_results(survey: Survey, user, moment, *, has_answered: bool = False) -> SafeString:
    """A quick poll's results for a section of a hearing: its charts, and a link to all; "" for who may not see them.

    `has_answered`: the reader holds the receipt of a sent answer. Shows what the public page shows.
    """
    if not can_see_results(user, survey, moment, has_answered=has_answered):
        return SafeString("")
    paper = Paper(k=max(survey.smallest_cell, 1))
    results = Results(public_selection(survey, moment), Audience(paper))
    total = paper.total(results.selection.responses().count())
    if total is None:
        return SafeString("")
    shown = [each for step in results.steps() for each in results.of_step(step)]
    return render_to_string("mapsurveys/results/_poll.html", {"survey": survey, "total": total, "shown": shown})


def shown_questions(step: Step) -> list[Question]:
    """The questions of a step whose results are shown: all that ask, but personal ones."""
    return [question for question in step.questions if question.asks and not question.personal]


def written_fact(question: Question, answered: int | None, k: int) -> str:
    """How many answered a question that has no chart."""
    if answered is None:
        return _("Fewer than {k} people answered.").format(k=wording.number(k))
    if question.summary == "files":
        told = ngettext("{count} person sent a file.", "{count} people sent a file.", answered)
    else:
        told = ngettext("{count} written answer", "{count} written answers", answered)
    return told.format(count=wording.number(answered))


def place_facts(counts: PlaceCounts, paper: Paper) -> list[str]:
    """How many people marked how many places; the second number only with the first."""
    answered = paper.total(counts.answered)
    if answered is None:
        return [_("Fewer than {k} people answered.").format(k=wording.number(paper.k))]
    people = ngettext("{count} person answered.", "{count} people answered.", answered)
    facts = [people.format(count=wording.number(answered))]
    if counts.places:
        marked = ngettext("{count} place was marked.", "{count} places were marked.", counts.places)
        facts.append(marked.format(count=wording.number(counts.places)))
    if counts.in_words and counts.in_words >= paper.k:
        words = ngettext("{count} of them is only in words.", "{count} of them are only in words.", counts.in_words)
        facts.append(words.format(count=wording.number(counts.in_words)))
    return facts
