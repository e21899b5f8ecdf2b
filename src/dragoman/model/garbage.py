"""When the garbage collector looks through what a run has made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Thresholds of the collector while documents are read and judged.
RARELY = (200_000, 20, 50)
# While modules and models are loaded, and while a dossier is written: what these are
# made of stays until the end.
NEVER = (0, 0, 0)


@contextmanager
def few_collections(thresholds: tuple[int, int, int] = RARELY) -> Iterator[None]:
    """Let the garbage collector look at what is new, and rarely.

    Models and word lists stay for the whole run, and trees, claims and views have no
    cycles: looking through them again and again took 8 % of the time of reading, and
    a quarter of that of judging and telling.
    """
    before = gc.get_threshold()
    _keep_all()
    gc.set_threshold(*thresholds)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        _keep_all()


def _keep_all() -> None:
    """Take all there is for old, without looking through it."""
    gc.freeze()
    gc.unfreeze()
