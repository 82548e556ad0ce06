"""Surveys as open data: the list of them, and the answers to those that announced it and have closed."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from cms.choices import ConsultationStatus
from cms.opendata.datasets import Column, Filter, QuerySetDataset
from cms.opendata.errors import DataError
from cms.opendata.expressions import GeoJSONGeometry, IsoDate, IsoDateTime, Latitude, Longitude, Wkt
from cms.opendata.families import DatasetFamily
from cms.organisations.models import OrganisationTranslation
from hearings.datasets import text_of
from mapsurveys.exporting.columns import MARK, PUBLIC_RESPONSE
from mapsurveys.exporting.public import PublicFiles, all_public_files, find_public_files
from mapsurveys.exporting.rows import AnswersDataset
from mapsurveys.models import Survey, SurveyTranslation


def public_surveys(filters) -> QuerySet:
    surveys = Survey.objects.public().listed().with_response_count().with_status()
    if survey := filters.get("survey"):
        surveys = surveys.filter(pk=survey.pk)
    return surveys.order_by("open_at", "pk")


def find_survey(slug: str) -> Survey:
    """The public survey with this address. Raises Http404."""
    survey = Survey.objects.public().filter(slug=slug).first()
    if survey is None:
        raise Http404
    return survey


def example_slug() -> str:
    """Address of a public survey, for the catalogue's example."""
    return Survey.objects.public().listed().order_by("-open_at").values_list("slug", flat=True).first() or ""


def _example_files() -> PublicFiles | None:
    """Those of the survey that closed last and whose answers are published."""
    closed = Survey.objects.public().opening(ConsultationStatus.CLOSED).filter(publishes_answers=True)
    for slug in closed.order_by("-close_at").values_list("slug", flat=True)[:10]:
        try:
            return find_public_files(slug)
        except DataError:
            continue
    return None


def published_slug() -> str:
    """Address of a survey whose answers can be had, for the catalogue's example."""
    files = _example_files()
    return files.survey.slug if files else ""


def published_question() -> str:
    """Short name of a map question of that survey."""
    files = _example_files()
    return files.map_questions[0].key if files and files.map_questions else ""


def build_places(filters):
    """The places of one map question. Raises Http404."""
    files = filters["survey"]
    question = files.find_map_question(filters["question"])
    if question is None:
        raise Http404
    return _places_of(files, question)


def place_collections() -> Iterator[tuple[dict[str, str], AnswersDataset]]:
    """The places of every map question of every survey whose answers are public now."""
    for files in all_public_files():
        for question in files.map_questions:
            yield {"survey": files.survey.slug, "question": question.key}, _places_of(files, question)


def _places_of(files, question):
    # On its own it has to tell whose question it is: map programs list those of all surveys.
    return replace(files.places(question, "survey-places"), title=f"{question} – {files.survey}")


PUBLISHED = Filter(
    name="survey",
    description=_("The survey, by the last part of its web address; it has closed and announced that it publishes."),
    resolve=find_public_files,
    example=published_slug,
    required=True,
)

surveys = QuerySetDataset(
    identifier="surveys",
    title=_("Surveys"),
    description=_("All published map surveys: when they are open, who holds them, where, and how many answered them."),
    queryset=public_surveys,
    geometry=GeoJSONGeometry("area"),
    key=("survey",),
    period=("open_at", "close_at"),
    filters=(
        Filter(
            name="survey",
            description=_("Only this survey, by the last part of its web address."),
            resolve=find_survey,
            example=example_slug,
        ),
    ),
    columns=(
        Column("survey", "string", _("Survey"), _("Last part of the survey's web address."), "slug"),
        *(
            Column(
                f"title_{code}",
                "string",
                title,
                _("Empty where there is none."),
                text_of(SurveyTranslation, "title", "pk", code),
            )
            for code, title in (
                ("fi", _("Title in Finnish")),
                ("sv", _("Title in Swedish")),
                ("en", _("Title in English")),
            )
        ),
        Column(
            "organisation",
            "string",
            _("Organisation"),
            _("In Finnish."),
            text_of(OrganisationTranslation, "name", "organisation_id", "fi"),
        ),
        Column("status", "string", _("Status"), _("When downloaded: upcoming, open or closed."), "status_by_clock"),
        Column("open_at", "datetime", _("Opens"), _("Finnish time, with its offset."), IsoDateTime("open_at")),
        Column(
            "close_at", "datetime", _("Closes"), _("The last second to answer, Finnish time."), IsoDateTime("close_at")
        ),
        Column(
            "results_expected_on",
            "date",
            _("Results expected"),
            _("When residents are told what came of it."),
            IsoDate("results_expected_on"),
        ),
        Column("response_count", "integer", _("Answers"), _("How many answered."), "response_count"),
        Column(
            "publishes_answers",
            "boolean",
            _("Answers published"),
            _("Whether answers can be downloaded after it has closed."),
            "publishes_answers",
        ),
        Column("lon", "number", _("Longitude"), _("Of a point in the area, in degrees (WGS 84)."), Longitude("area")),
        Column("lat", "number", _("Latitude"), _("Of a point in the area, in degrees (WGS 84)."), Latitude("area")),
        Column(
            "wkt",
            "wkt",
            _("Area"),
            _("As well-known text, longitude first (WGS 84). Empty: the whole city."),
            Wkt("area"),
        ),
    ),
)

responses = DatasetFamily(
    identifier="survey-responses",
    title=_("Answers to a survey"),
    description=_(
        "A row for each answer sheet; its columns follow the survey's questions, in all versions of it. Only what "
        "respondents were told of is published: no personal answers, and nothing that moderators have hidden. There "
        "are none where fewer people answered than the survey's smallest group."
    ),
    filters=(PUBLISHED,),
    build=lambda filters: filters["survey"].responses("survey-responses"),
    columns=PUBLIC_RESPONSE,
    formats=("csv", "xlsx", "jsonl", "zip"),
)

places = DatasetFamily(
    identifier="survey-places",
    title=_("Places marked in a survey"),
    description=_(
        "A row for each place that was marked for one question, with what was asked of it. Places of questions about "
        "homes and the like are moved to a grid."
    ),
    filters=(
        PUBLISHED,
        Filter(
            name="question",
            description=_("The map question, by its short name; the survey's code book has them."),
            resolve=str,
            example=published_question,
            required=True,
        ),
    ),
    build=build_places,
    columns=MARK,
    formats=("csv", "xlsx", "geojson", "gpkg", "jsonl", "zip"),
    collections=place_collections,
)

code_book = DatasetFamily(
    identifier="survey-codebook",
    title=_("Code book of a survey"),
    description=_("What each column of a survey's answers holds, with the questions in every language."),
    filters=(PUBLISHED,),
    build=lambda filters: filters["survey"].code_book("survey-codebook"),
    formats=("csv", "xlsx", "jsonl", "zip"),
)

package = DatasetFamily(
    identifier="survey-package",
    title=_("All data of a survey"),
    description=_("Answers, the places of each map question, code book and versions in one file."),
    filters=(PUBLISHED,),
    build=lambda filters: filters["survey"].package("survey-package"),
    formats=("xlsx", "gpkg", "zip"),
)
