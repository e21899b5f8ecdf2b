"""Precision and recall of joining by name alone on 300 hard pairs of ten traditions.

Joined counts what the resolver joins at its automatic threshold. Names of which one is
part of the other are joined below it, while nobody else of the case fits; with
``--case`` these count too.

    python benchmarks/hard_names.py [--case] [--misses]

The pairs (``hard_names.tsv``) were written before the comparison was tuned, and are
never tuned on. Exit status 1 where the precision falls below the floor.
"""

import hashlib
import sys
from collections import Counter
from pathlib import Path

from predict import join_names

from dragoman.text.name_score import AUTOMATIC

PAIRS = Path(__file__).parent / "hard_names.tsv"
FLOOR = 0.97


def read_pairs() -> list[tuple[str, bool, str, str]]:
    """Return tradition, whether one person is meant, and both names of each pair."""
    rows = (line.split("\t") for line in PAIRS.read_text("utf-8").splitlines())
    return [
        (tradition, judgement == "same", one, other)
        for tradition, judgement, one, other in (row for row in rows if len(row) == 4)
        if not tradition.startswith("#")
    ]


def main(arguments: list[str]) -> int:
    """Count and print, by tradition and in all."""
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for tradition, same, one, other in read_pairs():
        joined, score = join_names(one, other, "Person")
        joined = joined and ("--case" in arguments or score >= AUTOMATIC)
        counts[tradition, same, joined] += 1
        counts["all", same, joined] += 1
        if "--misses" in arguments and same != joined:
            print(f"{'missed' if same else 'WRONG'} {score:.2f}: {one} | {other}")
    for tradition in dict.fromkeys([*(key[0] for key in counts if key[0] != "all")]):
        print_row(tradition, counts)
    precision = print_row("all", counts)
    digest = hashlib.sha256(PAIRS.read_bytes()).hexdigest()[:12]
    print(f"{len(read_pairs())} pairs, digest {digest}")
    return 0 if precision >= FLOOR else 1


def print_row(tradition: str, counts: Counter[tuple[str, bool, bool]]) -> float:
    """Print one row and return its precision."""
    right, wrong = counts[tradition, True, True], counts[tradition, False, True]
    precision = right / max(1, right + wrong)
    recall = right / max(1, right + counts[tradition, True, False])
    print(f"{tradition:18} precision {precision:.3f} recall {recall:.3f}")
    return precision


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
