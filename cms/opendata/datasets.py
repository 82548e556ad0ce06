"""What is published as open data: datasets, their columns and filters, and the registry that guests fill."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.opendata.batching import in_batches
from cms.opendata.expressions import Easting, Northing, WellKnownBinary
from cms.opendata.reprojecting import binary_shapes, points_in_plane

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

#: Longitude and latitude in degrees, the coordinate system of all that is stored.
WGS84 = 4326

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


def check_identifier(identifier: str):
    """Raise ValueError unless the text can stand in addresses and name files, layers and resources."""
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,62}", identifier):
        raise ValueError(f"Identifier {identifier!r} is not made of a-z, 0-9, _ and -")


@dataclass(frozen=True, eq=False)
class Column:
    """A published column.

    `name` is the contract with data users: English, snake_case, at most 63 characters, never changed. `title`
    and `description` are for people: lazy translations, or plain texts in the active language where they are
    somebody's own words, such as a question's. `type` is a key of COLUMN_TYPES; values are handed as str for
    "string" and "wkt", as ISO 8601 text with offset for "datetime", as YYYY-MM-DD text for "date", else as
    int, float and bool; None is empty. `source` is the field path or SQL expression that gives the value, by
    default the field called `name`.
    """

    name: str
    type: str
    title: str
    description: str
    source: object = None

    def __post_init__(self):
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,62}", self.name):
            raise ValueError(f"Column name {self.name!r} is not snake_case of at most 63 characters")
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
    "" to show no sample. Without a `required` one there is no answer but 400.
    """

    name: str
    description: str
    resolve: Callable[[str], object]
    example: Callable[[], str] = lambda: ""
    required: bool = False


@dataclass(frozen=True, eq=False)
class ForeignKey:
    """Says that a column's values are those of column `to` in the dataset called `table` of the same bundle."""

    column: str
    table: str
    to: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Dataset:
    """A table of data; where it is registered, its rows are only those that anyone may see.

    `geometry` is the source of each row's shape (anything but None where `rows` makes it itself), or None
    where rows have no place. `version`, given the chosen filters, returns a text that changes whenever any row
    does; leave it out unless that is cheap and certain, because downloads answer "not modified" by it.
    `licence` is None for what is not open data: files then say so, and it cannot be registered.

    Subclasses give `rows`, by a query or by a Python generator; the rest follows from it. A subclass that
    knows shapes more exactly than its GeoJSON says gives `binary_rows` and `in_plane` too.
    """

    identifier: str
    title: str
    description: str
    columns: tuple[Column, ...]
    geometry: object = None
    filters: tuple[Filter, ...] = ()
    licence: Licence | None = CC_BY_4
    version: Callable[[Mapping[str, object]], str] | None = None
    foreign_keys: tuple[ForeignKey, ...] = ()

    def __post_init__(self):
        check_identifier(self.identifier)
        names = [column.name for column in self.columns]
        if len(names) != len(set(names)):
            raise ValueError(f"Dataset {self.identifier!r} names a column twice")

    @property
    def tables(self) -> tuple["Dataset", ...]:
        """Only itself: a bundle has several."""
        return (self,)

    def build(self, filters: Mapping[str, object]) -> "Dataset":
        """Itself: a family makes one that depends on the filters."""
        return self

    def rows(self, filters: Mapping[str, object], *, with_geometry: bool) -> Iterator[tuple]:
        """Yield tuples in column order, lazily.

        `filters` holds resolved values by parameter name, only of those that were asked for. With
        `with_geometry` each tuple ends in one more value: a serialised GeoJSON geometry (longitude first,
        WGS 84) or None.
        """
        raise NotImplementedError

    def binary_rows(self, filters: Mapping[str, object], srid: int) -> Iterator[tuple]:
        """Yield the rows with geometry, but that as valid well-known binary in EPSG:`srid`.

        Here PostGIS moves what `rows` gives as GeoJSON, so it is as exact as that: give 8 decimals for
        millimetres.
        """
        for batch in in_batches(self.rows(filters, with_geometry=True), FETCH_SIZE):
            shapes = binary_shapes([row[-1] for row in batch], srid)
            yield from ((*row[:-1], shape) for row, shape in zip(batch, shapes, strict=True))

    def in_plane(self, srid: int) -> "Dataset | None":
        """The same with two columns more: metres east and north of a point on the place, in EPSG:`srid`.

        None where rows have no place, or have columns of these names already.
        """
        if not self.takes_plane_columns:
            return None
        facts = {field.name: getattr(self, field.name) for field in fields(Dataset)}
        facts["columns"] = (*self.columns, *_plane_columns(srid))
        return _PlaneDataset(**facts, base=self, srid=srid)

    @property
    def takes_plane_columns(self) -> bool:
        """Whether columns of plane coordinates can be added."""
        return self.geometry is not None and not {column.name for column in self.columns} & {"easting", "northing"}


def _plane_columns(srid, easting=None, northing=None):
    about = _("Of a point on the place, in metres (EPSG:%(srid)s).") % {"srid": srid}
    return (
        Column("easting", "number", _("Easting"), about, easting),
        Column("northing", "number", _("Northing"), about, northing),
    )


@dataclass(frozen=True, eq=False, kw_only=True)
class _PlaneDataset(Dataset):
    """A dataset whose rows' GeoJSON was asked for plane coordinates, a batch at a time."""

    base: Dataset
    srid: int

    def rows(self, filters, *, with_geometry):
        for batch in in_batches(self.base.rows(filters, with_geometry=True), FETCH_SIZE):
            points = points_in_plane([row[-1] for row in batch], self.srid)
            for row, point in zip(batch, points, strict=True):
                yield (*row[:-1], *point, row[-1]) if with_geometry else (*row[:-1], *point)


@dataclass(frozen=True, eq=False, kw_only=True)
class QuerySetDataset(Dataset):
    """A dataset read from the database by a server-side cursor, in memory that does not grow with its rows.

    `queryset` is called with the resolved filters; it must apply `visible_to` the public and a stable order.
    `geometry` is `GeoJSONGeometry` of the place. `key` names the columns, of types "integer" and "string", whose
    values tell a row from all others: with it, a dataset of places is a collection of the OGC API (`cms.opendata.ogc`).
    `period` holds the field paths of the moments at which what a row tells of begins and ends, twice the same
    where it is one moment; only what the columns tell too, because people can search by it.
    """

    queryset: Callable[[Mapping[str, object]], QuerySet]
    key: tuple[str, ...] = ()
    period: tuple[str, str] | None = None

    def in_plane(self, srid):
        """As of any dataset, but from the place as stored rather than from its GeoJSON."""
        if not self.takes_plane_columns:
            return None
        plane = _plane_columns(srid, Easting(self.place, srid=srid), Northing(self.place, srid=srid))
        return replace(self, columns=(*self.columns, *plane))

    def binary_rows(self, filters, srid):
        """As of any dataset, but from the place as stored rather than from its GeoJSON."""
        exact = replace(self, geometry=WellKnownBinary(self.place, srid=srid))
        for row in exact.rows(filters, with_geometry=True):
            yield row if row[-1] is None else (*row[:-1], bytes(row[-1]))

    @property
    def place(self):
        """The expression of the place as it is published."""
        (place,) = self.geometry.get_source_expressions()
        return place

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
    """Publish a dataset, a bundle or a family; called from a guest's AppConfig.ready().

    Raises ValueError on a taken identifier and on what has no licence, which is not for everyone.
    """
    if dataset.licence is None:
        raise ValueError(f"{dataset.identifier!r} has no licence, so it is not open data")
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
    """Every registered dataset, bundle and family, in the order of registration."""
    return tuple(_datasets.values())


def find_dataset(identifier):
    """The dataset, bundle or family of that identifier, or None."""
    return _datasets.get(identifier)
