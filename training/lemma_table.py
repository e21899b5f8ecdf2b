"""Lemmas of regular and irregular forms, out of the package ``lemminflect``.

    python lemma_table.py TARGET

Its table goes back to the SPECIALIST Lexicon of the US National Library of
Medicine. Only forms that differ from their lemma are kept, under the first lemma.
Verbs of the news that it lacks are added.
"""

import argparse
import csv
import gzip
import importlib.util
import io
from pathlib import Path

# Written for this project.
VERBS = (
    "torch bankroll firebomb criminalise criminalize demonise demonize waterboard "
    "rearrest napalm pillory mothball delist denuclearise denuclearize radicalise "
    "radicalize weaponise weaponize surveil phish demine teargas recuse defund "
    "greenlight crowdfund countersue ringfence retweet livestream repost deplatform "
    "geotag gaslight airdrop wiretap doxx"
).split()
DOUBLING = frozenset({"airdrop", "wiretap", "geotag", "surveil"})
IRREGULAR = {
    "unfreeze": ("unfreezes", "unfroze", "unfrozen", "unfreezing"),
    "overfly": ("overflies", "overflew", "overflown", "overflying"),
}
KINDS = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "adv": "ADV"}


def inflect(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb that differ from it.

    >>> inflect("torch"), inflect("airdrop")[1]
    (('torches', 'torched', 'torching'), 'airdropped')
    """
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("y"):
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    stem = verb + verb[-1] if verb in DOUBLING else verb.removesuffix("e")
    hisses = verb.endswith(("ch", "sh", "s", "x"))
    return verb + ("es" if hisses else "s"), stem + "ed", stem + "ing"


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
    for verb in (*VERBS, *IRREGULAR):
        rows |= {("VERB", form, verb) for form in inflect(verb)}
    with (arguments.target / "lemmas.tsv").open("w", encoding="utf-8") as out:
        for row in sorted(rows):
            out.write("\t".join(row) + "\n")
    print(f"{len(rows)} forms")


if __name__ == "__main__":
    main()
