"""Raw corpora to training sentences: one JSON object a line.

    python prepare.py RAW BUILD [--keep-out FILE ...]

Every sentence has its ``words`` and whether each is ``glued`` to the one before;
whatever layer a corpus lacks is ``null``. What is measured on never gets in:
sentences whose text is in a ``--keep-out`` file (JSON lines with ``text``) or in
the test parts of the corpora are dropped, by letters and digits only.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus_reader import read_corpus
from dragoman.annotate.encoder.words import split_words
from dragoman.data.tables import demonyms, fold_key
from lemmas import lemma_script
from mention_rows import Mention, gum_mentions, read_litbank
from treebank import Tree, read_trees

Row = dict[str, Any]

# Of GUM only news, interviews, speeches, biographies and courts, whose licences are
# open, and of those only the documents of its own training part.
GUM_LIST = Path(__file__).with_name("gum_documents.txt")
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT"}
UNER_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "OTH": "MISC"}
CROSSNER_TYPES = {
    "PER": "person politician scientist musicalartist writer researcher",
    "ORG": "organisation organization politicalparty university band",
    "LOC": "country location",
    "EVENT": "event election conference",
    "MISC": "misc award song album book poem magazine academicjournal product "
    "programlang astronomicalobject",
}
CROSSNER_LABELS = {
    fine: coarse for coarse, names in CROSSNER_TYPES.items() for fine in names.split()
}
CROSSNER_PARTS = (
    ("politics", ("train",)),
    ("science", ("train", "dev", "test")),
    ("literature", ("train", "dev", "test")),
    ("music", ("train", "dev", "test")),
    ("ai", ("train", "dev", "test")),
)
OWN_TYPES = {
    "person": "PER",
    **dict.fromkeys(("party", "armed_group", "government_body", "media"), "ORG"),
    **dict.fromkeys(("international_organization", "organization"), "ORG"),
    **dict.fromkeys(("country", "city", "region", "facility"), "LOC"),
    "event": "EVENT",
    "work": "MISC",
}
OWN_REPEATS = 4
# Nothing else has mentions of every type: GUM comes twice an epoch.
GUM_REPEATS = 2
# Politics is the field; its sentences come again with other names put in.
POLITICS_REPEATS = 4
TITLES = frozenset(
    """
    mr mrs ms dr prof sir lord lady dame president prime minister king queen prince
    princess senator sen rep representative congressman governor gov mayor general
    gen colonel col captain capt major maj lieutenant lt sergeant sgt admiral adm
    judge justice chief secretary chairman director ambassador pope bishop
    archbishop cardinal father sister rev reverend imam sheikh ayatollah rabbi
    professor doctor coach chancellor
    """.split()
)


def main() -> None:
    """Write ``train.jsonl`` and the labels that occur in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("build", type=Path)
    parser.add_argument("--keep-out", type=Path, nargs="*", default=[])
    arguments = parser.parse_args()
    arguments.build.mkdir(parents=True, exist_ok=True)
    kept_out = barred(arguments.raw, arguments.keep_out)
    dropped: Counter[str] = Counter()
    rows = []
    for row in _all_rows(arguments.raw):
        if fingerprint("".join(row["words"])) in kept_out:
            dropped[row["source"]] += 1
            continue
        rows.append(row)
    with (arguments.build / "train.jsonl").open("w", encoding="utf-8") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    labels = _labels(rows)
    (arguments.build / "labels.json").write_text(
        json.dumps(labels, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    sentences = Counter(row["source"] for row in rows)
    words: Counter[str] = Counter()
    for row in rows:
        words[row["source"]] += len(row["words"])
    for source, count in sorted(sentences.items()):
        print(f"{source}\t{count} sentences\t{words[source]} words")
    print("dropped because measured on:", dict(dropped))
    print("labels:", {name: len(values) for name, values in labels.items()})


def _all_rows(raw: Path) -> Iterator[Row]:
    yield from read_ewt(raw)
    yield from _gum(raw)
    yield from _crossner(raw)
    yield from read_wikigold(raw)
    yield from _litbank(raw)
    yield from _own()


def fingerprint(text: str) -> str:
    """Return letters and digits alone, in lower case."""
    return re.sub(r"\W+", "", text).lower()


def barred(raw: Path, keep_out: list[Path]) -> set[str]:
    """Fingerprints of all sentences that are measured on, short ones apart."""
    found = set()
    for path in keep_out:
        with path.open(encoding="utf-8") as stream:
            found.update(fingerprint(json.loads(line)["text"]) for line in stream)
    for path in (raw / "ewt/dev.conllu", raw / "ewt/test.conllu", raw / "pud.conllu"):
        found.update(fingerprint(tree.text) for tree in read_trees(path))
    for part in ("dev", "test"):
        path = raw / f"crossner/ner_data/politics/{part}.txt"
        for words, _ in read_columns(path, "\t"):
            found.add(fingerprint("".join(words)))
    return {text for text in found if len(text) > 20}


def _tree_row(tree: Tree, source: str, names: list[str | None] | None) -> Row:
    return {
        "source": source,
        "document": tree.document,
        "paragraph": tree.paragraph,
        "words": [word.text for word in tree.words],
        "glued": [word.glued for word in tree.words],
        "heads": [word.head for word in tree.words],
        "deprels": [word.deprel for word in tree.words],
        "upos": [word.upos for word in tree.words],
        "xpos": [word.xpos for word in tree.words],
        "lemmas": [lemma_script(word.text, word.lemma) for word in tree.words],
        "names": names,
        "mentions": None,
    }


def read_ewt(raw: Path) -> Iterator[Row]:
    """UD English-EWT train, with the names of UNER where the words agree."""
    names: dict[str, tuple[list[str], list[str]]] = {}
    for block in (raw / "uner/train.iob2").read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        identifier = next((x[12:] for x in lines if x.startswith("# sent_id = ")), "")
        rows = [x.split("\t") for x in lines if x and x[0] != "#"]
        names[identifier] = ([r[1] for r in rows], [r[2] for r in rows])
    for tree in read_trees(raw / "ewt/train.conllu"):
        words, labels = names.get(tree.identifier, ([], []))
        same = [w.text for w in tree.words] == words
        yield _tree_row(tree, "ewt", _uner(labels) if same else None)


def _uner(labels: list[str]) -> list[str | None]:
    """Map the labels of the first UNER version, in which ``B-O`` is a slip for O."""
    found: list[str | None] = []
    for label in labels:
        place, _, kind = label.partition("-")
        coarse = UNER_TYPES.get(kind)
        found.append(f"{place}-{coarse}" if coarse else "O")
    return repair(found)


def repair(labels: list[str | None]) -> list[str | None]:
    """Begin every name with B."""
    before: str | None = "O"
    found: list[str | None] = []
    for label in labels:
        fixed = label
        if label and label[0] == "I" and (not before or before[2:] != label[2:]):
            fixed = f"B{label[1:]}"
        found.append(fixed)
        before = fixed
    return found


def _gum(raw: Path) -> Iterator[Row]:
    rows = list(read_gum(raw))
    for number in range(GUM_REPEATS):
        for row in rows:
            yield {**row, "document": f"{row['document']}#{number}"}


def read_gum(raw: Path) -> Iterator[Row]:
    """Yield GUM's documents of open licences, without repeats."""
    for document in GUM_LIST.read_text(encoding="utf-8").split():
        for tree in read_trees(raw / f"gum/dep/{document}.conllu"):
            mentions = gum_mentions(tree)
            row = _tree_row(tree, "gum", _gum_names(tree, mentions))
            yield {**row, "mentions": mentions}


def _gum_names(tree: Tree, mentions: list[Mention]) -> list[str | None]:
    """Cut names out of typed mentions whose head is a proper noun.

    Proper nouns outside of them are neither names nor known not to be: no label.
    """
    labels: list[str | None] = [
        None if word.upos == "PROPN" else "O" for word in tree.words
    ]
    longest_first = sorted(mentions, key=lambda m: m[1] - m[2])
    for head, start, end, kind, _ in longest_first:
        if tree.words[head].upos != "PROPN":
            continue
        low, high = _grow(tree, head, start, end, person=kind == "person")
        if any(labels[i] not in {None, "O"} for i in range(low, high)):
            continue
        for i in range(low, high):
            label = GUM_TYPES.get(kind or "")
            labels[i] = f"{'B' if i == low else 'I'}-{label}" if label else None
    return labels


def _grow(
    tree: Tree, head: int, start: int, end: int, *, person: bool
) -> tuple[int, int]:
    """Widen a head to the proper nouns around it, linked by hyphens, "of", "and"."""

    def belongs(i: int) -> bool:
        word = tree.words[i]
        if person and word.text.lower().rstrip(".") in TITLES:
            return False
        return word.upos == "PROPN" or word.xpos == "HYPH"

    low, high = head, head + 1
    while low - 1 >= start:
        link = low - 2 >= start and tree.words[low - 1].lemma in {"of", "and", "for"}
        if belongs(low - 1):
            low -= 1
        elif link and not person and belongs(low - 2):
            low -= 2
        else:
            break
    while high < end:
        word = tree.words[high]
        inside = high + 1 < end and tree.words[high + 1].upos == "PROPN"
        if belongs(high) or (inside and not person and word.lemma == "of"):
            high += 1
        else:
            break
    return low, high


def read_columns(path: Path, separator: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield words and last column of each sentence of a file in columns."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split(separator) for line in block.split("\n") if line.strip()]
        if rows:
            yield [r[0] for r in rows], [r[-1].strip() for r in rows]


def _crossner(raw: Path) -> Iterator[Row]:
    for domain, parts in CROSSNER_PARTS:
        for part in parts:
            path = raw / f"crossner/ner_data/{domain}/{part}.txt"
            for words, labels in read_columns(path, "\t"):
                mapped = []
                for label in labels:
                    place, _, kind = label.partition("-")
                    coarse = CROSSNER_LABELS.get(kind)
                    mapped.append(f"{place}-{coarse}" if coarse else "O")
                row = name_row("crossner", words, repair(mapped))
                yield from [row] * (POLITICS_REPEATS if domain == "politics" else 1)


def read_wikigold(raw: Path) -> Iterator[Row]:
    """Yield Wikigold."""
    for words, labels in read_columns(raw / "wikigold/wikigold.conll.txt", " "):
        yield name_row("wikigold", words, repair(list(labels)))


def name_row(source: str, tokens: list[str], labels: list[str | None]) -> Row:
    """Write tokens as running text, cut that anew, carry the labels over."""
    text = ""
    spans = []
    for token, space in zip(tokens, _spaces(tokens), strict=True):
        text += " " if space else ""
        spans.append((len(text), len(text) + len(token)))
        text += token
    words, glued, names = [], [], []
    previous: str | None = "O"
    place = 0
    last = 0
    for start, end in split_words(text):
        while spans[place][1] <= start:
            place += 1
        label = labels[place]
        # A token that was cut further: what is not its beginning continues it.
        if label and label[0] == "B" and start > spans[place][0]:
            label = f"I{label[1:]}"
        if label and label[0] == "I" and (previous or "O")[2:] != label[2:]:
            label = f"B{label[1:]}"
        words.append(text[start:end])
        glued.append(start == last and start > 0)
        names.append(label)
        previous, last = label, end
    return {
        "source": source,
        "document": None,
        "paragraph": True,
        "words": words,
        "glued": glued,
        "heads": None,
        "deprels": None,
        "upos": None,
        "xpos": None,
        "lemmas": None,
        "names": names,
        "mentions": None,
    }


def _litbank(raw: Path) -> Iterator[Row]:
    """LitBank's chains, with nothing else."""
    nothing = ("heads", "deprels", "upos", "xpos", "lemmas", "names")
    for document, words, mentions in read_litbank(raw / "litbank"):
        yield {
            "source": "litbank",
            "document": document,
            "paragraph": False,
            "words": words,
            "glued": [not space for space in _spaces(words)],
            **dict.fromkeys(nothing),
            "mentions": mentions,
        }


def _own() -> Iterator[Row]:
    """Names in the reports of our own, paragraph by paragraph.

    Adjectives of nations are no names there but are elsewhere: they get no label.
    """
    for report in read_corpus():
        names = {
            (m.extent.start, m.extent.end): OWN_TYPES[m.type]
            for m in report.mentions
            if m.kind == "name" and m.type in OWN_TYPES
        }
        blocks = [(0, report.headline_end)] if report.headline_end else []
        blocks += [(block.start, block.end) for block in report.paragraphs]
        for low, high in blocks:
            row = own_row(report.text[low:high], low, names)
            yield from [row] * OWN_REPEATS


def own_row(text: str, offset: int, names: dict[tuple[int, int], str]) -> Row:
    """Return a paragraph of our own corpus with its names by offset."""
    words, glued, labels = [], [], []
    last = 0
    for start, end in split_words(text):
        place, word = offset + start, text[start:end]
        label: str | None = "O"
        for (low, high), kind in names.items():
            if low <= place < high:
                label = f"{'B' if place == low else 'I'}-{kind}"
        words.append(word)
        glued.append(start == last and start > 0)
        labels.append(None if label == "O" and fold_key(word) in demonyms() else label)
        last = end
    return {
        "source": "own",
        "document": None,
        "paragraph": True,
        "words": words,
        "glued": glued,
        **dict.fromkeys(("heads", "deprels", "upos", "xpos", "lemmas")),
        "names": labels,
        "mentions": None,
    }


_QUOTE = frozenset({'"'})


def _spaces(tokens: list[str]) -> list[bool]:
    """Tell before which tokens a space stood in the text they were cut from."""
    found = []
    quotes = 0
    before = ""
    for index, token in enumerate(tokens):
        space = index > 0
        if token in {
            ".",
            ",",
            ";",
            ":",
            "!",
            "?",
            ")",
            "]",
            "%",
            "'s",
            "'",
            "n't",
            "’s",
        }:
            space = False
        if before in {"(", "[", "$", "£", "€"} or (before == '"' and quotes % 2):
            space = False
        if token in _QUOTE:
            space = space and not quotes % 2
            quotes += 1
        found.append(space)
        before = token
    return found


def _labels(rows: list[Row]) -> dict[str, list[str]]:
    """Collect the values of each layer; scripts of lemmas need three witnesses."""
    found = {}
    for layer, key, least in (
        ("names", "names", 1),
        ("upos", "upos", 1),
        ("xpos", "xpos", 1),
        ("deprels", "deprels", 2),
        ("lemmas", "lemmas", 3),
    ):
        counts = Counter(
            value for row in rows if row[key] for value in row[key] if value is not None
        )
        kept = [value for value, count in counts.items() if count >= least]
        found[layer] = sorted(kept, key=lambda value: (-counts[value], value))
    types = Counter(m[3] for row in rows for m in row["mentions"] or () if m[3])
    found["mentions"] = ["O", *sorted(types, key=lambda value: (-types[value], value))]
    return found


if __name__ == "__main__":
    main()
