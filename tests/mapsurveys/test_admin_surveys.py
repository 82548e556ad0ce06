"""Planners in the admin: their own surveys alone, one language at a time, and nothing public too early."""

import uuid

import pytest
from django.urls import reverse
from django.urls.converters import get_converters
from django.utils import translation

from cms.translations import completeness
from mapsurveys.models import Survey
from mapsurveys.publishing import publishing_gaps
from tests.admin_forms import form_data
from tests.factories import NOON, WEEK, draft_of, make_hearing, make_organisation, make_user
from tests.factories.surveys import make_channel, make_response, make_survey
from tests.mapsurveys.planning import admin, live, newest, save, sign_in
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

EVERY_PATTERN = Survey.snippet_viewset.get_urlpatterns()
OF_ONE_SURVEY = sorted(pattern.name for pattern in EVERY_PATTERN if "pk" in pattern.pattern.regex.groupindex)
SECRET = {"fi": {"title": "Salainen luonnos"}}


@pytest.fixture
def survey():
    return make_survey()


# --- Whose survey --------------------------------------------------------------------------------------------


def arguments(pattern, survey, channel):
    """Something true for every part of the address, so that only its owner keeps it from being found."""
    revision = str(survey.latest_revision_id)
    known = {
        "pk": str(survey.pk),
        "channel": channel.pk,
        "revision_id": revision,
        "revision_id_a": revision,
        "revision_id_b": "latest",
        "step": "qstepone",
        "home": "qstepone",
        "question": "qliving",
        "kind": "text",
        "source": str(survey.pk),
    }
    converters = pattern.pattern.converters
    other = {"uuid": str(survey.pk), "int": 1, "str": "csv", "slug": "csv"}
    other = {type(get_converters()[name]): value for name, value in other.items()}
    return {
        name: known[name] if name in known else other[type(converters[name])]
        for name in pattern.pattern.regex.groupindex
    }


def test_addresses_of_one_survey_are_those_walked_below():
    known = {"edit", "delete", "history", "close", "channels", "channel", "poster", "codes", "test_link", "questions"}
    assert known < set(OF_ONE_SURVEY)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", OF_ONE_SURVEY)
def test_survey_of_another_organisation_is_not_there(client, survey, name, method):
    channel = make_channel(survey, "code")
    [pattern] = [pattern for pattern in EVERY_PATTERN if pattern.name == name]
    client.force_login(make_user(role="publisher", organisation=make_organisation()))
    address = reverse(f"surveys_admin:{name}", kwargs=arguments(pattern, survey, channel))
    assert getattr(client, method)(address).status_code == 404


@pytest.mark.parametrize("key", [uuid.UUID(int=1), "nonsense", "1"])
def test_survey_that_does_not_exist_is_not_there(client, survey, key):
    sign_in(client, survey)
    for action in ("edit", "close", "history", "channels", "test-link", "questions"):
        assert client.get(f"/admin/surveys/{action}/{key}/").status_code == 404


def test_index_lists_own_surveys_alone(client, survey):
    foreign = [make_survey(), make_survey(live=False)]
    own_draft = make_survey(live=False, organisation=survey.organisation)
    sign_in(client, survey, "viewer")
    for query in ("", "?q=kysely", "?q=%00", "?ordering=open_at", "?ordering=response_count"):
        page = client.get(reverse("surveys_admin:list") + query).content.decode()
        assert [str(each.pk) in page for each in foreign] == [False, False]
    page = client.get(reverse("surveys_admin:list")).content.decode()
    assert [str(each.pk) in page for each in (survey, own_draft)] == [True, True]


def test_index_tells_how_many_have_answered(client, survey):
    make_response(survey)
    make_response(survey)
    make_response(survey, submitted=False)
    make_response(survey, is_test=True)
    sign_in(client, survey)
    page = soup(client.get(reverse("surveys_admin:list")))
    headings = [each.get_text(strip=True) for each in page.select("main table th")]
    cells = [each.get_text(" ", strip=True) for each in page.select("main table tbody tr td")]
    assert cells[-1] == "2"
    assert len(headings) == len(cells)


def test_index_finds_by_words_of_any_language(client, survey):
    other = make_survey(organisation=survey.organisation, texts={"ru": {"title": "Опрос о парке"}})
    sign_in(client, survey)
    page = client.get(reverse("surveys_admin:list"), {"q": "парке опрос"}).content.decode()
    assert [str(each.pk) in page for each in (survey, other)] == [False, True]


@pytest.mark.parametrize("role", ["viewer", "moderator"])
def test_those_who_do_not_write_cannot_edit(client, survey, role):
    before = live(survey).latest_revision_id
    sign_in(client, survey, role)
    assert client.get(admin("edit", survey)).status_code == 302
    assert client.post(admin("edit", survey), {"title": "x"}).status_code == 302
    assert client.get(reverse("surveys_admin:add")).status_code == 302
    assert live(survey).latest_revision_id == before


@pytest.mark.parametrize("name", ["close", "unpublish", "lock"])
def test_editor_cannot_do_what_takes_a_publisher(client, survey, name):
    sign_in(client, survey, "editor")
    client.post(admin(name, survey))
    stored = live(survey)
    assert (stored.live, stored.is_open, stored.locked) == (True, True, False)


def test_deleting_many_names_own_surveys_alone(client, survey):
    foreign = make_survey(live=False, texts=SECRET)
    draft_of(make_survey(), title="Salainen luonnos")
    own = make_survey(live=False, organisation=survey.organisation)
    tried = make_survey(live=False, organisation=survey.organisation)
    make_response(make_version(tried), is_test=True)
    sign_in(client, survey)
    address = reverse("wagtail_bulk_action", args=["mapsurveys", "survey", "delete"])
    keys = [each.pk for each in (foreign, own, survey, tried)]
    response = client.get(address, {"id": keys})
    assert "Salainen luonnos" not in response.content.decode()
    client.post(address + "?" + "&".join(f"id={key}" for key in keys))
    assert set(Survey.objects.filter(pk__in=keys)) == {foreign, survey, tried}


def make_version(survey):
    """A draft with a version that testers can answer."""
    survey.versions.create(number=1, questionnaire=survey.questionnaire, announcement={}, digest="x", created_at=NOON)
    return survey


def test_only_a_draft_that_nobody_answered_can_be_deleted(client):
    draft, tried = make_survey(live=False), make_version(make_survey(live=False))
    make_response(tried, is_test=True)
    for survey in (draft, tried, make_survey()):
        sign_in(client, survey)
        client.post(admin("delete", survey))
    assert set(Survey.objects.filter(live=False)) == {tried}
    assert Survey.objects.filter(live=True).count() == 1


# --- Saving and publishing -----------------------------------------------------------------------------------


def test_saving_stores_a_draft_with_its_questions_and_leaves_the_public_one(client, survey):
    title = live(survey).text_in("title", "fi")
    sign_in(client, survey, "editor")
    assert save(client, survey, title="Luonnos", access="code", smallest_cell="8").status_code == 302
    draft = newest(survey)
    assert (draft.text_in("title", "fi"), draft.access, draft.smallest_cell) == ("Luonnos", "code", 8)
    assert draft.questionnaire == survey.questionnaire
    assert (live(survey).text_in("title", "fi"), live(survey).access) == (title, "open")


def test_saving_one_language_leaves_the_others_alone(client, survey):
    sign_in(client, survey, "editor")
    changed = {"title": "New", "data_notice": "Said.", "thanks": "Thank you!", "next_steps": "We read them."}
    assert save(client, survey, language="en", **changed).status_code == 302
    draft = newest(survey)
    assert {name: draft.text_in(name, "en") for name in changed} == changed
    for language in ("fi", "sv"):
        before, after = (each.translation_rows()[language] for each in (survey, draft))
        assert [str(getattr(after, name)) for name in survey.translated_names()] == [
            str(getattr(before, name)) for name in survey.translated_names()
        ]


def test_language_tab_counts_texts_of_the_questions_too(client, survey):
    sign_in(client, survey, "editor")
    with translation.override("fi"):
        page = soup(client.get(admin("edit", survey)))
    done, total = completeness(survey, "fi")
    assert (done, total) == (14, 14)
    assert f"{done}" in page.select_one(".kuule-tabs [data-language=fi]").get_text()


def test_publishing_is_refused_with_list_of_what_is_missing(client, survey):
    sign_in(client, survey)
    response = save(
        client, survey, action="action-publish", title="", data_notice="", results_shown="after_closing", close_at=""
    )
    assert response.status_code == 200
    gaps = publishing_gaps(response.context["form"].instance)
    page = " ".join(soup(response).get_text(" ").split())
    assert len(gaps) == 3
    assert [gap in page for gap in gaps] == [True, True, True]
    assert live(survey).results_shown == "never"


def test_publisher_publishes_and_a_version_is_kept(client):
    draft = make_survey(live=False)
    sign_in(client, draft)
    assert save(client, draft, action="action-publish").status_code == 302
    assert live(draft).live
    assert [version.number for version in draft.versions.all()] == [1]


def test_editors_publish_button_publishes_nothing(client):
    draft = make_survey(live=False)
    sign_in(client, draft, "editor")
    page = soup(client.get(admin("edit", draft)))
    assert not page.select("[name=action-publish]")
    save(client, draft, action="action-publish")
    assert not live(draft).live


def test_publisher_closes_early(client, survey):
    sign_in(client, survey)
    page = soup(client.get(admin("close", survey)))
    assert page.select_one("form button[type=submit]")
    assert live(survey).is_open
    assert client.post(admin("close", survey)).status_code == 302
    assert not live(survey).is_open


def test_survey_that_closes_before_it_opens_is_not_saved(client, survey):
    sign_in(client, survey, "editor")
    assert save(client, survey, open_at="2026-12-01 12:00", close_at="2026-11-30").status_code == 200
    assert newest(survey).close_at == NOON + WEEK


def test_new_survey_gets_its_address_from_its_title_and_leads_on_to_its_questions(client, survey):
    make_survey("rantakysely")
    sign_in(client, survey)
    data = form_data(client.get(reverse("surveys_admin:add"))) | {"title": "Rantakysely"}
    response = client.post(reverse("surveys_admin:add"), data, follow=True)
    draft = Survey.objects.get(slug="rantakysely-2")
    assert (draft.live, draft.organisation) == (False, survey.organisation)
    tabs = {link["href"] for link in soup(response).select(".kuule-survey-tabs a")}
    assert {admin(name, draft) for name in ("edit", "questions", "channels", "test_link", "results", "exports")} == tabs


def test_address_is_fixed_by_publishing_and_by_printed_codes(client, survey):
    draft = make_survey(live=False, organisation=survey.organisation)
    sign_in(client, survey)
    assert not fields_disabled(client, draft)
    make_channel(draft, "code").codes.create(survey=draft, code_hash="x")
    assert fields_disabled(client, draft) == fields_disabled(client, survey) == {"slug"}


def fields_disabled(client, survey) -> set[str]:
    form = soup(client.get(admin("edit", survey))).select_one("#w-editor-form")
    return {field["name"] for field in form.select("[name][disabled]")}


# --- Sections of hearings ------------------------------------------------------------------------------------


def section_choices(client, survey) -> list[str]:
    page = soup(client.get(admin("edit", survey)))
    return [option.get_text() for option in page.select("[name=section] option[value!='']")]


def test_survey_can_be_put_into_sections_of_own_hearings_alone(client, survey):
    hearing = make_hearing(organisation=survey.organisation, texts={"fi": {"title": "Ranta"}})
    foreign = make_hearing().sections.first()
    sign_in(client, survey, "editor")
    assert section_choices(client, survey) == ["Ranta: Osa main", "Ranta: Osa part", "Ranta: Osa part"]
    section = hearing.sections.first()
    assert save(client, survey, section=str(section.pk)).status_code == 302
    assert newest(survey).section == section
    assert save(client, survey, section=str(foreign.pk)).status_code == 200
    assert newest(survey).section == section


def test_section_that_another_planner_chose_stays(client):
    foreign = make_hearing(texts={"fi": {"title": "Vieras"}}).sections.first()
    survey = make_survey(section=foreign)
    sign_in(client, survey, "editor")
    assert section_choices(client, survey) == ["Vieras: Osa main"]
    assert save(client, survey).status_code == 302
    assert newest(survey).section == foreign


# --- Previews and earlier versions ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fi", "sv", "en", "fi-simple", "ru"])
def test_preview_shows_what_is_typed_in_each_language(client, survey, language):
    sign_in(client, survey, "editor")
    data = form_data(client.get(admin("edit", survey, language=language))) | {"title": "Esikatseltava"}
    preview = admin("preview_on_edit", survey)
    assert client.post(preview, data).json()["is_valid"]
    page = soup(client.get(preview, {"mode": language, "in_preview_panel": "true"}))
    assert page.html["lang"] == language
    assert page.h1.get_text(strip=True) == "Esikatseltava"


def test_old_version_is_compared_and_brought_back_with_its_questions(client, survey):
    first = survey.latest_revision_id
    draft = survey.get_latest_revision_as_object()
    draft.set_translation("sv", title="Svenska annorlunda")
    draft.questionnaire = {"steps": []}
    draft.save_revision()
    sign_in(client, survey, "editor")
    compared = client.get(admin("revisions_compare", survey, revision_id_a=str(first), revision_id_b="latest"))
    assert "annorlunda" in soup(compared).select_one("main").get_text()
    page = client.get(admin("revisions_revert", survey, revision_id=str(first)))
    assert client.post(admin("edit", survey, language="fi"), form_data(page)).status_code == 302
    assert newest(survey).text_in("title", "sv") == survey.text_in("title", "sv")
    assert newest(survey).questionnaire == survey.questionnaire
