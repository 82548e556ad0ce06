"""Sections: the parts of a hearing that are read and commented on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Orderable

from cms.blocks import BodyBlock
from cms.layers.models import Layer
from cms.translations import ParentalTranslationsKey, TranslatedModel, Translation, one_row_a_language
from hearings.choices import Commenting, MapTools, SectionKind
from hearings.models.hearing import Hearing


class Section(Orderable, TranslatedModel):
    """Part of a hearing with its own texts and its own comments."""

    hearing = ParentalKey(Hearing, related_name="sections", on_delete=models.CASCADE)
    kind = models.CharField(_("kind"), max_length=20, choices=SectionKind.choices, default=SectionKind.PART)
    commenting = models.CharField(
        _("who may comment"), max_length=20, choices=Commenting.choices, default=Commenting.EVERYONE
    )
    map_tools = models.CharField(
        _("what may be drawn on the map"), max_length=20, choices=MapTools.choices, default=MapTools.ALL
    )
    layers = ParentalManyToManyField(
        Layer,
        blank=True,
        related_name="sections",
        verbose_name=_("map layers"),
        help_text=_("Residents can choose these on the maps of the hearing."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self):
        return str(self.translated("title")) or self.get_kind_display()

    @property
    def is_closure(self) -> bool:
        return self.kind == SectionKind.CLOSURE


class SectionTranslation(Translation):
    master = ParentalTranslationsKey(
        Section, related_name="translations", null=True, editable=False, on_delete=models.CASCADE
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    abstract = models.TextField(_("summary"), blank=True, max_length=2000)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    class Meta:
        constraints = [one_row_a_language("section_one_row_a_language")]
