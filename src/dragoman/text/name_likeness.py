"""How alike two names are, across spellings and transliterations.

Consonants carry a name through transliteration, vowels only by class: *a* and *e*,
*e* and *i*, *o* and *u* stand for one another, *a* and *o* do not ("Hossein" and
"Hussein" are one, "Khamenei" and "Khomeini" two).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from dragoman.data.tables import name_words
from dragoman.text.names import ARTICLES, PARTICLES, sound_key, words_of

# Between these the order of the words is the line of descent.
KINSHIP = frozenset({"bin", "ibn", "ben", "bint", "ould", "binti", "walad"})
GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})

SAME = 1.0
SAME_SOUND = 0.97
SAME_SPELT_OTHERWISE = 0.93
LIKE = 0.8
SAME_CONSONANTS = 0.6
# At least this likeness of every word makes two names one.
SURE = 0.9

_PIECES = re.compile(r"[aeiou]+|[^aeiou]")
_VOWELS = {"a": "A", "e": "AI", "i": "I", "o": "U", "u": "U"}
# "Abdul Rahman", "Abdel-Rahman", "Abdurrahman", "Abdolrahman".
_SERVANT = re.compile(r"^(?:abd|ebd)(?:[aeiou]l|[aeiou](?=(r|n|s|z|t|d|sh)\1))?")
_LONG = 5


def latin(name: str) -> str:
    """Return a name in Latin letters, the name itself if it is in them.

    >>> latin("Сергей Лавров")
    'Sergey Lavrov'
    """
    if all(ord(letter) < 0x0250 for letter in name):
        # "VladimirPutin", as tags and bad typesetting have it.
        return name if " " in name else _GLUED.sub(" ", name)
    if _ABJAD.search(name):
        plain = anyascii(name).replace("'", "").replace("`", "")
        plain = _ARABIC_ARTICLE.sub("", plain)
        return _WORD_END.sub(UNWRITTEN, plain)
    # Chinese comes out as "WangYi", one capital for each character.
    return _CAPITALS.sub(" ", anyascii(name))


# Arabic, Hebrew, Syriac: words that are written without short vowels are marked.
_ABJAD = re.compile("[\u0590-\u074f\ufb1d-\ufdff\ufe70-\ufeff]")
def is_abjad(word: str) -> bool:
    """Tell whether a word is written without short vowels."""
    return _ABJAD.search(word) is not None


_ARABIC_ARTICLE = re.compile(r"\ba?l(?=[^l\W]\w)")
_WORD_END = re.compile(r"(?<=\w)(?!\w)")
UNWRITTEN = "_"
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")


# "Andrej", "Jelzin": a consonant in English, but no sound of its own here.
_SLAVIC_J = re.compile(r"(?<=[aeiou])j(?![aeiou])")


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """Return the sound key with the joint of "Abdul Rahman" taken out."""
    word = word.replace(UNWRITTEN, "").replace("ck", "k")
    key = sound_key(_SLAVIC_J.sub("y", word))
    return _SERVANT.sub("abd", key) if len(word) > _LONG else key


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """Return the consonants of a folded word in one spelling.

    >>> consonants("mohammed") == consonants("muhamad")
    True
    >>> consonants("orban")
    'rbn'
    """
    kept = "".join(letter for letter in _sound(word) if letter not in "aeiou'")
    # A final h is a vowel in most transliterations ("Nakhalah").
    return kept.removesuffix("h") if len(kept) > 2 else kept


_COARSE = str.maketrans({"g": "k", "j": "z", "c": "s", "b": "v", "f": "v", "p": "v"})


@lru_cache(maxsize=65536)
def coarse(word: str) -> str:
    """Return the consonants with those alike that alphabets confuse.

    >>> coarse("gaddafi") == coarse("qadhafi")
    True
    """
    return consonants(word.replace("dh", "d")).translate(_COARSE)


@lru_cache(maxsize=65536)
def _vowels(word: str) -> tuple[str, ...]:
    """Return the vowels before, between and after the consonants."""
    key = _sound(word).removesuffix("h")
    slots: list[str] = [""]
    for piece in _PIECES.findall(key):
        if piece[0] in _VOWELS:
            slots[-1] += piece
        else:
            slots.append("")
    return tuple(slots)


@lru_cache(maxsize=131072)
def word_likeness(one: str, other: str) -> float:
    """Return how alike two folded words of names are, in [0, 1].

    >>> word_likeness("hossein", "hussein") >= SURE
    True
    >>> word_likeness("khamenei", "khomeini") >= SURE
    False
    >>> word_likeness("h", "hassan")
    0.8
    """
    if one == other:
        return SAME
    if len(one) == 1 or len(other) == 1:
        return LIKE if one[:1] == other[:1] else 0.0
    if _sound(one) == _sound(other):
        return SAME_SOUND
    left, right = consonants(one), consonants(other)
    if left == right and len(left) > 1:
        return SAME_SPELT_OTHERWISE if _vowels_fit(one, other) else SAME_CONSONANTS
    if coarse(one) == coarse(other) and len(left) > 2 and _vowels_fit(one, other):
        return LIKE
    if min(len(one), len(other)) > _LONG and (
        JaroWinkler.similarity(one, other) >= 0.94
    ):
        return LIKE
    return 0.0


def _vowels_fit(one: str, other: str) -> bool:
    left, right = _vowels(one), _vowels(other)
    if len(left) != len(right):
        return False
    unwritten = UNWRITTEN in one, UNWRITTEN in other
    if all(unwritten):
        return left == right
    pairs = zip(left, right, strict=True)
    if any(unwritten):
        # Arabic and Hebrew leave out short vowels, and those only.
        if unwritten[1]:
            left, right = right, left
        pairs = zip(left, right, strict=True)
        return all(_classes_meet(a, b) if a else len(b) <= 1 for a, b in pairs)
    # A syllable has nothing else to tell it by: "Peng" is not "Ping".
    if sum(map(bool, left)) == 1 and sum(map(bool, right)) == 1:
        return False
    return all(not a or not b or _classes_meet(a, b) for a, b in pairs)


@lru_cache(maxsize=4096)
def _classes_meet(one: str, other: str) -> bool:
    return not {c for v in one for c in _VOWELS[v]}.isdisjoint(
        {c for v in other for c in _VOWELS[v]}
    )


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in comparable words.

    Attributes:
        words: Folded, without articles, honorifics and generation.
        generation: "jr", "ii" ..., ``""`` if none.
        kinship: Whether the order of the words is a line of descent.
    """

    words: tuple[str, ...]
    generation: str
    kinship: bool

    @property
    def bare(self) -> bool:
        """Whether there is no more than one word."""
        return len(self.words) <= 1


@lru_cache(maxsize=65536)
def parse_person(name: str) -> PersonName:
    """Split a person's name into comparable words.

    >>> parse_person("Sheikh Ziad al-Nakhala").words
    ('ziad', 'nakhala')
    >>> parse_person("Lavrov, Sergey").words
    ('sergey', 'lavrov')
    """
    last, comma, first = latin(name).partition(",")
    if comma and words_of(first) and not set(words_of(first)) <= GENERATIONS:
        name = f"{first} {last}"
    words = list(words_of(latin(name).replace(",", " ")))
    honorifics = name_words().honorifics
    while len(words) > 1 and words[0] in honorifics:
        del words[0]
    generation = next((word for word in words if word in GENERATIONS), "")
    kept = [word for word in words if word not in GENERATIONS]
    bare = [word for word in kept if word not in ARTICLES and word not in PARTICLES]
    return PersonName(
        tuple(bare or kept or words),
        {"junior": "jr", "senior": "sr"}.get(generation, generation),
        not KINSHIP.isdisjoint(kept[1:]),
    )


@dataclass(frozen=True, slots=True)
class Likeness:
    """What comparing two names gave.

    Attributes:
        score: Least likeness of the words that were laid on one another.
        family: Likeness of the last word of the shorter name.
        differ: Whether both have a word that the other has not: two persons.
        initials: Whether an initial stood for a name.
        swapped: Whether the words stand in another order.
        whole: Whether no word of either was left over.
    """

    score: float
    family: float = 0.0
    differ: bool = False
    initials: bool = False
    swapped: bool = False
    whole: bool = False


_DIFFERENT = Likeness(0.0, 0.0, differ=True)


@lru_cache(maxsize=131072)
def compare_persons(one: PersonName, other: PersonName) -> Likeness:
    """Compare two names of persons word by word.

    >>> full = parse_person("Hussein Amir-Abdollahian")
    >>> compare_persons(full, parse_person("Hossein Amirabdollahian")).score >= SURE
    True
    >>> compare_persons(parse_person("Ximena Salvatierra"),
    ...                 parse_person("Rodrigo Salvatierra")).differ
    True
    """
    if one.generation != other.generation and one.generation and other.generation:
        return _DIFFERENT
    short, long = sorted((one, other), key=lambda name: (len(name.words), name.words))
    laid = _lay(short.words, long.words)
    if laid is not None:
        score = laid.score
        whole = len(long.words) == len(short.words)
        if one.generation != other.generation:
            score = min(score, LIKE)
        if _initials(one) and _initials(other) and _initials(one) != _initials(other):
            score = min(score, SAME_CONSONANTS)
        return Likeness(
            score,
            laid.family,
            initials=laid.initials,
            whole=whole,
        )
    if one.kinship or other.kinship:
        return _DIFFERENT
    for turned in _turns(short.words):
        laid = _lay(turned, long.words)
        if laid is not None and laid.score >= SURE and not laid.initials:
            return Likeness(laid.score, laid.family, swapped=True)
    return _DIFFERENT


def _initials(name: PersonName) -> tuple[str, ...]:
    return tuple(word for word in name.words if len(word) == 1)


def _turns(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Family name first or last."""
    if len(words) < 2:
        return []
    return list(dict.fromkeys((words[1:] + words[:1], words[-1:] + words[:-1])))


@dataclass(frozen=True, slots=True)
class _Laid:
    score: float
    family: float
    initials: bool


def _lay(short: tuple[str, ...], long: tuple[str, ...]) -> _Laid | None:
    """Lay the words of a shorter name on those of a longer one, in order.

    Returns:
        ``None`` if a word of the shorter name finds no place.
    """
    if not short:
        return _Laid(SAME, SAME, initials=False)
    best: _Laid | None = None
    for at in range(len(long)):
        for taken, given, likeness in _fits(short, long, at):
            rest = _lay(short[given:], long[at + taken :])
            if rest is None:
                continue
            initial = len(short[0]) == 1 or len(long[at]) == 1
            found = _Laid(
                rest.score if initial else min(likeness, rest.score),
                rest.family if short[given:] else likeness,
                rest.initials or initial,
            )
            if best is None or _order(found) > _order(best):
                best = found
        if best is not None and best.score >= SURE:
            break
    return best


def _order(laid: _Laid) -> tuple[float, bool]:
    return laid.score, not laid.initials


def _fits(
    short: tuple[str, ...], long: tuple[str, ...], at: int
) -> list[tuple[int, int, float]]:
    """Return how the first word fits at a place: words taken, words given."""
    found = []
    likeness = word_likeness(short[0], long[at])
    if likeness > 0:
        found.append((1, 1, likeness))
    # "Amir Abdollahian" and "Amirabdollahian".
    if at + 1 < len(long) and len(short[0]) > _LONG and len(long[at]) > 1:
        joined = word_likeness(short[0], long[at] + long[at + 1])
        if joined >= SURE:
            found.append((2, 1, joined))
    if len(short) > 1 and len(long[at]) > _LONG and len(short[0]) > 1:
        joined = word_likeness(short[0] + short[1], long[at])
        if joined >= SURE:
            found.append((1, 2, joined))
    return found


@lru_cache(maxsize=65536)
def person_keys(name: PersonName) -> tuple[str, ...]:
    """Return blocking keys: consonants of the words by which others may call one.

    The last words, the first word unless it is shorter than two consonants, and
    the last two as one ("Amirabdollahian").
    """
    words = [word for word in name.words if len(word) > 1]
    if not words:
        return ()
    called = [words[-1], words[0], *words[1:-1][-1:]]
    if len(words) > 1:
        called.append(words[-2] + words[-1])
    return tuple(dict.fromkeys(coarse(word) or word for word in called))
