"""Separate meetings of one with several: "held separate meetings with A and with B"."""

from dragoman.extract.clauses.clause import clause_head, find_subjects
from dragoman.extract.events.draft import Draft
from dragoman.model.syntax import Sentence

_APART = frozenset({"separate", "separately"})
_SEVERAL = 2


def hosts_apart(tree: Sentence, noun: int) -> bool:
    """Tell whether one holds the meetings, so that it is plain who met whom.

    Args:
        tree: Sentence.
        noun: The word for the meetings.
    """
    subjects = find_subjects(tree, clause_head(tree, noun))
    if len(subjects) != 1 or tree[noun].deprel not in {"obj", "obl"}:
        return False
    plural = tree[subjects[0]].tag in {"NNS", "NNPS"}
    return not plural and len(tree.conjuncts(subjects[0])) == 1


def part_separate(tree: Sentence, found: list[Draft]) -> list[Draft]:
    """Make one meeting for each guest of "separate meetings"."""
    if _APART.isdisjoint(tree.words):
        return found
    parted: list[Draft] = []
    for draft in found:
        hosts = [one for one in draft.participants if one.part == "actor"]
        guests = [one for one in draft.participants if one.part == "recipient"]
        told = _is_apart(tree, draft) and draft.is_meeting
        if not told or len(hosts) != 1 or len(guests) < _SEVERAL:
            parted.append(draft)
            continue
        for guest in guests:
            meeting = draft.again([*hosts, guest])
            meeting.mode = "meeting"
            parted.append(meeting)
    return parted


def _is_apart(tree: Sentence, draft: Draft) -> bool:
    """Tell whether "separate" is said of a meeting or of how it is held."""
    for token in tree.tokens:
        if token.text.lower() not in _APART or token.head < 0:
            continue
        head = token.head
        if draft.head in {head, tree[head].head} or tree[draft.head].head == head:
            return True
    return False
