"""A planner writes, translates, previews and publishes a hearing; a moderator hides a comment."""

import csv
import io
import re

import pytest
from django.core.cache import cache
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from cms.organisations.choices import Role
from hearings.models import Comment, Hearing
from tests import factories
from tests.factories import NOON


@pytest.fixture
def organisation(transactional_db):
    cache.clear()
    return factories.make_organisation("planning", fi="Kaavoitus", sv="Planläggning", en="Planning")


def sign_in(visit, user):
    """Sign in, with the admin in English."""
    UserProfile.objects.create(user=user, preferred_language="en")
    page = visit("/admin/login/")
    page.locator("[name=username]").fill(user.username)
    page.locator("[name=password]").fill("password")
    page.locator("form [type=submit]").click()
    expect(page).to_have_url(re.compile(r"/admin/$"))
    return page


def open_details(page):
    page.get_by_role("tab", name="Time, place and contacts").click()


def write_section(page, title, text):
    """Fill the only section: its title and a first paragraph."""
    page.locator("[name=sections-0-title]").fill(title)
    body = page.locator("[data-contentpath=body]").last
    if not body.locator("[contenteditable=true]").count():
        body.get_by_role("button", name=re.compile("Insert|Add|Lisää")).first.click()
        page.get_by_role("option", name="Text").click()
    editor = body.locator("[contenteditable=true]").first
    editor.click()
    page.keyboard.type(text)


def save(page):
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".messages")).to_contain_text(re.compile("created|updated"))


def publish(page):
    page.wait_for_load_state("networkidle")
    page.locator(".footer [data-w-dropdown-target=toggle], .footer [aria-label='More actions']").first.click()
    page.locator("[name=action-publish]").click()


def test_planner_creates_translates_previews_and_publishes(visit, organisation):
    planner = factories.make_user("planner", role=Role.PUBLISHER, organisation=organisation)
    page = sign_in(visit, planner)
    page = visit("/admin/hearings/add/")
    page.locator("[name=title]").fill("Uusi rantapuisto")
    page.locator("[name=abstract]").fill("Rannalle tulee puisto.")
    page.get_by_role("button", name="Add section").click()
    page.locator("[name=sections-0-kind]").select_option("main")
    write_section(page, "Mitä suunnitellaan", "Puita ja penkkejä.")
    open_details(page)
    page.locator("[name=open_at]").fill("2020-01-01 08:00")
    page.locator("[name=close_at]").fill("2035-12-31")
    page.keyboard.press("Tab")
    page.locator("[name=organisation]").select_option(label="Planning")
    save(page)
    hearing = Hearing.objects.get()
    assert (hearing.slug, hearing.live) == ("uusi-rantapuisto", False)

    publish(page)
    expect(page.locator(".messages")).to_contain_text("Swedish: title is missing")
    assert not Hearing.objects.get().live

    page.get_by_role("tab", name="Content").click()
    page.get_by_role("link", name=re.compile("Swedish")).click()
    expect(page.locator(".kuule-translation__source").first).to_contain_text("Uusi rantapuisto")
    page.locator("[name=title]").fill("En ny strandpark")
    page.locator("[name=abstract]").fill("En park vid stranden.")
    write_section(page, "Vad planeras", "Träd och bänkar.")
    save(page)

    page.wait_for_load_state("networkidle")
    page.locator("[data-side-panel-toggle=preview]").first.click()
    frame = page.frame_locator("#w-preview-iframe")
    for language, title, text in [
        ("sv", "En ny strandpark", "Träd och bänkar."),
        ("fi", "Uusi rantapuisto", "Puita ja penkkejä."),
    ]:
        page.locator("#id_preview_mode").select_option(language)
        expect(frame.locator("h1")).to_have_text(title, timeout=15_000)
        expect(frame.locator("main")).to_contain_text(text)
    public = visit("/sv/hearings/uusi-rantapuisto/")
    expect(public.locator("main")).to_contain_text("En ny strandpark")

    page = visit(f"/admin/hearings/edit/{hearing.pk}/?language=sv")
    publish(page)
    expect(page.locator(".messages")).to_contain_text("published")
    assert Hearing.objects.public().get().text_in("title", "fi") == "Uusi rantapuisto"


def test_changing_language_saves_what_was_typed(visit, organisation):
    planner = factories.make_user("planner", role=Role.EDITOR, organisation=organisation)
    hearing = factories.make_hearing(organisation=organisation, live=False)
    sign_in(visit, planner)
    page = visit(f"/admin/hearings/edit/{hearing.pk}/?language=fi")
    page.wait_for_timeout(1500)
    page.locator("[name=title]").fill("Muutettu otsikko")
    page.get_by_role("link", name=re.compile("^Russian")).click()
    expect(page).to_have_url(re.compile(r"language=ru$"))
    expect(page.locator(".kuule-translation__source").first).to_contain_text("Muutettu otsikko")


def test_changing_language_at_once_keeps_the_last_words_of_rich_text(visit, organisation):
    planner = factories.make_user("planner", role=Role.EDITOR, organisation=organisation)
    hearing = factories.make_hearing(organisation=organisation, live=False, sections=["main"])
    sign_in(visit, planner)
    page = visit(f"/admin/hearings/edit/{hearing.pk}/?language=fi")
    page.wait_for_timeout(1500)
    page.locator("[data-contentpath=body] [contenteditable=true]").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Viimeiset sanat.")
    page.get_by_role("link", name=re.compile("^Russian")).click()
    expect(page).to_have_url(re.compile(r"language=ru$"))
    expect(page.locator(".kuule-translation__source", has_text="Viimeiset sanat.")).to_have_count(1)


def test_calendar_leaves_alone_what_is_typed_in_another_format(visit, organisation):
    planner = factories.make_user("planner", role=Role.EDITOR, organisation=organisation)
    hearing = factories.make_hearing(organisation=organisation, live=False)
    sign_in(visit, planner)
    page = visit(f"/admin/hearings/edit/{hearing.pk}/")
    page.wait_for_load_state("networkidle")
    open_details(page)
    page.locator("[name=close_at]").fill("31.12.2035 23.59")
    page.keyboard.press("Tab")
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)  # of the next field
    expect(page.locator("[name=close_at]")).to_have_value("31.12.2035 23.59")


def test_visitor_downloads_comments_with_and_without_place(visit, page, organisation):
    hearing = factories.make_hearing("shore", organisation=organisation, close_at=NOON.replace(year=2036))
    section = hearing.sections.first()
    factories.make_comment(section, text='Penkki, "tähän" 🌳', place="POINT(24.95 60.18)")
    factories.make_comment(section, text="Больше деревьев")
    page = visit("/fi/hearings/shore/")
    with page.expect_download() as download:
        page.locator("a[href*='comments.csv']").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {(row["text"], row["lon"]) for row in rows} == {('Penkki, "tähän" 🌳', "24.95"), ("Больше деревьев", "")}


def test_moderator_hides_and_restores(visit, organisation):
    moderator = factories.make_user("moderator", role=Role.MODERATOR, organisation=organisation)
    hearing = factories.make_hearing("shore", organisation=organisation)
    comment = factories.make_comment(hearing.sections.first(), text="Ilkeä kommentti.")
    sign_in(visit, moderator)
    page = visit("/admin/comments/")
    page.get_by_role("link", name="Ilkeä kommentti.").click()
    page.get_by_role("button", name="Hide", exact=True).click()
    expect(page.locator("main")).to_contain_text("Choose a reason")
    page.locator("[name=reason]").select_option("offensive")
    page.get_by_role("button", name="Hide", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("hidden")
    public = visit("/fi/hearings/shore/comments/")
    expect(public.locator("main")).not_to_contain_text("Ilkeä kommentti.")
    page = visit(f"/admin/comments/{comment.pk}/")
    page.get_by_role("button", name="Restore", exact=True).click()
    expect(visit("/fi/hearings/shore/comments/").locator("main")).to_contain_text("Ilkeä kommentti.")
    assert Comment.objects.get().state == "visible"
