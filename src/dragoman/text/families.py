"""Families of words that tell the same kind of occurrence.

"Died", "the death" and "was killed" are one family: two reports of one story that use
them most often mean one event.
"""

from functools import cache, lru_cache
from importlib.resources import files

from dragoman.data.word_yaml import read_yaml

# Longest first; three letters of the word must stay.
_ENDINGS = (
    *("ations", "ation", "ments", "ings", "ions", "ment", "ing", "ion", "ers", "ies"),
    *("ied", "ed", "es", "er", "s", "e", "y"),
)
_KEPT = 3


def stem(word: str) -> str:
    """Cut inflection and common derivation off a word, so that kin look alike.

    Cruder than a lemma on purpose: "nominated" and "nomination" meet.

    >>> stem("nominated"), stem("Nomination"), stem("stopped"), stem("قال")
    ('nominat', 'nomin', 'stop', 'قال')
    """
    word = word.lower()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _KEPT:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _KEPT and word[-1] == word[-2] else word


@cache
def _families() -> dict[str, str]:
    path = files("dragoman.data").joinpath("word_families.yaml")
    listed = read_yaml(path.read_text(encoding="utf-8"))["families"]
    return {word: family[0] for family in listed for word in family}


@cache
def _by_stem() -> dict[str, str]:
    """Families by stem, those left out whose stem two families share."""
    found: dict[str, set[str]] = {}
    for word, family in _families().items():
        found.setdefault(stem(word), set()).add(family)
    return {key: names.pop() for key, names in found.items() if len(names) == 1}


@lru_cache(maxsize=65536)
def find_family(word: str, particle: str = "") -> str:
    """Return what stands for the family of a word, its stem if it has none.

    Args:
        word: In any form and case; base forms are surest.
        particle: Particle of a verb ("down" of "step down"), empty if none.

    >>> find_family("slaying"), find_family("step", "down"), find_family("Xylophones")
    ('die', 'resign', 'xylophon')
    """
    families = _families()
    word = word.lower()
    key = stem(word)
    return (
        families.get(f"{word} {particle.lower()}")
        or families.get(word)
        or _by_stem().get(key)
        or key
    )
