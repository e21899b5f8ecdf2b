"""Marks that turn the direction of writing."""

import re

_TURNING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def steady(text: str) -> str:
    """Leave out marks that turn the direction of what follows.

    A name that was cut between two of them would turn the rest of a sentence or a
    line; cited words themselves stay as they are.

    >>> steady("\u202bQasira\u202c")
    'Qasira'
    """
    return _TURNING.sub("", text)
