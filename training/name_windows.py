"""Rows of names to windows of running text with the states of the exported encoder.

Each window comes as it stands, and again in another case, since headlines are shown
to the model in lower case (``dragoman.annotate.encoder.case``); those of the corpora
that mark best a third time, all in lower case. Some come once more with other names
put in: those of ``names.tsv``, and invented words, so that a word in no table is known
for a land or a person by what stands around it.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder.name_clues import Clues
from dragoman.annotate.encoder.pieces import PieceVocabulary
from dragoman.annotate.encoder.session import open_session
from dragoman.data.tables import country_names, demonyms, fold_key
from name_frames import SOURCE as FRAMES
from name_frames import invent, invent_land, invent_person, read_frames
from name_rows import TYPES, Labels, NameRow, spans
from swaps import NamePool

IGNORED = -100
LABELS = (
    "O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-EVENT", "I-EVENT",
    "B-MISC", "I-MISC",
)  # fmt: skip
_SINGLE = 0.45
_MAX_PIECES = 440
_SWAPPED = frozenset({"ewt", "gum", "wikigold"})
# Rows of the field come three times with other names.
_FIELD = frozenset({"own", "crossner_politics"})
_FIELD_REPEATS = 3
_INVENTED = 0.3
# What comes in lower case once more.
_LOWERED = _FIELD | _SWAPPED | {FRAMES}
_LOWERED_WEIGHT = 1.5
_CASES = (("lower", 0.55), ("headline", 0.25), ("upper", 0.08), ("title", 0.12))
# Places may be invented where they are one word; adjectives of lands as often again.
_INVENTED_ADJECTIVES = 0.6
_PLACE_ENDINGS = (
    "ia", "istan", "ar", "a", "ov", "land", "ra", "", "an", "or", "ey"
)  # fmt: skip
_FRAME_REPEATS = 16


@dataclass
class Window:
    """Running text with labels by number, and its states once they were read.

    Attributes:
        weight: How often it is drawn in an epoch.
        states: Shape ``(words, hidden)``, half precision.
        clues: Shape ``(words, size)``, zeros and ones.
    """

    words: list[str]
    glued: list[bool]
    labels: NDArray[np.int64]
    types: NDArray[np.int64]
    weight: float
    states: NDArray[np.float16]
    clues: NDArray[np.int8]


def make_windows(
    rows: list[NameRow],
    folder: Path,
    names: Path,
    chance: random.Random,
    weights: Mapping[str, float] | None = None,
) -> list[Window]:
    """Return all windows of all kinds with their states.

    Args:
        rows: Sentences.
        folder: Where the encoder is.
        names: Table of names to swap in.
        chance: Source of chance.
        weights: How often windows of each corpus are drawn, if not as usual.
    """
    pool = NamePool(names)
    reader = _Reader(folder, weights)
    found = []
    rows = [*rows, *read_frames(names, _FRAME_REPEATS, chance)]
    for group in _group(rows, chance):
        found.append(reader.read(group))
        found.append(reader.read(group, change=partial(_change_case, chance=chance)))
    for repeat in range(_FIELD_REPEATS):
        chosen = [
            row
            for row in rows
            if row.source in _FIELD
            or (not repeat and row.source in _SWAPPED and any(spans(row.labels)))
        ]
        swapped = [_swap(row, pool, chance) for row in chosen]
        found.extend(reader.read(group) for group in _group(swapped, chance))
    lowered = [row for row in rows if row.source in _LOWERED]
    for group in _group(lowered, chance):
        window = reader.read(group, change=_lower)
        window.weight *= _LOWERED_WEIGHT
        found.append(window)
    return found


def _group(rows: list[NameRow], chance: random.Random) -> Iterator[list[NameRow]]:
    """Group neighbouring sentences of a document, otherwise yield single ones."""
    current: list[NameRow] = []
    size = limit = 0
    for row in rows:
        if current and (
            row.document is None
            or row.document != current[-1].document
            or size + len(row.words) > limit
        ):
            yield current
            current, size = [], 0
        if not current:
            limit = 0 if chance.random() < _SINGLE else chance.randint(30, 120)
        current.append(row)
        size += len(row.words)
    if current:
        yield current


class _Reader:
    def __init__(
        self, folder: Path, weights: Mapping[str, float] | None = None
    ) -> None:
        self._weights = weights
        self._encoder = open_session(folder / "encoder.onnx", written_out=True)
        pieces = (folder / "pieces.json").read_text(encoding="utf-8")
        self._pieces = PieceVocabulary(pieces)
        self._clues = Clues()

    def read(
        self,
        group: list[NameRow],
        change: Callable[[list[str]], list[str]] = lambda words: words,
    ) -> Window:
        """Read sentences as one window, the words changed first."""
        words = [word for row in group for word in row.words]
        glued = [g for row in group for g in (False, *row.glued[1:])]
        words = change(words)
        pieces, firsts = self._pieces.encode(zip(words, glued, strict=True))
        while len(pieces) > _MAX_PIECES:
            size = len(words) * 4 // 5
            words, glued = words[:size], glued[:size]
            pieces, firsts = self._pieces.encode(zip(words, glued, strict=True))
        (states,) = self._encoder.run(
            ["states"],
            {
                "pieces": np.array(pieces, np.int64),
                "firsts": np.array(firsts, np.int64),
            },
        )
        labels = [label for row in group for label in row.labels][: len(words)]
        types = [kind for row in group for kind in row.types][: len(words)]
        return Window(
            words,
            glued,
            _numbers(labels, LABELS),
            _numbers(types, TYPES),
            self._weights[group[0].source] if self._weights else _weight(group[0]),
            states[1:].astype(np.float16),
            self._clues.of(words).astype(np.int8),
        )


def _numbers(values: Labels, table: tuple[str, ...]) -> NDArray[np.int64]:
    return np.array([table.index(v) if v else IGNORED for v in values], np.int64)


def _weight(row: NameRow) -> float:
    if row.tweet:
        return 0.6
    if row.source.startswith("crossner"):
        return 2.5 if row.source in _FIELD else 0.7
    return 1.0


def _change_case(words: list[str], chance: random.Random) -> list[str]:
    draw = chance.random()
    for kind, share in _CASES:
        if draw < share or kind == "title":
            break
        draw -= share
    if kind == "title":
        return [word[:1].upper() + word[1:] for word in words]
    if kind == "headline":  # acronyms stay
        return [w if len(w) > 1 and w.isupper() else _kept(w, w.lower()) for w in words]
    return [_kept(word, getattr(word, kind)()) for word in words]


def _lower(words: list[str]) -> list[str]:
    return [_kept(word, word.lower()) for word in words]


def _kept(word: str, changed: str) -> str:
    return changed if len(changed) == len(word) else word


def _swap(row: NameRow, pool: NamePool, chance: random.Random) -> NameRow:
    """Put other names into a sentence; finer types of places are then unknown."""
    words, glued, names = pool.swap(
        row.words, row.glued, [label or "" for label in row.labels], chance
    )
    types: Labels = [None] * len(words)
    before, after = spans(row.labels), spans(list(names))
    for (low, high, _), (start, end, kind) in zip(before, after, strict=True):
        same = row.words[low:high] == words[start:end]
        finer = row.types[low] if same or kind in {"PER", "ORG"} else None
        alone = end - start == 1 and finer not in {"region", "facility"}
        named = kind in {"PER", "LOC"} and alone and words[start][:1].isupper()
        if named and chance.random() < _INVENTED:
            words[start] = (
                invent_person(chance)
                if kind == "PER"
                else invent(_PLACE_ENDINGS, chance)
            )
        types[start:end] = [finer] * (end - start)
    for at in _adjectives(words, names):
        if chance.random() < _INVENTED_ADJECTIVES:
            words[at] = invent_land(chance)[1].split()[-1]
    labels: Labels = [name or None for name in names]
    return replace(row, words=words, glued=glued, labels=labels, types=types)


def _adjectives(words: list[str], names: list[str]) -> Iterator[int]:
    """Yield where an adjective of a land stands by itself: "Iraqi authorities"."""
    for at, word in enumerate(words):
        follows = names[at + 1 : at + 2] == ["I-MISC"]
        alone = names[at] in {"O", "B-MISC"} and not follows
        if alone and word[0].isupper() and not word.endswith("s"):
            key = fold_key(word)
            if key in demonyms() and key not in country_names():
                yield at
