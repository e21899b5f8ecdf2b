"""Words of Arabic and Hebrew script in Latin letters, likeliest reading first.

The scripts leave out short vowels, so a word has many readings. A network
(``transliteration_net``) proposes some, freely and along a list of names; another one
tells how each would be spelled (``transliteration_back``); letters behind letters of
names tell what looks like one (``name_grams``). What they think of a reading, which
lists have it and how the word was written is weighed (``transliteration_rank``).
Networks and lists were made by ``training/transliteration*.py`` from open data.
"""

import gzip
import math
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from anyascii import anyascii

from dragoman.text.name_grams import NameGrams
from dragoman.text.name_likeness import latin
from dragoman.text.names import ARABIC_KINSHIP
from dragoman.text.transliteration_back import spelling_chances
from dragoman.text.transliteration_net import NameList, WordNet, load_net, write_word
from dragoman.text.transliteration_rank import complete, load_ranker

_WRITTEN = 28
_LOWEST, _NEXT = -30.0, -8.0
# Bits of a known name: a name item has it, a census or another list of names, a person
# in an encyclopaedia, a museum or a match.
_ITEM, _LIST, _PERSON = 1, 2, 4
_WORD = re.compile('[^\\s\\-\u05be\u2010-\u2014.,;:!?()"\u201c\u201d\u060c]+')
_LETTERS = str.maketrans(
    {"ی": "ي", "ک": "ك", "ٱ": "ا", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ـ": None}
)
# Letters that lists of careless spelling do not tell apart.
_BARE = str.maketrans("أإآىة", "ااايه")
_MARKS = str.maketrans({"׳": "'", "’": "'", "`": "'"})


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


def bare(letters: str) -> str:
    """Return letters as careless spelling has them: no hamzas, no dots on a final h."""
    return letters.translate(_BARE)


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
def _nets() -> tuple[WordNet, WordNet]:
    """Return what writes Latin letters and what tells how they are spelled."""
    return load_net("transliteration.npz"), load_net("transliteration_back.npz")


@cache
def _name_grams() -> NameGrams:
    return NameGrams(_known_names()[1])


@cache
def _attested(name: str) -> dict[str, dict[str, float]]:
    """Return how words were written in open lists, with the weight of each form."""
    found = {}
    for line in _read(name):
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
    rows = evidence(letters, language)
    if not rows:
        return (anyascii(word).lower(),)
    table = np.array(list(rows.values()), np.float32)
    scores = load_ranker().scores(
        complete(table, len(letters), hebrew=language == "he")
    )
    # Rounded, so that no machine orders what is as good as equal otherwise.
    ranked = sorted(zip((-scores).round(4).tolist(), rows, strict=True))
    return tuple(form for _, form in ranked[:count])


def in_latin(name: str) -> str:
    """Return a name as it may be read: each word's likeliest form, with a capital.

    >>> in_latin("كريم بن سليم")
    'Karim Bin Salim'
    >>> in_latin("Лавров")
    'Lavrov'
    """
    return _WORD.sub(lambda found: _read_word(found[0]), name)


def _read_word(word: str) -> str:
    if _language(word) is None:
        return anyascii(word)
    form = ARABIC_KINSHIP.get(word) or latin_forms(word, 1)[0]
    return form.capitalize()


def evidence(letters: tuple[str, ...], language: str) -> dict[str, tuple[float, ...]]:
    """Return for each reading of letters what speaks for it.

    These are: log probability of the reading, of the spelling; a name item, another
    list, a person has the name; letters; how often lists write the word so, whether
    they do; the same in lists of careless spelling, and whether these know the word but
    not the reading; log probability of a name of these letters; log probability of the
    reading next to the best one, if any list has the name.
    """
    writer, speller = _nets()
    if not any(letter in writer.letters for letter in letters):
        return {}
    bits, names = _known_names()
    word = "".join(letters)
    told = _attested(f"attested_{language}.tsv.gz").get(word, {})
    heard: dict[str, float] = {}
    if language == "ar":
        heard = _attested("heard_ar.tsv.gz").get(bare(word), {})
    written = write_word(writer, language, letters, names, _WRITTEN)
    forms = sorted({*written, *told, *heard})
    spelled = spelling_chances(speller, f"to{language}", forms, letters)
    looks = _name_grams().chances(forms)
    best, least = max(written.values()), min(written.values())
    rows: dict[str, tuple[float, ...]] = {}
    for form, chance, look in zip(forms, spelled, looks, strict=True):
        known = bits.get(form, 0)
        read = max(written.get(form, least), _LOWEST)
        rows[form] = (
            read,
            max(chance, _LOWEST),
            float(bool(known & _ITEM)),
            float(bool(known & _LIST)),
            float(bool(known & _PERSON)),
            float(len(form)),
            math.log1p(told.get(form, 0.0)),
            float(form in told),
            math.log1p(heard.get(form, 0.0)),
            float(form in heard),
            float(bool(heard) and form not in heard),
            look,
            max(read - best, _NEXT) if known else 0.0,
        )
    return rows
