"""A resident reads, comments and comes back, by keyboard alone and at phone width."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from hearings.models import Comment
from tests import factories
from tests.browser.map_hands import canvas, press, status, tab_to


@pytest.fixture
def open_hearing(transactional_db):
    now = timezone.now()
    texts = {"en": {"title": "Shore park", "abstract": "A park by the shore."}}
    return factories.make_hearing(
        "shore-park", open_at=now - timedelta(days=1), close_at=now + timedelta(days=9), texts=texts
    )


def write(page, text):
    """Reach the comment's field by keyboard alone and type."""
    page.get_by_label("Your comment").focus()
    page.keyboard.type(text)


def start_drawing(page, tool):
    expect(page.get_by_role("button", name=tool, exact=True)).to_be_visible()
    tab_to(page, tool)
    press(page, "Enter")
    expect(canvas(page)).to_be_focused()


def finish(page):
    tab_to(page, "Finish")
    press(page, "Enter")


def send(page):
    tab_to(page, "Send the comment")
    press(page, "Enter")
    expect(page).to_have_url(re.compile(r"/en/receipts/"))


def test_keyboard_alone_leaves_comment_with_point(visit, open_hearing):
    page = visit("/en/hearings/shore-park/")
    write(page, "A bench here, please.")
    start_drawing(page, "Point")
    press(page, "ArrowRight", "Enter")
    expect(status(page)).to_have_text("Point finished.")
    send(page)
    comment = Comment.objects.get()
    assert (comment.text, comment.geometry.geom_type) == ("A bench here, please.", "Point")


def test_keyboard_alone_leaves_comment_with_line(visit, open_hearing):
    page = visit("/en/hearings/shore-park/")
    write(page, "A path along here.")
    start_drawing(page, "Line")
    press(page, "Enter", "ArrowRight", "Enter", "ArrowDown", "Enter")
    finish(page)
    send(page)
    assert Comment.objects.get().geometry.geom_type == "LineString"


def test_keyboard_alone_leaves_comment_with_area(visit, open_hearing):
    page = visit("/en/hearings/shore-park/")
    write(page, "Keep this wild.")
    start_drawing(page, "Area")
    press(page, "Enter", "ArrowRight", "Enter", "ArrowDown", "Enter")
    finish(page)
    send(page)
    assert Comment.objects.get().geometry.geom_type == "Polygon"


def test_receipt_leads_back_to_comment_and_lets_it_be_withdrawn(visit, open_hearing):
    page = visit("/en/hearings/shore-park/")
    write(page, "I will change my mind.")
    send(page)
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", page.locator("main").inner_text()).group()
    page = visit("/en/receipts/")
    page.get_by_label("Receipt code").fill(code.lower().replace("-", " "))
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("I will change my mind.")
    page.locator("summary").filter(has_text="Withdraw").click()
    page.locator("button[name=withdraw]").click()
    expect(page.locator("main")).to_contain_text("withdrawn")
    assert Comment.objects.get().is_withdrawn


def test_refused_comment_keeps_what_was_typed_and_takes_focus_to_what_is_wrong(visit, open_hearing):
    page = visit("/en/hearings/shore-park/")
    page.get_by_label("Name or nickname").fill("Aino")
    page.get_by_role("button", name="Send the comment").click()
    summary = page.locator("[data-error-summary], .error-summary").first
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Write a comment or mark a place")
    expect(page.get_by_label("Name or nickname")).to_have_value("Aino")


def test_changing_language_keeps_the_place(visit, open_hearing):
    page = visit("/en/hearings/shore-park/comments/?order=oldest")
    page.get_by_role("link", name="Svenska").first.click()
    expect(page).to_have_url(re.compile(r"/sv/hearings/shore-park/comments/\?order=oldest$"))


def test_comment_can_be_left_without_javascript(browser, browser_context_args, live_server, open_hearing):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/en/hearings/shore-park/")
    page.get_by_label("Your comment").fill("No scripts on my phone.")
    page.get_by_label("Describe the place in words").fill("Behind the school")
    page.get_by_role("button", name="Send the comment").click()
    expect(page).to_have_url(re.compile(r"/en/receipts/"))
    context.close()
    comment = Comment.objects.get()
    assert (comment.text, comment.place_text) == ("No scripts on my phone.", "Behind the school")


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_fit_their_width(visit, open_hearing, width):
    for number in range(3):
        factories.make_comment(
            open_hearing.sections.first(), place="POINT(24.95 60.18)", text="Pitkäsananen" * 30 + str(number)
        )
    for address in ("/fi/", "/fi/hearings/", "/fi/hearings/shore-park/", "/fi/hearings/shore-park/comments/"):
        page = visit(address)
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width, address


def test_comment_shows_its_place_on_the_map(visit, open_hearing):
    section = open_hearing.sections.first()
    factories.make_comment(section, place="POINT(24.943 60.175)", text="Here.", language="en")
    far = factories.make_comment(section, place="POINT(24.955 60.185)", text="And there.", language="en")
    page = visit("/sv/hearings/shore-park/comments/")
    page.locator(f"#comment-{far.pk} a[data-show-place]").click()
    popup = page.locator(".map-popup")
    expect(popup).to_contain_text("And there.")
    # The way back to the comment on the same page; what was said is closed without losing one's place.
    expect(popup.locator("a")).to_be_focused()
    expect(popup.locator("a")).to_have_attribute("href", f"#comment-{far.pk}")
    page.keyboard.press("Escape")
    expect(page.locator(f"[data-feature='/sv/hearings/shore-park/comments/{far.pk}/']")).to_be_focused()
