"""Time and memory of each export, each in a process of its own; CSV beside PostgreSQL's COPY.

`python -m tests.bench.exports comments csv` measures one export, `python -m tests.bench.exports compare` the
time of comments.csv and of COPY; both print JSON.
"""

import gc
import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.bench import limits
from tests.bench.report import Figure

EXPORTS = (("comments", "csv"), ("comments", "xlsx"), ("comments", "geojson"), ("hearings", "csv"))
ROUNDS = 7


def measure_exports() -> list[Figure]:
    figures = []
    for dataset, extension in EXPORTS:
        name = f"{dataset}.{extension}"
        found = in_fresh_process(dataset, extension)
        limit = limits.CSV_GROWTH_MB if name == "comments.csv" else None
        figures.append(Figure(f"seconds.{name}", f"Export: {name}", found["seconds"], "s"))
        figures.append(Figure(f"growth.{name}", f"Memory growth: {name}", found["growth_mb"], "MB", limit))
    found = in_fresh_process("compare")
    figures.append(Figure("seconds.csv", f"Best of {ROUNDS}: comments.csv", found["csv"], "s"))
    figures.append(Figure("seconds.copy", f"Best of {ROUNDS}: COPY of the same rows", found["copy"], "s"))
    ratio = found["csv"] / found["copy"]
    figures.append(Figure("ratio.csv_to_copy", "comments.csv against COPY", ratio, "times", limits.CSV_TO_COPY))
    return figures


def in_fresh_process(*arguments: str) -> dict:
    command = [sys.executable, "-m", "tests.bench.exports", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=os.environ)  # noqa: S603 - ourselves
    return json.loads(done.stdout)


def measure(identifier: str, extension: str) -> dict:
    """Seconds of the whole export and growth of the memory at its peak, after a small export as warm-up."""
    from tests.bench.loading import SMALL_SLUG

    drain(distribution(identifier, extension, SMALL_SLUG))
    gc.collect()
    before = start_watching_memory()
    began = time.perf_counter()
    size = drain(distribution(identifier, extension))
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "growth_mb": (memory("VmHWM") - before) / 1024, "bytes": size}


def compare() -> dict:
    """Best seconds of comments.csv and of COPY, taken in turn so that noise hits both alike."""
    export = distribution("comments", "csv")
    best = {"csv": float("inf"), "copy": float("inf")}
    copy = copy_statement(export)
    for _round in range(ROUNDS):
        for name, run in (("csv", lambda: drain(export)), ("copy", lambda: copy_out(copy))):
            began = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - began)
    return best


def distribution(identifier: str, extension: str, slug: str = ""):
    """An export as the download view makes it, of one hearing where `slug` names it."""
    from cms.opendata.datasets import find_dataset
    from cms.opendata.distributions import Distribution
    from cms.opendata.writers import find_writer

    dataset = find_dataset(identifier)
    parameters = {"hearing": slug} if slug else {}
    return Distribution(
        dataset=dataset,
        writer=find_writer(dataset, extension),
        language="fi",
        address="http://127.0.0.1/",
        parameters=parameters,
        filters={filter_.name: filter_.resolve(slug) for filter_ in dataset.filters if slug},
    )


def drain(export) -> int:
    """Read the file to its end and drop it; its size in bytes."""
    return sum(len(piece) for piece in export.stream())


def copy_statement(export) -> str:
    """COPY of the very query that the export reads."""
    from django.db import connection
    from psycopg import ClientCursor

    query, values = export.dataset.select(export.filters, with_geometry=False).query.sql_with_params()
    connection.ensure_connection()
    # COPY takes no parameters from the client: they have to stand in its text.
    text = ClientCursor(connection.connection).mogrify(query, values)
    return f"COPY ({text}) TO STDOUT WITH (FORMAT csv, HEADER)"


def copy_out(statement: str) -> int:
    from django.db import connection

    with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:
        return sum(len(piece) for piece in copy)


def start_watching_memory() -> int:
    """Forget the peak so far and return the resident memory now, in kB."""
    with suppress(OSError):  # without it an earlier peak counts too, which only makes the figure worse
        Path("/proc/self/clear_refs").write_text("5")
    return memory("VmRSS")


def memory(name: str) -> int:
    """A figure of /proc/self/status in kB: VmRSS is now, VmHWM the peak."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise LookupError(name)


if __name__ == "__main__":
    import django

    django.setup()
    result = compare() if sys.argv[1:] == ["compare"] else measure(*sys.argv[1:])
    sys.stdout.write(json.dumps(result))
