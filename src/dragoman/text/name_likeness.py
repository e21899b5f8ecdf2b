"""How alike two words of names are, across spellings and transliterations.

Consonants carry a name through transliteration, vowels only by class: *a* and *e*,
*e* and *i*, *o* and *u* stand for one another, *a* and *o* do not ("Hossein" and
"Hussein" are one, "Khamenei" and "Khomeini" two).
"""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from dragoman.text.names import sound_keys

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
# Arabic, Hebrew, Syriac: words that are written without short vowels are marked.
_ABJAD = re.compile("[\u0590-\u074f\ufb1d-\ufdff\ufe70-\ufeff]")
_ARABIC_ARTICLE = re.compile(r"\ba?l(?=[^l\W]\w)")
_WORD_END = re.compile(r"(?<=\w)(?!\w)")
UNWRITTEN = "_"
_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_VOWELS = str.maketrans("", "", "aeiou'")
_FINAL_H = re.compile(r"(?<=[^\n]{2})h$", re.MULTILINE)
_VOWEL_BITS = {"a": 1, "e": 3, "i": 2, "o": 4, "u": 4}
_SLOT_BITS = (1 << 63) - 1


def latin(name: str) -> str:
    """Return a name in Latin letters, the name itself if it is in them.

    >>> latin("Сергей Лавров")
    'Sergey Lavrov'
    """
    if name.isascii() or all(ord(letter) < 0x0250 for letter in name):
        # "VladimirPutin", as tags and bad typesetting have it.
        return name if " " in name else _GLUED.sub(" ", name)
    if _ABJAD.search(name):
        plain = anyascii(name).replace("'", "").replace("`", "")
        plain = _ARABIC_ARTICLE.sub("", plain)
        return _WORD_END.sub(UNWRITTEN, plain)
    # Chinese comes out as "WangYi", one capital for each character.
    return _CAPITALS.sub(" ", anyascii(name))


def is_abjad(word: str) -> bool:
    """Tell whether a word is written without short vowels."""
    return not word.isascii() and _ABJAD.search(word) is not None


# "Andrej", "Jelzin": a consonant in English, but no sound of its own here.
_SLAVIC_J = re.compile(r"(?<=[aeiou])j(?![aeiou])")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return the sound key with the joint of "Abdul Rahman" taken out."""
    key = sounds(word)
    servant = key[1:3] == "bd" and len(_plain(word)) > _LONG
    return _SERVANT.sub("abd", key) if servant else key


def sounds(lines: str) -> str:
    """Return the sound of words, one a line, the joint of "Abdul" left in."""
    lines = _plain(lines)
    return sound_keys(_SLAVIC_J.sub("y", lines) if "j" in lines else lines)


def _plain(lines: str) -> str:
    return lines.replace(UNWRITTEN, "").replace("ck", "k")


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """Return the consonants of a folded word in one spelling.

    >>> consonants("mohammed") == consonants("muhamad")
    True
    >>> consonants("orban")
    'rbn'
    """
    return consonants_of(sound(word))


def consonants_of(lines: str) -> str:
    """Return the consonants of sounds, one a line."""
    kept = lines.translate(_NO_VOWELS)
    # A final h is a vowel in most transliterations ("Nakhalah").
    return _FINAL_H.sub("", kept) if "h" in kept else kept


_COARSE = str.maketrans({"g": "k", "j": "z", "c": "s", "b": "v", "f": "v", "p": "v"})


@lru_cache(maxsize=65536)
def coarse(word: str) -> str:
    """Return the consonants with those alike that alphabets confuse.

    >>> coarse("gaddafi") == coarse("qadhafi")
    True
    """
    return coarse_of(consonants(word.replace("dh", "d")))


def coarse_of(lines: str) -> str:
    """Return consonants, one word a line, with those alike that alphabets confuse."""
    return lines.translate(_COARSE)


@lru_cache(maxsize=65536)
def _vowels(word: str) -> tuple[str, ...]:
    """Return the vowels before, between and after the consonants."""
    key = sound(word).removesuffix("h")
    slots: list[str] = [""]
    for piece in _PIECES.findall(key):
        if piece[0] in _VOWELS:
            slots[-1] += piece
        else:
            slots.append("")
    return tuple(slots)


def vowel_slots(key: str) -> tuple[int, int]:
    """Return the classes of the vowels between the consonants of a sound.

    Returns:
        Three bits for each of the first slots, in 63 bits, and how many slots there
        are. What ``word_likeness`` asks of the vowels is whether some bits meet.
    """
    found, slot = 0, 0
    for letter in key.removesuffix("h"):
        if letter in _VOWEL_BITS:
            found |= _VOWEL_BITS[letter] << 3 * slot
        else:
            slot += 1
    return found & _SLOT_BITS, slot + 1


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
    if sound(one) == sound(other):
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
