"""What an address asks of a collection, and the same as conditions in SQL.

Pages are told by the key of the last feature before them, not by counting: each costs the same however deep it
lies, and none is read twice or left out where a comment is hidden meanwhile.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta

from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Polygon
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from cms.opendata.asking import asked_parameters, check_names, resolve_filters
from cms.opendata.datasets import QuerySetDataset
from cms.opendata.errors import DataError
from cms.opendata.ogc.collections import SEPARATOR, Collection

DEFAULT_LIMIT = 100

#: More is not an error: the standard has such a page be as large as it may.
MAX_LIMIT = 10_000

#: Parameters of every list of features.
PARAMETERS = ("limit", "after", "bbox", "datetime")

#: Parameters of every address: the language of titles; `f=json` has browsers see JSON too.
COMMON = ("lang", "f")

MIDNIGHT = time.min


@dataclass(frozen=True)
class Query:
    """A page of a collection. `box` is in EPSG:4326; `period` includes both of its moments, None is open."""

    limit: int = DEFAULT_LIMIT
    after: tuple | None = None
    box: GEOSGeometry | None = None
    period: tuple[datetime | None, datetime | None] = (None, None)
    filters: Mapping[str, object] = field(default_factory=dict)


def read_query(request, collection: Collection) -> Query:
    """What the address asks for. Raises DataError (400, and 404 where a filter finds nothing)."""
    check_names(request, [*PARAMETERS, *(filter_.name for filter_ in collection.takes), *COMMON])
    asked = request.GET
    parameters = asked_parameters(request, collection.takes)
    return Query(
        limit=_limit(asked["limit"]) if "limit" in asked else DEFAULT_LIMIT,
        after=_after(collection.dataset, asked["after"]) if "after" in asked else None,
        box=read_box(asked["bbox"]) if "bbox" in asked else None,
        period=read_period(asked["datetime"]) if "datetime" in asked else (None, None),
        filters={**collection.filters, **resolve_filters(collection.takes, parameters)},
    )


# --- Reading ---------------------------------------------------------------------------------------------


def _limit(text):
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) == 0:
        raise _wrong("limit", _("The limit is a whole number from 1 to %(most)s.") % {"most": MAX_LIMIT})
    return min(int(text), MAX_LIMIT)


def _after(dataset, text):
    key = read_key(dataset, text)
    if key is None:
        raise _wrong("after", _("“after” is the identifier of a feature; follow the link called “next”."))
    return key


def read_box(text: str) -> GEOSGeometry:
    """bbox as four numbers in degrees (west, south, east, north), or six with heights, which say nothing here.

    A box whose west lies east of its east crosses the antimeridian. Raises DataError.
    """
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)) or numbers[1] > numbers[3]:
        raise _wrong("bbox", _("The box is four numbers in degrees: west, south, east, north."))
    # Map programs ask for more than the world when they show all of it.
    west, east = (min(max(number, -180), 180) for number in numbers[::2])
    south, north = (min(max(number, -90), 90) for number in numbers[1::2])
    if west <= east:
        return _box(west, south, east, north)
    return MultiPolygon(_box(west, south, 180, north), _box(-180, south, east, north), srid=4326)


def _box(west, south, east, north):
    # A tenth of a millimetre all around: PostGIS finds nothing in a box without width, which is a point or a line.
    grain = 1e-9
    box = Polygon.from_bbox((west - grain, south - grain, east + grain, north + grain))
    box.srid = 4326
    return box


def read_period(text: str) -> tuple[datetime | None, datetime | None]:
    """datetime: a moment (RFC 3339), or two with "/" between them, of which one may be ".." or nothing for open.

    A day alone is the whole day in the service's time zone. Raises DataError.
    """
    parts = text.split("/")
    try:
        if len(parts) > 2:
            raise ValueError
        since, until = (_moments(part, is_open=len(parts) == 2) for part in (parts[0], parts[-1]))
        period = since[0], until[1]
        if None not in period and period[0] > period[1]:
            raise ValueError
    except ValueError:
        message = _(
            "The time is a moment such as 2026-11-21T18:09:21Z, or two with “/” between them, one of which may be “..”."
        )
        raise _wrong("datetime", message) from None
    return period


def _moments(text, *, is_open):
    """The first and the last moment of what the text names."""
    if is_open and text in ("", ".."):
        return None, None
    if day := parse_date(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None:
        start = timezone.make_aware(datetime.combine(day, MIDNIGHT), timezone.get_default_timezone())
        return start, start + timedelta(days=1, microseconds=-1)
    moment = parse_datetime(text)
    if moment is None or moment.tzinfo is None:
        raise ValueError
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:
        raise ValueError from None
    return moment, moment


def _wrong(name, message):
    return DataError(400, f"invalid_{name}", message)


# --- Keys ------------------------------------------------------------------------------------------------


def key_columns(dataset: QuerySetDataset) -> list:
    """The columns that tell a row from all others."""
    columns = {column.name: column for column in dataset.columns}
    return [columns[name] for name in dataset.key]


def read_key(dataset: QuerySetDataset, text: str) -> tuple | None:
    """The key that a feature's identifier stands for, or None where no feature can have it."""
    columns = key_columns(dataset)
    # Only the first part may hold the separator: the others are numbers and short names.
    parts = text.rsplit(SEPARATOR, len(columns) - 1)
    if len(parts) != len(columns) or "\0" in text:
        return None
    values = [_key_value(column, part) for column, part in zip(columns, parts, strict=True)]
    return None if None in values else tuple(values)


def _key_value(column, text):
    if column.type != "integer":
        return text
    return int(text) if re.fullmatch(r"0|[1-9][0-9]{0,17}", text) else None


def feature_identifier(key: Sequence) -> str | int:
    """What a feature with this key is called: a number stays one."""
    return key[0] if len(key) == 1 else SEPARATOR.join(map(str, key))


# --- In SQL ----------------------------------------------------------------------------------------------


def matching(dataset: QuerySetDataset, query: Query) -> QuerySet:
    """The rows of all pages, in no order, ready for counting."""
    rows = dataset.queryset(query.filters).order_by()
    if query.box is not None:
        # What is published is asked, so that a box cannot find what a grid has hidden.
        rows = rows.alias(place_published=dataset.place).filter(place_published__intersects=query.box)
    return rows.filter(_within(dataset.period, *query.period)) if dataset.period else rows


def _within(fields, since, until):
    """By the standard, what has no time is found at any."""
    begins, ends = fields
    condition = Q()
    if until is not None:
        condition &= Q(**{f"{begins}__lte": until}) | Q(**{f"{begins}__isnull": True})
    if since is not None:
        condition &= Q(**{f"{ends}__gte": since}) | Q(**{f"{ends}__isnull": True})
    return condition


def page_of(dataset: QuerySetDataset, query: Query) -> QuerySetDataset:
    """The dataset with the rows of one page, and one row more if there is another page."""

    def rows(_filters):
        names, found = _with_key(dataset, matching(dataset, query))
        if query.after is not None:
            found = found.filter(_beyond(names, query.after))
        return found.order_by(*names)[: query.limit + 1]

    return replace(dataset, queryset=rows)


def one_of(dataset: QuerySetDataset, key: tuple, filters: Mapping[str, object]) -> QuerySetDataset:
    """The dataset with the one row that has the key, or none."""

    def rows(_filters):
        names, found = _with_key(dataset, dataset.queryset(filters))
        return found.filter(**dict(zip(names, key, strict=True)))

    return replace(dataset, queryset=rows)


def _with_key(dataset, rows):
    sources = {f"key_{place}": column.source or column.name for place, column in enumerate(key_columns(dataset))}
    return list(sources), rows.alias(
        **{name: F(source) if isinstance(source, str) else source for name, source in sources.items()}
    )


def _beyond(names, key):
    """Rows whose key is greater, part by part."""
    name, *other_names = names
    value, *other_values = key
    greater = Q(**{f"{name}__gt": value})
    return greater | Q(**{name: value}) & _beyond(other_names, other_values) if other_names else greater
