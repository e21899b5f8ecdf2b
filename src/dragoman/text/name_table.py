"""Very many names of persons as rows of numbers.

What ``person_names.split_person`` makes of one name, made of all names of a list at
once (``name_reader``). A row of plain words never becomes an object of its own.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations
from zlib import crc32

import numpy as np

from dragoman.text.name_reader import NameReader
from dragoman.text.person_names import MAX_WORDS, PersonWords, gather
from dragoman.text.word_table import GENDER_NAMES, GENDERS, Ints, WordTable

_COLUMNS = (
    "counts", "generation", "kinship", "gender", "syllables", "plain", "distinct",
    "abjad",
)  # fmt: skip
_SYLLABLE = 5
# Bits of a sound: three of them make a number where there are two millions at most.
_BITS, _ALL_BITS, _HALF = 21, 63, 31


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
        distinct: As in ``PersonWords``.
        abjad: As in ``PersonWords``.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Read names."""
        self._names = list(names)
        reader = NameReader(self._names)
        self.words = WordTable(reader.texts)
        self.counts, self._starts, self._filed = reader.rows()
        self._fill_marks(reader)
        self._fill_words()

    def _fill_marks(self, reader: NameReader) -> None:
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
        self.distinct = np.ones(len(self), dtype=np.bool_)
        self.syllables = np.ones(len(self), dtype=np.bool_)
        for places, row in self.rows():
            self.plain[places] = words.plain[row].all(axis=1)
            for i, j in combinations(range(row.shape[1]), 2):
                self.distinct[places] &= row[:, i] != row[:, j]
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

    def sounds(self) -> tuple[Ints, Ints]:
        """Return two numbers for each name, equal for names of one sound.

        Whatever the order of the words: only father and son are told by it, and
        namesakes by the mark. The first number is in the order of the sounds: those
        that come first in the alphabet make it. The second one tells of the rest.
        """
        heard = self.words.sound
        bits = max(_BITS, int(heard.max(initial=0) + 1).bit_length())
        most = _ALL_BITS // bits
        leading = np.zeros(len(self), dtype=np.int64)
        for places, row in self.rows():
            ordered = np.sort(heard[row], axis=1)[:, :most] + 1
            for n in range(ordered.shape[1]):
                leading[places] |= ordered[:, n] << ((most - 1 - n) * bits)
        rest = np.zeros(len(self), dtype=np.int64)
        more = (self.counts > most) | self.kinship | (self.generation != 0)
        some = np.flatnonzero(more)
        rest[some] = self._tell_rest(some, most)
        return leading, rest

    def _tell_rest(self, some: Ints, most: int) -> Ints:
        """Number names by their marks, and by their sounds but the first ones."""
        heard, rank = self.words.sound, self.words.rank
        counts, kin = self.counts[some], self.kinship[some]
        found = _ranks(self.generation[some])
        columns = np.zeros((2 * MAX_WORDS, len(some)), dtype=np.int64)
        for size in np.unique(counts).tolist():
            at = np.flatnonzero(counts == size)
            row = self.row(some[at], size)
            columns[most:size, at] = np.sort(heard[row], axis=1).T[most:] + 1
            ordered = np.where(kin[at], rank[row].T + 1, 0)
            columns[MAX_WORDS : MAX_WORDS + size, at] = ordered
        for column in columns[columns.any(axis=1)]:
            found = _ranks((found << _HALF) | column)
        return found + 1

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


def _ranks(values: Ints) -> Ints:
    """Return the place of each value among the different ones."""
    return np.unique(values, return_inverse=True)[1].ravel()
