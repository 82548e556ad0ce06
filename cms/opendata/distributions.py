"""One dataset, or one bundle of them, in one format, as somebody asked for it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone, translation

from cms.opendata.datasets import WGS84, Dataset
from cms.opendata.families import Bundle
from cms.opendata.writers.base import Writer

# Raise when a writer's output changes without the data changing, so that no cache answers with the old shape.
FORMAT_VERSION = 1


@dataclass(frozen=True, eq=False, kw_only=True)
class Distribution:
    """A dataset, the writer to serve it by, and the filters and language that were asked for.

    `parameters` holds the filters as they stood in the address, `filters` what they resolved to. `address` is
    the absolute address of the download, `made_at` its moment in settings.TIME_ZONE. `srid` is the EPSG code
    of shapes in formats that may have them in any.
    """

    dataset: Dataset | Bundle
    writer: Writer
    language: str
    address: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, object] = field(default_factory=dict)
    srid: int = WGS84
    made_at: datetime = field(default_factory=timezone.localtime)

    @property
    def filename(self):
        """A name that tells what the file holds and when: kuule-comments-central-park-2026-11-21.csv."""
        parts = ["kuule", self.dataset.identifier, *self.parameters.values(), self.made_at.date().isoformat()]
        return f"{'-'.join(parts)}.{self.writer.extension}"

    @property
    def etag(self):
        """A weak validator, or None where the dataset has no version."""
        if self.dataset.version is None:
            return None
        with self.in_language():
            columns = [[column.name, str(column.title)] for table in self.tables for column in table.columns]
        facts = [FORMAT_VERSION, self.writer.extension, self.language, self.address, columns]
        facts.append(str(self.dataset.version(self.filters)))
        return f'W/"{hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]}"'

    @property
    def tables(self) -> tuple[Dataset, ...]:
        """The datasets that the file holds, one after another."""
        return self.dataset.tables

    def in_language(self):
        """A context in which lazy texts are in the language asked for; never hold it open over a `yield`."""
        return translation.override(self.language)

    def rows(self, table: Dataset) -> Iterator[tuple]:
        """The rows of one of the tables, without geometry."""
        return table.rows(self.filters, with_geometry=False)

    def rows_with_geometry(self, table: Dataset) -> Iterator[tuple]:
        """The rows of one of the tables, each ending in its shape as GeoJSON or None."""
        return table.rows(self.filters, with_geometry=True)

    def rows_with_binary_geometry(self, table: Dataset) -> Iterator[tuple]:
        """The rows of one of the tables, each ending in its shape as well-known binary in EPSG:`srid` or None."""
        return table.binary_rows(self.filters, self.srid)

    def stream(self):
        """The file in pieces of bytes, made as they are asked for."""
        return self.writer.stream(self)
