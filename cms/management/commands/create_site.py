"""Makes the site's own pages in every language, where they are missing. Never changes a page that exists."""

from django.conf import settings
from django.core.management import BaseCommand
from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms.models import HomePage, InfoPage
from cms.site_content import HOME, PAGES
from cms.site_content.types import PageSpec


class Command(BaseCommand):
    help = "Make front pages and information pages in every language, where they are missing."

    @transaction.atomic
    def handle(self, **options):
        self.make_locales()
        homes = self.make_homes()
        self.point_site(homes[settings.LANGUAGE_CODE])
        for spec in PAGES:
            self.make_info_page(spec, homes)

    def make_locales(self):
        for code, _name in settings.LANGUAGES:
            Locale.objects.get_or_create(language_code=code)

    def make_homes(self) -> dict[str, HomePage]:
        root = Page.objects.get(depth=1)
        homes = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
        first = homes.get(settings.LANGUAGE_CODE)
        for code, _name in settings.LANGUAGES:
            if code in homes:
                continue
            home = HomePage(
                title=HOME.title[code],
                slug=f"home-{code}",
                locale=Locale.objects.get(language_code=code),
                lead=HOME.lead[code],
                steps=[("step", {"title": step.title[code], "text": step.text[code]}) for step in HOME.steps],
            )
            if first:
                home.translation_key = first.translation_key
            homes[code] = root.add_child(instance=home)
            first = first or home
        return homes

    def point_site(self, home: HomePage):
        site = Site.objects.filter(is_default_site=True).first()
        if site is None:
            Site.objects.create(
                hostname="localhost", is_default_site=True, root_page=home, site_name=settings.KUULE_SITE_NAME
            )
        elif not HomePage.objects.filter(pk=site.root_page_id).exists():
            welcome = site.root_page
            site.root_page = home
            site.site_name = settings.KUULE_SITE_NAME
            site.save()
            # The page that Wagtail's first migration makes.
            if welcome.slug == "home" and welcome.specific_class is Page:
                welcome.delete()

    def make_info_page(self, spec: PageSpec, homes: dict[str, HomePage]):
        first = None
        for code, home in homes.items():
            existing = InfoPage.objects.filter(locale=home.locale, slug=spec.slug).first()
            if existing is None:
                page = InfoPage(
                    title=spec.title[code],
                    slug=spec.slug,
                    locale=home.locale,
                    intro=spec.intro[code],
                    body=[("paragraph", spec.body[code])],
                    show_in_menus=spec.in_menu,
                )
                if first:
                    page.translation_key = first.translation_key
                existing = home.add_child(instance=page)
            first = first or existing
