"""Responses: one participant's whole answer sheet, and the places, files and personal answers in it."""

import uuid

from django.conf import settings
from django.contrib.gis.db.models import GeometryField
from django.contrib.postgres.indexes import GistIndex
from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.moderation import Moderated, ModeratedQuerySet
from mapsurveys.choices import EventKind, ResponseState
from mapsurveys.models.survey import AccessCode, Channel, Survey, SurveyVersion


class ResponseQuerySet(models.QuerySet):
    def counted(self):
        """Those that count: sent, and not by testers."""
        return self.filter(state=ResponseState.SUBMITTED, is_test=False)


class Response(models.Model):
    """One participant's answers to one version of a questionnaire.

    `answers` holds {question id: answer} of the questions that were shown and answered, without personal questions
    and places, which have tables of their own. `receipt_hash` is of the code in the respondent's personal link.
    `code` ties an unfinished response to the code it was begun with; a sent one has none (a constraint sees to
    it).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="responses")
    version = models.ForeignKey(SurveyVersion, models.PROTECT, related_name="responses")
    channel = models.ForeignKey(Channel, models.SET_NULL, null=True, blank=True, related_name="responses")
    state = models.CharField(_("state"), max_length=20, choices=ResponseState.choices, default=ResponseState.DRAFT)
    is_test = models.BooleanField(default=False)
    language = models.CharField(_("language"), max_length=20)
    answers = models.JSONField(default=dict)
    #: Ids of questions whose answers moderators keep from the public, such as a text that names a neighbour.
    hidden_answers = models.JSONField(default=list)
    steps_done = models.JSONField(default=list)
    started_at = models.DateTimeField(_("started"))
    saved_at = models.DateTimeField(_("saved"))
    submitted_at = models.DateTimeField(_("sent"), null=True, blank=True)
    seconds = models.PositiveIntegerField(_("seconds used"), default=0)
    receipt_hash = models.CharField(max_length=64, unique=True)
    code = models.OneToOneField(AccessCode, models.SET_NULL, null=True, blank=True, related_name="+")
    respondent = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    keyed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ResponseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ResponseState.DRAFT) | Q(code__isnull=True), name="response_sent_without_code"
            ),
            models.UniqueConstraint(
                fields=["survey", "respondent"],
                condition=Q(respondent__isnull=False, is_test=False),
                name="response_one_an_account",
            ),
        ]
        indexes = [
            models.Index(fields=["survey", "submitted_at"], name="response_survey_submitted"),
            models.Index(fields=["survey", "state", "is_test"], name="response_survey_state"),
        ]

    def __str__(self):
        return str(self.pk)

    @property
    def is_submitted(self) -> bool:
        return self.state == ResponseState.SUBMITTED


class FeatureQuerySet(ModeratedQuerySet):
    organisation_path = "survey__organisation"

    def counted(self):
        """Places in responses that count, whatever moderators have decided."""
        return self.filter(response__state=ResponseState.SUBMITTED, response__is_test=False)


class Feature(Moderated):
    """A place that a respondent marked for one question; see mapsurveys.kinds.marking.Mark.

    `geometry` is in EPSG:4326. `placed_by_staff` says that staff placed what was described in words.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    response = models.ForeignKey(Response, models.CASCADE, related_name="features")
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="features")
    question = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    geometry = GeometryField(srid=4326, null=True, blank=True, spatial_index=False)
    words = models.TextField(blank=True)
    place = models.CharField(max_length=40, blank=True)
    image_x = models.FloatField(null=True, blank=True)
    image_y = models.FloatField(null=True, blank=True)
    answers = models.JSONField(default=dict)
    effort = models.JSONField(default=dict)
    placed_by_staff = models.BooleanField(default=False)

    #: Wagtail would note each place's foreign keys in its index of references, for nobody.
    wagtail_reference_index_ignore = True

    objects = FeatureQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["survey", "question"], name="feature_survey_question"),
            GistIndex(fields=["geometry"], name="feature_geometry"),
        ]

    def __str__(self):
        return f"{self.question}/{self.number}"


class PersonalAnswer(models.Model):
    """An answer to a personal question: apart from the rest, so that no result or file holds it by accident."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="personal_answers")
    question = models.CharField(max_length=40)
    answer = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["response", "question"], name="personal_answer_once")]

    def __str__(self):
        return f"{self.response_id}/{self.question}"


def private_storage():
    """Files that no public address serves."""
    return storages["private"]


def attachment_path(attachment: "Attachment", _name: str) -> str:
    """Where a file is kept: its own name is not used, so that it can't be guessed or clash."""
    return f"surveys/{attachment.response.survey_id}/{attachment.pk}"


class Attachment(models.Model):
    """A file sent in answer to a question; made anew when it came (kinds.file)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    response = models.ForeignKey(Response, models.CASCADE, related_name="attachments")
    question = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=50)
    file = models.FileField(storage=private_storage, upload_to=attachment_path)

    def __str__(self):
        return self.name


class Event(models.Model):
    """Something that happened while people answered. It has no address of a computer and no name of a person."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="events")
    response = models.ForeignKey(Response, models.CASCADE, null=True, blank=True, related_name="events")
    kind = models.CharField(max_length=20, choices=EventKind.choices)
    step = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["survey", "kind", "step"], name="event_survey_kind_step")]

    def __str__(self):
        return f"{self.kind} {self.step}"


class Agreement(models.Model):
    """A respondent agrees with another's place: once."""

    feature = models.ForeignKey(Feature, models.CASCADE, related_name="agreements")
    response = models.ForeignKey(Response, models.CASCADE, related_name="agreements")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feature", "response"], name="agreement_once")]

    def __str__(self):
        return f"{self.response_id} agrees with {self.feature_id}"


class RemarkQuerySet(ModeratedQuerySet):
    organisation_path = "feature__survey__organisation"


class Remark(Moderated):
    """What a respondent says about another's place; moderated as comments are."""

    feature = models.ForeignKey(Feature, models.CASCADE, related_name="remarks")
    response = models.ForeignKey(Response, models.CASCADE, related_name="remarks")
    text = models.TextField(_("text"), max_length=2000)
    language = models.CharField(max_length=20)
    created_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=64, unique=True)

    wagtail_reference_index_ignore = True

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")

    def __str__(self):
        return self.text[:60]
