"""How what a product is fed is put into eight bits."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

STEPS = 255
# A channel counts as large from this multiple of the median channel on.
_LARGE = 2.5
# Room above what was measured.
_ROOM = 1.02


@dataclass(frozen=True)
class Range:
    """Lowest and highest value of each channel, ``(channels,)``."""

    low: Floats
    high: Floats


class Scale(NamedTuple):
    """How inputs are put into eight bits.

    Attributes:
        shrink: What each channel is multiplied by, 1 for all but the large ones.
        step: Size of a step.
        zero: The step that stands for zero.
    """

    shrink: Floats
    step: np.float32
    zero: np.uint8


def scale_of(span: Range) -> Scale:
    """Return how inputs of a range are put into eight bits."""
    size = np.maximum(np.abs(span.low), np.abs(span.high))
    limit = _LARGE * float(np.median(size)) or 1.0
    shrink = (limit / np.maximum(size, limit)).astype(np.float32)
    low = min(float((span.low * shrink).min()), 0.0)
    high = max(float((span.high * shrink).max()), 0.0)
    step = np.float32(_ROOM * (high - low) / STEPS)
    return Scale(shrink, step, np.uint8(round(-_ROOM * low / float(step))))
