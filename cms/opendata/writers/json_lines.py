"""JSON Lines: an object a line, every column in each."""

import json

from cms.opendata.batching import in_batches
from cms.opendata.writers.base import BATCH_SIZE, CHUNK_SIZE, Writer

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class JSONLinesWriter(Writer):
    """UTF-8, lines ended by a line feed; places as the columns say them."""

    extension = "jsonl"
    content_type = "application/jsonl"
    name = "JSON Lines"

    def stream(self, distribution):
        """Yield some 64 kB at a time."""
        (table,) = distribution.tables
        names = [column.name for column in table.columns]
        pieces, size = [], 0
        for batch in in_batches(distribution.rows(table), BATCH_SIZE):
            piece = "".join([_encode(dict(zip(names, row, strict=True))) + "\n" for row in batch])
            pieces.append(piece)
            size += len(piece)
            if size >= CHUNK_SIZE:
                yield "".join(pieces).encode()
                pieces, size = [], 0
        yield "".join(pieces).encode()
