"""Whose "a stop in Quito" or "an audience with Lee" was that came to nothing."""

from collections.abc import Sequence

from dragoman.extract.events.draft import Draft
from dragoman.model.claim import Modality, Participant

_NEAR = 3  # sentences over which a traveller is still spoken of
_OPEN = frozenset({Modality.CANCELLED, Modality.PLANNED})


def lend_traveller(draft: Draft, told: Sequence[Draft]) -> None:
    """Give a visit or meeting told by a noun to whoever was told to travel before it.

    "He flew to Lima. A stop in Quito was called off": his, as nobody else travels.

    Args:
        draft: What was planned or called off, added to.
        told: What was told before, in order of the text.
    """
    if draft.type != "CONSULT" or draft.modality not in _OPEN or draft.verbal:
        return
    if draft.mode == "visit":
        lacks = not any(one.part == "actor" for one in draft.participants)
    else:
        lacks = draft.is_meeting and len(draft.participants) == 1
    if not lacks:
        return
    if _lend_only_one(draft, told):
        return
    for last in reversed(told):
        if last.block != draft.block or draft.sentence - last.sentence > _NEAR:
            return
        if last.mode != "visit" or last.modality is not Modality.ASSERTED:
            continue
        travellers = [one.party for one in last.participants if one.part == "actor"]
        alone = len(travellers) == 1 and travellers[0].entity is not None
        if alone and travellers[0] not in draft.parties():
            draft.participants.insert(0, Participant(travellers[0], "actor"))
        return


def _lend_only_one(draft: Draft, told: Sequence[Draft]) -> bool:
    """Give "the visit to Quito" to the one person who travels in all that was told.

    A note on a minister's journey says "the visit" of hers paragraphs later.
    """
    if draft.mode != "visit" or draft.place is None:
        return False
    travellers = {
        one.party
        for last in told
        if last.mode == "visit" and last.modality is Modality.ASSERTED
        for one in last.participants
        if one.part == "actor"
    }
    if len(travellers) != 1 or any(one.entity is None for one in travellers):
        return False
    draft.participants.insert(0, Participant(travellers.pop(), "actor"))
    return True
