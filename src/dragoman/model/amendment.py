"""What people correct or grade: entries beside the claims, never changing them.

A reader sees the corrected value, and beside it what was read, by whom it was
corrected and when. To undo an entry, a further one names it. Grades are those of the
Admiralty system: a letter for an outlet, a digit for what it says; people alone give
them, and what nobody graded is F6 ("cannot be judged").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.claim import (
    Claim,
    EventClaim,
    Modality,
    Party,
    RoleClaim,
    StatementClaim,
    Time,
)
from dragoman.model.ids import hash_id

STRUCK, CREDIBILITY, RELIABILITY = "struck", "credibility", "reliability"
SPEAKER, UNNAMED, BODY = "speaker", "unnamed speaker", "body"
# What people write for a body where the source names none.
NO_BODY = "-"
# Of these the value is an identifier, perhaps none, a space and a name.
NAMING = frozenset({SPEAKER, BODY})
LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
DIGITS = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
STATUSES = ("current", "former", "acting", "designate")
# What can be corrected of each kind of claim, beside striking and grading it.
FIELDS: Mapping[type[Claim], tuple[str, ...]] = {
    RoleClaim: ("title", BODY, "status", "time"),
    EventClaim: ("time", "modality"),
    StatementClaim: ("act", "time", SPEAKER, UNNAMED),
}
MAX_VALUE = 200
_PART = r"[\dX]{4}(-[\dX]{2}(-[\dX]{2})?)?[~?%]?"
_EDTF = re.compile(f"{_PART}(/{_PART})?")


@dataclass(frozen=True, slots=True)
class Amendment:
    """One entry.

    Attributes:
        id: Hashed from all that follows.
        target: Identifier of a claim, or ``outlet:`` and the name of an outlet.
        field: What is corrected or graded.
        value: The new value, empty for an entry that only undoes another.
        analyst: Who did it.
        made: When, ISO 8601 UTC with microseconds.
        note: Why, empty if not said.
        undoes: Entry that this one takes back, ``None`` for a correction.
    """

    id: str
    target: str
    field: str
    value: str
    analyst: str
    made: str
    note: str = ""
    undoes: str | None = None

    @property
    def shown(self) -> str:
        """The new value as people read it."""
        return self.value.partition(" ")[2] if self.field in NAMING else self.value

    @property
    def age(self) -> tuple[str, str]:
        """Sort key: time, then identifier."""
        return self.made, self.id


def make_amendment(
    target: str,
    field: str,
    value: str,
    *,
    analyst: str,
    made: str,
    note: str = "",
    undoes: str | None = None,
) -> Amendment:
    """Make an entry."""
    parts = (target, field, value, analyst, made, note, undoes or "")
    return Amendment(
        hash_id("a", *parts), target, field, value, analyst, made, note, undoes
    )


def outlet_target(name: str) -> str:
    """Return the target of what is said of an outlet."""
    return f"outlet:{name}"


def check_value(claim: Claim, field: str, value: str) -> None:
    """Make sure that a claim can be corrected in this way.

    Raises:
        ValueError: The message says what came and what is allowed.
    """
    if field == STRUCK:
        return
    allowed = (*FIELDS.get(type(claim), ()), CREDIBILITY)
    if field not in allowed:
        raise ValueError(f"field {field[:40]!r}: allowed are {', '.join(allowed)}")
    choices: Mapping[str, Iterable[str]] = {
        CREDIBILITY: DIGITS,
        "status": STATUSES,
        "modality": [one.value for one in Modality],
    }
    if field in choices and value not in choices[field]:
        names = ", ".join(choices[field])
        raise ValueError(f"{field} is {value[:40]!r}: allowed are {names}")
    if field == "time" and not _EDTF.fullmatch(value):
        raise ValueError(
            f"time is {value[:40]!r}: need EDTF, such as 2024-05 or XXXX-09-01"
        )
    if not 0 < len(value) <= MAX_VALUE:
        raise ValueError(f"{field} has {len(value)} characters: 1 to {MAX_VALUE} may")


def list_amendments(entries: Iterable[Amendment]) -> list[Amendment]:
    """Return the entries that hold, one a target and field (the newest)."""
    known = sorted(entries, key=lambda one: one.age)
    undone = {one.undoes for one in known if one.undoes is not None}
    newest = {
        (one.target, one.field): one
        for one in known
        if one.undoes is None and one.id not in undone
    }
    return sorted(newest.values(), key=lambda one: one.age)


def amend(claim: Claim, entries: Sequence[Amendment]) -> Claim | None:
    """Return a claim as people corrected it, ``None`` if they struck it.

    Args:
        claim: As it was read.
        entries: Amendments of this claim that hold, oldest first.
    """
    for entry in entries:
        if entry.field == STRUCK:
            return None
        claim = _apply(claim, entry)
    return claim


def _apply(claim: Claim, entry: Amendment) -> Claim:
    match claim, entry.field:
        case RoleClaim(), "title":
            return replace(claim, title=entry.value)
        case RoleClaim(), "body":
            body, _, name = entry.value.partition(" ")
            told = None if name == NO_BODY else name
            return replace(claim, organization=body or None, organization_name=told)
        case RoleClaim(), "status":
            return replace(claim, status=entry.value)
        case EventClaim(), "modality":
            return replace(claim, modality=Modality(entry.value))
        case StatementClaim(), "act":
            return replace(claim, act=entry.value)
        case StatementClaim(), "speaker":
            entity, _, name = entry.value.partition(" ")
            return replace(claim, speakers=(Party(entity, name),))
        case StatementClaim(), "unnamed speaker":
            return replace(claim, speakers=(Party(None, entry.value),))
        case ((RoleClaim() | EventClaim() | StatementClaim()), "time"):
            words = claim.time.text if claim.time else ""
            by = f"corrected by {entry.analyst}"
            return replace(claim, time=Time(entry.value, words, "corrected", (by,)))
        case _:
            return claim
