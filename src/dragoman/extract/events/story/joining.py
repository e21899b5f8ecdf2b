"""Whether two tellings are of one event: parts of a deed, a meeting told again."""

from dragoman.extract.clauses.predicates import is_definite, tolls_beside
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.story.purposes import host_visits
from dragoman.extract.events.triggers.quantities import parse_number
from dragoman.model.claim import Modality, Participant
from dragoman.model.syntax import Sentence
from dragoman.schema.force import KILLING

_SPOKEN_OF = 6  # sentences over which "the attack" means the last one
BLOWS = frozenset(
    {"attack", "assault", "raid", "bombing", "blast", "strike", "shooting", "shelling"}
    | {"shell", "rocket", "missile", "mortar", "bomb", "drone", "projectile", "fire"}
    | {"airstrike", "ambush", "massacre", "shot", "round", "barrage"}
)
_WITHIN = frozenset({"in", "during", "by", "from"})
_VISITED = 6  # sentences over which a visit is still spoken of


def within(day: str, period: str) -> bool:
    """Tell whether a day is or lies in a period, both in EDTF."""
    first, _, last = period.partition("/")
    return day == period or (bool(last) and "X" not in period and first <= day <= last)


_TRIALS = frozenset({"trial", "retrial", "arraignment", "court-martial"})


def gather(tree: Sentence, found: list[Draft]) -> list[Draft]:
    """Join what one sentence tells of one deed: "bombed X, killing two"."""
    kept: list[Draft] = []
    for draft in found:
        _drop_bare_numbers(draft)
        deed = _deed_of_outcome(tree, draft, kept)
        if deed is not None:  # "... whoever shelled the market, killing 14"
            take_outcome(deed, draft)
            continue
        first = next(
            (
                one
                for one in kept
                # "during his trial he beat a guard": not what the trial was
                if (one.lemma in _TRIALS) == (draft.lemma in _TRIALS)
                and _is_part(tree, draft, one)
            ),
            None,
        )
        if first is None:
            kept.append(draft)
            continue
        for one in draft.participants:
            first.add(one.party, one.part)
        first.quantities.extend(
            q for q in draft.quantities if q not in first.quantities
        )
        _drop_bare_numbers(first)
        first.mode = first.mode or draft.mode
        first.place = first.place or draft.place
        first.time = first.time or draft.time
    told = [one for one in kept if not _is_purpose(tree, one, kept)]
    host_visits(tree, told)
    return told


def _is_purpose(tree: Sentence, draft: Draft, told: list[Draft]) -> bool:
    """Tell "flew to Rome to attend the summit": the visit with what it is for."""
    alone = draft.is_meeting and draft.verbal and len(draft.participants) == 1
    token = tree[draft.head]
    if not alone or token.tag != "VB" or token.deprel not in {"advcl", "xcomp"}:
        return False
    return any(
        one.mode == "visit" and one.head == token.head and one.shares(draft)
        for one in told
    )


def _drop_bare_numbers(draft: Draft) -> None:
    """Leave "34" of "hit the port, wounding 34" to the numbers of the event."""
    hit = [one for one in draft.participants if one.part == "recipient"]
    bare = [one for one in hit if _is_bare(one)]
    if bare and draft.quantities and draft.type == "ASSAULT":
        draft.participants = [
            one
            for one in draft.participants
            if one not in bare or (len(bare) == len(hit) and one is bare[0])
        ]


def _is_bare(one: Participant) -> bool:
    number = parse_number(one.party.name.split())
    return one.party.entity is None and number is not None


def _deed_of_outcome(tree: Sentence, draft: Draft, before: list[Draft]) -> Draft | None:
    """Return the deed nearest before a participle of killing that hangs elsewhere.

    "The army would punish whoever shelled the market, killing 14": the dead are those
    of the shelling, not of the punishment on which the participle hangs.
    """
    token = tree[draft.head]
    if draft.type != "ASSAULT" or draft.lemma not in KILLING or token.tag != "VBG":
        return None
    deeds = [one for one in before if one.type == draft.type and one.verbal]
    if not deeds or any(one.head == token.head for one in deeds):
        return None
    own = tree.child(draft.head, "nsubj", "mark")
    last = deeds[-1]
    inside = token.deprel == "advcl" and token.head < last.head < draft.head
    return last if inside and own is None else None


def take_outcome(deed: Draft, outcome: Draft) -> None:
    """Give a deed whom it hit, and how many, as told of its outcome."""
    for one in outcome.participants:
        if one.part != "actor":
            deed.add(one.party, one.part)
    deed.quantities.extend(q for q in outcome.quantities if q not in deed.quantities)


def _is_part(tree: Sentence, draft: Draft, first: Draft) -> bool:
    """Tell whether a deed of force is a part or the outcome of another."""
    if draft.type != first.type or draft.modality is not first.modality:
        return False
    token = tree[draft.head]
    if draft.type not in {"ASSAULT", "COERCE"}:
        return _goes_on(tree, draft, first)
    current = draft.head
    for _ in range(3):
        if tree[current].deprel in {"advcl", "conj"} and tree[current].tag == "VBG":
            current = tree[current].head
            if current == first.head or current == tree[first.head].head:
                return True
    if _tells_in(tree, draft, first):
        return True
    if token.deprel == "conj":
        return _is_outcome(tree, draft, first)
    if token.deprel == "acl:relcl" and token.head == first.head:
        return True  # "the fire in which two were killed"
    if token.deprel == "acl:relcl" and _is_of_doer(tree, draft, first):
        return True  # "was shot dead by gunmen who ambushed his car"
    # "the attack killed two", "the strike carried out by Chad hit the port"
    deed = tree[first.head].head if tree[first.head].deprel == "acl" else first.head
    return deed >= 0 and tree[deed].head == draft.head and token.upos == "VERB"


def _goes_on(tree: Sentence, draft: Draft, first: Draft) -> bool:
    """Tell whether "and" goes on with a deed: "withdrew and handed over the base"."""
    token = tree[draft.head]
    return (
        draft.type == "RETREAT"
        and token.deprel == "conj"
        and token.head == first.head
        and draft.mode == first.mode
        and draft.participants == first.participants
        and draft.time in {None, first.time}
    )


def _tells_in(tree: Sentence, draft: Draft, first: Draft) -> bool:
    """Tell whether a deed is what some were killed in: "in the attack on the dam".

    Also "in an attack carried out by rebels", whose verb tells it.
    """
    token, noun = tree[draft.head], draft.head
    if token.deprel == "acl":
        noun = token.head
    elif draft.verbal or not token.deprel.startswith("obl"):
        return False
    told = (first.head, *tolls_beside(tree, first.head))
    within = tree[noun].head in told and tree.case_of(noun) in _WITHIN
    return within and first.lemma in KILLING


def _is_outcome(tree: Sentence, draft: Draft, first: Draft) -> bool:
    """Tell whether "and" adds what came of a deed: "hit the bus and left two dead"."""
    if draft.lemma not in KILLING:
        return False
    subject = tree.child(draft.head, "nsubj", "nsubj:pass")
    counted = subject is not None and tree[subject].upos == "NUM"
    if counted and first.lemma in KILLING and tree[draft.head].head == first.head:
        return True  # "nine were killed and twenty wounded"
    if subject is not None:
        return False
    verb, deed = tree[draft.head].head, tree[first.head]
    if deed.deprel == "nsubj" and verb == deed.head:
        return True  # "a raid took place at Gao and left two dead"
    here = draft.place in {None, first.place} and draft.time in {None, first.time}
    return verb == first.head and (first.lemma in KILLING or here)


def _is_of_doer(tree: Sentence, draft: Draft, first: Draft) -> bool:
    """Tell whether a clause tells how those who did a deed came to do it."""
    verb = tree[draft.head]
    doer = tree[verb.head]
    return (
        doer.head == first.head
        and doer.deprel in {"nsubj", "obl:agent", "obl"}
        and verb.tag == "VBD"
        and not tree.children(draft.head, "aux", "advmod")
        and draft.time in {None, first.time}
        and draft.mode != "abduct" != first.mode
    )


def refer_back(tree: Sentence, draft: Draft, before: list[Draft]) -> None:
    """Give "the shells were fired by A", "A carried out the attack" what it is of.

    Whoever is named as behind "the attack" attacked what was hit in the last one told.
    """
    if draft.type != "ASSAULT" or draft.modality is not Modality.ASSERTED:
        return
    if draft.place is not None or draft.time is not None:
        return
    if any(one.part == "recipient" for one in draft.participants):
        return
    named = any(
        tree[child].lemma.lower() in BLOWS and is_definite(tree, child)
        for child in (
            draft.head,
            *tree.children(draft.head, "nsubj", "nsubj:pass", "obj"),
        )
    )
    last = _last_attack(draft, before) if named else None
    if last is None:
        return
    draft.place, draft.time, draft.mode = last.place, last.time, last.mode
    for one in last.participants:
        if one.part == "recipient":
            draft.add(one.party, one.part)


def is_adrift(draft: Draft) -> bool:
    """Tell whether of an attack nothing is told but somebody unnamed who fired."""
    return (
        draft.type == "ASSAULT"
        and draft.place is None
        and draft.time is None
        and not any(
            one.party.entity is not None or one.part == "recipient"
            for one in draft.participants
        )
        and draft.lemma == "fire"
        and draft.mode is None
        and not draft.quantities
        and draft.modality is Modality.ASSERTED
    )


def _last_attack(draft: Draft, before: list[Draft]) -> Draft | None:
    """Return the attack that "the attack" means.

    The last one of its paragraph; across paragraphs the news rather than what it is
    compared with: the one of the latest day.
    """
    near = [
        one
        for one in reversed(before)
        if draft.sentence - one.sentence <= _SPOKEN_OF
        and one.type == "ASSAULT"
        and one.modality is Modality.ASSERTED
        and not one.recalled
        and (one.place is not None or one.time is not None)
    ]
    own = next((one for one in near if one.block == draft.block), None)
    if own is not None or not near:
        return own
    dated = [one for one in near if one.time is not None]
    return max(dated, key=_day_of) if dated else near[0]


def _day_of(draft: Draft) -> str:
    return "" if draft.time is None else draft.time.value


def find_same_visit(draft: Draft, before: list[Draft]) -> Draft | None:
    """Return the visit that "during the trip in Rome" only speaks of again.

    Or that is told again with its day: "called at Rome and Lima between Monday and
    Friday", "landed in Rome on Monday".
    """
    if draft.mode != "visit":
        return None
    for one in reversed(before):
        if _is_exact(draft, one):
            return one
    if draft.verbal:
        return None
    for one in reversed(before):
        if draft.sentence - one.sentence > _VISITED:
            return None
        if one.mode != "visit" or not set(one.parties()) & set(draft.parties()):
            continue
        alike = draft.place in {one.place, None}
        undated = one.time is None and one.modality is draft.modality
        return one if alike and (undated or draft.time in {one.time, None}) else None
    return None


def _is_exact(draft: Draft, one: Draft) -> bool:
    """Tell whether a visit is one of those told before with a span of days."""
    return (
        one.mode == "visit"
        and one.modality is draft.modality
        and one.place is not None
        and one.place == draft.place
        and one.shares(draft)
        and one.time is not None
        and draft.time is not None
        and one.time.precision == "interval"
        and draft.time.precision == "day"
        and within(draft.time.value, one.time.value)
    )


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
