"""The form of a page: texts, map, layers."""

import pytest

from mapsurveys.kinds.drawing import MapView
from tests import factories
from tests.factories.layers import make_layer
from tests.factories.surveys import make_survey
from tests.mapsurveys.builder.building import address, draft, form_of, sign_in
from tests.reading import soup


@pytest.fixture
def survey(client, db):
    survey = make_survey(live=False)
    sign_in(client, survey)
    return survey


def path(survey, language="fi"):
    return address("step", survey, "qsteptwo", language=language)


def opened(client, survey):
    return form_of(client.get(path(survey)))


def step(survey):
    return draft(survey).steps[1]


def test_texts_of_one_language_are_saved(client, survey):
    data = form_of(client.get(path(survey, "sv"))) | {"title": "Ställen", "text": "Peka på kartan."}
    assert client.post(path(survey, "sv"), data).status_code == 302
    assert (step(survey).title, step(survey).text) == ({"fi": "Paikat", "sv": "Ställen"}, {"sv": "Peka på kartan."})


def test_view_is_stored_shown_again_and_cleared(client, survey):
    typed = {"view-lon": "24,94", "view-lat": "60.17", "view-zoom": "15"}
    client.post(path(survey), opened(client, survey) | typed)
    assert step(survey).view == MapView(lon=24.94, lat=60.17, zoom=15)
    data = opened(client, survey)
    assert (data["view-lon"], data["view-zoom"]) == ("24.94", "15")
    client.post(path(survey), data | dict.fromkeys(typed, ""))
    assert step(survey).view is None


@pytest.mark.parametrize("typed", [{"view-lon": "24.9"}, {"view-lon": "200", "view-lat": "60", "view-zoom": "12"}])
def test_half_a_view_is_refused_and_kept(client, survey, typed):
    response = client.post(path(survey), opened(client, survey) | typed | {"title": "Uusi"})
    assert response.status_code == 422
    assert form_of(response)["view-lon"] == typed["view-lon"]
    assert form_of(response)["title"] == "Uusi"
    assert step(survey).view is None


def test_layers_are_chosen_and_ordered(client, survey):
    first, second = make_layer(organisation=survey.organisation), make_layer(organisation=survey.organisation)
    data = form_of(
        client.post(path(survey), opened(client, survey) | {"layers-new": first.pk, "command": "take layers"})
    )
    client.post(path(survey), data | {"layers-new": second.pk})
    assert step(survey).layers == [str(first.pk), str(second.pk)]
    data = form_of(client.post(path(survey), opened(client, survey) | {"command": f"down layers {first.pk}"}))
    client.post(path(survey), data)
    assert step(survey).layers == [str(second.pk), str(first.pk)]


def test_layer_of_another_organisation_can_not_be_chosen(client, survey):
    other = make_layer(organisation=factories.make_organisation())
    client.post(path(survey), opened(client, survey) | {"layers-rows": [str(other.pk), "x"]})
    assert step(survey).layers == []


def test_second_editor_of_the_same_page_sees_both_versions(client, survey):
    mine, theirs = opened(client, survey) | {"title": "Minun"}, opened(client, survey) | {"title": "Toisen"}
    client.post(path(survey), theirs)
    response = client.post(path(survey), mine)
    assert response.status_code == 409
    assert [cell.get_text() for cell in soup(response).select(".kuule-changes td")][2:] == ["Toisen", "Minun"]
    assert step(survey).title["fi"] == "Toisen"


def test_page_can_be_edited_while_its_questions_are(client, survey):
    data = opened(client, survey) | {"title": "Kohteet"}
    client.post(address("questions", survey), {"do": "delete qwish"})
    assert client.post(path(survey), data).status_code == 302
    assert (step(survey).title["fi"], len(step(survey).questions)) == ("Kohteet", 1)
