"""Who held which office when: a table of public offices that ships."""

from dataclasses import dataclass
from functools import cache

from dragoman.data.tables import fold_key, read_rows

# The day up to which the table was checked; it knows nothing of later days.
CHECKED = "2025-06-30"


@dataclass(frozen=True, slots=True)
class Holder:
    """A term of office.

    Attributes:
        body: ISO 3166 alpha-2 of the state, or the name of an organisation.
        office: Title in lower case.
        name: Usual name of the holder, as in the starter pack.
        start: First day, ISO 8601 at the precision that is known.
        end: Last day likewise, ``None`` if in office on ``CHECKED``.
        status: ``current`` or ``acting``.
    """

    body: str
    office: str
    name: str
    start: str
    end: str | None
    status: str


@cache
def office_holders() -> dict[str, tuple[Holder, ...]]:
    """Return the terms by folded body, earliest first."""
    found: dict[str, list[Holder]] = {}
    for body, office, name, start, end, status in read_rows("office_holders.tsv"):
        term = Holder(body, office, name, start, end or None, status)
        found.setdefault(fold_key(body), []).append(term)
    return {
        body: tuple(sorted(terms, key=lambda one: (one.start, one.name)))
        for body, terms in found.items()
    }
