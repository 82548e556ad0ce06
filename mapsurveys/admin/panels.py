"""The form in which planners write a survey's cover and its terms, one language at a time. Questions are apart."""

import functools

from django import forms
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface

from cms.consultation_forms import ConsultationForm, ContactsPanel, publishing_panel, time_panel
from cms.editing import LanguageTabs, TranslatedFieldPanel, translation_form
from cms.permissions import Right, within_right
from cms.translations import with_texts
from hearings.models import Hearing, Section
from mapsurveys.models import Survey


class SectionField(forms.ModelChoiceField):
    """Chooses a section of a hearing by the names of both."""

    def label_from_instance(self, obj):
        return pgettext("section of a hearing", "%(hearing)s: %(section)s") % {"hearing": obj.hearing, "section": obj}


class SurveyForm(ConsultationForm):
    """A survey's form: texts of one language and what all languages share.

    A survey can be put into sections of hearings that the planner may edit. The section that was chosen before
    stays, whoever chose it.
    """

    closes_too_early = _("The survey closes before it opens.")

    section = SectionField(
        Section.objects.none(),
        label=_("Section of a hearing"),
        required=False,
        empty_label=_("None: the survey stands alone"),
        help_text=_("The survey is shown in this section."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = self.sections_offered()

    def sections_offered(self):
        own = within_right(self.for_user, Right.EDIT, "hearing__organisation__")
        sections = Section.objects.filter(own | Q(pk=self.instance.section_id))
        hearings = with_texts(Hearing.objects.all(), "title")
        newest_first = with_texts(sections, "title").order_by("-hearing__created_at", "hearing", "sort_order")
        return newest_first.prefetch_related(Prefetch("hearing", hearings))

    def has_lasting_address(self):
        """Letters with codes have the address printed in them."""
        return super().has_lasting_address() or self.instance.codes.exists()


@functools.cache
def survey_edit_handler(language: str):
    """The panels of a survey's form for one language."""
    handler = TabbedInterface(
        [
            ObjectList(cover_panels(language), heading=_("Cover")),
            ObjectList(terms_panels(), heading=_("Answering and results")),
            ObjectList(detail_panels(), heading=_("Time, place and contacts")),
        ],
        base_form_class=translation_form(Survey, language, SurveyForm),
    )
    return handler.bind_to_model(Survey)


def cover_panels(language: str) -> list:
    """What is written in each language, besides the questions."""
    text = functools.partial(TranslatedFieldPanel, language=language)
    return [
        LanguageTabs(language=language),
        text("title"),
        text("abstract"),
        MultiFieldPanel([FieldPanel("main_image"), text("main_image_alt")], heading=_("Main image")),
        text("introduction"),
        text("data_notice"),
        MultiFieldPanel([text("thanks"), text("next_steps")], heading=_("After answering")),
    ]


def terms_panels() -> list:
    """Who may answer, and what becomes of the answers."""
    access_help = _(
        "Everyone: nothing keeps a person from answering twice. One-time codes: each code answers once, whoever holds"
        " the letter. Signed in: each account answers once. Residents are told the same."
    )
    return [
        FieldPanel("access", widget=forms.RadioSelect, help_text=access_help),
        FieldPanel("section"),
        MultiFieldPanel(
            [
                FieldPanel("results_shown", widget=forms.RadioSelect),
                FieldPanel("publishes_answers"),
                FieldPanel("smallest_cell"),
            ],
            heading=_("Results"),
            help_text=_("The cover text must say what is published before the survey can be published."),
        ),
        FieldPanel(
            "neighbours",
            widget=forms.RadioSelect,
            help_text=_("What those who have sent their own answers may do with the places that others have marked."),
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
