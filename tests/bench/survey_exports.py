"""Time and memory of a big survey's files, each in a process of its own; CSV beside PostgreSQL's COPY.

`python -m tests.bench.survey_exports package gpkg` measures one file of the survey that `surveys.load_survey` made,
`… compare responses` the time of its CSV and of COPY of the same rows; both print JSON.
"""

import gc
import json
import os
import subprocess
import sys
import time

from tests.bench import limits
from tests.bench.exports import copy_out, copy_statement, drain, memory, start_watching_memory
from tests.bench.report import Figure

EXPORTS = (("responses", "csv"), ("places-good", "csv"), ("package", "xlsx"), ("package", "gpkg"), ("package", "zip"))
#: A tenth of the responses: answers in this language warm the process up.
WARMING = "ru"
ROUNDS = 3


def measure_survey_exports() -> list[Figure]:
    figures = []
    for name, extension in EXPORTS:
        found = in_fresh_process(name, extension)
        label = f"{name}.{extension}"
        figures.append(Figure(f"seconds.survey-{label}", f"Survey export: {label}", found["seconds"], "s"))
        figures.append(
            Figure(f"growth.survey-{label}", f"Memory growth: {label}", found["growth_mb"], "MB", limits.CSV_GROWTH_MB)
        )
    for name in ("responses", "places-good"):
        found = in_fresh_process("compare", name)
        ratio = found["csv"] / found["copy"]
        figures.append(Figure(f"ratio.survey-{name}", f"{name}.csv against COPY", ratio, "times"))
    return figures


def in_fresh_process(*arguments: str) -> dict:
    command = [sys.executable, "-m", "tests.bench.survey_exports", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=os.environ)  # noqa: S603 - ourselves
    return json.loads(done.stdout)


def distribution(name: str, extension: str, **chosen):
    """A file as staff download it, of the responses that `chosen` selects."""
    from cms.opendata.distributions import Distribution
    from cms.opendata.writers import find_writer
    from mapsurveys.analysis.selecting import Selection
    from mapsurveys.exporting.staff import StaffFiles
    from mapsurveys.models import Survey
    from tests.bench.surveys import SLUG

    survey = Survey.objects.get(slug=SLUG)
    files = StaffFiles(Selection(survey, survey.document, **chosen))
    made = {"responses": files.responses, "package": files.package}
    dataset = made[name]() if name in made else files.places(files.find_map_question(name.removeprefix("places-")))
    return Distribution(
        dataset=dataset, writer=find_writer(dataset, extension), language="fi", address="http://127.0.0.1/", srid=3879
    )


def measure(name: str, extension: str) -> dict:
    """Seconds of the whole file and growth of the memory at its peak, after a tenth of it as warm-up."""
    small = drain(distribution(name, extension, language=WARMING))
    gc.collect()
    before = start_watching_memory()
    began = time.perf_counter()
    size = drain(distribution(name, extension))
    seconds = time.perf_counter() - began
    return {
        "seconds": seconds,
        "growth_mb": (memory("VmHWM") - before) / 1024,
        "bytes": size,
        "bytes_of_a_tenth": small,
    }


def compare(name: str) -> dict:
    """Best seconds of the CSV and of COPY, taken in turn so that noise hits both alike."""
    export = distribution(name, "csv")
    best = {"csv": float("inf"), "copy": float("inf")}
    copy = copy_statement(export)
    for _round in range(ROUNDS):
        for way, run in (("csv", lambda: drain(export)), ("copy", lambda: copy_out(copy))):
            began = time.perf_counter()
            run()
            best[way] = min(best[way], time.perf_counter() - began)
    return best


if __name__ == "__main__":
    import django

    django.setup()
    found = compare(*sys.argv[2:]) if sys.argv[1] == "compare" else measure(*sys.argv[1:])
    sys.stdout.write(json.dumps(found))
