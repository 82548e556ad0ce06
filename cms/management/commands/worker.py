"""The process beside the web server: publishes and unpublishes what has been scheduled."""

import logging
import signal
import threading

from django.core.management import BaseCommand
from django.db import DatabaseError, close_old_connections

from cms.scheduling import run_schedule

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Publish what is scheduled, every --every seconds, until stopped."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, default=30, help="seconds between two looks at the clock")

    def handle(self, *, every, **options):
        stopped = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_args: stopped.set())
        while not stopped.is_set():
            close_old_connections()
            try:
                run_schedule()
            except DatabaseError:  # it may be starting anew
                logger.exception("The database does not answer")
            stopped.wait(every)
