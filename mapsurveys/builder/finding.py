"""Where a question or a step is within a questionnaire."""

from dataclasses import dataclass

from mapsurveys.builder.drafts import Gone
from mapsurveys.kinds import Question
from mapsurveys.questionnaire import Questionnaire, Step


@dataclass(frozen=True)
class Spot:
    """A question among its siblings: those of its step or, for a follow-up, of its `parent`."""

    step: Step
    parent: Question | None
    siblings: list[Question]
    index: int

    @property
    def question(self) -> Question:
        return self.siblings[self.index]


def find_spot(document: Questionnaire, question_id: str) -> Spot:
    """Where the question or follow-up is. Raises Gone."""
    for step in document.steps:
        lists = [(None, step.questions)]
        lists += [(question, question.follow_ups) for question in step.questions if question.marks]
        for parent, siblings in lists:
            for index, question in enumerate(siblings):
                if question.id == question_id:
                    return Spot(step, parent, siblings, index)
    raise Gone


def find_step(document: Questionnaire, step_id: str) -> Step:
    """Raises Gone."""
    step = document.find_step(step_id)
    if step is None:
        raise Gone
    return step


def siblings_in(document: Questionnaire, home_id: str) -> list[Question]:
    """The questions of the step, or the follow-ups of the question, `home_id`. Raises Gone."""
    if step := document.find_step(home_id):
        return step.questions
    question = find_spot(document, home_id).question
    if not question.marks:
        raise Gone
    return question.follow_ups
