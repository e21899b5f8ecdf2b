"""A person's name taken apart into words that can be compared.

Names are built differently everywhere. What most traditions share is taken out here:
titles, articles, the joints of compounds ("Abd al-Rahman", "Nur al-Din"), the comma
of "Lavrov, Sergey", generation marks. The rest stays a row of words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from dragoman.data.tables import name_words
from dragoman.text.name_likeness import is_abjad, latin
from dragoman.text.name_words import Word, read_word
from dragoman.text.names import (
    ARABIC_KINSHIP,
    ARTICLES,
    PARTICLES,
    words_of,
)

# Between these the order of the words is the line of descent.
KINSHIP = frozenset({"bin", "ibn", "ben", "bint", "ould", "binti", "walad"})
GENERATIONS = frozenset(
    {"jr", "sr", "junior", "senior", "ii", "iii", "iv", "filho", "hijo", "fils"}
)
# Of kings and popes; those that are names as well ("Xi", "Vi") are left out.
_NUMERALS = frozenset(
    "ii iii iv v vii viii ix xii xiii xiv xv xvi xvii xviii xix xx xxiii".split()  # noqa: SIM905  a list of words
)

_SERVANT = re.compile(r"^[ae]bd(?:[aeiou]l|[aeiou]([rnsztd])(?=\1))?")
_FAITH = re.compile(r"^[de]+[iy]n+e?$")
_DEGREES = frozenset({"dr", "prof", "phd", "md", "esq"})
_SERVANTS = frozenset({"abd", "abdul", "abdel", "abdol", "abdal", "ebd"})
_COMPOUND_HEADS = frozenset({"abu", "abou", "aboo", "um", "umm", "oum"})
_ABJAD_SPLIT = re.compile(r"[\s\-־·.,]+")
_TATWEEL = re.compile("[\u0640\u064b-\u065f\u0591-\u05c7\u200b-\u200f]")
MAX_WORDS = 12
_SYLLABLE = 5


# Not frozen, as words are not: to make one costs what comparing two does otherwise.
@dataclass(slots=True, unsafe_hash=True)
class PersonWords:
    """A person's name in comparable words.

    Attributes:
        words: Folded words in order, titles and articles left out.
        generation: "jr", "ii" ..., ``""`` if none.
        kinship: Whether the order of the words is a line of descent.
        gender: ``m`` or ``f`` by title or first word, ``""`` if neither tells.
        joined: All words as one.
        syllables: Whether no word is longer than five letters.
        longest: The letters of the longest word.
        parts: The words with what each tells by itself.
        plain: Whether all of them are of Latin letters, none an initial.
        distinct: Whether none stands twice.
        abjad: Whether it is written without short vowels.
    """

    words: tuple[str, ...]
    generation: str
    kinship: bool
    gender: str
    joined: str
    syllables: bool = field(compare=False)
    longest: int = field(compare=False)
    parts: tuple[Word, ...] = field(compare=False, repr=False)
    plain: bool = field(compare=False)
    distinct: bool = field(compare=False)
    abjad: bool = False


@lru_cache(maxsize=1 << 17)
def split_person(name: str) -> PersonWords:
    """Take a person's name apart.

    >>> split_person("Sheikh Ziad al-Nakhala").words
    ('ziad', 'nakhala')
    >>> split_person("Abd al-Rahman Qasim").words
    ('abdrahman', 'qasim')
    >>> split_person("Lavrov, Sergey").words
    ('sergey', 'lavrov')
    """
    if is_abjad(name):
        return _split_abjad(name)
    plain = latin(name)
    if "," in plain:
        last, _, first = plain.partition(",")
        if words_of(first) and not set(words_of(first)) <= GENERATIONS:
            plain = f"{first} {last}"
        plain = plain.replace(",", " ")
    words = words_of(plain)
    if _is_plain(words):
        return gather(words, tuple(map(read_word, words)))
    found, generation, gender, kinship = take_apart(words)
    parts = tuple(map(read_word, found))
    return gather(found, parts, generation, gender, kinship=kinship)


def _is_plain(words: Sequence[str]) -> bool:
    """Tell whether a name is a row of words, without titles, particles and marks."""
    return 0 < len(words) <= MAX_WORDS and all(map(is_of_row, words))


def is_of_row(word: str) -> bool:
    """Tell whether a folded word is nothing but one of a row."""
    return word.isalnum() and word[1:3] != "bd" and word not in marked_words()


def _with_letters(words: Sequence[str]) -> list[str]:
    return [word for word in words if any(map(str.isalnum, word))] or list(words)


@cache
def marked_words() -> frozenset[str]:
    """Return the words that do more in a name than be one of a row."""
    vocabulary = name_words()
    return frozenset(
        {*vocabulary.honorifics, *vocabulary.titles, *_DEGREES, *GENERATIONS}
        | {*KINSHIP, *ARTICLES, *PARTICLES, *_COMPOUND_HEADS, *_SERVANTS}
        | {*_NUMERALS, "u"}
    )


def take_apart(words: Sequence[str]) -> tuple[tuple[str, ...], str, str, bool]:
    """Take titles, marks and joints out of the folded words of a name.

    Returns:
        Its words, generation and gender (``""`` if not told), and whether the order
        of the words is a line of descent.
    """
    gender, kept = _without_titles(_with_letters(words))
    if len(kept) == 2 and kept[1] in _NUMERALS:  # "Haldor V"
        return (kept[0],), kept[1], gender, False
    if len(kept) > 2 and kept[0] == "u":  # "U Thein Maung"
        gender, kept = gender or "m", kept[1:]
    generation = next((w for w in kept[1:] if w in GENERATIONS), "")
    kept = [w for n, w in enumerate(kept) if n == 0 or w not in GENERATIONS]
    kinship = not KINSHIP.isdisjoint(kept[1:])
    if len(kept) > 2 and kept[0] in KINSHIP:  # "bin Salman, Mohammed"
        kept = [*kept[2:], *kept[:2]]
    joined = _join_compounds(kept[:MAX_WORDS])
    generation = {"junior": "jr", "senior": "sr"}.get(generation, generation)
    return tuple(joined or kept), generation, gender, kinship


def gather(
    words: tuple[str, ...],
    parts: tuple[Word, ...],
    generation: str = "",
    gender: str = "",
    *,
    kinship: bool = False,
    abjad: bool = False,
) -> PersonWords:
    """Make a name of its words and what else it shows.

    Without a gender the first word tells, except of names without short vowels.
    """
    plain, longest = True, 0
    for part in parts:
        plain = plain and part.plain
        if part.size > longest:
            longest = part.size
    if not gender and parts and not abjad:
        gender = parts[0].gender or ""
    joined = "".join(words)
    return PersonWords(
        words,
        generation,
        kinship,
        gender,
        joined,
        syllables=longest <= _SYLLABLE,
        longest=longest,
        parts=parts,
        plain=plain,
        distinct=len(parts) < 2 or len(set(words)) == len(words),
        abjad=abjad,
    )


def _without_titles(words: Sequence[str]) -> tuple[str, list[str]]:
    """Drop titles at either end; return the gender they show and the rest."""
    vocabulary = name_words()
    gender, words = "", list(words)
    while (
        len(words) > 1
        and (words[0] in vocabulary.honorifics or words[0] in vocabulary.titles)
        # "Sultan bin Zayed" bears it as a name.
        and words[1] not in KINSHIP
    ):
        shown = vocabulary.honorifics.get(words[0], "n")
        gender = shown if shown != "n" and not gender else gender
        del words[0]
    while len(words) > 2 and words[-1] in _DEGREES:
        del words[-1]
    return gender, words


def _join_compounds(words: list[str]) -> list[str]:
    """Join what is one name in several words, drop articles and particles."""
    found: list[str] = []
    at = 0
    while at < len(words):
        word, rest = words[at], words[at + 1 :]
        if word in _SERVANTS and rest:
            skip = 1 + (rest[0] in ARTICLES and len(rest) > 1)
            found.append("abd" + words[at + skip])
            at += skip + 1
            continue
        if word in _COMPOUND_HEADS and rest:
            skip = 1 + (rest[0] in ARTICLES and len(rest) > 1)
            found.append("abu" * (word[0] == "a") + "um" * (word[0] != "a"))
            found[-1] += words[at + skip]
            at += skip + 1
            continue
        if found and _FAITH.match(word) and words[at - 1] in ARTICLES:
            found[-1] += "din"
        elif word in ARTICLES or (word in PARTICLES and (at or len(word) > 1)):
            pass  # A letter in front is an initial: "Y. Ben-Haroush"
        else:
            found.append(_servant(word))
        at += 1
    return found


def _servant(word: str) -> str:
    return _SERVANT.sub("abd", word) if len(word) > 6 else word


def _split_abjad(name: str) -> PersonWords:
    words = []
    for word in _ABJAD_SPLIT.split(_TATWEEL.sub("", name)):
        if len(word) > 4 and word.startswith("ال"):
            word = word[2:]
        if word and word not in ARABIC_KINSHIP:
            words.append(word)
    kinship = not ARABIC_KINSHIP.keys().isdisjoint(name.split())
    found = tuple(_join_abjad(words)[:MAX_WORDS]) or (name.strip(),)
    parts = tuple(map(read_word, found))
    made = gather(found, parts, kinship=kinship, abjad=True)
    return replace(made, abjad=is_abjad(made.joined))


def _join_abjad(words: list[str]) -> list[str]:
    found: list[str] = []
    for n, word in enumerate(words):
        if found and n and words[n - 1] in {"عبد", "أبو", "ابو"}:
            found[-1] += word
        else:
            found.append(word)
    return found


@lru_cache(maxsize=1 << 16)
def person_keys(name: str) -> tuple[str, ...]:
    """Return blocking keys: consonants of the words by which others may call one.

    The last words, the first word unless it is shorter than two consonants, and
    the last two as one ("Amirabdollahian").

    >>> person_keys("Nakhala") == person_keys("Nakhaleh")
    True
    """
    words = [word for word in split_person(name).parts if word.size > 1]
    if not words:
        return ()
    called = [word.key for word in (words[-1], words[0], *words[1:-1][-1:])]
    if len(words) > 1:
        called.append(read_word(words[-2].text + words[-1].text).key)
    return tuple(dict.fromkeys(called))
