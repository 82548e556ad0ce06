"""Previews, and earlier versions of a hearing in the admin."""

import pytest
from django.urls import reverse

from hearings.models import Hearing
from tests.admin_forms import form_data
from tests.factories import NOON, WEEK, draft_of
from tests.hearings.planning import admin, live, newest, sign_in, texts
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("language", ["fi", "sv", "en", "fi-simple", "ru"])
def test_preview_shows_what_is_typed_in_each_language(client, hearing, language):
    sign_in(client, hearing, "editor")
    data = form_data(client.get(admin("edit", hearing, language=language))) | {"title": "Esikatseltava"}
    preview = admin("preview_on_edit", hearing)
    assert client.post(preview, data).json()["is_valid"]
    page = soup(client.get(preview, {"mode": language, "in_preview_panel": "true"}))
    assert page.html["lang"] == language
    assert page.h1.get_text(strip=True) == "Esikatseltava"
    assert newest(hearing).text_in("title", "fi") != "Esikatseltava"


def test_preview_of_new_hearing_shows_what_is_typed(client, hearing):
    sign_in(client, hearing, "editor")
    data = form_data(client.get(reverse("hearings_admin:add")))
    data |= {"title": "Esikatseltava", "organisation": str(hearing.organisation.pk)}
    preview = reverse("hearings_admin:preview_on_add")
    assert client.post(preview, data).json()["is_valid"]
    page = soup(client.get(preview, {"mode": "fi", "in_preview_panel": "true"}))
    assert page.h1.get_text(strip=True) == "Esikatseltava"
    assert Hearing.objects.count() == 1


def test_history_names_versions_and_compares_their_texts(client, hearing):
    first = hearing.latest_revision_id
    draft = hearing.get_latest_revision_as_object()
    draft.set_translation("sv", title="Svenska annorlunda")
    draft.save_revision()
    sign_in(client, hearing, "editor")
    assert client.get(admin("history", hearing)).status_code == 200
    response = client.get(admin("revisions_compare", hearing, revision_id_a=str(first), revision_id_b="latest"))
    assert response.status_code == 200
    page = soup(response)
    changed = [row for row in page.select("table tr, .comparison") if "annorlunda" in row.get_text()]
    assert changed
    assert live(hearing).text_in("abstract", "fi") not in " ".join(row.get_text() for row in changed)


def test_old_version_can_be_seen_and_brought_back(client, hearing):
    first = hearing.latest_revision_id
    title = hearing.text_in("title", "fi")
    draft_of(hearing, title="Huono otsikko")
    sign_in(client, hearing, "editor")
    assert client.get(admin("revisions_view", hearing, revision_id=first)).status_code == 200
    page = client.get(admin("revisions_revert", hearing, revision_id=first))
    assert soup(page).select_one("[name=title]")["value"] == title
    data = form_data(page)
    assert client.post(admin("edit", hearing, language="fi"), data).status_code == 302
    assert newest(hearing).text_in("title", "fi") == title
    assert texts(newest(hearing)) == texts(live(hearing))


def test_comparing_shows_of_a_section_only_what_changed(client, hearing):
    draft = hearing.get_latest_revision_as_object()
    section = draft.sections.first()
    section.set_translation("sv", title="Annan del")
    draft.sections.add(section)
    draft.close_at = NOON + 2 * WEEK
    draft.save_revision()
    sign_in(client, hearing, "editor")
    page = soup(client.get(admin("revisions_compare", hearing, revision_id_a="earliest", revision_id_b="latest")))
    words = page.select_one("table.comparison, .compare, main").get_text(" ", strip=True)
    assert "Annan" in words
    assert "28.11.2026 12.00" in words
    assert "Osa main" not in words


def test_address_stays_once_it_has_been_public(client, hearing):
    sign_in(client, hearing)
    form = client.get(admin("edit", hearing))
    assert soup(form).select_one("[name=slug]").has_attr("disabled")
    client.post(admin("edit", hearing), form_data(form, action="publish") | {"slug": "toinen"})
    assert live(hearing).slug == hearing.slug
