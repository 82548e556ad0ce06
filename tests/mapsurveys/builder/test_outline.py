"""The questions page: what it shows, and what its buttons do."""

import pytest

from mapsurveys.models import BankQuestion, Survey
from tests import factories
from tests.factories.surveys import make_survey
from tests.mapsurveys.builder.building import address, do, draft, give_rule, messages_in, outline, sign_in
from tests.reading import soup

RULE = [[{"question": "qliving", "test": "chosen", "value": "qhere"}]]


@pytest.fixture
def survey(db):
    return make_survey(live=False)


@pytest.fixture
def planner(client, survey):
    return sign_in(client, survey)


def texts(page, selector):
    return [" ".join(found.get_text().split()) for found in page.select(selector)]


def test_outline_shows_pages_questions_and_follow_ups(client, survey, planner):
    page = soup(client.get(address("questions", survey, language="sv")))
    assert texts(page, ".kuule-outline__title a") == ["Bakgrund", "Platser"]
    assert texts(page, ".kuule-outline__text a") == [
        "Var bor du?",
        "Hur rör du dig?",
        "Var trivs du?",
        "Varför?",
        "Något annat?",
    ]
    assert texts(page, ".kuule-outline__number") == ["1", "2", "3", "3.1", "4"]


def test_untranslated_text_is_shown_in_another_language_and_marked(client, survey, planner):
    page = soup(client.get(address("questions", survey, language="ru")))
    assert page.select_one(".kuule-outline__text a")["lang"] == "fi"
    assert len(page.select(".kuule-outline__missing")) == 7


def test_rule_and_problem_stand_beside_their_question(client, survey, planner):
    give_rule(survey, "qwish", RULE)
    page = soup(client.get(address("questions", survey, language="fi")))
    row = page.select_one("#item-qwish")
    assert "Täällä" in row.select_one(".kuule-outline__rule").get_text()
    assert not page.select(".kuule-outline__problems")


def test_buttons_name_a_page_that_has_no_title(client, survey, planner):
    do(client, survey, "add-step")
    page = soup(client.get(address("questions", survey, language="fi")))
    names = [" ".join(each.get_text().split()) for each in page.select("button.kuule-outline__button .w-sr-only")]
    assert [name for name in names if name.endswith(("{}", ":"))] == []


def test_moving_up_goes_on_to_the_page_before(client, survey, planner):
    response = do(client, survey, "up qgood")
    assert outline(survey) == [("qstepone", ["qliving", "qmoving", "qgood"]), ("qsteptwo", ["qwish"])]
    page = soup(response)
    assert page.select_one("[autofocus]")["value"] == "up qgood"
    assert "Missä viihdyt?" in page.select_one("[data-outline-said]").get_text()


def test_moving_down_at_the_end_changes_nothing(client, survey, planner):
    before = Survey.objects.get(pk=survey.pk).latest_revision_id
    do(client, survey, "down qwish")
    assert Survey.objects.get(pk=survey.pk).latest_revision_id == before


def test_question_is_moved_to_a_chosen_page_and_by_dragging(client, survey, planner):
    do(client, survey, "page qliving", **{"page-qliving": "qsteptwo"})
    assert outline(survey)[1] == ("qsteptwo", ["qgood", "qwish", "qliving"])
    do(client, survey, "to qliving qsteptwo qgood")
    assert outline(survey)[1] == ("qsteptwo", ["qliving", "qgood", "qwish"])
    do(client, survey, "to qsteptwo steps qstepone")
    assert [step for step, _questions in outline(survey)] == ["qsteptwo", "qstepone"]


def test_moving_before_what_is_asked_about_is_refused_with_both_names(client, survey, planner):
    give_rule(survey, "qmoving", RULE)
    response = do(client, survey, "up qmoving")
    assert outline(survey)[0] == ("qstepone", ["qliving", "qmoving"])
    [message] = messages_in(response)
    assert "Missä asut?" in message
    assert "Miten liikut?" in message


def test_deleting_what_is_asked_about_is_refused_with_both_names(client, survey, planner):
    give_rule(survey, "qwish", RULE)
    for item in ("qliving", "qstepone"):
        [message] = messages_in(do(client, survey, f"delete {item}"))
        assert "Missä asut?" in message
        assert "Mitä muuta?" in message
    assert [len(questions) for _step, questions in outline(survey)] == [2, 2]


@pytest.mark.parametrize("item", ["qmoving", "qwhy", "qsteptwo"])
def test_what_was_deleted_is_brought_back_to_its_place(client, survey, planner, item):
    before = draft(survey)
    page = soup(do(client, survey, f"delete {item}"))
    assert draft(survey) != before
    do(client, survey, page.select_one(".kuule-outline__undo button")["value"])
    assert draft(survey) == before


def test_bringing_back_keeps_what_others_did_meanwhile(client, survey, planner):
    page = soup(do(client, survey, "delete qliving"))
    do(client, survey, "up qsteptwo")
    do(client, survey, page.select_one(".kuule-outline__undo button")["value"])
    assert outline(survey) == [("qsteptwo", ["qgood", "qwish"]), ("qstepone", ["qliving", "qmoving"])]


def test_copy_has_new_identifiers_and_its_own_rules(client, survey, planner):
    give_rule(survey, "qmoving", RULE)
    do(client, survey, "duplicate qstepone")
    first, copy, _last = draft(survey).steps
    assert copy.title == first.title
    assert not {element.id for element in copy.elements()} & {element.id for element in first.elements()}
    living, moving = copy.questions
    [[condition]] = moving.show_when
    assert (condition.question, condition.value) == (living.id, living.choices[0].id)
    assert moving.name not in ("", "moving")


def test_page_is_added_last(client, survey, planner):
    do(client, survey, "add-step")
    assert outline(survey)[-1][1] == []
    assert len(outline(survey)) == 3


def test_question_is_kept_in_the_bank_and_taken_from_it(client, survey, planner):
    do(client, survey, "keep qgood")
    kept = BankQuestion.objects.get()
    assert (kept.name, kept.organisation) == ("Missä viihdyt?", survey.organisation)
    client.post(address("bank", survey, "qstepone"), {"take": kept.pk})
    copy = draft(survey).steps[0].questions[-1]
    assert (copy.kind, str(copy), [str(follow_up) for follow_up in copy.follow_ups]) == (
        "point",
        "Missä viihdyt?",
        ["Miksi?"],
    )
    assert copy.id != "qgood"


def test_bank_of_another_organisation_is_out_of_reach(client, survey, planner):
    other = BankQuestion.objects.create(
        organisation=factories.make_organisation(), name="Salainen", question={"kind": "text", "label": {"fi": "S"}}
    )
    assert "Salainen" not in client.get(address("bank", survey, "qstepone")).content.decode()
    client.post(address("bank", survey, "qstepone"), {"take": other.pk})
    client.post(address("bank", survey, "qstepone"), {"remove": other.pk})
    assert BankQuestion.objects.count() == 1
    assert outline(survey)[0] == ("qstepone", ["qliving", "qmoving"])


@pytest.mark.parametrize(
    "what", ["", "fly qliving", "up", "to qliving", "delete qgone", "undo 999999 qliving", "undo x y"]
)
def test_nonsense_changes_nothing_and_is_no_fault(client, survey, planner, what):
    before = outline(survey)
    assert do(client, survey, what).status_code == 200
    assert outline(survey) == before


def test_published_survey_is_not_touched_by_its_draft(client, db):
    survey = make_survey()
    sign_in(client, survey)
    do(client, survey, "delete qwish")
    stored = Survey.objects.get(pk=survey.pk)
    assert stored.document.find_question("qwish") is not None
    assert draft(survey).find_question("qwish") is None
    assert stored.has_unpublished_changes


def test_bare_survey_invites_to_begin(client, db):
    survey = make_survey(live=False, document={"steps": []})
    sign_in(client, survey)
    page = soup(client.get(address("questions", survey)))
    assert page.select_one(".kuule-outline__empty h2") is not None
    assert page.select_one("button[value=add-step]") is not None
