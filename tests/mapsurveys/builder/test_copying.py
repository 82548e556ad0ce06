"""Copying from another survey, comparing versions, previewing."""

import pytest

from mapsurveys.builder.copying import copies_of
from mapsurveys.models import Response
from mapsurveys.questionnaire import Questionnaire
from tests import factories
from tests.factories.surveys import SHORT, make_survey
from tests.mapsurveys.builder.building import address, do, draft, give_rule, messages_in, sign_in
from tests.reading import soup

RULE = [[{"question": "qliving", "test": "chosen", "value": "qhere"}]]


@pytest.fixture
def source(db):
    """A survey of the planner's own organisation, with a rule from the first question to the last."""
    survey = make_survey(live=False)
    give_rule(survey, "qwish", RULE)
    return survey


@pytest.fixture
def survey(client, source):
    survey = make_survey(live=False, organisation=source.organisation, document={"steps": [{"id": "qempty"}]})
    sign_in(client, survey)
    return survey


def copy(client, survey, source, *ids, into=""):
    return client.post(address("copy_from", survey, source.pk), {"take": ids, "into": into}, follow=True)


def test_whole_pages_come_with_follow_ups_and_rules(client, survey, source):
    response = copy(client, survey, source, "qstepone", "qsteptwo")
    _empty, first, second = draft(survey).steps
    [[condition]] = second.questions[1].show_when
    assert (condition.question, condition.value) == (first.questions[0].id, first.questions[0].choices[0].id)
    assert [str(follow_up) for follow_up in second.questions[0].follow_ups] == ["Miksi?"]
    ids = {element.id for element in Questionnaire.read(SHORT).elements() if hasattr(element, "id")}
    assert not ids & {element.id for element in draft(survey).elements() if hasattr(element, "id")}
    assert len(messages_in(response)) == 1


def test_single_questions_come_without_rules_on_what_is_left_behind_and_it_is_told(client, survey, source):
    response = copy(client, survey, source, "qwish", into="qempty")
    [copied] = draft(survey).steps[0].questions
    assert copied.show_when == []
    assert "Mitä muuta?" in messages_in(response)[1]


def test_questions_go_to_a_new_page_where_none_is_chosen(client, survey, source):
    copy(client, survey, source, "qliving", "qwish")
    assert [len(step.questions) for step in draft(survey).steps] == [0, 2]
    assert draft(survey).steps[1].questions[1].show_when != []


def test_nothing_ticked_copies_nothing(client, survey, source):
    [message] = messages_in(copy(client, survey, source))
    assert message
    assert len(draft(survey).steps) == 1


def test_another_organisations_draft_is_neither_listed_nor_copied(client, survey):
    hidden = make_survey(live=False, texts={"fi": {"title": "Salainen"}})
    shown = make_survey(texts={"fi": {"title": "Julkinen"}})
    listed = client.get(address("copy_sources", survey)).content.decode()
    assert ("Salainen" in listed, "Julkinen" in listed) == (False, True)
    assert client.get(address("copy_from", survey, hidden.pk)).status_code == 404
    assert client.get(address("copy_from", survey, shown.pk)).status_code == 200


def test_published_survey_of_others_is_copied_as_published(client, survey):
    shown = make_survey()
    client.force_login(sign_in(client, shown))
    do(client, shown, "delete qwish")
    client.force_login(factories.make_user(role="editor", organisation=survey.organisation))
    copy(client, survey, shown, "qwish", into="qempty")
    assert [str(question) for question in draft(survey).questions()] == ["Mitä muuta?"]


def test_copies_keep_rules_on_questions_that_are_there_already():
    document = Questionnaire.read(SHORT)
    wish = document.find_question("qwish")
    wish.show_when = (
        Questionnaire.read({"steps": [{"questions": [{"kind": "text", "show_when": RULE}]}]})
        .steps[0]
        .questions[0]
        .show_when
    )
    [lost], losses = copies_of([wish])
    [kept], no_losses = copies_of([wish], {"qliving"})
    assert (lost.show_when, len(losses)) == ([], 1)
    assert (kept.show_when, no_losses) == (wish.show_when, [])


def test_changes_since_publishing_are_shown(client, db):
    survey = make_survey()
    sign_in(client, survey)
    do(client, survey, "delete qwish")
    page = soup(client.get(address("changes", survey)))
    [row] = page.select(".kuule-changes tbody tr")
    assert "Mitä muuta?" in row.get_text()
    assert not soup(client.get(address("changes", survey, **{"from": "draft"}))).select(".kuule-changes")


def test_any_two_versions_are_compared(client, db):
    survey = make_survey()
    sign_in(client, survey)
    do(client, survey, "delete qwish")
    before, after = survey.revisions.order_by("pk")[:2]
    rows = {
        f"r{before.pk}": soup(
            client.get(address("changes", survey, **{"from": f"r{before.pk}", "to": f"r{after.pk}"}))
        ),
        "v1": soup(client.get(address("changes", survey, **{"from": "v1", "to": "draft"}))),
    }
    assert {key: len(page.select(".kuule-changes tbody tr")) for key, page in rows.items()} == {
        f"r{before.pk}": 1,
        "v1": 1,
    }


@pytest.mark.parametrize("key", ["r0", "v99", "x", "rx", "r99999999999999999999"])
def test_unknown_version_is_not_found(client, db, key):
    survey = make_survey()
    sign_in(client, survey)
    assert client.get(address("changes", survey, **{"from": key})).status_code == 404


def test_revision_of_another_survey_is_not_found(client, db):
    survey, other = make_survey(), make_survey()
    sign_in(client, survey)
    key = f"r{other.latest_revision_id}"
    assert client.get(address("changes", survey, **{"from": key})).status_code == 404


def test_preview_shows_the_draft_in_the_chosen_language_with_all_questions(client, survey, source):
    client.force_login(factories.make_user(role="viewer", organisation=source.organisation))
    page = soup(client.get(address("preview_frame", source, "qsteptwo", language="sv")))
    assert page.html["lang"] == "sv"
    assert "Något annat?" in page.get_text()
    assert Response.objects.count() == 0
