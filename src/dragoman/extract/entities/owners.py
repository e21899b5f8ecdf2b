"""Whose a body is that every state has: "Togo's Ministry of the Interior".

The possessor in front is no part of the name, and neither is the capital behind it
("the Interior Ministry in Lomé"); both tell this ministry from those of others.
"""

import re
from collections.abc import Iterator, Mapping

from dragoman.data.tables import capitals, fold_key, places
from dragoman.model.annotation import Annotations, Chain, MentionKind, Schema
from dragoman.model.document import Document
from dragoman.text.organization_names import parse_organization

_OWNED = re.compile(r"['’]s?\s+$")
_SEATED = re.compile(r"\s+in\s+$")
_WINDOW = 5


def read_owners(document: Document, annotations: Annotations) -> dict[str, str]:
    """Return the states of bodies whose names every state has.

    Returns:
        ISO 3166 alpha-2 by identifier of the chain; none where two states are told.
    """
    chains = {chain.id: chain for chain in annotations.chains}
    begins: dict[int, str] = {}
    ends: dict[int, str] = {}
    for mention in annotations.mentions:
        chain = chains[mention.chain]
        if mention.kind is MentionKind.NAME and chain.schema is Schema.PLACE:
            code = _state_of(chain)
            if code is not None and "state" in chain.types:
                ends[mention.end] = code
            elif code is not None:
                begins[mention.start] = code
    found = {}
    for chain in annotations.chains:
        if _may_be_of_any_state(chain):
            told = set(_told(chain, document.text, annotations, begins, ends))
            if len(told) == 1:
                found[chain.id] = told.pop()
    return found


def _state_of(chain: Chain) -> str | None:
    """Return the state that a name is of, or is the capital of."""
    if "state" in chain.types:
        return chain.country
    key = fold_key(chain.name or "")
    place = places().get(key)
    return place.country if place is not None and key in capitals() else None


def _may_be_of_any_state(chain: Chain) -> bool:
    if chain.schema is not Schema.ORGANIZATION or chain.country or not chain.name:
        return False
    body = parse_organization(chain.name)
    return not body.countries and (body.generic or bool(body.ministry))


def _told(
    chain: Chain,
    text: str,
    annotations: Annotations,
    begins: Mapping[int, str],
    ends: Mapping[int, str],
) -> Iterator[str]:
    for mention in annotations.mentions_by_chain.get(chain.id, ()):
        if mention.kind is not MentionKind.NAME:
            continue
        for end in range(max(0, mention.start - _WINDOW), mention.start):
            if end in ends and _OWNED.fullmatch(text, end, mention.start):
                yield ends[end]
        for start in range(mention.end + 1, mention.end + _WINDOW + 1):
            if start in begins and _SEATED.fullmatch(text, mention.end, start):
                yield begins[start]
