"""GeoPackage: places for map programs, a layer a table, in the coordinate system asked for.

Written by GDAL a batch at a time to a temporary file, because SQLite cannot be written front to back.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import numpy
from pyogrio import raw

from cms.opendata.batching import in_batches
from cms.opendata.datasets import PLANES, WGS84, attribution
from cms.opendata.writers.base import Writer, in_chunks

# Rows written together; each batch opens the file anew, which takes some milliseconds.
BATCH_SIZE = 2000

# Read without warnings by all that is in use; GDAL itself would write the newest.
VERSION = "1.3"

# GDAL's flag for a moment in UTC.
_UTC = 100

# After the standard, "Schema" (annex F.9).
_DATA_COLUMNS = """
    CREATE TABLE gpkg_data_columns (
        table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
        constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
        CONSTRAINT gdc_tn UNIQUE (table_name, name)
    );
    CREATE TABLE gpkg_data_column_constraints (
        constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
        min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
        CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
    );
    INSERT INTO gpkg_extensions (table_name, extension_name, definition, scope) VALUES
        ('gpkg_data_columns', 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write'),
        ('gpkg_data_column_constraints', 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema',
         'read-write');
"""


class GeoPackageWriter(Writer):
    """A layer for each table with places, an attribute table for each without; titles as the columns' aliases.

    Rows without a place keep their line. Moments are in UTC.
    """

    extension = "gpkg"
    content_type = "application/geopackage+sqlite3"
    name = "GeoPackage"
    systems = (WGS84, *PLANES)

    def serves(self, dataset):
        """Only where at least one table's rows have places."""
        return any(table.geometry is not None for table in dataset.tables)

    def in_system(self, dataset, srid):
        """Always the same: shapes themselves are moved, by the distribution's `srid`."""
        return dataset

    def stream(self, distribution):
        """Build the file in a temporary folder, then yield it; the folder goes when the stream ends."""
        with tempfile.TemporaryDirectory(prefix="kuule-") as folder:
            path = Path(folder) / "dataset.gpkg"
            for table in distribution.tables:
                _write_table(path, distribution, table)
            with distribution.in_language():
                _describe(path, distribution)
            yield from in_chunks(path)


class _Layer:
    """One table of the file, written a batch at a time."""

    def __init__(self, path, table, srid):
        self.path = path
        self.name = layer_name(table)
        self.columns = table.columns
        self.has_places = table.geometry is not None
        self.place = {"geometry_type": "Unknown", "crs": f"EPSG:{srid}"} if self.has_places else {}

    def create(self, **options):
        names = {column.name for column in self.columns}
        layer_options = {"FID": _free_name("fid", names)}
        if self.has_places:
            layer_options["GEOMETRY_NAME"] = _free_name("geom", names)
        self._write((), append=False, layer_options=layer_options, **options)

    def add(self, rows):
        self._write(rows, append=True)

    def _write(self, rows, **options):
        values = list(zip(*rows, strict=True)) or [()] * (len(self.columns) + self.has_places)
        shapes = _objects(values.pop()) if self.has_places else None
        raw.write(
            self.path,
            shapes,
            [_ARRAYS[column.type](cells) for column, cells in zip(self.columns, values, strict=True)],
            [column.name for column in self.columns],
            field_mask=[_empty(cells) for cells in values],
            layer=self.name,
            driver="GPKG",
            gdal_tz_offsets={
                column.name: numpy.full(len(rows), _UTC) for column in self.columns if column.type == "datetime"
            },
            **self.place,
            **options,
        )


def layer_name(table):
    """The dataset's identifier as a name that needs no quotes in SQL."""
    return table.identifier.replace("-", "_")


def _free_name(name, taken):
    while name in taken:
        name += "_"
    return name


def _write_table(path, distribution, table):
    layer = _Layer(path, table, distribution.srid)
    if path.exists():
        layer.create()
    else:
        layer.create(dataset_options={"VERSION": VERSION}, dataset_metadata=_metadata(distribution))
    rows = distribution.rows_with_binary_geometry(table) if layer.has_places else distribution.rows(table)
    for batch in in_batches(rows, BATCH_SIZE):
        layer.add(batch)


def _metadata(distribution):
    dataset = distribution.dataset
    terms = {"licence": dataset.licence.url, "attribution": attribution()} if dataset.licence else {}
    with distribution.in_language():
        return {
            "title": str(dataset.title),
            "description": str(dataset.description),
            **terms,
            "source": distribution.address,
            "created": distribution.made_at.isoformat(timespec="seconds"),
        }


def _describe(path, distribution):
    """Give layers and columns the titles that map programs show in place of names."""
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_DATA_COLUMNS)
        layers = {layer_name(table): table for table in distribution.tables}
        titles = _distinct({layer: str(table.title) for layer, table in layers.items()})
        for layer, table in layers.items():
            database.execute(
                "UPDATE gpkg_contents SET identifier = ?, description = ? WHERE table_name = ?",
                [titles[layer], str(table.description), layer],
            )
            # GDAL and QGIS take the alias from "name", which must be one of its kind; others from "title".
            aliases = _distinct({column.name: str(column.title) for column in table.columns})
            database.executemany(
                "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) "
                "VALUES (?, ?, ?, ?, ?)",
                [
                    (layer, column.name, aliases[column.name], str(column.title), str(column.description))
                    for column in table.columns
                ],
            )


def _distinct(titles):
    """The titles by name, those that come again with their name behind them."""
    seen, distinct = set(), {}
    for name, title in titles.items():
        distinct[name] = f"{title} ({name})" if title in seen else title
        seen.add(title)
    return distinct


def _empty(values):
    return numpy.array([value is None for value in values], dtype=bool)


def _objects(values):
    array = numpy.empty(len(values), dtype=object)
    array[:] = values
    return array


def _integers(values):
    return numpy.array([value or 0 for value in values], dtype="int64")


def _numbers(values):
    return numpy.array([value or 0 for value in values], dtype="float64")


def _booleans(values):
    return numpy.array([bool(value) for value in values], dtype=bool)


def _dates(values):
    return numpy.array(values, dtype="datetime64[D]")


def _moments(values):
    moments = [value and datetime.fromisoformat(value).astimezone(UTC).replace(tzinfo=None) for value in values]
    return numpy.array(moments, dtype="datetime64[ms]")


_ARRAYS = {
    "string": _objects,
    "wkt": _objects,
    "datetime": _moments,
    "date": _dates,
    "integer": _integers,
    "number": _numbers,
    "boolean": _booleans,
}
