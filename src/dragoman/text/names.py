"""Names of persons and organisations as strings: keys, parts, likeness.

Pure functions. Within a document they join the spellings of one name; across
documents resolution uses the same keys.
"""

import re
from functools import lru_cache

from dragoman.data.tables import fold_key

ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "an", "ar", "at", "az", "ad"})
# Words inside names of bodies that begin with no capital in English and its neighbours.
SMALL_WORDS = frozenset(
    {"of", "the", "for", "and", "on", "in", "to", "&", "de", "du", "la", "del", "der",
     "des", "di"}
)  # fmt: skip
PARTICLES = frozenset(
    {"bin", "ibn", "bint", "ben", "ould", "van", "von", "der", "den", "de", "del",
     "della", "di", "da", "do", "dos", "das", "du", "la", "le", "las", "los", "y",
     "e", "abu", "abd"}
)  # fmt: skip

# Between these the order of the words is the line of descent. The first is read
# otherwise in the Maghreb; alone it does not say where it is from.
ARABIC_KINSHIP = {"بن": "bin", "ابن": "ibn", "بنت": "bint"}

# Spellings of one sound, in the order in which they are replaced.
_WITH_H = (
    ("kh", "x"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("tch", "c"),
    ("ch", "c"), ("sh", "s"), ("zh", "j"),
)  # fmt: skip
_REPLACED = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "ai"), ("ey", "ai"), ("ay", "ai"),
    ("aa", "a"), ("ii", "i"), ("uu", "u"), ("y", "i"), ("q", "k"), ("w", "v"),
    ("tz", "ts"),
)  # fmt: skip
_DOUBLED = re.compile(r"([a-z])\1")
_FINAL = re.compile(r"(?<=[a-z]{3})(ah|eh|e)$", re.MULTILINE)


@lru_cache(maxsize=16384)
def words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, hyphens and initials' points opened.

    >>> words_of("Ziad al-Nakhala")
    ('ziad', 'al', 'nakhala')
    """
    return tuple(fold_words(name).split())


@lru_cache(maxsize=16384)
def own_words_of(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without articles and particles.

    >>> own_words_of("Anna van der Berg")
    ('anna', 'berg')
    """
    return tuple(
        word
        for word in words_of(name)
        if word not in ARTICLES and word not in PARTICLES
    )


def fold_words(name: str) -> str:
    """Fold a name, or several in lines of their own, into words between spaces."""
    return fold_key(name).replace("'", "").replace("-", " ").replace(".", " ")


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """Return what the usual spellings of one sound have in common.

    >>> sound_key("arouri") == sound_key("aruri")
    True
    >>> sound_key("khamenei") == sound_key("khomeini")
    False
    """
    return sound_keys(word)


def sound_keys(lines: str) -> str:
    """Return the sound keys of words, one a line: many cost little more than one."""
    if "h" in lines:
        for old, new in _WITH_H:
            lines = lines.replace(old, new)
    for old, new in _REPLACED:
        lines = lines.replace(old, new)
    lines = _DOUBLED.sub(r"\1", lines)
    return _FINAL.sub("a", lines)


@lru_cache(maxsize=65536)
def sound_words(name: str) -> tuple[str, ...]:
    """Return the sound keys of the words of a name, articles left out."""
    words = words_of(name)
    kept = [w for w in words if w not in ARTICLES]
    return tuple(sound_key(w) for w in (kept or words))


def is_part_of(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether the words of a shorter name stand in order in a longer one.

    Initials match the word that they begin ("F. Rahmonzoda"), but one word at least
    has to stand in full in both, and a surname is no middle initial.

    >>> is_part_of(("salvatierra", "ibanez"), ("rodrigo", "salvatierra", "ibanez"))
    True
    >>> is_part_of(("ximena", "salvatierra"), ("rodrigo", "salvatierra"))
    False
    >>> is_part_of(("merov",), ("a", "m", "kostan"))
    False
    >>> is_part_of(("anna", "merov"), ("anna", "m", "kostan"))
    False
    """
    at = 0
    full = False
    for word in part:
        while at < len(whole) and not _fits(word, whole[at]):
            at += 1
        if at == len(whole):
            return False
        full = full or len(word) > 1 < len(whole[at])
        at += 1
    middle = at < len(whole) and len(whole[at - 1]) == 1 < len(part[-1])
    return full and not middle


def _fits(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return word == other


def initials_of(name: str) -> str:
    """Return the initials of the words of a name, small words left out.

    >>> initials_of("Common Market of the South")
    'cms'
    """
    return "".join(
        word[0]
        for word in words_of(name)
        if word not in {"of", "the", "for", "and", "in", "on", "to", "de", "du", "la"}
    )


def is_of_initials(acronym: str, name: str) -> bool:
    """Tell whether an acronym is the first letters of a name.

    Of all its words, or of all but the small ones.

    >>> is_of_initials("CSIS", "Center for Strategic and International Studies")
    True
    >>> is_of_initials("CIA", "Center for Strategic and International Studies")
    False
    """
    letters = _letters_of(acronym)
    every = "".join(word[0] for word in words_of(name))
    return len(letters) > 1 and letters in (initials_of(name), every)


def may_abbreviate(acronym: str, name: str) -> bool:
    """Tell whether an acronym can stand for a name that it is said to stand for.

    >>> may_abbreviate("PIJ", "Palestinian Islamic Jihad")
    True
    >>> may_abbreviate("Mercosur", "Common Market of the South")
    False
    """
    letters = _letters_of(acronym)
    initials = initials_of(name)
    return is_of_initials(acronym, name) or (
        len(letters) >= 3
        and _in_order(letters, fold_key(name))
        and fold_words(name).lstrip().startswith(letters[0])
        and sum(c in initials for c in letters) >= len(letters) - 1
    )


def _letters_of(acronym: str) -> str:
    return re.sub(r"[^a-z]", "", fold_key(acronym))


def _in_order(letters: str, text: str) -> bool:
    at = -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True
