"""Compounds that tell what their last part tells: "counter-rally", "mini-summit"."""

from functools import lru_cache

_BEFORE = frozenset({"counter", "micro", "mini", "mega", "super", "flash", "pre"})


@lru_cache(maxsize=4096)
def last_part(base: str) -> str:
    """Return the base form that a compound is read by, itself if it is none.

    >>> last_part("counter-rally")
    'rally'
    >>> last_part("airstrike")
    'airstrike'
    """
    first, hyphen, last = base.partition("-")
    return last if hyphen and last and first in _BEFORE else base
