"""Sentences with names and their finer types, from all corpora that mark names.

What ``prepare.py`` reads for the encoder, with finer types where a corpus tells
them, and three sets that the encoder never saw: tweets (Broad Twitter Corpus, WNUT
2017) and the mentions of Re-DocRED. Where a corpus tells no finer type, the tables of
the package do: weak labels that the network spreads to names in no table.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import prepare
from corpus_reader import read_corpus
from dragoman.annotate.encoder.words import split_words
from dragoman.data.tables import (
    capitals,
    country_names,
    demonyms,
    find_organization,
    fold_key,
    name_words,
    places,
    region_names,
)

TYPES = (
    "person", "party", "armed_group", "government_body", "international_organization",
    "media", "organization", "country", "city", "region", "facility", "event", "work",
)  # fmt: skip
_CROSSNER = {
    **dict.fromkeys(("politician", "person", "scientist", "musicalartist"), "person"),
    **dict.fromkeys(("writer", "researcher"), "person"),
    "politicalparty": "party",
    **dict.fromkeys(("university", "band"), "organization"),
    "country": "country",
    **dict.fromkeys(("event", "election", "conference"), "event"),
    **dict.fromkeys(("song", "album", "book", "poem", "award"), "work"),
    **dict.fromkeys(("magazine", "academicjournal"), "media"),
}
_WNUT = {
    "person": "PER",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
    "creative-work": "MISC",
    "product": "MISC",
}
_BTC = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_DOCRED = {"PER", "ORG", "LOC"}
_PLACES = {"natural": "region", "state": "country"}
_TWEETS = ("btc", "wnut")

Labels = list[str | None]


@dataclass
class NameRow:
    """A sentence: words, labels and finer types, ``None`` where nothing is known."""

    source: str
    document: str | None
    words: list[str]
    glued: list[bool]
    labels: Labels
    types: Labels

    @property
    def tweet(self) -> bool:
        """Whether it is of the kind that is drawn less often."""
        return self.source in _TWEETS


def read_names(raw: Path, keep_out: list[Path]) -> list[NameRow]:
    """Return all sentences that may be learned from (``prepare.py``)."""
    barred = prepare.barred(raw, keep_out)
    return [
        row
        for row in _all_rows(raw)
        if prepare.fingerprint("".join(row.words)) not in barred
    ]


def spans(labels: Labels) -> Iterator[tuple[int, int, str]]:
    """Yield first word, word after the last, and kind of each name."""
    start = 0
    while start < len(labels):
        label, end = labels[start], start + 1
        if label and label[0] == "B":
            while end < len(labels) and labels[end] == f"I{label[1:]}":
                end += 1
            yield start, end, label[2:]
        start = end


def _all_rows(raw: Path) -> Iterator[NameRow]:
    for row in (*prepare.read_ewt(raw), *prepare.read_gum(raw)):
        if row["names"]:
            yield _row(row)
    yield from _crossner(raw)
    for row in prepare.read_wikigold(raw):
        yield _row(row)
    yield from _own()
    yield from _docred(raw / "redocred/dev_revised.json")
    for path in sorted((raw / "btc").glob("*.conll")):
        yield from _tweets(path, "btc", _BTC)
    for path in sorted((raw / "wnut").iterdir()):
        yield from _tweets(path, "wnut", _WNUT)


def _row(row: prepare.Row, told: Labels | None = None) -> NameRow:
    words, glued, labels = row["words"], row["glued"], row["names"]
    types: Labels = [None] * len(words)
    for start, end, kind in spans(labels):
        name = words[start] + "".join(
            word if tight else f" {word}"
            for word, tight in zip(
                words[start + 1 : end], glued[start + 1 : end], strict=True
            )
        )
        found = (told and told[start]) or guess_type(name, kind)
        types[start:end] = [found] * (end - start)
    return NameRow(row["source"], row["document"], words, glued, labels, types)


def guess_type(name: str, kind: str) -> str | None:
    """Return the finer type of a name by the tables, ``None`` if they tell none."""
    key = fold_key(name)
    if kind in {"PER", "EVENT"}:
        return {"PER": "person", "EVENT": "event"}[kind]
    if kind == "LOC":
        return _guess_place(key)
    if kind != "ORG":
        return None
    known = find_organization(name, key)
    if known is not None:
        types = known.types
    else:
        types = (
            name_words().organizations.get(key.split()[-1], ()) if " " in key else ()
        )
    first = {"company": "organization"}.get(types[0], types[0]) if types else None
    return first if first in TYPES else None


def _guess_place(key: str) -> str | None:
    if key in country_names():
        return "country"
    if key not in capitals():
        if key in region_names():
            return "region"
        if key not in places():
            heads = name_words().places
            kind = heads.get(key.split()[-1]) or heads.get(key.split()[0])
            kind = _PLACES.get(kind or "", kind)
            return kind if kind in TYPES else None
    return "city"


def _crossner(raw: Path) -> Iterator[NameRow]:
    for domain, parts in prepare.CROSSNER_PARTS:
        for part in parts:
            path = raw / f"crossner/ner_data/{domain}/{part}.txt"
            for words, labels in prepare.read_columns(path, "\t"):
                coarse = [_relabel(x, prepare.CROSSNER_LABELS) or "O" for x in labels]
                finer = [_relabel(x, _CROSSNER) or "O" for x in labels]
                row = prepare.name_row(
                    f"crossner_{domain}", words, prepare.repair(coarse)
                )
                told = prepare.name_row("", words, prepare.repair(finer))["names"]
                yield _row(row, [x[2:] if x and x != "O" else None for x in told])


def _relabel(label: str, kinds: Mapping[str, str]) -> str | None:
    place, _, kind = label.partition("-")
    return f"{place}-{kinds[kind]}" if kind in kinds else None


def _own() -> Iterator[NameRow]:
    for report in read_corpus():
        names = {
            (m.extent.start, m.extent.end): m.type
            for m in report.mentions
            if m.kind == "name" and m.type in prepare.OWN_TYPES
        }
        coarse = {extent: prepare.OWN_TYPES[kind] for extent, kind in names.items()}
        blocks = [(0, report.headline_end)] if report.headline_end else []
        blocks += [(block.start, block.end) for block in report.paragraphs]
        for low, high in blocks:
            text = report.text[low:high]
            told: Labels = [
                next(
                    (kind for (a, b), kind in names.items() if a <= low + start < b),
                    None,
                )
                for start, _ in split_words(text)
            ]
            yield _row(prepare.own_row(text, low, coarse), told)


def _docred(path: Path) -> Iterator[NameRow]:
    """Names of persons, bodies and places; what else it marks has no label.

    It marks nationalities as places, which they are nowhere else.
    """
    for document in json.loads(path.read_text(encoding="utf-8")):
        for number, sentence in enumerate(document["sents"]):
            labels: Labels = ["O"] * len(sentence)
            mentions = [
                mention
                for entity in document["vertexSet"]
                for mention in entity
                if mention["sent_id"] == number
                and mention["type"] not in {"TIME", "NUM"}
            ]
            for mention in sorted(mentions, key=lambda m: m["pos"][0] - m["pos"][1]):
                start, end = mention["pos"]
                if any(label != "O" for label in labels[start:end]):
                    continue
                name = fold_key(" ".join(sentence[start:end]))
                known = mention["type"] in _DOCRED and name not in demonyms()
                for at in range(start, end):
                    place = "B" if at == start else "I"
                    labels[at] = f"{place}-{mention['type']}" if known else None
            for at, word in enumerate(sentence):
                if labels[at] == "O" and fold_key(word) in demonyms():
                    labels[at] = None
            words = [re.sub(r"\s+", "", word) or "-" for word in sentence]
            row = prepare.name_row("redocred", words, labels)
            yield _row({**row, "document": document["title"]})


def _tweets(path: Path, source: str, kinds: Mapping[str, str]) -> Iterator[NameRow]:
    """Tweets and comments; names of accounts and addresses have no label."""
    text = path.read_text(encoding="utf-8", errors="replace")
    for block in text.split("\n\n"):
        words: list[str] = []
        labels: Labels = []
        for line in block.split("\n"):
            word, _, label = line.partition("\t")
            word = re.sub(r"\s+", "", word)
            if not word or not label.strip():
                continue
            account = word.startswith(("@", "http")) or (words and words[-1] == "@")
            label = label.strip().split(",")[0]
            known = label if label == "O" else _relabel(label, kinds)
            words.append(word)
            labels.append(None if account else known)
        if len(words) > 2:
            yield _row(prepare.name_row(source, words, prepare.repair(labels)))
