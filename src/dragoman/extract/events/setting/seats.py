"""Which city "the capital" is where nothing but the text before says so."""

from collections.abc import Iterator

from dragoman.data.tables import capitals, fold_key
from dragoman.model.annotation import Annotations, Chain, MentionKind, Schema

_REACH = 600  # code points back to the city: about a paragraph


def capital_before(annotations: Annotations, start: int) -> tuple[str, str] | None:
    """Return the last city named before a sentence that is a capital.

    "He travelled to Lomé on Monday. In the capital he met": Lomé.

    Args:
        annotations: Those of the document.
        start: First code point of the sentence of "the capital".
    """
    for chain, name in _named_before(annotations, start):
        if fold_key(name) in capitals():
            return chain.id, name
    return None


def town_before(annotations: Annotations, start: int) -> tuple[str, str] | None:
    """Return the last town named before "the town", if no other stands near it.

    Args:
        annotations: Those of the document.
        start: First code point of "the town".
    """
    for chain, name in _named_before(annotations, start):
        if not {"state", "region"} & set(chain.types):
            return chain.id, name
    return None


def _named_before(annotations: Annotations, start: int) -> Iterator[tuple[Chain, str]]:
    """Yield the places named not far before an offset, the last one first."""
    for mention in reversed(annotations.mentions):
        if not start - _REACH <= mention.start < start:
            continue
        if mention.kind is not MentionKind.NAME or mention.schema is not Schema.PLACE:
            continue
        chain = annotations.chain_by_id[mention.chain]
        if chain.name is not None:
            yield chain, chain.name
