"""Corrections and grades: kept beside the claims under a name, and undone."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from dragoman.model.amendment import (
    BODY,
    CREDIBILITY,
    LETTERS,
    RELIABILITY,
    SPEAKER,
    STRUCK,
    Amendment,
    check_value,
    list_amendments,
    make_amendment,
    outlet_target,
)
from dragoman.model.claim import EntityClaim, RoleClaim
from dragoman.store.catalog.catalog import Catalog
from dragoman.store.writer import SqliteWriter
from dragoman.web.deciding import MAX_NOTE
from dragoman.web.desk import Desk

UNGRADED = ("F", "6")


class StaleError(ValueError):
    """Somebody else corrected the claim in the meantime."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to correct.

    Attributes:
        target: Identifier of a claim, or what ``outlet_target`` gives.
        field: What to correct.
        value: The new value.
        analyst: Who does it.
        note: Why.
        stamp: What the page saw, ``None`` to correct whatever stands.
    """

    target: str
    field: str
    value: str
    analyst: str
    note: str = ""
    stamp: str | None = None


def amend_target(desk: Desk, wish: Wish) -> Amendment:
    """Keep a correction or a grade.

    Raises:
        ValueError: There is no such claim, or the value is not allowed.
        StaleError: The claim was corrected since it was seen.
    """
    with desk.writing() as writer:
        value = _check(writer, wish)
        entries = writer.amendments_on([wish.target]).get(wish.target, [])
        if wish.stamp is not None and wish.stamp != stamp_of(entries):
            raise StaleError("it has been corrected since you opened it")
        entry = make_amendment(
            wish.target,
            wish.field,
            value,
            analyst=wish.analyst,
            made=_now(),
            note=" ".join(wish.note.split())[:MAX_NOTE],
        )
        writer.add_amendment(entry)
    desk.catch_up()
    return entry


def undo_amendment(desk: Desk, identifier: str, *, analyst: str) -> Amendment:
    """Take a correction or a grade back.

    Raises:
        ValueError: There is no such entry, or it does not hold any more.
    """
    with desk.writing() as writer:
        entry = writer.find_amendment(identifier)
        known = writer.amendments_on([entry.target]) if entry else {}
        if entry is None or entry not in list_amendments(known[entry.target]):
            raise ValueError(f"{identifier[:40]!r}: there is no such entry that holds")
        back = make_amendment(
            entry.target,
            entry.field,
            "",
            analyst=analyst,
            made=_now(),
            undoes=identifier,
        )
        writer.add_amendment(back)
    desk.catch_up()
    return back


def stamp_of(entries: list[Amendment]) -> str:
    """Return a word for all that was corrected so far."""
    text = "|".join(sorted(entry.id for entry in entries))
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _check(writer: SqliteWriter, wish: Wish) -> str:
    """Return the value as it is kept."""
    value = " ".join(wish.value.split())
    if wish.target.startswith(outlet_target("")):
        if wish.field != RELIABILITY or value not in LETTERS:
            allowed = ", ".join(LETTERS)
            raise ValueError(f"an outlet is graded by a letter: {allowed}")
        return value
    claims = writer.view.claims_named([wish.target])
    if not claims:
        raise ValueError(f"{wish.target[:40]!r}: there is no such claim")
    if wish.field == STRUCK:
        return "wrong"
    if wish.field == SPEAKER:
        named = writer.view.claims_named([value.partition(" ")[0]])
        if not named or not isinstance(named[0], EntityClaim):
            raise ValueError("the speaker is no name that a document gives")
        value = f"{named[0].id} {named[0].name}"
    if wish.field == BODY and isinstance(claims[0], RoleClaim) and value:
        value = f"{_find_body(writer, claims[0], value)} {value}"
    check_value(claims[0], wish.field, value)
    return value


def _find_body(writer: SqliteWriter, role: RoleClaim, name: str) -> str:
    """Return the body or place of that name in the document, empty if none is."""
    for one in writer.view.claims_of(role.document_id):
        if (
            isinstance(one, EntityClaim)
            and one.schema in {"Organization", "Place"}
            and one.name.casefold() == name.casefold()
        ):
            return one.id
    return ""


def grades_of(catalog: Catalog, claims: list[str], outlets: list[str]) -> "Grades":
    """Return the grades of some claims and outlets."""
    targets = [*claims, *map(outlet_target, outlets)]
    known = catalog.amendments(targets)
    return Grades(
        {
            target: {one.field: one.value for one in list_amendments(entries)}
            for target, entries in known.items()
        }
    )


class Grades:
    """Letters of outlets and digits of claims; F6 where nobody has graded."""

    def __init__(self, values: dict[str, dict[str, str]]) -> None:
        self._values = values

    def __call__(self, outlet: str | None, claim: str = "") -> str:
        """Return letter and digit."""
        source = self._values.get(outlet_target(outlet or ""), {})
        content = self._values.get(claim, {})
        letter = source.get(RELIABILITY, UNGRADED[0])
        return letter + content.get(CREDIBILITY, UNGRADED[1])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
