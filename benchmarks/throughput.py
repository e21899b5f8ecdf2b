"""Words a second of the whole pipeline and of each stage, memory, start-up.

    python benchmarks/throughput.py [--words N] [--reports FOLDER]

Builds a case in a temporary folder from copies of the sample reports, in one
process and on one thread. Prints a JSON object, so that results can be kept.
Models are opened and modules loaded once, by a case of one document before the
clock starts; how long that takes is told by itself.
"""

import argparse
import hashlib
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import msgspec  # noqa: E402  # after the threads are set

from dragoman import pipeline  # noqa: E402
from dragoman.model.annotation import Annotations  # noqa: E402
from dragoman.model.claim import Claim  # noqa: E402
from dragoman.model.document import Document  # noqa: E402
from dragoman.protocols import ReadSettings  # noqa: E402
from dragoman.read.dispatch import read_inputs  # noqa: E402
from dragoman.store.case import create_case  # noqa: E402
from dragoman.workers import load_steps  # noqa: E402
from reading import annotate  # noqa: E402

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "tests" / "golden" / "reports"
SETTINGS = ReadSettings("2024-06-01", "Bench", None, "2024-06-02T00:00:00Z")


def make_corpus(reports: Path, words: int, folder: Path) -> tuple[int, str]:
    """Write copies of reports until there are enough words.

    A line with the number of the copy makes each a document of its own.

    Returns:
        The words written, and the digest of the texts they were made from.
    """
    texts = [path.read_text("utf-8") for path in sorted(reports.rglob("report.txt"))]
    digest = hashlib.sha256("".join(texts).encode()).hexdigest()[:12]
    written = number = 0
    while written < words:
        text = f"{texts[number % len(texts)].rstrip()}\n\nCopy number {number}.\n"
        (folder / f"{number:05}.txt").write_text(text, "utf-8")
        written += len(text.split())
        number += 1
    return written, digest


def time_stages(documents: list[Document]) -> dict[str, float]:
    """Return seconds per annotator and extractor."""
    annotators, extractors = load_steps()
    seconds: dict[str, float] = {}
    for document in documents:
        annotations = Annotations(document.id)
        for annotator in annotators:
            begin = time.process_time()
            annotations = annotator.annotate(document, annotations)
            seconds[annotator.name] = (
                seconds.get(annotator.name, 0.0) + time.process_time() - begin
            )
        claims: dict[str, Claim] = {}
        for extractor in extractors:
            begin = time.process_time()
            found = extractor.extract(document, annotations, tuple(claims.values()))
            claims.update((claim.id, claim) for claim in found)
            seconds[extractor.name] = (
                seconds.get(extractor.name, 0.0) + time.process_time() - begin
            )
    return seconds


def build(folder: Path, corpus: Path) -> dict[str, float]:
    """Build a case and return the seconds of each stage."""
    summary = pipeline.Summary()
    case = create_case(folder)
    steps = {
        "add": lambda: pipeline.add(case, [str(corpus)], SETTINGS, summary),
        "extract": lambda: pipeline.extract(case, summary),
        "resolve": lambda: pipeline.resolve(case, summary),
        "dossier": lambda: pipeline.compose(case, None),
    }
    seconds = {}
    for name, step in steps.items():
        begin = time.process_time()
        step()
        seconds[f"stage {name}"] = time.process_time() - begin
    return seconds


def time_start() -> float:
    """Return the median seconds of ``dragoman --version``."""
    command = [str(Path(sys.executable).parent / "dragoman"), "--version"]
    found = []
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        found.append(time.perf_counter() - begin)
    return sorted(found)[2]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--reports", type=Path, default=REPORTS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        corpus = folder / "in"
        corpus.mkdir()
        words, digest = make_corpus(options.reports, options.words, corpus)
        documents = [
            outcome[0]
            for outcome in read_inputs([str(corpus)], SETTINGS)
            if isinstance(outcome, tuple)
        ]
        begin = time.perf_counter()
        annotate(documents[0])
        loading = time.perf_counter() - begin
        stages = time_stages(documents)
        begin = time.process_time()
        build(folder / "first", corpus / "00000.txt")
        first = time.process_time() - begin
        built = build(folder / "case", corpus)
        total = sum(built.values())
        stages |= built
    result = {
        "words": words,
        "documents": len(documents),
        "corpus": digest,
        "machine": f"{platform.machine()}, {os.cpu_count()} processors",
        "python": platform.python_version(),
        "words_per_second": round(words / total),
        "microseconds_per_word": {
            name: round(seconds / words * 1e6, 1) for name, seconds in stages.items()
        },
        "peak_megabytes": round(
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ),
        "model_load_seconds": round(loading, 2),
        "first_case_seconds": round(first, 2),
        "version_seconds": round(time_start(), 3),
    }
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(result)).decode() + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
