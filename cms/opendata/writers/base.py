"""What every format's writer gives."""

import itertools
from collections.abc import Iterable, Iterator

# Size of the pieces in which files leave, in bytes (or characters, before encoding).
CHUNK_SIZE = 64 * 1024

# Rows handled together: enough to make Python's share small, few enough to bound memory with long texts.
BATCH_SIZE = 200


class Writer:
    """Writes a distribution's rows in one format.

    Adding a format means adding a module with a subclass and naming it in `cms.opendata.writers`.
    `with_geometry` asks for the geometry as each row's last value.
    """

    extension: str
    content_type: str
    name: str
    with_geometry = False

    def serves(self, dataset) -> bool:
        """Whether the dataset can be had in this format."""
        return True

    def stream(self, distribution, rows: Iterable[tuple]) -> Iterator[bytes]:
        """Yield the file in pieces, in memory that does not grow with the rows."""
        raise NotImplementedError


def in_batches(rows):
    """Yield the rows in lists of BATCH_SIZE."""
    rows = iter(rows)
    while batch := list(itertools.islice(rows, BATCH_SIZE)):
        yield batch
