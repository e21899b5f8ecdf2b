"""What a new document costs to resolve when a hundred and ten thousand are there.

    python benchmarks/document_cost.py [--documents N] [--new N]

Short reports of invented people (``large_case``) are stored and resolved as ``dragoman
resolve`` does it, and the case is copied at 100, 300, 1,000 ... documents; reading them
is not part of it, since a report costs the same to read wherever it stands. Then new
reports come to each of the copies, a few here, a few there, in turns: a machine that
becomes busy meanwhile is busy for all of them. Prints processor milliseconds a new
document by the size of the case, and each as a share of the one at 300.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from large_case import Report, make_reports

from dragoman import pipeline
from dragoman.pipeline import Summary
from dragoman.store.case import Case, create_case

SIZES = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)
BASE = 300
# Reports that come to a case before the next one has its turn.
TURN = 10
# Turns that are not counted: each copy is opened anew, with nothing in memory.
WARM = 3


def main() -> int:
    """Build, copy, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--new", type=int, default=300)
    options = parser.parse_args()
    sizes = [size for size in SIZES if size <= options.documents]
    turns = WARM + options.new // TURN
    with tempfile.TemporaryDirectory() as folder:
        reports = make_reports(options.documents + turns * TURN)
        coming = _copy_cases(Path(folder), sizes, reports, turns * TURN)
        spent = _measure(Path(folder), coming)
    table = {size: sum(each[WARM:]) / (options.new // TURN) for size, each in spent}
    milliseconds = {size: round(one * 1000, 2) for size, one in table.items()}
    shares = {
        size: round(one / table[BASE], 2)
        for size, one in table.items()
        if BASE in table
    }
    print(json.dumps({"milliseconds": milliseconds, "shares": shares}, indent=2))
    return 0


def _copy_cases(
    folder: Path, sizes: Sequence[int], reports: Iterator[Report], new: int
) -> dict[int, list[Report]]:
    """Leave a resolved case of each size; return the reports that come to it."""
    there = 0
    kept: list[Report] = []
    coming = {}
    for size in sizes:
        with create_case(folder / "case") as case:
            kept += list(islice(reports, size + new - there - len(kept)))
            _store(case, kept[: size - there])
            pipeline.resolve(case, Summary())
        kept, there = kept[size - there :], size
        coming[size] = kept[:new]
        shutil.copytree(folder / "case", folder / str(size))
    return coming


def _store(case: Case, reports: Sequence[Report]) -> None:
    for document, claims in reports:
        with case.writing() as writer:
            writer.add_document(document, b"")
            writer.put_claims(document, claims, "generated/1")


def _measure(
    folder: Path, coming: dict[int, list[Report]]
) -> list[tuple[int, list[float]]]:
    """Return the seconds a document of each turn, by size of the case."""
    spent: dict[int, list[float]] = {size: [] for size in coming}
    cases = {size: create_case(folder / str(size)) for size in coming}
    for start in range(0, len(next(iter(coming.values()))), TURN):
        for size, case in cases.items():
            _store(case, coming[size][start : start + TURN])
            before = time.process_time()
            pipeline.resolve(case, Summary())
            spent[size].append((time.process_time() - before) / TURN)
    for case in cases.values():
        case.close()
    return list(spent.items())


if __name__ == "__main__":
    sys.exit(main())
