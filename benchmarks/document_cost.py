"""What a document costs to resolve when ten, a thousand and ten thousand are there.

    python benchmarks/document_cost.py [--documents N]

Short reports of invented people (``large_case``) are stored, then resolved one after
the other as ``dragoman resolve`` does; reading them is not part of it, since a report
costs the same to read wherever it stands. Prints processor milliseconds a document over
windows that end at 10, 100, 1,000 ... documents, and the ratio of the last to the one
of the thousandth.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from large_case import make_reports

from dragoman import pipeline
from dragoman.pipeline import Summary
from dragoman.store.case import create_case


def main() -> int:
    """Store, resolve and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    options = parser.parse_args()
    spent: list[float] = []
    last = 0.0

    def note(stage: str, done: int, total: int) -> None:
        nonlocal last
        del stage, done, total
        now = time.process_time()
        spent.append(now - last)
        last = now

    with tempfile.TemporaryDirectory() as folder:
        case = create_case(Path(folder) / "case")
        for document, claims in make_reports(options.documents):
            with case.writing() as writer:
                writer.add_document(document, b"")
                writer.put_claims(document, claims, "generated/1")
        last = time.process_time()
        pipeline.resolve(case, Summary(), note)
        case.close()
    # Two passes: who is who first, then events and statements.
    half = len(spent) // 2
    each = [one + other for one, other in zip(spent[:half], spent[half:], strict=True)]
    table = {}
    for end in (10, 100, 1_000, 3_000, 10_000, 30_000):
        if end <= len(each):
            window = each[max(0, end - max(10, end // 10)) : end]
            table[end] = round(sum(window) / len(window) * 1000, 2)
    print(json.dumps({"milliseconds": table, "seconds": round(sum(each), 1)}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
