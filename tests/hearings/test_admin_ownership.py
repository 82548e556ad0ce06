"""Ways round the list of one's own hearings: lists of many, contact persons, and rows of other hearings."""

import pytest
from django.urls import reverse

from cms.organisations.models import ContactPerson
from hearings.models import Hearing
from tests.admin_forms import form_data
from tests.factories import draft_of, make_contact, make_hearing, make_organisation, make_user
from tests.reading import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SECRET = {"fi": {"title": "Salainen luonnos", "abstract": "x"}}


@pytest.fixture
def planner(client, hearing):
    user = make_user(role="publisher", organisation=hearing.organisation)
    client.force_login(user)
    return user


@pytest.mark.usefixtures("planner")
@pytest.mark.parametrize("which", ["all", "foreign"])
def test_deleting_many_names_own_hearings_alone(client, hearing, which):
    foreign = make_hearing(live=False, texts=SECRET)
    draft_of(make_hearing(), title="Salainen luonnos")
    own = make_hearing(live=False, organisation=hearing.organisation)
    address = reverse("wagtail_bulk_action", args=["hearings", "hearing", "delete"])
    query = {"id": "all"} if which == "all" else {"id": [str(foreign.pk), str(own.pk), str(hearing.pk)]}
    response = client.get(address, query)
    assert response.status_code == 200
    assert "Salainen luonnos" not in response.content.decode()
    assert hearing.text_in("title", "fi") in response.content.decode()
    client.post(address + "?" + "&".join(f"id={each.pk}" for each in (foreign, own, hearing)))
    assert set(Hearing.objects.filter(pk__in=[foreign.pk, own.pk, hearing.pk])) == {foreign, hearing}


@pytest.mark.usefixtures("planner")
@pytest.mark.parametrize("name", ["edit", "delete", "history", "history_results", "usage"])
def test_contact_person_of_another_organisation_is_not_there(client, name):
    foreign = make_contact(make_organisation())
    assert client.get(reverse(f"contacts:{name}", args=[foreign.pk])).status_code == 404
    assert ContactPerson.objects.contains(foreign)


@pytest.mark.usefixtures("planner")
def test_own_contact_person_is_edited(client, hearing):
    own = make_contact(hearing.organisation)
    for name in ("edit", "delete", "history", "usage"):
        assert client.get(reverse(f"contacts:{name}", args=[own.pk])).status_code == 200


def test_contact_persons_of_own_organisations_and_those_above_are_offered(client):
    city = make_organisation()
    division = make_organisation(parent=city)
    hearing = make_hearing(organisation=division, live=False)
    chosen_before = make_contact(make_organisation(), name="Valittu")
    hearing.contact_rows.create(person=chosen_before)
    hearing.save_revision()
    make_contact(city, name="Ylempi")
    make_contact(division, name="Oma")
    make_contact(make_organisation(parent=city), name="Rinnakkainen")
    foreign = make_contact(make_organisation(), name="Vieras")
    client.force_login(make_user(role="editor", organisation=division))
    address = reverse("hearings_admin:edit", args=[hearing.pk])
    page = client.get(address)
    choices = soup(page).select_one("[name=contact_rows-0-person]")
    assert {option.get_text() for option in choices.select("option[value!='']")} == {"Oma", "Valittu", "Ylempi"}
    client.post(address, form_data(page) | {"contact_rows-0-person": str(foreign.pk)})
    draft = Hearing.objects.get(pk=hearing.pk).get_latest_revision_as_object()
    assert [row.person for row in draft.contact_rows.all()] == [chosen_before]


@pytest.mark.usefixtures("planner")
def test_section_of_another_hearing_cannot_be_taken(client, hearing):
    foreign = make_hearing().sections.first()
    address = reverse("hearings_admin:edit", args=[hearing.pk])
    data = form_data(client.get(address), action="action-publish") | {"sections-0-id": str(foreign.pk)}
    client.post(address, data)
    foreign.refresh_from_db()
    assert foreign.hearing_id != hearing.pk
    assert foreign.pk not in [section.pk for section in Hearing.objects.get(pk=hearing.pk).sections.all()]
