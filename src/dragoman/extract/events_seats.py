"""Which city "the capital" is where nothing but the text before says so."""

from dragoman.data.tables import capitals, fold_key
from dragoman.model.annotation import Annotations, MentionKind, Schema

_REACH = 600  # code points back to the city: about a paragraph


def capital_before(annotations: Annotations, start: int) -> tuple[str, str] | None:
    """Return the last city named before a sentence that is a capital.

    "He travelled to Lomé on Monday. In the capital he met": Lomé.

    Args:
        annotations: Those of the document.
        start: First code point of the sentence of "the capital".
    """
    found: list[tuple[str, str]] = []
    for mention in annotations.mentions:
        if not start - _REACH <= mention.start < start:
            continue
        if mention.kind is not MentionKind.NAME or mention.schema is not Schema.PLACE:
            continue
        chain = annotations.chain_by_id[mention.chain]
        if chain.name is not None and fold_key(chain.name) in capitals():
            place = (chain.id, chain.name)
            if place in found:
                found.remove(place)
            found.append(place)
    return found[-1] if found else None


def town_before(annotations: Annotations, start: int) -> tuple[str, str] | None:
    """Return the last town named before "the town", if no other stands near it.

    Args:
        annotations: Those of the document.
        start: First code point of "the town".
    """
    for mention in reversed(annotations.mentions):
        if not start - _REACH <= mention.start < start:
            continue
        if mention.kind is not MentionKind.NAME or mention.schema is not Schema.PLACE:
            continue
        chain = annotations.chain_by_id[mention.chain]
        if chain.name is not None and not {"state", "region"} & set(chain.types):
            return chain.id, chain.name
    return None
