"""The collections: registered datasets with places, and those that families list.

One of a family is called {family}.{value of its first filter}.{of its second}...: survey-places.park.benches.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.opendata.asking import resolve_filters
from cms.opendata.datasets import Dataset, Filter, QuerySetDataset, datasets, find_dataset
from cms.opendata.errors import DataError
from cms.opendata.families import DatasetFamily

SEPARATOR = "."


@dataclass(frozen=True, eq=False, kw_only=True)
class Collection:
    """A dataset with places under the identifier that addresses have.

    `takes` are the filters that an address may narrow it by; `filters` the resolved values that made the dataset,
    `parameters` the same as in the address of its download.
    """

    identifier: str
    dataset: QuerySetDataset
    source: str
    takes: tuple[Filter, ...] = ()
    filters: Mapping[str, object] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)

    def download(self, extension: str) -> str:
        """Path of the whole collection as a file."""
        path = reverse("opendata:download", args=[self.source, extension])
        return f"{path}?{urlencode(self.parameters)}" if self.parameters else path


def all_collections() -> Iterator[Collection]:
    """Every collection that anyone may see now."""
    for source in datasets():
        if isinstance(source, DatasetFamily):
            for parameters, dataset in source.collections():
                if has_features(dataset):
                    yield _of_family(source, parameters, dataset)
        elif has_features(source):
            yield _of_dataset(source)


def registered_collections() -> list[Collection]:
    """Those that are there whatever the data are."""
    return [_of_dataset(source) for source in datasets() if has_features(source)]


def find_collection(identifier: str) -> Collection:
    """The collection of that identifier. Raises DataError (404), which says why where the family knows."""
    name, *values = identifier.split(SEPARATOR)
    source = find_dataset(name)
    if isinstance(source, DatasetFamily) and len(values) == len(source.filters):
        return _find_in_family(source, dict(zip([each.name for each in source.filters], values, strict=True)))
    if source is None or values or not has_features(source):
        raise _unknown()
    return _of_dataset(source)


def has_features(source) -> bool:
    """Whether it can be a collection: rows with places, that a key tells apart and that SQL can narrow."""
    return isinstance(source, QuerySetDataset) and source.geometry is not None and bool(source.key)


def _of_dataset(dataset):
    takes = tuple(filter_ for filter_ in dataset.filters if not filter_.required)
    return Collection(identifier=dataset.identifier, dataset=dataset, source=dataset.identifier, takes=takes)


def _of_family(family: DatasetFamily, parameters: Mapping[str, str], dataset: Dataset, filters=None):
    return Collection(
        identifier=SEPARATOR.join((family.identifier, *(parameters[filter_.name] for filter_ in family.filters))),
        dataset=dataset,
        source=family.identifier,
        filters=filters or {},
        parameters=parameters,
    )


def _find_in_family(family, parameters):
    filters = resolve_filters(family.filters, parameters)
    try:
        dataset = family.build(filters)
    except Http404:
        raise _unknown() from None
    if not has_features(dataset):
        raise _unknown()
    return _of_family(family, parameters, dataset, filters)


def _unknown():
    return DataError(
        404, "unknown_collection", _("There is no such collection. /ogc/collections lists those there are.")
    )
