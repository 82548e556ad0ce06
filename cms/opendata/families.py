"""What is more than one table: bundles of datasets in one file, and families made for what was asked.

Both are registered with `cms.opendata.datasets.register`, like a dataset.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from cms.opendata.datasets import CC_BY_4, Column, Dataset, Filter, Licence, check_identifier


@dataclass(frozen=True, eq=False, kw_only=True)
class Bundle:
    """Several datasets as one file: sheets of a workbook, layers of a GeoPackage, tables of a data package.

    Each dataset is given the bundle's filters; its own and its licence do not count. Their identifiers name
    layers and tables, so they must differ. `licence` and `version` are as a dataset's.
    """

    identifier: str
    title: str
    description: str
    datasets: tuple[Dataset, ...]
    filters: tuple[Filter, ...] = ()
    licence: Licence | None = CC_BY_4
    version: Callable[[Mapping[str, object]], str] | None = None

    def __post_init__(self):
        check_identifier(self.identifier)
        # Layers of a GeoPackage have "_" for "-".
        names = {dataset.identifier.replace("-", "_") for dataset in self.datasets}
        if not names or len(names) != len(self.datasets):
            raise ValueError(f"Bundle {self.identifier!r} needs datasets of different identifiers")

    @property
    def tables(self) -> tuple[Dataset, ...]:
        """The datasets, in the order in which they are written."""
        return self.datasets

    def build(self, filters: Mapping[str, object]) -> "Bundle":
        """Itself: a family makes one that depends on the filters."""
        return self

    def in_plane(self, srid: int) -> "Bundle | None":
        """The same with plane coordinates where rows have places, or None where none can have them."""
        tables = [dataset.in_plane(srid) for dataset in self.datasets]
        if not any(tables):
            return None
        pairs = zip(tables, self.datasets, strict=True)
        return replace(self, datasets=tuple(moved or dataset for moved, dataset in pairs))


@dataclass(frozen=True, eq=False, kw_only=True)
class DatasetFamily:
    """Datasets of one kind whose columns depend on what is asked for, such as on a survey's questions.

    `build` is called with the resolved filters at each download, in the language asked for, so that its
    titles may be plain texts; it returns a Dataset or a Bundle and raises Http404 where there is none that
    the public may see. That dataset's rows get the same filters; its identifier names the file and its layer.
    `columns` are those that all have, for the catalogue, and `formats` the file extensions that it lists;
    what a download can be had as is told by the dataset that was built. `collections` gives, of each dataset with
    places that the public may see now, the filters as they stand in the address and the dataset that they make: those
    are collections of the OGC API. It is called for the list of them, so its queries must not grow with them.

        register(DatasetFamily(
            identifier="survey-responses",
            title=_("Answers to a survey"),
            description=_("One row for each answer; the columns follow the survey's questions."),
            filters=(Filter("survey", _("The survey, by ..."), find_survey, example_slug, required=True),),
            build=lambda filters: make_responses(filters["survey"]),
            formats=("csv", "xlsx"),
        ))
    """

    identifier: str
    title: str
    description: str
    filters: tuple[Filter, ...]
    build: Callable[[Mapping[str, object]], Dataset | Bundle]
    columns: tuple[Column, ...] = ()
    formats: tuple[str, ...] = ("csv", "xlsx")
    licence: Licence = CC_BY_4
    collections: Callable[[], Iterable[tuple[Mapping[str, str], Dataset]]] = tuple

    def __post_init__(self):
        check_identifier(self.identifier)
