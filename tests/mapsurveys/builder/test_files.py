"""Questionnaires as files, out and in."""

import io
import json

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import GroupCollectionPermission

from mapsurveys.builder.exchange import FileRefused, read_file, write_file
from mapsurveys.questionnaire import Questionnaire
from tests.admin_forms import fields_of
from tests.factories.layers import make_layer
from tests.factories.organisations import make_image, make_organisation
from tests.factories.surveys import SHORT, make_survey
from tests.mapsurveys.builder.building import address, draft, sign_in
from tests.reading import soup


@pytest.fixture
def survey(client, db):
    survey = make_survey(live=False)
    sign_in(client, survey)
    return survey


def upload(client, survey, content, name="kysely.json"):
    sent = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post(address("files", survey), {"file": SimpleUploadedFile(name, sent)})


def file_of(document, **more):
    return {"format": "kuule-questionnaire", "version": 1, "questionnaire": document} | more


def accept(client, survey, preview, way):
    page = soup(preview)
    form = next(form for form in page.select("form[method=post]") if form.select("[name=document]"))
    return client.post(address("files", survey), fields_of(form) | {"accept": way}, follow=True)


def test_downloaded_file_is_read_back_as_the_same_questionnaire(client, survey):
    response = client.get(address("document_file", survey))
    assert response["Content-Disposition"] == f'attachment; filename="{survey.slug}.json"'
    assert read_file(response.content) == draft(survey)
    preview = upload(client, survey, response.content)
    assert preview.status_code == 200
    assert not soup(preview).select(".kuule-changes")


def test_upload_shows_the_differences_and_saves_nothing(client, survey):
    before = draft(survey)
    preview = upload(client, survey, file_of({"steps": SHORT["steps"][:1]}))
    assert len(soup(preview).select(".kuule-changes__row--removed")) == 4
    assert draft(survey) == before


def test_accepted_file_replaces_the_draft(client, survey):
    accept(client, survey, upload(client, survey, file_of({"steps": SHORT["steps"][:1]})), "replace")
    assert [step.id for step in draft(survey).steps] == ["qstepone"]


def test_accepted_file_is_added_behind_with_new_identifiers(client, survey):
    accept(client, survey, upload(client, survey, file_of({"steps": SHORT["steps"][:1]})), "append")
    steps = draft(survey).steps
    assert len(steps) == 3
    assert steps[2].title == steps[0].title
    assert steps[2].id not in ("qstepone", "qsteptwo")


def test_preview_is_shown_again_where_the_draft_changed_meanwhile(client, survey):
    preview = upload(client, survey, file_of({"steps": []}))
    client.post(address("questions", survey), {"do": "delete qwish"})
    response = accept(client, survey, preview, "replace")
    assert response.status_code == 409
    assert len(draft(survey).steps) == 2


def test_images_and_layers_that_are_not_here_are_left_out_and_told(client, survey):
    document = {
        "steps": [
            {
                "layers": ["8a6e0804-2bd0-4672-b79d-d97027f9071a"],
                "questions": [{"kind": "plan_image", "id": "qplan", "label": {"fi": "Kuva"}, "image": 999999}],
            }
        ]
    }
    preview = upload(client, survey, file_of(document))
    assert len(soup(preview).select(".kuule-survey-page__list")[0].select("li")) == 2
    accept(client, survey, preview, "replace")
    [step] = draft(survey).steps
    assert (step.layers, step.questions[0].image) == ([], None)


def with_image(image, layer):
    plan = {"kind": "plan_image", "id": "qplan", "label": {"fi": "Kuva"}, "image": image.pk}
    return {"steps": [{"layers": [str(layer.pk)], "questions": [plan]}]}


def test_image_and_layer_that_the_planner_may_not_choose_are_left_out(client, survey):
    GroupCollectionPermission.objects.filter(permission__content_type__model="image").delete()
    foreign = with_image(make_image(), make_layer(organisation=make_organisation(), name="Naapurin taso"))
    preview = upload(client, survey, file_of(foreign))
    assert len(soup(preview).select(".kuule-survey-page__list")[0].select("li")) == 2
    accept(client, survey, preview, "replace")
    [step] = draft(survey).steps
    assert (step.layers, step.questions[0].image) == ([], None)


def test_image_and_layer_that_the_draft_has_already_stay(client, survey):
    own = with_image(make_image(), make_layer(organisation=make_organisation(), name="Naapurin taso"))
    survey.write_document(Questionnaire.read(own))
    survey.save_revision()
    before = draft(survey)
    accept(client, survey, upload(client, survey, file_of(before.document())), "replace")
    assert draft(survey) == before


def test_file_with_a_broken_rule_is_not_taken_in(client, survey):
    broken = json.loads(json.dumps(SHORT))
    broken["steps"][0]["questions"][0]["show_when"] = [[{"question": "qgone", "test": "answered"}]]
    before = draft(survey)
    response = accept(client, survey, upload(client, survey, file_of(broken)), "replace")
    assert response.status_code == 422
    assert draft(survey) == before


def question(**fields):
    return file_of({"steps": [{"questions": [{"kind": "number", "label": {"fi": "Ikä"}} | fields]}]})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"null",
        b"[" * 100_000,
        b'{"format": "kuule-questionnaire", "version": NaN}',
        file_of({}, version=2),
        file_of({}, version="x"),
        file_of([]),
        file_of({"steps": {}}),
        file_of({"steps": [5]}),
        file_of({"steps": [{"questions": [{"kind": "riddle"}]}]}),
        file_of({"steps": [{"questions": [{}]}]}),
        file_of({"steps": [{}] * 51}),
        question(least="many"),
        question(id="UPPER CASE"),
        question(label="Ikä"),
        question(label={"fi": "x" * 5001}),
        question(label={"fi": "nolla\x00"}),
        question(surprise=1),
        json.dumps(question()).replace("Ik", "\\ud800").encode(),
        b"PK\x03\x04 not a workbook",
    ],
)
def test_bad_file_gets_a_list_of_what_is_wrong(client, survey, content):
    before = draft(survey)
    response = upload(client, survey, content)
    assert response.status_code == 422
    faults = [fault.get_text() for fault in soup(response).select(".kuule-builder__errors li")]
    assert faults
    assert all(faults)
    assert draft(survey) == before


def test_faults_say_where_they_are():
    with pytest.raises(FileRefused) as refused:
        read_file(json.dumps(file_of({"steps": [{}, {"questions": [{"kind": "number", "least": "x"}]}]})).encode())
    [fault] = refused.value.faults
    assert "2" in fault
    assert "least" in fault


@pytest.mark.parametrize("data", [{}, {"accept": "replace"}, {"accept": "replace", "document": "5"}])
def test_form_without_a_file_is_refused(client, survey, data):
    assert client.post(address("files", survey), data).status_code == 422


def test_file_is_the_same_for_the_same_questionnaire():
    document = Questionnaire.read(SHORT)
    assert read_file(write_file("Kysely", document).encode()) == document


def test_xlsform_goes_out_and_comes_in(client, survey):
    response = client.get(address("xlsform", survey))
    assert "survey" in openpyxl.load_workbook(io.BytesIO(response.content)).sheetnames
    preview = upload(client, survey, response.content, "kysely.xlsx")
    assert preview.status_code == 200
    accept(client, survey, preview, "append")
    labels = [str(question) for question in draft(survey).questions()]
    assert labels[:4] == ["Missä asut?", "Miten liikut?", "Missä viihdyt?", "Mitä muuta?"]
    assert labels[4:] == labels[:4]
