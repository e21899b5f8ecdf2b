"""Very many names of persons cut into words.

They are folded and cut as one text. What is more than a row of words (particles,
marks, other scripts) is taken apart one by one.
"""

from collections.abc import Sequence
from functools import cache
from itertools import count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.data.tables import name_words
from dragoman.text.names import fold_words
from dragoman.text.person_names import MAX_WORDS, is_of_row, split_person, take_apart
from dragoman.text.pieces import Pieces
from dragoman.text.word_table import GENDERS, Bits, Flags, Ints

# Names that are folded and cut as one text: what they take stays in the cache.
_BATCH = 1 << 14
_COMMA, _SPACE, _NEWLINE = 44, 32, 10
# In UTF-8 the letters below U+0240 begin below this.
_LATIN = 0xC9
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9))
_SHIFT = (np.uint64(30), np.uint64(27))
_ONE = np.uint64(1)
_TWO = 2
_NOTHING = np.zeros(0, np.uint8), np.zeros(0, np.int64), np.zeros(0, np.int64)


class _Marks(NamedTuple):
    """What a name shows beside its words.

    Attributes:
        generation: "jr", "ii" ..., ``""`` if none.
        gender: ``m``, ``f`` or ``""``; ``None`` where the first word tells.
        kinship: As in ``PersonWords``.
        abjad: As in ``PersonWords``.
    """

    generation: str
    gender: str | None
    kinship: bool
    abjad: bool = False


class _Cut(NamedTuple):
    """Folded names, one a line, cut into words.

    Attributes:
        start: Place of the first name.
        long_way: Which of them are taken apart by themselves.
        lines: All of them.
        line: The line of each word.
        which: Each word, by its place among the different ones.
        hashes: The different words.
        starts: Where each of these begins, in bytes.
        sizes: How many bytes it has.
    """

    start: int
    long_way: Flags
    lines: bytes
    line: Ints
    which: Ints
    hashes: Bits
    starts: Ints
    sizes: Ints


class NameReader:
    """Cuts names into words and numbers these.

    Attributes:
        texts: Words by number.
        marks: What some names show beside their words, by place.
        titled: Places of names behind a title, and the gender that it shows.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.texts: list[str] = []
        self.marks: dict[int, _Marks] = {}
        self.titled: list[tuple[Ints, NDArray[np.int8]]] = []
        self._names = names
        self._numbers: dict[str, int] = {}
        self._counts = np.zeros(len(names), dtype=np.int64)
        self._places: list[Ints] = [np.zeros(0, dtype=np.int64)]
        self._filed: list[Ints] = [np.zeros(0, dtype=np.int64)]
        cuts = [self._cut(start) for start in range(0, len(names), _BATCH)]
        self._read([cut for cut in cuts if cut is not None])

    def rows(self) -> tuple[Ints, Ints, Ints]:
        """Return for each name how many words it has, where they begin, all words."""
        places, filed = np.concatenate(self._places), np.concatenate(self._filed)
        counts = self._counts[places]
        starts = np.zeros(len(self._counts), dtype=np.int64)
        starts[places] = np.cumsum(counts) - counts
        return self._counts, starts, filed

    def _file(self, places: Ints, counts: Ints, words: Ints) -> None:
        self._places.append(places)
        self._counts[places] = counts
        self._filed.append(words)

    def _cut(self, start: int) -> _Cut | None:
        """Cut a batch of names; if it cannot be, take them apart one by one."""
        names = self._names[start : start + _BATCH]
        text = "\n".join(names)
        data = _bytes_of(text)
        ends = np.flatnonzero(data == _NEWLINE)
        folded = fold_words(text)
        # A name in two lines: who is in such company goes the long way.
        if not len(ends) == len(names) - 1 == folded.count("\n"):
            self._split([(start + n, None) for n in range(len(names))])
            return None
        starts = np.concatenate(([0], ends + 1))
        odd = (data >= _LATIN) | (data == _COMMA)
        odd |= (data < _SPACE) & (data != _NEWLINE)
        long_way = _any_within(odd, starts) | ~_any_within(data == _SPACE, starts)
        data = _bytes_of(folded)
        gap = np.concatenate(([True], data <= _SPACE, [True]))
        edges = np.flatnonzero(gap[1:] != gap[:-1])
        begins, ends = edges[::2], edges[1::2]
        line = np.cumsum(data == _NEWLINE)[begins] if len(begins) else begins
        hashes, firsts, which = np.unique(
            _hash(data, begins, ends), return_index=True, return_inverse=True
        )
        lines, sizes = data.tobytes(), ends - begins
        # Different words with one hash: who is in such company goes the long way.
        if len(
            Pieces((lines,), begins, sizes).unlike(np.arange(len(which)), firsts[which])
        ):
            self._split([(start + n, None) for n in range(len(names))])
            return None
        starts, sizes = begins[firsts], sizes[firsts]
        return _Cut(start, long_way, lines, line, which, hashes, starts, sizes)

    def _read(self, cuts: Sequence[_Cut]) -> None:
        """Number the words of all batches, and file the names that are rows of them."""
        hashes = np.concatenate([_hash(*_NOTHING), *(cut.hashes for cut in cuts)])
        _, firsts, which = np.unique(hashes, return_index=True, return_inverse=True)
        found = _find_pieces(cuts)
        # Different words with one hash are numbered by themselves.
        wrong = found.unlike(np.arange(len(which)), firsts[which])
        texts = found.texts(np.append(firsts, wrong))
        which[wrong] = np.arange(len(firsts), len(texts))
        numbers = np.array(self._number(texts), dtype=np.int64)
        marked = np.array([not is_of_row(text) for text in texts], dtype=np.bool_)
        titles = _titles()
        shown = np.array([titles.get(text, -1) for text in texts], dtype=np.int8)
        offset = 0
        for cut in cuts:
            words = which[offset : offset + len(cut.hashes)][cut.which]
            offset += len(cut.hashes)
            self._file_rows(cut, numbers[words], marked[words], shown[words])

    def _file_rows(
        self, cut: _Cut, words: Ints, marked: Flags, shown: NDArray[np.int8]
    ) -> None:
        """File the names that are rows of words, and take apart the others.

        Args:
            cut: A batch.
            words: Its words by number.
            marked: Which of them are more than one of a row.
            shown: The gender that each shows as a title, -1 for other words.
        """
        total = len(cut.long_way)
        counts = np.bincount(cut.line, minlength=total)
        heads = np.cumsum(counts) - counts
        odd = np.bincount(cut.line[marked], minlength=total)
        rows = ~cut.long_way & (counts > 0) & (counts <= MAX_WORDS) & (odd < _TWO)
        # "Dr. Ana Lee": a title before a row of words.
        title = np.full(total, -1, dtype=np.int8)
        title[rows] = shown[heads[rows]]
        titled = rows & (odd == 1) & (title >= 0) & (counts > 1)
        rows &= (odd == 0) | titled
        kept = rows[cut.line]
        kept[heads[titled]] = False
        places = np.flatnonzero(rows) + cut.start
        self._file(places, (counts - titled)[rows], words[kept])
        shows = titled & (title > 0)
        self.titled.append((np.flatnonzero(shows) + cut.start, title[shows]))
        left = np.flatnonzero(~rows).tolist()
        lines = cut.lines.split(b"\n") if left else []
        self._split(
            [
                (
                    cut.start + n,
                    None
                    if cut.long_way[n]
                    else lines[n].decode("utf-8", "surrogatepass").split(),
                )
                for n in left
            ]
        )

    def _number(self, words: Sequence[str]) -> list[int]:
        numbers = self._numbers
        new = [word for word in dict.fromkeys(words) if word not in numbers]
        numbers.update(zip(new, count(len(numbers))))
        self.texts.extend(new)
        return [numbers[word] for word in words]

    def _split(self, rest: Sequence[tuple[int, list[str] | None]]) -> None:
        """Take names apart one by one, by place and with their words where known."""
        counts, words = [], []
        for place, row in rest:
            if row:
                found, generation, gender, kinship = take_apart(row)
                marks = _Marks(generation, gender or None, kinship)
            else:
                one = split_person(self._names[place])
                found = one.words
                marks = _Marks(one.generation, one.gender, one.kinship, one.abjad)
            self.marks[place] = marks
            counts.append(len(found))
            words.extend(self._number(found))
        places = np.array([place for place, _ in rest], dtype=np.int64)
        self._file(
            places, np.array(counts, dtype=np.int64), np.array(words, dtype=np.int64)
        )


def _find_pieces(cuts: Sequence[_Cut]) -> Pieces:
    """Return the different words of all batches."""
    nothing = np.zeros(0, dtype=np.int64)
    offsets = np.cumsum([0, *(len(cut.lines) for cut in cuts)]).tolist()
    starts = [cut.starts + n for cut, n in zip(cuts, offsets, strict=False)]
    return Pieces(
        [cut.lines for cut in cuts],
        np.concatenate([nothing, *starts]),
        np.concatenate([nothing, *(cut.sizes for cut in cuts)]),
    )


def _bytes_of(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _any_within(flags: Flags, starts: Ints) -> Flags:
    """Tell of stretches, by where they begin, whether any of their flags is set."""
    passed = np.concatenate(([0], np.cumsum(flags)))
    ends = np.concatenate((starts[1:], [len(flags)]))
    found: Flags = passed[ends] > passed[starts]
    return found


def _hash(data: NDArray[np.uint8], begins: Ints, ends: Ints) -> Bits:
    """Return a number for each word; equal words have equal ones."""
    if not len(begins):
        return np.zeros(0, dtype=np.uint64)
    sizes = ends - begins
    starts = np.cumsum(sizes) - sizes
    at = np.arange(int(sizes.sum())) - np.repeat(starts, sizes)
    letters = data[np.repeat(begins, sizes) + at].astype(np.uint64)
    weights = mix(mix(np.arange(int(sizes.max()), dtype=np.uint64))) | _ONE
    sums = np.add.reduceat(letters * weights[at], starts)
    return mix(sums)


@cache
def _titles() -> dict[str, int]:
    """Return titles with the gender that they show."""
    vocabulary = name_words()
    shown = dict.fromkeys(vocabulary.titles, 0)
    return shown | {
        title: GENDERS.get(gender, 0) for title, gender in vocabulary.honorifics.items()
    }


def mix(values: Bits) -> Bits:
    """Return numbers that look drawn by lot, equal ones for equal ones."""
    with np.errstate(over="ignore"):
        found = values + _MIX[0]
        found = (found ^ (found >> _SHIFT[0])) * _MIX[1]
        return found ^ (found >> _SHIFT[1])
