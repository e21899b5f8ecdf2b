"""How a report introduces somebody whom its readers do not know yet.

"Samuel Rotich, a trader from Kisumu", "the wrestler Rustam Kadyrov", "Ana Ruiz, 61,":
no office, but it tells two of one name apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.data.callings import is_calling
from dragoman.model.claim import EntityClaim
from dragoman.model.view import View
from dragoman.resolve.persons_told import Person

# ", 61, a retired bus driver from": what it is ends at the first small word behind.
_BEHIND = re.compile(
    r"\s*,\s+(?:aged\s+)?(?:(?P<age>\d{2,3})\s*,\s*)?"
    r"(?:(?:an?|the)\s+(?P<what>[a-z\d-]+(?:\s+[a-z\d-]+){0,4}))?"
)
_BEFORE = re.compile(r"(?P<what>[a-z\d-]+(?:\s+[a-z\d-]+){0,2})\s+$")
_END = re.compile(r"\s+(?:of|in|from|at|for|on|with|who|whose|and|by|to)\b")
_OLD = re.compile(r"(\d{2,3})-year-old|\bof\s+(\d{2})$")
_AROUND = 90
_YOUNGEST, _OLDEST = 15, 105


@dataclass(frozen=True, slots=True)
class Introduction:
    """What stands around a full name.

    Attributes:
        callings: What somebody is by trade, without an office.
        ages: How old he is, in years.
    """

    callings: frozenset[str]
    ages: frozenset[int]


def read_introduction(text: str, spans: Iterable[tuple[int, int]]) -> Introduction:
    """Read what stands around the mentions of a name.

    >>> found = read_introduction("Omar Karam, 61, a bus driver, left.", [(0, 10)])
    >>> sorted(found.callings), sorted(found.ages)
    (['driver'], [61])
    """
    callings: set[str] = set()
    ages: set[int] = set()
    for start, end in spans:
        behind = _BEHIND.match(text, end, end + _AROUND)
        before = _BEFORE.search(text, max(0, start - _AROUND), start)
        for found in (behind, before):
            if found is None:
                continue
            what = found["what"] or ""
            words = _END.split(what)[0].split()
            if words and is_calling(words[-1]):
                callings.add(words[-1])
            told = [found.groupdict().get("age"), *_numbers(what)]
            ages.update(int(each) for each in told if each)
    return Introduction(
        frozenset(callings),
        frozenset(age for age in ages if _YOUNGEST < age < _OLDEST),
    )


def _numbers(what: str) -> list[str]:
    return [number for found in _OLD.findall(what) for number in found]


class Introductions:
    """Introductions of persons, looked up in their reports when somebody asks."""

    def __init__(self, view: View) -> None:
        """Ask nothing of the case yet."""
        self._view = view
        self._texts: dict[str, tuple[str, int | None]] = {}

    def introduce(self, person: Person) -> Person:
        """Return a person with what the report introduces him by, asked once."""
        if person.introduced:
            return person
        claim = person.claim
        text, year = self._read(claim)
        full = set(person.full)
        spans = [
            (citation.span.start, citation.span.end)
            for use in claim.names
            if use.text in full
            for citation in use.citations
        ]
        found = read_introduction(text, spans)
        born = (
            None
            if year is None or not found.ages
            else (year - max(found.ages) - 1, year - min(found.ages))
        )
        return replace(person, callings=found.callings, born=born, introduced=True)

    def _read(self, claim: EntityClaim) -> tuple[str, int | None]:
        document = claim.document_id
        if document not in self._texts:
            published = self._view.published([document]).get(document)
            year = int(published[:4]) if published else None
            self._texts[document] = self._view.document(document).text, year
        return self._texts[document]
