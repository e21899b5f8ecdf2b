"""The PLOVER type of a given pair: what the pipeline reads between the two."""

import re
from collections.abc import Iterable, Iterator

from dragoman.extract.events_triggers import find_triggers
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Claim, EventClaim, Modality, StatementClaim
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import load_events
from reading import Record, annotate, extract, make_document

# What a speech act is as an event, where nothing else is read.
ACTS = {
    "threaten": "THREATEN",
    "warn": "THREATEN",
    "demand": "REQUEST",
    "request": "REQUEST",
    "direct": "REQUEST",
    "accuse": "ACCUSE",
    "condemn": "ACCUSE",
    "assess": "ACCUSE",
    "reject": "REJECT",
    "deny": "REJECT",
    "praise": "SUPPORT",
    "thank": "SUPPORT",
    "agree": "AGREE",
    "pledge": "AGREE",
    "announce": "AGREE",
}
_PROMISED = frozenset({"CONSULT", "AID", "COOPERATE", "SUPPORT", "CONCEDE", "RETREAT"})
_MENACING = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "PROTEST"})
_UNREAL = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL, Modality.DEMANDED})
_WORD = re.compile(r"\w{3,}")
# The commonest thing that one side does to another in news of politics.
_NOTHING = "ACCUSE"


def predict_plv(record: Record) -> Record:
    """The type of what the source does to the target."""
    document = make_document(record)
    annotations = annotate(document)
    source, target = _words(record["source_text"]), _words(record["target_text"])
    claims = extract(document, annotations)
    scored = list(_score(claims, source, target))
    if scored:
        return {"type": max(scored)[1]}
    return {"type": _by_trigger(annotations) or _NOTHING}


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _score(
    claims: Iterable[Claim], source: frozenset[str], target: frozenset[str]
) -> Iterator[tuple[float, str]]:
    for claim in claims:
        if isinstance(claim, EventClaim):
            actors, others = _sides(claim)
            kind = _told(claim)
            fit = _overlap(actors, source) + _overlap(others, target)
            crossed = _overlap(actors, target) + _overlap(others, source)
            yield max(2 * fit, crossed) + 0.1, kind
        elif isinstance(claim, StatementClaim) and claim.act in ACTS:
            speakers = _words(" ".join(party.name for party in claim.speakers))
            fit = _overlap(speakers, source) + _overlap(_words(claim.content), target)
            yield 1.5 * fit, ACTS[claim.act]


def _sides(claim: EventClaim) -> tuple[frozenset[str], frozenset[str]]:
    actors = " ".join(p.party.name for p in claim.participants if p.part == "actor")
    others = " ".join(p.party.name for p in claim.participants if p.part != "actor")
    return _words(actors), _words(others)


def _told(claim: EventClaim) -> str:
    """The type of an event by how it is put: what is promised or threatened."""
    if claim.modality in _UNREAL:
        if claim.type in _PROMISED:
            return "REQUEST" if claim.modality is Modality.DEMANDED else "AGREE"
        if claim.type in _MENACING:
            return "THREATEN"
    if claim.modality in {Modality.CANCELLED, Modality.DENIED}:
        return "REJECT"
    return claim.type


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(other) if other else 0.0


def _by_trigger(annotations: Annotations) -> str | None:
    """The word of the ontology that stands highest in the first sentence with any."""
    for tree in annotations.sentences:
        found = find_triggers(tree, load_events())
        if found:
            return min(found, key=lambda match: _depth(tree, match.head)).trigger.type
    return None


def _depth(tree: Sentence, token: int) -> tuple[int, int]:
    depth, above = 0, token
    while above >= 0 and depth < len(tree):
        depth, above = depth + 1, tree[above].head
    return depth, token
