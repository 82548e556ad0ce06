"""Who may do what with a survey and its answers. One predicate a right; its table is its docstring."""

from cms.choices import ConsultationStatus
from cms.permissions import Right, has_right
from mapsurveys.choices import Access, ChannelKind, Neighbours, ResultsShown


def can_see(user, survey) -> bool:
    """
    |           | anyone | outsider | viewer, editor, publisher, moderator of its organisation | administrator |
    |-----------|--------|----------|-----------------------------------------------------------|---------------|
    | published | yes    | yes      | yes                                                       | yes           |
    | draft     | no     | no       | yes                                                       | yes           |

    `Survey.objects.visible_to(user)` is the same rule in SQL.
    """
    return survey.live or has_right(user, Right.SEE_DRAFTS, survey.organisation)


def can_edit(user, survey) -> bool:
    """Editors and publishers of its organisation, and administrators."""
    return has_right(user, Right.EDIT, survey.organisation)


def can_publish(user, survey) -> bool:
    """Publishers of its organisation, and administrators."""
    return has_right(user, Right.PUBLISH, survey.organisation)


def can_moderate(user, survey) -> bool:
    """Moderators of its organisation, and administrators."""
    return has_right(user, Right.MODERATE, survey.organisation)


def can_see_answers(user, survey) -> bool:
    """Every answer except personal ones: all members of its organisation, and administrators."""
    return has_right(user, Right.SEE_DRAFTS, survey.organisation)


def can_see_personal_answers(user, survey) -> bool:
    """Publishers of its organisation, and administrators."""
    return has_right(user, Right.PUBLISH, survey.organisation)


def can_key_in(user, survey) -> bool:
    """Answers on paper: editors and publishers of its organisation, and administrators."""
    return has_right(user, Right.EDIT, survey.organisation)


def can_answer(user, survey, channel, moment) -> bool:
    """Begin, go on with, send and change answers. `channel` may be None; `moment` is aware.

    | channel             | upcoming | open: anyone       | open: signed in    | closed       | draft |
    |---------------------|----------|--------------------|--------------------|--------------|-------|
    | none, or in use     | no       | as access says (1) | yes                | no           | no    |
    | taken out of use    | no       | no                 | no                 | no           | no    |
    | paper, in use       | no       | no                 | who may key in     | who may key in | no  |

    (1) Not where only those who are signed in may answer. A one-time code is asked for when an answer is begun.
    """
    if not survey.live or (channel and not channel.is_open):
        return False
    status = survey.status_at(moment)
    if channel and channel.kind == ChannelKind.PAPER:
        return status != ConsultationStatus.UPCOMING and can_key_in(user, survey)
    if status != ConsultationStatus.OPEN:
        return False
    return survey.access != Access.SIGNED_IN or user.is_authenticated


def can_see_results(user, survey, moment, *, has_answered=False) -> bool:
    """The public results. `has_answered`: the caller holds the receipt of a sent answer.

    | shown            | open: anyone | open: who has answered | closed: anyone | staff |
    |------------------|--------------|------------------------|----------------|-------|
    | never            | no           | no                     | no             | yes   |
    | after answering  | no           | yes                    | yes            | yes   |
    | after closing    | no           | no                     | yes            | yes   |

    Nobody but staff sees those of a draft.
    """
    if can_see_answers(user, survey):
        return True
    if not survey.live or survey.results_shown == ResultsShown.NEVER:
        return False
    if survey.status_at(moment) == ConsultationStatus.CLOSED:
        return True
    return survey.results_shown == ResultsShown.AFTER_ANSWERING and has_answered


def can_see_neighbours(survey, response) -> bool:
    """Whether whoever holds this response's receipt sees the places of others: once they have sent their own."""
    return survey.neighbours != Neighbours.HIDDEN and response.is_submitted


def can_agree(survey, response, moment) -> bool:
    """While the survey is open, where the planner allows it, and never from a test."""
    allowed = survey.neighbours in (Neighbours.AGREED, Neighbours.DISCUSSED)
    return allowed and can_see_neighbours(survey, response) and _takes_part(survey, response, moment)


def can_remark(survey, response, moment) -> bool:
    """While the survey is open, where the planner allows it, and never from a test."""
    allowed = survey.neighbours == Neighbours.DISCUSSED
    return allowed and can_see_neighbours(survey, response) and _takes_part(survey, response, moment)


def _takes_part(survey, response, moment) -> bool:
    return survey.live and survey.is_open_at(moment) and not response.is_test
