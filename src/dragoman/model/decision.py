"""What people decide about who is who: entries of a journal, never changed.

A decision is on two claims of one kind. To undo one, a further entry names it; that
entry can be undone in turn, which brings the decision back. So what holds follows from
the set of entries alone, in whatever order two analysts' copies were put together.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.ids import hash_id
from dragoman.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the journal.

    Attributes:
        id: Hashed from all that follows.
        left: Lesser identifier of the pair of claims.
        right: Greater identifier.
        judgement: ``positive``, ``negative`` or ``unsure``; ``no_judgement`` for an
            entry that only undoes another.
        analyst: Who decided.
        made: When, ISO 8601 UTC with microseconds.
        note: Why, in the analyst's words, empty if not said.
        undoes: Identifier of the entry that this one takes back, ``None`` for a
            decision.
    """

    id: str
    left: str
    right: str
    judgement: Judgement
    analyst: str
    made: str
    note: str = ""
    undoes: str | None = None

    @property
    def age(self) -> tuple[str, str]:
        """Sort key: time, then identifier, so that ties have one order everywhere."""
        return self.made, self.id


def make_decision(
    one: str,
    other: str,
    judgement: Judgement,
    *,
    analyst: str,
    made: str,
    note: str = "",
    undoes: str | None = None,
) -> Decision:
    """Make an entry from two identifiers in any order.

    Raises:
        ValueError: The identifiers are equal, the analyst has no name, or the
            judgement and ``undoes`` do not fit together.
    """
    left, right = sorted((one, other))
    if left == right:
        raise ValueError(f"a decision needs two claims, both are {left}")
    if not analyst.strip():
        raise ValueError("a decision needs the name of an analyst")
    if (judgement is Judgement.NO_JUDGEMENT) != (undoes is not None):
        raise ValueError(
            f"judgement {judgement.value!r} with undoes {undoes!r}: an entry either "
            "decides or takes another entry back"
        )
    parts = (left, right, judgement.value, analyst, made, note, undoes or "")
    return Decision(
        hash_id("j", *parts), left, right, judgement, analyst, made, note, undoes
    )


def find_undone(entries: Iterable[Decision]) -> frozenset[str]:
    """Return the identifiers of entries that are taken back.

    An entry that undoes another counts only while it is not undone itself; entries
    that name something unknown or themselves undo nothing.
    """
    by_id = {entry.id: entry for entry in entries}
    undone: set[str] = set()
    # An entry can only take back an earlier one, so the newest stand for sure.
    for entry in sorted(by_id.values(), key=lambda entry: entry.age, reverse=True):
        earlier = by_id.get(entry.undoes or "")
        if entry.id in undone or earlier is None:
            continue
        if earlier.age < entry.age:
            undone.add(earlier.id)
    return frozenset(undone)


def list_standing(entries: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that hold, one a pair (the newest), newest first."""
    known = list(entries)
    undone = find_undone(known)
    newest: dict[tuple[str, str], Decision] = {}
    for entry in sorted(known, key=lambda entry: entry.age):
        if entry.undoes is None and entry.id not in undone:
            newest[entry.left, entry.right] = entry
    return sorted(newest.values(), key=lambda entry: entry.age, reverse=True)
