"""Whom a visit was made for: "flew to Rome to meet Tod", "for talks with Tod"."""

from collections.abc import Sequence

from dragoman.extract.events.draft import Draft
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence

_TOLD = frozenset({Modality.ASSERTED, Modality.PLANNED})


def host_visits(tree: Sentence, found: Sequence[Draft]) -> None:
    """Give a visit those whom the traveller came to meet: they are the hosts.

    Args:
        tree: Sentence.
        found: What it tells, visits among it; added to.
    """
    visits = [one for one in found if one.mode == "visit" and one.modality in _TOLD]
    for meeting in found if visits else ():
        if meeting.modality is not Modality.PLANNED or not meeting.is_meeting:
            continue
        for visit in visits:
            if not visit.shares(meeting) or not _is_purpose(tree, meeting, visit):
                continue
            meeting.place = meeting.place or visit.place
            for one in meeting.participants:
                visit.add(one.party, "recipient")


def _is_purpose(tree: Sentence, meeting: Draft, visit: Draft) -> bool:
    """Tell whether a meeting is what a visit in the same clause is for."""
    token = tree[meeting.head]
    if token.head != visit.head:
        return False
    if meeting.verbal:
        return token.tag == "VB" and token.deprel in {"advcl", "xcomp"}
    return tree.case_of(meeting.head) == "for"
