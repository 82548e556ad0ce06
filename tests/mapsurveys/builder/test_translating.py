"""All texts in one language on one page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mapsurveys.models import Survey
from tests.factories.surveys import make_survey
from tests.mapsurveys.builder.building import address, draft, form_of, messages_in, sign_in
from tests.reading import soup

LANGUAGES = ("fi", "sv", "en", "fi-simple", "ru")


@pytest.fixture
def survey(client, db):
    survey = make_survey(live=False)
    sign_in(client, survey)
    return survey


def path(survey, language="en"):
    return address("translate", survey, language=language)


def test_every_text_has_its_source_beside_it(client, survey):
    page = soup(client.get(path(survey)))
    sources = [found.get_text() for found in page.select(".kuule-translate__source")]
    assert sources == [
        "Taustat",
        "Missä asut?",
        "Täällä",
        "Muualla",
        "Miten liikut?",
        "Kävellen",
        "Pyörällä",
        "Paikat",
        "Missä viihdyt?",
        "Miksi?",
        "Mitä muuta?",
    ]
    assert not soup(client.get(path(survey, "fi"))).select(".kuule-translate__source")


def test_only_what_changed_is_saved_and_its_source_is_remembered(client, survey):
    data = form_of(client.get(path(survey))) | {"qliving.qhere.label": " Here ", "qwhy.label": "Why?"}
    client.post(path(survey), data)
    document = draft(survey)
    assert document.find_question("qliving").choices[0].label == {"fi": "Täällä", "sv": "Här", "en": "Here"}
    assert document.find_question("qgood").follow_ups[0].label["en"] == "Why?"
    before = Survey.objects.get(pk=survey.pk).latest_revision_id
    client.post(path(survey), form_of(client.get(path(survey))))
    assert Survey.objects.get(pk=survey.pk).latest_revision_id == before
    fi = form_of(client.get(path(survey, "fi"))) | {"qwhy.label": "Minkä vuoksi?"}
    client.post(path(survey, "fi"), fi)
    [changed] = soup(client.get(path(survey))).select(".kuule-translation__changed")
    assert "Miksi?" in changed.get_text()


def test_emptied_text_goes(client, survey):
    client.post(path(survey, "sv"), form_of(client.get(path(survey, "sv"))) | {"qwish.label": ""})
    assert draft(survey).find_question("qwish").label == {"fi": "Mitä muuta?"}


def test_translators_at_once_keep_each_others_texts(client, survey):
    first, second = form_of(client.get(path(survey))), form_of(client.get(path(survey)))
    client.post(path(survey), first | {"qwish.label": "Else?", "qwhy.label": "Why?"})
    response = client.post(path(survey), second | {"qliving.label": "Where?", "qwhy.label": "How come?"})
    assert response.status_code == 409
    document = draft(survey)
    assert document.find_question("qwish").label["en"] == "Else?"
    assert document.find_question("qliving").label["en"] == "Where?"
    assert document.find_question("qgood").follow_ups[0].label["en"] == "Why?"
    assert form_of(response)["qwhy.label"] == "How come?"
    client.post(path(survey), form_of(response))
    assert draft(survey).find_question("qgood").follow_ups[0].label["en"] == "How come?"


def test_changing_language_saves_first(client, survey):
    data = form_of(client.get(path(survey))) | {"qwish.label": "Else?", "next-language": "ru"}
    assert client.post(path(survey), data).url == path(survey, "ru")
    assert draft(survey).find_question("qwish").label["en"] == "Else?"


@pytest.mark.parametrize("opened", ["", "[]", "{", '{"qwish.label": 5}', '{"x.y": "abc"}'])
def test_nonsense_is_no_fault(client, survey, opened):
    before = draft(survey)
    data = {"opened": opened, "x.y": "\x00", "language": "en"}
    assert client.post(path(survey), data).status_code in (302, 422)
    assert draft(survey) == before


def test_null_characters_and_too_long_texts_are_kept_out(client, survey):
    data = form_of(client.get(path(survey)))
    client.post(path(survey), data | {"qwish.label": "El\x00se?"})
    assert draft(survey).find_question("qwish").label["en"] == "Else?"
    response = client.post(path(survey), data | {"qwhy.label": "x" * 5001})
    assert response.status_code == 422
    assert len(soup(response).select(".error-message")) == 1


def test_number_of_saved_texts_is_told(client, survey):
    data = form_of(client.get(path(survey))) | {"qwish.label": "Else?", "qwhy.label": "Why?"}
    [message] = messages_in(client.post(path(survey), data, follow=True))
    assert "2" in message


def texts(words, number):
    return {code: f"{words} {number} ({code}) " + "lorem ipsum dolor sit amet " * 2 for code in LANGUAGES}


def large_document():
    """40 questions of eight options in five languages, in ten steps."""
    kinds = ("single_choice", "multiple_choice", "point", "matrix")
    questions = []
    for number in range(40):
        kind = kinds[number % 4]
        question = {
            "kind": kind,
            "id": f"q{number:07}",
            "label": texts("Kysymys", number),
            "help": texts("Ohje", number),
        }
        options = [{"id": f"c{number:04}{place}", "label": texts("Vaihtoehto", place)} for place in range(8)]
        if kind == "point":
            follow_up = {"kind": "single_choice", "id": f"f{number:07}", "label": texts("Jatko", 0), "choices": options}
            question["follow_ups"] = [follow_up]
        else:
            question["choices"] = options
        if kind == "matrix":
            question["rows"] = [{**option, "id": f"r{option['id']}"} for option in options]
        questions.append(question)
    return {
        "steps": [
            {"id": f"s{number}", "title": texts("Sivu", number), "questions": questions[number * 4 : number * 4 + 4]}
            for number in range(10)
        ]
    }


def counted(action):
    """(what the action gives, queries)"""
    with CaptureQueriesContext(connection) as queries:
        return action(), len(queries)


def test_large_questionnaire_stays_small_and_costs_few_queries(client, db):
    survey = make_survey(live=False, document=large_document())
    sign_in(client, survey)
    pages = {
        "questions": address("questions", survey, language="sv"),
        "translate": path(survey, "sv"),
        "question": address("question", survey, "q0000003", language="sv"),
        "changes": address("changes", survey, language="sv"),
    }
    client.get(pages["questions"])  # templates and permissions are read once
    figures = {}
    for name, page in pages.items():
        response, queries = counted(lambda page=page: client.get(page))
        figures[name] = (len(response.content), queries)
    data = form_of(client.get(pages["translate"])) | {"q0000003.label": "Fråga"}
    saved, queries = counted(lambda: client.post(pages["translate"], data))
    figures["saving texts"] = (len(saved.content), queries)
    data = form_of(client.get(pages["question"])) | {"label": "Frågan"}
    saved, queries = counted(lambda: client.post(pages["question"], data))
    figures["saving a question"] = (len(saved.content), queries)
    assert draft(survey).find_question("q0000003").label["sv"] == "Frågan"
    assert {name: figure for name, figure in figures.items() if figure[0] > 1_000_000} == {}
    assert {name: figure for name, figure in figures.items() if figure[1] > 45} == {}
