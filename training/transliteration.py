"""Write the lists that help to read Arabic and Hebrew words in Latin letters.

    python training/transliteration.py ITEMS SURNAMES.csv PERSONS.txt WORDS.jsonl
        LANGUAGE OUT [PAIRS.tsv ...] [--all]

ITEMS lists name items in several scripts (``name, name => identifier``), SURNAMES
are a census' (first column), PERSONS are of ``person_words.py`` and
``transliteration_heard.py``, WORDS are words with their Latin variants (``text``,
``gold.latin_variants``), PAIRS are of ``transliteration_pairs.py``: word, Latin form,
weight. One word in five of WORDS, by its hash, is held back to measure on; ``--all``
takes them too, for what ships.

Each letter writes none to four Latin letters. Pairs of letters and readings are found
by EM; pairs of words without a likely path through them are no transliterations. The
others are written as they are: what a name is called is known better than guessed.
"""

import csv
import gzip
import importlib
import json
import math
import random
import re
import sys
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.text.transliteration import letters_of
from name_pairs import LOCALES

Pair = tuple[tuple[str, ...], str, float]
Table = dict[tuple[str, str], float]

LONGEST = 4
FIRST_GUESS = (0.3, 1.0, 0.3, 0.08, 0.01)
ROUNDS = 4
# Pairs from which the readings of letters are learned.
SAMPLE = 12_000
# Mean log probability of a letter below which a pair is no transliteration at all.
NO_PAIR = -4.0
ITEM_WEIGHT = 0.5
# Pairs of less weight teach the readings of letters, but attest nothing.
LEAST_SURE = 0.3
_LATIN = re.compile("[a-z]+")
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ə": "e",
    }
)
_SCRIPTS = {"ar": re.compile("[\u0600-\u06ff]"), "he": re.compile("[\u0590-\u05ff]")}


def fold(word: str) -> str:
    """Return a word without case, diacritics and what is no letter."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_PLAIN)
    return "".join(c for c in plain if c.isalnum() and unicodedata.category(c) != "Lm")


def is_held_back(word: str) -> bool:
    """Tell whether a word is measured on."""
    return zlib.crc32(word.encode()) % 5 == 0


def read_items(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the Latin names of each item, folded, and the others."""
    for line in path.read_text("utf-8").splitlines():
        listed, arrow, _ = line.partition("=>")
        names = [name.strip() for name in listed.split(",")] if arrow else []
        names = [name for name in names if name and " " not in name]
        latin = {fold(name) for name in names if ord(name[0]) < 0x250}
        latin = {name for name in latin if _LATIN.fullmatch(name)}
        yield sorted(latin), [name for name in names if ord(name[0]) >= 0x250]


def read_words(words: Path, *, every: bool) -> Iterator[Pair]:
    """Yield the pairs of WORDS that are learned from."""
    for line in words.read_text("utf-8").splitlines():
        record = json.loads(line)
        if every or not is_held_back(record["text"]):
            for variant, count in record["gold"]["latin_variants"].items():
                yield letters_of(record["text"]), fold(variant), math.log2(1 + count)


def read_others(items: Path, pairs: list[Path], language: str) -> Iterator[Pair]:
    """Yield the pairs of ITEMS and PAIRS in a script."""
    for latin, others in read_items(items):
        for name in others:
            if _SCRIPTS[language].search(name):
                for form in latin:
                    yield letters_of(name), form, 2 * ITEM_WEIGHT / len(latin)
    for path in pairs:
        for line in path.read_text("utf-8").splitlines():
            word, form, weight = line.split("\t")
            if _SCRIPTS[language].search(word):
                yield letters_of(word), fold(form), float(weight)


def keep_likely(pairs: Iterable[Pair]) -> list[Pair]:
    """Keep pairs that can be transliterations at all."""
    return [
        (letters, form, weight)
        for letters, form, weight in pairs
        if letters and _LATIN.fullmatch(form) and len(form) <= LONGEST * len(letters)
    ]


def write_attested(pairs: Iterable[Pair], out: Path) -> None:
    """Write the forms of each word with tenths of their weights."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for letters, form, weight in pairs:
        forms["".join(letters)][form] += round(10 * weight)
    lines = []
    for word in sorted(forms):
        cells = [f"{form}:{n}" for form, n in forms[word].most_common(4) if n >= 5]
        if cells:
            lines.append("\t".join([word, *cells]))
    out.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def learn_readings(pairs: list[Pair]) -> Table:
    """Return how probable each reading of a letter is, by EM."""
    table: Table = {}
    for _ in range(ROUNDS):
        counts: defaultdict[tuple[str, str], float] = defaultdict(float)
        for letters, form, weight in pairs:
            _count(letters, form, weight, table, counts)
        kept = {pair: count for pair, count in counts.items() if count > 0.05}
        totals: defaultdict[str, float] = defaultdict(float)
        for (letter, _), count in kept.items():
            totals[letter] += count
        table = {pair: count / totals[pair[0]] for pair, count in kept.items()}
    return table


def _chance(table: Table, letter: str, written: str) -> float:
    return table.get((letter, written), 0.0) if table else FIRST_GUESS[len(written)]


def _count(
    letters: tuple[str, ...],
    form: str,
    weight: float,
    table: Table,
    counts: defaultdict[tuple[str, str], float],
) -> None:
    """Add the expected counts of one pair: forward and backward sums."""
    rows, width = len(letters), len(form)
    ahead = [[0.0] * (width + 1) for _ in range(rows + 1)]
    behind = [[0.0] * (width + 1) for _ in range(rows + 1)]
    ahead[0][0] = behind[rows][width] = 1.0
    for i, letter in enumerate(letters):
        for j in range(width + 1):
            if ahead[i][j]:
                for k in range(j, min(width, j + LONGEST) + 1):
                    ahead[i + 1][k] += ahead[i][j] * _chance(table, letter, form[j:k])
    whole = ahead[rows][width]
    if whole <= 0:
        return
    for i in range(rows - 1, -1, -1):
        for j in range(width + 1):
            for k in range(j, min(width, j + LONGEST) + 1):
                if behind[i + 1][k]:
                    step = _chance(table, letters[i], form[j:k]) * behind[i + 1][k]
                    behind[i][j] += step
                    if ahead[i][j] and step:
                        counts[letters[i], form[j:k]] += (
                            weight * ahead[i][j] * step / whole
                        )


def is_likely(letters: tuple[str, ...], form: str, table: Table) -> bool:
    """Tell whether a form can be a transliteration: its best reading of each letter."""
    best: dict[int, float] = {0: 0.0}
    for letter in letters:
        grown: dict[int, float] = {}
        for j, chance in best.items():
            for k in range(j, min(len(form), j + LONGEST) + 1):
                step = table.get((letter, form[j:k]))
                if step:
                    grown[k] = max(grown.get(k, -math.inf), chance + math.log(step))
        best = grown
    return best.get(len(form), -math.inf) / len(letters) > NO_PAIR


def write_names(items: Path, surnames: Path, persons: Path, out: Path) -> None:
    """Write the words of names with bits: 1 of name items, 2 other lists, 4 persons."""
    met = set(persons.read_text("utf-8").split())
    borne = {name for latin, _ in read_items(items) for name in latin}
    listed = {fold(row[0]) for row in csv.reader(surnames.open(encoding="utf-8"))}
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in (
            "first_names_male",
            "first_names_female",
            "first_names",
            "last_names",
        ):
            for name in getattr(provider, attribute, ()) or ():
                listed |= {fold(word) for word in name.split()}
    lines, before = [], ""
    for name in sorted(borne | listed | met):
        if len(name) > 1 and _LATIN.fullmatch(name):
            common = 0
            while (
                common < min(9, len(name), len(before))
                and name[common] == before[common]
            ):
                common += 1
            # "listed" says that no item has it, as the weights were fitted.
            bits = (name in borne) or 2 * (name in listed)
            lines.append(f"{common}{name[common:]}{bits + 4 * (name in met)}")
            before = name
    out.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def main(arguments: list[str]) -> int:
    """Write the lists of one language."""
    every = "--all" in arguments
    items, surnames, persons, words, language, out, *more = [
        a for a in arguments if a != "--all"
    ]
    folder = Path(out)
    others = list(read_others(Path(items), [Path(path) for path in more], language))
    pairs = keep_likely([*read_words(Path(words), every=every), *others])
    random.Random(1).shuffle(pairs)
    table = learn_readings(pairs[:SAMPLE])
    kept = [pair for pair in pairs if is_likely(pair[0], pair[1], table)]
    print(f"{language}: {len(kept)} of {len(pairs)} pairs")
    sure = (pair for pair in kept if pair[2] >= LEAST_SURE)
    write_attested(sure, folder / f"attested_{language}.tsv.gz")
    names = folder / "name_words.txt.gz"
    write_names(Path(items), Path(surnames), Path(persons), names)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
