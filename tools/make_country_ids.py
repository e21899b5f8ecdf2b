"""Make the table of states' Wikidata items and of their names in other scripts.

    pip install rigour==2.6.1 babel==2.19.0
    python tools/make_country_ids.py src/dragoman/data

Items come from rigour (MIT), names from the Unicode CLDR by way of Babel (Unicode
License). The same input gives the same bytes.
"""

import json
import re
import sys
from pathlib import Path

from babel import Locale
from rigour._core import territories_jsonl

LANGUAGES = ("ar", "fa", "he", "ru", "uk", "el")
# CLDR names the territories here, the press mostly the state.
PRESS = {"PS": ("فلسطين", "فلسطین", "פלסטין", "Палестина", "Палестина", "Παλαιστίνη")}
HEAD = (
    "# ISO 3166 alpha-2\tWikidata item\t"
    "names in Arabic, Persian, Hebrew, Russian, Ukrainian, Greek\n"
)


def main(target: Path) -> None:
    """Write the table into a folder, a row for each state of ``countries.tsv``."""
    items = {
        entry["code"].upper(): entry["qid"]
        for entry in map(json.loads, territories_jsonl().splitlines())
    }
    rows = []
    for line in (target / "countries.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        code = line.partition("\t")[0]
        names = [Locale(one).territories.get(code, "") for one in LANGUAGES]
        kept = dict.fromkeys(filter(None, map(shorten, (*PRESS.get(code, ()), *names))))
        rows.append(f"{code}\t{items.get(code, '')}\t{'|'.join(kept)}\n")
    (target / "country_ids.tsv").write_text(HEAD + "".join(rows), "utf-8")


def shorten(name: str) -> str:
    """Return a name without what CLDR adds about its status."""
    return re.split(r"[,،(]", name)[0].strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
