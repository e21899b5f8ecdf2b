"""Make the tables of places that are looked up by name while a text is read.

    python tools/make_place_tables.py src/dragoman/data

From ``places.tsv`` beside this file, whose rows are sorted by country and population.
Where two places bear one name, the more populous one is meant, and the name that a
place is known by goes before the other spellings of another. The same input gives the
same bytes.
"""

import sys
from pathlib import Path
from typing import NamedTuple

from dragoman.data.tables import fold_key

SOURCE = Path(__file__).with_name("places.tsv")
NAMES, NAMESAKES = "place_names.tsv", "place_namesakes.tsv"
HEAD = "# folded name\tthousands of inhabitants by state\tx if twice in one state\n"


class _City(NamedTuple):
    name: str
    country: str
    population: int  # in thousands


def main(target: Path) -> None:
    """Write both tables into a folder."""
    cities: dict[str, _City] = {}
    alternates: dict[str, _City] = {}
    namesakes: dict[str, dict[str, int]] = {}
    twins: set[str] = set()
    for line in SOURCE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, country, population, others = line.split("\t")
        city = _City(name, country, int(population))
        key = fold_key(name)
        known = cities.get(key)
        if known is not None:
            if known.country != country or key in namesakes:
                first = {known.country: known.population}
                bearers = namesakes.setdefault(key, first)
                bearers[country] = max(city.population, bearers.get(country, 0))
            if known.country == country:
                twins.add(key)
        _keep_larger(cities, key, city)
        for other in filter(None, fold_key(others).split("|")):
            _keep_larger(alternates, other, city)
    # Sorted, and without a head: read whole and searched by how names begin.
    lines = [
        f"{key}\t{city.name}|{city.country}|{city.population}"
        for key, city in sorted((alternates | cities).items())
    ]
    (target / NAMES).write_text("\n".join(lines), "utf-8")
    rows = []
    for key in sorted(namesakes.keys() | twins):
        bearers = namesakes.get(key, {})
        shown = "|".join(f"{country}:{count}" for country, count in bearers.items())
        rows.append(f"{key}\t{shown}\t{'x' if key in twins else ''}\n")
    (target / NAMESAKES).write_text(HEAD + "".join(rows), "utf-8")


def _keep_larger(table: dict[str, _City], key: str, city: _City) -> None:
    known = table.get(key)
    if known is None or known.population < city.population:
        table[key] = city


if __name__ == "__main__":
    main(Path(sys.argv[1]))
