"""Planners in the admin: their own hearings alone, one language at a time, and nothing public too early."""

import uuid

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from hearings.models import Hearing
from hearings.publishing import publishing_gaps
from tests.admin_forms import form_data, rich_text, stream_fields
from tests.factories import NOON, WEEK, draft_of, make_comment, make_hearing, make_organisation, make_user
from tests.hearings.planning import admin, live, newest, sign_in, texts
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

EVERY_PATTERN = Hearing.snippet_viewset.get_urlpatterns()
OF_ONE_HEARING = {
    "edit",
    "delete",
    "usage",
    "history",
    "history_results",
    "preview_on_edit",
    "revisions_view",
    "revisions_revert",
    "revisions_compare",
    "revisions_unschedule",
    "unpublish",
    "lock",
    "unlock",
    "close",
}


def save(client, hearing, *, language="fi", action="", **changes):
    address = admin("edit", hearing, language=language)
    data = form_data(client.get(address), action=action) | changes
    return client.post(address, data)


# --- Whose hearing -------------------------------------------------------------------------------------------


def arguments(pattern, hearing):
    revision = str(hearing.latest_revision_id)
    known = {
        "pk": str(hearing.pk),
        "revision_id": revision,
        "revision_id_a": revision,
        "revision_id_b": "latest",
    }
    names = {*pattern.pattern.regex.groupindex}
    return {name: known[name] for name in names}


def test_every_address_of_one_hearing_is_walked_below():
    with_key = {pattern.name for pattern in EVERY_PATTERN if "pk" in pattern.pattern.regex.groupindex}
    assert with_key == OF_ONE_HEARING


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", sorted(OF_ONE_HEARING))
def test_hearing_of_another_organisation_is_not_there(client, hearing, name, method):
    [pattern] = [pattern for pattern in EVERY_PATTERN if pattern.name == name]
    client.force_login(make_user(role="publisher", organisation=make_organisation()))
    address = reverse(f"hearings_admin:{name}", kwargs=arguments(pattern, hearing))
    assert getattr(client, method)(address).status_code == 404


def test_revision_of_another_hearing_is_not_shown_through_own_one(client, hearing):
    foreign = make_hearing()
    draft_of(foreign, title="Vieras luonnos")
    sign_in(client, hearing)
    secret = str(live(foreign).latest_revision_id)
    for name, numbers in (
        ("revisions_view", {"revision_id": secret}),
        ("revisions_revert", {"revision_id": secret}),
        ("revisions_compare", {"revision_id_a": secret, "revision_id_b": "latest"}),
        ("revisions_unschedule", {"revision_id": secret}),
    ):
        response = client.get(admin(name, hearing, **numbers))
        assert response.status_code == 404
        assert b"Vieras luonnos" not in response.content


@pytest.mark.parametrize("key", [uuid.UUID(int=1), "nonsense", "1", "00000000-0000-0000-0000-00000000000g"])
def test_hearing_that_does_not_exist_is_not_there(client, hearing, key):
    sign_in(client, hearing)
    for action in ("edit", "close", "history"):
        assert client.get(f"/admin/hearings/{action}/{key}/").status_code == 404
    assert client.get(f"/admin/hearings/history/{key}/revisions/compare/live...latest/").status_code == 404


def test_index_lists_own_hearings_alone(client, hearing):
    foreign = [make_hearing(), make_hearing(live=False)]
    own_draft = make_hearing(live=False, organisation=hearing.organisation)
    sign_in(client, hearing, "viewer")
    for query in ("", "?q=puisto", "?q=%00", "?ordering=open_at"):
        page = client.get(reverse("hearings_admin:list") + query).content.decode()
        assert [str(each.pk) in page for each in foreign] == [False, False]
    page = client.get(reverse("hearings_admin:list")).content.decode()
    assert [str(each.pk) in page for each in (hearing, own_draft)] == [True, True]
    exported = client.get(reverse("hearings_admin:list"), {"export": "csv"})
    assert (
        str(foreign[1])
        not in b"".join(exported.streaming_content if exported.streaming else [exported.content]).decode()
    )


def test_stranger_is_sent_to_sign_in(client, hearing):
    for address in (reverse("hearings_admin:list"), admin("edit", hearing), admin("history", hearing)):
        assert client.get(address)["Location"].startswith("/admin/login/")
    client.force_login(make_user())
    assert client.get(admin("edit", hearing)).status_code in (302, 404)


@pytest.mark.parametrize("role", ["viewer", "moderator"])
def test_those_who_do_not_write_cannot_edit(client, hearing, role):
    before = live(hearing).latest_revision_id
    sign_in(client, hearing, role)
    assert client.get(admin("edit", hearing)).status_code == 302
    assert client.post(admin("edit", hearing), {"title": "x"}).status_code == 302
    assert client.get(reverse("hearings_admin:add")).status_code == 302
    assert live(hearing).latest_revision_id == before


@pytest.mark.parametrize("name", ["close", "unpublish", "lock"])
def test_editor_cannot_do_what_takes_a_publisher(client, hearing, name):
    sign_in(client, hearing, "editor")
    client.post(admin(name, hearing))
    stored = live(hearing)
    assert (stored.live, stored.is_open, stored.locked) == (True, True, False)


def test_published_hearing_cannot_be_deleted(client, hearing):
    sign_in(client, hearing)
    client.post(admin("delete", hearing))
    assert Hearing.objects.filter(pk=hearing.pk).exists()


def test_organisation_can_only_be_one_of_ones_own(client, hearing):
    foreign = make_organisation()
    sign_in(client, hearing)
    save(client, hearing, organisation=str(foreign.pk))
    assert newest(hearing).organisation == hearing.organisation


# --- Saving and publishing -----------------------------------------------------------------------------------


def test_saving_stores_a_draft_and_leaves_the_public_one(client, hearing):
    title = live(hearing).text_in("title", "fi")
    sign_in(client, hearing, "editor")
    assert save(client, hearing, title="Luonnos").status_code == 302
    assert newest(hearing).text_in("title", "fi") == "Luonnos"
    assert live(hearing).text_in("title", "fi") == title
    assert live(hearing).has_unpublished_changes


def test_saving_unchanged_form_changes_nothing(client, hearing):
    before = live(hearing).latest_revision.content
    sign_in(client, hearing, "editor")
    assert save(client, hearing).status_code == 302
    after = live(hearing).latest_revision.content
    shared = ["slug", "organisation", "labels", "open_at", "close_at", "results_expected_on", "main_image"]
    assert {name: after[name] for name in shared} == {name: before[name] for name in shared}
    assert newest(hearing).area.equals(hearing.area)
    assert texts(newest(hearing)) == texts(live(hearing))


def test_publisher_publishes_what_is_whole(client, hearing):
    sign_in(client, hearing)
    assert save(client, hearing, action="action-publish", title="Uusi otsikko").status_code == 302
    assert live(hearing).text_in("title", "fi") == "Uusi otsikko"


def test_publishing_is_refused_with_list_of_what_is_missing(client, hearing):
    before = live(hearing)
    sign_in(client, hearing)
    response = save(client, hearing, action="action-publish", title="", abstract="")
    assert response.status_code == 200
    page = " ".join(soup(response).get_text(" ").split())
    gaps = publishing_gaps(response.context["form"].instance)
    assert len(gaps) == 2
    for gap in gaps:
        assert gap in page
    assert live(hearing).text_in("title", "fi") == before.text_in("title", "fi")
    assert live(hearing).latest_revision_id == before.latest_revision_id


def test_publishing_in_one_language_asks_for_the_other_too(client):
    draft = make_hearing(live=False, texts={"sv": {"title": "", "abstract": "En park."}})
    sign_in(client, draft)
    assert save(client, draft, action="action-publish").status_code == 200
    assert not live(draft).live
    assert save(client, draft, language="sv", action="action-publish", title="Parken").status_code == 302
    assert live(draft).live


def test_editors_publish_button_publishes_nothing(client, hearing):
    title = live(hearing).text_in("title", "fi")
    sign_in(client, hearing, "editor")
    page = soup(client.get(admin("edit", hearing)))
    assert not page.select("[name=action-publish]")
    save(client, hearing, action="action-publish", title="Luvatta")
    assert live(hearing).text_in("title", "fi") == title
    assert live(hearing).live


def test_hearing_scheduled_in_form_is_not_public_before_its_moment(client, clock):
    draft = make_hearing(live=False)
    sign_in(client, draft)
    save(client, draft, action="action-publish", go_live_at="2026-11-28 12:00")
    assert not live(draft).live
    clock.move_to(NOON + WEEK + WEEK)
    call_command("publish_scheduled")
    assert live(draft).live


def test_publisher_closes_early(client, hearing):
    sign_in(client, hearing)
    assert client.get(admin("close", hearing)).status_code == 200
    assert live(hearing).is_open
    assert client.post(admin("close", hearing)).status_code == 302
    assert not live(hearing).is_open


def test_section_with_comments_cannot_be_removed(client, hearing):
    section = hearing.sections.last()
    make_comment(section)
    sign_in(client, hearing)
    response = save(client, hearing, **{"sections-2-DELETE": "on"})
    assert response.status_code == 200
    assert newest(hearing).sections.count() == 3
    assert save(client, hearing, **{"sections-1-DELETE": "on"}).status_code == 302
    assert newest(hearing).sections.count() == 2


# --- Texts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fi", "sv", "en", "fi-simple", "ru"])
def test_saving_one_language_leaves_the_others_alone(client, hearing, language):
    before = texts(hearing)
    sign_in(client, hearing, "editor")
    body = stream_fields("sections-0-body", [("paragraph", rich_text("Uusi teksti"), None)])
    response = save(client, hearing, language=language, title="Toinen", **{"sections-0-title": "Osa X"}, **body)
    assert response.status_code == 302
    after = texts(newest(hearing))
    assert {key: row for key, row in after.items() if key[1] != language} == {
        key: row for key, row in before.items() if key[1] != language
    }
    assert newest(hearing).text_in("title", language) == "Toinen"
    section = newest(hearing).sections.first()
    assert section.text_in("title", language) == "Osa X"
    assert "Uusi teksti" in str(section.text_in("body", language))


def test_language_tab_says_which_language_is_edited(client, hearing):
    sign_in(client, hearing, "editor")
    page = soup(client.get(admin("edit", hearing, language="ru")))
    assert page.select_one("[name=editing-language]")["value"] == "ru"
    assert page.select_one(".kuule-tabs [aria-current]")["data-language"] == "ru"
    assert page.select_one("[name=title]").get("value", "") == ""
    assert str(live(hearing).text_in("title", "fi")) in page.select_one(".kuule-translation__text").get_text()


@pytest.mark.parametrize("language", ["xx", "", "%00"])
def test_unknown_language_is_edited_as_finnish(client, hearing, language):
    sign_in(client, hearing, "editor")
    page = soup(client.get(admin("edit", hearing) + f"?language={language}"))
    assert page.select_one("[name=editing-language]")["value"] == "fi"


def add_section(client, hearing, language, title):
    address = admin("edit", hearing, language=language)
    data = form_data(client.get(address))
    number = int(data["sections-TOTAL_FORMS"])
    data |= {
        "sections-TOTAL_FORMS": str(number + 1),
        f"sections-{number}-id": "",
        f"sections-{number}-ORDER": str(number + 1),
        f"sections-{number}-DELETE": "",
        f"sections-{number}-kind": "part",
        f"sections-{number}-commenting": "everyone",
        f"sections-{number}-map_tools": "all",
        f"sections-{number}-title": title,
        f"sections-{number}-abstract": "",
        **stream_fields(f"sections-{number}-body", [("paragraph", rich_text("Uuden osan teksti"), None)]),
    }
    return client.post(address, data)


def test_new_section_keeps_its_swedish_when_finnish_is_saved_again(client, hearing):
    sign_in(client, hearing)
    assert add_section(client, hearing, "fi", "Uusi osa").status_code == 302
    assert save(client, hearing, language="sv", **{"sections-3-title": "Ny del"}).status_code == 302
    assert save(client, hearing, language="fi", title="Taas suomea").status_code == 302
    section = newest(hearing).sections.all()[3]
    assert (section.text_in("title", "fi"), section.text_in("title", "sv")) == ("Uusi osa", "Ny del")
    body = stream_fields("sections-3-body", [("paragraph", rich_text("Text"), None)])
    assert save(client, hearing, action="action-publish").status_code == 200
    assert live(hearing).sections.count() == 3
    assert save(client, hearing, language="sv", **body).status_code == 302
    assert save(client, hearing, action="action-publish").status_code == 302
    stored = live(hearing).sections.all()[3]
    assert (stored.text_in("title", "fi"), stored.text_in("title", "sv")) == ("Uusi osa", "Ny del")
    assert (str(stored.pk), live(hearing).sections.count()) == (str(section.pk), 4)


def test_new_hearing_gets_its_address_from_its_title(client, hearing):
    make_hearing(slug="rantapuisto")
    sign_in(client, hearing)
    data = form_data(client.get(reverse("hearings_admin:add")))
    data |= {"title": "Rantapuisto", "organisation": str(hearing.organisation.pk)}
    assert client.post(reverse("hearings_admin:add"), data).status_code == 302
    draft = Hearing.objects.get(slug="rantapuisto-2")
    assert (draft.live, newest(draft).text_in("title", "fi")) == (False, "Rantapuisto")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2026-11-30", "2026-11-30T23:59:59+02:00"),
        ("2026-11-30 23:59", "2026-11-30T23:59:59+02:00"),
        ("2026-11-30 16:00", "2026-11-30T16:00:00+02:00"),
        ("2027-07-01", "2027-07-01T23:59:59+03:00"),
        ("2027-03-28", "2027-03-28T23:59:59+03:00"),
    ],
)
def test_closing_day_lasts_to_its_last_second(client, hearing, typed, stored):
    sign_in(client, hearing, "editor")
    assert save(client, hearing, close_at=typed).status_code == 302
    assert timezone.localtime(newest(hearing).close_at).isoformat() == stored


def test_hearing_that_closes_before_it_opens_is_not_saved(client, hearing):
    sign_in(client, hearing, "editor")
    assert save(client, hearing, open_at="2026-12-01 12:00", close_at="2026-11-30").status_code == 200
    assert newest(hearing).close_at == hearing.close_at


@pytest.mark.parametrize("area", ["rubbish", '{"type":"Point","coordinates":[24.95,60.18]}', "\0", "[" * 9999])
def test_area_that_cannot_be_read_is_told_and_given_back(client, hearing, area):
    sign_in(client, hearing, "editor")
    response = save(client, hearing, area=area)
    assert response.status_code == 200
    assert newest(hearing).area == hearing.area
