"""Train what reads Arabic and Hebrew words in Latin letters.

    python training/transliteration.py ITEMS SURNAMES.csv PERSONS.txt WORDS.jsonl
        LANGUAGE OUT [PAIRS.tsv ...] [--all]

ITEMS lists name items in several scripts (``name, name => identifier``), SURNAMES
are a census' (first column), PERSONS are of ``person_words.py``, WORDS are words with their Latin variants
(``text``, ``gold.latin_variants``), PAIRS are of ``transliteration_pairs.py``: word,
Latin form, weight. One word in five of WORDS, by its hash, is held back; what is
printed is measured on these, apart for those that ITEMS or PAIRS know as well.
``--all`` trains on them too, for what ships, and prints nothing.

Each letter writes none to four Latin letters. Pairs of letters and readings are found
by EM, n-grams of pairs (interpolated Kneser-Ney) are the model. Pairs of weight 1 and
more are also written as they are: what a name is called is known better than guessed.
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

from dragoman.text import transliteration
from dragoman.text.transliteration import letters_of
from name_pairs import LOCALES

Pair = tuple[tuple[str, ...], str, float]
Table = dict[tuple[str, str], float]

LONGEST = 4
FIRST_GUESS = (0.3, 1.0, 0.3, 0.08, 0.01)
ROUNDS = 4
# Pairs from which the readings of letters are learned.
SAMPLE = 12_000
ORDER = 5
DISCOUNTS = (0.5, 0.6, 0.7, 0.8, 0.85)
# Mean log probability of a letter below which a pair is no transliteration at all.
NO_PAIR = -4.0
ITEM_WEIGHT = 0.5
LEAST_COUNT = 1.0
# Pairs of less weight teach the model, but attest nothing.
LEAST_SURE = 0.3
START, END = "^|", "$|"
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


def align(letters: tuple[str, ...], form: str, table: Table) -> list[str] | None:
    """Return the likeliest readings letter by letter, ``None`` for no transliteration."""
    best: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for letter in letters:
        grown: dict[int, tuple[float, list[str]]] = {}
        for j, (chance, path) in best.items():
            for k in range(j, min(len(form), j + LONGEST) + 1):
                step = table.get((letter, form[j:k]))
                if step:
                    total = chance + math.log(step)
                    if k not in grown or total > grown[k][0]:
                        grown[k] = (total, [*path, f"{letter}|{form[j:k]}"])
        best = grown
    chance, path = best.get(len(form), (-math.inf, []))
    return path if chance / len(letters) > NO_PAIR else None


def count_grams(
    rows: Iterable[tuple[list[str], float]],
) -> list[dict[tuple[str, ...], float]]:
    """Return counts by length: of the pairs themselves at the top, of contexts below."""
    raw: list[defaultdict[tuple[str, ...], float]] = [
        defaultdict(float) for _ in range(ORDER)
    ]
    for path, weight in rows:
        row = [START, *path, END]
        for at in range(1, len(row)):
            for size in range(min(ORDER, at + 1)):
                raw[size][tuple(row[at - size : at + 1])] += weight
    counts: list[dict[tuple[str, ...], float]] = [dict(raw[-1])]
    for size in range(ORDER - 2, -1, -1):
        lower: defaultdict[tuple[str, ...], float] = defaultdict(float)
        for gram in raw[size + 1]:
            lower[gram[1:]] += 1
        lower.update({g: c for g, c in raw[size].items() if g[0] == START})
        counts.insert(0, dict(lower))
    return counts


def write_model(counts: list[dict[tuple[str, ...], float]], out: Path) -> None:
    """Write log probabilities and back-off weights, rare long contexts left out."""
    pairs = sorted({gram[-1] for gram in counts[0]} | {START, END})
    number = {pair: n for n, pair in enumerate(pairs)}
    chances: dict[tuple[str, ...], dict[str, float]] = {}
    back: dict[tuple[str, ...], float] = {}
    for size, grams in enumerate(counts):
        total: defaultdict[tuple[str, ...], float] = defaultdict(float)
        kinds: Counter[tuple[str, ...]] = Counter()
        for gram, count in grams.items():
            total[gram[:-1]] += count
            kinds[gram[:-1]] += 1
        for context in total:
            back[context] = min(1.0, DISCOUNTS[size] * kinds[context] / total[context])
            chances[context] = {}
        for gram, count in grams.items():
            context, last = gram[:-1], gram[-1]
            lower = chances[context[1:]].get(last, 1e-5) if context else 1 / len(pairs)
            direct = max(count - DISCOUNTS[size], 0) / total[context]
            chances[context][last] = direct + back[context] * lower
    lines = ["\t".join(pairs)]
    for context, entries in chances.items():
        weight = sum(counts[len(context)][(*context, last)] for last in entries)
        if len(context) >= 2 and weight < LEAST_COUNT * 2:
            continue
        named = ",".join(str(number[pair]) for pair in context)
        cells = [
            f"{number[last]}:{round(-100 * math.log(chance))}"
            for last, chance in sorted(
                entries.items(), key=lambda entry: number[entry[0]]
            )
            if len(context) < 2
            or counts[len(context)][(*context, last)] >= LEAST_COUNT / 2
        ]
        lines.append(
            " ".join([named, str(round(-100 * math.log(back[context]))), *cells])
        )
    out.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


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


def measure(words: Path, known: set[tuple[str, ...]]) -> None:
    """Print how often the first reading and one of the first five is right."""
    records = [json.loads(line) for line in words.read_text("utf-8").splitlines()]
    records = [record for record in records if is_held_back(record["text"])]
    unseen = [record for record in records if letters_of(record["text"]) not in known]
    for name, some in (("held back", records), ("of these unseen", unseen)):
        first = five = 0
        for record in some:
            gold = {fold(variant) for variant in record["gold"]["latin_variants"]}
            forms = transliteration.latin_forms(record["text"])
            first += forms[0] in gold
            five += not gold.isdisjoint(forms)
        count = max(1, len(some))
        print(
            f"{len(some)} {name}: first {first / count:.3f}, in five {five / count:.3f}"
        )


def main(arguments: list[str]) -> int:
    """Train one language."""
    every = "--all" in arguments
    items, surnames, persons, words, language, out, *more = [
        a for a in arguments if a != "--all"
    ]
    folder = Path(out)
    others = list(read_others(Path(items), [Path(path) for path in more], language))
    pairs = keep_likely([*read_words(Path(words), every=every), *others])
    random.Random(1).shuffle(pairs)
    table = learn_readings(pairs[:SAMPLE])
    kept = []
    rows = []
    for letters, form, weight in pairs:
        path = align(letters, form, table)
        if path is not None:
            rows.append((path, weight))
            kept.append((letters, form, weight))
    print(f"{language}: {len(rows)} of {len(pairs)} pairs")
    write_model(count_grams(rows), folder / f"transliteration_{language}.tsv.gz")
    sure = (pair for pair in kept if pair[2] >= LEAST_SURE)
    write_attested(sure, folder / f"attested_{language}.tsv.gz")
    names = folder / "name_words.txt.gz"
    write_names(Path(items), Path(surnames), Path(persons), names)
    if not every:
        measure(Path(words), {letters for letters, _, _ in others})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
