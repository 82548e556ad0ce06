"""What the maps of results ask for, box by box: places for staff; for the public only hexagons of enough people."""

from django.core.exceptions import ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.boxes import Box, bad_request, compact, feature, first_that_fits, read_box, use_reader_language
from cms.pages import public_page
from mapsurveys.analysis import places as marked
from mapsurveys.analysis.selecting import Selection
from mapsurveys.charts import breaks, heat_colours, heat_map_legend
from mapsurveys.kinds.marking import Marking
from mapsurveys.models import Feature, Survey
from mapsurveys.permissions import can_see_answers, can_see_results
from mapsurveys.results.choosing import selection_from
from mapsurveys.results.joining import joined_document
from mapsurveys.results.publishing import public_edge, public_selection
from mapsurveys.views.results import survey_of_receipt

#: Characters of a place's answers beside its mark, and plainer versions where they do not fit (with its shape?).
VERSIONS = ((140, True), (60, False), (0, False))
#: Hexagons in one answer; each takes some thirty bytes.
MOST_SENT = 2_500


@never_cache
@require_safe
def places(request, slug, question):
    """Staff: the places marked for a question, near ones together. Takes the filters of results/choosing.py."""
    return _for_staff(request, slug, question, _places)


@never_cache
@require_safe
def heat(request, slug, question):
    """Staff: hexagons with the people who marked something in them. Takes the filters of results/choosing.py."""
    return _for_staff(request, slug, question, _heat)


@public_page
@require_safe
def results(request, slug, question):
    """The public: hexagons of at least the survey's smallest group of people."""
    survey = get_object_or_404(Survey.objects.visible_to(request.user).select_related("organisation"), slug=slug)
    return _for_public(request, survey, question, has_answered=False)


@never_cache
@require_safe
def own_results(request, slug, code, question):
    """The same for those who have answered, while others do not see the results yet."""
    return _for_public(request, survey_of_receipt(slug, code), question, has_answered=True)


def _for_staff(request, slug, question_id, answer):
    survey = get_object_or_404(Survey.objects.visible_to(request.user).select_related("organisation"), slug=slug)
    if not can_see_answers(request.user, survey):
        raise Http404
    try:
        box = read_box(request)
    except ValidationError as error:
        return bad_request(error)
    use_reader_language(request)
    document = joined_document(survey)
    selection, _form = selection_from(request.GET, survey, document)
    return answer(selection, find_map_question(document, question_id), box)


def find_map_question(document, question_id: str) -> Marking:
    """Raises Http404."""
    question = document.find_question(question_id)
    if question is None or not question.marks or question.personal:
        raise Http404
    return question


def _for_public(request, survey, question_id, *, has_answered):
    now = timezone.now()
    if not can_see_results(request.user, survey, now, has_answered=has_answered):
        raise Http404
    try:
        box = read_box(request)
    except ValidationError as error:
        return bad_request(error)
    use_reader_language(request)
    selection = public_selection(survey, now)
    question = find_map_question(selection.document, question_id)
    edge = public_edge(selection.features(question_id, shown_only=True).count(), question.coarsen)
    cells = [cell for cell in marked.heat(selection, question_id, box, edge) if cell.people >= survey.smallest_cell]
    return answer_cells(cells, edge)


def _heat(selection: Selection, question: Marking, box: Box) -> JsonResponse:
    edge = marked.edge_for_view(box)
    return answer_cells(marked.heat(selection, question.id, box, edge), edge)


def answer_cells(cells: list[marked.Cell], edge: int) -> JsonResponse:
    """Hexagons as [lon, lat, people] of their middles, with their side in metres, classes, colours and legend.

    The browser draws them: as GeoJSON polygons they would take six times as much.
    """
    starts = breaks([cell.people for cell in cells])
    return compact(
        {
            "edge": edge,
            "cells": [[round(cell.lon, 5), round(cell.lat, 5), cell.people] for cell in cells[:MOST_SENT]],
            "breaks": starts,
            "colours": heat_colours(len(starts)) if starts else [],
            "legend": heat_map_legend(starts),
        }
    )


def _places(selection: Selection, question: Marking, box: Box) -> JsonResponse:
    groups = marked.clusters(selection, question.id, box)
    alone = [group.feature for group in groups if group.count == 1]
    features = Feature.objects.in_bulk(alone)
    return first_that_fits(
        [_place(selection.survey, question, group, features, length, with_shape) for group in groups]
        for length, with_shape in VERSIONS
    )


def _place(survey, question, group: marked.Cluster, features, length, with_shape) -> dict:
    if group.count > 1:
        return feature(group.centre, {"cluster": True, "count": group.count})
    place = features[group.feature]
    properties = {
        "id": str(place.pk),
        "excerpt": Truncator(words_of(question, place)).chars(length) if length else "",
        "url": reverse("surveys_admin:places", args=[survey.pk, question.id]) + f"?place={place.pk}",
    }
    return feature(group.shape if with_shape else group.centre, properties)


def words_of(question: Marking, place: Feature) -> str:
    """What a respondent said of a place, in one text."""
    given = getattr(question, "find", None)
    name = str(given(place.place).translated("label")) if given and place.place and given(place.place) else ""
    told = [each.in_words(place.answers[each.id]) for each in question.follow_ups if each.id in place.answers]
    return ". ".join(part for part in (name, place.words, *told) if part)
