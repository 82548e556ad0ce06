"""Every kind of public page, on a desktop and on a phone, in two alphabets: axe finds nothing serious."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache

from cms.consultations import ANYONE
from hearings.commenting import leave_comment
from hearings.models import Hearing
from tests import factories
from tests.factories import NOON

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def addresses(transactional_db):
    """One of each kind of page, with all that it can show."""
    cache.clear()
    area = factories.make_area("keskinen", (24.9, 60.16, 25.0, 60.2))
    label = factories.make_label(ru="Движение")
    texts = {"ru": {"title": "Парк на берегу", "abstract": "Парк у воды."}}
    hearing = factories.make_hearing("shore", close_at=NOON.replace(year=2036), texts=texts)
    hearing.labels.add(label)
    hearing.save()
    factories.make_hearing(
        "ended", close_at=NOON.replace(year=2020), open_at=NOON.replace(year=2019), area=area.geometry
    )
    section = Hearing.objects.get(slug="shore").sections.first()
    first = factories.make_comment(section, place="POINT(24.95 60.18)", author_name="Aino")
    factories.make_comment(section, parent=first, text="Samaa mieltä.")
    factories.make_comment(section, state="hidden", hidden_reason="spam")
    _comment, code = leave_comment(section=section, user=ANYONE, text="Lisää puita.", language="fi")
    return {
        "front": "",
        "list": "hearings/",
        "nothing found": "hearings/?q=zzz",
        "hearing": "hearings/shore/",
        "ended hearing": "hearings/ended/",
        "comments": "hearings/shore/comments/",
        "reply": f"hearings/shore/comments/?reply_to={first.pk}",
        "receipt": f"receipts/{code}/?sent=1",
        "find receipt": "receipts/?code=",
        "open data": "open-data/",
        "information": "accessibility/",
        "not there": "hearings/nowhere/",
    }


def faults(page):
    report = Axe().run(page, options=RULES)
    return [
        (fault["id"], fault["impact"], [node["html"][:120] for node in fault["nodes"]])
        for fault in report.response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["fi", "ru"])
def test_pages_have_no_serious_fault(visit, page, addresses, language, width):
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for name, address in addresses.items():
        visit(f"/{language}/{address}")
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        found[name] = faults(page)
    assert found == {name: [] for name in addresses}


def test_refused_form_has_no_serious_fault(visit, page, addresses):
    visit("/fi/hearings/shore/")
    page.locator("#comment-form form [type=submit], form[action*=comments] [type=submit]").first.click()
    page.locator(".error-summary").wait_for()
    assert faults(page) == []


def test_skip_link_is_first_and_leads_to_content(visit, addresses):
    page = visit("/fi/")
    page.keyboard.press("Tab")
    target = page.locator(":focus").get_attribute("href")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == target == "#content"
    assert page.locator(target).evaluate("element => element.tagName") == "MAIN"
