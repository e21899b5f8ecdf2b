"""Slogans, themes and recirculated media.

A slogan is a quotation that the source shows being pushed (chanted, titled,
promoted), a hashtag, or a cry of the document itself; an ordinary statement in
quotation marks is none. A theme is what propaganda dwells on, in the words of
the source. Recirculation is an outlet passing on another side's media.
"""

from collections.abc import Iterable, Sequence

from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.narratives.carriers import CarrierReader
from dragoman.extract.narratives.cries import CryReader
from dragoman.extract.narratives.found import Found
from dragoman.extract.narratives.hashtags import HashtagReader
from dragoman.extract.narratives.lines import LineReader
from dragoman.extract.narratives.media import RecirculationReader
from dragoman.extract.narratives.repeated import RepeatedReader
from dragoman.extract.narratives.retold import find_retold
from dragoman.extract.narratives.shared import find_shared
from dragoman.extract.narratives.shown import ShownReader
from dragoman.extract.narratives.slogans import SloganReader
from dragoman.extract.narratives.spread import SpreadReader
from dragoman.extract.narratives.themes import ThemeReader
from dragoman.model.annotation import Annotations
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    NarrativeClaim,
    Party,
    StatementClaim,
)
from dragoman.model.document import Document
from dragoman.model.ids import hash_id
from dragoman.schema.loader import load_events, load_narratives

_SEVERAL = 2


class NarrativeExtractor:
    """Narrative claims of English prose."""

    name = "narratives"
    version = "5"
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
        told = {(one.label, one.span[0]): set(one.carriers) for one in repeated}
        slogans = [
            *(one for one in repeated if one.form == "slogan"),
            *(
                one
                for one in SloganReader(carriers, self._words).read()
                if (one.label, one.span[0]) not in told
                or not set(one.carriers) <= told[one.label, one.span[0]]
            ),
        ]
        slogans.extend(HashtagReader(carriers, self._words).read())
        slogans.extend(CryReader(carriers, self._words, source).read())
        slogans.extend(LineReader(carriers, self._words).read())
        slogans.extend(ShownReader(carriers, self._words, claims).read())
        quoted = [one for one in repeated if one.form != "slogan"]
        themes = ThemeReader(carriers, self._words)
        pushed = list(themes.read())
        said = {one.label for one in slogans}
        found: list[Found] = [
            *slogans,
            *quoted,
            *SpreadReader(carriers, self._words, _speakers(claims)).read(
                [*slogans, *quoted, *themes.claims]
            ),
            *find_retold(claims, slogans),
            *find_shared(claims, annotations),
            *(one for one in pushed if one.label not in said),
            *RecirculationReader(carriers, self._words).read(),
        ]
        found = [_without_words(document, one) for one in found]
        carried = {(one.label, one.form) for one in found if one.carriers}
        found = [  # nobody's, where the same is told with who pushes it
            one for one in found if one.carriers or (one.label, one.form) not in carried
        ]
        found.sort(key=lambda one: (one.span, _place(document, one), one.form))
        for one in (_without_things(one, carriers) for one in found):
            key = (one.form, one.label.casefold(), one.carriers)
            if key not in seen:
                seen.add(key)
                yield self._claim(document, one)

    def _claim(self, document: Document, one: Found) -> NarrativeClaim:
        return NarrativeClaim(
            id=hash_id(
                "n",
                document.id,
                one.form,
                one.label,
                *one.span,
                *(party.entity or party.name for party in one.carriers),
            ),
            document_id=document.id,
            label=one.label,
            form=one.form,
            carriers=one.carriers,
            origin=one.origin,
            citations=(document.cite(*one.span),),
            producer=f"{self.name}/{self.version}",
        )


def _without_words(document: Document, found: Found) -> Found:
    """Leave those out whom only the line itself names: "“Neither Rome nor Paris”"."""
    text = document.text[found.span[0] : found.span[1]]
    start = text.find(found.label)
    if found.form != "slogan" or start < 0:
        return found
    outside = text.replace(found.label, " ")
    carriers = tuple(
        party
        for party in found.carriers
        if party.name not in found.label or party.name in outside
    )
    return found._replace(carriers=carriers)


def _speakers(claims: Iterable[Claim]) -> dict[int, tuple[Party, ...]]:
    """Return who says what is quoted, by where the quotation starts."""
    return {
        citation.span.start: claim.speakers
        for claim in claims
        if isinstance(claim, StatementClaim) and claim.speakers
        for citation in claim.citations
    }


def _without_things(found: Found, carriers: CarrierReader) -> Found:
    """Leave "the tweet" out of those who push a slogan, unless nobody else does."""
    if found.form == "slogan":
        found = found._replace(carriers=carriers.without_words(found.carriers))
    if found.form != "slogan" or len(found.carriers) < _SEVERAL:
        return found
    pushing = carriers.without_things(found.carriers)
    return found._replace(carriers=pushing or found.carriers)


def _place(document: Document, found: Found) -> int:
    """Return where a label stands, to keep the order of the text."""
    return document.text.find(found.label, *found.span)


def find_source(document: Document, claims: Iterable[Claim]) -> Party:
    """Return the source of a document as a party, ``author`` if it has no name."""
    name = document.source.name
    if name is None:
        return Party(None, "author")
    folded = name.casefold()
    for claim in claims:
        if not isinstance(claim, EntityClaim):
            continue
        if claim.name.casefold() == folded or any(
            use.text.casefold() == folded for use in claim.names
        ):
            return Party(claim.id, name)
    return Party(None, name)
