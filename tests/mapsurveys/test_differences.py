"""Changes of a questionnaire in words."""

import copy

import pytest
from django.utils import translation

from mapsurveys.differences import Difference, differences
from mapsurveys.questionnaire import Questionnaire
from tests.factories.surveys import SHORT


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def changed(change) -> list[Difference]:
    after = copy.deepcopy(SHORT)
    change(after["steps"])
    return differences(Questionnaire.read(SHORT), Questionnaire.read(after))


def test_same_questionnaire_has_no_differences():
    assert changed(lambda steps: None) == []


def test_changed_text_is_told_by_language():
    def change(steps):
        steps[0]["questions"][0]["label"]["sv"] = "Var bor ni?"
        steps[0]["questions"][0]["label"]["en"] = "Where do you live?"

    where = "Question 1, “Where do you live?”"
    assert changed(change) == [
        Difference("changed", where, "Question text (Swedish)", "Var bor du?", "Var bor ni?", "sv"),
        Difference("added", where, "Question text (English)", "", "Where do you live?", "en"),
    ]


def test_changed_settings_and_limits_are_told_in_words():
    def change(steps):
        steps[0]["questions"][0]["required"] = False
        steps[1]["questions"][0]["most"] = 5
        steps[1]["questions"][0]["symbol"] = "tree"

    assert changed(change) == [
        Difference("changed", "Question 1, “Missä asut?”", "An answer is required", "Yes", "No"),
        Difference("changed", "Question 3, “Missä viihdyt?”", "At most so many", "3", "5"),
        Difference("changed", "Question 3, “Missä viihdyt?”", "Symbol", "Pin", "Tree"),
    ]


def test_one_moved_question_is_one_change():
    assert changed(lambda steps: steps[1]["questions"].insert(0, steps[0]["questions"].pop(0))) == [
        Difference(
            "moved",
            "Question 2, “Missä asut?”",
            "Question",
            "Question 1",
            "Question 2, on Page 2, “Paikat”",
        )
    ]


def test_reversed_steps_move_only_one():
    moved = [difference for difference in changed(lambda steps: steps.reverse()) if difference.change == "moved"]
    assert [difference.what for difference in moved] == ["Page"]


def test_added_and_removed_questions_and_options_are_told():
    def change(steps):
        steps[0]["questions"][1]["choices"].append({"id": "qbus", "label": {"fi": "Bussilla"}})
        del steps[0]["questions"][1]["choices"][0]
        steps[1]["questions"].append({"kind": "number", "id": "qage", "label": {"fi": "Ikä"}})
        del steps[1]["questions"][1]

    assert changed(change) == [
        Difference("added", "Question 2, “Miten liikut?”", "Options", "", "Bussilla"),
        Difference("removed", "Question 2, “Miten liikut?”", "Options", "Kävellen", ""),
        Difference("added", "Question 4, “Ikä”", "Question", "", "Number"),
        Difference("removed", "Question 4, “Mitä muuta?”", "Question"),
    ]


def test_follow_up_is_told_with_its_number():
    found = changed(lambda steps: steps[1]["questions"][0]["follow_ups"][0]["label"].update(fi="Minkä takia?"))
    assert found == [
        Difference("changed", "Question 3.1, “Minkä takia?”", "Question text (Finnish)", "Miksi?", "Minkä takia?", "fi")
    ]


def test_changed_rule_is_told_as_sentences():
    def change(steps):
        rule = [[{"question": "qliving", "test": "chosen", "value": "qhere"}]]
        steps[1]["questions"][1]["show_when"] = rule

    assert changed(change) == [
        Difference(
            "changed",
            "Question 4, “Mitä muuta?”",
            "Rule",
            "Shown always.",
            "Shown when “Missä asut?” has the answer “Täällä”.",
        )
    ]


def test_new_kind_is_one_change():
    def change(steps):
        steps[1]["questions"][1] = {"kind": "number", "id": "qwish", "label": {"fi": "Mitä muuta?"}}

    assert changed(change) == [Difference("changed", "Question 4, “Mitä muuta?”", "Kind", "Text", "Number")]
