"""How far a run is: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread

from dragoman.cli.terminal import say, tell_time
from dragoman.pipeline import Progress as Report

# Lines for a log: about ten a stage, none for small runs, fewer for short ones.
_LINES = 10
_APART_S = 1.0
_MIN_TOTAL = 20
# In between a sign of life: when one document takes long, and once a minute.
_PATIENCE_S = 1.5
_MINUTE_S = 60.0
_LOOK_S = 0.25
# How long a stage must have run before it is told how long it may take yet.
_MEASURED_S = 10.0


@contextmanager
def report_progress() -> Iterator[Report]:
    """Give the function that a run calls when it has come further."""
    if sys.stderr.isatty():
        # What draws them takes a while to load, which a script need not wait for.
        from dragoman.cli.bars import show_bars  # noqa: PLC0415

        with show_bars() as advance:
            yield advance
        return
    lines = Lines()
    over = Event()
    watch = Thread(target=_watch, args=(lines, over), daemon=True)
    watch.start()
    try:
        yield lines.take
    finally:
        over.set()
        watch.join()


def _watch(lines: "Lines", over: Event) -> None:
    while not over.wait(_LOOK_S):
        lines.look()


class Lines:
    """Plain lines: about ten a stage, and a sign of life where those keep away.

    Args:
        clock: Tells seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._stage = ""
        self._done = 0.0
        self._total: int | None = None
        self._began = self._said = self._moved = 0.0

    def take(self, stage: str, done: float, total: int | None) -> None:
        """Take how far a run is, and say so every tenth of a stage."""
        with self._lock:
            now = self._clock()
            if stage != self._stage:
                self._stage, self._done = stage, 0.0
                self._began = self._said = self._moved = now
            finished = int(done) > int(self._done)
            self._done, self._total = done, total
            if finished:
                self._moved = now
                over = int(done) == total
                if _is_tenth(int(done), total) and (
                    over or now - self._said >= _APART_S
                ):
                    self._say(now)

    def look(self) -> None:
        """Say how far a run is if nothing has been heard of it for a while."""
        with self._lock:
            now = self._clock()
            quiet = now - max(self._said, self._moved) >= _PATIENCE_S
            over = not self._stage or self._done == self._total
            if not over and (quiet or now - self._said >= _MINUTE_S):
                self._say(now)

    def _say(self, now: float) -> None:
        self._said = now
        whole, total = int(self._done), self._total
        words = f"{self._stage}: {whole}" + ("" if total is None else f" of {total}")
        if share := int(100 * (self._done - whole)):
            words += f", {share} % of the next"
        if whole != total and (spent := now - self._began) >= 1:
            words += f", {tell_time(spent)} so far"
            if total is not None and self._done and spent >= _MEASURED_S:
                left = spent / self._done * (total - self._done)
                words += f", about {tell_time(left)} left"
        say(words)


def _is_tenth(done: int, total: int | None) -> bool:
    if total is None:
        return done % 100 == 0
    return total >= _MIN_TOTAL and (
        done == total or done % max(1, total // _LINES) == 0
    )
