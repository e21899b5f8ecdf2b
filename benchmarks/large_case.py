"""A generated case of any size, written straight into the store.

Invented people meet, speak and hold offices in invented reports; how often somebody
is named follows Zipf's law, as in news. Nothing is read or resolved: documents,
claims and clusters are written as a build would leave them.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from sqlalchemy import Connection, Engine, insert, text

from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EventClaim,
    Manner,
    Modality,
    NameUse,
    NarrativeClaim,
    Participant,
    Party,
    RoleClaim,
    StatementClaim,
    Time,
)
from dragoman.model.document import Block, BlockKind, Document, Source
from dragoman.model.judgement import Judgement
from dragoman.model.span import Citation, Span
from dragoman.store.case import create_case
from dragoman.store.codec import KIND_OF, encode, subject_of
from dragoman.store.connect import open_engine, transaction
from dragoman.store.fulltext import fold
from dragoman.store.naming import index_names
from dragoman.store.tables import CANONICAL, CLAIMS, DOCUMENTS, EDGES, ORIGINALS

PRODUCER = "generated/1"
STEP = 2_000
SYLLABLES = [
    "an",
    "bel",
    "cor",
    "da",
    "em",
    "fi",
    "gor",
    "hal",
    "is",
    "jo",
    "ka",
    "lin",
    "mar",
    "nor",
    "os",
    "pe",
    "ril",
    "sa",
    "tor",
    "ul",
]
OFFICES = ("Minister", "Envoy", "Spokesman", "General", "Mayor", "Speaker")
MODES = ("meeting", "visit", "call")
ACTS = ("assert", "announce", "warn", "deny", "demand", "threaten")
TOPICS = ("the border", "water", "grain", "prisoners", "the ceasefire", "the port")
# What is said is said in so many words, a few of them most of the time.
WORDS = 5_000
OUTLETS = [f"Gazette {n}" for n in range(40)]


@dataclass(frozen=True, slots=True)
class Cast:
    """Names and words with the weights with which they are drawn."""

    people: list[str]
    bodies: list[str]
    places: list[str]
    words: list[str]


Report = tuple[Document, list[Claim]]
# The first claim of each name, by kind of claim and name.
Roots = dict[tuple[str, str], str]


def make_name(chance: Random, words: int) -> str:
    """Return an invented name of so many words."""
    return " ".join(
        "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()
        for _ in range(words)
    )


def make_cast(chance: Random, documents: int) -> Cast:
    """Return who and what the reports of a case of this size name."""
    people = max(50, documents // 5)
    return Cast(
        list({make_name(chance, 2): None for _ in range(people)}),
        list({f"{make_name(chance, 1)} Council": None for _ in range(people // 5)}),
        list({make_name(chance, 1): None for _ in range(people // 20)}),
        list({make_name(chance, 1).lower(): None for _ in range(WORDS)}),
    )


def draw(chance: Random, names: list[str]) -> str:
    """Draw a name; the first ones are drawn most often (Zipf, exponent near 1)."""
    return names[min(len(names) - 1, int(len(names) ** chance.random()) - 1)]


class Scribe:
    """Writes one report with its claims."""

    def __init__(self, chance: Random, cast: Cast, number: int) -> None:
        self._chance = chance
        self._cast = cast
        self._id = f"d{number:016x}"
        self._number = number
        self._text = ""
        self._claims: list[Claim] = []
        self._known: dict[str, EntityClaim] = {}

    def write(self) -> tuple[Document, list[Claim]]:
        """Return the report and its claims."""
        day = self._number % 3_000
        published = f"{2016 + day // 365}-{1 + day % 365 // 31:02}-{1 + day % 28:02}"
        title = f"{draw(self._chance, self._cast.people)} in talks on the border"
        self._meeting(published)
        self._statement()
        self._statement()
        if self._number % 50 == 0:
            self._slogan()
        self._add(" ".join(self._chance.choices(SYLLABLES, k=120)) + ".\n")
        document = Document(
            self._id,
            self._text,
            (Block(BlockKind.PARAGRAPH, 0, len(self._text)),),
            title,
            Source(self._chance.choice(OUTLETS)),
            "en",
            published,
            "2026-01-01T00:00:00Z",
            f"sha256:{self._number:064x}",
            "text/plain",
            f"report-{self._number}.txt",
        )
        return document, [*self._known.values(), *self._claims]

    def _add(self, words: str) -> tuple[int, int]:
        start = len(self._text)
        self._text += words
        return start, len(self._text)

    def _cite(self, start: int, end: int) -> Citation:
        return Citation(Span(self._id, start, end), self._text[start:end])

    def _next(self, kind: str) -> str:
        return f"c{kind}{self._number:012x}{len(self._claims) + len(self._known):03x}"

    def _name(self, name: str, schema: str) -> EntityClaim:
        citation = self._cite(*self._add(name))
        if name not in self._known:
            self._known[name] = EntityClaim(
                self._next("e"),
                self._id,
                schema,
                ("city",) if schema == "Place" else (),
                name,
                (NameUse(name, "en", (citation,)),),
                None,
                None,
                (citation,),
                PRODUCER,
            )
        return self._known[name]

    def _meeting(self, published: str) -> None:
        start = len(self._text)
        title = self._chance.choice(OFFICES)
        office = self._add(f"{title} ")[0]
        one = self._name(draw(self._chance, self._cast.people), "Person")
        held = self._cite(office, len(self._text))
        self._add(" of the ")
        body = self._name(draw(self._chance, self._cast.bodies), "Organization")
        self._add(" met ")
        other = self._name(draw(self._chance, self._cast.people), "Person")
        self._add(" in ")
        place = self._name(draw(self._chance, self._cast.places), "Place")
        topic = self._chance.choice(TOPICS)
        self._add(f" on {published} to speak about {topic}.")
        citation = self._cite(start, len(self._text))
        self._add("\n")
        self._claims.append(
            RoleClaim(
                self._next("r"),
                self._id,
                one.id,
                title,
                body.id,
                body.name,
                "current",
                None,
                (held,),
                PRODUCER,
            )
        )
        self._claims.append(
            EventClaim(
                self._next("v"),
                self._id,
                "CONSULT",
                self._chance.choice(MODES),
                tuple(Participant(Party(x.id, x.name), "actor") for x in (one, other)),
                place.id,
                place.name,
                Time(published, published, "day"),
                (topic,),
                (),
                Modality.ASSERTED if self._chance.random() < 0.9 else Modality.PLANNED,
                (),
                (citation,),
                PRODUCER,
            )
        )

    def _statement(self) -> None:
        speaker = self._name(draw(self._chance, self._cast.people), "Person")
        self._add(" said that ")
        rest = " ".join(draw(self._chance, self._cast.words) for _ in range(8))
        words = f"{self._chance.choice(TOPICS)} will be {rest}"
        citation = self._cite(*self._add(words))
        self._add(".\n")
        self._claims.append(
            StatementClaim(
                self._next("s"),
                self._id,
                (Party(speaker.id, speaker.name),),
                (),
                (),
                Manner.INDIRECT,
                self._chance.choice(ACTS),
                words,
                None,
                (),
                None,
                None,
                None,
                (citation,),
                PRODUCER,
            )
        )

    def _slogan(self) -> None:
        citation = self._cite(*self._add(f"Slogan number {self._number % 200}"))
        self._add("\n")
        self._claims.append(
            NarrativeClaim(
                self._next("n"),
                self._id,
                citation.quote,
                "slogan",
                (),
                None,
                (citation,),
                PRODUCER,
            )
        )


def make_reports(count: int) -> Iterator[tuple[Document, list[Claim]]]:
    """Yield so many reports with their claims; the same ones for the same count."""
    chance = Random(7)  # noqa: S311 - the same case every time
    cast = make_cast(chance, count)
    for number in range(count):
        yield Scribe(chance, cast, number).write()


def generate(folder: Path, documents: int) -> int:
    """Write a case; returns how many claims it has."""
    create_case(folder).close()
    engine = open_engine(folder / "case.db", read_only=False)
    roots: Roots = {}
    total = 0
    batch: list[Report] = []
    for report in make_reports(documents):
        batch.append(report)
        total += len(report[1])
        if len(batch) == STEP:
            _write(engine, batch, roots)
            batch = []
    if batch:
        _write(engine, batch, roots)
    engine.dispose()
    return total


def _write(engine: Engine, batch: Sequence[Report], roots: Roots) -> None:
    with transaction(engine, "case", write=True) as connection:
        base = _highest(connection, "documents"), _highest(connection, "claims")
        _write_documents(connection, [document for document, _ in batch], base[0])
        told = [
            (document.id, ordinal, claim)
            for document, claims in batch
            for ordinal, claim in enumerate(claims)
        ]
        _write_claims(connection, told, base[1])
        _write_clusters(connection, [claim for _, _, claim in told], roots)


def _highest(connection: Connection, table: str) -> int:
    query = f"SELECT coalesce(max(n), 0) FROM {table}"  # noqa: S608 - own names
    return int(connection.execute(text(query)).scalar_one())


def _write_documents(
    connection: Connection, documents: Sequence[Document], base: int
) -> None:
    numbered = list(enumerate(documents, base + 1))
    connection.execute(
        insert(DOCUMENTS),
        [
            {
                "n": n,
                "id": one.id,
                "digest": one.digest,
                "published": one.published,
                "head": encode(replace(one, text="")),
                "body": one.text,
                "extracted": PRODUCER,
                "resolved": PRODUCER,
            }
            for n, one in numbered
        ],
    )
    originals = [{"digest": d.digest, "size": 0, "packed": b""} for d in documents]
    connection.execute(insert(ORIGINALS), originals)
    connection.execute(
        text("INSERT INTO document_words(rowid, title, body) VALUES (:n, :t, :b)"),
        [{"n": n, "t": fold(d.title or ""), "b": fold(d.text)} for n, d in numbered],
    )


def _write_claims(
    connection: Connection, told: Sequence[tuple[str, int, Claim]], base: int
) -> None:
    rows = [
        {
            "n": n,
            "id": claim.id,
            "document": document,
            "ordinal": ordinal,
            "kind": KIND_OF[type(claim)],
            "subject": subject_of(claim),
            "body": encode(claim),
        }
        for n, (document, ordinal, claim) in enumerate(told, base + 1)
    ]
    connection.execute(insert(CLAIMS), rows)
    said = [
        {"n": n, "b": fold(claim.content)}
        for n, (_, _, claim) in enumerate(told, base + 1)
        if isinstance(claim, StatementClaim)
    ]
    query = "INSERT INTO statement_words(rowid, body) VALUES (:n, :b)"
    connection.execute(text(query), said)
    index_names(connection, [claim for _, _, claim in told])


def _write_clusters(
    connection: Connection, claims: Sequence[Claim], roots: Roots
) -> None:
    canonical: dict[str, str] = {}
    edges = []
    for claim in claims:
        if not isinstance(claim, EntityClaim | NarrativeClaim):
            continue
        label = claim.name if isinstance(claim, EntityClaim) else claim.label
        root = roots.setdefault((type(claim).__name__, label), claim.id)
        if root != claim.id:
            canonical |= {root: root, claim.id: root}
            edges.append(_edge(root, claim.id))
    if edges:
        pairs = [{"id": one, "canonical": to} for one, to in canonical.items()]
        connection.execute(insert(CANONICAL).prefix_with("OR REPLACE"), pairs)
        connection.execute(insert(EDGES), edges)


def _edge(left: str, right: str) -> dict[str, object]:
    return {
        "left": left,
        "right": right,
        "judgement": Judgement.POSITIVE.value,
        "score": 0.95,
        "judge": "auto:names",
        "reasons": b'["same name"]',
        "made": "2026-01-01T00:00:00",
    }


if __name__ == "__main__":
    started = time.monotonic()
    claims_written = generate(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{claims_written:,} claims in {time.monotonic() - started:.0f} s")
