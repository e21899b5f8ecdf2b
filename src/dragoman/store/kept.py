"""What a writer has read of a case, kept from document to document.

Resolving a document asks for the same claims, dates and clusters again and again, and
most of them the last documents asked for as well. What is kept holds as long as no
other program writes (``connect.transaction`` sees to that): documents and claims never
change, and whoever reads a document anew or puts in a list says so here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from dragoman.model.claim import Claim
from dragoman.store.homes import Homes

# Claims that are kept, some 50 MB, and documents of which something is.
MAX_CLAIMS = 20_000
MAX_DOCUMENTS = 20_000

T = TypeVar("T")


class Kept:
    """A part of a case as it is stored.

    Attributes:
        homes: Canonical identifiers.
        claims: Claims by identifier.
        claims_of: Identifiers of all claims of a document, in their order.
        published: Publication dates by document.
        outlets: Who published a document.
        has_lists: Whether users' lists are in the case, ``None`` if not known.
    """

    def __init__(self) -> None:
        self.homes = Homes()
        self.claims: dict[str, Claim] = {}
        self.claims_of: dict[str, tuple[str, ...]] = {}
        self.published: dict[str, str | None] = {}
        self.outlets: dict[str, str | None] = {}
        self.has_lists: bool | None = None

    def make_room(self) -> None:
        """Forget claims when there are many; the oldest go.

        A dictionary keeps the order in which it was filled.
        """
        if len(self.claims_of) > MAX_DOCUMENTS:
            self.claims_of.clear()
        if len(self.claims) > MAX_CLAIMS:
            for one in list(islice(self.claims, MAX_CLAIMS // 4)):
                del self.claims[one]

    def keep_document(self, document_id: str, claims: Sequence[Claim]) -> None:
        """Keep the claims of a document as they are stored, for who judges them."""
        self.make_room()
        self.claims_of[document_id] = tuple([claim.id for claim in claims])
        self.claims.update((claim.id, claim) for claim in claims)

    def forget_document(self, document_id: str) -> None:
        """Forget the claims of a document, as it is read anew."""
        for claim in self.claims_of.pop(document_id, ()):
            self.claims.pop(claim, None)


def look_up(
    kept: dict[str, T],
    documents: Iterable[str],
    read: Callable[[list[str]], Mapping[str, T]],
) -> dict[str, T]:
    """Return what is kept of some documents; what is not is read and kept.

    Args:
        kept: An attribute of ``Kept``.
        documents: Identifiers; those of no document are left out.
        read: Reads it of the documents that it is given.
    """
    asked = dict.fromkeys(documents)
    found = {one: kept[one] for one in asked if one in kept}
    missing = [one for one in asked if one not in found]
    if missing:
        fresh = read(missing)
        if len(kept) > MAX_DOCUMENTS:
            kept.clear()
        kept.update(fresh)
        found.update(fresh)
    return found
