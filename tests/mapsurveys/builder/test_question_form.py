"""The form of a question: derived from its kind, saved to the draft."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mapsurveys.builder.fields import field_for, list_member, setting_of
from mapsurveys.builder.forms import ELSEWHERE
from mapsurveys.builder.texts import translated_from
from mapsurveys.kinds import FOLLOW_UP_KINDS, KINDS
from mapsurveys.models import Survey
from tests import factories
from tests.factories.surveys import make_survey
from tests.mapsurveys.builder.building import address, draft, form_of, give_rule, sign_in
from tests.reading import soup

AREA = {"type": "MultiPolygon", "coordinates": [[[[24.9, 60.1], [25.0, 60.1], [25.0, 60.2], [24.9, 60.1]]]]}


@pytest.fixture
def survey(client, db):
    survey = make_survey(live=False)
    sign_in(client, survey)
    return survey


def opened(client, survey, question, language="fi"):
    """The form's fields as a browser has them when the page opens."""
    return form_of(client.get(address("question", survey, question, language=language)))


def save(client, survey, question, data, language="fi"):
    return client.post(address("question", survey, question, language=language), data)


def test_every_setting_of_every_kind_has_a_field():
    for kind in KINDS.values():
        for name in kind.model_fields:
            if name in ELSEWHERE or not setting_of(kind, name):
                continue
            member = list_member(kind, name)
            parts = [(member, part) for part in member.model_fields if setting_of(member, part)] if member else []
            for model, part in parts or [(kind, name)]:
                assert field_for(model, part).label


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_kind_is_added_with_its_text_and_defaults(client, survey, kind):
    path = address("new_question", survey, "qsteptwo", kind, language="fi")
    data = form_of(client.get(path)) | {"label": "Uusi kysymys"}
    assert client.post(path, data).status_code == 302
    added = draft(survey).steps[1].questions[-1]
    assert added == KINDS[kind](id=added.id, name="uusi_kysymys", label={"fi": "Uusi kysymys"})
    assert client.post(path, data).status_code == 302
    assert len(draft(survey).steps[1].questions) == 3


@pytest.mark.parametrize("kind", [kind.model_fields["kind"].default for kind in FOLLOW_UP_KINDS])
def test_each_follow_up_is_added_to_its_question(client, survey, kind):
    path = address("new_question", survey, "qgood", kind, language="fi")
    assert client.post(path, form_of(client.get(path)) | {"label": "Miten?"}).status_code == 302
    added = draft(survey).find_question("qgood").follow_ups[-1]
    assert (added.kind, added.label) == (kind, {"fi": "Miten?"})


@pytest.mark.parametrize(
    ("home", "kind"), [("qgood", "point"), ("qgood", "file"), ("qliving", "text"), ("qstepone", "x")]
)
def test_kind_that_can_not_be_there_is_not_found(client, survey, home, kind):
    response = client.get(address("new_question", survey, home, kind), follow=True)
    assert response.status_code == 404 or response.redirect_chain


def test_saving_what_was_opened_changes_nothing(client, survey):
    before, revision = draft(survey), Survey.objects.get(pk=survey.pk).latest_revision_id
    for question in ("qliving", "qmoving", "qgood", "qwhy", "qwish"):
        for language in ("fi", "ru"):
            data = opened(client, survey, question, language)
            assert save(client, survey, question, data, language).status_code == 302
    assert draft(survey) == before
    assert Survey.objects.get(pk=survey.pk).latest_revision_id == revision


def test_one_language_is_edited_with_the_source_beside(client, survey):
    page = soup(client.get(address("question", survey, "qliving", language="en")))
    assert "Missä asut?" in page.select_one(".kuule-translation__source").get_text()
    data = opened(client, survey, "qliving", "en") | {"label": "Where do you live?", "choices-qhere-label": "Here"}
    save(client, survey, "qliving", data, "en")
    question = draft(survey).find_question("qliving")
    assert question.label == {"fi": "Missä asut?", "sv": "Var bor du?", "en": "Where do you live?"}
    assert question.choices[0].label == {"fi": "Täällä", "sv": "Här", "en": "Here"}


def test_settings_are_stored_as_typed(client, survey):
    data = opened(client, survey, "qgood") | {
        "most": "7",
        "required": "on",
        "colour": "own",
        "colour-own": "#123456",
        "symbol": "tree",
        "min_zoom": "15",
        "area": json.dumps(AREA),
    }
    assert save(client, survey, "qgood", data).status_code == 302
    question = draft(survey).find_question("qgood")
    assert (question.most, question.required, question.colour, question.symbol, question.min_zoom, question.area) == (
        7,
        True,
        "#123456",
        "tree",
        15,
        AREA,
    )
    assert [follow_up.id for follow_up in question.follow_ups] == ["qwhy"]


def test_errors_stand_beside_their_fields_and_keep_what_was_typed(client, survey):
    data = opened(client, survey, "qgood") | {"label": "Uusi teksti", "most": "500", "least": "kaksi", "name": "Äiti"}
    response = save(client, survey, "qgood", data)
    assert response.status_code == 422
    page = soup(response)
    assert form_of(response)["label"] == "Uusi teksti"
    assert form_of(response)["least"] == "kaksi"
    assert len(page.select("[data-field-errors] .error-message")) == 2
    assert str(draft(survey).find_question("qgood")) == "Missä viihdyt?"


def test_what_only_the_kind_refuses_stands_beside_its_field(client, survey):
    data = opened(client, survey, "qwish") | {"name": "Äiti"}
    response = save(client, survey, "qwish", data)
    assert response.status_code == 422
    [error] = soup(response).select("[data-field-errors] .error-message")
    assert "a" in error.get_text()
    data = opened(client, survey, "qliving") | {"choices-qelse-name": "2 x"}
    response = save(client, survey, "qliving", data)
    assert response.status_code == 422
    assert soup(response).select("[data-list-row]")[1].select_one(".error-message") is not None


def test_options_are_added_moved_removed_and_pasted_without_saving(client, survey):
    data = opened(client, survey, "qliving")
    path = address("question", survey, "qliving", language="fi")
    for command in ("add choices", "up choices qelse", "remove choices qhere"):
        data = form_of(client.post(path, data | {"command": command}))
    data = form_of(
        client.post(path, data | {"choices-paste": "Meren takana\n\n Saaressa ", "command": "paste choices"})
    )
    assert [choice.id for choice in draft(survey).find_question("qliving").choices] == ["qhere", "qelse"]
    assert save(client, survey, "qliving", data).status_code == 302
    assert [choice.label for choice in draft(survey).find_question("qliving").choices] == [
        {"fi": "Muualla", "sv": "Annanstans"},
        {"fi": "Meren takana"},
        {"fi": "Saaressa"},
    ]


def test_removing_an_option_that_a_rule_asks_about_is_refused_and_kept_in_the_form(client, survey):
    give_rule(survey, "qwish", [[{"question": "qliving", "test": "chosen", "value": "qhere"}]])
    data = opened(client, survey, "qliving") | {"label": "Missä nyt asut?", "choices-rows": ["qelse"]}
    response = save(client, survey, "qliving", data)
    assert response.status_code == 422
    said = soup(response).select_one(".kuule-builder__errors").get_text()
    assert "Missä nyt asut?" in said
    assert "Mitä muuta?" in said
    assert form_of(response)["label"] == "Missä nyt asut?"
    assert len(draft(survey).find_question("qliving").choices) == 2


def test_second_editor_of_the_same_question_sees_both_versions(client, survey):
    mine = opened(client, survey, "qliving") | {"label": "Minun tekstini"}
    theirs = opened(client, survey, "qliving") | {"label": "Toisen teksti"}
    assert save(client, survey, "qliving", theirs).status_code == 302
    response = save(client, survey, "qliving", mine)
    assert response.status_code == 409
    cells = [cell.get_text() for cell in soup(response).select(".kuule-changes td")]
    assert cells[2:] == ["Toisen teksti", "Minun tekstini"]
    assert str(draft(survey).find_question("qliving")) == "Toisen teksti"
    assert save(client, survey, "qliving", form_of(response)).status_code == 302
    assert str(draft(survey).find_question("qliving")) == "Minun tekstini"


def test_editors_of_different_questions_never_collide(client, survey):
    first = opened(client, survey, "qliving") | {"label": "Yksi"}
    second = opened(client, survey, "qgood") | {"label": "Kaksi"}
    third = opened(client, survey, "qwhy") | {"label": "Kolme"}
    for question, data in (("qliving", first), ("qwhy", third), ("qgood", second)):
        assert save(client, survey, question, data).status_code == 302
    document = draft(survey)
    assert str(document.find_question("qliving")) == "Yksi"
    assert str(document.find_question("qgood")) == "Kaksi"
    assert str(document.find_question("qgood").follow_ups[0]) == "Kolme"


def test_question_that_somebody_deleted_is_told_so(client, survey):
    data = opened(client, survey, "qwish")
    client.post(address("questions", survey), {"do": "delete qwish"})
    assert client.post(address("question", survey, "qwish"), data, follow=True).redirect_chain
    assert draft(survey).find_question("qwish") is None


def test_changed_source_is_told_to_the_translator(client, survey):
    data = opened(client, survey, "qwish", "en") | {"label": "Anything else?"}
    save(client, survey, "qwish", data, "en")
    assert translated_from(survey, "en") == {"qwish.label": ("fi", "Mitä muuta?")}
    page = address("question", survey, "qwish", language="en")
    assert soup(client.get(page)).select_one(".kuule-translation__changed") is None
    save(client, survey, "qwish", opened(client, survey, "qwish") | {"label": "Mitä vielä?"})
    assert "Mitä muuta?" in soup(client.get(page)).select_one(".kuule-translation__changed").get_text()


def test_changing_language_saves_and_opens_the_other(client, survey):
    data = opened(client, survey, "qwish") | {"label": "Vielä?", "next-language": "sv"}
    response = save(client, survey, "qwish", data)
    assert response.url == address("question", survey, "qwish", language="sv")
    assert str(draft(survey).find_question("qwish")) == "Vielä?"


def test_image_options_keep_their_image(client, survey):
    image = factories.make_image()
    path = address("new_question", survey, "qsteptwo", "image_choice", language="fi")
    data = form_of(client.get(path)) | {"label": "Kumpi?"}
    first, second, _third = data["choices-rows"]
    data |= {f"choices-{first}-label": "A", f"choices-{first}-image": str(image.pk), f"choices-{second}-label": "B"}
    client.post(path, data)
    added = draft(survey).steps[1].questions[-1]
    assert [(choice.label, choice.image) for choice in added.choices] == [({"fi": "A"}, image.pk), ({"fi": "B"}, None)]
    assert client.get(address("question", survey, added.id)).status_code == 200


def places_file(*features):
    text = json.dumps({"type": "FeatureCollection", "features": list(features)})
    return SimpleUploadedFile("places.geojson", text.encode(), "application/geo+json")


def feature(lon, lat, **properties):
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": [lon, lat]}}


def test_places_come_from_a_file_with_names_in_its_languages_and_from_the_map(client, survey):
    path = address("new_question", survey, "qsteptwo", "places", language="fi")
    sent = places_file(feature(24.94, 60.17, name_fi="Tori", name_sv="Torget", owner="x"), feature(24.95, 60.18))
    drawn = json.dumps({"type": "FeatureCollection", "features": [feature(24.96, 60.19)]})
    data = form_of(client.get(path)) | {"label": "Mikä paikka?"}
    shown = client.post(path, data | {"places-file": sent, "places-drawn": drawn, "command": "take places"})
    data = form_of(shown)
    keys = data["places-rows"]
    assert client.post(path, data | {f"places-{keys[1]}-label": "Puisto"}).status_code == 302
    places = draft(survey).steps[1].questions[-1].places
    assert [(place.label, place.geometry["coordinates"]) for place in places] == [
        ({"fi": "Tori", "sv": "Torget"}, [24.94, 60.17]),
        ({"fi": "Puisto"}, [24.95, 60.18]),
        ({}, [24.96, 60.19]),
    ]


def test_bad_places_file_is_refused_and_nothing_typed_is_lost(client, survey):
    path = address("new_question", survey, "qsteptwo", "places", language="fi")
    data = form_of(client.get(path)) | {"label": "Mikä paikka?", "places-file": SimpleUploadedFile("x.json", b"{")}
    response = client.post(path, data)
    assert response.status_code == 422
    assert soup(response).select_one(".kuule-builder__errors li").get_text()
    assert form_of(response)["label"] == "Mikä paikka?"
