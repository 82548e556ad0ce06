"""Features as GeoJSON: every column in each, because map programs learn the columns from the first page alone."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from cms.opendata.datasets import QuerySetDataset
from cms.opendata.ogc.queries import feature_identifier
from cms.opendata.writers.base import CHUNK_SIZE
from cms.opendata.writers.geojson import encode, encode_feature

CONTENT_TYPE = "application/geo+json"


class Encoder:
    """Writes rows of a dataset, each ending in its geometry."""

    def __init__(self, dataset: QuerySetDataset):
        self.names = [column.name for column in dataset.columns]
        self.key = [self.names.index(name) for name in dataset.key]
        self.numbers = [place for place, column in enumerate(dataset.columns) if column.type == "number"]

    def identifier(self, row: tuple) -> str | int:
        return feature_identifier([row[place] for place in self.key])

    def feature(self, row: tuple) -> str:
        cells = list(row)
        for place in self.numbers:
            # Always with a point: from 41 a map program would learn that the column is of whole numbers.
            cells[place] = None if cells[place] is None else float(cells[place])
        return encode_feature(self.names, cells, self.identifier(row))


def stream_page(
    page: QuerySetDataset, limit: int, matched: int, links_after: Callable[[str | int | None], list]
) -> Iterator[bytes]:
    """Yield a FeatureCollection some 64 kB at a time.

    `page` has one row more than `limit` where another page follows; `links_after` is then asked for the links with
    the identifier of the last feature, else with None. What is known only at the end stands there.
    """
    encoder = Encoder(page)
    head = {"type": "FeatureCollection", "timeStamp": time_stamp(), "numberMatched": matched}
    pieces, size = [f'{encode(head)[:-1]},"features":['], 0
    returned, last, following = 0, None, None
    for row in page.rows({}, with_geometry=True):
        if returned == limit:
            following = last
            break
        piece = f"{',' if returned else ''}\n{encoder.feature(row)}"
        returned, last = returned + 1, encoder.identifier(row)
        pieces.append(piece)
        size += len(piece)
        if size >= CHUNK_SIZE:
            yield "".join(pieces).encode()
            pieces, size = [], 0
    tail = {"numberReturned": returned, "links": links_after(following)}
    yield "".join([*pieces, f"\n],{encode(tail)[1:]}\n"]).encode()


def one_feature(dataset: QuerySetDataset, links: list) -> str | None:
    """The dataset's one row with its links, or None where there is none."""
    row = next(iter(dataset.rows({}, with_geometry=True)), None)
    if row is None:
        return None
    return f'{Encoder(dataset).feature(row)[:-1]},"links":{encode(links)}}}\n'


def time_stamp() -> str:
    """Now, as answers tell it: in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
