"""The questions page: the whole questionnaire as an outline, and what is done to it there."""

from dataclasses import dataclass
from typing import Any

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.models import Revision

from cms.layers.models import Layer
from cms.translations import TranslatedText
from mapsurveys.builder import copying, moving
from mapsurveys.builder.bank import keep_in_bank
from mapsurveys.builder.drafts import Gone, Refused
from mapsurveys.builder.finding import find_spot
from mapsurveys.builder.pages import BuilderView
from mapsurveys.checking import questionnaire_problems
from mapsurveys.differences import differences, question_numbers
from mapsurveys.kinds import Question
from mapsurveys.questionnaire import Questionnaire, Step
from mapsurveys.rule_words import name_of, rule_in_words
from mapsurveys.texts import in_language
from mapsurveys.views.sitting import test_token


@dataclass(frozen=True)
class Row:
    """A step, a question or a follow-up as the outline shows it."""

    element: Any
    number: str
    text: TranslatedText
    is_missing: bool
    rule: str
    problems: list[str]
    children: list["Row"]

    @property
    def id(self) -> str:
        return self.element.id

    @property
    def named(self) -> str:
        """What buttons call it: its text, or what it is where it has none yet."""
        if self.text:
            return str(self.text)
        return copying.owner_name(self.element) if isinstance(self.element, Step) else str(self.element.title)


class OutlineView(BuilderView):
    title = _("Questions")

    def get(self, request, pk):
        at, did = request.GET.get("at", ""), request.GET.get("did", "")
        return self.page(
            "outline.html",
            {
                "steps": self.rows(),
                "problem_count": len(self.problems),
                "at": at,
                "did": did,
                "status": self.status(at, did),
                "undo": {"revision": request.GET.get("undo"), "id": at} if "undo" in request.GET else None,
                "test_url": self.test_url(),
                "change_count": self.change_count(),
            },
        )

    def post(self, request, pk):
        verb, _space, rest = request.POST.get("do", "").partition(" ")
        handler = HANDLERS.get(verb)
        if handler is None:
            return redirect(self.address("questions"))
        try:
            query = handler(self, *rest.split())
        except (Refused, TypeError) as refused:
            # TypeError: a button that this page does not have, with other words behind its verb.
            if isinstance(refused, Refused):
                self.refuse(refused)
            query = {"at": rest.partition(" ")[0]}
        anchor = f"#item-{query['at']}" if query.get("at") else ""
        return redirect(self.address("questions", anchor=anchor, **query))

    # --- What is shown ---

    def rows(self) -> list[Row]:
        return [
            self._row(step, str(number), "title", [self._question_row(question) for question in step.questions])
            for number, step in enumerate(self.document.steps, start=1)
        ]

    def _question_row(self, question: Question) -> Row:
        follow_ups = [self._question_row(follow_up) for follow_up in getattr(question, "follow_ups", [])]
        return self._row(question, self.numbers[question.id], "label", follow_ups)

    def _row(self, element: Step | Question, number: str, name: str, children: list[Row]) -> Row:
        texts = getattr(element, name)
        return Row(
            element=element,
            number=number,
            text=in_language(texts, self.language),
            is_missing=self.language not in texts,
            rule=rule_in_words(element.show_when, self.document, self.language),
            problems=self.problems_by_id.get(element.id, []),
            children=children,
        )

    @cached_property
    def numbers(self) -> dict[str, str]:
        return question_numbers(self.document)

    @cached_property
    def problems(self):
        chosen = {key for step in self.document.steps for key in step.layers}
        known = {str(key) for key in Layer.objects.public().values_list("pk", flat=True)} if chosen else set()
        return questionnaire_problems(self.document, known)

    @cached_property
    def problems_by_id(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for problem in self.problems:
            found.setdefault(problem.question_id or problem.step_id, []).append(problem.message)
        return found

    def status(self, at: str, did: str) -> str:
        """Where the thing is that was just moved or made, for the live region."""
        step = self.document.find_step(at)
        if not did or not at:
            return ""
        if step and did == "saved":
            return gettext("“%(name)s” was saved.") % {"name": copying.owner_name(step)}
        if step:
            words = {"name": copying.owner_name(step), "number": self.document.steps.index(step) + 1}
            return gettext("“%(name)s” is now page %(number)s.") % words
        try:
            spot = find_spot(self.document, at)
        except Gone:
            return ""
        words = {
            "name": name_of(spot.question),
            "place": spot.index + 1,
            "of": len(spot.siblings),
            "page": self.document.steps.index(spot.step) + 1,
        }
        if did == "saved":
            return gettext("“%(name)s” was saved.") % words
        return gettext("“%(name)s” is now number %(place)s of %(of)s on page %(page)s.") % words

    def test_url(self) -> str:
        """Leads testers to the newest draft in the language that is edited; their answers are never counted."""
        with translation.override(self.language):
            return reverse("mapsurveys:test", args=[test_token(self.own)])

    def change_count(self) -> int | None:
        """How much differs from what is published; None where nothing is."""
        if not self.own.live:
            return None
        return len(differences(Questionnaire.read(self.own.questionnaire), self.document))

    # --- What is done ---

    def move(self, item: str, by: int, did: str) -> dict[str, str]:
        def apply(document):
            mover = moving.move_step if document.find_step(item) else moving.move_question
            mover(document, item, by)

        self.change(apply)
        return {"at": item, "did": did}

    def up(self, item):
        return self.move(item, -1, "up")

    def down(self, item):
        return self.move(item, 1, "down")

    def to(self, item, home, before=""):
        """From dragging: into the step `home` before a question; steps themselves have `home` "steps"."""
        if home == "steps":
            self.change(lambda document: moving.move_step_before(document, item, before))
        else:
            self.change(lambda document: moving.move_to_step(document, item, home, before))
        return {"at": item, "did": "to"}

    def to_page(self, item):
        home = self.request.POST.get(f"page-{item}", "")
        return self.to(item, home) if home else {"at": item}

    def duplicate(self, item):
        copy = self.change(lambda document: copying.duplicate(document, item)).result
        return {"at": copy, "did": "duplicate"}

    def delete(self, item):
        changed = self.change(lambda document: copying.remove(document, item))
        return {"at": item, "undo": str(changed.revision), "name": changed.result[:80]}

    def undo(self, revision, item):
        known = Revision.objects.for_instance(self.own).filter(pk=revision if revision.isdecimal() else 0).first()
        if known is None:
            raise Gone
        earlier = Questionnaire.read(known.as_object().questionnaire)
        self.change(lambda document: copying.bring_back(document, earlier, item))
        return {"at": item, "did": "undo"}

    def keep(self, item):
        question = find_spot(self.document, item).question
        keep_in_bank(organisation=self.own.organisation, question=question)
        messages.success(self.request, gettext("“%(name)s” is now in the question bank.") % {"name": name_of(question)})
        return {"at": item}

    def add_step(self):
        step = Step()
        self.change(lambda document: copying.add_step(document, step))
        return {"at": step.id, "did": "add"}


#: What the buttons of the outline do, by the first word of their value.
HANDLERS = {
    "up": OutlineView.up,
    "down": OutlineView.down,
    "to": OutlineView.to,
    "page": OutlineView.to_page,
    "duplicate": OutlineView.duplicate,
    "delete": OutlineView.delete,
    "undo": OutlineView.undo,
    "keep": OutlineView.keep,
    "add-step": OutlineView.add_step,
}
