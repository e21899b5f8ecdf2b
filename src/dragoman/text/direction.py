"""Signs that cannot be seen: marks that turn the direction of writing, and stuffing."""

import re

# Marks of direction; soft hyphen, zero-width space, word joiner and its like, byte
# order mark; (non-)joiners, save between letters of scripts whose shapes need them:
# Syriac to Mongolian, Persian with the Arabic forms, and signs above the first plane.
_NEEDS = (
    "\u0620-\u085f\u08a0-\u109f\u1780-\u18af\ua800-\uabff\ufb50-\ufeef"
    "\U00010a00-\U0001ffff"
)
_UNSEEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    f"|(?<![{_NEEDS}\u2600-\u27bf\ufe0f])[\u200c\u200d]|[\u200c\u200d](?=[\\s.,;:!?)]|$)"
)
# All of them, wherever they stand: hardly a text has one.
_PERHAPS = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)


def steady(text: str) -> str:
    """Leave out what nobody sees: marks of direction, soft hyphens, zero widths.

    A name that was cut between two marks would turn the rest of a sentence or a line,
    and one with a zero-width space would be another name; cited words themselves stay
    as they are. Joiners stay where letters need them.

    >>> steady("\u202bQasira\u202c"), steady("Jo\u200b Ta\u00adrn")
    ('Qasira', 'Jo Tarn')
    """
    if text.isascii() or not _PERHAPS.search(text):
        return text
    return _UNSEEN.sub("", text)
