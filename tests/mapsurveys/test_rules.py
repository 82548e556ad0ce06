"""Rules: any group, all conditions in it, each perhaps turned round."""

import pytest

from mapsurveys.rules import Condition, holds, referred


def condition(question: str, *, negate: bool = False) -> Condition:
    return Condition(question=question, test="answered", negate=negate)


def is_true(condition: Condition, answer) -> bool:
    return answer is True


A, B, C = condition("qa"), condition("qb"), condition("qc")
NOT_A = condition("qa", negate=True)


@pytest.mark.parametrize(
    ("rule", "answers", "expected"),
    [
        ([], {}, True),
        ([[A]], {"qa": True}, True),
        ([[A]], {"qa": False}, False),
        ([[A]], {}, False),
        ([[NOT_A]], {}, True),
        ([[NOT_A]], {"qa": True}, False),
        ([[A, B]], {"qa": True}, False),
        ([[A, B]], {"qa": True, "qb": True}, True),
        ([[A, B], [C]], {"qc": True}, True),
        ([[A, B], [C]], {"qb": True}, False),
        ([[NOT_A, B], [C]], {"qb": True}, True),
        ([[]], {}, True),
    ],
)
def test_a_rule_holds_when_all_of_any_group_does(rule, answers, expected):
    assert holds(rule, answers, is_true) is expected


def test_a_rule_tells_which_questions_it_asks_about():
    assert referred([[A, B], [NOT_A]]) == {"qa", "qb"}
