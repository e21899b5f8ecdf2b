"""Invented people by origin: how often a build finds exactly them, as persons.

    python benchmarks/name_origins.py training/origins.tsv

A line of the table has an origin and names apart by "|". Each name stands in the
sentences of ``origin_frames.txt`` beside it, whole and then its second part alone.
"""

import argparse
from pathlib import Path

from dragoman.model.annotation import MentionKind, Schema
from reading import annotate, make_document


def is_found(name: str, frame: str) -> bool:
    """Tell whether the name is a person's, with these very bounds."""
    record = {"id": frame, "text": frame.format(name)}
    return any(
        mention.text == name
        for mention in annotate(make_document(record, sentence=True)).mentions
        if mention.kind is MentionKind.NAME and mention.schema is Schema.PERSON
    )


def main() -> None:
    """Print a line for each origin: per cent of whole names and of second parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("origins", type=Path)
    origins = parser.parse_args().origins
    frames = origins.with_name("origin_frames.txt").read_text("utf-8").splitlines()
    for line in origins.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        origin, listed = line.split("\t")
        people = listed.split("|")
        parts = [person.split(" ", 1)[1] for person in people]
        shares = [
            sum(is_found(name, frame) for name in names for frame in frames)
            / (len(names) * len(frames))
            for names in (people, parts)
        ]
        print(f"{origin}\twhole {shares[0]:.0%}\tsecond part alone {shares[1]:.0%}")


if __name__ == "__main__":
    main()
