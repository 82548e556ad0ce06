"""How good the answers are as evidence (research rules R8, R10, R16, R19): who stopped where, how long it took, how
carefully places were marked, doubles, places outside the area, and who answered against who lives there."""

from dataclasses import dataclass

from django.db.models import Avg, Count, Exists, FloatField, OuterRef, Q
from django.db.models.aggregates import Aggregate
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, TruncDate

from mapsurveys.analysis.selecting import Selection
from mapsurveys.choices import EventKind
from mapsurveys.models import Event, Feature, Response, Survey
from mapsurveys.questionnaire import Questionnaire, Step


@dataclass(frozen=True)
class StepFlow:
    """How many different responses saved a step, and how many of them went no further."""

    step: Step
    saved: int


@dataclass(frozen=True)
class Flow:
    """Visits of the first page, responses begun, steps saved, responses sent."""

    opened: int
    started: int
    steps: tuple[StepFlow, ...]
    submitted: int


class Median(Aggregate):
    """The middle value (PostgreSQL's percentile_cont)."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


def flow(survey: Survey, document: Questionnaire) -> Flow:
    """Counted from the log of events alone: each response once a step, however often it came back."""
    events = Event.objects.filter(survey=survey).order_by()
    opened = events.filter(kind=EventKind.OPENED).count()
    by_kind = dict(events.values_list("kind").annotate(count=Count("response", distinct=True)))
    saved = dict(
        events.filter(kind=EventKind.SAVED).values_list("step").annotate(count=Count("response", distinct=True))
    )
    return Flow(
        opened=opened,
        started=by_kind.get(EventKind.STARTED, 0),
        steps=tuple(StepFlow(step, saved.get(step.id, 0)) for step in document.steps),
        submitted=by_kind.get(EventKind.SUBMITTED, 0),
    )


def responses_by_day(selection: Selection) -> list[tuple]:
    """(day in the service's time zone, responses sent), in order; days without any are left out."""
    days = selection.responses().annotate(day=TruncDate("submitted_at")).order_by("day").values_list("day")
    return list(days.annotate(count=Count("pk")))


def by_channel(selection: Selection) -> list[tuple]:
    """(channel's name or None, its kind, responses), most first."""
    responses = selection.responses().order_by().values_list("channel__name", "channel__kind")
    return list(responses.annotate(count=Count("pk")).order_by("-count"))


def by_channel_kind(selection: Selection) -> list[tuple[str | None, int]]:
    """(kind of channel, None for answers that came by none, responses), most first."""
    responses = selection.responses().order_by().values_list("channel__kind")
    return list(responses.annotate(count=Count("pk")).order_by("-count", "channel__kind"))


def by_language(selection: Selection) -> list[tuple[str, int]]:
    """(language code, responses), most first."""
    responses = selection.responses().order_by().values_list("language")
    return list(responses.annotate(count=Count("pk")).order_by("-count", "language"))


def median_seconds(selection: Selection) -> float | None:
    """Half of the respondents used less time than this."""
    return selection.responses().aggregate(median=Median("seconds"))["median"]


@dataclass(frozen=True)
class Effort:
    """How the places of one question were marked; means over the places that tell."""

    places: int
    zoom: float | None
    vertices: float | None
    seconds: float | None
    outside: int
    inputs: dict[str, int]


def effort(selection: Selection, question_id: str) -> Effort:
    """`outside` counts the places that do not touch the survey's area; 0 where it is about the whole city."""
    features = selection.features(question_id, shown_only=False).order_by()

    def told(name: str):
        return Avg(Cast(KT(f"effort__{name}"), FloatField()))

    area = selection.survey.area
    outside = Count("pk", filter=Q(geometry__isnull=False) & ~Q(geometry__intersects=area)) if area else None
    figures = features.aggregate(
        places=Count("pk"), zoom=told("zoom"), vertices=told("vertices"), seconds=told("seconds")
    )
    figures["outside"] = features.aggregate(outside=outside)["outside"] if area else 0
    inputs = dict(features.values_list(KT("effort__input")).annotate(count=Count("pk")).order_by("-count"))
    return Effort(**figures, inputs={name or "": count for name, count in inputs.items()})


def doubled_responses(selection: Selection) -> int:
    """How many responses have exactly the same answers as an earlier one, and say something.

    Same answers by chance are common in short surveys: this tells planners to look, and removes nothing.
    """
    same = (
        Response.objects.counted()
        .filter(survey=OuterRef("survey"), answers=OuterRef("answers"), submitted_at__lt=OuterRef("submitted_at"))
        .exclude(answers={})
    )
    return selection.responses().filter(Exists(same)).count()


def busiest_share(selection: Selection) -> tuple[int, int]:
    """(most places by one respondent, places of the one in a hundred who marked most): flagged, never dropped."""
    counts = list(
        Feature.objects.filter(survey=selection.survey.pk, response__in=selection.responses().values("pk"))
        .order_by()
        .values_list("response")
        .annotate(count=Count("pk"))
        .order_by("-count")
        .values_list("count", flat=True)
    )
    return (counts[0], sum(counts[: max(1, len(counts) // 100)])) if counts else (0, 0)


def outside_share(selection: Selection) -> tuple[int, int]:
    """(places on the map that do not touch the survey's area, all places on the map); 0 outside the whole city."""
    places = Feature.objects.filter(
        survey=selection.survey.pk, response__in=selection.responses().values("pk"), geometry__isnull=False
    )
    area = selection.survey.area
    outside = ~Q(geometry__intersects=area) if area else Q(pk__in=[])
    counted = places.aggregate(places=Count("pk"), outside=Count("pk", filter=outside))
    return counted["outside"], counted["places"]


@dataclass(frozen=True)
class Representation:
    """One option of the background question: respondents, and people who live there by the planner's figures."""

    option: str
    respondents: int
    population: int

    @property
    def weight(self) -> float | None:
        """How many people each respondent stands for; None without respondents."""
        return self.population / self.respondents if self.respondents else None


def representation(counts: dict[str, int], population: dict[str, int]) -> list[Representation]:
    """Respondents against population for each option that has a figure (R10)."""
    return [Representation(option, counts.get(option, 0), people) for option, people in population.items()]
