"""Measure joins: which of two short reports' tellings become one event or statement.

    python benchmarks/joins.py benchmarks/joins_open.yaml [--show] [--only a01,a02]

Each pair is built as a case of its own. A pair that should be ``one`` holds if tellings
of both passages are in one cluster (and differ on what they should, if that is said);
``two`` if none is; ``versions`` if the two stay apart and each is linked with the other
as contradicting it; ``doubt`` if a person is asked; ``line`` if one sentence of the
chronology tells both. What was not read as an event or statement at all is counted by
itself. ``--show`` lists pairs that do not hold: of ``joins_held_back.yaml`` only sums
are to be looked at.
"""

import argparse
import contextlib
import io
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from dragoman.cli.run import main as run
from dragoman.model.claim import Claim, EventClaim, StatementClaim
from dragoman.store.case import open_case
from dragoman.store.view import SqliteView

Pair = dict[str, Any]
KINDS: dict[str, type[Claim]] = {"event": EventClaim, "statement": StatementClaim}


def _call(*arguments: str) -> None:
    quiet = io.StringIO()
    with (
        contextlib.suppress(SystemExit),
        contextlib.redirect_stdout(quiet),
        contextlib.redirect_stderr(quiet),
    ):
        run(list(arguments))


def _build(pair: Pair, folder: Path) -> None:
    sides = [pair["left"], pair["right"]]
    reports = folder / "reports.jsonl"
    lines = [
        json.dumps(
            {
                "text": side["text"],
                "published": str(side["date"]),
                "source": side["source"],
            }
        )
        for side in sides
        if "text" in side
    ]
    reports.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _call("build", str(reports), "--case", str(folder / "case"))


def _tellings(
    view: SqliteView, side: Pair, text: str, kind: type[Claim]
) -> list[Claim]:
    """Return the claims whose passage, or content, holds the words of a side."""
    return [
        claim
        for claim in view.claims(kind)
        if isinstance(claim, EventClaim | StatementClaim)
        and view.text(claim.document_id).strip() == text.strip()
        and any(side["at"] in citation.quote for citation in claim.citations)
    ]


def _outcome(pair: Pair, folder: Path) -> str:
    """Return what became of a pair: ``one``, ``two`` ... or ``unread``."""
    kind = KINDS[pair.get("what", "event")]
    left, right = pair["left"], pair["right"]
    with open_case(folder / "case") as case, case.reading() as view:
        mine = _tellings(view, left, left["text"], kind)
        theirs = _tellings(view, right, right.get("text", left["text"]), kind)
        if not mine or not theirs:
            return "unread"
        if pair["expect"] == "line":
            return "line" if _in_one_line(folder, left, right) else "two"
        pairs = [
            (one, other)
            for one, other in product(mine, theirs)
            if pair["expect"] != "two" or _comparable(one, other)
        ]
        if not pairs:
            return "unread" if pair["expect"] != "two" else "two"
        joined = [
            (one, other)
            for one, other in pairs
            if view.canonical(one.id) == view.canonical(other.id)
        ]
        asked = {frozenset((q.left, q.right)) for q in view.questions()} | {
            frozenset((q.edge.left, q.edge.right)) for q in view.questions()
        }
        if pair["expect"] == "doubt":
            ends = [
                {
                    frozenset((one.id, other.id)),
                    frozenset(map(view.canonical, (one.id, other.id))),
                }
                for one, other in pairs
            ]
            if any(not some.isdisjoint(asked) for some in ends):
                return "doubt"
        if joined:
            return _differing(pair, view, joined[0][0])
        if pair["expect"] == "versions" and _linked(view, pairs):
            return "versions"
        return "two"


def _comparable(one: Claim, other: Claim) -> bool:
    return type(one) is type(other)


def _differing(pair: Pair, view: SqliteView, claim: Claim) -> str:
    if "differs" not in pair:
        return "one"
    home = view.canonical(claim.id)
    found = {
        disagreement.property
        for event in view.events()
        if event.id == home
        for disagreement in event.disagreements
    }
    return "one" if pair["differs"] in found else "one, no difference"


def _linked(view: SqliteView, pairs: list[tuple[Claim, Claim]]) -> bool:
    against = {one.id: getattr(one, "against", ()) for one in view.statements()}
    return any(
        view.canonical(other.id) in against.get(view.canonical(one.id), ())
        for one, other in pairs
    )


def _in_one_line(folder: Path, left: Pair, right: Pair) -> bool:
    dossier = json.loads((folder / "case" / "dossier.json").read_text("utf-8"))
    for section in dossier["sections"]:
        if section["heading"] != "Chronology":
            continue
        for sentence in section["sentences"]:
            quotes = [one["quote"] for one in sentence["citations"]]
            if (
                all(
                    any(side["at"] in quote for quote in quotes)
                    for side in (left, right)
                )
                and " met " in sentence["text"]
                and "visited" in sentence["text"]
            ):
                return True
    return False


def _run(path: Path, only: set[str]) -> Iterator[tuple[Pair, str]]:
    for pair in yaml.safe_load(path.read_text("utf-8")):
        if only and pair["id"] not in only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            _build(pair, Path(folder))
            yield pair, _outcome(pair, Path(folder))


def main() -> None:
    """Print how many pairs of each kind hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    only = {one for one in options.only.split(",") if one}
    held: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    unread = apart = 0
    for pair, outcome in _run(options.pairs, only):
        expected = pair["expect"]
        asked[expected] += 1
        held[expected] += outcome == expected
        unread += outcome == "unread"
        apart += expected == "versions" and outcome == "two"
        if options.show and outcome != expected:
            print(f"{pair['id']}: {outcome}, not {expected}")
    for expected, number in sorted(asked.items()):
        print(f"{expected}: {held[expected]} of {number}")
    print(
        f"all: {held.total()} of {asked.total()}; not read at all: {unread}; ", end=""
    )
    print(f"versions kept apart, but not shown: {apart}")


if __name__ == "__main__":
    main()
