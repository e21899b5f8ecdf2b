"""An analyst's process that is killed leaves a journal that holds, and the evidence."""

import subprocess
import sys
from pathlib import Path

from sqlalchemy import select

from builders import make_document, make_entity
from dragoman.model.linker import Linker
from dragoman.store.case import Case, create_case, open_case
from dragoman.store.tables import CANONICAL, CLAIMS, DOCUMENTS

NAMES = tuple(f"نام{n:02}" for n in range(12))
# Judges pairs of the claims in its arguments for ever, and undoes every third.
ANALYST = """
import itertools, sys
from pathlib import Path
from dragoman.model.decision import make_decision
from dragoman.model.judgement import Judgement, make_edge
from dragoman.store.case import change_case
case, claims = change_case(Path(sys.argv[1])), sys.argv[2:]
verdicts = (Judgement.POSITIVE, Judgement.NEGATIVE, Judgement.POSITIVE)
for n in itertools.count():
    one, other = claims[n % 12], claims[(n * 5 + 1 + n // 12) % 12]
    if one == other:
        continue
    made = f"2024-05-12T10:00:00.{n:06}+00:00"
    entry = make_decision(one, other, verdicts[n % 3], analyst="a", made=made)
    entries = [entry]
    if n % 3 == 2:
        entries.append(make_decision(one, other, Judgement.NO_JUDGEMENT, analyst="a",
                                     made=made[:-6] + "+00:01", undoes=entry.id))
    with case.writing() as writer:
        score, judge = 0.9, "auto:names"
        edge = make_edge(*sorted((one, claims[n * 7 % 12 or 1])), Judgement.POSITIVE,
                         score=score, judge=judge) if n % 12 != n * 7 % 12 else None
        if edge is not None and edge.left != edge.right:
            writer.append_edges([edge])
        writer.add_decisions(entries)
    print(n, flush=True)
"""


def evidence(case: Case) -> list[object]:
    with case.reading() as view:
        return [
            tuple(row)
            for table in (DOCUMENTS, CLAIMS)
            for row in view._connection.execute(select(table).order_by(table.c.n))
        ]


def test_killed_while_judging(tmp_path: Path) -> None:
    document = make_document(" ".join(NAMES))
    claims = [make_entity(document, name) for name in NAMES]
    case = create_case(tmp_path)
    with case.writing() as writer:
        writer.add_document(document, b"")
        writer.put_claims(document, claims, "test/1")
    before = evidence(case)
    case.close()

    for lines in (1, 7):  # killed, started again, killed again
        arguments = [sys.executable, "-c", ANALYST, str(tmp_path)]
        arguments.extend(claim.id for claim in claims)
        with subprocess.Popen(  # noqa: S603 - our own interpreter
            arguments, stdout=subprocess.PIPE, text=True
        ) as analyst:
            assert analyst.stdout is not None
            for _ in range(lines):
                assert analyst.stdout.readline()
            analyst.kill()

        case = open_case(tmp_path)
        with case.reading() as view:
            entries, edges = list(view.decisions()), list(view.edges())
            rows = view._connection.execute(select(CANONICAL))
            stored = {row.id: row.canonical for row in rows}
        assert len(entries) >= lines
        assert stored == dict(Linker(edges, entries).as_mapping())
        assert stored == dict(Linker(edges, entries[::-1]).as_mapping())
        assert evidence(case) == before
        case.close()
