"""The newest draft of a questionnaire: reading it, and changing it without undoing what others do meanwhile."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from mapsurveys.builder.texts import log_translations
from mapsurveys.checking import rule_problems
from mapsurveys.models import Survey
from mapsurveys.permissions import can_edit
from mapsurveys.questionnaire import Questionnaire
from mapsurveys.texts import Element


class Refused(Exception):
    """A change that would spoil the questionnaire, or somebody's work. `messages` say why, to the planner."""

    def __init__(self, *messages: str):
        super().__init__(*messages)
        self.messages = list(messages)


class Gone(Refused):
    """What was to be changed is no longer in the questionnaire."""

    def __init__(self):
        super().__init__(gettext("Somebody else has deleted it meanwhile."))


@dataclass(frozen=True)
class Changed:
    """What a change came to: its own `result`, and the key of the revision before it."""

    result: Any
    revision: int | None


def newest_draft(survey: Survey) -> Survey:
    """The survey as last saved, published or not."""
    return survey.get_latest_revision_as_object()


def may_change(user, survey: Survey) -> bool:
    """Whether `user` may edit the questionnaire: their role lets them, and nobody has locked the survey."""
    lock = survey.get_lock()
    return can_edit(user, survey) and not (lock and lock.for_user(user))


@transaction.atomic
def change_draft(*, survey: Survey, by, change: Callable[[Questionnaire], Any]) -> Changed:
    """Apply `change` to the newest draft and save it as a new revision; nothing is saved where nothing changed.

    The survey's row is held meanwhile, so that of two changes at once the second sees the first. A change
    that leaves a rule without its question or its option is refused. Raises Refused.
    """
    held = Survey.objects.select_for_update(of=["self"]).get(pk=survey.pk)
    draft = newest_draft(held)
    before = Questionnaire.read(draft.questionnaire)
    after = Questionnaire.read(draft.questionnaire)
    result = change(after)
    after = Questionnaire.read(after.document())
    if after == before:
        return Changed(result, held.latest_revision_id)
    _refuse_broken_rules(before, after)
    earlier = held.latest_revision_id or held.save_revision(clean=False, changed=False).pk
    draft.write_document(after)
    draft.save_revision(user=by, clean=False, log_action=True)
    log_translations(held, by, before, after)
    return Changed(result, earlier)


def _refuse_broken_rules(before: Questionnaire, after: Questionnaire) -> None:
    known = {problem.message for problem in rule_problems(before)}
    broken = [problem.message for problem in rule_problems(after) if problem.message not in known]
    if broken:
        raise Refused(*dict.fromkeys(broken))


def digest_of(element: Element) -> str:
    """The same while nobody has changed the element. Follow-ups and questions within have digests of their own."""
    own = element.model_dump(mode="json", exclude={"follow_ups", "questions"})
    return hashlib.sha256(json.dumps(own, sort_keys=True).encode()).hexdigest()[:16]
