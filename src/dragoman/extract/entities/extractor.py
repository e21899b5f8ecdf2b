"""One entity claim for each chain that has a name."""

from collections.abc import Iterator, Sequence

from dragoman.extract.entities.owners import read_owners
from dragoman.extract.entities.states import read_states
from dragoman.model.annotation import Annotations, Mention, MentionKind
from dragoman.model.claim import Claim, EntityClaim, NameUse
from dragoman.model.document import Document
from dragoman.model.span import Citation
from dragoman.text.direction import steady


class EntityExtractor:
    """Named chains become entities; groups and the unnamed do not."""

    name = "entities"
    version = "4"
    requires = frozenset({"mentions", "chains"})
    provides = frozenset({"entity"})

    def extract(
        self,
        document: Document,
        annotations: Annotations,
        claims: Sequence[Claim],  # noqa: ARG002  # part of the protocol
    ) -> Iterator[EntityClaim]:
        """Yield an entity for every named chain, its names with their citations."""
        states = read_states(document, annotations)
        states |= read_owners(document, annotations)
        for chain in annotations.chains:
            if chain.name is None or chain.members:
                continue
            named = [
                mention
                for mention in annotations.mentions_by_chain.get(chain.id, ())
                if mention.kind is MentionKind.NAME
            ]
            if not named:
                continue
            cited = [(one, document.cite(one.start, one.end)) for one in named]
            yield EntityClaim(
                id=chain.id,
                document_id=document.id,
                schema=chain.schema.value,
                types=chain.types,
                name=steady(chain.name),
                names=_names(document, cited),
                gender=chain.gender,
                country=states.get(chain.id, chain.country),
                citations=tuple(citation for _, citation in cited),
                producer=f"{self.name}/{self.version}",
            )


def _names(
    document: Document, cited: Sequence[tuple[Mention, Citation]]
) -> tuple[NameUse, ...]:
    """Return the spellings in order of their first use."""
    by_text: dict[str, list[Citation]] = {}
    for mention, citation in cited:
        # How a name is spelled has no marks of direction; its citation keeps them.
        spelled = " ".join(steady(mention.text).split())
        by_text.setdefault(spelled, []).append(citation)
    return tuple(
        NameUse(text=text, lang=document.lang, citations=tuple(citations))
        for text, citations in by_text.items()
    )
