"""Two people behind one surname: "Petro Vyhor, a retired miner", "Governor Vyhor".

An office in front of a surname is taken for one of the full name that fits. Where the
document says that this one holds other offices, or that he is somebody's brother, it
is a guess: what the office leads becomes somebody of its own. Whether both are one
after all, the case decides (``resolve.persons``): nobody else may fit.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.names.initials import Parts, offices_at
from dragoman.annotate.names.kin import KIN
from dragoman.data.tables import office_wording
from dragoman.model.annotation import Chain, Mention, MentionKind, Office, Schema
from dragoman.model.ids import hash_id
from dragoman.text.names import own_words_of

# "a father of three" is nobody's father by name.
_COUNTED = re.compile(r"\s+(?:of|to)\s+(?:\d|two|three|four|five|six|seven|eight|nine)")


def find_kin(reader: CoreferencePass, ids: Sequence[str], text: str) -> frozenset[str]:
    """Return the chains of those whom the document calls a relative of somebody."""
    discourse = reader.discourse
    found = set()
    for helds in reader.held.values():
        for held in helds:
            if held.phrase.word not in KIN or _COUNTED.match(text, held.phrase.end):
                continue
            for sequence in held.holders:
                chain = discourse.chain_of.get(id(sequence))
                if chain is not None:
                    found.add(ids[chain])
    return frozenset(found)


def part_titled(
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    offices: Sequence[Office],
    kin: Collection[str],
) -> Parts:
    """Part surnames behind an office from full names of whom others are told.

    Args:
        mentions: Of the document, in order.
        chains: Of the document.
        offices: Of the document.
        kin: Chains of those who are told as somebody's relative.

    Returns:
        Mentions, chains and offices, with the parted ones under chains of their own.
    """
    own: defaultdict[str, list[Mention]] = defaultdict(list)
    held: defaultdict[str, list[Office]] = defaultdict(list)
    for mention in mentions:
        if mention.schema is Schema.PERSON:
            own[mention.chain].append(mention)
    for office in offices:
        held[office.holder].append(office)
    moved: dict[int, str] = {}
    holders: dict[int, str] = {}
    added: list[Chain] = []
    for chain in chains:
        if chain.members or not held[chain.id]:
            continue
        person = _Person(own[chain.id], held[chain.id])
        for group in person.part(told=chain.id in kin):
            first = group.mentions[0]
            apart = replace(
                chain,
                id=hash_id("c", chain.id, first.text, first.start),
                name=first.text,
                # It was told by the name that this one is parted from.
                gender=None,
            )
            added.append(apart)
            moved.update((id(one), apart.id) for one in group.mentions)
            holders.update((id(one), apart.id) for one in group.offices)
    return (
        [
            replace(one, chain=moved[id(one)]) if id(one) in moved else one
            for one in mentions
        ],
        [*chains, *added],
        [
            replace(one, holder=holders[id(one)]) if id(one) in holders else one
            for one in offices
        ],
    )


@dataclass(slots=True)
class _Group:
    """What belongs to somebody who is told by an office and a surname."""

    mentions: list[Mention]
    offices: list[Office]


class _Person:
    """One chain: its mentions in order, the offices at each."""

    def __init__(self, mentions: list[Mention], offices: list[Office]) -> None:
        self._mentions = mentions
        self._at = offices_at(mentions, offices)

    def part(self, *, told: bool) -> list[_Group]:
        """Return those who are somebody else.

        Args:
            told: Whether the full name is told as somebody's relative.
        """
        full = [one for one in self._mentions if _is_full(one)]
        led = [one for one in self._mentions if self._is_led(one)]
        if not full or not led:
            return []
        known = set(map(id, led))
        theirs = _Held()
        for one in self._mentions:
            if id(one) not in known:
                theirs.add(self._at[id(one)])
        groups: dict[str, _Group] = {}
        for mention in led:
            offices = self._at[id(mention)]
            before = full[0].start < mention.start
            if not (before and theirs.clash(offices, told=told)):
                theirs.add(offices)
                continue
            title = office_wording(offices[0].title)
            group = groups.setdefault(title, _Group([], []))
            group.mentions.append(mention)
            group.offices.extend(offices)
        if groups:
            self._follow(groups.values())
        return list(groups.values())

    def _is_led(self, mention: Mention) -> bool:
        """Tell whether an office stands in front of a bare surname."""
        return (
            mention.kind is MentionKind.NAME
            and _is_bare(mention)
            and any(one.end <= mention.start for one in self._at[id(mention)])
        )

    def _follow(self, groups: Iterable[_Group]) -> None:
        """Give whom a group tells what refers back to him, up to the full name."""
        whose = {id(one): group for group in groups for one in group.mentions}
        last: _Group | None = None
        for mention in self._mentions:
            if id(mention) in whose:
                last = whose[id(mention)]
            elif _is_full(mention) or self._at[id(mention)]:
                last = None
            elif last is not None:
                last.mentions.append(mention)


def _is_full(mention: Mention) -> bool:
    return mention.kind is MentionKind.NAME and not _is_bare(mention)


def _is_bare(mention: Mention) -> bool:
    return len(own_words_of(mention.text)) == 1


class _Held:
    """The offices of the full name, as far as they are known."""

    def __init__(self) -> None:
        self._known = False
        self._bodies: set[str] = set()
        self._words: set[str] = set()

    def add(self, offices: Iterable[Office]) -> None:
        for office in offices:
            self._known = True
            self._words |= _words(office)
            if office.organization is not None:
                self._bodies.add(office.organization)

    def clash(self, own: Iterable[Office], *, told: bool) -> bool:
        """Tell whether offices have nothing in common with these."""
        if not self._known:
            return told
        return all(
            office.status == "current"
            and office.organization not in self._bodies
            and self._words.isdisjoint(_words(office))
            for office in own
        )


def _words(office: Office) -> set[str]:
    both = f"{office.title} {office_wording(office.title)}".lower()
    return set(both.replace("-", " ").split()) - {"of", "the", "for", "and"}
