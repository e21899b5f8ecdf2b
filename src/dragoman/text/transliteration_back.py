"""How likely Latin names would be spelled with given letters of another script.

The network of ``transliteration_net`` the other way round: it reads all names at once
and is asked for the chance of one word, not for words of its own.
"""

from collections.abc import Sequence

import numpy as np

from dragoman.text.transliteration_net import (
    FIRST,
    START,
    STOP,
    Floats,
    WordNet,
    log_chances,
    pass_along,
    step,
    times,
)

_FAR = np.float32(-1e9)


def spelling_chances(
    net: WordNet, mark: str, names: Sequence[str], letters: Sequence[str]
) -> list[float]:
    """Return the log probability that each name is spelled with the letters.

    Args:
        net: A network that reads Latin letters.
        mark: What stands before the names: the language to write.
        names: Names of a to z.
        letters: Letters of the word; those that the network never writes are skipped.
    """
    if not names:
        return []
    sizes = np.array([len(name) + 1 for name in names])
    states = _read_all(net, mark, names, sizes)
    inside = np.arange(len(states))[:, None] < sizes
    mean = (states * inside[:, :, None]).sum(0) / sizes[:, None].astype(np.float32)
    keys = times(states, net.key).transpose(1, 2, 0) / np.float32(
        np.sqrt(net.key.shape[0] * net.key.shape[2])
    )
    number = {letter: at for at, letter in enumerate(net.written, FIRST)}
    goal = [number[letter] for letter in letters if letter in number]
    state: Floats = np.tanh(times(mean, net.first) + net.first_bias)
    own = np.empty((len(names), len(goal) + 1, state.shape[1]), np.float32)
    for at, before in enumerate([START, *goal]):
        given = np.broadcast_to(
            net.writer.given[before], (len(names), 3 * len(state[0]))
        )
        state = own[:, at] = step(given, state, net.writer)
    weights = own @ keys
    weights = np.where(inside.T[:, None], weights, _FAR)
    weights = np.exp(weights - weights.max(2, keepdims=True))
    weights /= weights.sum(2, keepdims=True)
    seen = np.concatenate([own, weights @ states.transpose(1, 0, 2)], axis=2)
    chances = log_chances(net, seen.reshape(-1, seen.shape[2]))
    chances = chances.reshape(len(names), len(goal) + 1, -1)
    ways = chances[:, np.arange(len(goal) + 1), [*goal, STOP]]
    totals: list[float] = ways.sum(1).tolist()
    return totals


def _read_all(
    net: WordNet, mark: str, names: Sequence[str], sizes: np.ndarray
) -> Floats:
    """Return states (T, names, 2H) of the mark and the letters; the rest is noise."""
    numbers = np.zeros((int(sizes.max()), len(names)), np.int64)
    for at, name in enumerate(names):
        row = [net.letters[mark], *(net.letters[letter] for letter in name)]
        numbers[: len(row), at] = row
    # Backward, each name begins at its own last letter.
    turned = np.arange(len(numbers))[:, None]
    turned = np.where(turned < sizes, sizes - 1 - turned, turned)[:, :, None]
    states: Floats = np.empty((0, 0, 0), np.float32)
    for layer, (ahead, back) in enumerate(net.layers):
        given, backward = (
            times(states, gates.given) + gates.bias if layer else gates.given[numbers]
            for gates in (ahead, back)
        )
        backward = np.take_along_axis(backward, turned, axis=0)
        backward = pass_along(backward, back)
        backward = np.take_along_axis(backward, turned, axis=0)
        states = np.concatenate([pass_along(given, ahead), backward], axis=2)
    return states
