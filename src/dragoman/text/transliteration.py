"""Words of Arabic and Hebrew script in Latin letters, likeliest reading first.

The scripts leave out short vowels, so a word has many readings. A joint n-gram model
over pairs of a letter and what is written for it proposes some by beam search, a
network (``transliteration_net``) others, freely and along a list of names. What both
think of a reading, which lists have it and how the word was written elsewhere is added
up. Models and lists were made by ``training/transliteration.py`` and
``training/transliteration_net.py`` from open data.

Source:
    H. Li, M. Zhang, J. Su, "A joint source-channel model for machine
    transliteration", 2004.
"""

import gzip
import math
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from dragoman.text.name_likeness import latin
from dragoman.text.transliteration_net import NameList, WordNet, load_net, write_word

_BEAM, _GUESSED, _WRITTEN = 40, 40, 20
_FLOOR, _LOWEST = -12.0, -30.0
_START, _END = "^", "$"
# Weights of the ranking, fitted on a tenth of the words, which no model had seen: log
# probabilities, no guess at all, lists that know the name, letters, how it was written.
_GUESS, _WRITE, _UNGUESSED = 0.14, 0.46, -0.38
_BORNE, _LISTED, _MET, _LETTER = 2.10, 1.82, 2.05, 0.71
_TOLD, _TIMES = 0.96, 0.81
# Bits of a known name: a name item has it, a census or another list of names, a person
# in an encyclopaedia, a museum or a match.
_ITEM, _LIST, _PERSON = 1, 2, 4
_LETTERS = str.maketrans(
    {"ی": "ي", "ک": "ك", "ٱ": "ا", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ـ": None}
)
_MARKS = str.maketrans({"׳": "'", "’": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class _Model:
    """A back-off model over pairs of a letter and its reading.

    Attributes:
        readings: Pair by number: what is written for the letter.
        of_letter: Numbers of the pairs of each letter.
        table: By context (numbers of pairs): back-off weight and log probabilities.
        start: Number of the pair that opens each word.
        end: Number of the one that closes it.
    """

    readings: tuple[str, ...]
    of_letter: dict[str, tuple[int, ...]]
    table: dict[tuple[int, ...], tuple[float, dict[int, float]]]
    start: int
    end: int


def letters_of(word: str) -> tuple[str, ...]:
    """Return the letters that the model reads: no vowel points, gereshes attached.

    >>> letters_of("ג'ורג'")
    ("ג'", 'ו', 'ר', "ג'")
    """
    plain = unicodedata.normalize("NFKD", word.translate(_MARKS)).translate(_LETTERS)
    # The madda and hamzas of Arabic are letters, its vowel signs are not.
    plain = unicodedata.normalize("NFC", plain)
    found: list[str] = []
    for letter in plain:
        if letter == "'" and found:
            found[-1] += letter
        elif letter.isalpha():
            found.append(letter)
    return tuple(found)


def _language(word: str) -> str | None:
    # Old files and PDFs write the forms of letters instead of the letters.
    plain = unicodedata.normalize("NFKD", word)
    if any("\u0590" <= letter <= "\u05ff" for letter in plain):
        return "he"
    if any("\u0600" <= letter <= "\u06ff" for letter in plain):
        return "ar"
    return None


def _read(name: str) -> list[str]:
    packed = files("dragoman.data").joinpath(name).read_bytes()
    return gzip.decompress(packed).decode("utf-8").splitlines()


@cache
def _load(language: str) -> _Model:
    lines = iter(_read(f"transliteration_{language}.tsv.gz"))
    pairs = [tuple(pair.split("|")) for pair in next(lines).split("\t")]
    of_letter: dict[str, list[int]] = {}
    for number, (letter, _) in enumerate(pairs):
        of_letter.setdefault(letter, []).append(number)
    table = {}
    for line in lines:
        context, back_off, *entries = line.split(" ")
        chances = {
            int(number): -int(chance) / 100
            for number, _, chance in (entry.partition(":") for entry in entries)
        }
        numbers = tuple(int(number) for number in context.split(",") if number)
        table[numbers] = (-int(back_off) / 100, chances)
    return _Model(
        readings=tuple(reading for _, reading in pairs),
        of_letter={letter: tuple(some) for letter, some in of_letter.items()},
        table=table,
        start=of_letter[_START][0],
        end=of_letter[_END][0],
    )


@cache
def _known_names() -> tuple[dict[str, int], NameList]:
    """Return the bits of each known name, and the names as a network looks them up."""
    known = {}
    before = ""
    for line in _read("name_words.txt.gz"):
        # "3ar1" after "karim" is "karar": letters in common, the rest, the bits.
        before = before[: int(line[0])] + line[1:-1]
        known[before] = int(line[-1])
    return known, NameList(known)


@cache
def _net() -> WordNet:
    return load_net("transliteration.npz")


@cache
def _attested(language: str) -> dict[str, dict[str, float]]:
    """Return how words were written in open lists, with the weight of each form."""
    found = {}
    for line in _read(f"attested_{language}.tsv.gz"):
        word, *cells = line.split("\t")
        forms = (cell.partition(":") for cell in cells)
        found[word] = {form: int(tenths) / 10 for form, _, tenths in forms}
    return found


@lru_cache(maxsize=1 << 14)
def latin_forms(word: str, count: int = 5) -> tuple[str, ...]:
    """Return the ways in which a word may be read, likeliest first.

    Words of other scripts have one form, that of their letters.

    >>> "karim" in latin_forms("كريم")
    True
    >>> latin_forms("Лавров")
    ('lavrov',)
    """
    language = _language(word)
    if language is None:
        return (latin(word).lower(),)
    letters = letters_of(word)
    told = _attested(language).get("".join(letters), {})
    scores = _scores(_Readings.of(letters, language, told))
    forms = sorted(scores, key=lambda form: (-scores[form], form))
    return tuple(forms[:count]) or (anyascii(word).lower(),)


@dataclass(frozen=True, slots=True)
class _Readings:
    """Readings of a word: log chances by n-grams and network, weights in lists."""

    guessed: dict[str, float]
    written: dict[str, float]
    told: dict[str, float]

    @classmethod
    def of(
        cls, letters: tuple[str, ...], language: str, told: dict[str, float]
    ) -> "_Readings":
        """Gather what both models propose for letters."""
        written = {}
        if any(letter in _net().letters for letter in letters):
            _, names = _known_names()
            written = write_word(_net(), language, letters, names, _WRITTEN)
        return cls(_readings(letters, _load(language)), written, told)

    def forms(self) -> set[str]:
        """Return the readings that are worth a comparison."""
        likely = sorted(self.guessed, key=lambda form: (-self.guessed[form], form))
        return {*likely[:_GUESSED], *self.written, *self.told}


def _scores(readings: _Readings) -> dict[str, float]:
    """Return a score for each reading: log odds up to what they have in common."""
    known, _ = _known_names()
    least_guessed = min(readings.guessed.values(), default=_LOWEST)
    least_written = min(readings.written.values(), default=_LOWEST)
    scores = {}
    for form in readings.forms():
        bits = known.get(form, 0)
        guessed = readings.guessed.get(form)
        written = readings.written.get(form)
        scores[form] = (
            _GUESS * max(least_guessed if guessed is None else guessed, _LOWEST)
            + _WRITE * max(least_written if written is None else written, _LOWEST)
            + (_UNGUESSED if guessed is None else 0.0)
            + (_BORNE if bits & _ITEM else 0.0)
            + (_LISTED if bits & _LIST else 0.0)
            + (_MET if bits & _PERSON else 0.0)
            + _LETTER * len(form)
        )
        if form in readings.told:
            scores[form] += _TOLD + _TIMES * math.log1p(readings.told[form])
    return scores


def _readings(letters: tuple[str, ...], model: _Model) -> dict[str, float]:
    """Return readings with their log probabilities."""
    states: dict[tuple[tuple[int, ...], str], float] = {((model.start,), ""): 0.0}
    for letter in (*letters, _END):
        grown: dict[tuple[tuple[int, ...], str], float] = {}
        for (context, form), chance in states.items():
            for after, written, more in _steps(model, context, letter):
                key = (after, form + written)
                grown[key] = _add(grown.get(key), chance + more)
        best = sorted(grown.items(), key=lambda state: (-state[1], state[0]))
        states = dict(best[:_BEAM])
    found: dict[str, float] = {}
    for (_, form), chance in states.items():
        if form:
            found[form] = _add(found.get(form), chance)
    return found


def _add(one: float | None, other: float) -> float:
    if one is None:
        return other
    high, low = max(one, other), min(one, other)
    return high + math.log1p(math.exp(low - high))


_Steps = tuple[tuple[tuple[int, ...], str, float], ...]
_cached: dict[tuple[int, tuple[int, ...], str], _Steps] = {}
_MAX_CACHED, _MAX_STEPS, _WIDTH = 1 << 16, 25, 4


def _steps(model: _Model, context: tuple[int, ...], letter: str) -> _Steps:
    """Return how a letter may be read behind others, likeliest first."""
    key = (id(model), context, letter)
    found = _cached.get(key)
    if found is None:
        numbers = model.of_letter.get(letter)
        if numbers is None:
            plain = anyascii(letter).lower().strip("'`")
            return ((context, plain, _FLOOR),)
        steps = [
            (
                (*context, number)[-_WIDTH:],
                model.readings[number],
                _chance(model, context, number),
            )
            for number in numbers
        ]
        steps.sort(key=lambda step: (-step[2], step[1]))
        found = tuple(steps[:_MAX_STEPS])
        if len(_cached) >= _MAX_CACHED:
            _cached.clear()
        _cached[key] = found
    return found


def _chance(model: _Model, context: tuple[int, ...], number: int) -> float:
    total = 0.0
    while True:
        entry = model.table.get(context)
        if entry is not None:
            if number in entry[1]:
                return total + entry[1][number]
            total += entry[0]
        if not context:
            return total + _FLOOR
        context = context[1:]
