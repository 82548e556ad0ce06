"""Putting steps and questions in another order. Each function changes the document; drafts.py checks the rules."""

from mapsurveys.builder.drafts import Gone
from mapsurveys.builder.finding import find_spot, find_step
from mapsurveys.questionnaire import Questionnaire


def move_step(document: Questionnaire, step_id: str, by: int) -> None:
    """Move a step `by` places down (negative: up), as far as there is room."""
    step = find_step(document, step_id)
    place = document.steps.index(step)
    document.steps.remove(step)
    document.steps.insert(max(0, place + by), step)


def move_question(document: Questionnaire, question_id: str, by: int) -> None:
    """Move a question one place down (`by` 1) or up (-1).

    At its step's edge it goes on to the next step, or to the one before. A follow-up stays with its question.
    """
    spot = find_spot(document, question_id)
    wanted = spot.index + by
    if 0 <= wanted < len(spot.siblings):
        spot.siblings.insert(wanted, spot.siblings.pop(spot.index))
        return
    steps = document.steps
    home = steps.index(spot.step) + by
    if spot.parent is not None or not 0 <= home < len(steps):
        return
    question = spot.siblings.pop(spot.index)
    steps[home].questions.insert(len(steps[home].questions) if by < 0 else 0, question)


def move_to_step(document: Questionnaire, question_id: str, step_id: str, before: str = "") -> None:
    """Move a question into a step: before the question `before`, or to its end. Raises Gone."""
    target = find_step(document, step_id)
    spot = find_spot(document, question_id)
    if spot.parent is not None or question_id == before:
        return
    question = spot.siblings.pop(spot.index)
    keys = [each.id for each in target.questions]
    if before and before not in keys:
        raise Gone
    target.questions.insert(keys.index(before) if before else len(keys), question)


def move_step_before(document: Questionnaire, step_id: str, before: str = "") -> None:
    """Move a step before the step `before`, or to the end. Raises Gone."""
    step = find_step(document, step_id)
    if step_id == before:
        return
    document.steps.remove(step)
    place = document.steps.index(find_step(document, before)) if before else len(document.steps)
    document.steps.insert(place, step)
