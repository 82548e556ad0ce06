"""What every public page shows around its content: menus, and the same page in other languages."""

from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from cms import consultations


def navigation(request) -> dict:
    """Context processor of all templates. Costs one query, and none outside public pages."""
    shared = {
        "site_name": settings.KUULE_SITE_NAME,
        "city_name": settings.KUULE_CITY_NAME,
        "demo": settings.KUULE_DEMO,
    }
    if request.path.startswith("/admin"):
        return shared
    pages = info_pages(request)
    return {
        **shared,
        "language_links": language_links(request),
        "main_menu": main_menu(request, pages),
        "footer_links": [link(request, page.title, address_of(page)) for page in pages],
    }


def language_links(request, urls: dict[str, str] | None = None) -> list[dict]:
    """Links to the same page in each language.

    `urls` names addresses that differ by more than the language, by language code; the others are this
    page's own address with its first part changed.
    """
    current = get_language()
    links = []
    for code, _name in settings.LANGUAGES:
        url = (urls or {}).get(code) or path_in_language(request, current, code)
        name = get_language_info(code)["name_local"]
        links.append({"code": code, "name": name[:1].upper() + name[1:], "url": url, "current": code == current})
    return links


def path_in_language(request, current: str, code: str) -> str:
    path = request.get_full_path()
    prefix = f"/{current}/"
    return f"/{code}/{path.removeprefix(prefix)}" if path.startswith(prefix) else f"/{code}/"


def main_menu(request, pages: list) -> list[dict]:
    links = [
        link(request, kind._meta.verbose_name_plural.capitalize(), reverse(kind.list_url_name))
        for kind in consultations.kinds()
    ]
    links.append(link(request, _("Open data"), reverse("cms:open_data")))
    links += [link(request, page.title, address_of(page)) for page in pages if page.show_in_menus]
    return links


def info_pages(request) -> list:
    """Information pages just below the front page in the reader's language, in the editors' order."""
    # By name: these pages import this module for their links to other languages.
    return list(
        apps.get_model("cms.InfoPage")
        .objects.live()
        .filter(locale__language_code=get_language(), depth=3)
        .order_by("path")
        .defer_streamfields()
    )


def address_of(page) -> str:
    """Address of a page just below the front page, without asking the database for its site."""
    return reverse("wagtail_serve", args=[f"{page.slug}/"])


def link(request, title: str, url: str) -> dict:
    return {"title": title, "url": url, "current": request.path == url}
