"""Calls told beside another verb: "assured him in a call", "by video link"."""

from collections.abc import Sequence

from dragoman.extract.clauses.clause import read_clause
from dragoman.extract.events.draft import Draft, Filled
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.setting.anchors import LINES
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence

# The line itself is no call but after these: "by telephone", "over the phone".
_OVER = frozenset({"by", "over", "via", "on", "through"})
_DURING = frozenset({"in", "during", "by", "via", "on"})
_HEARERS = frozenset({"to", "with"})


def is_line(tree: Sentence, match: Match) -> bool:
    """Tell whether a call is only how something is said: "in a call", "by phone"."""
    noun = match.head
    if match.clause is not None or match.trigger.mode != "call":
        return False
    above = tree[noun].head
    if above < 0 or not tree[noun].deprel.startswith("obl"):
        return False
    return tree[above].upos == "VERB" and tree.case_of(noun) in _DURING | _OVER


def add_speakers(
    parties: PartyReader, sentence: int, tree: Sentence, noun: int, filled: Filled
) -> None:
    """Give a call that says how something is said to who speaks and who hears.

    Args:
        parties: Reads the parties of the document.
        sentence: Index of the sentence.
        tree: Its parse.
        noun: The word for the call.
        filled: What its own phrases tell; added to.
    """
    lemma, case = tree[noun].lemma.lower(), tree.case_of(noun)
    above = tree[noun].head
    if lemma in LINES and case not in _OVER:
        filled.participants.clear()
        return
    if above < 0 or not tree[noun].deprel.startswith("obl"):
        return
    if tree[above].upos != "VERB" or case not in _DURING | _OVER:
        return
    clause = read_clause(tree, above)
    subjects = tuple(token for token in clause.subjects if token != noun)
    for token in subjects or tree.children(above, "nsubj:pass"):
        for party in parties.read(sentence, token, "person"):
            filled.add(party, "actor")
    hearers = [one.token for one in clause.obliques if one.case in _HEARERS]
    for token in (*clause.indirect, *clause.objects, *hearers):
        if token in subjects:
            continue
        for party in parties.read(sentence, token, "person"):
            filled.add(party, "recipient")


def join_lines(tree: Sentence, found: Sequence[Draft]) -> list[Draft]:
    """Make a call of talks that were held over the line: "discussed it by phone"."""
    kept: list[Draft] = []
    for draft in found:
        spoken = draft.mode == "call" and not draft.verbal
        above = tree[draft.head].head if spoken else -1
        talk = next((o for o in found if o.head == above and o.is_exchange), None)
        if talk is None or talk is draft:
            kept.append(draft)
            continue
        talk.mode = "call"
        talk.time = talk.time or draft.time
        talk.place = None
    return kept
