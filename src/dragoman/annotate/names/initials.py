"""Two people behind one initial: "A. Kostan, head of the court" is not the premier.

A name with an initial is taken for a short form of the full name that fits. Where a
document gives the two forms offices that have nothing in common, that is a guess too
much: the short form becomes somebody of its own, and whether both are one is left to
a person.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.data.tables import office_wording
from dragoman.model.annotation import Chain, Mention, MentionKind, Office, Schema
from dragoman.model.ids import hash_id
from dragoman.text.names import words_of

Parts = tuple[list[Mention], list[Chain], list[Office]]


def part_initials(
    mentions: Sequence[Mention], chains: Sequence[Chain], offices: Sequence[Office]
) -> Parts:
    """Part names with initials from full names whose holders hold other offices.

    Returns:
        Mentions, chains and offices, with the parted ones under chains of their own.
    """
    named: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind is MentionKind.NAME and mention.schema is Schema.PERSON:
            named[mention.chain].append(mention)
    holds: defaultdict[str, list[Office]] = defaultdict(list)
    for office in offices:
        holds[office.holder].append(office)
    found = list(mentions), list(chains), list(offices)
    for chain in chains:
        short = [one for one in named[chain.id] if _has_initial(one.text)]
        full = [one for one in named[chain.id] if _is_full(one.text)]
        if short and full and not chain.members:
            held = holds[chain.id]
            theirs, own = _held_at(full, held), _held_at(short, held)
            if own and theirs and _apart(own, theirs):
                found = _part(chain, short, own, found)
    return found


def _has_initial(name: str) -> bool:
    words = words_of(name)
    return len(words) > 1 and len(words[0]) == 1 < len(words[-1])


def _is_full(name: str) -> bool:
    words = words_of(name)
    return len(words) > 1 and min(len(words[0]), len(words[-1])) > 1


def offices_at(
    mentions: Iterable[Mention], offices: Iterable[Office]
) -> dict[int, list[Office]]:
    """Return the offices that are told where each mention stands.

    Args:
        mentions: In any order.
        offices: Their order is kept.

    Returns:
        Those whose evidence holds the mention, by the ``id`` of the mention.
    """
    ordered = sorted(mentions, key=lambda one: one.start)
    starts = [one.start for one in ordered]
    found: dict[int, list[Office]] = {id(one): [] for one in ordered}
    for office in offices:
        begin, end = office.evidence
        for place in range(bisect_left(starts, begin), len(ordered)):
            if starts[place] >= end:
                break
            if ordered[place].end <= end:
                found[id(ordered[place])].append(office)
    return found


def _held_at(mentions: Iterable[Mention], offices: Iterable[Office]) -> list[Office]:
    """Return the offices that stand with any of some mentions."""
    told = offices_at(mentions, offices).values()
    some = {id(office) for each in told for office in each}
    return [office for office in offices if id(office) in some]


def _apart(some: Iterable[Office], others: Iterable[Office]) -> bool:
    """Tell whether offices have neither title nor body in common, all held now."""
    some, others = list(some), list(others)
    if any(office.status != "current" for office in (*some, *others)):
        return False
    bodies = {one.organization for one in others} - {None}
    lines = {office_wording(one.title) for one in others}
    return all(
        office.organization not in bodies and office_wording(office.title) not in lines
        for office in some
    )


def _part(
    chain: Chain, short: Sequence[Mention], own: Sequence[Office], parts: Parts
) -> Parts:
    mentions, chains, offices = parts
    first = min(short, key=lambda mention: mention.start)
    apart = replace(
        chain,
        id=hash_id("c", chain.id, first.text, first.start),
        name=first.text,
        gender=None,
    )
    moved = {id(one) for one in (*short, *own)}
    return (
        [replace(one, chain=apart.id) if id(one) in moved else one for one in mentions],
        [*chains, apart],
        [replace(one, holder=apart.id) if id(one) in moved else one for one in offices],
    )
