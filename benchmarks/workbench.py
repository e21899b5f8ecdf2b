"""How fast the workbench answers on a large generated case, and in how much memory.

    python benchmarks/workbench.py FOLDER [DOCUMENTS]

makes the case if the folder is not there (100,000 documents, about a million claims,
if not said), serves it with ``dragoman serve`` in a process of its own and asks for
each kind of page ``ROUNDS`` times with ever new addresses. Prints the median and the
95th percentile of each kind, and the peak memory of the server.
"""

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import httpx

sys.path.insert(0, str(Path(__file__).parent))
from large_case import SYLLABLES, TOPICS, generate

ROUNDS = 40
TARGET_MS = 150
TARGET_MB = 500


@contextmanager
def serve(folder: Path) -> Iterator[tuple[str, int]]:
    """Run the workbench; yields its address and process."""
    program = [
        str(Path(sys.executable).with_name("dragoman")),
        "serve",
        str(folder),
        "--port",
        "0",
    ]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        out = process.stdout
        address = out.readline().strip().rstrip("/") if out else ""
        try:
            yield address, process.pid
        finally:
            process.terminate()


def peak_mb(pid: int) -> float:
    """Return the most memory that a process has held."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def collect(client: httpx.Client, path: str, key: str, pages: int = 3) -> list[str]:
    """Return identifiers from a list, common and rare ones."""
    found: list[str] = []
    after = ""
    for _ in range(pages):
        page = client.get(f"/api/v1/{path}", params={"limit": 200, "after": after})
        found += [item[key] for item in page.json()["items"]]
        after = page.json()["next"] or ""
        if not after:
            break
    return found


def make_questions(client: httpx.Client) -> dict[str, Callable[[Random], str]]:
    """Return one maker of addresses for each kind of page."""
    ids = {
        path: collect(client, path, "id")
        for path in ("documents", "entities", "events", "statements", "narratives")
    }
    busy = ids["entities"][:20]

    def words(chance: Random) -> str:
        return chance.choice([*SYLLABLES, *(t.split()[-1] for t in TOPICS), "border"])

    def of(path: str) -> Callable[[Random], str]:
        return lambda chance: f"/{path}/{chance.choice(ids[path])}"

    return {
        "overview": lambda _: "/",
        "documents": lambda c: f"/documents?year={c.randint(2016, 2024)}",
        "documents by name": lambda c: f"/documents?entity={c.choice(busy)}",
        "document": of("documents"),
        "entities": lambda _: "/entities",
        "entity (any)": of("entities"),
        "entity (busy)": lambda c: f"/entities/{c.choice(busy)}",
        "merges (busy)": lambda c: f"/entities/{c.choice(busy)}/merges",
        "events": lambda c: f"/events?from={c.randint(2016, 2024)}",
        "events filtered": lambda c: f"/events?type=CONSULT&entity={c.choice(busy)}",
        "events two filters": lambda c: (
            f"/events?mode=visit&topic=water&from={c.randint(2016, 2024)}"
        ),
        "event": of("events"),
        "statements": lambda c: f"/statements?act={c.choice(['warn', 'deny'])}",
        "statements by speaker": lambda c: f"/statements?speaker={c.choice(busy)}",
        "statement": of("statements"),
        "narratives": lambda _: "/narratives",
        "narrative": of("narratives"),
        "search, one word": lambda c: f"/search?q={words(c)}",
        "search, two words": lambda c: f"/search?q={words(c)}+{words(c)}",
        "documents, search": lambda c: f"/documents?q={words(c)}+{words(c)}",
        "statements, search": lambda c: f"/statements?q={words(c)}&act=warn",
        "names, search": lambda c: f"/entities?q={words(c)}",
        "review": lambda _: "/review",
        "journal": lambda _: "/journal",
        "API events": lambda c: f"/api/v1/events?entity={c.choice(busy)}&limit=100",
        "timeline": lambda _: "/timeline",
        "network": lambda _: "/network",
        "map": lambda _: "/map",
    }


def cpu_s(pid: int) -> float:
    """Return the processor time that a process has used, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(client: httpx.Client, make: Callable[[Random], str]) -> list[float] | None:
    """Return the milliseconds of each answer; ``None`` if there is no such page."""
    chance = Random(3)  # noqa: S311 - the same addresses every time
    times = []
    for _ in range(ROUNDS):
        address = make(chance)
        begun = time.perf_counter()
        answer = client.get(address)
        times.append((time.perf_counter() - begun) * 1000)
        if answer.status_code == 404:
            return None
        answer.raise_for_status()
    return times


def main() -> None:
    """Make the case if it is missing, and measure."""
    folder = Path(sys.argv[1])
    documents = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    if not folder.exists():
        begun = time.monotonic()
        claims = generate(folder, documents)
        print(f"generated {claims:,} claims in {time.monotonic() - begun:.0f} s")
    begun = time.monotonic()
    with serve(folder) as (address, pid):
        print(f"catalog up to date after {time.monotonic() - begun:.0f} s")
        with httpx.Client(base_url=address, timeout=60) as client:
            counts = client.get("/api/v1/counts").json()
            print(", ".join(f"{number:,} {kind}" for kind, number in counts.items()))
            # On a busy machine the processor time tells more than the clock.
            print(f"{'page':24} {'median ms':>9} {'p95 ms':>8} {'mean CPU ms':>12}")
            for name, make in make_questions(client).items():
                used = cpu_s(pid)
                times = measure(client, make)
                if times is None:
                    continue
                p95 = statistics.quantiles(times, n=20)[-1]
                mark = "" if p95 <= TARGET_MS else "  over"
                cpu = (cpu_s(pid) - used) * 1000 / len(times)
                middle = statistics.median(times)
                print(f"{name:24} {middle:9.1f} {p95:8.1f} {cpu:12.1f}{mark}")
            peak = peak_mb(pid)
            print(f"peak memory {peak:.0f} MB{'' if peak <= TARGET_MB else '  over'}")


if __name__ == "__main__":
    main()
