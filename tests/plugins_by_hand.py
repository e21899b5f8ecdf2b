"""Plugins that need no model: names are two capitalized words in a row."""
# ruff: noqa: ARG002 - the signatures are those of the protocols

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import EntryPoint
from itertools import product

from dragoman.model.annotation import Annotations
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EventClaim,
    Modality,
    NameUse,
    Participant,
    Party,
)
from dragoman.model.document import Document
from dragoman.model.ids import hash_id
from dragoman.model.judgement import Edge, Judgement, make_edge
from dragoman.model.view import View

NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")


class Sentences:
    name = "sentences"
    version = "1"
    requires: frozenset[str] = frozenset()
    provides = frozenset({"sentences"})

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        if "SLIP" in document.text:
            raise KeyError("slipped")
        return annotations


class Names:
    name = "names"
    version = "1"
    requires = frozenset({"sentences"})
    provides = frozenset({"entity"})

    def extract(
        self, document: Document, annotations: Annotations, claims: Sequence[Claim]
    ) -> Iterable[Claim]:
        if "RAISE" in document.text:
            raise ValueError("cannot take\nthis text")
        if "DIE" in document.text:
            os._exit(9)
        for name in dict.fromkeys(NAME.findall(document.text)):
            citations = tuple(
                document.cite(*match.span())
                for match in re.finditer(name, document.text)
            )
            yield EntityClaim(
                id=hash_id("e", document.id, name),
                document_id=document.id,
                schema="Person",
                types=(),
                name=name,
                names=(NameUse(name, "en", citations),),
                gender=None,
                country=None,
                citations=citations,
                producer="names/1",
            )


class Meetings:
    name = "meetings"
    version = "1"
    requires = frozenset({"entity"})
    provides = frozenset({"event"})

    def extract(
        self, document: Document, annotations: Annotations, claims: Sequence[Claim]
    ) -> Iterator[Claim]:
        people = [claim for claim in claims if isinstance(claim, EntityClaim)]
        if "met" in document.text and people:
            start = document.text.index("met")
            yield EventClaim(
                id=hash_id("v", document.id, "met"),
                document_id=document.id,
                type="CONSULT",
                mode="meeting",
                participants=tuple(
                    Participant(Party(one.id, one.name), "actor") for one in people
                ),
                place=None,
                place_name=None,
                time=None,
                topics=(),
                quantities=(),
                modality=Modality.ASSERTED,
                attribution=(),
                citations=(document.cite(start, start + 3),),
                producer="meetings/1",
            )


class SameName:
    name = "entities"
    version = "1"

    def keys(self, claim: Claim, view: View) -> Iterable[str]:
        if isinstance(claim, EntityClaim):
            if claim.name == "Broken Resolver":
                raise LookupError("no such thing")
            yield claim.name.split()[-1]

    def judge(
        self, fresh: Sequence[Claim], known: Sequence[Claim], view: View
    ) -> Iterator[Edge]:
        for one, other in product(fresh, known):
            if (
                isinstance(one, EntityClaim)
                and isinstance(other, EntityClaim)
                and one.name == other.name
            ):
                yield make_edge(
                    one.id,
                    other.id,
                    Judgement.POSITIVE,
                    score=1.0,
                    judge="auto:entities",
                    reasons=("same name",),
                )


POINTS = {
    "annotators": {"sentences": "plugins_by_hand:Sentences"},
    "extractors": {
        "meetings": "plugins_by_hand:Meetings",
        "names": "plugins_by_hand:Names",
    },
    "resolvers": {"entities": "plugins_by_hand:SameName"},
}


def find_points_by_hand(group: str) -> dict[str, EntryPoint]:
    return {
        name: EntryPoint(name, value, f"dragoman.{group}")
        for name, value in POINTS[group].items()
    }
