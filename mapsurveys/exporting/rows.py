"""Datasets whose rows are partly the database's and partly read from answers, and datasets of rows at hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from cms.opendata.datasets import FETCH_SIZE, Dataset, QuerySetDataset
from mapsurveys.exporting.sheets import Sheet


@dataclass(frozen=True, eq=False, kw_only=True)
class AnswersDataset(QuerySetDataset):
    """Rows of a query, with the sheet's columns among its own.

    Columns with a source are the query's; those without are the sheet's and stand together. `version` of an answer
    is at `edition`; `gather` makes the sheet's answers of what is at `kept`. Answers are read here rather than in
    SQL because only the kinds know what they mean.
    """

    sheet: Sheet
    edition: str
    kept: tuple
    gather: Callable[..., Mapping[str, Any]]

    def rows(self, filters, *, with_geometry):
        """Yield the query's rows, FETCH_SIZE at a time."""
        first = next((place for place, column in enumerate(self.columns) if column.source is None), len(self.columns))
        few = len(self.kept)
        for version, *values in self.select(filters, with_geometry=with_geometry).iterator(chunk_size=FETCH_SIZE):
            cells = self.sheet.read(version, self.gather(*values[:few]))
            facts = values[few:]
            yield (*facts[:first], *cells, *facts[first:])

    def select(self, filters, *, with_geometry):
        """The one query behind `rows`: the version's key, what is kept, and the columns that have a source."""
        sources = [self.edition, *self.kept, *(column.source for column in self.columns if column.source is not None)]
        if with_geometry:
            sources.append(self.geometry)
        # As expressions, because values_list() merges a field path that is named twice.
        return self.queryset(filters).values_list(*(F(each) if isinstance(each, str) else each for each in sources))


@dataclass(frozen=True, eq=False, kw_only=True)
class ListedDataset(Dataset):
    """A small table whose rows are at hand; none of them has a place."""

    listed: tuple[tuple, ...]

    def rows(self, filters, *, with_geometry):
        """Yield the rows."""
        yield from self.listed
