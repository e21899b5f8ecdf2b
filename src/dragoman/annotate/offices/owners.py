"""Titles that only tell whose envoy or wife somebody is: "envoy of the King, X"."""

from dataclasses import dataclass

from dragoman.annotate.names.titles import TitlePhrase
from dragoman.annotate.names.units import OWNERS
from dragoman.annotate.offices.bodies import (
    FOR_A_FIELD,
    behind_phrase,
    end_of_title,
)
from dragoman.annotate.offices.rows import Row

_KIN = frozenset(
    {"wife", "husband", "widow", "son", "daughter", "brother", "sister", "father",
     "mother", "cousin", "nephew", "niece", "lawyer", "friend", "driver", "bodyguard"}
)  # fmt: skip
_INTO_A_FIELD = frozenset({"for", "to", "in", "on"})


@dataclass(frozen=True, slots=True)
class Charge:
    """Of "Special Representative of the Secretary-General for Mali": what is behind.

    Attributes:
        owner: Title of him who sends: "Secretary-General".
        end: Unit index behind the field.
    """

    owner: TitlePhrase
    end: int


def find_charge(row: Row, phrase: TitlePhrase) -> Charge | None:
    """Read who sends an envoy, and to which field.

    What follows the field is said of the envoy, and the field is the envoy's.
    """
    units, at = row.units, phrase.last + 1
    if phrase.word not in FOR_A_FIELD or at >= len(units) or units[at].key != "of":
        return None
    at = _behind_body(row, at + 1)
    owner = row.title_at(at)
    if owner is None:
        return None
    at = owner.last + 1
    if at < len(units) and units[at].key == "of":
        at = _behind_body(row, at + 1)
    if at >= len(units) or units[at].key not in _INTO_A_FIELD:
        return None
    end = behind_phrase(row, at)
    if end == at:  # nothing told it closed: as far as the capitals go
        end = at = _behind_determiner(row, at + 1)
        while end < len(units) and units[end].capital and row.person_at(end) is None:
            end += 1
    return Charge(owner, end) if end > at else None


def _behind_body(row: Row, at: int) -> int:
    """Skip "the United Nations"."""
    at = _behind_determiner(row, at)
    body = row.starts.get(at)
    return at if body is None or id(body) in row.persons else body.last + 1


def _behind_determiner(row: Row, at: int) -> int:
    determined = at < len(row.units) and row.units[at].key in OWNERS
    return at + 1 if determined else at


def behind_owner(row: Row, index: int) -> int:
    """Skip "of the minister" in "the envoy of the minister, X"."""
    units = row.units
    owner = row.title_at(index)  # "of the UN Secretary-General", the UN being known
    if owner is not None:
        return end_of_title(row, owner, None)
    if index + 2 >= len(units) or units[index].key not in {"of", "to"}:
        return index
    at = index + 2 if units[index + 1].key in OWNERS else index + 1
    if at in row.starts:
        at = row.starts[at].last + 1  # "of the UN Secretary-General"
    owner = row.title_at(at)
    return index if owner is None else end_of_title(row, owner, None)


def is_owner(row: Row, first: int) -> bool:
    """Tell whether a title only says whose envoy or wife is named behind it."""
    units = row.units
    if first - 1 in row.ends:
        first = row.ends[first - 1].first
    at = first - 2 if first and units[first - 1].key in OWNERS else first - 1
    if at < 1 or units[at].key not in {"of", "to"}:
        return False
    owned = row.title_at(at - 1)
    if owned is not None and is_told_as(row, owned.first):
        return False
    return units[at - 1].taken or units[at - 1].key in _KIN


def is_told_as(row: Row, first: int) -> bool:
    """Tell "came as an adviser to the minister, X": X is the minister."""
    before = [unit.key for unit in row.units[max(0, first - 3) : first]]
    while before and before[-1] not in {"as"} | OWNERS | {"a", "an"}:
        del before[-1]
    return "as" in before[-2:]
