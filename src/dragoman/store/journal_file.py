"""The journal of decisions as JSON lines."""

from collections.abc import Iterable

import msgspec

from dragoman.errors import StoreError
from dragoman.model.decision import Decision, make_decision

_DECODER = msgspec.json.Decoder(Decision)


def write_journal(entries: Iterable[Decision]) -> bytes:
    """Return entries as JSON lines, oldest first."""
    ordered = sorted(entries, key=lambda entry: entry.age)
    return b"".join(msgspec.json.encode(entry) + b"\n" for entry in ordered)


def read_journal(data: bytes, where: str) -> list[Decision]:
    """Return the entries of a file; none is taken on trust.

    Raises:
        StoreError: A line is no entry, or its identifier does not fit its content.
    """
    entries = []
    for number, line in enumerate(data.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = _DECODER.decode(line)
            same = make_decision(
                entry.left,
                entry.right,
                entry.judgement,
                analyst=entry.analyst,
                made=entry.made,
                note=entry.note,
                undoes=entry.undoes,
            )
        except (msgspec.MsgspecError, ValueError) as error:
            raise StoreError(f"{where}:{number}: no decision: {error}") from error
        if same != entry:
            raise StoreError(
                f"{where}:{number}: the entry {entry.id} was altered after it was made"
            )
        entries.append(entry)
    return entries
