"""Phrases that several speakers say word for word, in whatever reports.

A line that a minister coins and the other side takes up a week later is no slogan in
any one report. Over a case it is: the same few words in the mouths of several speakers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.claim import Manner
from dragoman.model.entity import Statement
from dragoman.resolve.statements import all_words, content_words

_FEWEST, _MOST = 3, 8  # words
# Of these so many must say something, one more between "I" and "you": "I do not know"
# and "thank you very much" are nobody's line.
_LEAST_TELLING = 2
_TALK = frozenset({"i", "me", "my", "you", "your"})
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedPhrase:
    """Words that two or more speakers known by name have said.

    Attributes:
        label: The words, as they stand in the shortest of the statements.
        statements: All that hold the words, one at least of them nothing else.
    """

    label: str
    statements: tuple[Statement, ...]


def list_shared_phrases(statements: Iterable[Statement]) -> list[SharedPhrase]:
    """Find short quotations that others say too, alone or within a longer one.

    Args:
        statements: Of a case; only what is quoted is looked at. Who passes words on
            has not said them; a spokesman says them for his body.

    Returns:
        Phrases of 3 to 8 words, in order of their words. The time is linear in
        the number of words.
    """
    quoted = [
        (one, all_words(one.content))
        for one in statements
        if one.manner is Manner.DIRECT and one.speakers
    ]
    holding: dict[Words, list[Statement]] = {
        words: [] for one, words in quoted if _is_phrase(one.content, words)
    }
    for one, words in quoted:
        for phrase in _phrases_in(words) & holding.keys():
            holding[phrase].append(one)
    return [
        SharedPhrase(min(found, key=lambda one: len(one.content)).content, tuple(found))
        for _, found in sorted(holding.items())
        if _are_several(found)
    ]


def _is_phrase(text: str, words: Words) -> bool:
    least = _LEAST_TELLING + (not _TALK.isdisjoint(words))
    return _FEWEST <= len(words) <= _MOST and len(content_words(text)) >= least


def _phrases_in(words: Words) -> set[Words]:
    return {
        words[at : at + size]
        for size in range(_FEWEST, _MOST + 1)
        for at in range(len(words) - size + 1)
    }


def _are_several(statements: Iterable[Statement]) -> bool:
    """Tell whether two speakers are known by name, neither beside the other.

    Words in one place of a text were said once, whoever they are given to.
    """
    known = [
        (
            frozenset(entities),
            {(c.span.document_id, c.span.start) for c in one.citations},
        )
        for one in statements
        if (entities := [p.entity for p in one.speakers if p.entity is not None])
    ]
    if not known:
        return False
    first, places = known[0]
    return any(
        first.isdisjoint(other) and places.isdisjoint(there)
        for other, there in known[1:]
    )
