"""Very many names of persons as rows of numbers.

What ``person_names.split_person`` makes of one name, made of all names of a list at
once. Names are folded and cut as one text; a row of plain words never becomes an
object of its own. What is more than a row of words (particles, marks, other scripts)
is taken apart one by one.
"""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import combinations, count
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dragoman.data.tables import name_words
from dragoman.text.names import fold_words
from dragoman.text.person_names import (
    MAX_WORDS,
    PersonWords,
    gather,
    is_of_row,
    split_person,
    take_apart,
)
from dragoman.text.word_table import GENDER_NAMES, GENDERS, Bits, Flags, Ints, WordTable

# Names that are folded and cut as one text: what they take stays in the cache.
_BATCH = 1 << 14
_COMMA, _SPACE, _NEWLINE = 44, 32, 10
# In UTF-8 the letters below U+0240 begin below this.
_LATIN = 0xC9
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9))
_SHIFT = (np.uint64(30), np.uint64(27))


class NameTable:
    """Names by their places; all columns have shape ``(n,)``.

    Attributes:
        words: The words of all names.
        counts: Of how many words each name is.
        generation: The generation mark, 0 for none.
        kinship: Whether the order of the words is a line of descent.
        gender: By title or first word, as in ``word_table.GENDERS``.
        syllables: Whether no word is longer than five letters.
        plain: As in ``PersonWords``.
        abjad: As in ``PersonWords``.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Read names."""
        self._names = list(names)
        reader = _Reader(self._names)
        self.words = WordTable(reader.texts)
        self.counts, self._starts, self._filed = reader.rows()
        self._fill_marks(reader)
        self._fill_words()

    def _fill_marks(self, reader: "_Reader") -> None:
        words = self.words
        some = self.counts > 0
        self.gender = np.zeros(len(self), dtype=np.int8)
        self.gender[some] = words.gender[self._filed[self._starts[some]]]
        for places, genders in reader.titled:
            self.gender[places] = genders
        self.generation = np.zeros(len(self), dtype=np.int64)
        self.kinship = np.zeros(len(self), dtype=np.bool_)
        self.abjad = np.zeros(len(self), dtype=np.bool_)
        self._generations = {0: ""}
        for place, marks in reader.marks.items():
            if marks.gender is not None:
                self.gender[place] = GENDERS[marks.gender]
            if marks.generation:
                mark = crc32(marks.generation.encode())
                self._generations[mark] = marks.generation
                self.generation[place] = mark
            self.kinship[place] = marks.kinship
            self.abjad[place] = marks.abjad

    def _fill_words(self) -> None:
        words = self.words
        self.plain = np.ones(len(self), dtype=np.bool_)
        self.syllables = np.ones(len(self), dtype=np.bool_)
        for places, row in self.rows():
            plain = words.plain[row].all(axis=1)
            for i, j in combinations(range(row.shape[1]), 2):
                plain &= row[:, i] != row[:, j]
            self.plain[places] = plain
            self.syllables[places] = (words.sizes[row] <= _SYLLABLE).all(axis=1)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._names)

    def name(self, place: int) -> str:
        """Return a name as it was given."""
        return self._names[place]

    def numbers(self) -> dict[str, int]:
        """Return the place of each name."""
        return dict(zip(self._names, range(len(self)), strict=True))

    @cached_property
    def lengths(self) -> Ints:
        """The letters of the words of each name."""
        found = np.zeros(len(self), dtype=np.int64)
        for places, row in self.rows():
            found[places] = self.words.sizes[row].sum(axis=1)
        return found

    def leading(self) -> Ints:
        """Return numbers in the order of the sounds of names, whatever their order.

        The three sounds of a name that come first in the alphabet make its number.
        """
        found = np.zeros(len(self), dtype=np.int64)
        for places, row in self.rows():
            heard = np.sort(self.words.sound[row], axis=1)[:, :_LEADING] + 1
            for n in range(heard.shape[1]):
                found[places] |= heard[:, n] << (_BITS * (_LEADING - 1 - n))
        return found

    def person(self, place: int) -> PersonWords:
        """Return a name as one by itself is taken apart."""
        words = self._filed[self._starts[place] :][: self.counts[place]].tolist()
        texts = tuple([self.words.texts[word] for word in words])
        parts = tuple([self.words.word(word) for word in words])
        return gather(
            texts,
            parts,
            self._generations[int(self.generation[place])],
            GENDER_NAMES[int(self.gender[place])],
            kinship=bool(self.kinship[place]),
            abjad=bool(self.abjad[place]),
        )

    def rows(self, longest: int | None = None) -> Iterator[tuple[Ints, Ints]]:
        """Yield names of one length together: their places and words.

        Args:
            longest: So many words are taken of a longer name.

        Yields:
            Places, shape ``(n,)``, and words by number, shape ``(n, size)``.
        """
        counts = self.counts
        if longest is not None:
            counts = np.minimum(counts, longest)
        for size in np.unique(counts).tolist():
            if size:
                places = np.flatnonzero(counts == size)
                yield places, self.row(places, size)

    def row(self, places: Ints, size: int) -> Ints:
        """Return the first words of names, by number, shape ``(n, size)``."""
        words: Ints = self._filed[self._starts[places][:, None] + np.arange(size)]
        return words

    def last(self, places: Ints) -> Ints:
        """Return the last words of names, by number; all have one."""
        words: Ints = self._filed[self._starts[places] + self.counts[places] - 1]
        return words

    def take(self, places: Ints) -> "NameTable":
        """Return a table of some of the names, with the same words."""
        taken = object.__new__(NameTable)
        listed = places.tolist()
        taken._names = [self._names[place] for place in listed]
        taken.words, taken._filed = self.words, self._filed
        taken._generations = self._generations
        taken._starts = self._starts[places]
        for column in _COLUMNS:
            setattr(taken, column, getattr(self, column)[places])
        return taken

    def signatures(self) -> Bits:
        """Return numbers that are equal for names of one sound, whatever the order.

        Father and son are told by the order of the words, namesakes by the mark.
        """
        heard = mix(self.words.sound.astype(np.uint64) + _ONE)
        found = mix(self.generation.astype(np.uint64))
        for places, row in self.rows():
            found[places] += heard[row].sum(axis=1, dtype=np.uint64)
        for place in np.flatnonzero(self.kinship).tolist():
            order = " ".join(self.person(place).words)
            found[place] ^= mix(np.array([crc32(order.encode())], dtype=np.uint64))[0]
        return mix(found)


_COLUMNS = (
    "counts", "generation", "kinship", "gender", "syllables", "plain", "abjad",
)  # fmt: skip
_SYLLABLE = 5
# Sounds that make a place in the order, and bits of each: two millions of them.
_LEADING, _BITS = 3, 21
_ONE = np.uint64(1)


def mix(values: Bits) -> Bits:
    """Return numbers that look drawn by lot, equal ones for equal ones."""
    with np.errstate(over="ignore"):
        found = values + _MIX[0]
        found = (found ^ (found >> _SHIFT[0])) * _MIX[1]
        found = found ^ (found >> _SHIFT[1])
    return found


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


class _Reader:
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
        self._numbers: dict[str, int] = {}
        # By word: whether it is one of a row, and the gender that it shows as a
        # title, -1 if it is none.
        self._of_row: list[bool] = []
        self._title: list[int] = []
        self._counts = np.zeros(len(names), dtype=np.int64)
        self._places: list[Ints] = [np.zeros(0, dtype=np.int64)]
        self._filed: list[Ints] = [np.zeros(0, dtype=np.int64)]
        for start in range(0, len(names), _BATCH):
            self._read(names[start : start + _BATCH], start)

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

    def _read(self, names: Sequence[str], start: int) -> None:
        text = "\n".join(names)
        data = _bytes_of(text)
        ends = np.flatnonzero(data == _NEWLINE)
        folded = fold_words(text)
        if len(ends) == len(names) - 1 == folded.count("\n"):
            starts = np.concatenate(([0], ends + 1))
            odd = (data >= _LATIN) | (data == _COMMA)
            odd |= (data < _SPACE) & (data != _NEWLINE)
            long_way = _any_within(odd, starts) | ~_any_within(data == _SPACE, starts)
            rest = self._cut(folded, start, long_way)
        else:
            # A name in two lines: who is in such company goes the long way.
            rest = [(n, None) for n in range(len(names))]
        self._split(names, start, rest)

    def _cut(
        self, folded: str, start: int, long_way: Flags
    ) -> list[tuple[int, list[str] | None]]:
        """File the names that are rows of words.

        Args:
            folded: All names, one a line.
            start: Place of the first of them.
            long_way: Which of them are to be taken apart by themselves.

        Returns:
            Lines that are left, with their words.
        """
        data = _bytes_of(folded)
        gap = np.concatenate(([True], data <= _SPACE, [True]))
        edges = np.flatnonzero(gap[1:] != gap[:-1])
        begins, ends = edges[::2], edges[1::2]
        words, marked, shown = self._number_all(data, begins, ends)
        line = np.cumsum(data == _NEWLINE)[begins] if len(begins) else begins
        total = len(long_way)
        counts = np.bincount(line, minlength=total)
        heads = np.cumsum(counts) - counts
        odd = np.bincount(line[marked], minlength=total)
        rows = ~long_way & (counts > 0) & (counts <= MAX_WORDS) & (odd < _TWO)
        # "Dr. Ana Lee": a title before a row of words.
        title = np.full(total, -1, dtype=np.int8)
        title[rows] = shown[heads[rows]]
        titled = rows & (odd == 1) & (title >= 0) & (counts > 1)
        rows &= (odd == 0) | titled
        kept = rows[line]
        kept[heads[titled]] = False
        self._file(np.flatnonzero(rows) + start, (counts - titled)[rows], words[kept])
        shows = titled & (title > 0)
        self.titled.append((np.flatnonzero(shows) + start, title[shows]))
        left = np.flatnonzero(~rows).tolist()
        lines = folded.split("\n") if left else []
        return [(n, None if long_way[n] else lines[n].split()) for n in left]

    def _number_all(
        self, data: NDArray[np.uint8], begins: Ints, ends: Ints
    ) -> tuple[Ints, Flags, NDArray[np.int8]]:
        """Number words, by where they begin and end; each is looked at once.

        Returns:
            Of each word the number, whether it is more than one of a row, and the
            gender that it shows as a title, -1 if it is none.
        """
        hashes = _hash(data, begins, ends)
        _, firsts, which = np.unique(hashes, return_index=True, return_inverse=True)
        packed = data.tobytes()
        spans = zip(begins[firsts].tolist(), ends[firsts].tolist(), strict=True)
        texts = [packed[i:j].decode("utf-8", "surrogatepass") for i, j in spans]
        numbers = self._number(texts)
        marked = np.array([not self._of_row[n] for n in numbers], dtype=np.bool_)
        shown = np.array([self._title[n] for n in numbers], dtype=np.int8)
        return np.array(numbers, dtype=np.int64)[which], marked[which], shown[which]

    def _number(self, words: Sequence[str]) -> list[int]:
        numbers = self._numbers
        new = [word for word in dict.fromkeys(words) if word not in numbers]
        numbers.update(zip(new, count(len(numbers))))
        self.texts.extend(new)
        self._of_row.extend(map(is_of_row, new))
        titles = _titles()
        self._title.extend([titles.get(word, -1) for word in new])
        return [numbers[word] for word in words]

    def _split(
        self, names: Sequence[str], start: int, rest: list[tuple[int, list[str] | None]]
    ) -> None:
        """Take names apart one by one."""
        counts, words = [], []
        for n, row in rest:
            if row:
                found, generation, gender, kinship = take_apart(row)
                marks = _Marks(generation, gender or None, kinship)
            else:
                one = split_person(names[n])
                found = one.words
                marks = _Marks(one.generation, one.gender, one.kinship, one.abjad)
            self.marks[start + n] = marks
            counts.append(len(found))
            words.extend(self._number(found))
        places = np.array([n for n, _ in rest], dtype=np.int64) + start
        self._file(
            places, np.array(counts, dtype=np.int64), np.array(words, dtype=np.int64)
        )


_TWO = 2


def _bytes_of(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _any_within(flags: Flags, starts: Ints) -> Flags:
    """Tell of stretches, by where they begin, whether any of their flags is set."""
    passed = np.concatenate(([0], np.cumsum(flags)))
    ends = np.concatenate((starts[1:], [len(flags)]))
    found: Flags = passed[ends] > passed[starts]
    return found


def _hash(data: NDArray[np.uint8], begins: Ints, ends: Ints) -> Bits:
    """Return a number for each word; equal words have equal ones.

    Two of a million different words have one number by a chance of one in a million.
    """
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
    shown = {title: 0 for title in vocabulary.titles}
    return shown | {
        title: GENDERS.get(gender, 0) for title, gender in vocabulary.honorifics.items()
    }


