"""Score the pipeline on the benchmark with its independent scorer.

    python benchmarks/run.py BENCH [FILE ...]

BENCH is the folder with ``score.py``, ``strip.py`` and ``dev/``. Prints one row a
file: name, task, headline figure with its interval and the number of gold items, the
digest of the gold, and the seconds that predicting took.
"""

import argparse
import hashlib
import json
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PREDICT = Path(__file__).parent / "predict.py"
# File, task, further words for the scorer.
FILES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("a_quotes_polnear_en", "quotes", ()),
    ("b_coref_gum_en", "coref", ()),
    ("c_ner_crossner_politics_en", "entities", ()),
    ("c_ner_uner_ewt_en", "entities", ()),
    ("e_temporal_timeml_en", "times", ()),
    ("plover_gsr_cameo", "events", ("--types", "plover")),
    ("g_names_nomenklatura_mul", "names", ()),
    ("b_crossdoc_ecbplus_en", "crossdoc", ()),
    ("f_timelines_semeval2015t4_en", "timelines", ()),
    ("muc4_dev", "muc4", ()),
    ("plv_train", "plv", ()),
    ("wikievents_dev", "triggers", ()),
    ("d_relations_redocred_en", "relations", ()),
    ("g_translit_wikidata_ar", "translit", ()),
    ("g_translit_wikidata_he", "translit", ()),
)


def run(
    command: list[str], cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it prints."""
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


def score(bench: Path, name: str, task: str, extra: tuple[str, ...]) -> list[str]:
    """Strip, predict and score one file; return the cells of its row."""
    gold = bench / "dev" / f"{name}.jsonl"
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()[:8]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        stripped = run([sys.executable, "strip.py", task, str(gold)], cwd=bench)
        source.write_text(stripped.stdout, "utf-8")
        begin = time.perf_counter()
        predicted = run([sys.executable, str(PREDICT), task, str(source), str(target)])
        seconds = time.perf_counter() - begin
        if predicted.returncode:
            lines = predicted.stderr.strip().splitlines()
            return [name, task, lines[-1].partition(";")[0], digest, ""]
        command = [sys.executable, "score.py", task, str(gold), str(target), "--json"]
        scored = run([*command, *extra], cwd=bench)
    if scored.returncode:
        return [name, task, scored.stderr.strip(), digest, f"{seconds:.0f}"]
    return [name, task, headline(json.loads(scored.stdout)), digest, f"{seconds:.0f}"]


def headline(result: dict[str, Any]) -> str:
    """Return the main figure with its 95 % interval and the number of gold items."""
    low, high = result["ci95"]
    return (
        f"{result['headline']} {result['value']:.3f} [{low:.3f}, {high:.3f}] "
        f"n={result['n']}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("file", nargs="*", help="all if none is named")
    arguments = parser.parse_args()
    bench, only = arguments.bench.resolve(), arguments.file
    known = [name for name, _, _ in FILES]
    for name in only:
        if name not in known:
            parser.error(f"no file {name!r}, only {', '.join(known)}")
    if not (bench / "score.py").is_file():
        parser.error(f"no score.py in {bench}")
    print(f"python {platform.python_version()}, {platform.machine()}")
    for name, task, extra in FILES:
        if not only or name in only:
            print(" | ".join(score(bench, name, task, extra)), flush=True)


if __name__ == "__main__":
    main()
