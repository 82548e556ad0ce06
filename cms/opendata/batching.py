"""Taking rows a batch at a time, so that neither Python's calls nor memory grow with them."""

import itertools
from collections.abc import Iterable, Iterator


def in_batches(rows: Iterable, size: int) -> Iterator[list]:
    """Yield the rows in lists of at most `size`."""
    rows = iter(rows)
    while batch := list(itertools.islice(rows, size)):
        yield batch
