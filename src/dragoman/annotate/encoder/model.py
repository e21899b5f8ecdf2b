"""The reading model at run time: words in, what each head says of them out.

Long texts are read in windows that overlap by a sentence; short ones that follow one
another share a run of the encoder, in which each sees itself alone. Nothing is padded,
and the scales of the eight-bit arithmetic are fixed in the graph: a text gives the same
result in any company, but for the last digits of sums. Relations and names are told for
many windows at once: what their small networks take for one is mostly the start.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.encoder.case import in_title_case
from dragoman.annotate.encoder.draft import ReadWord
from dragoman.annotate.encoder.lemmas import Lemmas, read_edit
from dragoman.annotate.encoder.name_spans import NameFinder, Reading
from dragoman.annotate.encoder.pieces import PieceVocabulary
from dragoman.annotate.encoder.session import open_session
from dragoman.annotate.encoder.tree import decode_heads
from dragoman.model.rows import fill

# As in training, where windows had at most 240 pieces.
WINDOW_PIECES = 224
# Short texts are read together up to so many.
_PACK_PIECES = 160
# A window in title case may have more, as far as the model has seen.
_MOST_PIECES = 2 * WINDOW_PIECES
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
# Relations and names are told once so many words are waiting.
_TOGETHER = 1000

Floats = NDArray[np.float32]
OUTPUTS = ("told", "heads", "arcs", "states")
_LABELS = ("upos", "xpos", "lemmas")


class _Text(NamedTuple):
    """A text as the encoder takes it: words, whether each is glued, their pieces."""

    words: Sequence[str]
    glued: Sequence[bool]
    pieces: Sequence[tuple[int, ...]]


class _Window(NamedTuple):
    """What the encoder says of a window; all but ``heads`` without a row for the root.

    Attributes:
        told: Side by side, each word's share in naming its relation, scores of labels
            and, last, of its being the first of a sentence.
        heads: Share of the root and of all words in naming relations to them.
        arcs: Scores of the root and of all words as the head of each.
        states: The words' states.
    """

    told: Floats
    heads: Floats
    arcs: Floats
    states: Floats


class _Cut(NamedTuple):
    """The sentences of a window.

    Attributes:
        text: Number of the text.
        first: Index of the first word in the text.
        words: Words of the sentences.
        bounds: Where they begin in the window, and where the last one ends.
        window: What the model says of it.
        again: The words in title case, if they show no capitals, with their states.
    """

    text: int
    first: int
    words: Sequence[str]
    bounds: list[int]
    window: _Window
    again: Reading | None

    @property
    def rows(self) -> slice:
        """Where the words are in the window."""
        return slice(self.bounds[0], self.bounds[-1])


class ReadingModel:
    """Encoder and heads; loaded once, used for any number of texts."""

    def __init__(self, folder: Traversable | None = None) -> None:
        folder = folder or files("dragoman.data").joinpath("model")
        labels = json.loads(folder.joinpath("labels.json").read_text(encoding="utf-8"))
        self._upos: list[str] = labels["upos"]
        self._xpos: list[str] = labels["xpos"]
        self._deprels: list[str] = labels["deprels"]
        # Where the scores of labels are in what the encoder tells of a word: between
        # names and the sentence's start, which is last.
        self._columns: list[slice] = []
        low = -1 - sum(len(labels[name]) for name in _LABELS)
        for name in _LABELS:
            self._columns.append(slice(low, low + len(labels[name])))
            low += len(labels[name])
        self._edits = [read_edit(script) for script in labels["lemmas"]]
        self._lemmas = Lemmas(folder.joinpath("lemmas.tsv"))
        self._pieces = PieceVocabulary(folder.joinpath("pieces.json").read_bytes())
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
        for _, first, read, states in self.read_all([(words, glued)], whole=whole):
            yield first, read, states

    def read_all(
        self,
        texts: Iterable[tuple[Sequence[str], Sequence[bool]]],
        *,
        whole: bool = False,
    ) -> Iterator[tuple[int, int, list[ReadWord], Floats]]:
        """Yield the sentences of texts, each with the number of its text before it.

        Args:
            texts: Words, and whether they are glued to the ones before, as for
                ``read``.
            whole: Whether each text is known to be one sentence.
        """
        waiting: list[_Cut] = []
        count = 0
        # All at once: the table of pieces is large, and the encoder drives it out of
        # the processor's cache.
        listed = [_Text(*text, self._pieces.pieces_of(*text)) for text in texts]
        for window in self._cut_all(listed, whole=whole):
            waiting.append(window)
            count += len(window.words)
            if count >= _TOGETHER:
                yield from self._tell(waiting)
                waiting, count = [], 0
        yield from self._tell(waiting)

    def _cut_all(self, texts: Sequence[_Text], *, whole: bool) -> Iterator[_Cut]:
        """Yield the windows of texts, cut into sentences."""
        for low, high in pairwise(_pack(texts)):
            if high - low == 1:
                yield from self._cut(low, texts[low], whole=whole)
                continue
            windows = self._run([text.pieces for text in texts[low:high]])
            for number, window in enumerate(windows, low):
                text = texts[number]
                if text.words:
                    span = range(len(text.words))
                    yield self._close(number, text, span, 0, window, whole=whole)

    def _cut(self, number: int, text: _Text, *, whole: bool) -> Iterator[_Cut]:
        """Yield the windows of one text, which may be long, cut into sentences."""
        done = first = 0
        while done < len(text.words):
            end = _fit(text.pieces, first, max(done + 1, first + 1))
            (window,) = self._run([text.pieces[first:end]])
            span = range(first, end)
            cut = self._close(number, text, span, done, window, whole=whole)
            yield cut
            before, done = (first + bound for bound in cut.bounds[-2:])
            first = before if done - before <= _OVERLAP else done

    def _close(
        self,
        number: int,
        text: _Text,
        span: range,
        done: int,
        window: _Window,
        *,
        whole: bool,
    ) -> _Cut:
        """Cut what is read into sentences.

        Args:
            number: Of the text.
            text: The text.
            span: The words of the window.
            done: Where the first sentence that is wanted begins.
            window: What the encoder says of them.
            whole: Whether the text is one sentence.
        """
        words, glued, _ = text
        first, end = span.start, span.stop
        bounds = [done]
        if not whole:
            bounds = self._bounds(window, words, glued, first, done)
        if end < len(words):
            bounds = _complete(bounds, end, words)
        else:
            bounds.append(end)
        own = slice(bounds[0] - first, bounds[-1] - first)
        return _Cut(
            number,
            bounds[0],
            words[bounds[0] : bounds[-1]],
            [bound - first for bound in bounds],
            window,
            self._read_titled(words[first:end], glued[first:end], own),
        )

    def _read_titled(
        self, words: Sequence[str], glued: Sequence[bool], own: slice
    ) -> Reading | None:
        """Read a window without capitals in title case, for its names.

        The mean of both readings has names right that either has wrong.

        Args:
            words: Of the window.
            glued: Of the window.
            own: Where its sentences are.
        """
        titled = in_title_case(words)
        if titled is None:
            return None
        pieces = self._pieces.pieces_of(titled, glued)
        if sum(map(len, pieces)) > _MOST_PIECES:
            return None
        (window,) = self._run([pieces])
        return Reading(titled[own], window.states[own])

    def _run(self, texts: Sequence[Sequence[tuple[int, ...]]]) -> Iterator[_Window]:
        """Yield what the encoder says of texts that are each one window."""
        numbers: list[int] = []
        places: list[int] = []
        rows: list[int] = []
        bounds = [0]
        sizes = []
        for text in texts:
            start = len(numbers)
            rows.append(start)
            numbers.append(self._pieces.bos)
            for group in text:
                rows.append(len(numbers))
                numbers.extend(group)
            numbers.append(self._pieces.eos)
            sizes.append(len(numbers) - start)
            places.extend(range(sizes[-1]))
            bounds.append(len(rows))
        told, heads, arcs, states = self._encoder.run(
            OUTPUTS,
            {
                "pieces": np.array(numbers, np.int64),
                "places": np.array(places, np.int64),
                "windows": np.repeat(np.arange(len(sizes)), sizes),
                "rows": np.array(rows, np.int64),
            },
        )
        for low, high in pairwise(bounds):
            own, words = slice(low, high), slice(low + 1, high)
            yield _Window(told[words], heads[own], arcs[words, own], states[words])

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
        for index, score in enumerate(window.told[:, -1].tolist(), first):
            if score <= _LEAST_START or index <= done:
                continue
            before = words[index - 1]
            if before[-1] == "." and len(before) > 1 and words[index].isdigit():
                continue  # "Aug. 7"
            if glued[index]:
                starts = score > 0 and before[-1] in _TERMINAL
            elif before in _FULL_STOPS and _opens(words[index]):
                starts = True
            elif before in _CLOSING and index > done + 1 and words[index - 2] in ".,":
                # A cue stands behind a comma, a new sentence behind a stop.
                starts = words[index - 2] == "." and words[index][0].isupper()
            else:
                closed = before[-1] in _TERMINAL or before[-1] in _PAUSES
                starts = score > (0 if closed else _SURE_START)
            if starts:
                bounds.append(index)
        return bounds

    def _tell(
        self, windows: Sequence[_Cut]
    ) -> Iterator[tuple[int, int, list[ReadWord], Floats]]:
        """Tell trees and names of windows, and yield their sentences."""
        if not windows:
            return
        trees = _draw_trees(windows)
        states = [one.window.states[one.rows] for one in windows]
        told = np.concatenate([one.window.told[one.rows] for one in windows])
        relations = self._relations(windows, trees, told)
        names = self._finder.find(
            [Reading(one.words, own) for one, own in zip(windows, states, strict=True)],
            [one.again for one in windows],
        )
        best = zip(
            *(told[:, columns].argmax(1).tolist() for columns in self._columns),
            strict=True,
        )
        known = self._known
        for cut, heads, rows, deprels, labels in zip(
            windows, trees, states, relations, names, strict=True
        ):
            text, first, words, bounds, *_ = cut
            settled = [
                known.get(seen := (word, *numbers)) or self._settle(seen)
                for word, numbers in zip(words, islice(best, len(words)), strict=True)
            ]
            tags = zip(*settled, strict=True)
            kinds = zip(*labels, strict=True)
            columns = zip(*tags, heads, deprels, *kinds, strict=True)
            read = list(fill(ReadWord, columns))
            for start, stop in pairwise(bounds):
                low, high = start - bounds[0], stop - bounds[0]
                yield text, first + low, read[low:high], rows[low:high]

    def _settle(self, seen: tuple[str, int, int, int]) -> tuple[str, str, str]:
        """Return the tags and the lemma of a word as the model sees it."""
        word, upos, xpos, edit = seen
        tag = self._lemmas.settle(word, self._xpos[xpos])
        kind, tag = agree(word, self._upos[upos], tag)
        told = kind, tag, self._lemmas.find(word, kind, tag, self._edits[edit])
        if len(self._known) >= _CACHE_SIZE:
            self._known.clear()
        self._known[seen] = told
        return told

    def _relations(
        self, windows: Sequence[_Cut], trees: Sequence[list[int]], told: Floats
    ) -> Iterator[list[str]]:
        """Yield the relations of every word to its head; only roots are ``root``.

        Args:
            windows: Windows.
            trees: The heads of their words.
            told: What the encoder tells of all their words.
        """
        shift = 0
        columns: list[int] = []
        for one, heads in zip(windows, trees, strict=True):
            for start, stop in pairwise(one.bounds):
                low = shift + start + 1
                own = heads[start - one.bounds[0] : stop - one.bounds[0]]
                columns += [low + head if head >= 0 else shift for head in own]
            shift += len(one.window.heads)
        parts = np.concatenate([one.window.heads for one in windows])
        (found,) = self._relation_namer.run(
            None,
            {
                "dependents": told[:, : parts.shape[1]],
                "heads": parts,
                "columns": np.array(columns, np.int64),
            },
        )
        names = iter(map(self._deprels.__getitem__, found.tolist()))
        for heads in trees:
            yield [
                name if head >= 0 else "root"
                for head, name in zip(heads, islice(names, len(heads)), strict=True)
            ]


def _draw_trees(windows: Sequence[_Cut]) -> list[list[int]]:
    """Return the heads of the words of windows, counted in their sentence.

    Roots have -1.
    """
    blocks = []
    for one in windows:
        arcs = one.window.arcs
        for low, high in pairwise(one.bounds):
            # The column before the first word of the sentence takes the root's.
            block = arcs[low:high, low : high + 1].copy()
            block[:, 0] = arcs[low:high, 0]
            blocks.append(block)
    trees = iter(decode_heads(blocks))
    return [
        [head for tree in islice(trees, len(one.bounds) - 1) for head in tree]
        for one in windows
    ]


def agree(word: str, kind: str, tag: str) -> tuple[str, str]:
    """Make part of speech and tag agree, which are told apart from each other.

    Returns:
        Part of speech and Penn tag.
    """
    if kind == "PROPN" and tag in {"NN", "NNS"} and word.islower():
        return "NOUN", tag
    if kind == "NOUN" and tag in {"NNP", "NNPS"} and word.islower():
        return kind, "NN" if tag == "NNP" else "NNS"
    if kind == "X" and tag in {"NN", "JJ"} and word.islower():
        return "NOUN", "NN"
    if kind == "VERB" and tag == "NNS":
        return kind, "VBZ"
    return (kind, "UH") if kind == "INTJ" else (kind, tag)


def _opens(word: str) -> bool:
    return word[0].isupper() or word[0] in '"“‘«'


def _pack(texts: Sequence[_Text]) -> list[int]:
    """Return where runs of the encoder begin: those of several short texts, or one."""
    starts: list[int] = []
    room = 0
    for number, text in enumerate(texts):
        size = sum(map(len, text.pieces)) + 2
        if not starts or size > room:
            starts.append(number)
            room = _PACK_PIECES
        room -= size
    return [*starts, len(texts)]


def _fit(pieces: Sequence[tuple[int, ...]], first: int, least: int) -> int:
    """Return the end of the longest window from ``first`` that is not too long."""
    room = WINDOW_PIECES - 2
    if not first and sum(map(len, pieces)) <= room:
        return len(pieces)  # Most texts are one window.
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
