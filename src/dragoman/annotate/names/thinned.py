"""Short forms of bodies' names that leave out what only describes the body."""

import re
from collections.abc import Iterator
from functools import cache

from dragoman.data.tables import (
    NameWords,
    demonyms,
    name_words,
    organization_words,
    places,
)
from dragoman.text.names import words_of

_PURPOSE = re.compile(" (?:for|in|to) ")


def thinned(key: str, words: NameWords) -> Iterator[tuple[str, ...]]:
    """Yield the words of the short forms of a body's name.

    "The Jubba Islamic Front" is the Jubba Front, "the Katiban Front for Freedom" the
    Katiban Front, "the al-Sirat Foundation" al-Sirat; but the Syrian National Army is
    not the Syrian Army.

    Args:
        key: The folded name.
        words: Vocabulary.
    """
    core = _PURPOSE.split(key)[0]
    parts = core.split()
    if len(parts) > 1 and core != key:
        yield words_of(core)
    first, head = parts[0], parts[-1]
    if head not in words.organizations or first in _vague_words():
        return
    if len(parts) > 2 and first not in demonyms() and first not in places():
        yield words_of(f"{first} {head}")
    if len(parts) == 2 and first.startswith("al-"):
        yield words_of(first)


@cache
def _vague_words() -> frozenset[str]:
    """Return words that many bodies have in their names."""
    words, tongues = name_words(), organization_words()
    return words.context["inside_organizations"].union(
        words.organizations,
        words.peoples,
        words.owners,
        tongues.common,
        tongues.english,
        tongues.english.values(),
    )
