"""A progress bar on stderr, for people only; a log gets a line at every tenth."""

import sys
import time

WIDTH = 32


class Progress:
    """Counts `step`s towards `total` and shows them, at most some ten times a second."""

    def __init__(self, name: str, total: int):
        self.name = name
        self.total = total
        self.done = 0
        self.began = time.monotonic()
        self._shown_at = 0.0
        self._tenths = 0

    def step(self, count: int = 1) -> None:
        self.done += count
        now = time.monotonic()
        if sys.stderr.isatty():
            if now - self._shown_at > 0.1 or self.done >= self.total:
                self._shown_at = now
                sys.stderr.write(f"\r{self.line()}")
                sys.stderr.flush()
        elif (tenths := self.done * 10 // self.total) > self._tenths:
            self._tenths = tenths
            sys.stderr.write(f"{self.line()}\n")

    def line(self) -> str:
        share = min(1.0, self.done / self.total)
        full = round(share * WIDTH)
        seconds = time.monotonic() - self.began
        return f"{self.name} [{'#' * full}{'.' * (WIDTH - full)}] {share:4.0%} {seconds:4.0f} s"

    def finish(self) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\n")
