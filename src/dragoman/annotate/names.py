"""Mentions, chains and offices: who is spoken of.

The annotator runs the steps of its neighbours in order: words of names
(``names_units``), titles (``names_titles``), capitalised sequences
(``names_sequences``), what they name (``names_types``), which belong together
(``names_chains``), what refers back to them (``coreference``) and who holds which
office (``offices``).
"""

from dragoman.annotate.names_reading import read_names
from dragoman.model.annotation import Annotations, Chain, Mention, MentionKind
from dragoman.model.document import Document
from dragoman.model.ids import hash_id


class NamesAnnotator:
    """Named, described and pronominal mentions in English prose."""

    name = "names"
    version = "1"
    requires = frozenset({"sentences", "quotations"})
    provides = frozenset({"mentions", "chains", "offices"})

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        """Find the mentions of a document and join them to chains."""
        reading = read_names(document, annotations)
        ids = [
            hash_id("c", document.id, number, chain.display or chain.names[0].text)
            for number, chain in enumerate(reading.chains)
        ]
        used = {spot.chain for spot in reading.spots}
        chains = [
            Chain(
                id=ids[number],
                schema=chain.schema,
                types=chain.types,
                name=chain.display or chain.names[0].text,
                gender=chain.gender,
                country=chain.country,
            )
            for number, chain in enumerate(reading.chains)
            if number in used
        ]
        mentions = [
            Mention(
                start=spot.start,
                end=spot.end,
                text=document.text[spot.start : spot.end],
                kind=MentionKind.NAME,
                schema=reading.chains[spot.chain].schema,
                sentence=spot.sentence,
                head=spot.head,
                chain=ids[spot.chain],
            )
            for spot in reading.spots
        ]
        mentions.sort(key=lambda m: (m.start, m.end))
        return annotations.with_(mentions=mentions, chains=chains)
