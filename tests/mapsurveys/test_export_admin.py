"""Who gets which file of a survey in the admin."""

import pytest
from django.utils import translation
from wagtail.models import ModelLogEntry

from tests.factories import make_organisation, make_user
from tests.mapsurveys.exporting.survey import make_answered_survey, rows_of
from tests.reading import soup

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(clock):
    return make_answered_survey()


@pytest.fixture
def sign_in(client, answered):
    """Signs in a member of the survey's organisation, or of another one."""

    def enter(role, organisation=None):
        user = make_user(role=role, organisation=organisation or answered.survey.organisation)
        client.force_login(user)
        return user

    return enter


@pytest.fixture
def ask(client, answered):
    def get(name, **query):
        return client.get(f"/admin/surveys/exports/{answered.survey.pk}/{name}", query)

    return get


@pytest.mark.parametrize("role", ["viewer", "editor", "publisher", "moderator"])
def test_members_get_all_answers(sign_in, ask, answered, role):
    sign_in(role)

    response = ask("responses.csv")

    assert response.status_code == 200
    assert response["Cache-Control"].startswith("private, no-store")
    assert "viihtyisyys-responses-2026-11-21.csv" in response["Content-Disposition"]
    assert [row[0] for row in rows_of(b"".join(response.streaming_content))[1:]] == answered.keys


@pytest.mark.parametrize(("role", "status"), [("viewer", 403), ("editor", 403), ("moderator", 403), ("publisher", 200)])
def test_personal_answers_are_for_publishers(sign_in, ask, role, status):
    sign_in(role)

    # Wagtail's admin leads those without the right to its front page.
    response = ask("personal.csv")

    assert response.status_code == {403: 302}.get(status, status)
    assert ModelLogEntry.objects.filter(action="mapsurveys.download_personal_answers").exists() == (status == 200)


def test_taking_personal_answers_is_noted(sign_in, ask, client, answered):
    user = sign_in("publisher")

    ask("personal.xlsx")

    (entry,) = ModelLogEntry.objects.filter(action="mapsurveys.download_personal_answers")
    assert (entry.user, entry.object_id, entry.data) == (user, str(answered.survey.pk), {"format": "xlsx"})
    with translation.override("en"):
        assert entry.formatter.format_message(entry) == "Downloaded personal answers (xlsx)"
    client.head(f"/admin/surveys/exports/{answered.survey.pk}/personal.csv")
    ask("responses.csv")
    assert ModelLogEntry.objects.filter(action="mapsurveys.download_personal_answers").count() == 1


@pytest.mark.parametrize("name", ["", "responses.csv", "personal.csv", "package.zip"])
def test_survey_of_another_organisation_is_not_there(sign_in, ask, name):
    sign_in("publisher", make_organisation())
    assert ask(name).status_code == 404


def test_visitors_are_asked_to_sign_in(ask):
    assert ask("responses.csv").status_code == 302


@pytest.mark.parametrize("name", ["places-living.csv", "places-.csv", "nothing.csv"])
def test_unknown_file_is_not_there(sign_in, ask, name):
    sign_in("viewer")
    assert ask(name).status_code == 404


def test_unknown_format_and_language_say_so(sign_in, ask):
    sign_in("viewer")

    assert ask("responses.geojson").json()["error"]["code"] == "unknown_format"
    assert ask("responses.csv", lang="xx").json()["error"]["code"] == "unknown_language"


def test_files_are_narrowed_as_results_are(sign_in, ask, client, answered):
    sign_in("viewer")

    page = ask("", language="sv", a="qmoving:qbus")

    (address,) = (link["href"] for link in soup_links(page) if "responses.csv" in link["href"])
    rows = rows_of(b"".join(client.get(address).streaming_content))
    assert [row[0] for row in rows[1:]] == [answered.keys[2]]
    assert ask("responses.csv", language="xx").json()["error"]["code"] == "unknown_filter"


def test_titles_are_in_the_language_asked_for(sign_in, ask):
    sign_in("viewer")

    header = b"".join(ask("codebook.csv", lang="sv").streaming_content).decode()

    assert "Hur rör" not in header
    assert "Miten liikut? (sv) – " in header


def test_page_offers_each_file(sign_in, ask, client, answered):
    sign_in("publisher")

    page = ask("")

    assert page.status_code == 200
    addresses = {link["href"].partition("?")[0].rpartition("/")[2] for link in soup_links(page)}
    assert {name.rpartition(".")[0] for name in addresses} == {
        "package",
        "responses",
        "places-good_places",
        "places-home",
        "codebook",
        "versions",
        "dropout",
        "personal",
    }
    for link in soup_links(page):
        assert client.get(link["href"]).status_code == 200


def test_page_offers_personal_answers_only_to_publishers(sign_in, ask):
    sign_in("editor")
    assert not [link for link in soup_links(ask("")) if "personal" in link["href"]]


def test_page_of_a_survey_without_answers(sign_in, ask, answered):
    answered.survey.responses.all().delete()
    sign_in("viewer")
    assert ask("").status_code == 200


def soup_links(response):
    return soup(response).select("a[download]")
