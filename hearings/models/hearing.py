"""A hearing: one thing in five languages, with one stream of comments."""

from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from cms.choices import PUBLIC_STATES
from cms.consultations import Consultation, ConsultationQuerySet
from cms.organisations.models import ContactPerson
from cms.translations import (
    ParentalTranslationsKey,
    TranslatedModel,
    Translation,
    one_row_a_language,
)


class HearingQuerySet(ConsultationQuerySet):
    def with_comment_count(self):
        """Annotate `comment_count`: comments that anyone may read."""
        from hearings.models.comment import Comment

        counts = (
            Comment.objects.filter(hearing=OuterRef("pk"), state__in=PUBLIC_STATES)
            .order_by()
            .values("hearing")
            .annotate(count=Count("pk"))
            .values("count")
        )
        return self.annotate(comment_count=Coalesce(Subquery(counts), 0))

    def for_cards(self):
        return super().for_cards().with_comment_count()


class Hearing(Consultation):
    """A plan or question put to the residents, in sections that each take comments."""

    card_template = "hearings/_hearing_card.html"
    list_url_name = "hearings:list"

    objects = HearingQuerySet.as_manager()

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        indexes = [models.Index(fields=["live", "close_at"], name="hearing_live_close")]

    def get_absolute_url(self) -> str:
        return reverse("hearings:detail", args=[self.slug])

    @property
    def full_url(self) -> str:
        """The address with scheme and host; Wagtail's "view live" buttons ask for it."""
        return self.get_absolute_url()

    def translated_parts(self) -> list[TranslatedModel]:
        return list(self.sections.all())

    def serve_preview(self, request, mode_name):
        """The hearing's page as it would be in the language `mode_name`, with the draft's texts."""
        from hearings.views import hearing_context

        with translation.override(mode_name):
            context = hearing_context(request, self, is_preview=True)
            return TemplateResponse(request, "hearings/hearing_detail.html", context).render()


class HearingTranslation(Translation):
    master = ParentalTranslationsKey(
        Hearing, related_name="translations", null=True, editable=False, on_delete=models.CASCADE
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    abstract = models.TextField(
        _("abstract"), blank=True, max_length=2000, help_text=_("Two or three sentences: what is it about?")
    )
    main_image_alt = models.CharField(
        _("what the main image shows"),
        max_length=300,
        blank=True,
        help_text=_("Read aloud to those who do not see the image."),
    )

    class Meta:
        constraints = [one_row_a_language("hearing_one_row_a_language")]


class HearingContact(Orderable):
    """A contact person's place in a hearing's list."""

    hearing = ParentalKey(Hearing, related_name="contact_rows", on_delete=models.CASCADE)
    person = models.ForeignKey(ContactPerson, models.CASCADE, related_name="+", verbose_name=_("contact person"))
