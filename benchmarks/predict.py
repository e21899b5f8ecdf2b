"""Predict for one task of the benchmark with the pipeline that users run.

    python benchmarks/predict.py TASK INPUT OUTPUT

INPUT is JSON lines as ``strip.py`` of the benchmark makes them, OUTPUT gets one
prediction a line. Exit status 2 for a task that the pipeline cannot answer yet.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
from reading import Record, annotate, extract, make_document

from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.claim import EventClaim

LABELS = {Schema.PERSON: "PER", Schema.ORGANIZATION: "ORG", Schema.PLACE: "LOC"}
NOT_YET = ("crossdoc", "timelines", "plv", "muc4", "triggers", "relations", "translit")


def predict_entities(record: Record) -> Record:
    """Named mentions with their coarse kind."""
    annotations = annotate(make_document(record))
    found = {
        (mention.start, mention.end): LABELS[mention.schema]
        for mention in annotations.mentions
        if mention.kind is MentionKind.NAME and mention.schema in LABELS
    }
    return {
        "entities": [
            {"start": start, "end": end, "label": label}
            for (start, end), label in sorted(found.items())
        ]
    }


def predict_coref(record: Record) -> Record:
    """Mentions with their chains."""
    annotations = annotate(make_document(record))
    seen: dict[tuple[int, int], str] = {}
    for mention in annotations.mentions:
        seen.setdefault((mention.start, mention.end), mention.chain)
    return {
        "mentions": [
            {"start": start, "end": end, "chain": chain}
            for (start, end), chain in sorted(seen.items())
        ]
    }


def predict_events(record: Record) -> Record:
    """Typed events with the words of actor and recipient."""
    document = make_document(record)
    annotations = annotate(document)
    found = []
    for claim in extract(document, annotations):
        if isinstance(claim, EventClaim):
            found.append(_event(claim))
    return {"events": found}


def _event(claim: EventClaim) -> Record:
    words: dict[str, str] = {}
    for participant in claim.participants:
        part = "source_text" if participant.part == "actor" else "target_text"
        words.setdefault(part, participant.party.name)
    parties = [participant.party for participant in claim.participants]
    if "target_text" not in words and len(parties) > 1:
        words["target_text"] = parties[1].name
    return {"type": claim.type, **words}


def predict_quotes(record: Record) -> Record:
    """Attributions: source, cue and content spans."""
    from_statements = __import__("dragoman.extract.statements", fromlist=["x"])
    document = make_document(record)
    found = from_statements.find_attributions(document, annotate(document))
    return {"quotes": list(found)}


PREDICTORS: dict[str, Callable[[Record], Record]] = {
    "entities": predict_entities,
    "coref": predict_coref,
    "events": predict_events,
    "quotes": predict_quotes,
}


def main(arguments: list[str]) -> int:
    """Predict every record of a file."""
    if len(arguments) != 3:
        print("usage: predict.py TASK INPUT OUTPUT", file=sys.stderr)
        return 2
    task, source, target = arguments
    if task not in PREDICTORS:
        known = ", ".join(sorted(PREDICTORS))
        state = "not yet" if task in NOT_YET else "no such task"
        print(f"{task}: {state}; answered are {known}", file=sys.stderr)
        return 2
    predict = PREDICTORS[task]
    with Path(source).open("rb") as lines, Path(target).open("wb") as out:
        for line in lines:
            record = msgspec.json.decode(line)
            prediction = {"id": record["id"], **predict(record)}
            out.write(msgspec.json.encode(prediction) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
