"""Sentences about lands that no table knows, from ``land_frames.txt``.

The corpora name lands that everybody knows. In a report from elsewhere it is the frame
that tells "Lusara rejected the offer" from a person and "Lusaran officials" from a body:
the same frames come again and again with invented lands, their adjectives, and people.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.annotate.encoder.words import split_words
from dragoman.data.tables import countries, demonyms
from name_rows import NameRow
from swaps import NamePool

FRAMES = Path(__file__).with_name("land_frames.txt")
SOURCE = "frames"
_SLOT = re.compile(r"\[([A-Z])\]")
_CONSONANTS = (*"bdfghjklmnprstvzq", "kh", "sh", "ch", "dr", "tr", "br", "kr")
_VOWELS = "aeiouaai"
_PERSON_ENDINGS = (
    "ov", "i", "", "er", "an", "ez", "son", "a", "ski", "ari", "im", "o"
)  # fmt: skip
_CITY_ENDINGS = ("ra", "a", "ov", "ey", "or", "an", "grad", "pur", "ton", "ino", "")
# How a land ends, what its adjective ends in, what its people.
_LANDS = (
    ("a", "an", "ans"),
    ("ia", "ian", "ians"),
    ("istan", "i", "is"),
    ("ar", "i", "is"),
    ("an", "ese", "ese"),
    ("o", "ese", "ese"),
    ("ov", "ian", "ians"),
    ("or", "ian", "ians"),
    ("um", "ish", "ish"),
    ("ey", "an", "ans"),
    ("on", "ite", "ites"),
    ("ra", "ran", "rans"),
    ("ir", "i", "is"),
    ("al", "ian", "ians"),
)
_TIGHT = frozenset({".", ",", ";", "'s"})
_LARGER = ("North", "South", "East", "West", "New", "Upper")
_LARGER_SHARE = 0.08
_KNOWN_SHARE = 0.25


def read_frames(names: Path, repeats: int, chance: random.Random) -> Iterator[NameRow]:
    """Yield every frame so many times, filled anew each time."""
    pool = NamePool(names)
    lines = FRAMES.read_text(encoding="utf-8").splitlines()
    for _ in range(repeats):
        for line in lines:
            if line and not line.startswith("#"):
                yield _fill(line, pool, chance)


def invent(endings: tuple[str, ...], chance: random.Random) -> str:
    """Return an invented word with one of some endings."""
    return _join(_stem(chance), chance.choice(endings)).capitalize()


def invent_person(chance: random.Random) -> str:
    """Return an invented word that may be somebody's name."""
    return invent(_PERSON_ENDINGS, chance)


def invent_land(chance: random.Random) -> tuple[str, str, str]:
    """Return a land, its adjective and its people, invented mostly."""
    if chance.random() < _KNOWN_SHARE:
        adjective, code = chance.choice(sorted(demonyms().items()))
        if code in countries() and not adjective.endswith("s"):
            adjective = adjective.title()
            return countries()[code].name, adjective, adjective + "s"
    stem = _stem(chance).capitalize()
    larger = ""
    if chance.random() < _LARGER_SHARE:
        larger = chance.choice(_LARGER) + " "
    land, adjective, people = (
        larger + _join(stem, ending) for ending in chance.choice(_LANDS)
    )
    return land, adjective, people


def _join(stem: str, ending: str) -> str:
    """Put an ending to a stem, no vowel behind a vowel."""
    vowels = stem[-1] in _VOWELS and ending[:1] in {*_VOWELS, "e"}
    return (stem[:-1] if vowels else stem) + ending


def _stem(chance: random.Random) -> str:
    return "".join(
        chance.choice(_CONSONANTS)
        + chance.choice(_VOWELS)
        + (chance.choice("rlnsm") if chance.random() < 0.35 else "")
        for _ in range(chance.choice((1, 2, 2, 3)))
    )


def _fill(line: str, pool: NamePool, chance: random.Random) -> NameRow:
    lands = invent_land(chance), invent_land(chance)
    fills = {
        "L": (lands[0][0], "LOC", "country"),
        "M": (lands[1][0], "LOC", "country"),
        "A": (lands[0][1], "MISC", None),
        "B": (lands[1][1], "MISC", None),
        "D": (lands[0][2], "MISC", None),
        "P": (pool.draw("PER", chance), "PER", "person"),
        "Q": (pool.draw("PER", chance), "PER", "person"),
        "S": (_family(pool, chance), "PER", "person"),
        "C": (_city(pool, chance), "LOC", "city"),
    }
    row = NameRow(SOURCE, None, [], [], [], [])
    for piece in line.split():
        slot = _SLOT.fullmatch(piece)
        name, kind, finer = fills[slot[1]] if slot else (piece, "", None)
        for start, end in split_words(name) if slot else ((0, len(piece)),):
            row.words.append(name[start:end])
            row.glued.append((start > 0 and name[start - 1] != " ") or piece in _TIGHT)
            row.labels.append(f"{'I' if start else 'B'}-{kind}" if kind else "O")
            row.types.append(finer)
    return row


def _family(pool: NamePool, chance: random.Random) -> str:
    known = pool.draw("PER", chance).split()[-1]
    return known if chance.random() < 0.5 else invent_person(chance)


def _city(pool: NamePool, chance: random.Random) -> str:
    known = pool.draw("LOC", chance)
    return known if chance.random() < 0.3 else invent(_CITY_ENDINGS, chance)
