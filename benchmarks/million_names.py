"""Seconds and memory for resolving very many names, and comparisons beside a peer.

    python benchmarks/million_names.py [--mentions N] [--peer PYTHON]

Makes persons from the name words that ship (one to a hundred thousand times as many
bear some names as others), and mentions of them in several spellings; resolves a
hundredth of the mentions, a tenth and then all, each in a process of its own, and
tells how many times the time all of them take of a tenth.

The more persons there are, the more of them bear one name (``namesakes``), and no
resolver tells these apart by their names. So beside precision over persons stands
``precision_of_names``, for which namesakes are one, and ``precision_to_the_letter``,
what joining nothing but equal mentions comes to.

With ``--peer``, an interpreter that has nomenklatura, the same pairs of names are
compared by its logic-v2 in the same run, on one processor like ours (``compare``).
Prints a JSON object; seconds are those of the processor.
"""

import argparse
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from typing import Any

from dragoman.data.tables import given_names
from dragoman.resolve.bulk import (
    cluster_names,
    judge_pair,
    judge_pairs,
    propose_pairs,
)
from dragoman.text import (
    name_items,
    name_likeness,
    name_score,
    name_words,
    person_names,
)
from dragoman.text import names as names_of_words
from dragoman.text.name_score import compare_person_names
from dragoman.text.name_table import NameTable
from dragoman.text.person_names import split_person

PERSONS_PER_MENTION = 5
SEED = 7
# Mentions among which pairs are compared beside the peer.
COMPARED = (50_000, 200_000)
# What is loaded once and never forgotten.
TABLES = (person_names.marked_words, name_score.weights_of, name_items.load_items)
MODULES = (
    name_items, name_likeness, name_words, names_of_words, person_names, name_score,
)  # fmt: skip
SPELLINGS = (
    ("ou", "u"), ("kh", "ch"), ("q", "k"), ("ee", "i"), ("y", "i"), ("w", "v"),
    ("ss", "s"), ("mm", "m"), ("ll", "l"), ("tz", "ts"), ("j", "y"), ("ai", "ay"),
)  # fmt: skip
PEER = """
import json, sys, time
from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm
pairs = json.load(sys.stdin)
logic = get_algorithm("logic-v2"); config = logic.default_config()
def make(key, name):
    return EntityProxy.from_dict(
        {"id": key, "schema": "Person", "properties": {"name": [name]}})
names = sorted(set(sum(pairs, [])))
names = {name: make(f"n{n}", name) for n, name in enumerate(names)}
made = [(names[a], names[b]) for a, b in pairs]
logic.compare(make("x", "Warm Up"), make("y", "Warm Upp"), config)
spent = []
for _ in range(2):
    begin = time.process_time()
    for a, b in made:
        logic.compare(a, b, config)
    spent.append((time.process_time() - begin) / len(made) * 1e6)
print(json.dumps(spent))
"""


def read_name_words() -> list[str]:
    """Return the words of names that ship, those of Wikidata's name items."""
    packed = files("dragoman.data").joinpath("name_words.txt.gz").read_bytes()
    found, before = [], ""
    for line in gzip.decompress(packed).decode().splitlines():
        before = before[: int(line[0])] + line[1:-1]
        # The first of the bits that say which lists hold the word.
        if int(line[-1]) & 1 and len(before) > 2:
            found.append(before.capitalize())
    return found


def make_mentions(count: int) -> tuple[list[str], list[int], list[int]]:
    """Return names as they are mentioned, who is meant, and who bears which name.

    Returns:
        Mentions; the number of the person that each means; for each person the first
        one of the same words.
    """
    draw = random.Random(SEED)  # noqa: S311 - lots that repeat
    families = read_name_words()
    draw.shuffle(families)
    given = sorted(name.capitalize() for name in given_names())
    draw.shuffle(given)
    persons: list[list[str]] = []
    while len(persons) < count // PERSONS_PER_MENTION:
        # Squares of even lots: a few names are borne by very many.
        name = [given[int(len(given) * draw.random() ** 2)]]
        if draw.random() < 0.3:
            name.append(given[int(len(given) * draw.random() ** 2)])
        name.append(families[int(len(families) * draw.random() ** 2)])
        persons.append(name)
    mentions, meant = [], []
    for _ in range(count):
        number = int(len(persons) * draw.random() ** 1.5)
        mentions.append(mention(persons[number], draw))
        meant.append(number)
    first: dict[tuple[str, ...], int] = {}
    named = [first.setdefault(tuple(sorted(p)), n) for n, p in enumerate(persons)]
    return mentions, meant, named


def mention(name: list[str], draw: random.Random) -> str:
    """Write a name in one of its spellings."""
    words = list(name)
    kind = draw.random()
    if kind < 0.3:
        at = draw.randrange(len(words))
        for old, new in draw.sample(SPELLINGS, 3):
            words[at] = words[at].replace(old, new)
    elif kind < 0.36:
        words = words[-1:] + words[:-1]
    elif kind < 0.42 and len(words) > 2:
        del words[1]
    elif kind < 0.46:
        words.insert(0, "Dr.")
    return " ".join(words)


def score(found: list[int], meant: list[int]) -> dict[str, float]:
    """Return precision and recall over pairs of mentions."""

    def pairs(labels: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in labels.values())

    both = pairs(Counter(zip(found, meant, strict=True)))
    return {
        "precision": round(both / max(1, pairs(Counter(found))), 4),
        "recall": round(both / max(1, pairs(Counter(meant))), 4),
    }


def resolve(count: int) -> dict[str, float]:
    """Resolve so many mentions and tell what it took."""
    mentions, meant, named = make_mentions(count)
    begin, wall = time.process_time(), time.perf_counter()
    found = cluster_names(mentions)
    spent = time.process_time() - begin, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    bearers = Counter(named[person] for person in set(meant))
    spelt: dict[str, int] = {}
    equal = [spelt.setdefault(name, n) for n, name in enumerate(mentions)]
    return {
        "mentions": count,
        "names": len(set(mentions)),
        "persons": len(set(meant)),
        "namesakes": sum(n for n in bearers.values() if n > 1),
        "clusters": len(set(found)),
        "seconds": round(spent[0], 2),
        "wall_seconds": round(spent[1], 2),
        "megabytes": peak,
        **score(found, meant),
        "precision_of_names": score(found, [named[n] for n in meant])["precision"],
        "precision_to_the_letter": score(equal, meant)["precision"],
    }


def compare(peer: str, count: int) -> dict[str, object]:
    """Compare the pairs that blocking proposes by both, microseconds a pair.

    All pairs that are proposed among so many mentions, since what a batch costs a pair
    depends on how many there are. Each name is read once, at its first pair, by both:
    the figures *with parsing* are of a first pass, names and words unknown but tables
    loaded; those without are of a second one. ``batched`` is what resolving many names
    asks, ``decided`` the same of one pair at a time, ``explained`` the whole comparison
    with its features, which is what logic-v2 returns.
    """
    mentions, _, _ = make_mentions(count)
    pairs = propose_pairs(set(mentions))
    random.Random(SEED).shuffle(pairs)  # noqa: S311
    ours = {
        f"{kind}_{parsing}": time_pairs(function, pairs, cold=parsing == "with_parsing")
        for kind, function in (
            ("batched", judge_pairs),
            ("decided", one_by_one(judge_pair)),
            ("explained", one_by_one(compare_person_names)),
        )
        for parsing in ("with_parsing", "without")
    }
    ran = subprocess.run(
        [peer, "-c", PEER],
        input=json.dumps(pairs),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    theirs = dict(zip(("with_parsing", "without"), json.loads(ran.stdout), strict=True))
    faster = {
        f"times_faster_{name}": round(theirs[name.split("_", 1)[1]] / spent, 1)
        for name, spent in ours.items()
    }
    found = {**ours, **{f"logic_v2_{name}": spent for name, spent in theirs.items()}}
    rounded = {name: round(spent, 1) for name, spent in found.items()}
    named = {name for pair in pairs for name in pair}
    counts = {"pairs": len(pairs), "names": len(named)}
    return {**counts, "microseconds": rounded, **faster}


Pairs = list[tuple[str, str]]


def one_by_one(function: Callable[[str, str], object]) -> Callable[[Pairs], object]:
    """Ask of each pair by itself."""
    return lambda pairs: [function(one, other) for one, other in pairs]


def time_pairs(
    function: Callable[[Pairs], object], pairs: Pairs, *, cold: bool
) -> float:
    """Return the microseconds that a pair takes, names forgotten or known."""
    function(pairs[:1])
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    for module in MODULES:
        for known in vars(module).values():
            # Tables that other modules load stay loaded, as the peer's do.
            own = getattr(known, "__module__", "") == module.__name__
            if own and hasattr(known, "cache_clear") and known not in TABLES:
                known.cache_clear()
    if not cold:
        for name in names:
            split_person(name)
        if function is judge_pairs:
            function = partial(judge_pairs, read=NameTable(names))
    begin = time.process_time()
    function(pairs)
    return (time.process_time() - begin) / len(pairs) * 1e6


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument("--peer", help="a Python that has nomenklatura")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(resolve(options.one)))
        return 0
    result: dict[str, Any] = {"processors": os.cpu_count()}
    for count in (options.mentions // 100, options.mentions // 10, options.mentions):
        command = [sys.executable, __file__, "--one", str(count)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
        result[f"mentions {count}"] = json.loads(ran.stdout)
    spent = [
        result[f"mentions {count}"]["seconds"]
        for count in (options.mentions // 10, options.mentions)
    ]
    result["times_the_time"] = round(spent[1] / spent[0], 1)
    for count in COMPARED if options.peer else ():
        result[f"comparisons in {count}"] = compare(options.peer, count)
    print(json.dumps(result, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
