"""What a member of an organisation meets first in the admin, in their own language."""

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from hearings.models import Hearing
from tests.admin_forms import form_data
from tests.factories import WEEK, draft_of, make_comment, make_hearing, make_organisation, make_user
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOME = "wagtailadmin_home"


@pytest.fixture
def member(client):
    """Signs in someone of an organisation, with the admin in `language`."""

    def sign_in(organisation, role="publisher", language="fi"):
        user = make_user(role=role, organisation=organisation)
        UserProfile.objects.create(user=user, preferred_language=language)
        client.force_login(user)
        return user

    return sign_in


def links(client) -> dict[str, str]:
    page = soup(client.get(reverse(HOME)))
    return {link.get_text(strip=True): link["href"] for link in page.select("main a")}


def test_home_lists_own_hearings_and_comments_alone(client, hearing, member):
    draft = make_hearing(live=False, organisation=hearing.organisation)
    foreign = make_hearing(live=False)
    make_comment(make_hearing().sections.first(), text="Vieras kommentti.")
    comment = make_comment(hearing.sections.first(), text="Oma kommentti.")
    make_comment(hearing.sections.first(), text="Piilotettu.", state="hidden")
    member(hearing.organisation)
    found = links(client)
    assert found[str(hearing)] == reverse("hearings_admin:edit", args=[hearing.pk])
    assert found[str(draft)] == reverse("hearings_admin:edit", args=[draft.pk])
    assert found["Oma kommentti."] == comment.get_absolute_url()
    assert {str(foreign), "Vieras kommentti.", "Piilotettu."} & set(found) == set()
    assert reverse("hearings_admin:add") in found.values()


def test_home_leaves_out_what_has_ended_and_shows_published_title(client, hearing, member, clock):
    title = str(hearing)
    draft_of(hearing, title="Luonnoksen otsikko")
    member(hearing.organisation)
    assert title in links(client)
    clock.move_to(hearing.close_at + WEEK)
    member(hearing.organisation)
    assert title not in links(client)


def test_home_leads_a_moderator_to_the_decision(client, hearing, member):
    comment = make_comment(hearing.sections.first(), text="Kommentti.")
    member(hearing.organisation, "moderator")
    found = links(client)
    assert found["Kommentti."] == comment.moderate_url
    assert reverse("comments:index") in found.values()
    assert found[str(hearing)] == hearing.get_absolute_url()


@pytest.mark.parametrize("role", ["viewer", "moderator"])
def test_home_offers_writing_to_writers_alone(client, hearing, member, role):
    member(hearing.organisation, role)
    assert reverse("hearings_admin:add") not in links(client).values()
    assert not soup(client.get(reverse(HOME))).select("main form[role=search]")


@pytest.mark.parametrize(("language", "words"), [("sv", {"Status", "Ändrad"}), ("fi", {"Tila", "Muokattu"})])
def test_columns_are_in_the_planners_language(client, hearing, member, language, words):
    member(hearing.organisation, language=language)
    page = soup(client.get(reverse("hearings_admin:list")))
    headings = {heading.get_text(strip=True) for heading in page.select("main th")}
    assert words <= headings


def test_new_hearing_is_of_the_planners_organisation(client, hearing, member):
    branch = make_organisation(parent=hearing.organisation)
    member(hearing.organisation)
    data = form_data(client.get(reverse("hearings_admin:add")))
    assert data["organisation"] == str(hearing.organisation.pk) != str(branch.pk)


@pytest.mark.parametrize(
    ("language", "shown", "typed"),
    [("fi", "14.11.2026 12.00", "1.12.2026 8.30"), ("sv", "2026-11-14 12:00", "2026-12-01 08:30")],
)
def test_times_are_read_and_written_in_the_planners_format(client, hearing, member, language, shown, typed):
    member(hearing.organisation, language=language)
    address = reverse("hearings_admin:edit", args=[hearing.pk])
    data = form_data(client.get(address))
    assert data["open_at"] == shown
    data |= {"open_at": typed, "close_at": "31.12.2026" if language == "fi" else "2026-12-31"}
    assert client.post(address, data).status_code == 302
    draft = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    assert draft.open_at.isoformat() == "2026-12-01T08:30:00+02:00"
    assert draft.close_at.isoformat() == "2026-12-31T23:59:59+02:00"


def test_labels_of_each_languages_names_are_in_the_readers_language(client, member, hearing):
    member(hearing.organisation, language="sv")
    page = soup(client.get(reverse("contacts:add")))
    assert "Titel (suomi)" in page.get_text()
