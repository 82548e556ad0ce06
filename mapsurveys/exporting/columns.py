"""Columns that do not depend on the questions. A column's source is a field path or an expression on its model."""

from django.db.models import F, FloatField, Func, IntegerField, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.opendata.datasets import Column
from cms.opendata.expressions import Easting, FilledText, IsoDate, IsoDateTime, Latitude, Longitude, Northing, Text, Wkt


class KeptBack(Func):
    """A list of identifiers as JSON text, or nothing where it is empty."""

    template = "NULLIF((%(expressions)s)::text, '[]')"
    output_field = TextField()


def day_of(moment: str) -> TruncDate:
    """The day of a moment in the service's time zone, whichever zone the reader has chosen."""
    return TruncDate(moment, tzinfo=timezone.get_default_timezone())


RESPONSE = Column(
    "response", "string", _("Response"), _("Identifier of the answer sheet. Places name it too."), Text("pk")
)
VERSION = Column(
    "version", "integer", _("Version"), _("Number of the questionnaire that was answered."), "version__number"
)
LANGUAGE = Column("language", "string", _("Language"), _("Language that the survey was answered in."), "language")
CHANNEL = Column(
    "channel",
    "string",
    _("Channel"),
    _("How the answer came: open, code, panel, event, interviewer or paper. Empty: by the survey's own address."),
    "channel__kind",
)
DAY = Column("submitted", "date", _("Day sent"), _("Finnish time."), IsoDate(day_of("submitted_at")))

CHANNEL_NAME = Column(
    "channel_name", "string", _("Name of the channel"), _("The city's own name for it."), "channel__name"
)
MOMENT = Column("submitted", "datetime", _("Sent"), _("Finnish time, with its offset."), IsoDateTime("submitted_at"))
SECONDS = Column(
    "seconds",
    "integer",
    _("Seconds used"),
    _("Time spent on the pages; pauses over half an hour count as that."),
    "seconds",
)
HIDDEN = Column(
    "hidden_answers",
    "string",
    _("Kept from the public"),
    _("Identifiers of the questions whose answers moderators have hidden."),
    KeptBack("hidden_answers"),
)

PUBLIC_RESPONSE = (RESPONSE, VERSION, LANGUAGE, CHANNEL, DAY)
STAFF_RESPONSE = (RESPONSE, VERSION, LANGUAGE, CHANNEL, CHANNEL_NAME, MOMENT, SECONDS, HIDDEN)

MARK = (
    Column(
        "response",
        "string",
        _("Response"),
        _("Identifier of the answer sheet that the place belongs to."),
        Text("response_id"),
    ),
    Column(
        "version",
        "integer",
        _("Version"),
        _("Number of the questionnaire that was answered."),
        "response__version__number",
    ),
    Column("number", "integer", _("Number"), _("Which of the respondent's places to this question it is."), "number"),
)
STATE = Column(
    "state", "string", _("State"), _("What the public sees: visible, pending, hidden or withdrawn."), "state"
)
WORDS = Column(
    "words", "string", _("Place in words"), _("Where it is, in the respondent's words."), FilledText("words")
)
PLACED_BY_STAFF = Column(
    "placed_by_staff",
    "boolean",
    _("Placed by staff"),
    _("True where staff put on the map what was described in words."),
    "placed_by_staff",
)
ON_IMAGE = (
    Column(
        "image_x",
        "number",
        _("Across the image"),
        _("From 0 at the left edge to 1 at the right."),
        "image_x",
    ),
    Column(
        "image_y",
        "number",
        _("Down the image"),
        _("From 0 at the upper edge to 1 at the lower."),
        "image_y",
    ),
)


def _told(name: str) -> Cast:
    return Cast(KT(f"effort__{name}"), FloatField())


EFFORT = (
    Column(
        "zoom", "number", _("Zoom"), _("Level of the map when it was marked; 15 streets, 17 houses."), _told("zoom")
    ),
    Column(
        "vertices",
        "integer",
        _("Points in the drawing"),
        _("How many points the drawing was made of."),
        Cast(_told("vertices"), IntegerField()),
    ),
    Column(
        "edits",
        "integer",
        _("Changes"),
        _("How often the drawing was changed before it was sent."),
        Cast(_told("edits"), IntegerField()),
    ),
    Column("drawing_seconds", "number", _("Seconds drawing"), _("Time spent on this place."), _told("seconds")),
    Column(
        "input",
        "string",
        _("Input"),
        _("How it was marked: mouse, touch, keyboard, search, list or words."),
        KT("effort__input"),
    ),
    Column(
        "layers",
        "string",
        _("Map layers"),
        _("Keys of the layers that were shown, as a JSON list."),
        KT("effort__layers"),
    ),
)


def position_columns(place) -> tuple[Column, ...]:
    """Longitude, latitude and the shape as text, of the expression `place`."""
    return (
        Column("lon", "number", _("Longitude"), _("Of a point on the place, in degrees (WGS 84)."), Longitude(place)),
        Column("lat", "number", _("Latitude"), _("Of a point on the place, in degrees (WGS 84)."), Latitude(place)),
        Column(
            "wkt",
            "wkt",
            _("Shape"),
            _("The whole place as well-known text, longitude first (WGS 84)."),
            Wkt(place),
        ),
    )


def plane_columns(place) -> tuple[Column, ...]:
    """Metres east and north in both plane systems that Finnish planners use, of the expression `place`."""
    gk25 = _("Of a point on the place, in metres (ETRS-GK25, EPSG:3879).")
    tm35 = _("Of a point on the place, in metres (ETRS-TM35FIN, EPSG:3067).")
    return (
        Column("e3879", "number", _("Easting (GK25)"), gk25, Easting(place, srid=3879)),
        Column("n3879", "number", _("Northing (GK25)"), gk25, Northing(place, srid=3879)),
        Column("e3067", "number", _("Easting (TM35FIN)"), tm35, Easting(place, srid=3067)),
        Column("n3067", "number", _("Northing (TM35FIN)"), tm35, Northing(place, srid=3067)),
    )


def _names(*columns: Column) -> frozenset[str]:
    return frozenset(column.name for column in columns)


#: Names that no column of answers takes, in the files for staff and for the public alike.
RESPONSE_NAMES = _names(*PUBLIC_RESPONSE, *STAFF_RESPONSE)
PLACE_NAMES = _names(
    *MARK,
    STATE,
    WORDS,
    PLACED_BY_STAFF,
    *ON_IMAGE,
    *EFFORT,
    *position_columns(F("geometry")),
    *plane_columns(F("geometry")),
) | {"easting", "northing"}
