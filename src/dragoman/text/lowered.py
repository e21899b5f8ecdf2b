"""A text in small letters, letter for letter."""

from functools import lru_cache


@lru_cache(maxsize=2)
def lower_all(text: str) -> str:
    """Return a text in small letters, every one in the place that it had.

    Patterns without regard to case take twice as long on the text as it stands.

    >>> lower_all("İnce met OMAR")
    'ince met omar'
    """
    # The one letter that is two in small letters.
    return text.replace("\u0130", "i").lower()
