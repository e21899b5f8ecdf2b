"""Timelines of an entity over several documents: what it does and suffers, by date.

An event is the verb or noun that a mention of the entity hangs on; its date is the time
expression of the clause or, for what has happened, the publication date. Tellings of
one occurrence on one date (``text.occurrences``) are one entry.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.data.tables import fold_key
from dragoman.model.annotation import Annotations, Mention
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import load_events
from dragoman.text.occurrences import name_occurrence
from reading import Record, annotate, make_document

_PARTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent", "iobj", "nmod:poss"})
_PAST = frozenset({"VBD", "VBN"})
_YEAR, _MONTH, _DAY = len("2023"), len("2023-06"), len("2023-06-01")


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells an event of the entity.

    Attributes:
        document: Identifier in the record.
        start: First code point.
        end: Code point after the last one.
        name: What it tells, as other tellings name it.
        date: ISO 8601 day, month or year.
    """

    document: str
    start: int
    end: int
    name: str
    date: str


def predict_timelines(record: Record) -> Record:
    """One timeline for each entity of the record."""
    read = [
        (one, annotate(make_document({**one, "lang": "en"})))
        for one in record["documents"]
    ]
    return {
        "timelines": [
            {"entity": name, "timeline": _timeline(list(_tell(name, read)))}
            for name in record["entities"]
        ]
    }


def _timeline(tellings: list[Telling]) -> list[Record]:
    rows: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        rows[telling.date, telling.name].append(telling)
    dates = sorted({date for date, _ in rows})
    return [
        {
            "order": dates.index(date) + 1,
            "date": date,
            "events": [
                {"doc": one.document, "start": one.start, "end": one.end}
                for one in found
            ],
        }
        for (date, _), found in sorted(rows.items())
    ]


def _tell(name: str, read: list[tuple[Record, Annotations]]) -> Iterator[Telling]:
    wanted = frozenset(fold_key(name).split())
    for record, annotations in read:
        chains = {
            chain.id
            for chain in annotations.chains
            if any(
                _is_named(wanted, m) for m in annotations.mentions_by_chain[chain.id]
            )
        }
        taken: set[tuple[int, int]] = set()
        for mention in annotations.mentions:
            if mention.chain in chains or _is_named(wanted, mention):
                for place in _events(annotations, mention):
                    if place not in taken:
                        taken.add(place)
                        telling = _date(record, annotations, *place)
                        if telling is not None:
                            yield telling


def _is_named(wanted: frozenset[str], mention: Mention) -> bool:
    words = frozenset(fold_key(mention.text).split())
    return bool(words) and (wanted <= words or (len(wanted) > 1 and words == wanted))


def _events(annotations: Annotations, mention: Mention) -> Iterator[tuple[int, int]]:
    """Yield sentence and token of the words that the mention takes part in."""
    tree = annotations.sentences[mention.sentence]
    token = tree[mention.head]
    if token.deprel not in _PARTS or token.head < 0:
        return
    head = tree[token.head]
    if head.upos == "VERB":
        yield mention.sentence, token.head
        for other in tree.children(token.head, "conj", "xcomp"):
            if tree[other].upos == "VERB" and tree.child(other, "nsubj") is None:
                yield mention.sentence, other
    elif head.lemma.lower() in load_events().nouns:
        yield mention.sentence, token.head


def _date(
    record: Record, annotations: Annotations, sentence: int, token: int
) -> Telling | None:
    tree = annotations.sentences[sentence]
    value = _told_date(annotations, tree, token)
    if value is None and (tree[token].tag in _PAST or tree[token].upos == "NOUN"):
        value = str(record["date"])[:_DAY]
    if not value:
        return None
    word = tree[token]
    name = name_occurrence(tree, [token])
    return Telling(record["id"], word.start, word.end, name, value)


def _told_date(annotations: Annotations, tree: Sentence, token: int) -> str | None:
    """Return the date in the clause of a word, else a single one in the sentence."""
    start, end = tree.extent(token)
    inside = [_plain(one.time.value) for one in annotations.times_in(start, end)]
    around = [
        _plain(one.time.value) for one in annotations.times_in(tree.start, tree.end)
    ]
    known = [value for value in inside if value]
    single = [value for value in around if value]
    if known:
        return known[0]
    return single[0] if len(single) == 1 else None


def _plain(value: str) -> str | None:
    """Return a day, month or year; ``None`` for anything else.

    >>> _plain("2023-06"), _plain("XXXX-09-01"), _plain("P1D")
    ('2023-06', None, None)
    """
    part = value.partition("/")[0].partition("T")[0].strip("~?%")
    sizes = {_YEAR, _MONTH, _DAY}
    return part if len(part) in sizes and part.replace("-", "").isdigit() else None
