"""Invented people by origin: how often a build finds exactly them, as persons.

    python benchmarks/name_origins.py training/origins.tsv

A line of the table has an origin and names apart by "|". Each name stands in five
sentences, whole and then its second part alone.
"""

import argparse
from pathlib import Path

from dragoman.model.annotation import MentionKind, Schema
from reading import annotate, make_document

FRAMES = (
    "{} told reporters on Monday that the talks had failed.",
    "The delegation, led by {}, left the capital after two days.",
    "A spokesman for {} said that no decision had been taken.",
    "Deputy Interior Minister {} and the envoy of the European Union met in Geneva.",
    "Asked about the shelling, {} blamed the army.",
)


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
    for line in parser.parse_args().origins.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        origin, listed = line.split("\t")
        people = listed.split("|")
        parts = [person.split(" ", 1)[1] for person in people]
        shares = [
            sum(is_found(name, frame) for name in names for frame in FRAMES)
            / (len(names) * len(FRAMES))
            for names in (people, parts)
        ]
        print(f"{origin}\twhole {shares[0]:.0%}\tsecond part alone {shares[1]:.0%}")


if __name__ == "__main__":
    main()
