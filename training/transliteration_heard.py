"""Write how Arabic words are spelled in lists that do not tell all letters apart.

    python training/transliteration_heard.py NAMES.sqlite3 DICT.json OUT.tsv.gz
        [--forms FORMS.txt] [--without WORDS.jsonl]

NAMES is the index of the package ``arabic-name-romanizer`` 0.2.0, of which the words
of Wikidata labels are taken (CC0), DICT the dictionary of ``arabnamer`` 0.1.3 (CC BY
4.0). Hamzas, final alifs and tied t's are taken away from all words. ``--forms`` writes
the Latin forms as well, which are appended to the PERSONS of ``transliteration.py``.
``--without`` leaves out the words of a file that are held back to measure on.
"""

import argparse
import gzip
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from dragoman.text.transliteration import bare, letters_of
from transliteration import fold, is_held_back

_LATIN = re.compile("[a-z]{2,23}")
_MOST = 8


def read_pairs(names: Path, dictionary: Path) -> Iterator[tuple[str, str, int]]:
    """Yield words, Latin forms and numbers of persons."""
    with sqlite3.connect(names) as base:
        query = "SELECT arabic_key, latin, count FROM units WHERE source = 'wikidata'"
        yield from base.execute(query)
    for latin, arabic in json.loads(dictionary.read_text("utf-8")).items():
        yield arabic, latin, 1


def main(arguments: list[str]) -> int:
    """Write the list."""
    parser = argparse.ArgumentParser()
    for name in ("names", "dictionary", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--forms", type=Path)
    parser.add_argument("--without", type=Path)
    options = parser.parse_args(arguments)
    left_out = set()
    if options.without:
        for line in options.without.read_text("utf-8").splitlines():
            word = json.loads(line)["text"]
            if is_held_back(word):
                left_out.add(bare("".join(letters_of(word))))
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for arabic, latin, count in read_pairs(options.names, options.dictionary):
        word, form = bare("".join(letters_of(arabic))), fold(latin)
        if " " not in arabic and word not in left_out and _LATIN.fullmatch(form):
            forms[word][form] += count
    lines = []
    for word in sorted(forms):
        likely = sorted(forms[word].items(), key=lambda cell: (-cell[1], cell[0]))
        cells = [f"{form}:{10 * count}" for form, count in likely[:_MOST]]
        lines.append("\t".join([word, *cells]))
    if options.forms:
        latin = sorted({form for some in forms.values() for form in some})
        options.forms.write_text("\n".join(latin) + "\n", "utf-8")
    options.out.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
