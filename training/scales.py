"""How what a product is fed is put into eight bits."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Steps = NDArray[np.int64]

STEPS = 255
# A channel counts as large from this multiple of the median channel on.
_LARGE = 2.5
# Room above what was measured.
_ROOM = 1.02
_MOST = np.iinfo(np.int16).max


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


def shrink_to_fit(
    weight: NDArray[np.generic], low: Steps, high: Steps
) -> NDArray[np.float64]:
    """Return what columns are to be multiplied by, so that two products fit in 16 bits.

    Args:
        weight: Shape ``(inputs, outputs)``.
        low: Lowest step that is fed to each input.
        high: The highest.
    """
    whole = weight.astype(np.int64)
    if len(whole) % 2:
        whole = np.concatenate([whole, np.zeros_like(whole[:1])])
        low, high = np.append(low, 0), np.append(high, 0)
    first, second = low[:, None] * whole, high[:, None] * whole
    most = np.maximum(first, second)
    least = np.minimum(first, second)
    ends = np.maximum(most[::2] + most[1::2], -(least[::2] + least[1::2])).max(0)
    return np.minimum(1.0, _MOST / np.maximum(ends, 1))
