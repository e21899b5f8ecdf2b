"""The first sentences of a dossier: what it draws on, and how much it tells."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.dossier.material import Material
from dragoman.dossier.prose import count_words, date_words, join_words
from dragoman.dossier.telling_events import MEETING_MODES
from dragoman.model.claim import Modality
from dragoman.model.document import BlockKind, Document
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Event
from dragoman.model.span import Citation

# The lead of a case of thousands of documents cites only so many of them.
MAX_LEAD_CITATIONS = 12
_STANDINGS = {
    Modality.PLANNED: "as planned",
    Modality.CANCELLED: "as called off",
    Modality.DENIED: "as denied",
    Modality.DEMANDED: "as demanded",
    Modality.HYPOTHETICAL: "as possible",
    Modality.ASSESSED: "as the judgement of a source",
}


def tell_scope(
    material: Material, disagreements: Sequence[CitedSentence]
) -> Iterator[CitedSentence]:
    """Say how much the dossier draws on; cites the head of each document.

    Args:
        material: The case.
        disagreements: What stands under that heading.
    """
    heads = [cite_head(document) for document in material.documents]
    citations = tuple(head for head in heads if head is not None)[:MAX_LEAD_CITATIONS]
    if not citations:
        return
    single = len(material.documents) == 1
    found = [
        count_words(len(material.events), "event"),
        count_words(len(material.statements), "statement"),
    ]
    text = f"{_sources(material)} {'tells' if single else 'tell'} of"
    yield CitedSentence(f"{text} {join_words(found)}.", citations)
    if material.events:
        yield CitedSentence(_standings(material.events), citations)
    if disagreements:
        number = len(disagreements)
        points = "one point" if number == 1 else f"{number} points"
        cited = dict.fromkeys(one.citations[0] for one in disagreements)
        yield CitedSentence(
            f"The sources differ on {points}, told under “Disagreements between "
            "sources”.",
            tuple(cited)[:MAX_LEAD_CITATIONS],
        )


def cite_head(document: Document) -> Citation | None:
    """Cite the headline of a document, or its first prose."""
    prose = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
    return cite_title(document) or _cite_first(document, prose)


def cite_title(document: Document) -> Citation | None:
    """Cite the headline of a document, ``None`` if it has none."""
    return _cite_first(document, frozenset({BlockKind.TITLE}))


def _cite_first(document: Document, kinds: frozenset[BlockKind]) -> Citation | None:
    for block in document.blocks:
        if block.kind in kinds:
            return document.cite(block.start, min(block.end, block.start + 200))
    return None


def _sources(material: Material) -> str:
    """Return documents, outlets and days in words."""
    days = sorted(d.published for d in material.documents if d.published is not None)
    span = ""
    if days:
        span = f" of {date_words(days[0])}"
        if days[0] != days[-1]:
            span = (
                f" published between {date_words(days[0])} and {date_words(days[-1])}"
            )
    outlets = {d.source.name for d in material.documents if d.source.name}
    by = f" by {len(outlets)} outlets" if len(outlets) > 1 else ""
    if len(outlets) == 1:
        by = f" by {next(iter(outlets))}"
    nameless = sum(not d.source.name for d in material.documents)
    if by and nameless:
        by += f" and {nameless} without a named source"
    return f"{count_words(len(material.documents), 'document')}{by}{span}"


def _standings(events: Sequence[Event]) -> str:
    """Return how many events are reported as what."""
    number = Counter(event.modality for event in events)
    held = [event for event in events if event.modality is Modality.ASSERTED]
    consulted = [event for event in held if event.type == "CONSULT"]
    meetings = sum(event.mode in MEETING_MODES for event in consulted)
    visits = sum(event.mode == "visit" for event in consulted)
    kinds = [
        count_words(count, noun)
        for count, noun in ((meetings, "meeting"), (visits, "visit"))
        if count
    ]
    rest = " among them" if meetings + visits < len(held) else ""
    among = f" ({join_words(kinds)}{rest})" if kinds else ""
    parts = [
        f"{len(held)} {'is' if len(held) == 1 else 'are'} reported as having "
        f"happened{among}"
    ]
    parts += [
        f"{number[modality]} {words}"
        for modality, words in _STANDINGS.items()
        if number[modality]
    ]
    return f"Of the events, {join_words(parts)}."
