"""Whether two tellings are of one event: parts of a deed, a meeting told again."""

from dragoman.extract.events_draft import Draft
from dragoman.model.syntax import Sentence

KILLING = frozenset({"kill", "wound", "injure", "massacre", "murder", "maim"})


def within(day: str, period: str) -> bool:
    """Tell whether a day is or lies in a period, both in EDTF."""
    first, _, last = period.partition("/")
    return day == period or (bool(last) and "X" not in period and first <= day <= last)


def gather(tree: Sentence, found: list[Draft]) -> list[Draft]:
    """Join what one sentence tells of one deed: "bombed X, killing two"."""
    kept: list[Draft] = []
    for draft in found:
        first = next((one for one in kept if _is_part(tree, draft, one)), None)
        if first is None:
            kept.append(draft)
            continue
        for one in draft.participants:
            first.add(one.party, one.part)
        first.quantities.extend(
            q for q in draft.quantities if q not in first.quantities
        )
        first.mode = first.mode or draft.mode
        first.place = first.place or draft.place
        first.time = first.time or draft.time
    return kept


def _is_part(tree: Sentence, draft: Draft, first: Draft) -> bool:
    """Tell whether a deed of force is a part or the outcome of another."""
    if draft.type != first.type or draft.type not in {"ASSAULT", "COERCE"}:
        return False
    if draft.modality is not first.modality:
        return False
    token = tree[draft.head]
    current = draft.head
    for _ in range(3):
        if tree[current].deprel in {"advcl", "conj"} and tree[current].tag == "VBG":
            current = tree[current].head
            if current == first.head or current == tree[first.head].head:
                return True
    own = tree.child(draft.head, "nsubj", "nsubj:pass") is not None
    if token.deprel == "conj" and token.head == first.head and not own:
        return {draft.lemma, first.lemma} <= KILLING  # "killed two and injured five"
    if token.deprel == "acl:relcl" and token.head == first.head:
        return True  # "the fire in which two were killed"
    # "the attack killed two": the noun is the subject of the verb
    return tree[first.head].head == draft.head and token.upos == "VERB"


def is_told_again(draft: Draft, last: Draft) -> bool:
    """Tell whether a draft adds nothing against the meeting told before."""
    mine = draft.parties()
    if not mine or not all(party in last.parties() for party in mine):
        return False
    if draft.time is not None and last.time is not None and draft.time != last.time:
        return False
    if draft.place is not None and last.place is not None and draft.place != last.place:
        return False
    if len(mine) < len(last.parties()) and draft.block != last.block:
        return draft.lemma in {"welcome", "greet"}
    return True
