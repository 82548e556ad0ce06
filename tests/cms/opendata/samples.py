"""A small dataset that needs no table, and the texts that files must not harm."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from cms.opendata.datasets import Column, Dataset, Filter, ForeignKey
from cms.opendata.distributions import Distribution
from cms.opendata.families import Bundle
from cms.opendata.writers import find_writer

POINT = '{"type":"Point","coordinates":[24.9384,60.1699]}'

# One row of each kind: a place, no place, a text that breaks naive files, nothing at all.
ROWS = (
    (1, "Lisää puita, kiitos", 24.9384, "2026-11-21T18:09:21+02:00", True, POINT),
    (2, 'Hän sanoi "ei",\nja lähti 🚲', None, "2026-06-01T00:00:00+03:00", False, None),
    (3, "=1+1", -0.5, None, None, None),
    (4, "Больше деревьев", 25.0, "2026-01-01T12:00:00+02:00", True, None),
    (5, None, None, None, None, None),
)

COLUMNS = (
    Column("id", "integer", _("Number"), _("Grows with time.")),
    Column("text", "string", _("Text"), _("What was written.")),
    Column("longitude", "number", _("Longitude"), _("In degrees.")),
    Column("created_at", "datetime", _("Written at"), _("In Finnish time.")),
    Column("is_answer", "boolean", _("Official answer"), _("Whether the city answers.")),
)


def find_park(slug):
    """Resolve the one park there is."""
    if slug != "park":
        raise Http404
    return "the park"


@dataclass(frozen=True, eq=False, kw_only=True)
class ListedDataset(Dataset):
    """A dataset of given rows whose last value is the geometry."""

    listed: tuple = ROWS

    def rows(self, filters, *, with_geometry):
        """Yield the rows, only the first one where a park was asked for."""
        for row in self.listed[:1] if filters else self.listed:
            yield row if with_geometry else row[:-1]


def make_dataset(**changes):
    """The sample dataset, changed as told."""
    facts = {
        "identifier": "remarks",
        "title": _("Remarks"),
        "description": _("What people remarked."),
        "columns": COLUMNS,
        "geometry": "geometry",
        "filters": (Filter("park", _("Of one park"), find_park, lambda: "park"),),
    }
    return ListedDataset(**facts | changes)


def make_bundle(**changes):
    """The sample rows three times: as answers without places, as places and, without any row, as routes."""
    facts = {
        "identifier": "survey",
        "title": _("Survey"),
        "description": _("What people answered."),
        "datasets": (
            make_dataset(identifier="survey-responses", title="Answers", geometry=None),
            make_dataset(
                identifier="survey-places", title="Places", foreign_keys=(ForeignKey("id", "survey-responses", "id"),)
            ),
            make_dataset(identifier="survey-routes", title="Places", listed=()),
        ),
        "filters": (Filter("park", _("Of one park"), find_park, lambda: "park"),),
    }
    return Bundle(**facts | changes)


def make_distribution(extension, dataset=None, **changes):
    """The sample dataset as somebody asked for it on a day in November."""
    dataset = dataset or make_dataset()
    facts = {
        "dataset": dataset,
        "writer": find_writer(dataset, extension),
        "language": "en",
        "address": f"https://kuule.example/open-data/remarks.{extension}",
        "made_at": datetime(2026, 11, 21, 18, 9, 21, tzinfo=ZoneInfo("Europe/Helsinki")),
    }
    return Distribution(**facts | changes)


def read(distribution):
    """The whole file."""
    return b"".join(distribution.stream())
