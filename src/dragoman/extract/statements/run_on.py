"""What goes on behind a phrase, though the parser hung it on the cue.

"Compared him to a coach at a game": the game belongs to the coach, not to the
comparing.
"""

from dragoman.extract.statements.occasions import OCCASIONS
from dragoman.extract.statements.order import first_word
from dragoman.model.syntax import ASKING, Sentence
from dragoman.text.calendar_names import CALENDAR

# Frames whose content is a phrase behind a preposition.
_PHRASAL = frozenset(
    {"of", "about", "for", "on", "with", "to", "at", "in", "against", "over", "as"}
)
_CASES = frozenset(
    {"at", "in", "of", "about", "over", "with", "for", "to", "on", "from", "between"}
    | {"against", "into", "among", "without", "under", "across", "like", "than"}
    | {"toward", "towards"}
)
# So many phrases may follow one another.
_MOST = 6


def runs_on(frame: str) -> bool:
    """Tell whether the content of a frame may go on behind its phrase."""
    return frame in _PHRASAL or frame.startswith("obj-") or frame == "inf"


def find_run_on(
    sentence: Sentence, verb: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Return the tokens of phrases that follow a content without a gap.

    Neither times nor occasions ("in an interview"), which tell when and where it
    was said. Behind a comma only participles and coordinated phrases go on.

    Args:
        sentence: The sentence of the cue.
        verb: Token of the cue.
        tokens: The content, behind its cue.
    """
    found: frozenset[int] = frozenset()
    for _ in range(_MOST):
        end = max(tokens | found) + 1
        if end >= len(sentence):
            break
        apart = sentence[end].text == ","
        first = end + 1 if apart else end
        child = next(
            (
                c
                for c in sentence.children(verb, "obl", "advcl", "acl", "conj")
                if c > verb and first_word(sentence, c) == first
            ),
            None,
        )
        if child is None or not _belongs(sentence, child, first, apart=apart):
            break
        found |= frozenset(t for t in sentence.subtree(child) if t >= first)
    return found


def _belongs(sentence: Sentence, child: int, first: int, *, apart: bool) -> bool:
    token = sentence[child]
    when = token.entity.endswith(("DATE", "TIME")) or token.text in CALENDAR
    if when or token.lemma.lower() in OCCASIONS:
        return False
    if token.deprel == "obl":
        return not apart and sentence[first].text.lower() in _CASES
    if token.deprel == "conj":
        clause = token.upos in {"VERB", "AUX"} or sentence.child(child, "nsubj")
        return not clause or sentence[first].tag in ASKING
    if apart:
        return token.tag == "VBN"
    return token.tag in {"VBN", "VBG", "VB"} and sentence.child(child, "nsubj") is None
