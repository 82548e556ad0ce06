"""What every format's writer gives."""

from collections.abc import Iterator
from pathlib import Path

from cms.opendata.datasets import PLANES, Dataset
from cms.opendata.families import Bundle

# Size of the pieces in which files leave, in bytes (or characters, before encoding).
CHUNK_SIZE = 64 * 1024

# Rows handled together: enough to make Python's share small, few enough to bound memory with long texts.
BATCH_SIZE = 200


class Writer:
    """Writes a distribution's rows in one format.

    Adding a format means adding a module with a subclass and naming it in `cms.opendata.writers`.
    `systems` are the EPSG codes that the address may ask for by `crs`.
    """

    extension: str
    content_type: str
    name: str
    systems: tuple[int, ...] = PLANES

    def serves(self, dataset: Dataset | Bundle) -> bool:
        """Whether this can be had in the format; without more ado one table can, and several cannot."""
        return isinstance(dataset, Dataset)

    def in_system(self, dataset: Dataset | Bundle, srid: int) -> Dataset | Bundle | None:
        """What to write where `srid` of `systems` is asked for, or None where rows have no such coordinates."""
        return dataset.in_plane(srid)

    def stream(self, distribution) -> Iterator[bytes]:
        """Yield the file in pieces, in memory that does not grow with the rows."""
        raise NotImplementedError


def in_chunks(path: Path) -> Iterator[bytes]:
    """Yield a file that has been built on disk."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_SIZE):
            yield chunk
