"""Reading answers one by one in the Wagtail admin: written ones, places and files."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.gis.geos import MultiPoint
from django.core.paginator import Paginator
from django.db.models import CharField, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.geo import WGS84, representative_point
from cms.organisations.models import Area
from cms.translations import with_texts
from mapsurveys.admin.results_page import ResultsPage
from mapsurveys.analysis.selecting import Selection
from mapsurveys.keeping import keep_answer, tell_answer
from mapsurveys.kinds import Question
from mapsurveys.kinds.choosing import OTHER
from mapsurveys.models import Attachment, Feature, Response
from mapsurveys.permissions import can_moderate

ANSWERS_A_PAGE = 25
LATEST = 3
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class WrittenAnswer:
    """One answer in words, with the response that it is in."""

    response: Response
    text: str
    is_kept: bool
    attachment: str = ""


def written_answers(selection: Selection, question: Question) -> QuerySet[Response]:
    """Responses with something written for the question, the latest first, each with its `text`."""
    responses = selection.responses().order_by("-submitted_at", "pk")
    path = f"answers__{question.id}"
    if question.summary == "choices":
        return responses.filter(**{f"{path}__has_key": OTHER}).annotate(text=KT(f"{path}__{OTHER}"))
    if question.summary == "files":
        return responses.filter(answers__has_key=question.id).annotate(text=KT(f"{path}__0__name"))
    return responses.filter(answers__has_key=question.id).annotate(text=Cast(KT(path), CharField()))


def as_written(response: Response, question: Question) -> WrittenAnswer:
    files = response.answers[question.id] if question.summary == "files" else []
    attachment = files[0]["attachment"] if files else ""
    return WrittenAnswer(response, response.text, question.id in response.hidden_answers, attachment)


def read_key(text: str) -> UUID | None:
    """A key that an address or a form names; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def areas_around(places: Iterable[Feature]) -> list[Area]:
    """Named areas that any of the places touches, the smallest first."""
    points = [representative_point(place.geometry) for place in places if place.geometry]
    if not points:
        return []
    areas = with_texts(Area.objects.filter(geometry__intersects=MultiPoint(points, srid=WGS84)), "name")
    return sorted(areas, key=lambda area: area.geometry.area)


def latest_texts(selection: Selection, question: Question) -> list[WrittenAnswer]:
    """The latest few, for a page that shows the question among others."""
    return [as_written(response, question) for response in written_answers(selection, question)[:LATEST]]


def searched(request) -> str:
    return request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]


class AnswersView(ResultsPage):
    """The written answers to `?question=`, searched by `?q=`. POST keeps one from the public, or lets it be told."""

    template_name = "mapsurveys/results/answers.html"

    @cached_property
    def question(self) -> Question:
        found = self.document.find_question(self.request.GET.get("question", ""))
        if (
            found is None
            or found.personal
            or not (found.summary in ("texts", "files") or getattr(found, "other", False))
        ):
            raise Http404
        return found

    def get(self, request, pk):
        words = searched(request)
        responses = written_answers(self.selection, self.question)
        if words:
            responses = responses.filter(text__icontains=words)
        page_obj = Paginator(responses.select_related("channel"), ANSWERS_A_PAGE).get_page(request.GET.get("p"))
        context = {
            "question": self.question,
            "page_obj": page_obj,
            "answers": [as_written(response, self.question) for response in page_obj],
            "words": words,
            "kept": [*self.kept(), ("question", self.question.id)],
            "next_pages": self.page_links(page_obj, words),
            "media": "",
        }
        return self.show(context)

    def page_links(self, page_obj, words: str) -> dict[str, str]:
        """Addresses of the pages before and after this one."""
        found = {}
        if page_obj.has_previous():
            found["previous"] = self.page_address(page_obj.previous_page_number(), words)
        if page_obj.has_next():
            found["next"] = self.page_address(page_obj.next_page_number(), words)
        return found

    def page_address(self, number: int, words: str) -> str:
        return self.address("answers", question=self.question.id, q=words, p=str(number))

    def post(self, request, pk):
        own = Response.objects.counted().filter(survey=self.own)
        key = read_key(request.POST.get("response", ""))
        response = get_object_or_404(own, pk=key)
        if "keep" in request.POST:
            keep_answer(response=response, question=self.question, by=request.user)
            messages.success(request, _("The answer is kept from the public."))
        else:
            tell_answer(response=response, question=self.question, by=request.user)
            messages.success(request, _("The answer may be public again."))
        return redirect(request.get_full_path())


class PlacesView(ResultsPage):
    """The places marked for a question, one by one; `?place=` shows one first, `?district=` those in an area."""

    template_name = "mapsurveys/results/places.html"

    def get(self, request, pk, question):
        found = self.document.find_question(question)
        if found is None or not found.marks or found.personal:
            raise Http404
        features = self.features(found)
        page_obj = Paginator(features, ANSWERS_A_PAGE).get_page(request.GET.get("p"))
        areas = areas_around(page_obj)
        rows = [self.row(found, place, areas) for place in page_obj]
        words = searched(request)
        context = {"question": found, "page_obj": page_obj, "rows": rows, "words": words, "media": ""}
        links = {}
        if page_obj.has_previous():
            links["previous"] = self.address("places", found.id, q=words, p=str(page_obj.previous_page_number()))
        if page_obj.has_next():
            links["next"] = self.address("places", found.id, q=words, p=str(page_obj.next_page_number()))
        return self.show(context | {"next_pages": links})

    def features(self, question: Question) -> QuerySet[Feature]:
        """Latest first; the one that the map leads to alone."""
        features = self.selection.features(question.id, shown_only=False).select_related("response__channel")
        features = features.order_by("-response__submitted_at", "response", "number")
        if one := self.request.GET.get("place"):
            return features.filter(pk=read_key(one))
        words = searched(self.request)
        told = Q(words__icontains=words) | Q(told__icontains=words)
        return features.annotate(told=Cast("answers", CharField())).filter(told) if words else features

    def row(self, question: Question, place: Feature, areas: list[Area]) -> dict:
        answers = [
            {"question": each, "words": each.in_words(place.answers[each.id])}
            for each in question.follow_ups
            if each.id in place.answers
        ]
        near = next((area for area in areas if place.geometry and area.geometry.intersects(place.geometry)), None)
        given = question.find(place.place) if place.place and hasattr(question, "find") else None
        return {
            "place": place,
            "area": near.translated("name") if near else "",
            "given": given.translated("label") if given else "",
            "answers": answers,
            "moderate_url": reverse("survey_places:moderate", args=[place.pk])
            if can_moderate(self.request.user, self.own)
            else "",
        }


class FileView(ResultsPage):
    """A file that a respondent sent, to be saved: nothing of it is run or shown in the browser."""

    def get(self, request, pk, file):
        own = Attachment.objects.filter(response__in=Response.objects.counted().filter(survey=self.own))
        attachment = get_object_or_404(own, pk=file)
        question = self.document.find_question(attachment.question)
        if question is None or question.personal:
            raise Http404
        try:
            content = attachment.file.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        response = FileResponse(content, content_type=attachment.content_type)
        response.headers["Content-Disposition"] = content_disposition_header(True, attachment.name)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
