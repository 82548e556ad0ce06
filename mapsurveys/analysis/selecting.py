"""Which responses are looked at: all that count, narrowed by answers, language, channel, time and area."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.contrib.gis.geos import GEOSGeometry
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from cms.choices import PUBLIC_STATES
from cms.consultations import end_of_day
from mapsurveys.models import Channel, Feature, Response, Survey
from mapsurveys.questionnaire import Questionnaire


@dataclass(frozen=True)
class Selection:
    """The responses of a survey that pass every filter.

    `answers` are (question id, value) as `Question.lookup` takes them; `since` and `until` are days in the
    service's time zone, both included; `area` is a polygon in EPSG:4326 that some place of the response touches.
    `untagged` chooses the answers that came by no channel. `announced` names what the answered version must have
    told of publishing, such as {"publishes_answers": True}.
    """

    survey: Survey
    document: Questionnaire
    answers: tuple[tuple[str, str], ...] = ()
    language: str = ""
    channel: Channel | None = None
    untagged: bool = False
    since: date | None = None
    until: date | None = None
    area: GEOSGeometry | None = None
    announced: dict[str, Any] = field(default_factory=dict)

    def responses(self) -> QuerySet[Response]:
        responses = Response.objects.counted().filter(self._condition())
        for question_id, value in self.answers:
            question = self.document.find_question(question_id)
            responses = responses.filter(self._answered(question, value)) if question else responses.none()
        return responses

    def _condition(self) -> Q:
        condition = Q(survey=self.survey.pk)
        if self.language:
            condition &= Q(language=self.language)
        if self.channel:
            condition &= Q(channel=self.channel)
        if self.untagged:
            condition &= Q(channel=None)
        if self.since:
            condition &= Q(submitted_at__gte=start_of_day(self.since))
        if self.until:
            condition &= Q(submitted_at__lte=end_of_day(self.until).replace(microsecond=999_999))
        if self.announced:
            condition &= Q(**{f"version__announcement__{name}": value for name, value in self.announced.items()})
        if self.area:
            condition &= Q(Exists(Feature.objects.filter(response=OuterRef("pk"), geometry__intersects=self.area)))
        return condition

    @staticmethod
    def _answered(question, value: str) -> Q:
        if question.marks:
            places = Feature.objects.filter(response=OuterRef("pk"), question=question.id)
            return Q(Exists(places.filter(place=value) if value else places))
        lookup = question.lookup(value)
        return Q(**lookup) if lookup else Q(pk__in=[])

    def features(self, question_id: str, *, shown_only: bool) -> QuerySet[Feature]:
        """The places marked for one question; with `shown_only` not those that moderators have hidden."""
        features = Feature.objects.filter(
            survey=self.survey.pk, question=question_id, response__in=self.responses().values("pk")
        )
        if shown_only:
            features = features.filter(state__in=PUBLIC_STATES)
        if not self.area:
            return features
        # What was told in words or put on a picture is nowhere on the map: there the response alone decides.
        return features.filter(Q(geometry__isnull=True) | Q(geometry__intersects=self.area))

    #: SQL that counts what `sql` gives: each row is one person.
    tally = "count(*)"

    def sql(self) -> tuple[str, tuple]:
        """(SELECT of the responses' id and answers, its parameters), to count from in one statement."""
        return self.responses().order_by().values_list("id", "answers").query.sql_with_params()

    @property
    def is_narrowed(self) -> bool:
        chosen = (self.answers, self.language, self.channel, self.untagged, self.since, self.until, self.area)
        return any(chosen)


@dataclass(frozen=True)
class FollowUps:
    """The answers to the follow-up questions of a map question, counted in people.

    Someone who says the same of ten places is one, like everywhere else in results.
    """

    selection: Selection
    question_id: str
    tally = "count(DISTINCT r.id)"

    def sql(self) -> tuple[str, tuple]:
        """(SELECT of the responses' id and what was said of one place, its parameters)."""
        features = self.selection.features(self.question_id, shown_only=True).order_by()
        return features.values_list("response_id", "answers").query.sql_with_params()


Source = Selection | FollowUps


def start_of_day(day: date) -> datetime:
    """Midnight that begins `day` in the service's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())
