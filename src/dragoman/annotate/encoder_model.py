"""The reading model at run time: words in, what each head says of them out.

Texts are read one by one, never padded, and the scales of the eight-bit arithmetic
are fixed in the graph: a text gives the same result in any company. Long texts are
read in windows that overlap by a sentence.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder_draft import ReadWord
from dragoman.annotate.encoder_lemmas import Lemmas, read_edit
from dragoman.annotate.encoder_pieces import PieceVocabulary
from dragoman.annotate.encoder_session import open_session
from dragoman.annotate.encoder_tree import decode_heads
from dragoman.annotate.names_finder import NameFinder

# As in training, where windows had at most 240 pieces.
WINDOW_PIECES = 224
# A window takes up to this many words of the sentence before it along.
_OVERLAP = 48
_TERMINAL = frozenset(".!?…\"”’')]")
# A capital after a full stop starts a sentence unless the model is sure that not;
# abbreviations keep their stop, so that a stop alone is a full one.
_FULL_STOPS = frozenset({".", "!", "?"})
_CLOSING = frozenset({'"', "”", "''", "»"})
_LEAST_START = -3.0
# Without any sign of punctuation before it, a start must be surer.
_PAUSES = frozenset(":;")
_SURE_START = 6.0
_CACHE_SIZE = 50_000

Floats = NDArray[np.float32]
OUTPUTS = (
    "upos",
    "xpos",
    "lemmas",
    "starts",
    "arcs",
    "dependents",
    "heads",
    "states",
)


@dataclass(frozen=True, slots=True)
class _Window:
    upos: list[int]
    xpos: list[int]
    lemmas: list[int]
    starts: Floats
    arcs: Floats
    dependents: Floats
    heads: Floats
    states: Floats


class ReadingModel:
    """Encoder and heads; loaded once, used for any number of texts."""

    def __init__(self, folder: Traversable | None = None) -> None:
        folder = folder or files("dragoman.data").joinpath("model")
        labels = json.loads(folder.joinpath("labels.json").read_text(encoding="utf-8"))
        self._upos: list[str] = labels["upos"]
        self._xpos: list[str] = labels["xpos"]
        self._deprels: list[str] = labels["deprels"]
        self._edits = [read_edit(script) for script in labels["lemmas"]]
        self._lemmas = Lemmas(folder.joinpath("lemmas.tsv"))
        self._pieces = PieceVocabulary(
            folder.joinpath("pieces.json").read_text(encoding="utf-8")
        )
        self._finder = NameFinder(folder)
        # Tags and lemma by word and numbers of tags and edit.
        self._known: dict[tuple[str, int, int, int], tuple[str, str, str]] = {}
        self._encoder = open_session(folder.joinpath("encoder.onnx"), written_out=True)
        self._relation_namer = open_session(folder.joinpath("relations.onnx"))

    def read(
        self, words: Sequence[str], glued: Sequence[bool], *, whole: bool = False
    ) -> Iterator[tuple[int, list[ReadWord], Floats]]:
        """Yield the sentences of one text: index of the first word, words, states.

        States have the shape ``(words, hidden)``.

        Args:
            words: Words of the text, none empty.
            glued: Whether each word follows the one before without white space.
            whole: Whether the text is known to be one sentence.
        """
        pieces = self._pieces.pieces_of(words, glued)
        done = 0
        first = 0
        while done < len(words):
            end = _fit(pieces, first, max(done + 1, first + 1))
            window = self._run(pieces[first:end])
            bounds = [done]
            if not whole:
                bounds = self._bounds(window, words, glued, first, done)
            if end < len(words):
                bounds = _complete(bounds, end, words)
            else:
                bounds.append(end)
            yield from self._sentences(window, words, first, bounds)
            before = bounds[-2]
            done = bounds[-1]
            first = before if done - before <= _OVERLAP else done

    def _run(self, pieces: Sequence[tuple[int, ...]]) -> _Window:
        numbers = [self._pieces.bos]
        firsts = []
        for group in pieces:
            firsts.append(len(numbers))
            numbers.extend(group)
        numbers.append(self._pieces.eos)
        (
            upos,
            xpos,
            lemmas,
            starts,
            arcs,
            dependents,
            heads,
            states,
        ) = self._encoder.run(
            OUTPUTS,
            {
                "pieces": np.array(numbers, np.int64),
                "firsts": np.array(firsts, np.int64),
            },
        )
        return _Window(
            upos.tolist(),
            xpos.tolist(),
            lemmas.tolist(),
            starts,
            arcs,
            dependents,
            heads,
            states,
        )

    def _bounds(
        self,
        window: _Window,
        words: Sequence[str],
        glued: Sequence[bool],
        first: int,
        done: int,
    ) -> list[int]:
        """Return where sentences start, from ``done`` on."""
        bounds = [done]
        for place in np.flatnonzero(window.starts > _LEAST_START).tolist():
            index = first + place
            if index <= done:
                continue
            before = words[index - 1]
            if before[-1] == "." and len(before) > 1 and words[index].isdigit():
                continue  # "Aug. 7"
            if glued[index]:
                starts = window.starts[place] > 0 and before[-1] in _TERMINAL
            elif before in _FULL_STOPS and _opens(words[index]):
                starts = True
            elif before in _CLOSING and index > done + 1 and words[index - 2] in ".,":
                # A cue stands behind a comma, a new sentence behind a stop.
                starts = words[index - 2] == "." and words[index][0].isupper()
            else:
                closed = before[-1] in _TERMINAL or before[-1] in _PAUSES
                starts = window.starts[place] > (0 if closed else _SURE_START)
            if starts:
                bounds.append(index)
        return bounds

    def _sentences(
        self, window: _Window, words: Sequence[str], first: int, bounds: list[int]
    ) -> Iterator[tuple[int, list[ReadWord], Floats]]:
        spans = [(low - first, high - first) for low, high in pairwise(bounds)]
        begin, end = spans[0][0], spans[-1][1]
        heads: list[int] = []  # counted in the sentence
        columns: list[int] = []  # counted in the window, 0 for the root
        for low, high in spans:
            # The column before the first word of the sentence takes the root's.
            block = window.arcs[low:high, low : high + 1].copy()
            block[:, 0] = window.arcs[low:high, 0]
            tree = decode_heads(block)
            heads.extend(tree)
            columns.extend(low + head + 1 if head >= 0 else 0 for head in tree)
        deprels = self._relations(window, begin, columns)
        names = self._finder.find(
            words[first + begin : first + end], window.states[begin:end]
        )
        known = self._known
        settled = [
            known.get(seen) or self._settle(seen)
            for seen in zip(
                words[first + begin : first + end],
                window.upos[begin:end],
                window.xpos[begin:end],
                window.lemmas[begin:end],
                strict=True,
            )
        ]
        tags = zip(*settled, strict=True)
        labels = zip(*names, strict=True)
        rows = zip(*tags, heads, deprels, *labels, strict=True)
        read = list(map(ReadWord._make, rows))
        for low, high in spans:
            yield (
                first + low,
                read[low - begin : high - begin],
                window.states[low:high],
            )

    def _settle(self, seen: tuple[str, int, int, int]) -> tuple[str, str, str]:
        """Return the tags and the lemma of a word as the model sees it."""
        word, upos, xpos, edit = seen
        tag = self._lemmas.settle(word, self._xpos[xpos])
        kind = self._upos[upos]
        told = kind, tag, self._lemmas.find(word, kind, tag, self._edits[edit])
        if len(self._known) >= _CACHE_SIZE:
            self._known.clear()
        self._known[seen] = told
        return told

    def _relations(self, window: _Window, begin: int, columns: list[int]) -> list[str]:
        """Name the relation of every word to its head; only roots are ``root``."""
        (found,) = self._relation_namer.run(
            None,
            {
                "dependents": window.dependents[begin : begin + len(columns)],
                "heads": window.heads,
                "columns": np.array(columns, np.int64),
            },
        )
        names = self._deprels
        return [
            names[relation] if column else "root"
            for relation, column in zip(found.tolist(), columns, strict=True)
        ]


def _opens(word: str) -> bool:
    return word[0].isupper() or word[0] in '"“‘«'


def _fit(pieces: Sequence[tuple[int, ...]], first: int, least: int) -> int:
    """Return the end of the longest window from ``first`` that is not too long."""
    room = WINDOW_PIECES - 2
    end = first
    while end < len(pieces) and (end < least or room >= len(pieces[end])):
        room -= len(pieces[end])
        end += 1
    return end


def _complete(bounds: list[int], end: int, words: Sequence[str]) -> list[int]:
    """Keep the sentences that surely end inside of a window that ends too early.

    A sentence that fills a window alone is cut, after a sign of punctuation in its
    second half if there is one.
    """
    if len(bounds) > 1:
        return bounds
    start = bounds[0]
    middle = (start + end) // 2
    cuts = [i for i in range(middle, end) if not words[i][0].isalnum()]
    return [start, max(start + 1, cuts[-1] + 1 if cuts else end)]
