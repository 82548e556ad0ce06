"""What has changed: between the draft and what is published, and between any two versions."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from mapsurveys.builder.pages import BuilderView
from mapsurveys.differences import differences
from mapsurveys.questionnaire import Questionnaire

DRAFT, LIVE = "draft", "published"
#: Saved drafts that are offered; older ones are in Wagtail's history.
MOST_REVISIONS = 100


@dataclass(frozen=True)
class Edition:
    """A questionnaire that can be compared: `key` names it in addresses."""

    key: str
    name: str


class ChangesView(BuilderView):
    title = _("Changes")

    def get(self, request, pk):
        default = LIVE if self.own.live else self.oldest
        before, after = request.GET.get("from", default), request.GET.get("to", DRAFT)
        found = differences(self.read(before), self.read(after))
        context = {"editions": self.editions, "before": before, "after": after, "differences": found}
        return self.page("changes.html", context)

    @cached_property
    def editions(self) -> list[Edition]:
        found = [Edition(DRAFT, gettext("The newest draft"))]
        if self.own.live:
            found.append(Edition(LIVE, gettext("What is published now")))
        versions = self.own.versions.filter(number__isnull=False).defer("questionnaire").order_by("-number")
        for version in versions:
            words = gettext("Version %(number)s, published %(when)s")
            when = moment(version.created_at)
            found.append(Edition(f"v{version.number}", words % {"number": version.number, "when": when}))
        revisions = self.own.revisions.defer("content").select_related("user").order_by("-created_at", "-pk")
        for revision in revisions[:MOST_REVISIONS]:
            words = gettext("Saved %(when)s by %(who)s") if revision.user else gettext("Saved %(when)s")
            names = {"when": moment(revision.created_at), "who": revision.user}
            found.append(Edition(f"r{revision.pk}", words % names))
        return found

    @property
    def oldest(self) -> str:
        return self.editions[-1].key

    def read(self, key: str) -> Questionnaire:
        """Raises Http404."""
        try:
            return Questionnaire.read(self._stored(key))
        except ValidationError:
            raise Http404 from None

    def _stored(self, key: str) -> dict:
        if key == DRAFT:
            return self.draft.questionnaire
        if key == LIVE and self.own.live:
            return self.own.questionnaire
        number = key[1:]
        if number.isdecimal() and len(number) < 10:
            if key[0] == "v" and (version := self.own.versions.filter(number=number).first()):
                return version.questionnaire
            if key[0] == "r" and (revision := self.own.revisions.filter(pk=number).first()):
                return revision.as_object().questionnaire
        raise Http404


def moment(value) -> str:
    return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
