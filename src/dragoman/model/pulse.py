"""How far a step is inside one document: told by it, heard by whoever waits.

A step that takes long says so without knowing who listens; where nobody does, that
costs next to nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Takes the share that is done, 0 to 1.
Hear = Callable[[float], None]


def hear_nothing(share: float) -> None:
    """Listen to no step."""


_LISTENER: ContextVar[Hear] = ContextVar("listener", default=hear_nothing)


def beat(share: float) -> None:
    """Tell what share of its document this step has done, 0 to 1."""
    _LISTENER.get()(share)


@contextmanager
def heard_by(hear: Hear) -> Iterator[None]:
    """Let a function hear what the steps that run in here tell."""
    token = _LISTENER.set(hear)
    try:
        yield
    finally:
        _LISTENER.reset(token)


@contextmanager
def stage(low: float, high: float) -> Iterator[None]:
    """Take what is told in here for a part of the step, from ``low`` to ``high``."""
    outer = _LISTENER.get()
    with heard_by(lambda share: outer(low + (high - low) * share)):
        yield
