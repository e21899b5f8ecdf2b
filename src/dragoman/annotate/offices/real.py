"""Whether a change of office happened, lies ahead or is only thought of.

"was named", "went on to become" tell what was; "will be", "is expected to be named"
what is to come; "would like to become", "demanded that X be named" neither.
"""

from dragoman.model.syntax import Sentence
from dragoman.text.embedding import ASSERTED, PLANNED
from dragoman.text.governors import is_doubted, put

NAMING = frozenset(
    {"appoint", "name", "nominate", "choose", "select", "elect", "install", "make"}
)
_PROPOSING = frozenset({"nominate", "designate"})
# Nouns for how somebody comes to an office, and how he loses it.
ENTRIES = frozenset(
    {"appointment", "election", "re-election", "reelection", "promotion",
     "installation", "inauguration", "confirmation", "reappointment", "accession",
     "nomination", "designation"}
)  # fmt: skip
EXITS = frozenset(
    {"resignation", "dismissal", "removal", "ouster", "departure", "retirement",
     "sacking", "replacement"}
)  # fmt: skip
_UNREAL = frozenset({"would", "could", "might", "may", "should", "can", "must"})
_SUPPOSED = frozenset({"if", "unless", "whether"})
_AHEAD = frozenset({"will", "shall"})
_SET = frozenset({"set", "due", "expect", "schedule", "slate", "be", "poise"})
# "would later become minister" is told from before, not supposed.
_LATER = frozenset({"later", "eventually", "subsequently", "ultimately", "soon"})
# "went on to become", "rose to head": what follows did happen.
REACHES = frozenset(
    {"go", "rise", "come", "continue", "manage", "return", "grow", "live", "leave",
     "resign", "quit"}
)  # fmt: skip


def lies_ahead(sentence: Sentence, predicate: int) -> bool | None:
    """Tell whether what a predicate says is to come; ``None`` if only thought of."""
    own = _by_auxiliaries(sentence, predicate)
    if own != "":
        return None if own == "unreal" else own == "ahead"
    if _is_supposed_too(sentence, predicate):
        return None
    governed = put(sentence, predicate)
    if is_doubted(sentence, predicate) or governed not in {ASSERTED, PLANNED}:
        return None
    if governed is PLANNED:
        return True
    first = predicate
    while sentence[first].deprel == "conj" and sentence[first].head >= 0:
        first = sentence[first].head
    return False if first == predicate else lies_ahead(sentence, first)


def _is_supposed_too(sentence: Sentence, predicate: int) -> bool:
    """Tell "if A win and X becomes minister": the parse hangs both on what follows."""
    token = sentence[predicate]
    if token.deprel != "advcl" or not sentence.children(predicate, "cc"):
        return False
    return any(
        sentence[mark].text.lower() in _SUPPOSED
        for clause in sentence.children(token.head, "advcl")
        if clause < predicate
        for mark in sentence.children(clause, "mark")
    )


def _by_auxiliaries(sentence: Sentence, predicate: int) -> str:
    """Return what "will", "would", "if", "to" say: ``ahead``, ``unreal``, ``real``."""
    around = sentence.children(predicate, "aux", "mark")
    words = [sentence[child].text.lower() for child in around]
    if "would" in words and _LATER & {
        sentence[child].text.lower() for child in sentence.children(predicate, "advmod")
    }:
        return "real"
    for word in words:
        if word in _UNREAL | _SUPPOSED:
            return "unreal"
        if word in _AHEAD:
            return "ahead"
        if word == "to":
            return _by_verb_above(sentence, predicate)
    return ""


def _by_verb_above(sentence: Sentence, predicate: int) -> str:
    """Read "was chosen to be", "is expected to be", "went on to be", "hopes to be"."""
    above = sentence[predicate].head
    if above < 0 or sentence[predicate].deprel in {"root", "parataxis"}:
        return "ahead"  # "is to become"
    if sentence[above].upos != "VERB" and naming_verb(sentence, predicate) is not None:
        above = sentence[above].head
    lemma = sentence[above].lemma.lower()
    if lemma in _PROPOSING:
        told = lies_ahead(sentence, above)
        return "unreal" if told is None else "ahead"
    if lemma in NAMING or (lemma in REACHES and sentence[above].tag != "VB"):
        told = lies_ahead(sentence, above)
        return "unreal" if told is None else "ahead" if told else "real"
    aux = {sentence[c].lemma.lower() for c in sentence.children(predicate, "aux")}
    return "ahead" if lemma in _SET or "be" in aux else "unreal"


def naming_verb(sentence: Sentence, verb: int) -> int | None:
    """Return "named" of "named X to replace him", "X was chosen to succeed her"."""
    token = sentence[verb]
    above = token.head
    if above < 0 or not token.deprel.startswith(("xcomp", "advcl", "acl")):
        return None
    if sentence[above].upos != "VERB" and sentence[above].head >= 0:
        above = sentence[above].head  # hung on the name
    named = sentence[above].lemma.lower() in NAMING and token.tag == "VB"
    return above if named else None
