"""What is published as open data: datasets, their columns and filters, and the registry that guests fill."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.opendata.expressions import Easting, Northing

# Rows fetched from the server-side cursor at a time; together with the writers' batches this bounds the
# memory.
FETCH_SIZE = 2000

COLUMN_TYPES = {
    "string": _("text"),
    "integer": _("whole number"),
    "number": _("number"),
    "datetime": _("date and time"),
    "date": _("date"),
    "boolean": _("true or false"),
    "wkt": _("shape as text (WKT)"),
}

#: Plane coordinates that files may be asked to carry too: ETRS-TM35FIN and ETRS-GK25, in metres.
PLANES = (3067, 3879)

_datasets = {}


@dataclass(frozen=True, kw_only=True)
class Licence:
    """The terms under which a dataset may be used again; `identifier` is the SPDX one."""

    identifier: str
    name: str
    url: str


CC_BY_4 = Licence(
    identifier="CC-BY-4.0",
    name="Creative Commons Attribution 4.0 (CC BY 4.0)",
    url="https://creativecommons.org/licenses/by/4.0/",
)


@dataclass(frozen=True, eq=False)
class Column:
    """A published column.

    `name` is the contract with data users: English, snake_case, never changed. `title` and `description` are
    lazy translations for people. `type` is a key of COLUMN_TYPES; values are handed as str for "string" and
    "wkt", as ISO 8601 text with offset for "datetime", as YYYY-MM-DD text for "date", else as int, float and
    bool; None is empty. `source` is the field path or SQL expression that gives the value, by default the
    field called `name`.
    """

    name: str
    type: str
    title: str
    description: str
    source: object = None

    def __post_init__(self):
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.name):
            raise ValueError(f"Column name {self.name!r} is not snake_case")
        if self.type not in COLUMN_TYPES:
            raise ValueError(f"Column {self.name!r} has the unknown type {self.type!r}")

    @property
    def type_name(self):
        """The type in the reader's language."""
        return COLUMN_TYPES[self.type]


@dataclass(frozen=True, eq=False)
class Filter:
    """A query parameter that narrows a dataset.

    `resolve` turns the given text into the value that the dataset's rows are chosen by, and raises Http404
    where there is none that the public may see. `example` gives a value for the catalogue's sample address,
    "" to show no sample.
    """

    name: str
    description: str
    resolve: Callable[[str], object]
    example: Callable[[], str] = lambda: ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Dataset:
    """A table of open data, whose rows are only those that anyone may see.

    `geometry` is the source of each row's shape, or None where rows have no place. `version`, given the
    chosen filters, returns a text that changes whenever any row does; leave it out unless that is cheap and
    certain, because downloads answer "not modified" by it. Subclasses give `rows`.
    """

    identifier: str
    title: str
    description: str
    columns: tuple[Column, ...]
    geometry: object = None
    filters: tuple[Filter, ...] = ()
    licence: Licence = CC_BY_4
    version: Callable[[Mapping[str, object]], str] | None = None

    def __post_init__(self):
        names = [column.name for column in self.columns]
        if len(names) != len(set(names)):
            raise ValueError(f"Dataset {self.identifier!r} names a column twice")

    def rows(self, filters: Mapping[str, object], *, with_geometry: bool) -> Iterator[tuple]:
        """Yield tuples in column order, lazily.

        `filters` holds resolved values by parameter name, only of those that were asked for. With
        `with_geometry` each tuple ends in one more value: a serialised GeoJSON geometry (longitude first,
        WGS 84) or None.
        """
        raise NotImplementedError

    def in_plane(self, srid: int) -> "Dataset | None":
        """The same with plane coordinates too, or None where the rows cannot say them."""
        return None


@dataclass(frozen=True, eq=False, kw_only=True)
class QuerySetDataset(Dataset):
    """A dataset read from the database by a server-side cursor, in memory that does not grow with its rows.

    `queryset` is called with the resolved filters; it must apply `visible_to` the public and a stable order.
    """

    queryset: Callable[[Mapping[str, object]], QuerySet]

    def in_plane(self, srid: int) -> "QuerySetDataset | None":
        """The same with two columns more: metres east and north of a point on the place, in EPSG:`srid`."""
        if self.geometry is None:
            return None
        (place,) = self.geometry.get_source_expressions()
        about = _("Of a point on the place, in metres (EPSG:%(srid)s).") % {"srid": srid}
        plane = (
            Column("easting", "number", _("Easting"), about, Easting(place, srid=srid)),
            Column("northing", "number", _("Northing"), about, Northing(place, srid=srid)),
        )
        return replace(self, columns=(*self.columns, *plane))

    def select(self, filters: Mapping[str, object], *, with_geometry: bool) -> QuerySet:
        """The one query behind `rows`, open to measuring and comparing."""
        sources = [column.source or column.name for column in self.columns]
        if with_geometry:
            sources.append(self.geometry)
        # As expressions, because values_list() merges a field path that is named twice.
        expressions = [F(source) if isinstance(source, str) else source for source in sources]
        return self.queryset(filters).values_list(*expressions)

    def rows(self, filters, *, with_geometry):
        """Yield the query's rows, FETCH_SIZE at a time."""
        return self.select(filters, with_geometry=with_geometry).iterator(chunk_size=FETCH_SIZE)


def register(dataset):
    """Publish a dataset; called from a guest's AppConfig.ready(). Raises ValueError on a taken identifier."""
    if _datasets.setdefault(dataset.identifier, dataset) is not dataset:
        raise ValueError(f"A dataset called {dataset.identifier!r} is registered already")
    return dataset


def unregister(identifier):
    """Withdraw a dataset, for tests that register their own."""
    _datasets.pop(identifier, None)


def attribution():
    """The source that users of the data name, as the licence asks: the service and its city."""
    return f"{settings.KUULE_SITE_NAME}, {settings.KUULE_CITY_NAME}"


def datasets():
    """Every registered dataset, in the order of registration."""
    return tuple(_datasets.values())


def find_dataset(identifier):
    """The dataset of that identifier, or None."""
    return _datasets.get(identifier)
