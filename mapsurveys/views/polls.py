"""Quick polls: surveys shown in the section of a hearing that they belong to."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cms.translations import with_texts
from mapsurveys.models import Survey, SurveyVersion
from mapsurveys.permissions import can_see_results
from mapsurveys.pictures import with_pictures
from mapsurveys.views.presenting import poll_context
from mapsurveys.views.sitting import Sitting


def fill_sections(request, hearing, sections, status) -> dict:
    """The surveys of a hearing's sections, as hearings.slots wants them: two queries, and two more for pictures.

    The reader is treated as anyone would be, because the page is the same for all.
    """
    surveys = with_texts(Survey.objects.filter(section__in=sections, live=True), "title", "abstract", "data_notice")
    surveys = list(surveys.select_related("organisation").order_by("open_at", "pk"))
    versions = latest_versions(surveys)
    sittings = [sitting_in(request, survey, versions.get(survey.pk)) for survey in surveys]
    polls = without_twins({sitting.survey.pk: poll_context(sitting) for sitting in sittings})
    questions = [question for poll in polls.values() if poll for question in poll["step"].questions]
    filled: dict = {}
    with with_pictures(questions):
        for sitting in sittings:
            html = render_poll(request, sitting, polls[sitting.survey.pk])
            filled[sitting.survey.section_id] = filled.get(sitting.survey.section_id, SafeString()) + html
    return filled


def without_twins(polls: dict) -> dict:
    """None for a poll that asks a question of one before it, as surveys from the same file do: ids are one a page."""
    met: set[str] = set()
    shown = {}
    for key, poll in polls.items():
        own = {question.id for question in poll["step"].questions} if poll else set()
        shown[key] = poll if met.isdisjoint(own) else None
        met |= own
    return shown


def latest_versions(surveys) -> dict:
    """The version that residents answer now, by survey."""
    if not surveys:
        return {}
    numbered = SurveyVersion.objects.filter(survey__in=surveys, number__isnull=False)
    return {version.survey_id: version for version in numbered.order_by("survey", "-number").distinct("survey")}


def sitting_in(request, survey: Survey, version: SurveyVersion | None) -> Sitting:
    """Someone who reads the hearing and has stored nothing."""
    return Sitting(request.user, survey, version, carried={})


def render_poll(request, sitting: Sitting, poll: dict | None) -> SafeString:
    now = timezone.now()
    context = {
        "LANGUAGE_CODE": get_language(),
        "survey": sitting.survey,
        "status": sitting.survey.status_at(now),
        "poll": poll if poll and not poll["has_map"] else None,
        "may_answer": sitting.version is not None and sitting.may_answer(),
        "can_see_results": can_see_results(request.user, sitting.survey, now),
    }
    # Without the request: its context processors would ask the database anew for the menus of each poll.
    return render_to_string("mapsurveys/_poll.html", context)
