"""Cards of entities, made of all their names without reading what is cited for them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

import msgspec

from dragoman.errors import StoreError
from dragoman.model.amendment import STRUCK, Amendment, list_amendments
from dragoman.model.directory import EntityCard, make_card


class _Citation(msgspec.Struct, frozen=True):
    """Counted, not read."""


class _Use(msgspec.Struct, frozen=True):
    text: str
    citations: tuple[_Citation, ...]


class _Named(msgspec.Struct, frozen=True):
    """What a card needs of the claim of a name."""

    id: str
    schema: str
    types: tuple[str, ...]
    name: str
    country: str | None
    names: tuple[_Use, ...]


_DECODER = msgspec.json.Decoder(_Named)


def find_struck(entries: Mapping[str, Sequence[Amendment]]) -> frozenset[str]:
    """Return the claims that people struck, of those that they corrected."""
    return frozenset(
        claim
        for claim, own in entries.items()
        if any(entry.field == STRUCK for entry in list_amendments(own))
    )


def make_cards(
    rows: Iterable[tuple[str, bytes]], struck: Collection[str]
) -> Iterator[tuple[str, EntityCard]]:
    """Yield the cards of entities.

    Args:
        rows: Canonical identifiers, each with the claim of a name; equal ones together.
        struck: Claims that do not count.

    Raises:
        StoreError: A row holds something else.
    """
    for canonical, group in groupby(rows, itemgetter(0)):
        named = [_decode(body) for _, body in group]
        told = [claim for claim in named if claim.id not in struck]
        if told:
            yield canonical, make_card(told)


def _decode(body: bytes) -> _Named:
    try:
        return _DECODER.decode(body)
    except msgspec.MsgspecError as error:
        raise StoreError(f"the claim of a name cannot be read: {error}") from error
