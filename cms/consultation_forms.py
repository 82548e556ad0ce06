"""What the forms have in common in which planners write hearings and surveys."""

from django import forms
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PublishingPanel
from wagtail.admin.panels.base import get_form_for_model

from cms.consultation_publishing import closes_before_it_opens
from cms.consultations import end_of_day
from cms.editing import MomentInput, TranslationForm
from cms.organisations.models import ContactPerson, Label, Organisation
from cms.permissions import Right, within_reach, within_right
from cms.translations import with_texts


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


class ConsultationForm(TranslationForm):
    """A consultation's form: texts of one language and what all languages share."""

    #: The sentence for opening hours that end before they begin; subclasses set it.
    closes_too_early = ""

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
            self.fields["slug"].disabled = self.has_lasting_address()

    def has_lasting_address(self) -> bool:
        """Other people's links and downloads rely on an address that has been public."""
        return self.instance.first_published_at is not None

    def clean(self):
        cleaned = super().clean()
        if closes_before_it_opens(cleaned.get("open_at"), cleaned.get("close_at")):
            self.add_error("close_at", self.closes_too_early)
        return cleaned

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.make_slug()

    def make_slug(self) -> str:
        """An address from the title that is typed, free among all of its kind."""
        model = self._meta.model
        stem = slugify(self.data.get("title", ""))[:100] or f"{model._meta.model_name}-{str(self.instance.pk)[:8]}"
        others = model.objects.filter(slug__startswith=stem).exclude(pk=self.instance.pk)
        taken = set(others.values_list("slug", flat=True))
        return next(slug for slug in _numbered(stem) if slug not in taken)


def _numbered(stem: str):
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


class ContactForm(WagtailAdminModelForm):
    """Chooses a contact person of the planner's own organisations or of those above them.

    Whoever is in the list already stays: another planner may have chosen them.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offered = within_reach(self.for_user, Right.EDIT) | Q(pk=self.instance.person_id)
        self.fields["person"].queryset = ContactPerson.objects.filter(offered)


class ContactsPanel(InlinePanel):
    """The contact persons of a consultation, in order."""

    def __init__(self, relation_name="contact_rows", panels=None, **kwargs):
        texts = {"heading": _("Contact persons"), "label": _("Contact person")}
        super().__init__(relation_name, panels or [FieldPanel("person")], **texts | kwargs)

    def get_form_options(self):
        options = super().get_form_options()
        form = get_form_for_model(self.db_field.related_model, form_class=ContactForm)
        options["formsets"][self.relation_name] |= {"form": form, "inherit_kwargs": ["for_user"]}
        return options


def time_panel() -> MultiFieldPanel:
    """When it is open, and when there is news of it."""
    names = ("open_at", "close_at", "results_expected_on")
    return MultiFieldPanel([FieldPanel(name) for name in names], heading=_("Time"))


def publishing_panel() -> PublishingPanel:
    """Wagtail's, with calendars that take what is typed."""
    panel = PublishingPanel()
    for child in panel.children:
        known = child.widget
        child.widget = MomentInput(attrs=known.attrs, js_overlay_parent_selector=known.js_overlay_parent_selector)
    return panel
