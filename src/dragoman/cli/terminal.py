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
