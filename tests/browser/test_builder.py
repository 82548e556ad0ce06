"""A planner makes and translates a questionnaire with the keyboard alone; another drags with a mouse."""

import re

import pytest
from django.core.cache import cache
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from cms.organisations.choices import Role
from mapsurveys.models import Survey
from tests import factories
from tests.factories.surveys import make_survey


@pytest.fixture
def planner(visit, page):
    """Signed in as an editor, with the admin in English."""
    cache.clear()
    organisation = factories.make_organisation(fi="Kaavoitus")
    user = factories.make_user("planner", role=Role.EDITOR, organisation=organisation)
    UserProfile.objects.create(user=user, preferred_language="en")
    visit("/admin/login/")
    page.locator("[name=username]").fill(user.username)
    page.locator("[name=password]").fill("password")
    page.locator("form [type=submit]").click()
    expect(page).to_have_url(re.compile(r"/admin/$"))
    return user


def draft(survey):
    return Survey.objects.get(pk=survey.pk).get_latest_revision_as_object().document


class Keys:
    """Everything is reached by Tab and pressed by Enter; no mouse."""

    def __init__(self, page):
        self.page = page

    def focused(self):
        return self.page.evaluate(
            "() => { const e = document.activeElement;"
            " return [e.getAttribute('aria-label') ?? '', e.labels?.[0]?.innerText ?? '',"
            " e.closest('label, button, a, summary')?.innerText ?? '']"
            ".join(' ').replace(/\\s+/g, ' ').trim(); }"
        )

    def tab_to(self, words, steps=120):
        """Tab on until what has focus is called so."""
        for _step in range(steps):
            if words in self.focused():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{words!r} was not reached; focus is on {self.focused()!r}")

    def press(self, words):
        self.tab_to(words)
        self.page.keyboard.press("Enter")

    def type(self, words, text):
        self.tab_to(words)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)


def expect_outline(page, texts):
    expect(page.locator(".kuule-outline__text a")).to_have_text(texts)


def test_questionnaire_is_made_and_translated_by_keyboard_alone(visit, page, planner):
    survey = make_survey(live=False, organisation=planner.memberships.get().organisation, document={"steps": []})
    visit(f"/admin/surveys/questions/{survey.pk}/?language=fi")
    keys = Keys(page)

    keys.press("Add a page")
    expect(page.locator("[data-step]")).to_have_count(1)
    keys.press("Add a question")
    expect(page).to_have_url(re.compile("/add/"))
    keys.press("One option")
    expect(page).to_have_url(re.compile("/single_choice/"))
    keys.type("Question text", "Pyöräiletkö?")
    keys.type("Text", "Kyllä")
    page.keyboard.press("Enter")  # begins the next option
    page.keyboard.type("En")
    keys.press("Save and add another")

    expect(page).to_have_url(re.compile(r"/add/\w+/\?"))
    keys.press("Points on the map")
    expect(page).to_have_url(re.compile("/point/"))
    keys.type("Question text", "Missä on vaarallista?")
    keys.press("Add a condition")
    asked = page.locator("[data-rule] select[name$=-question]")
    expect(asked).to_be_focused()
    page.keyboard.press("ArrowDown")
    choice = page.locator("[data-rule] select[name$=-choice]")
    expect(choice).to_be_visible()
    expect(asked).to_be_focused()
    keys.tab_to("Choice")
    page.keyboard.press("ArrowDown")
    keys.press("Save, and add a question about each place")

    expect(page).to_have_url(re.compile(r"/add/\w+/\?"))
    keys.press("Text")
    expect(page).to_have_url(re.compile("/text/"))
    keys.type("Question text", "Miksi?")
    keys.tab_to("Save")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("did=saved"))
    expect_outline(page, ["Pyöräiletkö?", "Missä on vaarallista?", "Miksi?"])
    expect(page.locator(".kuule-outline__rule")).to_have_text(
        re.compile("Shown when “Pyöräiletkö\\?” has the answer “Kyllä”.")
    )

    step = draft(survey).steps[0]
    point = step.questions[1]
    keys.press("Move up: Missä on vaarallista?")
    expect(page.locator(".messages")).to_contain_text("which is asked only later")
    keys.press("Add a page")
    expect(page.locator("[data-step]")).to_have_count(2)
    keys.press("Move down: Missä on vaarallista?")
    expect(page.locator("[data-outline-said]")).to_have_text("“Missä on vaarallista?” is now number 1 of 1 on page 2.")
    assert keys.focused() == "Move down: Missä on vaarallista?"
    assert [question.id for question in draft(survey).steps[1].questions] == [point.id]

    visit(f"/admin/surveys/questions/{survey.pk}/?language=sv")
    keys.press("Translate everything")
    expect(page).to_have_url(re.compile("/translate/"))
    keys.press("Next missing text")
    page.keyboard.type("Cyklar du?")
    for text in ("Ja", "Nej", "Var är det farligt?", "Varför?"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    keys.press("Save texts")
    expect(page.locator(".messages")).to_contain_text("5 texts were saved")
    found = draft(survey)
    assert [question.label["sv"] for question in found.questions()] == ["Cyklar du?", "Var är det farligt?"]
    assert [choice.label for choice in found.steps[0].questions[0].choices] == [
        {"fi": "Kyllä", "sv": "Ja"},
        {"fi": "En", "sv": "Nej"},
    ]
    assert found.find_question(point.id).follow_ups[0].label == {"fi": "Miksi?", "sv": "Varför?"}


def test_mouse_drags_a_question_to_another_page(visit, page, planner):
    survey = make_survey(live=False, organisation=planner.memberships.get().organisation)
    visit(f"/admin/surveys/questions/{survey.pk}/?language=fi")
    page.set_viewport_size({"width": 1280, "height": 1400})  # nothing has to scroll while it is dragged
    page.locator("#item-qliving [data-grip]").hover()
    page.mouse.down()
    # Browsers tell of dragging over something only when the mouse has moved there twice.
    for height in (6, 4):
        page.locator("#item-qwish").hover(position={"x": 200, "y": height})
    page.mouse.up()
    expect(page.locator("[data-outline-said]")).to_contain_text("page 2")
    expect_outline(page, ["Miten liikut?", "Missä viihdyt?", "Miksi?", "Missä asut?", "Mitä muuta?"])
    page.locator("#item-qliving summary").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.locator("[data-item=qliving]")).to_have_count(0)
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("[data-item=qliving]")).to_have_count(1)
    expect_outline(page, ["Miten liikut?", "Missä viihdyt?", "Miksi?", "Missä asut?", "Mitä muuta?"])


def test_what_was_typed_is_guarded_and_options_move(visit, page, planner):
    survey = make_survey(live=False, organisation=planner.memberships.get().organisation)
    visit(f"/admin/surveys/questions/{survey.pk}/question/qliving/?language=fi")
    rows = page.locator("[data-list=choices] [data-list-row]")
    rows.nth(1).get_by_role("button", name=re.compile("^Move up")).click()
    expect(page.locator("[data-list=choices] [data-list-said]")).to_have_text("The row is now number 1 of 2.")
    page.locator("summary", has_text="Paste many at once").click()
    page.locator("[name=choices-paste]").fill("Saaressa\nMerellä")
    page.locator("[name=save]").click()
    expect(page).to_have_url(re.compile("did=saved"))
    labels = [str(choice.label["fi"]) for choice in draft(survey).find_question("qliving").choices]
    assert labels == ["Muualla", "Täällä", "Saaressa", "Merellä"]


def test_view_of_a_map_is_taken_from_the_map(visit, page, planner):
    survey = make_survey(live=False, organisation=planner.memberships.get().organisation)
    visit(f"/admin/surveys/questions/{survey.pk}/page/qsteptwo/?language=fi")
    canvas = page.locator("[data-view] [data-map-canvas]")
    canvas.scroll_into_view_if_needed()
    expect(canvas).to_have_class(re.compile("leaflet-container"))
    canvas.focus()
    page.keyboard.press("+")
    expect(page.locator("[name=view-zoom]")).to_have_value("13")
    page.locator("[name=save]").click()
    expect(page).to_have_url(re.compile("did=saved"))
    view = draft(survey).steps[1].view
    assert (view.zoom, round(view.lat, 1), round(view.lon, 1)) == (13, 60.2, 24.9)


def test_builder_works_without_scripts(live_server, browser, transactional_db):
    cache.clear()
    organisation = factories.make_organisation()
    user = factories.make_user("planner", role=Role.EDITOR, organisation=organisation)
    UserProfile.objects.create(user=user, preferred_language="en")
    survey = make_survey(live=False, organisation=organisation)
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/admin/login/?next=/admin/surveys/questions/{survey.pk}/%3Flanguage=fi")
    page.locator("[name=username]").fill("planner")
    page.locator("[name=password]").fill("password")
    page.locator("form [type=submit]").click()
    page.get_by_role("button", name="Move down: Missä asut?").click()
    page.get_by_role("link", name="Missä asut?").click()
    page.get_by_role("button", name="Add a row").click()
    page.locator("[data-list-row] input[type=text]").nth(4).fill("Kaukana")
    page.locator("[name=save]").click()
    assert [question.id for question in draft(survey).steps[0].questions] == ["qmoving", "qliving"]
    assert draft(survey).find_question("qliving").choices[2].label == {"fi": "Kaukana"}
    page.context.close()
