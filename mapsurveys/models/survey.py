"""Surveys, the versions of their questionnaires, and the ways in which people come to answer."""

import functools
import secrets
import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable

from cms.blocks import BodyBlock
from cms.consultations import Consultation, ConsultationQuerySet
from cms.organisations.models import ContactPerson, Organisation
from cms.translations import ParentalTranslationsKey, Translation, one_row_a_language
from hearings.models import Section
from mapsurveys.choices import SHARED_DEVICE, Access, ChannelKind, Neighbours, ResponseState, ResultsShown
from mapsurveys.questionnaire import Questionnaire, name_all


class SurveyQuerySet(ConsultationQuerySet):
    def listed(self):
        """Quick polls are found in their hearing's section."""
        return self.filter(section__isnull=True)

    def with_response_count(self):
        """Annotate `response_count`: the answers that count."""
        from mapsurveys.models.response import Response

        counts = (
            Response.objects.filter(survey=OuterRef("pk"), state=ResponseState.SUBMITTED, is_test=False)
            .order_by()
            .values("survey")
            .annotate(count=Count("pk"))
            .values("count")
        )
        return self.annotate(response_count=Coalesce(Subquery(counts), 0))

    def for_cards(self):
        return super().for_cards().with_response_count().defer("questionnaire")


class Survey(Consultation):
    """A map questionnaire: standing alone, or a quick poll attached to a hearing's section."""

    card_template = "mapsurveys/_survey_card.html"
    list_url_name = "mapsurveys:list"

    questionnaire = models.JSONField(_("questionnaire"), default=dict, editable=False)
    access = models.CharField(_("who may answer"), max_length=20, choices=Access.choices, default=Access.OPEN)
    section = models.ForeignKey(
        Section,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="surveys",
        verbose_name=_("section of a hearing"),
        help_text=_("The survey is shown in this section. Leave empty if it stands alone."),
    )
    results_shown = models.CharField(
        _("results to the public"), max_length=20, choices=ResultsShown.choices, default=ResultsShown.NEVER
    )
    publishes_answers = models.BooleanField(
        _("answers as open data"),
        default=False,
        help_text=_("Every answer, without personal questions, can be downloaded by anyone after closing."),
    )
    smallest_cell = models.PositiveSmallIntegerField(
        _("smallest group shown"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Figures of fewer people than this are not shown to the public."),
    )
    neighbours = models.CharField(
        _("places of others"), max_length=20, choices=Neighbours.choices, default=Neighbours.HIDDEN
    )
    population = models.JSONField(_("population by area"), default=dict, blank=True, editable=False)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        indexes = [models.Index(fields=["live", "close_at"], name="survey_live_close")]

    def get_absolute_url(self) -> str:
        return reverse("mapsurveys:detail", args=[self.slug])

    @property
    def full_url(self) -> str:
        """The address with scheme and host; Wagtail's "view live" buttons ask for it."""
        return self.get_absolute_url()

    @functools.cached_property
    def document(self) -> Questionnaire:
        """The questionnaire in memory. After changing it, call `write_document`."""
        return Questionnaire.read(self.questionnaire)

    def write_document(self, document: Questionnaire) -> None:
        """Put a changed questionnaire in place, in memory; what has no short name yet gets one."""
        name_all(document)
        self.questionnaire = document.document()
        self.document = document

    def text_sets(self):
        yield from super().text_sets()
        for element in self.document.elements():
            for name in element.text_names():
                yield getattr(element, name)

    def announcement(self) -> dict:
        """What the cover text tells respondents about publishing; kept with each version that they answer."""
        return {
            "results_shown": self.results_shown,
            "publishes_answers": self.publishes_answers,
            "neighbours": self.neighbours,
        }

    @property
    def announces_publishing(self) -> bool:
        """Whether anything of the answers becomes public, which the cover text must then say."""
        return (
            self.publishes_answers or self.results_shown != ResultsShown.NEVER or self.neighbours != Neighbours.HIDDEN
        )

    def serve_preview(self, request, mode_name):
        """The survey's page as it would be in the language `mode_name`, with the draft's texts."""
        from mapsurveys.views.pages import survey_context

        with translation.override(mode_name):
            context = survey_context(request, self, is_preview=True)
            return TemplateResponse(request, "mapsurveys/survey_detail.html", context).render()


class SurveyTranslation(Translation):
    master = ParentalTranslationsKey(
        Survey, related_name="translations", null=True, editable=False, on_delete=models.CASCADE
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    abstract = models.TextField(
        _("abstract"), blank=True, max_length=2000, help_text=_("Two or three sentences: what is asked, and what for?")
    )
    main_image_alt = models.CharField(
        _("what the main image shows"),
        max_length=300,
        blank=True,
        help_text=_("Read aloud to those who do not see the image."),
    )
    introduction = StreamField(BodyBlock(), verbose_name=_("cover text"), blank=True)
    data_notice = models.TextField(
        _("how answers are used and published"),
        blank=True,
        max_length=3000,
        help_text=_("Shown before the questions. Nothing is published that this text has not announced."),
    )
    thanks = models.TextField(_("thanks"), blank=True, max_length=1000)
    next_steps = models.TextField(
        _("what happens next"), blank=True, max_length=2000, help_text=_("Shown after the answers have been sent.")
    )

    class Meta:
        constraints = [one_row_a_language("survey_one_row_a_language")]


class SurveyContact(Orderable):
    """A contact person's place in a survey's list."""

    survey = ParentalKey(Survey, related_name="contact_rows", on_delete=models.CASCADE)
    person = models.ForeignKey(ContactPerson, models.CASCADE, related_name="+", verbose_name=_("contact person"))


class SurveyVersion(models.Model):
    """A questionnaire as it was answered: it never changes. `number` is None for one that only testers saw."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(null=True)
    questionnaire = models.JSONField()
    announcement = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey", "number"], name="survey_version_number")]
        indexes = [models.Index(fields=["survey", "digest"], name="survey_version_digest")]

    def __str__(self):
        return f"{self.survey_id}/{self.number}"

    @functools.cached_property
    def document(self) -> Questionnaire:
        return Questionnaire.read(self.questionnaire)


def new_channel_key() -> str:
    return secrets.token_urlsafe(6)


class Channel(models.Model):
    """A way to the survey, such as a letter, an event or an interviewer; each answer is tagged with its channel."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="channels")
    kind = models.CharField(_("kind"), max_length=20, choices=ChannelKind.choices, default=ChannelKind.OPEN)
    name = models.CharField(_("name"), max_length=100, help_text=_("For the city's own use, such as “Library, May”."))
    key = models.CharField(max_length=20, unique=True, default=new_channel_key, editable=False)
    is_open = models.BooleanField(_("in use"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("channel")
        verbose_name_plural = _("channels")

    def __str__(self):
        return f"{self.get_kind_display()}: {self.name}"

    @property
    def starts_afresh(self) -> bool:
        """Whether many people answer on the same device, one after another."""
        return self.kind in SHARED_DEVICE


class AccessCode(models.Model):
    """A one-time code. It says whether it has been used, not by whom or when: nothing leads from it to an answer.

    Only a keyed hash is stored, so that the list that was printed is the only one there is.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="codes")
    channel = models.ForeignKey(Channel, models.CASCADE, related_name="codes")
    code_hash = models.CharField(max_length=64, unique=True)
    is_used = models.BooleanField(default=False)

    def __str__(self):
        return str(self.pk)


class BankQuestion(models.Model):
    """A question that an organisation keeps for its surveys to copy."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="bank_questions")
    name = models.CharField(_("name"), max_length=200)
    question = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("question in the bank")
        verbose_name_plural = _("question bank")

    def __str__(self):
        return self.name
