"""Two people of whom one's name holds the other's: father and son, brothers.

"Hamid Talib Nazari" is "Talib Nazari" as a rule, who is called so later on. He is
not where the text names both in one sentence, or tells of one that he is a relative:
"his father, Talib Nazari", "Talib Nazari's son".
"""

import re
from collections import defaultdict
from collections.abc import Sequence as Items

from dragoman.annotate.names.sequences import Sequence
from dragoman.text.names import (
    is_part_of,
    own_words_of,
    sound_words,
    words_of,
)

KIN = frozenset(
    {"brother", "sister", "father", "mother", "son", "daughter", "uncle", "aunt",
     "nephew", "niece", "cousin", "husband", "wife", "widow", "widower", "grandson",
     "granddaughter", "grandfather", "grandmother", "half-brother", "half-sister",
     "namesake"}
)  # fmt: skip
_KIN = "|".join(sorted(KIN))
# "his father, former President X", "Nazari's late brother X".
_RELATED = re.compile(
    r"(?:\b(?i:his|her|their|whose)|(?P<owner>\w+)['’]s?)"
    r"(?:\s+[a-z-]+){0,2}?\s+(?:" + _KIN + r")(?:\s*,)?"
    r"(?:\s+(?:the|late|former|then|retired|and|[A-Z][\w.-]*))*\s*$"
)
# Behind the name of a father: "'s son", "and his sons", ", the father of".
_DESCENT = re.compile(
    r"(?:['’]s?|,?\s+(?:and|or|with)\s+(?:his|her))(?:\s+[a-z\d-]+){0,2}?"
    r"\s+(?:sons?|daughters?|heirs?|children|father)\b"
    r"|\s*,?\s+(?:(?:the|a|whose)\s+)?(?:[a-z]+\s+)?(?:father|son|daughter)\s+of"
    r"\s+(?!\d|two|three|four|five|six|seven|eight|nine)"
)
_REACH = 80
_IN_A_ROW = re.compile(
    r"(?:,[^,.]*)?,?\s+(?:and|or|with|met|succeeded)\s+(?:[\w.-]+\s+){0,3}"
)
# Between two names of one: "X (Y)", "X, better known as Y", "X, born Y".
_RENAMED = re.compile(r"[()\[\]/\"“”]|\b(?:known|called|born|alias|aka|or|named)\b")


def find_relatives(raw: Items[Sequence], text: str) -> set[tuple[str, str]]:
    """Find full names of which one holds the other, and that two people bear.

    Returns:
        Pairs of keys: the shorter name, and the longer one.
    """
    uses: defaultdict[str, list[Sequence]] = defaultdict(list)
    for sequence in raw:
        # "van der Berg" is no full name.
        full = len(own_words_of(sequence.text)) > 1
        if full and not (sequence.titlecase or sequence.quoted):
            uses[sequence.key].append(sequence)
    sounds = {key: sound_words(some[0].text) for key, some in uses.items()}
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for key, words in sounds.items():
        for word in dict.fromkeys(words):
            by_word[word].append(key)
    return {
        (part, whole)
        for part, words in sounds.items()
        # Of thousands of one surname, those who share the given name.
        for whole in min((by_word[word] for word in words), key=len)
        if _holds(sounds[whole], words)
        and _are_two(uses[part], uses[whole], text, tail=_is_tail(words, sounds[whole]))
    }


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Tell whether a name is another one with words more, none of them an initial."""
    written_out = min(map(len, (*part, *whole))) > 1
    return len(part) < len(whole) and written_out and is_part_of(part, whole)


def _is_tail(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether a name ends in another one, as a son's may in his father's."""
    return whole[-len(part) :] == part


def _are_two(
    parts: Items[Sequence], wholes: Items[Sequence], text: str, *, tail: bool
) -> bool:
    there: defaultdict[int, list[Sequence]] = defaultdict(list)
    for whole in wholes:
        there[whole.sentence].append(whole)
    return (
        any(
            _stand_together(one, other, text, tail=tail)
            for one in parts
            for other in there[one.sentence]
        )
        or _is_related(parts, wholes, text)
        or _is_related(wholes, parts, text)
        or (tail and any(_DESCENT.match(text, one.end) for one in parts))
    )


def _stand_together(one: Sequence, other: Sequence, text: str, *, tail: bool) -> bool:
    """Tell whether one sentence names two, and not as two names of one.

    The end of a name may be what one is called for short ("Park Geun Hee said that
    Geun Hee"), unless both are told in a row.
    """
    first, second = sorted((one, other), key=lambda sequence: sequence.start)
    if tail and _IN_A_ROW.fullmatch(text, first.end, second.start) is None:
        return False
    return _RENAMED.search(text, first.end, second.start) is None


def _is_related(some: Items[Sequence], others: Items[Sequence], text: str) -> bool:
    """Tell whether a name is introduced as that of a relative of the one before it."""
    begun = min(one.start for one in others)
    for sequence in some:
        if sequence.start < begun:
            continue
        found = _RELATED.search(text[max(0, sequence.start - _REACH) : sequence.start])
        if found is not None:
            owner = words_of(found["owner"] or "")
            if not owner or any(set(owner) <= set(one.keys) for one in others):
                return True
    return False
