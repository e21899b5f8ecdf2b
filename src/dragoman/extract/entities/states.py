"""In which state a report puts a place that shares its name with others.

The gazetteer's largest bearer of a name is meant unless the report says otherwise:
"Jenin, Poland", "the Polish village of Jenin"; or names the state of another bearer
that is not much smaller, and never that of the largest one (Tripoli, in a report on
Lebanon).
"""

import re
from collections.abc import Iterator, Mapping

from dragoman.data.tables import demonyms, fold_key, namesakes, places
from dragoman.model.annotation import Annotations, Chain, Mention, MentionKind, Schema
from dragoman.model.document import Document

_BEHIND = re.compile(r"(?:,| in|, in| \()\s?(?:the )?$")
_BEFORE = re.compile(
    r"(\w+) (?:village|town|city|hamlet|settlement|port|suburb|resort) of $"
)
_LOOK_BEHIND, _LOOK_BEFORE = 10, 40
# Thousands of inhabitants: a name of a larger place is not taken for a village's.
_SMALL = 100
# How much larger the usual bearer may be than the one whose state is named.
_TIMES = 10


def read_states(document: Document, annotations: Annotations) -> dict[str, str]:
    """Return the states of places that lie elsewhere than the largest of their name.

    Returns:
        ISO 3166 alpha-2 by identifier of the chain.
    """
    states = {
        chain.id: chain.country
        for chain in annotations.chains
        if chain.country is not None and _is_wide(chain)
    }
    named = frozenset(states.values()) | {
        chain.country
        for chain in annotations.chains
        if chain.schema is Schema.ORGANIZATION and chain.country is not None
    }
    opens = {
        mention.start: states[mention.chain]
        for mention in annotations.mentions
        if mention.chain in states
    }
    found = {}
    for chain in annotations.chains:
        if chain.schema is not Schema.PLACE or chain.name is None or _is_wide(chain):
            continue
        said = set(_said(document.text, _names_of(chain, annotations), opens))
        code = next(iter(said)) if len(said) == 1 else None
        if code is None or not _plausible(chain.name, code):
            code = None if said else _by_context(chain.name, named)
        if code is not None and code != chain.country:
            found[chain.id] = code
    return found


def _is_wide(chain: Chain) -> bool:
    return chain.schema is Schema.PLACE and chain.types[:1] in {("state",), ("region",)}


def _names_of(chain: Chain, annotations: Annotations) -> list[Mention]:
    mentions = annotations.mentions_by_chain.get(chain.id, ())
    return [one for one in mentions if one.kind is MentionKind.NAME]


def _said(
    text: str, mentions: list[Mention], opens: Mapping[int, str]
) -> Iterator[str]:
    for mention in mentions:
        for start in range(mention.end + 2, mention.end + _LOOK_BEHIND):
            if start in opens and _BEHIND.match(text[mention.end : start]):
                yield opens[start]
        if not text.endswith(" of ", 0, mention.start):
            continue
        lead = text[max(0, mention.start - _LOOK_BEFORE) : mention.start]
        before = _BEFORE.search(lead)
        if before is not None:
            code = demonyms().get(fold_key(before.group(1)))
            if code is not None:
                yield code


def _plausible(name: str, code: str) -> bool:
    """Tell a place from one that only stands beside a state in a list."""
    key = fold_key(name).removeprefix("the ")
    if code in namesakes().get(key, {}):
        return True
    usual = places().get(key)
    return usual is not None and usual.kind == "city" and usual.population < _SMALL


def _by_context(name: str, named: frozenset[str]) -> str | None:
    bearers = namesakes().get(fold_key(name).removeprefix("the "), {})
    if not bearers:
        return None
    usual = max(bearers, key=lambda code: bearers[code])
    others = [code for code in bearers if code in named]
    if usual in named or len(others) != 1:
        return None
    return others[0] if bearers[others[0]] * _TIMES >= bearers[usual] else None
