"""The site's own pages: one Wagtail page tree a language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from cms import consultations
from cms.blocks import PageBodyBlock
from cms.choices import ConsultationStatus
from cms.navigation import language_links
from cms.pages import public_page

#: How many consultations of each status the front page shows.
FRONT_PAGE_LIMIT = 6


class PublicPage(Page):
    """A page that is stored and asked about as all public pages are."""

    class Meta:
        abstract = True

    def serve(self, request, *args, **kwargs):
        return public_page(super().serve)(request, *args, **kwargs)


class StepBlock(blocks.StructBlock):
    """One step of "how it works"."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    text = blocks.TextBlock(label=_("text"), max_length=300)

    class Meta:
        icon = "list-ol"


class HomePage(PublicPage):
    """Front page of one language: what is open now, and until when."""

    lead = models.TextField(_("lead"), max_length=500, blank=True)
    steps = StreamField([("step", StepBlock())], verbose_name=_("how it works"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.InfoPage"]
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("steps")]
    template = "cms/home_page.html"

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        shelves = consultations.for_front_page(FRONT_PAGE_LIMIT)
        context["open_consultations"] = shelves[ConsultationStatus.OPEN]
        context["upcoming_consultations"] = shelves[ConsultationStatus.UPCOMING]
        context["closed_consultations"] = shelves[ConsultationStatus.CLOSED]
        return context


class InfoPage(PublicPage):
    """A page of running text: about the service, accessibility, data protection."""

    intro = models.TextField(_("introduction"), max_length=500, blank=True)
    body = StreamField(PageBodyBlock(), verbose_name=_("text"), blank=True)

    parent_page_types = ["cms.HomePage", "cms.InfoPage"]
    subpage_types = ["cms.InfoPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    template = "cms/info_page.html"

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def get_context(self, request, *args, **kwargs):
        """The page knows its translations by more than the language in the address: editors may change slugs."""
        context = super().get_context(request, *args, **kwargs)
        siblings = self.get_translations(inclusive=True).live().select_related("locale")
        urls = {page.locale.language_code: page.get_url(request) for page in siblings}
        context["language_links"] = language_links(request, urls)
        return context
