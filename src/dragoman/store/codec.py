"""Documents and claims as JSON bytes, and back.

The types of ``model`` are plain dataclasses; msgspec reads them as they are and
checks every value, so a row that was tampered with is an error and not a guess.
"""

import msgspec

from dragoman.errors import StoreError
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EpithetClaim,
    EventClaim,
    IncidentClaim,
    NarrativeClaim,
    RoleClaim,
    StatementClaim,
)
from dragoman.model.document import Document

KINDS: dict[str, type[Claim]] = {
    "entity": EntityClaim,
    "epithet": EpithetClaim,
    "role": RoleClaim,
    "event": EventClaim,
    "statement": StatementClaim,
    "narrative": NarrativeClaim,
    "incident": IncidentClaim,
}
KIND_OF: dict[type, str] = {kind: name for name, kind in KINDS.items()}

_ENCODER = msgspec.json.Encoder()
_DECODERS = {name: msgspec.json.Decoder(kind) for name, kind in KINDS.items()}
_DOCUMENT = msgspec.json.Decoder(Document)


def encode(thing: object) -> bytes:
    """Return the JSON form of a document, a claim or a part of one."""
    return _ENCODER.encode(thing)


def decode_claim(kind: str, body: bytes) -> Claim:
    """Return the claim of a row.

    Raises:
        StoreError: The row holds something else.
    """
    try:
        return _DECODERS[kind].decode(body)
    except (KeyError, msgspec.MsgspecError) as error:
        raise StoreError(f"a claim of kind {kind!r} cannot be read: {error}") from error


def decode_document(body: bytes) -> Document:
    """Return the document of a row; its text is stored beside it.

    Raises:
        StoreError: The row holds something else.
    """
    try:
        return _DOCUMENT.decode(body)
    except msgspec.MsgspecError as error:
        raise StoreError(f"a document cannot be read: {error}") from error


def subject_of(claim: Claim) -> str:
    """Return what a row is filed beside.

    Roles stand with their holder. Records of incidents have no page of their own and
    stand with their document.
    """
    if isinstance(claim, RoleClaim | EpithetClaim):
        return claim.entity
    if isinstance(claim, IncidentClaim):
        return claim.document_id
    return claim.id
