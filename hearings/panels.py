"""The form in which planners write a hearing, one language at a time."""

import functools

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface

from cms.consultation_forms import ConsultationForm, ContactsPanel, publishing_panel, time_panel
from cms.editing import (
    LanguageTabs,
    TranslatedChildFormSet,
    TranslatedFieldPanel,
    TranslatedInlinePanel,
    TranslationForm,
    translation_form,
)
from cms.layers.models import Layer
from cms.translations import with_texts
from hearings.models import Comment, Hearing


class HearingForm(ConsultationForm):
    """A hearing's form: texts of one language and what all languages share."""

    closes_too_early = _("The hearing closes before it opens.")


class SectionForm(TranslationForm):
    """A section's form. Map layers that were chosen before stay, whoever chose them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = [layer.pk for layer in self.instance.layers.all()]
        # Combined as conditions: two combined queries could not be narrowed to what was ticked.
        offered = Layer.objects.offered_to(self.for_user).values("pk")
        self.fields["layers"].queryset = Layer.objects.filter(Q(pk__in=offered) | Q(pk__in=chosen))


class SectionFormSet(TranslatedChildFormSet):
    """Sections of a hearing; one that has comments cannot be removed."""

    @functools.cached_property
    def layer_names(self) -> list[tuple]:
        """(key, name) of the layers that are offered, read once for all sections."""
        user = self.form_kwargs["for_user"]
        layers = with_texts(Layer.objects.offered_to(user), "name")
        return [(layer.pk, str(layer)) for layer in layers]

    def add_fields(self, form, index):
        super().add_fields(form, index)
        known = dict(self.layer_names)
        earlier = [(layer.pk, str(layer)) for layer in form.instance.layers.all() if layer.pk not in known]
        form.fields["layers"].choices = [*self.layer_names, *earlier]

    def clean(self):
        super().clean()
        removed = [form.instance.pk for form in self.deleted_forms]
        if removed and Comment.objects.filter(section__in=removed).exists():
            raise ValidationError(gettext("A section that has comments can't be removed. Comments are never deleted."))


@functools.cache
def hearing_edit_handler(language: str):
    """The panels of a hearing's form for one language."""
    handler = TabbedInterface(
        [
            ObjectList(content_panels(language), heading=_("Content")),
            ObjectList(detail_panels(), heading=_("Time, place and contacts")),
        ],
        base_form_class=translation_form(Hearing, language, HearingForm),
    )
    return handler.bind_to_model(Hearing)


def content_panels(language: str) -> list:
    """What is written in each language, and the sections that hold it."""
    text = functools.partial(TranslatedFieldPanel, language=language)
    section = [
        FieldPanel("kind"),
        text("title"),
        text("abstract"),
        text("body"),
        FieldPanel("commenting"),
        FieldPanel("map_tools"),
        FieldPanel("layers", widget=forms.CheckboxSelectMultiple),
    ]
    return [
        LanguageTabs(language=language),
        text("title"),
        text("abstract"),
        MultiFieldPanel([FieldPanel("main_image"), text("main_image_alt")], heading=_("Main image")),
        TranslatedInlinePanel(
            "sections",
            section,
            heading=_("Sections"),
            label=_("Section"),
            language=language,
            formset=SectionFormSet,
            form=SectionForm,
        ),
    ]


def detail_panels() -> list:
    """What all languages share."""
    return [
        time_panel(),
        FieldPanel("area"),
        FieldPanel("organisation"),
        FieldPanel("labels", widget=forms.CheckboxSelectMultiple),
        ContactsPanel(),
        FieldPanel("slug"),
        publishing_panel(),
    ]
