"""Do two wordings of one thing say the contrary, or give another number?

"Would withdraw" and "would not withdraw" share all words that carry them. A negation
turns the next word that both have, as far as its clause goes; numbers are compared
where both count the same noun.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from dragoman.data.joins import join_words
from dragoman.data.tables import fold_key
from dragoman.text.dates_lexicon import number_of

_TOKEN = re.compile(r"\d[\d,.]*\d|\d+|\w+|[,;:.!?–—()]")
_BREAKS = frozenset(",;:.!?–—()") | {"but", "although", "though", "while", "because"}
# How many words a negation reaches over.
_REACH = 8
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST_WORD = 3
# One of them is no count.
_ARTICLES = frozenset({"a", "an", "one", "first", "second", "third"})


def are_contrary(one: str, other: str, shared: Collection[str], flipped: int) -> bool:
    """Tell whether one wording denies what the other says.

    Args:
        one: A wording.
        other: Another one.
        shared: The words that carry both, plural forms cut.
        flipped: How many of the two are denied as a whole ("denied that ...").

    >>> words = {"troop", "withdraw"}
    >>> are_contrary("troops would withdraw", "troops wouldn't withdraw", words, 0)
    True
    >>> are_contrary("troops will withdraw", "not only troops withdraw", words, 0)
    False
    """
    mine, theirs = _negated(one), _negated(other)
    turned = {_first_shared(words, shared) for words in mine} - {""}
    turned_there = {_first_shared(words, shared) for words in theirs} - {""}
    return bool(turned ^ turned_there) != bool(flipped % 2)


def _first_shared(words: tuple[str, ...], shared: Collection[str]) -> str:
    return next((word for word in words if word in shared), "")


@lru_cache(maxsize=4096)
def _negated(text: str) -> tuple[tuple[str, ...], ...]:
    """Return for each negation the words behind it that it can turn."""
    known = join_words()
    found = []
    text = known.no_negators.sub(" ", _spell_out(text))
    tokens = _TOKEN.findall(text)
    for place, token in enumerate(tokens):
        if token in known.negators:
            found.append(tuple(_clause(tokens[place + 1 :])))
    return tuple(found)


def _spell_out(text: str) -> str:
    """Write negations as words: "won't", "cannot"."""
    text = fold_key(text).replace("’", "'")
    text = re.sub(r"\bcannot\b", "can not", text)
    text = re.sub(r"\bwon't\b", "will not", text)
    text = re.sub(r"\bcan't\b", "can not", text)
    return re.sub(r"n't\b", " not", text)


def _clause(tokens: list[str]) -> Iterator[str]:
    """Yield the words of a clause from its beginning, plural forms cut."""
    for token in tokens[:_REACH]:
        if token in _BREAKS:
            return
        yield cut(token)


def cut(word: str) -> str:
    """Cut a plural form.

    >>> cut("banks"), cut("was")
    ('bank', 'was')
    """
    return word[:-1] if len(word) > _LEAST_WORD and word.endswith("s") else word


def differ_in_number(one: str, other: str) -> bool:
    """Tell whether two wordings count one noun differently, both exactly.

    >>> differ_in_number("12 soldiers had died", "twenty-one soldiers had died")
    True
    >>> differ_in_number("at least 12 soldiers died", "21 soldiers died")
    False
    >>> differ_in_number("12 soldiers died", "3 officers died")
    False
    """
    mine, theirs = _counts(one), _counts(other)
    common = mine.keys() & theirs.keys()
    inexact = any(None in mine[noun] | theirs[noun] for noun in common)
    return not inexact and any(mine[noun].isdisjoint(theirs[noun]) for noun in common)


@lru_cache(maxsize=4096)
def _counts(text: str) -> dict[str, frozenset[float | None]]:
    """Return exact numbers by the noun behind them, ``None`` for a bound.

    >>> sorted(_counts("some 20 farmers lost 2.5 million lambs").items())
    [('farmer', frozenset({None})), ('lamb', frozenset({2500000.0}))]
    """
    tokens = _TOKEN.findall(fold_key(text).replace("-", " "))
    found: dict[str, frozenset[float | None]] = {}
    bounds = join_words().bounds
    place = 0
    while place < len(tokens):
        end, number = _read_number(tokens, place)
        if number is not None and end < len(tokens) and tokens[end][0].isalpha():
            exact = place == 0 or tokens[place - 1] not in bounds
            noun = cut(tokens[end])
            value = frozenset({number if exact else None})
            found[noun] = found.get(noun, frozenset()) | value
        place = max(end, place + 1)
    return found


_TIMES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_TENS, _UNITS = 20, 10


def _read_number(tokens: list[str], place: int) -> tuple[int, float | None]:
    """Return the number that begins at a token, and the place behind it."""
    number = _number_of(tokens[place])
    place += 1
    if number is None:
        return place, None
    if place < len(tokens) and number >= _TENS and not number % _UNITS:
        unit = number_of(tokens[place])  # "one" of "twenty-one" counts
        if unit is not None and unit < _UNITS:
            number, place = number + unit, place + 1
    while place < len(tokens) and tokens[place] in _TIMES:
        number, place = number * _TIMES[tokens[place]], place + 1
    return place, number


def _number_of(token: str) -> float | None:
    if not token[0].isdigit():
        value = None if token in _ARTICLES or token in _TIMES else number_of(token)
        return None if value is None else float(value)
    try:
        return None if _YEAR.fullmatch(token) else float(token.replace(",", ""))
    except ValueError:
        return None  # "14.05.2024"
