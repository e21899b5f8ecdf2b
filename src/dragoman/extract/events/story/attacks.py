"""Complete attacks with what the reading model knows of their parts.

Rules read who attacked whom from the grammar of one clause. The parts of an incident
(``annotate.incidents``) add the weapon, and whoever is missing, where the sentence
names one that plays the part with confidence. What the rules found stays as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dragoman.extract.events.draft import Draft
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.triggers.quantities import parse_number
from dragoman.extract.events.triggers.sources import is_blow, is_munition
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Modality, Participant, Party
from dragoman.model.incident import IncidentPart, IncidentRole
from dragoman.schema.force import force_lemmas

WEAPON = "weapon"
_TOLD = frozenset({Modality.ASSERTED, Modality.ASSESSED, Modality.DENIED})
# Log odds from which a part is believed. Beside an attack a weapon can hardly be
# mistaken for anything else, and many of today were in nothing that was learned from.
_SURE = {
    IncidentRole.WEAPON: -3.0,
    IncidentRole.PERPETRATOR: -1.0,
    IncidentRole.ORGANIZATION: -1.0,
    IncidentRole.VICTIM: -1.0,
    IncidentRole.TARGET: -1.0,
    IncidentRole.UNNAMED: -1.0,
}
_KINDS = {
    IncidentRole.VICTIM: "person",
    IncidentRole.UNNAMED: "person",
    IncidentRole.TARGET: "target",
}
_DOERS = (IncidentRole.PERPETRATOR, IncidentRole.ORGANIZATION)
_SUFFERERS = (IncidentRole.VICTIM, IncidentRole.TARGET, IncidentRole.UNNAMED)


def complete_attacks(
    drafts: Iterable[Draft], annotations: Annotations, parties: PartyReader
) -> None:
    """Add weapons, and parties where there are none, to the attacks of a document."""
    if not annotations.incident_hints:
        return
    drafts = [d for d in drafts if d.type == "ASSAULT" and d.modality in _TOLD]
    attacks = Counter(draft.sentence for draft in drafts)
    sure: defaultdict[int, list[IncidentPart]] = defaultdict(list)
    for part in annotations.incident_hints:
        if part.here > _SURE[part.role]:
            sure[part.sentence].append(part)
    for draft in drafts:
        parts = sure[draft.sentence]
        # Several attacks in one sentence: nobody knows whose the parts are.
        if attacks[draft.sentence] == 1:
            _add_missing(draft, parts, parties, "actor", _DOERS)
            _add_missing(draft, parts, parties, "recipient", _SUFFERERS)
        for best in outermost(parts, (IncidentRole.WEAPON,)):
            if not _is_weapon(annotations, draft.sentence, best.head):
                continue
            part = _in_full(best, parts)
            name = parties.document.text[part.start : part.end]
            if parse_number(name.split()) is not None:
                continue  # "and twenty were wounded"
            if any(one.party.name.endswith(name) for one in draft.participants):
                continue  # "a suicide bomber" is no aeroplane
            draft.participants.append(Participant(Party(None, name), WEAPON))


def outermost(
    parts: Sequence[IncidentPart], roles: Sequence[IncidentRole]
) -> list[IncidentPart]:
    """Return the best of overlapping parts, in order of the text."""
    kept: list[IncidentPart] = []
    for part in sorted(parts, key=lambda part: -part.here):
        if part.role in roles and all(
            part.end <= other.start or other.end <= part.start for other in kept
        ):
            kept.append(part)
    return sorted(kept, key=lambda part: part.start)


def _is_weapon(annotations: Annotations, sentence: int, token: int) -> bool:
    """Tell a weapon from who has it: no "IS" of "IS attacks", no "bomb technician"."""
    named = annotations.mention_headed(sentence, token)
    if named is not None and named.schema in {Schema.ORGANIZATION, Schema.PERSON}:
        return False
    tree = annotations.sentences[sentence]
    above = tree[token].head
    if tree[token].deprel != "compound" or above < 0:
        return True
    lemma = tree[above].lemma.lower()
    return lemma in force_lemmas() or is_munition(lemma) or is_blow(lemma)


def _in_full(best: IncidentPart, parts: Sequence[IncidentPart]) -> IncidentPart:
    """Return a part with all that stands before it: the "roadside bomb", not "bomb"."""
    same = best.role, best.head, best.end
    alike = (part for part in parts if (part.role, part.head, part.end) == same)
    return min(alike, key=lambda part: part.start)


def _add_missing(
    draft: Draft,
    parts: Sequence[IncidentPart],
    parties: PartyReader,
    side: str,
    roles: Sequence[IncidentRole],
) -> None:
    if any(one.part == side for one in draft.participants):
        return
    place = None if draft.place is None else draft.place[0]
    tree = parties.annotations.sentences[draft.sentence]
    for part in outermost(parts, roles):
        if side == "actor" and is_munition(tree[part.head].lemma):
            continue  # "rockets hit the port": a weapon, whoever fired it
        kind = _KINDS.get(part.role, "party")
        for party in parties.read_one(draft.sentence, part.head, kind):
            if party.entity is None or party.entity != place:
                draft.add(party, side)
