"""Does 0.9 mean nine in ten? Scores of pairs of names beside how often they held.

    python benchmarks/calibration.py [CHAINS.jsonl ...]

Pairs that nobody tuned on: the 300 of ``hard_names.tsv``, by tradition, and the names
of persons in judged chains across documents (ECB+, NewsWCL50), every two spellings
that share a word by its consonants. Only names of two words and more: what a bare
surname is worth depends on the case. Prints a table of ten bins for each set, the mean
difference between said and held (expected calibration error), and marks bins of fifty
pairs that are off by more than 0.05.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from hard_names import read_pairs

from dragoman.text.name_score import compare_person_names
from dragoman.text.person_names import person_keys, split_person

PERSONS = frozenset({"HUMAN_PART_PER", "ACTOR"})
BINS = 10
ENOUGH, MOST_OFF = 50, 0.05
_NAME = re.compile(r"[A-Z][\w.’'-]+(?: (?:[A-Z]|al-|bin |van |de )[\w.’'-]*){1,3}")

Judged = tuple[float, bool]


def chain_pairs(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield the spellings that share a word, and whether they are in one chain."""
    chains: defaultdict[str, set[str]] = defaultdict(set)
    filed: defaultdict[str, set[str]] = defaultdict(set)
    for line in path.read_text("utf-8").splitlines():
        for mention in json.loads(line)["gold"].get("mentions", ()):
            text = " ".join(mention["text"].split()).removesuffix("'s")
            kind = mention.get("tag") or mention["kind"]
            # A chain of one mention was not compared with other documents.
            if mention["chain"].startswith("SINGLETON"):
                continue
            if kind in PERSONS and _NAME.fullmatch(text):
                if len(split_person(text).words) < 2:
                    continue
                chains[text].add(mention["chain"])
                for key in person_keys(text):
                    filed[key].add(text)
    pairs = {pair for some in filed.values() for pair in combinations(sorted(some), 2)}
    for one, other in sorted(pairs):
        yield one, other, not chains[one].isdisjoint(chains[other])


def tabulate(judged: Sequence[Judged]) -> float:
    """Print bins; return the expected calibration error."""
    error = 0.0
    for low in range(BINS):
        inside = [one for one in judged if min(int(one[0] * BINS), BINS - 1) == low]
        if not inside:
            continue
        said = sum(score for score, _ in inside) / len(inside)
        held = sum(same for _, same in inside) / len(inside)
        error += abs(said - held) * len(inside) / len(judged)
        off = len(inside) >= ENOUGH and abs(said - held) > MOST_OFF
        mark = "  OFF" if off else ""
        print(
            f"  {low / BINS:.1f}-{(low + 1) / BINS:.1f}: said {said:.3f}, "
            f"held {held:.3f} of {len(inside)}{mark}"
        )
    return error


def main(paths: Sequence[str]) -> int:
    """Print the tables."""
    sets: defaultdict[str, list[Judged]] = defaultdict(list)
    for tradition, same, one, other in read_pairs():
        judged = compare_person_names(one, other).probability, same
        sets["hard pairs"].append(judged)
        sets[f"hard pairs, {tradition}"].append(judged)
    for path in map(Path, paths):
        for one, other, same in chain_pairs(path):
            score = compare_person_names(one, other).probability
            sets[path.stem].append((score, same))
            sets["chains"].append((score, same))
    for name, some in sets.items():
        print(f"{name}, {len(some)} pairs")
        print(f"  expected calibration error {tabulate(some):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
