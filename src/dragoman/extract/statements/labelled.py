"""Whom the label of a transcript means: "MS. ORU", "GEN. TAL", "THE PRESIDENT".

In capitals, with a title, a name is found by its last word among the persons whom the
text names elsewhere; an office by the one person who is said to hold it.
"""

from dragoman.extract.statements.labels import Label
from dragoman.extract.statements.reading import Reading
from dragoman.model.annotation import MentionKind, Schema
from dragoman.model.claim import Party

# Words of a full name, at least, and letters of a surname.
_LEAST = 2
# How far before a name its title is looked for, in code points.
_TITLE = 80


def find_labelled(reading: Reading, label: Label) -> Party | None:
    """Return the person whom a label means, ``None`` if that is not plain."""
    words = label.name.casefold().replace("’", "'").split()
    if not words or label.asks or label.answers:
        return None
    if words[0] == "the" and len(words) > 1:
        return _holder(reading, " ".join(words[1:]))
    return _surnamed(reading, words[-1].strip("."))


def _surnamed(reading: Reading, surname: str) -> Party | None:
    """Return the only person whose full name ends so."""
    found = {
        chain.id: chain.name
        for chain in reading.annotations.chains
        if chain.schema is Schema.PERSON
        and chain.name is not None
        and len(chain.name.split()) >= _LEAST
        and chain.name.casefold().split()[-1] == surname
    }
    if len(found) != 1 or len(surname) < _LEAST:
        return None
    ((chain, name),) = found.items()
    return Party(chain, name)


def _holder(reading: Reading, title: str) -> Party | None:
    """Return the only one who holds an office in the text, or has it before his name.

    "Remarks by President Ana Ruiz" over the turns tells who "THE PRESIDENT" is.
    """
    annotations, text = reading.annotations, reading.document.text
    holders = {
        office.holder
        for office in annotations.offices
        if office.title.casefold() == title and office.status != "former"
    } or {
        mention.chain
        for mention in annotations.mentions
        if mention.kind is MentionKind.NAME
        and mention.schema is Schema.PERSON
        and text[max(mention.start - _TITLE, 0) : mention.start]
        .casefold()
        .rstrip()
        .endswith(f" {title}")
    }
    if len(holders) != 1:
        return None
    chain = annotations.chain_by_id[holders.pop()]
    return None if chain.name is None else Party(chain.id, chain.name)
