"""Who may look at a questionnaire in the admin, and who may change it."""

import pytest

from mapsurveys.builder.urls import PAGES
from tests import factories
from tests.factories import make_user
from tests.factories.surveys import make_survey
from tests.mapsurveys.builder.building import address, draft, sign_in

ARGUMENTS = {
    "step": ["qstepone"],
    "bank": ["qstepone"],
    "preview_step": ["qstepone"],
    "preview_frame": ["qstepone"],
    "add_question": ["qstepone"],
    "new_question": ["qstepone", "text"],
    "question": ["qliving"],
}
NAMES = [name for _address, _view, name in PAGES]


@pytest.fixture
def survey(db):
    return make_survey(live=False)


def own_address(name, survey):
    arguments = [make_survey().pk] if name == "copy_from" else ARGUMENTS.get(name, [])
    return address(name, survey, *arguments)


@pytest.mark.parametrize("name", NAMES)
def test_editor_opens_every_page(client, survey, name):
    sign_in(client, survey)
    assert client.get(own_address(name, survey)).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_another_organisations_questionnaire_is_not_there(client, survey, name):
    client.force_login(make_user(role="publisher", organisation=factories.make_organisation()))
    for method in (client.get, client.post):
        assert method(own_address(name, survey)).status_code == 404


@pytest.mark.parametrize("role", ["viewer", "moderator"])
def test_viewer_looks_but_changes_nothing(client, survey, role):
    sign_in(client, survey, role)
    page = client.get(address("questions", survey))
    assert page.status_code == 200
    assert b'name="do"' not in page.content
    client.post(address("questions", survey), {"do": "delete qwish"})
    client.post(address("question", survey, "qwish"), {"label": "Muutos"})
    client.post(address("translate", survey, language="sv"), {"opened": '{"qwish.label": "x"}', "qwish.label": "X"})
    assert str(draft(survey).find_question("qwish")) == "Mitä muuta?"


def test_locked_survey_is_changed_by_nobody_else(client, survey):
    survey.locked = True
    survey.locked_by = make_user()
    survey.save()
    sign_in(client, survey)
    client.post(address("questions", survey), {"do": "delete qwish"})
    assert draft(survey).find_question("qwish") is not None


def test_signed_out_visitor_is_sent_to_sign_in(client, survey):
    assert client.get(address("questions", survey)).status_code == 302
