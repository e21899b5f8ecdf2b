"""What altered case costs: names of gold sentences as they stand, and rewritten.

    python benchmarks/name_cases.py GOLD.jsonl ... [--every N]

Each sentence is read as it stands, in Title Case (small words stay), in capitals and
in lower case; the letters change, no offset does. Prints F1 of exact spans with their
labels, and what each case loses.
"""

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path

from predict import predict_entities

GOLD = {
    "PER": ("politician", "person", "per"),
    "ORG": ("politicalparty", "organisation", "org"),
    "LOC": ("country", "location", "loc"),
    "EVENT": ("election", "event"),
}
COARSE = {fine: coarse for coarse, names in GOLD.items() for fine in names}
_SMALL = frozenset(
    "a an the of in on at to for and or but by with from as is was be".split()  # noqa: SIM905  a list of words
)


def _letterwise(change: Callable[[str], str]) -> Callable[[str], str]:
    def rewrite(text: str) -> str:
        return "".join(new if len(new := change(c)) == 1 else c for c in text)

    return rewrite


def _title(text: str) -> str:
    def rewrite(match: re.Match[str]) -> str:
        word = match[0]
        small = word.lower() in _SMALL and match.start() > 0
        return word if small else word[0].upper() + word[1:]

    return re.sub(r"\w+", rewrite, text)


CASES: dict[str, Callable[[str], str]] = {
    "as it stands": str,
    "Title Case": _title,
    "CAPITALS": _letterwise(str.upper),
    "lower case": _letterwise(str.lower),
}


def score(path: Path, rewrite: Callable[[str], str], every: int) -> float:
    """Return F1 of exact spans with labels, 0 to 1."""
    right = told = known = 0
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    labels = {e["label"].lower() for r in records for e in r["gold"]["entities"]}
    scored = {COARSE[label] for label in labels if label in COARSE}
    for record in records[::every]:
        gold = {
            (e["start"], e["end"], COARSE[e["label"].lower()])
            for e in record["gold"]["entities"]
            if e["label"].lower() in COARSE
        }
        text = rewrite(record["text"])
        found = {
            (e["start"], e["end"], e["label"])
            for e in predict_entities({**record, "text": text})["entities"]
            if e["label"] in scored
        }
        right += len(gold & found)
        told += len(found)
        known += len(gold)
    return 2 * right / (told + known)


def main() -> None:
    """Print a line for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1)
    arguments = parser.parse_args()
    for path in arguments.gold:
        scores = {
            name: score(path, rewrite, arguments.every)
            for name, rewrite in CASES.items()
        }
        plain = scores["as it stands"]
        parts = [f"{n} {s:.3f} ({100 * (s - plain):+.1f})" for n, s in scores.items()]
        print(path.stem, *parts, sep="  ")


if __name__ == "__main__":
    main()
