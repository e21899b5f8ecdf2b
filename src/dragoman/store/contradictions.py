"""Which statements of a case contradict one another, as its judgements say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from dragoman.model.entity import Statement
from dragoman.model.judgement import CONTRADICTS, Judgement
from dragoman.store.connect import fetch

# Judgements that say so, by the claims that they are on.
_ALL = """
    SELECT "left", "right" FROM edges
    WHERE judgement = :judgement AND instr(reasons, CAST(:reason AS BLOB))
"""
_OF_SOME = """
    WITH asked(id) AS (SELECT value FROM json_each(:asked)),
    members(id) AS (
        SELECT id FROM asked UNION
        SELECT id FROM canonical WHERE canonical IN (SELECT id FROM asked)
    )
    SELECT "left", "right" FROM edges
    WHERE "left" IN (SELECT id FROM members)
    AND judgement = :judgement AND instr(reasons, CAST(:reason AS BLOB))
    UNION
    SELECT "left", "right" FROM edges
    WHERE "right" IN (SELECT id FROM members)
    AND judgement = :judgement AND instr(reasons, CAST(:reason AS BLOB))
"""
# Of such pairs, those that no later judgement overrules, by what they are one with.
_HOMES = """
    SELECT coalesce(mine.canonical, one), coalesce(theirs.canonical, other)
    FROM (
        SELECT json_extract(value, '$[0]') AS one, json_extract(value, '$[1]') AS other
        FROM json_each(:asked)
    )
    LEFT JOIN canonical AS mine ON mine.id = one
    LEFT JOIN canonical AS theirs ON theirs.id = other
    WHERE (
        SELECT judgement FROM edges WHERE "left" = one AND "right" = other
        ORDER BY n DESC LIMIT 1
    ) = :judgement
"""
_ASKED = {"judgement": Judgement.NEGATIVE.value, "reason": CONTRADICTS}


def all_contradictions(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Return what contradicts each statement, by canonical identifiers."""
    return _by_statement(connection, fetch(connection, _ALL, **_ASKED))


def contradictions_of(
    connection: Connection, canonicals: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Return what contradicts some statements, by canonical identifiers."""
    asked = sorted(canonicals)
    if not asked:
        return {}
    return _by_statement(connection, fetch(connection, _OF_SOME, asked, **_ASKED))


def _by_statement(
    connection: Connection, pairs: Iterable[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    asked = [list(pair) for pair in pairs]
    judged = Judgement.NEGATIVE.value
    for one, other in fetch(connection, _HOMES, asked, judgement=judged):
        if one != other:  # a person made them one
            found[one].add(other)
            found[other].add(one)
    return {one: tuple(sorted(others)) for one, others in found.items()}


def set_against(
    statement: Statement, against: Mapping[str, tuple[str, ...]]
) -> Statement:
    """Return a statement with the versions that contradict it."""
    others = against.get(statement.id)
    return statement if others is None else replace(statement, against=others)
