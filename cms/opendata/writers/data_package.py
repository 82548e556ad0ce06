"""A Frictionless Data Package: a zip of datapackage.json, which says what the columns are, and a CSV a table.

After the Data Package and Table Schema specifications, version 1, at specs.frictionlessdata.io.
"""

import json
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cms.opendata.datasets import attribution
from cms.opendata.writers.base import Writer
from cms.opendata.writers.comma_separated import FAITHFUL, table_pieces

_TYPES = {
    "string": {"type": "string"},
    "wkt": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    # The default of the standard is UTC alone, without an offset.
    "datetime": {"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S%z"},
    "date": {"type": "date"},
}


class DataPackageWriter(Writer):
    """Texts are exactly as they were written: no byte order mark, no apostrophes. A table may have up to 2 GB."""

    extension = "zip"
    content_type = "application/zip"
    name = "Data Package (ZIP)"

    def serves(self, dataset):
        """Anything, one table or several."""
        return True

    def stream(self, distribution):
        """Yield the archive while it is being written, without a file on disk."""
        outlet = _Outlet()
        with ZipFile(outlet, "w", ZIP_DEFLATED) as archive:
            archive.writestr(_entry("datapackage.json", distribution), _descriptor_text(distribution))
            for table in distribution.tables:
                with archive.open(_entry(file_name(table), distribution), "w") as file:
                    for piece in table_pieces(table, distribution.rows(table), FAITHFUL):
                        file.write(piece)
                        yield outlet.take()
        yield outlet.take()


class _Outlet:
    """Takes what an archive writes and cannot be wound back, so that the archive leaves as it is made."""

    def __init__(self):
        self.pieces = []

    def write(self, piece):
        self.pieces.append(bytes(piece))
        return len(piece)

    def flush(self):
        """Everything is handed on by `take`."""

    def take(self):
        """What was written since the last time."""
        taken = b"".join(self.pieces)
        self.pieces.clear()
        return taken


def file_name(table):
    """The name of a table's CSV in the archive."""
    return f"{table.identifier}.csv"


def _entry(name, distribution):
    entry = ZipInfo(name, date_time=distribution.made_at.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _descriptor_text(distribution):
    with distribution.in_language():
        return json.dumps(_descriptor(distribution), ensure_ascii=False, indent=2) + "\n"


def _descriptor(distribution):
    dataset = distribution.dataset
    licence = dataset.licence
    terms = {"licenses": [{"name": licence.identifier, "title": licence.name, "path": licence.url}]} if licence else {}
    return {
        "profile": "tabular-data-package",
        "name": dataset.identifier,
        "title": str(dataset.title),
        "description": str(dataset.description),
        "created": distribution.made_at.isoformat(timespec="seconds"),
        **terms,
        "sources": [{"title": attribution(), "path": distribution.address}],
        "resources": [_resource(table) for table in distribution.tables],
    }


def _resource(table):
    schema = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": key.column, "reference": {"resource": key.table, "fields": key.to}} for key in table.foreign_keys
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.identifier,
        "title": str(table.title),
        "description": str(table.description),
        "path": file_name(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column):
    texts = {"title": str(column.title), "description": str(column.description)}
    return {"name": column.name, **_TYPES[column.type], **texts}
