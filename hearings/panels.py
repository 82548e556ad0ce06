"""The form in which planners write a hearing, one language at a time."""

import functools

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.admin.panels.base import get_form_for_model

from cms.consultations import end_of_day
from cms.editing import (
    LanguageTabs,
    MomentInput,
    TranslatedChildFormSet,
    TranslatedFieldPanel,
    TranslatedInlinePanel,
    TranslationForm,
    translation_form,
)
from cms.organisations.models import ContactPerson, Label, Organisation
from cms.permissions import Right, granted_paths, within_right
from cms.translations import with_texts
from hearings.models import Comment, Hearing, HearingContact


class LastMomentField(forms.DateTimeField):
    """A closing time. A day alone, and 23:59, mean the day's last second.

    So does 00:00, which is what the calendar writes behind a day alone.
    """

    def to_python(self, value):
        moment = super().to_python(value)
        if moment is None:
            return None
        day_alone = (0, 0), (23, 59)
        return end_of_day(moment.date()) if (moment.hour, moment.minute) in day_alone else moment


class HearingForm(TranslationForm):
    """A hearing's form: texts of one language and what all languages share."""

    close_at = LastMomentField(
        label=_("Closes"),
        required=False,
        widget=MomentInput,
        help_text=_("The last moment to take part. A day without a time lasts until 23:59:59."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "organisation" in self.fields:
            own = Organisation.objects.filter(within_right(self.for_user, Right.EDIT, prefix=""))
            self.fields["organisation"].queryset = with_texts(own, "name")
            if not self.instance.organisation_id and not self.for_user.is_superuser:
                self.initial["organisation"] = own.values_list("pk", flat=True).first()
            self.fields["labels"].queryset = with_texts(Label.objects.all(), "name")
            # Other people's links and downloads rely on an address that has been public.
            self.fields["slug"].disabled = self.instance.first_published_at is not None

    def clean(self):
        cleaned = super().clean()
        opens, closes = cleaned.get("open_at"), cleaned.get("close_at")
        if opens and closes and closes <= opens:
            self.add_error("close_at", gettext("The hearing closes before it opens."))
        return cleaned

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.make_slug()

    def make_slug(self) -> str:
        """An address from the title that is typed, free among all hearings."""
        stem = slugify(self.data.get("title", ""))[:100] or f"hearing-{str(self.instance.pk)[:8]}"
        taken = set(
            Hearing.objects.filter(slug__startswith=stem).exclude(pk=self.instance.pk).values_list("slug", flat=True)
        )
        return next(slug for slug in _numbered(stem) if slug not in taken)


def _numbered(stem: str):
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


class ContactForm(WagtailAdminModelForm):
    """Chooses a contact person of the planner's own organisations or of those above them.

    Whoever is in the list already stays: another planner of the hearing may have chosen them.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        paths = granted_paths(self.for_user, Right.EDIT)
        above = {path[:end] for path in paths for end in range(Organisation.steplen, len(path), Organisation.steplen)}
        offered = within_right(self.for_user, Right.EDIT) | Q(organisation__path__in=above)
        self.fields["person"].queryset = ContactPerson.objects.filter(offered | Q(pk=self.instance.person_id))


class ContactsPanel(InlinePanel):
    """The contact persons of a hearing, in order."""

    def get_form_options(self):
        options = super().get_form_options()
        form = get_form_for_model(HearingContact, form_class=ContactForm)
        options["formsets"][self.relation_name] |= {"form": form, "inherit_kwargs": ["for_user"]}
        return options


class SectionFormSet(TranslatedChildFormSet):
    """Sections of a hearing; one that has comments cannot be removed."""

    def clean(self):
        super().clean()
        removed = [form.instance.pk for form in self.deleted_forms]
        if removed and Comment.objects.filter(section__in=removed).exists():
            raise ValidationError(gettext("A section that has comments can't be removed. Comments are never deleted."))


def publishing_panel() -> PublishingPanel:
    """Wagtail's, with calendars that take what is typed."""
    panel = PublishingPanel()
    for child in panel.children:
        known = child.widget
        child.widget = MomentInput(attrs=known.attrs, js_overlay_parent_selector=known.js_overlay_parent_selector)
    return panel


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
        ),
    ]


def detail_panels() -> list:
    """What all languages share."""
    times = [FieldPanel("open_at"), FieldPanel("close_at"), FieldPanel("results_expected_on")]
    return [
        MultiFieldPanel(times, heading=_("Time")),
        FieldPanel("area"),
        FieldPanel("organisation"),
        FieldPanel("labels", widget=forms.CheckboxSelectMultiple),
        ContactsPanel("contact_rows", [FieldPanel("person")], heading=_("Contact persons"), label=_("Contact person")),
        FieldPanel("slug"),
        publishing_panel(),
    ]
