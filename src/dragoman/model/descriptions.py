"""What a description of somebody or something unnamed is of: its head word."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# What only says where, whose or which: "the market of Gao", "people at prayer".
_OPENS = frozenset(
    {"of", "in", "at", "near", "on", "from", "with", "who", "that", "for", "to", "by"}
    | {"outside", "inside", "around", "and", "or", "belonging", "held", "under"}
)
_PLURALS = {"children": "child", "persons": "person"}
_KEPT = 3


@lru_cache(maxsize=8192)
def head_word(description: str) -> str:
    """Return the word that says what is described, in lower case and the singular.

    >>> head_word("the livestock market of Um Dabra"), head_word("At least 12 PEOPLE")
    ('market', 'people')
    >>> head_word("four armoured vehicles"), head_word("three bus stops in Gao")
    ('vehicle', 'stop')
    >>> head_word("Four fishermen of Marsa"), head_word("policewomen")
    ('fisherman', 'policewoman')
    """
    last = ""
    for word in _WORD.findall(description.lower()):
        if word in _OPENS and last:
            break
        last = word
    if last in _PLURALS:
        return _PLURALS[last]
    if last.endswith("men"):
        return last[:-2] + "an"  # "women", "fishermen"
    plural = last.endswith("s") and not last.endswith("ss") and len(last) > _KEPT
    return last[:-1] if plural else last
