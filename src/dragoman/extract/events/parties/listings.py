"""Groups whose members are listed once: "the envoys (Ana Ruiz, Ken Lind and Bo Falk)".

Wherever such a group acts again in the document, its members do.
"""

from collections.abc import Iterator

from dragoman.extract.parties import parties_of_chain
from dragoman.model.annotation import Annotations, Mention, MentionKind, Schema
from dragoman.model.claim import Party

_TWO = 2


def find_listings(annotations: Annotations) -> dict[str, tuple[Party, ...]]:
    """Return the members of groups without a name, by the chain of the group.

    A group is a plural that people are named beside, at least two of them.
    """
    found: dict[str, tuple[Party, ...]] = {}
    for mention in annotations.mentions:
        if mention.kind is not MentionKind.NOMINAL or mention.chain in found:
            continue
        chain = annotations.chain_by_id[mention.chain]
        if chain.name is not None or chain.members:
            continue
        members = tuple(dict.fromkeys(_listed(annotations, mention)))
        if len(members) >= _TWO:
            found[mention.chain] = members
    return found


def _listed(annotations: Annotations, mention: Mention) -> Iterator[Party]:
    """Yield the people named in apposition to a plural, in their order."""
    tree = annotations.sentences[mention.sentence]
    head = tree[mention.head]
    # "Co-Chairs" may well be tagged as one.
    if head.tag not in {"NNS", "NNPS"} and not head.text.endswith("s"):
        return
    row = tree.children(mention.head, "appos")
    while row:
        name, *row = row
        one = annotations.mention_headed(mention.sentence, name)
        if one is None or one.kind is not MentionKind.NAME:
            return
        if one.schema is not Schema.PERSON:
            return
        yield from parties_of_chain(annotations, one.chain)
        row = [*tree.children(name, "conj"), *row]
