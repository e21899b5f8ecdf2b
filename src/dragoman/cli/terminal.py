"""Text on a terminal: messages apart from results, nothing that drives it."""

import re
import sys

# Controls (escape sequences begin with one) and marks that turn the direction of
# what follows. Tab and line feed are harmless.
_DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def neutralize(text: str) -> str:
    r"""Return a text from a document so that it cannot drive a terminal.

    >>> neutralize("a\x1b[31mb\u202ec")
    'a\ufffd[31mb\ufffdc'
    """
    return _DANGEROUS.sub("\ufffd", text)


def say(message: str) -> None:
    """Print a message for people to standard error."""
    print(neutralize(message), file=sys.stderr, flush=True)


def show(line: str = "") -> None:
    """Print a line of a result to standard output."""
    print(neutralize(line))


def tell_time(seconds: float) -> str:
    """Return how long something takes, as roughly as one says it.

    >>> [tell_time(seconds) for seconds in (0.3, 89, 91, 5400, 90_000)]
    ['1 s', '89 s', '2 min', '90 min', '25 h']
    """
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds <= 5400:
        return f"{round(seconds / 60)} min"
    return f"{round(seconds / 3600)} h"


def count_entries(number: int) -> str:
    """Return a number of entries of a list or a journal in words.

    >>> count_entries(1), count_entries(1156)
    ('1 entry', '1,156 entries')
    """
    return "1 entry" if number == 1 else f"{number:,} entries"
