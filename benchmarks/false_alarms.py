"""Measure false alarms: events read where none is told.

    python benchmarks/false_alarms.py [GOLD.jsonl ...] [--show]

Reads the 150 sentences of ``no_events.txt``, written for this project, and of each
GOLD file in the form of the benchmark (``{"id", "text", "gold": [...]}``) the English
records whose gold is empty. A record alarms if the pipeline yields an event that the
coded export would have: what is denied, called off, demanded or merely possible is
none. One row a set: alarms, records, share. ``--show`` lists what alarmed.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from predict import predict_events

from reading import Record

OWN = Path(__file__).parent / "no_events.txt"


def read_own() -> list[Record]:
    """Return the sentences of this project as records."""
    return [
        {"id": f"own:{number}", "text": line, "lang": "en"}
        for number, line in enumerate(OWN.read_text("utf-8").splitlines(), start=1)
        if line and not line.startswith("#")
    ]


def read_gold(path: Path) -> list[Record]:
    """Return the English records of a gold file in which nothing happens."""
    with path.open("rb") as lines:
        records = [msgspec.json.decode(line) for line in lines]
    return [
        record
        for record in records
        if not record["gold"] and record.get("lang", "en") == "en"
    ]


def find_alarms(records: Sequence[Record]) -> Iterator[tuple[Record, list[str]]]:
    """Yield the records that alarm, with the types of the events read in them."""
    for record in records:
        events = predict_events({k: v for k, v in record.items() if k != "gold"})
        if events["events"]:
            yield record, [event["type"] for event in events["events"]]


def main(arguments: list[str]) -> int:
    """Print a row for each set."""
    show = "--show" in arguments
    paths = [Path(one) for one in arguments if one != "--show"]
    sets = [(OWN.stem, read_own()), *((one.stem, read_gold(one)) for one in paths)]
    for name, records in sets:
        alarms = list(find_alarms(records))
        share = len(alarms) / len(records) if records else 0.0
        print(f"{name} | {len(alarms)} of {len(records)} | {share:.3f}", flush=True)
        for record, types in alarms if show else ():
            print(f"    {', '.join(types)}: {record['text']}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
