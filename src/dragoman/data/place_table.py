"""Places by folded name: 90,000 rows, read as text and split when one is asked for."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar, overload

_T = TypeVar("_T")

# Behind the first word of a name in several: "el paso", "al-ain", "land's end".
_JOINTS = (" ", "'s", "-")  # in the order of their code points
_BEHIND_JOINTS = "."


class Place(NamedTuple):
    """A place of the gazetteer that is no state.

    Attributes:
        name: Name in the table.
        kind: ``city``, ``region``, ``natural`` or ``facility``.
        country: ISO 3166 alpha-2, ``None`` if it lies in several.
        population: In thousands, 0 where it does not apply.
    """

    name: str
    kind: str
    country: str | None
    population: int


class PlaceTable(Mapping[str, Place]):
    """Regions, waters and cities by folded name.

    Args:
        first: Places that go before cities of the same name.
        text: Lines of folded name, tabulator, and name, state and thousands of
            inhabitants with bars between, sorted.
    """

    def __init__(self, first: Mapping[str, Place], text: str) -> None:
        fields = text.replace("\n", "\t").split("\t")
        names = fields[::2]
        self._names = SortedNames(names)
        self._rows = dict(zip(names, fields[1::2], strict=True))
        self._known = dict(first)
        self._first = SortedNames(sorted(first))

    def __getitem__(self, key: str) -> Place:
        place = self._known.get(key)
        if place is None:
            name, country, population = self._rows[key].split("|")
            place = self._known[key] = Place(name, "city", country, int(population))
        return place

    @overload
    def get(self, key: str, /) -> Place | None: ...
    @overload
    def get(self, key: str, /, default: Place) -> Place: ...
    @overload
    def get(self, key: str, /, default: _T) -> Place | _T: ...
    def get(self, key: str, /, default: object = None) -> object:
        """Return a place, or the default; most keys that are asked for are none."""
        if key in self._rows or key in self._known:
            return self[key]
        return default

    def __contains__(self, key: object) -> bool:
        return key in self._rows or key in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows.keys() | self._known.keys())

    def __len__(self) -> int:
        return len(self._rows.keys() | self._known.keys())

    def opened_by(self, word: str) -> list[str]:
        """Return the names of several words that begin with a word."""
        return self._first.opened_by(word) + self._names.opened_by(word)


class SortedNames:
    """Names in the order of their code points, found by their first word."""

    def __init__(self, names: list[str]) -> None:
        self._names = names

    def opened_by(self, word: str) -> list[str]:
        """Return the names in which a blank, a hyphen or "'s" stands behind a word."""
        names = self._names
        low = bisect_left(names, word + _JOINTS[0])
        if low == len(names) or not names[low].startswith(word):
            return []  # Most words open none.
        high = bisect_left(names, word + _BEHIND_JOINTS, low)
        starts = tuple([word + joint for joint in _JOINTS])
        return [name for name in names[low:high] if name.startswith(starts)]
