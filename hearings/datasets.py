"""Hearings and comments as open data: only public rows, only the columns listed here.

Names of commenters are not listed: they are shown beside the comment, where they can be taken away, and not
in files that stay on other people's disks.
"""

from django.db.models import FilteredRelation, OuterRef, Q, QuerySet, Subquery, TextField
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from cms.consultations import ANYONE
from cms.opendata.datasets import Column, Filter, QuerySetDataset
from cms.opendata.expressions import (
    FilledText,
    GeoJSONGeometry,
    IsoDate,
    IsoDateTime,
    Latitude,
    Longitude,
    Text,
    Wkt,
)
from cms.organisations.models import OrganisationTranslation
from hearings.models import Comment, Hearing, HearingTranslation


def find_hearing(slug: str) -> Hearing:
    """The public hearing with this address. Raises Http404."""
    hearing = Hearing.objects.public().filter(slug=slug).first() if "\0" not in slug else None
    if hearing is None:
        raise Http404
    return hearing


def example_slug() -> str:
    """Address of a public hearing, for the catalogue's example."""
    return Hearing.objects.public().order_by("-open_at").values_list("slug", flat=True).first() or ""


def text_of(model, field: str, owner: str, language: str) -> Subquery:
    """A translated text in one language, in SQL; NULL where there is none."""
    rows = model.objects.filter(master=OuterRef(owner), language_code=language)
    return Subquery(rows.values(field)[:1], output_field=TextField())


def finnish(translations: str) -> FilteredRelation:
    """The Finnish row of a relation's translations, to join with."""
    return FilteredRelation(translations, condition=Q(**{f"{translations}__language_code": "fi"}))


def public_comments(filters) -> QuerySet:
    # Titles by join: a subquery in each of 35,000 rows costs twice the time.
    comments = Comment.objects.visible_to(ANYONE).annotate(
        hearing_fi=finnish("hearing__translations"), section_fi=finnish("section__translations")
    )
    if hearing := filters.get("hearing"):
        comments = comments.filter(hearing=hearing)
    return comments.order_by("created_at", "pk")


def public_hearings(filters) -> QuerySet:
    hearings = Hearing.objects.public().with_comment_count().with_status()
    if hearing := filters.get("hearing"):
        hearings = hearings.filter(pk=hearing.pk)
    return hearings.order_by("open_at", "pk")


HEARING_FILTER = Filter(
    name="hearing",
    description=_("Only this hearing, by the last part of its web address."),
    resolve=find_hearing,
    example=example_slug,
)

comments = QuerySetDataset(
    identifier="comments",
    title=_("Comments"),
    description=_(
        "What residents said in hearings, and where. Comments that were hidden or withdrawn are not in it, nor are "
        "names of people."
    ),
    queryset=public_comments,
    geometry=GeoJSONGeometry("geometry"),
    key=("id",),
    period=("created_at", "created_at"),
    filters=(HEARING_FILTER,),
    columns=(
        Column("id", "integer", _("Number"), _("Number of the comment; it never changes.")),
        Column("hearing", "string", _("Hearing"), _("Last part of the hearing's web address."), "hearing__slug"),
        Column(
            "hearing_title",
            "string",
            _("Title of the hearing"),
            _("In Finnish."),
            "hearing_fi__title",
        ),
        Column("section", "string", _("Section"), _("Identifier of the section commented on."), Text("section_id")),
        Column(
            "section_title",
            "string",
            _("Title of the section"),
            _("In Finnish."),
            "section_fi__title",
        ),
        Column(
            "parent_id",
            "integer",
            _("Reply to"),
            _("Number of the comment that this one replies to; empty for others. That comment may be hidden."),
        ),
        Column(
            "created_at",
            "datetime",
            _("Sent"),
            _("Finnish time, with its offset."),
            IsoDateTime("created_at"),
        ),
        Column(
            "edited_at",
            "datetime",
            _("Edited"),
            _("When its author last changed it; mostly empty."),
            IsoDateTime("edited_at"),
        ),
        Column(
            "language",
            "string",
            _("Language"),
            _("Language of the text as told by a program (ISO 639-1)."),
            FilledText("language"),
        ),
        Column("text", "string", _("Text"), _("As it was written."), FilledText("text")),
        Column(
            "place_text",
            "string",
            _("Place in words"),
            _("Where the comment is about, in its author's words."),
            FilledText("place_text"),
        ),
        Column(
            "lon",
            "number",
            _("Longitude"),
            _("Of a point on the place, in degrees (WGS 84)."),
            Longitude("geometry"),
        ),
        Column(
            "lat",
            "number",
            _("Latitude"),
            _("Of a point on the place, in degrees (WGS 84)."),
            Latitude("geometry"),
        ),
        Column(
            "wkt",
            "wkt",
            _("Shape"),
            _("The whole place as well-known text, longitude first (WGS 84)."),
            Wkt("geometry"),
        ),
    ),
)

hearings = QuerySetDataset(
    identifier="hearings",
    title=_("Hearings"),
    description=_("All published hearings: when they are open, who holds them, where, and how many comments they got."),
    queryset=public_hearings,
    geometry=GeoJSONGeometry("area"),
    key=("hearing",),
    period=("open_at", "close_at"),
    filters=(HEARING_FILTER,),
    columns=(
        Column("hearing", "string", _("Hearing"), _("Last part of the hearing's web address."), "slug"),
        Column(
            "title_fi",
            "string",
            _("Title in Finnish"),
            _("Empty where there is none."),
            text_of(HearingTranslation, "title", "pk", "fi"),
        ),
        Column(
            "title_sv",
            "string",
            _("Title in Swedish"),
            _("Empty where there is none."),
            text_of(HearingTranslation, "title", "pk", "sv"),
        ),
        Column(
            "title_en",
            "string",
            _("Title in English"),
            _("Empty where there is none."),
            text_of(HearingTranslation, "title", "pk", "en"),
        ),
        Column(
            "organisation",
            "string",
            _("Organisation"),
            _("In Finnish."),
            text_of(OrganisationTranslation, "name", "organisation_id", "fi"),
        ),
        Column(
            "status",
            "string",
            _("Status"),
            _("When downloaded: upcoming, open or closed."),
            "status_by_clock",
        ),
        Column("open_at", "datetime", _("Opens"), _("Finnish time, with its offset."), IsoDateTime("open_at")),
        Column(
            "close_at",
            "datetime",
            _("Closes"),
            _("The last second to comment, Finnish time."),
            IsoDateTime("close_at"),
        ),
        Column(
            "results_expected_on",
            "date",
            _("Results expected"),
            _("When residents are told what came of it."),
            IsoDate("results_expected_on"),
        ),
        Column("comment_count", "integer", _("Comments"), _("How many anyone may read.")),
        Column(
            "lon",
            "number",
            _("Longitude"),
            _("Of a point in the area, in degrees (WGS 84)."),
            Longitude("area"),
        ),
        Column(
            "lat",
            "number",
            _("Latitude"),
            _("Of a point in the area, in degrees (WGS 84)."),
            Latitude("area"),
        ),
        Column(
            "wkt",
            "wkt",
            _("Area"),
            _("As well-known text, longitude first (WGS 84). Empty: the whole city."),
            Wkt("area"),
        ),
    ),
)
