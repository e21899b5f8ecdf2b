"""The PLOVER type of a given pair: the judge of deeds, and what the pipeline reads."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from dragoman.analyze.event_codes import find_type
from dragoman.extract.events.senses.deeds import load_judge
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Claim, EventClaim, Modality, StatementClaim
from dragoman.model.syntax import Sentence
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
# The set codes by CAMEO: a signed treaty is diplomatic cooperation (057), sanctions
# that are imposed are coercion (172), blockades and broken truces are fighting (191,
# 196). Elsewhere the kinds go by their PLOVER type.
CAMEO = {
    "AGREE.sign": "SUPPORT",
    "SANCTION.impose": "COERCE",
    "COERCE.blockade": "ASSAULT",
    "COERCE.cyber": "ASSAULT",
    "REJECT.truce": "ASSAULT",
}
# One type in this set.
_YIELD = frozenset({"CONCEDE", "RETREAT"})
# How much the reading of the whole pipeline adds to the logarithm of the judge's odds.
_READ = 1.5
_WORD = re.compile(r"\w{3,}")
_MARK = re.compile(r"</?[st]>")


def predict_plv(record: Record) -> Record:
    """The type of what the source does to the target."""
    document = make_document(record)
    annotations = annotate(document)
    source, target = (_words(record[f"{side}_text"]) for side in ("source", "target"))
    scores = _judge(annotations, record)
    read = list(_score(extract(document, annotations), source, target))
    if read:
        kind = _one(max(read)[1])
        scores[kind] = scores.get(kind, 0.0) + _READ
    return {"type": max(scores, key=lambda kind: scores[kind])}


def _judge(annotations: Annotations, record: Record) -> dict[str, float]:
    """Return the logarithm of the probability of each type."""
    judge = load_judge()
    tree, source, target = _place(annotations, record)
    found: dict[str, float] = {}
    odds: NDArray[np.float32] = judge.judge(tree, source, target)
    for kind, probability in zip(judge.kinds, odds.tolist(), strict=True):
        name = CAMEO.get(kind) or _one(kind.partition(".")[0])
        found[name] = found.get(name, 0.0) + probability
    del found["NONE"]
    return {name: float(np.log(p + 1e-4)) for name, p in found.items()}


def _place(annotations: Annotations, record: Record) -> tuple[Sentence, int, int]:
    """Return the sentence of a pair and the heads of its two sides."""
    spans = _marked(record)
    sentences = annotations.sentences
    numbers = {
        side: annotations.sentence_at(span[0])
        for side, span in spans.items()
        if annotations.sentence_at(span[0]) is not None
    }
    number = numbers.get("s", numbers.get("t")) or 0
    tree = sentences[number]
    heads = {
        side: tree.head_of(*spans[side])
        for side, own in numbers.items()
        if own == number
    }
    source, target = heads.get("s"), heads.get("t")
    return (
        tree,
        tree.root if source is None else source,
        tree.root if target is None else target,
    )


def _marked(record: Record) -> dict[str, tuple[int, int]]:
    """Return where the first mark of each side stands in the text."""
    found: dict[str, tuple[int, int]] = {}
    length, opened, plain = 0, {"s": 0, "t": 0}, ""
    place = 0
    for mark in _MARK.finditer(record["marked"]):
        plain += record["marked"][place : mark.start()]
        place, length = mark.end(), len(plain)
        side = mark[0].strip("</>")
        if mark[0].startswith("</"):
            found.setdefault(side, (opened[side], length))
        else:
            opened[side] = length
    if plain + record["marked"][place:] == record["text"]:
        return found
    found.clear()
    for side, name in (("s", "source_text"), ("t", "target_text")):
        start = record["text"].find(record[name])
        if start >= 0:
            found[side] = (start, start + len(record[name]))
    return found


def _one(kind: str) -> str:
    return "CONCEDE" if kind in _YIELD else kind


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _score(
    claims: Iterable[Claim], source: frozenset[str], target: frozenset[str]
) -> Iterator[tuple[float, str]]:
    for claim in claims:
        if isinstance(claim, EventClaim):
            actors, others = _sides(claim)
            fit = _overlap(actors, source) + _overlap(others, target)
            crossed = _overlap(actors, target) + _overlap(others, source)
            yield max(2 * fit, crossed) + 0.1, _told(claim)
        elif isinstance(claim, StatementClaim) and claim.act in ACTS:
            speakers = _words(" ".join(party.name for party in claim.speakers))
            fit = _overlap(speakers, source) + _overlap(_words(claim.content), target)
            yield 1.5 * fit, ACTS[claim.act]


def _sides(claim: EventClaim) -> tuple[frozenset[str], frozenset[str]]:
    actors = " ".join(p.party.name for p in claim.participants if p.part == "actor")
    others = " ".join(p.party.name for p in claim.participants if p.part != "actor")
    return _words(actors), _words(others)


def _told(claim: EventClaim) -> str:
    """The type of an event by how it is put: promised, threatened, called off."""
    if claim.modality in {Modality.CANCELLED, Modality.DENIED}:
        return "REJECT"
    if claim.modality is Modality.DEMANDED:
        return "REQUEST"
    return find_type(claim.type, claim.modality) or claim.type


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(other) if other else 0.0
