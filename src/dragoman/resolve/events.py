"""Which tellings tell of the same event, in one document and across documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from dragoman.model.claim import Claim, EventClaim
from dragoman.model.judgement import Edge, Judgement
from dragoman.model.view import View
from dragoman.resolve.events_compare import compare, may_be_one
from dragoman.resolve.events_measures import telling_tolls
from dragoman.resolve.events_news import named_towns
from dragoman.resolve.events_victims import victim_keys
from dragoman.resolve.places import place_identity
from dragoman.resolve.settle import NEAREST, settle
from dragoman.resolve.statements import least_hashes
from dragoman.resolve.tellings import (
    AHEAD,
    Telling,
    find_belonging,
    kind_of,
    make_tellings,
    month_buckets,
    party_key,
    standing_of,
)
from dragoman.resolve.verdict import Verdict

_MAX_PARTIES = 6
# Persons meet often, but not with everybody: one participant is key enough.
_PERSONAL = frozenset({"meet", "visit", "call"})

Pair = tuple[EventClaim, EventClaim, Verdict]


class EventResolver:
    """Type, participants, time, place and wording decide."""

    name = "events"
    version = "4"
    judge_name = "auto:events"

    def __init__(self) -> None:
        self._published: dict[str, str | None] = {}
        self._keys: dict[str, tuple[EventClaim, list[str]]] = {}

    def keys(self, claim: Claim, view: View) -> Iterable[str]:
        """Return blocking keys: kind, participants or place, month."""
        if not isinstance(claim, EventClaim):
            return ()
        date = self._date_of(claim.document_id, view)
        known = self._keys.get(claim.id)
        if known is None or known[0] is not claim:
            known = self._keys[claim.id] = claim, _event_keys(claim, date)
        return known[1]

    def _date_of(self, document_id: str, view: View) -> str | None:
        """Return a publication date; all claims of a document ask in a row."""
        if document_id not in self._published:
            self._published = view.published([document_id])
            self._keys.clear()
        return self._published[document_id]

    def judge(
        self, fresh: Sequence[Claim], known: Sequence[Claim], view: View
    ) -> Iterable[Edge]:
        """Judge the events of one document."""
        own = [claim for claim in fresh if isinstance(claim, EventClaim)]
        kinds = set(map(kind_of, own))
        any_year = {claim.id: claim for claim in self._of_any_year(own, view)}
        told = any_year | {claim.id: claim for claim in known}
        others = [
            claim
            for _, claim in sorted(told.items())
            if isinstance(claim, EventClaim) and kind_of(claim) in kinds
        ]
        if not own or len(own) + len(others) < 2:
            return ()
        tellings = make_tellings((*own, *others), view)
        pairs = _compare_all(_pair_up(own, others), tellings, view)
        weak = {verdict.weak for *_, verdict in pairs if verdict.weak is not None}
        # What has no year may fit two that are known and that nobody compared.
        some = [c for c in others if c.id in weak or c.id in any_year]
        open_ones = ((one, other) for one in some for other in others if one != other)
        rivals = _compare_all(
            chain(open_ones, _between(pairs, others, view)), tellings, view
        )
        return settle(pairs, rivals, view, self.judge_name)

    def _of_any_year(self, own: Sequence[EventClaim], view: View) -> list[Claim]:
        """Return what is told of the same months in other years, where it matters.

        It does where the year of something is not told: that can be of any year, and
        must not make one of two.
        """
        keys = {key for claim in own for key in self.keys(claim, view)}
        stems = {stem for key in keys if (stem := _without_year(key)) is not None}
        if stems.isdisjoint(keys) and not view.claims_by_keys(self.name, stems):
            return []
        ours = {claim.id for claim in own}
        filed = view.claims_by_stems(self.name, stems)
        return [claim for claim in filed if claim.id not in ours]


def _between(
    pairs: Sequence[Pair], others: Sequence[EventClaim], view: View
) -> Iterator[tuple[EventClaim, EventClaim]]:
    """Yield the pairs of known claims that stand in two events and would be joined.

    A report that fits both makes them no one event if they exclude one another: that
    was judged when they came, and is not kept where nobody would take them for one.
    """
    known = {claim.id for claim in others}
    groups: dict[str, set[str]] = {}
    for one, other, verdict in pairs:
        if verdict.judgement is Judgement.POSITIVE:
            both = groups.get(one.id, {one.id}) | groups.get(other.id, {other.id})
            groups.update(dict.fromkeys(both, both))
    met = {frozenset(group & known) for group in groups.values()}
    bridged = [group for group in met if len(group) > 1]
    if not bridged:
        return
    homes = view.canonicals(known)
    for group in sorted(map(sorted, bridged)):
        events = {homes[one] for one in group}
        members = [claim for claim in others if homes[claim.id] in events]
        for one, other in combinations(members[:NEAREST], 2):
            if homes[one.id] != homes[other.id]:
                yield one, other


def _event_keys(claim: EventClaim, published: str | None) -> list[str]:
    kind = kind_of(claim)
    parties = [
        key
        for one in claim.participants
        if one.party.entity is not None and (key := party_key(one.party.name))
    ]
    parties = sorted(dict.fromkeys(parties))[:_MAX_PARTIES]
    about = ["+".join(pair) for pair in combinations(parties, 2)]
    if claim.place_name:
        place = place_identity(claim.place_name)
        about.append(f"@{place}")
        about.extend(f"{party}@{place}" for party in parties)
    about.extend(
        f"@{place}" for place in named_towns(claim) if f"@{place}" not in about
    )
    if kind in _PERSONAL or not about:
        about.extend(parties)
    about.extend(one for one in victim_keys(claim, published) if one not in about)
    if not about:  # what another document copies, all but a word
        about.extend(f'"{value}' for value in least_hashes(claim.citations[0].quote))
    about.extend(f"#{counted} {low:g}" for counted, low in sorted(telling_tolls(claim)))
    value = None if claim.time is None else claim.time.value
    ahead = standing_of(claim) in AHEAD
    return [
        f"{kind}|{one}|{bucket}"
        for one in about
        for bucket in month_buckets(value, published, ahead=ahead)
    ]


def _without_year(key: str) -> str | None:
    """Return the beginning of a key that is the same in each year, if there is one."""
    about = key.rpartition("|")[0]
    return f"{about}|" if about.rpartition("|")[2].startswith("-") else None


def _pair_up(
    own: Sequence[EventClaim], others: Sequence[EventClaim]
) -> Iterator[tuple[EventClaim, EventClaim]]:
    """Yield pairs of one kind, and of plans and what was called off."""
    by_kind: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for claim in others:
        by_kind[kind_of(claim)].append(claim)
    before: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for claim in own:
        kind = kind_of(claim)
        for other in (*by_kind[kind], *before[kind][-NEAREST:]):
            yield claim, other
        before[kind].append(claim)


def _compare_all(
    candidates: Iterable[tuple[EventClaim, EventClaim]],
    tellings: dict[str, Telling],
    view: View,
) -> list[Pair]:
    listed = list(candidates)
    # Offices are looked up where times and places leave anything open.
    near = {
        claim.id: claim
        for one, other in listed
        if may_be_one(tellings[one.id], tellings[other.id])
        for claim in (one, other)
    }
    belonging = find_belonging(near.values(), view)
    return [
        (one, other, verdict)
        for one, other in listed
        if (verdict := compare(tellings[one.id], tellings[other.id], belonging))
        is not None
    ]
