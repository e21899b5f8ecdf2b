"""Very many words of names as columns of numbers.

What ``name_words.read_word`` tells of one word, told of all words of a list at once:
what is done to letters is done to all of them as one text, and what words share
(sound, consonants) becomes a number that equals where they do.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.data.tables import given_name_forms, given_names
from dragoman.text.name_items import NONE, find_places, load_items
from dragoman.text.name_likeness import coarse_of, consonants_of, sound, sounds
from dragoman.text.name_words import Word, make_word, read_word

Ints = NDArray[np.int64]
Bits = NDArray[np.uint64]
Flags = NDArray[np.bool_]

GENDER_NAMES = ("", "m", "f")
GENDERS: Mapping[str | None, int] = {None: 0, "": 0, "m": 1, "f": 2}
_OPEN = frozenset("aeаяе")
# Of longer words three slips are not many.
_LONG = 20
# Three bits for each slot between consonants, the last one in bit 62.
_SLOTS = 21
_ONE = np.uint64(1)


class WordTable:
    """Words by number; all columns have shape ``(n,)``.

    Attributes:
        texts: The words.
        sizes: Their letters.
        letters: Their different letters, as bits.
        sound: Equal for words that sound alike; in the order of the sounds.
        consonants: Equal for words with the same consonants.
        coarse: Equal where those alike are taken for one another.
        key: Consonants by which words are filed.
        keys: These consonants, by their numbers.
        skeleton: How many consonants there are; in column 1, coarse ones.
        onset: First sound.
        forms: Groups of given names, as bits; two groups may share one.
        plain: Whether it is of Latin letters, and no initial.
        abjad: Whether it is written without short vowels.
        servant: Whether it opens like "Abd al-".
        open: Whether it ends in an open vowel, -1 where letters do not tell.
        gender: Of a given name, as in ``GENDERS``.
        vowels: Classes of the vowels between consonants (``vowel_slots``).
        slots: How many places for vowels there are.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Read words.

        Args:
            texts: Folded words, each once.
        """
        self.texts = list(texts)
        heard, kept, rough, keys = self._read()
        self._read_as = heard, kept, rough
        self._known: dict[int, Word] = {}
        self.sizes = _sizes(self.texts)
        self.letters = _letters_of(self.texts, self.sizes)
        self.sound = _rank(heard)
        self.consonants = _number(kept)[0]
        self.coarse = _number(rough)[0]
        self.key, self.keys = _number(keys)
        self.skeleton = np.column_stack((_sizes(kept), _sizes(rough)))
        self.vowels, self.slots = _vowels_of(heard)
        self.servant = np.array([word[:3] == "abd" for word in texts], dtype=np.bool_)
        opening, openings = _number([word[:2] for word in self.texts])
        self.onset = _number(_first_sounds(openings))[0][opening]
        self.forms = np.zeros(len(self.texts), dtype=np.uint64)
        forms = given_name_forms()
        for n, word in enumerate(self.texts):
            if word in forms:
                self.forms[n] = sum({1 << (form & 63) for form in forms[word]})
        genders = map(given_names().get, self.texts)
        self.gender = np.fromiter(
            map(GENDERS.__getitem__, genders), np.int8, len(self.texts)
        )

    def _read(self) -> tuple[list[str], list[str], list[str], list[str]]:
        """Return sounds, consonants, coarse consonants and keys of the words."""
        texts = self.texts
        count = len(texts)
        self.abjad = np.zeros(count, dtype=np.bool_)
        ends = [word[-2:-1] if word[-1:] == "h" else word[-1:] for word in texts]
        self.open = np.fromiter(map(_OPEN.__contains__, ends), np.int8, count)
        heard = _lines(sounds, texts)
        for n, key in enumerate(heard):
            if key[1:3] == "bd":
                heard[n] = sound(texts[n])
        kept = _lines(consonants_of, heard)
        rough = _lines(coarse_of, kept)
        hard = [n for n, word in enumerate(texts) if "dh" in word]
        for n, one in zip(hard, _coarse_of_hard([texts[n] for n in hard]), strict=True):
            rough[n] = one
        keys = [key or word for key, word in zip(rough, texts, strict=True)]
        # What more than letters decides.
        plain = "".join(texts).isascii()
        for n in (
            () if plain else [n for n, word in enumerate(texts) if not word.isascii()]
        ):
            read = read_word(texts[n])
            heard[n], kept[n], rough[n] = read.sound, read.consonants, read.coarse
            keys[n] = read.key
            if read.abjad:
                self.abjad[n], self.open[n] = True, -1
        return heard, kept, rough, keys

    @cached_property
    def plain(self) -> Flags:
        """Whether each is of Latin letters, and no initial."""
        found: Flags = ~self.abjad & (self.sizes > 1) & (self.sizes < _LONG)
        return found

    @cached_property
    def listed(self) -> Ints:
        """The place of each in the table of names (``name_items.find_places``)."""
        return find_places(self.texts)

    @cached_property
    def items(self) -> Bits:
        """The names that lists file each under, as bits; two may share one."""
        found: Bits = np.where(self.listed == NONE, 0, load_items().bits[self.listed])
        return found.astype(np.uint64)

    @cached_property
    def rank(self) -> Ints:
        """The place of each word in the order of the alphabet."""
        return _rank(self.texts)

    def word(self, number: int) -> Word:
        """Return a word as one by itself is read, the same object each time."""
        known = self._known.get(number)
        if known is not None:
            return known
        heard, kept, rough = (column[number] for column in self._read_as)
        letters = int(self.letters[number])
        made = make_word(self.texts[number], heard, kept, rough, letters)
        self._known[number] = made
        return made


def _lines(how: Callable[[str], str], texts: Sequence[str]) -> list[str]:
    """Do to all texts as one what is done to lines."""
    return how("\n".join(texts)).split("\n") if texts else []


def _coarse_of_hard(texts: Sequence[str]) -> list[str]:
    """Return what ``name_likeness.coarse`` makes of words with a "dh"."""
    softer = [word.replace("dh", "d") for word in texts]
    heard = [
        sound(word) if key[1:3] == "bd" else key
        for word, key in zip(softer, _lines(sounds, softer), strict=True)
    ]
    return _lines(coarse_of, _lines(consonants_of, heard))


def _sizes(texts: Sequence[str]) -> Ints:
    return np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))


def _first_sounds(openings: Sequence[str]) -> list[str]:
    """Return what ``name_words.first_sound`` tells of each."""
    lines = "\n".join(openings).replace("dh", "d")
    rough = coarse_of(consonants_of(sounds(lines))).split("\n")
    return [one[:1] or "a" for one in rough]


def _number(values: Iterable[str]) -> tuple[Ints, list[str]]:
    """Number values, equal ones alike; return the numbers and the values by number."""
    listed = list(values)
    distinct = list(dict.fromkeys(listed))
    numbers = dict(zip(distinct, range(len(distinct)), strict=True))
    return _look_up(numbers, listed), distinct


def _rank(values: Sequence[str]) -> Ints:
    """Number values in the order of the alphabet."""
    distinct = sorted(set(values))
    return _look_up(dict(zip(distinct, range(len(distinct)), strict=True)), values)


def _look_up(numbers: Mapping[str, int], values: Sequence[str]) -> Ints:
    return np.fromiter(
        map(numbers.__getitem__, values), dtype=np.int64, count=len(values)
    )


def _letters_of(words: Sequence[str], sizes: Ints) -> Bits:
    """Return the different letters of each word, as bits."""
    text = "".join(words)
    if text.isascii():
        letters = np.frombuffer(text.encode(), dtype=np.uint8)
    else:
        letters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    if not len(letters):
        return np.zeros(len(words), dtype=np.uint64)
    bits = _ONE << (letters & 63).astype(np.uint64)
    return _gather(np.bitwise_or, bits, sizes)


def _gather(how: np.ufunc, values: Bits, counts: Ints) -> Bits:
    """Reduce what belongs to each word; nothing for one without letters."""
    starts = np.cumsum(counts) - counts
    some = counts > 0
    found = np.zeros(len(counts), dtype=np.uint64)
    found[some] = how.reduceat(values, starts[some])
    return found


# Of ASCII letters; nothing else is a vowel in a sound.
_CLASSES = np.zeros(128, dtype=np.uint8)
for _letter, _bits in {"a": 1, "e": 3, "i": 2, "o": 4, "u": 4}.items():
    _CLASSES[ord(_letter)] = _bits


def _vowels_of(heard: Sequence[str]) -> tuple[Bits, Ints]:
    """Return what ``vowel_slots`` tells of each sound."""
    # A final h counts for nothing.
    sounds_ = [sound[:-1] if sound[-1:] == "h" else sound for sound in heard]
    sizes = _sizes(sounds_)
    text = "".join(sounds_)
    if not text:
        return np.zeros(len(heard), dtype=np.uint64), np.ones(len(heard), np.int64)
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    classes = _CLASSES[np.minimum(codes, 127)]
    # The consonants up to each letter, less those of the words before.
    passed = np.cumsum(classes == 0)
    starts = np.cumsum(sizes) - sizes
    before = np.concatenate(([0], passed))[starts]
    slot = passed - np.repeat(before, sizes)
    slots = np.concatenate(([0], passed))[starts + sizes] - before + 1
    kept = (classes > 0) & (slot < _SLOTS)
    bits = np.where(
        kept, classes.astype(np.uint64) << (3 * slot * kept).astype(np.uint64), 0
    ).astype(np.uint64)
    return _gather(np.bitwise_or, bits, sizes), slots
