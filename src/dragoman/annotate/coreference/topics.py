"""Who a section is about, where its heading is a name: "the group" means it there."""

import re
from collections.abc import Sequence as Items

from dragoman.annotate.names.drafts import ChainDraft
from dragoman.data.tables import fold_key
from dragoman.model.annotation import Schema
from dragoman.model.document import BlockKind, Document

_WORD = re.compile(r"[\w'’-]+")
_LONG = 6  # words of a heading beyond which it tells more than a name


def read_topics(document: Document, chains: Items[ChainDraft]) -> dict[int, int]:
    """Return the organisation that the heading above a block names.

    Args:
        document: With its blocks.
        chains: What is named in the document.

    Returns:
        Number of the chain by number of the block, for the blocks of sections whose
        heading names exactly one organisation.
    """
    names = {
        f" {fold_key(name.text)} ": number
        for number, chain in enumerate(chains)
        if chain.schema is Schema.ORGANIZATION
        for name in chain.names
    }
    topics: dict[int, int] = {}
    topic: int | None = None
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            words = _WORD.findall(document.text[block.start : block.end])
            heading = f" {fold_key(' '.join(words))} "
            found = {chain for name, chain in names.items() if name in heading}
            single = len(found) == 1 and len(words) <= _LONG
            topic = found.pop() if single else None
        elif topic is not None:
            topics[number] = topic
    return topics
