"""Two reports of one utterance of which only one can be right.

"Would withdraw" and "would not withdraw", "12 dead" and "21 dead": in every other word
alike, said by the same on the same occasion. They stay two versions, and a judgement
says that they contradict one another; who changed his mind a week later said both.
"""

from dragoman.model.claim import Manner, StatementClaim
from dragoman.text.polarity import are_contrary, differ_in_number

_TWO = 2
# So many words of the shorter version must the other have, and of the longer one.
_INSIDE, _ALIKE = 0.75, 0.5
_INSIDE_COUNTED, _ALIKE_COUNTED = 0.85, 0.6


def say_contrary(
    one: StatementClaim,
    other: StatementClaim,
    left: frozenset[str],
    right: frozenset[str],
) -> bool:
    """Tell whether two statements are alike but for a negation or a number.

    Args:
        one: A statement.
        other: Another one of the same speaker.
        left: The words that carry the first, plural forms cut.
        right: Those of the other.
    """
    mine, theirs = (
        frozenset(word for word in words if not word[0].isdigit())
        for words in (left, right)
    )
    common = mine & theirs
    if len(common) < _TWO:
        return False
    inside = len(common) / min(len(mine), len(theirs))
    alike = len(common) / max(len(mine), len(theirs))
    if inside < _INSIDE or alike < _ALIKE:
        return False
    denied = sum(map(_is_denied, (one, other)))
    if are_contrary(one.content, other.content, common, denied):
        return True
    counted = inside >= _INSIDE_COUNTED and alike >= _ALIKE_COUNTED
    return counted and differ_in_number(one.content, other.content)


def _is_denied(claim: StatementClaim) -> bool:
    """Tell whether it is denied as a whole: "denied that they had crossed"."""
    return claim.act == "deny" and claim.manner is Manner.INDIRECT
