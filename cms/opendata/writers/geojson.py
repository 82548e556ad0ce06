"""GeoJSON after RFC 7946: WGS 84, longitude first, no crs member."""

import json
from collections.abc import Sequence

from cms.opendata.datasets import attribution
from cms.opendata.writers.base import CHUNK_SIZE, Writer

#: JSON as short as it can be, with letters as they are.
encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class GeoJSONWriter(Writer):
    """A FeatureCollection, a feature a line, every column in each, null geometry where there is no place."""

    extension = "geojson"
    content_type = "application/geo+json"
    name = "GeoJSON"
    systems = ()

    def serves(self, dataset):
        """Only datasets whose rows have places."""
        return super().serves(dataset) and dataset.geometry is not None

    def stream(self, distribution):
        """Yield some 64 kB at a time."""
        (table,) = distribution.tables
        pieces = [_head(distribution)]
        size = 0
        names = [column.name for column in table.columns]
        identifier = names.index("id") if "id" in names else None
        separator = "\n"
        for row in distribution.rows_with_geometry(table):
            piece = separator + encode_feature(names, row, None if identifier is None else row[identifier])
            separator = ",\n"
            pieces.append(piece)
            size += len(piece)
            if size >= CHUNK_SIZE:
                yield "".join(pieces).encode()
                pieces, size = [], 0
        yield "".join([*pieces, "\n]}\n"]).encode()


def encode_feature(names: Sequence[str], row: Sequence, identifier: str | int | None) -> str:
    """A row that ends in its geometry as one GeoJSON feature; every name is in it, also of what is empty."""
    known = "" if identifier is None else f'"id":{encode(identifier)},'
    properties = encode(dict(zip(names, row, strict=False)))
    return f'{{"type":"Feature",{known}"geometry":{row[-1] or "null"},"properties":{properties}}}'


def _head(distribution):
    dataset = distribution.dataset
    terms = {"licence": dataset.licence.url, "attribution": attribution()} if dataset.licence else {}
    members = {
        "type": "FeatureCollection",
        "name": dataset.identifier,
        **terms,
        "source": distribution.address,
    }
    return f'{encode(members)[:-1]},"features":['
