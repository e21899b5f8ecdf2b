"""Slogans, themes and recirculated media.

A slogan is a quotation that the source shows being pushed (chanted, titled,
promoted), a hashtag, or a cry of the document itself; an ordinary statement in
quotation marks is none. A theme is what propaganda dwells on, in the words of
the source. Recirculation is an outlet passing on another side's media.
"""

from collections.abc import Iterable, Sequence

from dragoman.extract.events_parties import PartyReader
from dragoman.extract.narratives_carriers import CarrierReader
from dragoman.extract.narratives_media import RecirculationReader
from dragoman.extract.narratives_repeated import RepeatedReader
from dragoman.extract.narratives_retold import find_retold
from dragoman.extract.narratives_shared import find_shared
from dragoman.extract.narratives_slogans import SloganReader
from dragoman.extract.narratives_spread import SpreadReader
from dragoman.extract.narratives_themes import ThemeReader
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Claim, EntityClaim, NarrativeClaim, Party
from dragoman.model.document import Document
from dragoman.model.ids import hash_id
from dragoman.schema.loader import load_events, load_narratives

Found = tuple[str, str, tuple[Party, ...], Party | None, tuple[int, int]]


class NarrativeExtractor:
    """Narrative claims of English prose."""

    name = "narratives"
    version = "1"
    requires = frozenset(
        {"sentences", "quotations", "mentions", "chains", "statements"}
    )
    provides = frozenset({"narratives"})

    def __init__(self) -> None:
        self._events = load_events()
        self._words = load_narratives()

    def extract(
        self, document: Document, annotations: Annotations, claims: Sequence[Claim]
    ) -> Iterable[NarrativeClaim]:
        """Yield slogans, themes and recirculations in order of the text."""
        parties = PartyReader(document, annotations, self._events)
        carriers = CarrierReader(parties, self._words)
        source = find_source(document, claims)
        seen: set[tuple[str, str, tuple[Party, ...]]] = set()
        repeated = list(RepeatedReader(carriers, self._words).read())
        told = {(one[0], one[4][0]): set(one[2]) for one in repeated}
        slogans = [
            *(one for one in repeated if one[1] == "slogan"),
            *(
                one
                for one in SloganReader(carriers, self._words, source).read()
                if (one[0], one[4][0]) not in told
                or not set(one[2]) <= told[one[0], one[4][0]]
            ),
        ]
        quoted = [one for one in repeated if one[1] != "slogan"]
        found: list[Found] = [
            *slogans,
            *quoted,
            *SpreadReader(carriers, self._words).read([*slogans, *quoted]),
            *find_retold(claims, slogans),
            *find_shared(claims, annotations),
            *ThemeReader(carriers, self._words).read(),
            *RecirculationReader(carriers, self._words).read(),
        ]
        found.sort(key=lambda one: (one[4], _place(document, one), one[1]))
        for label, form, carrier, origin, (start, end) in found:
            key = (form, label.casefold(), carrier)
            if key in seen:
                continue
            seen.add(key)
            yield NarrativeClaim(
                id=hash_id(
                    "n",
                    document.id,
                    form,
                    label,
                    start,
                    end,
                    *(party.entity or party.name for party in carrier),
                ),
                document_id=document.id,
                label=label,
                form=form,
                carriers=carrier,
                origin=origin,
                citations=(document.cite(start, end),),
                producer=f"{self.name}/{self.version}",
            )


def _place(document: Document, found: Found) -> int:
    """Return where a label stands, to keep the order of the text."""
    label, _, _, _, (start, end) = found
    return document.text.find(label, start, end)


def find_source(document: Document, claims: Iterable[Claim]) -> Party:
    """Return the source of a document as a party, ``author`` if it has no name."""
    name = document.source.name
    if name is None:
        return Party(None, "author")
    for claim in claims:
        if not isinstance(claim, EntityClaim):
            continue
        names = {claim.name, *(use.text for use in claim.names)}
        if name.casefold() in {one.casefold() for one in names}:
            return Party(claim.id, name)
    return Party(None, name)
