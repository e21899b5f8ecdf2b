"""A recurrent network that writes words of one script in letters of another.

Two layers of gated units read the word both ways, one layer with attention writes.
It answers with a beam: what it would write freely, and what it would write of names in
a list, whose sorted letters it is led along. Another one of its kind, for the other
way, says how likely names are spelled so. Weights are eight bits with a scale a row;
``training/transliteration_net.py`` learns and packs them.

Source:
    D. Bahdanau, K. Cho, Y. Bengio, "Neural machine translation by jointly learning to
    align and translate", 2015; with the dot product of M. Luong and others, 2015.
"""

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

START, STOP, FIRST = 1, 2, 3
_LONGEST = 26
_IMPOSSIBLE = np.float32(-1e9)
_ALPHABET = np.arange(ord("a"), ord("z") + 2, dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Gates:
    """A layer of gated units of width H: what a letter or a state adds to its gates."""

    given: Floats
    """One row a letter, bias included; for what is no letter, a matrix that is cut."""
    bias: Floats
    state: Floats
    state_bias: Floats


@dataclass(frozen=True, slots=True)
class WordNet:
    """The weights of a network.

    Attributes:
        letters: Number of each letter and mark that it reads.
        written: Letters that it writes, by number from 3.
        layers: Per layer of the reader the gates forward and backward; the first ones
            take letters.
        writer: Gates of the writer, for letters.
        key, first, first_bias, mix, mix_bias, out, out_bias: Plain matrices.
    """

    letters: dict[str, int]
    written: tuple[str, ...]
    layers: tuple[tuple[Gates, Gates], ...]
    writer: Gates
    key: Floats
    first: Floats
    first_bias: Floats
    mix: Floats
    mix_bias: Floats
    out: Floats
    out_bias: Floats


class NameList:
    """Names in sorted order, column by column, so that beginnings are ranges."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take names of a to z of any length, cut at 26 letters."""
        rows = np.array(sorted(name.encode("ascii") for name in names), dtype="S27")
        table = rows.view(np.uint8).reshape(len(rows), 27)
        self._columns: Bytes = np.ascontiguousarray(table.T)

    def __len__(self) -> int:
        """Return the number of names."""
        return int(self._columns.shape[1])

    @property
    def letters(self) -> Bytes:
        """Return the names as columns of bytes, (27, names), zeros behind."""
        return self._columns

    def branches(self, low: int, high: int, depth: int) -> NDArray[np.int64]:
        """Return 27 bounds: names that go on with "a" are from the first to the next.

        What lies before the first bound ends here.
        """
        column = self._columns[depth, low:high]
        return low + np.searchsorted(column, _ALPHABET)


def load_net(name: str) -> WordNet:
    """Read the weights of a network from the data of the package."""
    packed = files("dragoman.data").joinpath(name).read_bytes()
    with np.load(io.BytesIO(packed), allow_pickle=False) as stored:
        arrays = {
            key.removesuffix(".q"): (
                stored[key].astype(np.float32) * stored[key[:-2] + ".s"][:, None]
                if key.endswith(".q")
                else stored[key].astype(np.float32)
            )
            for key in stored.files
            if not key.endswith(".s") and key != "about"
        }
        about = json.loads(str(stored["about"]))
    return _assemble(arrays, about["reads"], tuple(about["writes"]))


def _assemble(
    arrays: dict[str, Floats], reads: list[str], writes: tuple[str, ...]
) -> WordNet:
    def gates(name: str, letters: Floats | None) -> Gates:
        given: Floats = arrays[f"{name}.given"].T
        bias = arrays[f"{name}.bias"]
        if letters is not None:
            given, bias = letters @ given + bias, np.zeros_like(bias)
        else:
            given = cut_up(given)
        return Gates(
            given=given,
            bias=bias,
            state=cut_up(arrays[f"{name}.state"].T),
            state_bias=arrays[f"{name}.state_bias"],
        )

    count = sum(name.startswith("read.") for name in arrays) // 8
    layers = tuple(
        (
            gates(f"read.{layer}.ahead", None if layer else arrays["letters"]),
            gates(f"read.{layer}.back", None if layer else arrays["letters"]),
        )
        for layer in range(count)
    )
    turned = {name: cut_up(arrays[name].T) for name in ("key", "first", "mix", "out")}
    return WordNet(
        letters={letter: number for number, letter in enumerate(reads, 1)},
        written=writes,
        layers=layers,
        writer=gates("write", arrays["written"]),
        first_bias=arrays["first_bias"],
        mix_bias=arrays["mix_bias"],
        out_bias=arrays["out_bias"],
        **turned,
    )


def cut_up(matrix: Floats) -> Floats:
    """Return (slices, rows, columns of a slice), small enough for one thread.

    Libraries hand larger products to threads, which wait for one another on a busy
    machine ten times as long as they work.
    """
    rows, width = matrix.shape
    some = next(n for n in range(width, 0, -1) if width % n == 0 and n * rows <= 6000)
    slices = matrix.reshape(rows, width // some, some).transpose(1, 0, 2)
    return np.ascontiguousarray(slices)


def times(left: Floats, cut: Floats) -> Floats:
    """Return the product of (..., rows) with a matrix that was cut."""
    parts = np.matmul(left.reshape(-1, left.shape[-1]), cut).transpose(1, 0, 2)
    product: Floats = parts.reshape(*left.shape[:-1], -1)
    return product


def _sigmoid(values: Floats) -> Floats:
    # The same function without exponentials that overflow.
    half: Floats = 0.5 * np.tanh(0.5 * values) + np.float32(0.5)
    return half


def step(given: Floats, state: Floats, gates: Gates) -> Floats:
    """Return the next state, (..., H), from input terms (..., 3H) and a state."""
    width = state.shape[-1]
    own = times(state, gates.state) + gates.state_bias
    both = _sigmoid(given[..., : 2 * width] + own[..., : 2 * width])
    reset, keep = both[..., :width], both[..., width:]
    fresh = np.tanh(given[..., 2 * width :] + reset * own[..., 2 * width :])
    after: Floats = fresh + keep * (state - fresh)
    return after


def pass_along(given: Floats, gates: Gates) -> Floats:
    """Run a layer along input terms (T, ..., 3H), giving states (T, ..., H)."""
    state = np.zeros((*given.shape[1:-1], gates.state.shape[1]), np.float32)
    states = np.empty((*given.shape[:-1], state.shape[-1]), np.float32)
    for at, row in enumerate(given):
        state = states[at] = step(row, state, gates)
    return states


def _read(net: WordNet, mark: str, letters: Sequence[str]) -> tuple[Floats, Floats]:
    """Return states (T, 2H) of the mark and the letters, and the writer's first."""
    known = [net.letters[letter] for letter in letters if letter in net.letters]
    numbers = np.array([net.letters[mark], *known[: _LONGEST - 1]])
    states: Floats = np.empty((0, 0), np.float32)
    for layer, pair in enumerate(net.layers):
        ahead, back = (
            times(states, gates.given) + gates.bias if layer else gates.given[numbers]
            for gates in pair
        )
        states = np.concatenate(
            [pass_along(ahead, pair[0]), pass_along(back[::-1], pair[1])[::-1]], axis=1
        )
    return states, np.tanh(times(states.mean(0), net.first) + net.first_bias)


@dataclass(slots=True)
class _Beam:
    """Hypotheses of equal length: texts, states, log chances, ranges in a list."""

    texts: list[str]
    states: Floats
    scores: Floats
    ranges: list[tuple[int, int]]


def write_word(
    net: WordNet, mark: str, letters: Sequence[str], names: NameList, width: int
) -> dict[str, float]:
    """Return what may be written for letters with its log probability.

    Args:
        net: The network.
        mark: What stands before the letters: the language.
        letters: Letters as the network knows them; others are skipped.
        names: Names that are looked for besides free writing.
        width: Hypotheses kept, of each of both kinds.
    """
    read, first = _read(net, mark, letters)
    keys = times(read, net.key).T / np.float32(np.sqrt(len(first)))
    number = {letter: at for at, letter in enumerate(net.written, FIRST)}
    free = _Beam([""], first[None], np.zeros(1, np.float32), [])
    listed = _Beam([""], first[None], np.zeros(1, np.float32), [(0, len(names))])
    found: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for depth in range(_LONGEST):
        texts = free.texts + listed.texts
        last = [number[text[-1]] if text else START for text in texts]
        states = step(
            net.writer.given[last],
            np.concatenate([free.states, listed.states]),
            net.writer,
        )
        chances = _letter_chances(net, states, keys, read)
        cut = len(free.texts)
        free = _grow_free(net, free, states[:cut], chances[:cut], found[0], width)
        listed = _grow_listed(
            listed, states[cut:], chances[cut:], found[1], (names, depth, width)
        )
        free, listed = _close(free, found[0], width), _close(listed, found[1], width)
        if not free.texts and not listed.texts:
            break
    best: dict[str, float] = {}
    for done in found:
        for text in sorted(done, key=lambda text: -done[text])[:width]:
            best[text] = done[text]
    return best


def _close(beam: _Beam, found: dict[str, float], width: int) -> _Beam:
    """Empty a beam that can find nothing better."""
    if len(found) < width or not beam.texts:
        return beam
    if beam.scores.max() >= sorted(found.values())[-width]:
        return beam
    return _Beam([], beam.states[:0], beam.scores[:0], [])


def _letter_chances(net: WordNet, states: Floats, keys: Floats, read: Floats) -> Floats:
    """Return log probabilities (n, symbols) of what comes next."""
    weights = states @ keys
    weights = np.exp(weights - weights.max(1, keepdims=True))
    weights /= weights.sum(1, keepdims=True)
    return log_chances(net, np.concatenate([states, weights @ read], axis=1))


def log_chances(net: WordNet, seen: Floats) -> Floats:
    """Return log probabilities (n, symbols) from states of writer and reader."""
    mixed = np.tanh(times(seen, net.mix) + net.mix_bias)
    logits = times(mixed, net.out) + net.out_bias
    logits -= logits.max(1, keepdims=True)
    chances: Floats = logits - np.log(np.exp(logits).sum(1, keepdims=True))
    return chances


def _grow_free(
    net: WordNet,
    beam: _Beam,
    states: Floats,
    chances: Floats,
    found: dict[str, float],
    width: int,
) -> _Beam:
    totals = beam.scores[:, None] + chances
    for text, total in zip(beam.texts, totals[:, STOP].tolist(), strict=True):
        if text:
            found[text] = total
    letters = totals[:, FIRST:]
    kept = np.argsort(-letters, axis=None, kind="stable")[:width]
    rows, columns = np.divmod(kept, letters.shape[1])
    return _Beam(
        [
            beam.texts[row] + net.written[column]
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ],
        states[rows],
        letters[rows, columns],
        [],
    )


def _grow_listed(
    beam: _Beam,
    states: Floats,
    chances: Floats,
    found: dict[str, float],
    along: tuple[NameList, int, int],
) -> _Beam:
    names, depth, width = along
    if not beam.texts:
        return beam
    bounds = np.array([names.branches(*span, depth) for span in beam.ranges])
    totals = beam.scores[:, None] + chances
    lows = np.array([low for low, _ in beam.ranges])
    for row in np.flatnonzero(bounds[:, 0] > lows).tolist():
        found[beam.texts[row]] = float(totals[row, STOP])
    open_ = bounds[:, 1:] > bounds[:, :-1]
    letters = np.where(open_, totals[:, FIRST:], _IMPOSSIBLE)
    kept = np.argsort(-letters, axis=None, kind="stable")[:width]
    rows, columns = np.divmod(kept, letters.shape[1])
    good = letters[rows, columns] > _IMPOSSIBLE / 2
    rows, columns = rows[good], columns[good]
    return _Beam(
        [
            beam.texts[row] + chr(ord("a") + column)
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ],
        states[rows],
        letters[rows, columns],
        [
            (int(bounds[row, column]), int(bounds[row, column + 1]))
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ],
    )
