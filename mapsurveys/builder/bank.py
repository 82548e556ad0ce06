"""The organisation's question bank: keeping a question, and taking a copy of one."""

from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError
from wagtail.admin import messages

from cms.organisations.models import Organisation
from cms.permissions import Right, within_reach
from mapsurveys.builder import copying
from mapsurveys.builder.drafts import Refused
from mapsurveys.builder.finding import find_step
from mapsurveys.builder.pages import BuilderView
from mapsurveys.kinds import Question
from mapsurveys.models import BankQuestion
from mapsurveys.rule_words import name_of


def keep_in_bank(*, organisation: Organisation, question: Question) -> BankQuestion:
    """Keep a copy, without its rule, for all surveys of the organisation. A question of the same name is replaced."""
    stored = copying.stored_question(copying.question_copy(question))
    kept, _created = BankQuestion.objects.update_or_create(
        organisation=organisation, name=name_of(question)[:200], defaults={"question": stored}
    )
    return kept


def bank_of(user) -> list[tuple[BankQuestion, Question]]:
    """What `user` may take: questions of their organisations and of those above. Unreadable ones are left out."""
    offered = BankQuestion.objects.filter(within_reach(user, Right.EDIT)).select_related("organisation")
    found = []
    for kept in offered.prefetch_related("organisation__translations"):
        try:
            found.append((kept, copying.read_question(kept.question)))
        except ValidationError:
            continue
    return found


class BankView(BuilderView):
    """Takes questions from the bank into a step, or throws them out of it."""

    title = _("Question bank")

    def get(self, request, pk, step):
        step = find_step(self.document, step)
        return self.page("bank.html", {"step": step, "offered": bank_of(request.user)})

    def post(self, request, pk, step):
        if "remove" in request.POST:
            own = Q(organisation=self.own.organisation, pk=_as_key(request.POST["remove"]))
            BankQuestion.objects.filter(own).delete()
            messages.success(request, gettext("The question is no longer in the bank."))
            return redirect(self.address("bank", step))
        ticked = set(request.POST.getlist("take"))
        copies = [copying.question_copy(question) for kept, question in bank_of(request.user) if str(kept.pk) in ticked]

        def add(document):
            for copy in copies:
                copying.add_question(document, step, copy)

        try:
            self.change(add)
        except Refused as refused:
            self.refuse(refused)
            return redirect(self.address("bank", step))
        at = copies[-1].id if copies else step
        return redirect(self.address("questions", anchor=f"#item-{at}", at=at, did="add"))


def _as_key(text: str) -> int:
    return int(text) if text.isdecimal() else 0
