"""By which words a claim names somebody: an index, so that not all need be read.

Of an entity these are all its names; of a role the body, of an event or a statement
the parties that are named by a description alone ("the Iranian foreign minister").
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from unicodedata import ucd_3_2_0

from sqlalchemy import Connection

from dragoman.data.tables import fold_key
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EventClaim,
    RoleClaim,
    StatementClaim,
)
from dragoman.store.codec import decode_claim
from dragoman.store.connect import fetch, send, stream
from dragoman.store.fulltext import split_terms

_INDEX = """
    INSERT INTO name_words (rowid, body) SELECT n, ?2 FROM claims WHERE id = ?1
"""
_DROP = """
    INSERT INTO name_words (name_words, rowid, body)
    SELECT 'delete', n, ?2 FROM claims WHERE id = ?1
"""
_OF_KIND = "SELECT kind, body FROM claims WHERE kind = :kind"
_ALL = """
    SELECT kind, body FROM claims
    WHERE kind IN ('entity', 'event', 'role', 'statement')
"""
_NAMED = """
    SELECT claims.kind, claims.body
    FROM name_words CROSS JOIN claims ON claims.n = name_words.rowid
    WHERE name_words MATCH :phrases AND claims.kind = :kind
"""
_BATCH = 10_000


def index_names(connection: Connection, claims: Iterable[Claim]) -> None:
    """File new claims."""
    send(connection, _INDEX, _rows(claims))


def drop_names(connection: Connection, claims: Iterable[Claim]) -> None:
    """Take claims that are still stored out of the index."""
    send(connection, _DROP, _rows(claims))


def index_all_names(connection: Connection) -> None:
    """File all claims of a case."""
    everything = (decode_claim(*row) for row in stream(connection, _ALL))
    while some := list(islice(everything, _BATCH)):
        index_names(connection, some)


def find_naming(
    connection: Connection, kind: str, phrases: Iterable[Sequence[str]]
) -> list[Claim]:
    """Return claims of a kind that name somebody by all words of one of some phrases.

    Args:
        connection: A transaction.
        kind: ``entity``, ``role``, ``event`` or ``statement``.
        phrases: Words, folded.
    """
    asked = [[word for word in phrase if _is_indexed(word)] for phrase in phrases]
    if not asked:
        return []
    if not all(asked):  # What has no words cannot be looked up by them.
        rows = fetch(connection, _OF_KIND, kind=kind)
    else:
        rows = fetch(connection, _NAMED, kind=kind, phrases=_match(asked))
    return [decode_claim(*row) for row in rows]


def _is_indexed(word: str) -> bool:
    """Tell whether a word is one for the index too, which knows letters of Unicode 6.

    Of signs alone it knows nothing, so that nothing at all would be found by them.
    """
    return any(ucd_3_2_0.category(sign)[0] in "LN" for sign in word)


def _match(phrases: Iterable[Sequence[str]]) -> str:
    """Return the expression of FTS5 for all words of one of some phrases."""
    quoted = (map(_quote, phrase) for phrase in phrases)
    return " OR ".join(f"({' AND '.join(words)})" for words in quoted)


def _quote(word: str) -> str:
    return '"' + word.replace('"', " ") + '"'


def _rows(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    return [(claim.id, words) for claim in claims if (words := _words_of(claim))]


def _words_of(claim: Claim) -> str:
    match claim:
        case EntityClaim():
            names = {claim.name, *(use.text for use in claim.names)}
        case RoleClaim():
            names = {claim.organization_name or ""}
        case EventClaim() | StatementClaim():
            names = {one.name for one in claim.parties if one.entity is None}
        case _:
            return ""
    return "\n".join(map(_fold, sorted(names)))


def _fold(name: str) -> str:
    """Return the words of a name, as a search and as a table of names fold them."""
    if name.isascii():
        return name.lower()
    return " ".join((*split_terms(name), fold_key(name)))
