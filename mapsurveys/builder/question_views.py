"""Adding and editing a question, in one language at a time."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, QueryDict
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from mapsurveys.builder import commands, copying
from mapsurveys.builder.drafts import Refused, digest_of
from mapsurveys.builder.fields import list_member
from mapsurveys.builder.finding import Spot, find_spot
from mapsurveys.builder.forms import ElementForm, Part
from mapsurveys.builder.pages import BuilderView
from mapsurveys.builder.rule_forms import RuleForm
from mapsurveys.builder.widgets import NewPlacesWidget
from mapsurveys.differences import Difference, element_differences, question_numbers
from mapsurveys.kinds import FOLLOW_UP_KINDS, KINDS, Question
from mapsurveys.kinds.base import new_id
from mapsurveys.questionnaire import Questionnaire

CONFLICT = 409
REFUSED = 422


class GalleryView(BuilderView):
    """Chooses the kind of a new question, or of a follow-up to the question `home`."""

    title = _("Add a question")

    def get(self, request, pk, home):
        step = self.document.find_step(home)
        parent = None if step else find_spot(self.document, home).question
        if parent is not None and not parent.marks:
            raise Http404
        kinds = FOLLOW_UP_KINDS if parent else KINDS.values()
        context = {
            "groups": kind_groups(kinds),
            "home": home,
            "step": step,
            "parent": parent,
            "after": request.GET.get("after", ""),
        }
        return self.page("gallery.html", context)


def kind_groups(kinds) -> list[dict]:
    """The kinds by what is done with them, in the order of mapsurveys.kinds."""
    names = {
        "map": gettext("On the map"),
        "choices": gettext("Choices"),
        "words": gettext("Words and numbers"),
        "other": gettext("Other"),
    }
    groups = {key: [] for key in names}
    for kind in kinds:
        # As data: a template would call the class, and make a question of it.
        card = {"key": kind.model_fields["kind"].default, "title": kind.title, "about": kind.description}
        groups[_group_of(kind)].append(card | {"icon": kind.icon})
    return [{"name": names[key], "kinds": members} for key, members in groups.items() if members]


def _group_of(kind: type[Question]) -> str:
    """From what the kind says of itself, so that a new kind finds its place."""
    if kind.marks:
        return "map"
    if not kind.asks or kind.summary == "files":
        return "other"
    return "choices" if any(list_member(kind, name) for name in kind.model_fields) else "words"


@dataclass
class Conflict(Exception):
    """The question was changed by another while it was edited here."""

    theirs: Question


class QuestionView(BuilderView):
    """The form of a question that is in the questionnaire."""

    is_new = False

    @cached_property
    def spot(self) -> Spot:
        return find_spot(self.document, self.kwargs["question"])

    @property
    def title(self) -> str:
        number = question_numbers(self.document)[self.spot.question.id]
        if self.is_new:
            return gettext("New question: %(kind)s") % {"kind": self.spot.question.title}
        kind = self.spot.question.title
        return gettext("Question %(number)s: %(kind)s") % {"number": number, "kind": kind} if number else str(kind)

    def get(self, request, **kwargs):
        return self.show(self.form(), self.rule_form())

    def post(self, request, **kwargs):
        data = request.POST.copy()
        try:
            self.take_lists(data)
        except ValidationError as error:
            return self.show(*self.unchecked(data), errors=error.messages, status=REFUSED)
        if command := data.get("command", ""):
            commands.obey(data, command)
            return self.show(*self.unchecked(data), did=command)
        form, rule = self.form(data), self.rule_form(data)
        valid = [form.is_valid(), rule is None or rule.is_valid()]
        if not all(valid):
            return self.show(form, rule, status=REFUSED)
        return self.save(form, rule)

    # --- Forms ---

    def form(self, data: QueryDict | None = None) -> ElementForm:
        question = self.spot.question
        return ElementForm(question, self.language, data, None, key=question.id, sources=self.sources)

    def rule_form(self, data: QueryDict | None = None) -> RuleForm | None:
        """None for follow-ups, which have no rules of their own."""
        return None if self.spot.parent else RuleForm(self.spot.question, self.document, self.language, data)

    def unchecked(self, data: QueryDict) -> tuple[ElementForm, RuleForm | None]:
        """The forms as they were sent, without telling what is missing: the planner has not finished."""
        form, rule = self.form(data), self.rule_form(data)
        each = [form, *(row for rows in form.rows.values() for row in rows.forms), *(rule.forms if rule else [])]
        for part in each:
            part._errors = forms.utils.ErrorDict()
        return form, rule

    def take_lists(self, data: QueryDict) -> None:
        """Make rows of pasted lines, files and drawings. Raises ValidationError."""
        kind = type(self.spot.question)
        for name in kind.model_fields:
            member = list_member(kind, name)
            if member is None:
                continue
            if "geometry" in member.model_fields:
                commands.take_places(data, self.request.FILES, name, self.language)
            else:
                commands.take_pasted(data, name)

    # --- Saving ---

    def save(self, form: ElementForm, rule: RuleForm | None):
        question = form.element_written
        question.show_when = rule.stored if rule else []
        try:
            self.change(lambda document: self.put(document, question))
        except Conflict as conflict:
            return self.show_conflict(form, rule, question, conflict.theirs)
        except Refused as refused:
            return self.show(form, rule, errors=refused.messages, status=REFUSED)
        return self.leave(question)

    def put(self, document: Questionnaire, question: Question) -> None:
        """Put the edited question in its place. Raises Conflict, Gone."""
        spot = find_spot(document, question.id)
        if digest_of(spot.question) != self.request.POST.get("opened") and spot.question != question:
            raise Conflict(spot.question)
        if question.marks:
            question.follow_ups = spot.question.follow_ups
        spot.siblings[spot.index] = question

    def leave(self, question: Question):
        if self.next_language != self.language:
            return redirect(self.address("question", question.id))
        home = self.spot.parent.id if self.spot.parent else self.spot.step.id
        if "save-and-add" in self.request.POST:
            messages.success(self.request, gettext("The question was saved."))
            return redirect(self.address("add_question", home, after=question.id))
        if "save-and-follow" in self.request.POST:
            return redirect(self.address("add_question", question.id))
        return redirect(self.address("questions", anchor=f"#item-{question.id}", at=question.id, did="saved"))

    # --- Pages ---

    def show(self, form, rule, *, errors=(), status=200, did="", conflict: list[Difference] | None = None, opened=""):
        question = self.spot.question
        numbers = question_numbers(self.document)
        context = {
            "question": question,
            "form": form,
            "rule": rule,
            "errors": list(errors),
            "conflict": conflict,
            "changed_by": self.draft.latest_revision if conflict is not None else None,
            "opened": opened or self.request.POST.get("opened") or digest_of(question),
            "main_parts": form.parts("label", "help", "text"),
            "setting_parts": in_order(form.parts(*(name for name in form.fields if name not in MAIN))),
            "name_parts": form.parts("name"),
            "lists": [self._list(form, rows) for rows in form.rows.values()],
            "follow_ups": [(numbers.get(each.id, ""), each) for each in getattr(question, "follow_ups", [])],
            "media": form.media + (rule.media if rule else forms.Media()),
            "is_new": self.is_new,
            "after": self.request.GET.get("after", ""),
            "did": did,
            "spot": self.spot,
        }
        return self.page("question.html", context, status=status)

    def _list(self, form: ElementForm, rows) -> dict:
        context = {"rows": rows, "drawn": "", "media": forms.Media()}
        if not rows.takes_blank:
            widget = NewPlacesWidget()
            sent = form.data.get(f"{rows.name}-drawn", "") if form.is_bound else ""
            context["drawn"] = widget.render(f"{rows.name}-drawn", sent, {"id": f"id_{rows.name}-drawn"})
            context["media"] = widget.media
        return context

    def show_conflict(self, form, rule, mine: Question, theirs: Question):
        """Both versions, with what was typed still in the form; saving again puts it in place of the other."""
        conflict = element_differences(capfirst(gettext("question")), theirs, mine, self.document)
        return self.show(form, rule, status=CONFLICT, conflict=conflict, opened=digest_of(theirs))


MAIN = frozenset({"label", "help", "text", "name"})


def in_order(parts: list[Part]) -> list[Part]:
    """What is only ticked first, then what takes a column, then what takes the whole width."""
    return sorted(parts, key=lambda part: (part.is_wide, not part.is_tick))


class NewQuestionView(QuestionView):
    """The form of a question that is not there yet; its id travels along, so that it is added once."""

    is_new = True

    @cached_property
    def spot(self) -> Spot:
        kind, home = KINDS.get(self.kwargs["kind"]), self.kwargs["home"]
        if kind is None:
            raise Http404
        if self.document.find_step(home) is None and kind not in FOLLOW_UP_KINDS:
            raise Http404
        question = kind(id=_own_id(self.request.POST.get("id", "")))
        copying.add_question(self.document, home, question, self.request.GET.get("after", ""))
        return find_spot(self.document, question.id)

    def put(self, document, question):
        if any(
            question.id == each.id for step in document.steps for each in step.elements() if isinstance(each, Question)
        ):
            return
        copying.add_question(document, self.kwargs["home"], question, self.request.GET.get("after", ""))


def _own_id(text: str) -> str:
    return text if len(text) == len(new_id()) and text.isalnum() and text.islower() else new_id()
