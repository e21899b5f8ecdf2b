"""Lemmas of regular and irregular forms, out of the package ``lemminflect``.

    python lemma_table.py TARGET

Its table goes back to the SPECIALIST Lexicon of the US National Library of
Medicine. Only forms that differ from their lemma are kept, under the first lemma.
"""

import argparse
import csv
import gzip
import importlib.util
import io
from pathlib import Path

KINDS = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "adv": "ADV"}


def main() -> None:
    """Write ``lemmas.tsv``: part of speech, form, lemma."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    found = importlib.util.find_spec("lemminflect")
    if found is None or found.origin is None:
        raise SystemExit("lemminflect is missing: pip install lemminflect==0.2.3")
    source = Path(found.origin).parent / "resources/lemma_lu.csv.gz"
    rows = set()
    with gzip.open(source) as stream:
        for form, kind, lemmas in csv.reader(io.TextIOWrapper(stream, "utf-8")):
            lemma = lemmas.split("/")[0]
            if kind in KINDS and form.isalpha() and form != lemma and len(form) > 2:
                rows.add((KINDS[kind], form, lemma))
    with (arguments.target / "lemmas.tsv").open("w", encoding="utf-8") as out:
        for row in sorted(rows):
            out.write("\t".join(row) + "\n")
    print(f"{len(rows)} forms")


if __name__ == "__main__":
    main()
