"""The form on paper: everything that is asked, and nothing else."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from mapsurveys.channels import cover_address, qr_drawing
from mapsurveys.kinds import KINDS
from mapsurveys.printing.asking import KINDS as WAYS
from mapsurveys.printing.asking import on_paper
from mapsurveys.printing.embedding import drawing_address
from mapsurveys.printing.form import form_page, form_pdf, number_questions, sized_drawing
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.versions import current_version
from mapsurveys.views.sitting import test_token as token_of
from tests.factories import NOON
from tests.factories.hearings import WEEK
from tests.factories.layers import make_layer
from tests.factories.organisations import make_area, make_contact
from tests.factories.surveys import make_survey
from tests.mapsurveys.printing.samples import asking, every_kind, pages_of, question, said, squeezed, texts

pytestmark = pytest.mark.django_db
LANGUAGES = ["fi", "sv", "ru", "fi-simple"]


def print_form(survey, language="fi") -> bytes:
    version = current_version(survey)
    with translation.override(language):
        return form_pdf(survey, version.document, number=version.number, made_at=version.created_at)


def page_of(survey) -> str:
    return form_page(survey, survey.document, number=1, made_at=NOON)


@pytest.mark.parametrize("language", LANGUAGES)
def test_form_asks_every_question_with_every_option(clock, language):
    survey = make_survey(document=every_kind())
    text = "".join(pages_of(print_form(survey, language)))
    missing = [words for words in said(every_kind(), language) if squeezed(words) not in text]
    assert missing == []


def test_every_kind_has_its_way_of_being_asked():
    assert set(WAYS) == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_form_is_tagged_and_names_its_language_title_and_parts(clock, language):
    survey = make_survey(document=every_kind(), texts={"fi": {"title": "Ranta"}, "sv": {"title": "Strand"}})
    pdf = PdfReader(io.BytesIO(print_form(survey, language)))
    assert pdf.root_object["/Lang"] == language
    assert pdf.metadata.title == ("Strand" if language == "sv" else "Ranta")
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in pdf.root_object["/Metadata"].get_data()
    assert pdf.outline[0].title == pdf.metadata.title


def test_form_tells_how_and_by_when_to_return_it(clock):
    survey = make_survey()
    survey.contact_rows.create(person=make_contact(survey.organisation, phone="09 310 11111", email="a@example.org"))
    first = pages_of(print_form(survey))[0]
    for words in ("Maija (esimerkki)", "09 310 11111", "a@example.org", str(survey.organisation.translated("name"))):
        assert squeezed(words) in first
    assert squeezed(cover_address(survey).partition("://")[2]) in first


def test_form_leads_to_the_cover_by_its_picture(clock):
    survey = make_survey()
    assert str(drawing_address(sized_drawing(qr_drawing(cover_address(survey))))) in page_of(survey)


def test_form_quotes_rules_with_the_numbers_on_paper(clock):
    survey = make_survey(document=every_kind())
    with translation.override("en"):
        page = page_of(survey)
    assert "Answer this part only when “2. Miten liikut” has the answer “Fillari”." in page


def test_personal_questions_are_on_a_last_page_of_their_own(clock):
    survey = make_survey(document=every_kind())
    *others, last = pages_of(print_form(survey))
    assert squeezed("Nimesi") in last
    assert "Nimesi" not in "".join(others)
    assert "Missäasut" not in last
    assert number_questions(survey.document)["qname"] == len(survey.document.asking())


def test_required_questions_are_marked(clock):
    free = make_survey(document=asking(question("text", "qa", "Mitä")))
    bound = make_survey(document=asking(question("text", "qa", "Mitä", required=True)))
    # Once among the instructions of the first page.
    assert page_of(free).count('class="required"') == 1
    assert page_of(bound).count('class="required"') == 2


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "Choose as many as you like."),
        ({"most": 1}, "Choose one."),
        ({"most": 2}, "Choose at most 2."),
        ({"least": 2}, "Choose at least 2."),
        ({"least": 2, "most": 2}, "Choose 2."),
        ({"least": 2, "most": 3}, "Choose at least 2."),
        ({"most": 9}, "Choose as many as you like."),
    ],
)
def test_limits_of_choices_are_told_in_words(settings, sentence):
    choices = [{"id": f"q{letter}", "label": texts(letter)} for letter in "abc"]
    document = {
        "steps": [{"id": "qs", "questions": [question("multiple_choice", "qx", "X", choices=choices, **settings)]}]
    }
    step = Questionnaire.read(document).steps[0]
    with translation.override("en"):
        assert on_paper(step.questions[0], "1", step, None).notes == [sentence]


def test_texts_in_another_language_say_so(clock):
    survey = make_survey(document=asking({"kind": "text", "id": "qa", "label": {"fi": "Mitä"}}))
    with translation.override("ru"):
        assert '<span lang="fi">Mitä</span>' in page_of(survey)


def test_hostile_texts_are_words_like_others(clock):
    bad = '<script>alert("x")</script></svg>&'
    endless = "Ä" * 400
    document = every_kind()
    for step in document["steps"]:
        for each in step["questions"]:
            each["label"] = {"fi": f"{bad} {endless}"}
    document["steps"][1]["questions"][0] |= {"most": 100, "least": 100}
    document["steps"][1]["questions"][4]["places"][0]["label"] = {"fi": bad}
    layer = make_layer("geojson", texts={"fi": {"name": bad}})
    shape = {
        "type": "Feature",
        "id": 1,
        "properties": {"name": bad},
        "geometry": {"type": "Point", "coordinates": [24.94, 60.17]},
    }
    layer.geojson = {"type": "FeatureCollection", "features": [shape]}
    layer.save()
    document["steps"][1]["layers"] = [str(layer.pk)]
    make_area("bad", (24.9, 60.1, 25.0, 60.2), fi=bad)
    survey = make_survey(document=document, texts={"fi": {"title": bad, "abstract": endless}})
    text = "".join(pages_of(print_form(survey)))
    assert squeezed(bad) in text
    assert "Ä" * 30 in text
    assert "<script>" not in page_of(survey)


def test_same_form_is_laid_out_once(clock):
    survey = make_survey()
    assert print_form(survey) is print_form(survey)


# --- Its address -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("opens", [-3 * WEEK, -WEEK, WEEK], ids=["closed", "open", "upcoming"])
def test_form_is_for_anyone_once_published(client, clock, opens):
    survey = make_survey(open_at=NOON + opens, close_at=NOON + opens + WEEK + timedelta(days=1))
    response = client.get(reverse("mapsurveys:form", args=[survey.slug]))
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/pdf")
    assert response.headers["Cache-Control"] == "no-cache, public"


def test_form_of_a_draft_is_only_for_who_may_try_it_out(client, clock):
    draft = make_survey(live=False, texts={"fi": {"title": "Salainen luonnos"}})
    assert client.get(reverse("mapsurveys:form", args=[draft.slug])).status_code == 404
    response = client.get(reverse("mapsurveys:test_form", args=[token_of(draft)]))
    assert squeezed("Salainen luonnos") in pages_of(response.content)[0]
    assert "no-store" in response.headers["Cache-Control"]
    assert client.get(reverse("mapsurveys:test_form", args=["wrong"])).status_code == 404


def test_public_form_has_nothing_of_the_draft(client, clock):
    survey = make_survey(texts={"fi": {"title": "Julkaistu"}})
    survey.set_translation("fi", title="Uusi salaisuus")
    survey.document.steps[0].questions[0].label = {"fi": "Salattu kysymys"}
    survey.write_document(survey.document)
    survey.save_revision()
    text = "".join(pages_of(client.get(reverse("mapsurveys:form", args=[survey.slug])).content))
    assert "Julkaistu" in text
    assert "Uusisalaisuus" not in text
    assert "Salattukysymys" not in text


def test_cover_leads_to_the_form(client, clock):
    survey = make_survey()
    assert (
        f'href="{reverse("mapsurveys:form", args=[survey.slug])}"'
        in client.get(survey.get_absolute_url()).content.decode()
    )
