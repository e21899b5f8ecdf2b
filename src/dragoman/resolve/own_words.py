"""The words of a statement that are the speaker's own: those in quotation marks.

One report writes that the group "has disappeared nowadays", the next calls the group
by another name and keeps the three words: what is quoted is what they have in common.
"""

import re
from functools import lru_cache
from zlib import crc32

from dragoman.data.tables import fold_key
from dragoman.model.claim import Manner, StatementClaim

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“]+)“")
# "Yes we can" may be anybody's; so many words of one speaker are one utterance.
_FEWEST = 3
# Letters of the longest word and of all: "there will be" may be said of anything.
_TELLING, _LEAST = 5, 12
_KEYS = 2


def own_words(claim: StatementClaim) -> tuple[str, ...]:
    """Return the folded words that the speaker has used, the longest run of them.

    ``()`` for what is only reported.
    """
    return _words_of(claim.content, claim.manner)


@lru_cache(maxsize=16384)
def _words_of(content: str, manner: Manner) -> tuple[str, ...]:
    if manner is Manner.INDIRECT:
        return ()
    runs = [content]
    if manner is Manner.MIXED:
        runs = ["".join(hit) for hit in _QUOTED.findall(content)]
    folded = [tuple(_WORD.findall(fold_key(run))) for run in runs]
    return max(folded, key=len, default=())


def own_keys(content: str, manner: Manner) -> tuple[str, ...]:
    """Return blocking keys: the longest of the words, which a part mostly keeps."""
    words = _words_of(content, manner)
    if not _tells(words):
        return ()
    longest = sorted(set(words), key=lambda word: (-len(word), word))[:_KEYS]
    return tuple(f"own|{crc32(word.encode()):08x}" for word in longest)


def share_own_words(one: StatementClaim, other: StatementClaim) -> bool:
    """Tell whether what one quotes stands in what the other quotes."""
    shorter, longer = sorted((own_words(one), own_words(other)), key=len)
    size = len(shorter)
    if not _tells(shorter):
        return False
    return any(
        longer[at : at + size] == shorter for at in range(len(longer) - size + 1)
    )


def _tells(words: tuple[str, ...]) -> bool:
    """Tell whether words say so much that one speaker says them on one occasion."""
    sizes = [len(word) for word in words]
    return len(sizes) >= _FEWEST and max(sizes) >= _TELLING and sum(sizes) >= _LEAST
