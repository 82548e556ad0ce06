"""The bench's command: loads, measures, tells, and fails where a limit does not hold."""

import argparse
import fcntl
import importlib.util
import json
import os
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("KUULE_SHARED") or ROOT.parent / "shared")
WORKLOAD = SHARED / "bench" / "workload.py"


def main() -> int:
    arguments = read_arguments()
    if arguments.markdown:
        return print_markdown()
    if not WORKLOAD.is_file():
        sys.stdout.write(f"Skipped: there is no {WORKLOAD}; KUULE_SHARED may name another folder.\n")
        return 0
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    import django

    django.setup()
    from django.conf import settings

    for folder in (settings.MEDIA_ROOT, settings.STATIC_ROOT):
        folder.mkdir(parents=True, exist_ok=True)
    with (settings.BENCH_DIR / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit("kuule: another bin/bench is running in this tree: wait for it.")
        return run(arguments, settings.BENCH_DIR / "latest.json")


def read_arguments():
    parser = argparse.ArgumentParser(prog="bin/bench", description="Measure the service at real size.")
    parser.add_argument("--keep", action="store_true", help="use the last run's database, if it is whole")
    parser.add_argument("--rounds", type=int, default=60, help="times to ask for each page (default 60)")
    parser.add_argument("--markdown", action="store_true", help="only print the last run as the README's table")
    arguments = parser.parse_args()
    arguments.rounds = max(5, min(arguments.rounds, 1000))
    return arguments


def run(arguments, path: Path) -> int:
    from django.db import connection

    from tests.bench import exports, pages, queries, report, results, timing

    workload = read_workload()
    figures = prepare(workload, keep=arguments.keep)
    pages.forget_sent_comments()
    figures += queries.count_queries(workload)
    pages.forget_sent_comments()
    figures += timing.measure_pages(workload, arguments.rounds)
    pages.forget_sent_comments()
    figures += results.measure_results()
    connection.close()
    figures += exports.measure_exports()
    facts = {"made_at": datetime.now().astimezone().isoformat(timespec="seconds"), "rounds": arguments.rounds}
    path.write_text(json.dumps(report.as_data(figures, **facts), indent=1, ensure_ascii=False) + "\n")
    sys.stdout.write(report.table(figures) + "\n")
    failed = [figure.name for figure in figures if not figure.holds]
    sys.stdout.write(f"\n{len(failed)} FAILED: {'; '.join(failed)}\n" if failed else "\nEvery limit holds.\n")
    return 1 if failed else 0


def prepare(workload, *, keep: bool) -> list:
    """Fill the database, unless an earlier run's is kept; the figure of the time it took."""
    from tests.bench import database, limits, loading, report
    from tests.bench.progress import Progress

    config = workload.Config()
    if keep and database.is_loaded(config.comments + loading.SMALL_COMMENTS):
        database.migrate()
        return []
    began = time.monotonic()
    sys.stderr.write("Making the tables\n")
    try:
        database.recreate()
    except psycopg.Error as error:
        sys.exit(f"kuule: the bench's database cannot be made: {' '.join(str(error).split())}")
    database.migrate()
    progress = Progress("Loading the workload", loading.record_count(config))
    loading.load(workload, progress)
    progress.finish()
    seconds = time.monotonic() - began
    return [report.Figure("seconds.load", "Making the tables and loading", seconds, "s", limits.LOAD_SECONDS)]


def read_workload():
    """The shared module, from outside the tree."""
    spec = importlib.util.spec_from_file_location("workload", WORKLOAD)
    module = importlib.util.module_from_spec(spec)
    # Its dataclass looks itself up there.
    sys.modules["workload"] = module
    spec.loader.exec_module(module)
    return module


def print_markdown() -> int:
    from tests.bench import report

    path = ROOT / "var" / "bench" / "latest.json"
    if not path.is_file():
        sys.exit("kuule: nothing has been measured yet: run bin/bench first.")
    sys.stdout.write(report.markdown(report.from_data(json.loads(path.read_text()))) + "\n")
    return 0


if __name__ == "__main__":
    # So that an interrupted run stops its server too.
    signal.signal(signal.SIGTERM, lambda *_args: sys.exit(143))
    sys.exit(main())
