"""Where places lie: GeoNames places of 5,000 inhabitants and more, and states.

Read only by those who draw maps or write coordinates: the table takes about half a
second and 60 MB.
"""

import gzip
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.data.tables import fold_key


@dataclass(frozen=True, slots=True)
class Location:
    """A point on the map and what it stands for.

    Attributes:
        name: Name of the place in the table.
        country: ISO 3166 alpha-2.
        latitude: Degrees north, -90 to 90.
        longitude: Degrees east, -180 to 180.
        people: Inhabitants, 0 for a state.
        geonames: Identifier at GeoNames, ``None`` for a state.
        kind: ``city`` or ``state``; a state's point lies somewhere in it.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    people: int
    geonames: str | None
    kind: str


@cache
def _cities() -> tuple[tuple[str, ...], dict[str, list[int]]]:
    """The lines of the table, and for each folded name the lines that bear it."""
    path = files("dragoman.data").joinpath("gazetteer.tsv.gz")
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    lines = tuple(line for line in text.splitlines() if not line.startswith("#"))
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for key in line.rpartition("\t")[2].split("|"):
            found[key].append(number)
    return lines, found


def find_cities(name: str) -> tuple[Location, ...]:
    """Return the places that bear a name in any script, the most populous first."""
    lines, index = _cities()
    key = fold_key(name).removeprefix("the ")
    found = (_read(lines[number]) for number in index.get(key, ()))
    return tuple(sorted(found, key=lambda one: (-one.people, one.geonames or "")))


def _read(line: str) -> Location:
    number, name, code, latitude, longitude, people, _ = line.split("\t")
    return Location(
        name, code, float(latitude), float(longitude), int(people), number, "city"
    )


@cache
def country_points() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of a point in each state, by alpha-2 code."""
    path = files("dragoman.data").joinpath("country_points.tsv")
    rows = [
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return {
        code: (float(latitude), float(longitude)) for code, latitude, longitude in rows
    }
