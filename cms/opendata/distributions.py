"""One dataset in one format, as somebody asked for it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone, translation

from cms.opendata.datasets import Dataset
from cms.opendata.writers.base import Writer

# Raise when a writer's output changes without the data changing, so that no cache answers with the old shape.
FORMAT_VERSION = 1


@dataclass(frozen=True, eq=False, kw_only=True)
class Distribution:
    """A dataset, the writer to serve it by, and the filters and language that were asked for.

    `parameters` holds the filters as they stood in the address, `filters` what they resolved to. `address` is
    the absolute address of the download, `made_at` its moment in settings.TIME_ZONE.
    """

    dataset: Dataset
    writer: Writer
    language: str
    address: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, object] = field(default_factory=dict)
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
            columns = [[column.name, str(column.title)] for column in self.dataset.columns]
        facts = [FORMAT_VERSION, self.writer.extension, self.language, self.address, columns]
        facts.append(str(self.dataset.version(self.filters)))
        return f'W/"{hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]}"'

    def in_language(self):
        """A context in which lazy texts are in the language asked for; never hold it open over a `yield`."""
        return translation.override(self.language)

    def rows(self):
        """The rows, with geometry where the format carries it."""
        return self.dataset.rows(self.filters, with_geometry=self.writer.with_geometry)

    def stream(self):
        """The file in pieces of bytes, made as they are asked for."""
        return self.writer.stream(self, self.rows())
