"""Words of Arabic and Hebrew script in Latin letters."""

from dragoman.text.name_likeness import latin


def latin_forms(word: str) -> tuple[str, ...]:
    """Return the ways in which a word may be read, likeliest first.

    >>> latin_forms("كريم")
    ('krym',)
    """
    return (latin(word).replace("_", ""),)
