"""From the tellings of one event to the event with all its reports."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Generic, TypeVar

from dragoman.model.accounts import Side, are_rivals, make_side
from dragoman.model.claim import (
    EventClaim,
    Modality,
    Participant,
    Party,
    Quantity,
    Time,
)
from dragoman.model.descriptions import head_word
from dragoman.model.directory import Directory, key_of, unite
from dragoman.model.edtf import can_both_hold, days_of
from dragoman.model.entity import Disagreement, Event, Report, Variant
from dragoman.model.span import Citation
from dragoman.model.syntax import ARTICLES

T = TypeVar("T")

# People of whom only the number is told.
_ANYBODY = frozenset({"people", "person", "other"})

# One side says that it happened, another denies it: the event is asserted, and
# the denial is a statement about it. What was called off was planned before.
_MODALITIES = (
    Modality.ASSERTED,
    Modality.CANCELLED,
    Modality.PLANNED,
    Modality.DENIED,
    Modality.DEMANDED,
    Modality.ASSESSED,
    Modality.HYPOTHETICAL,
)

# Quantities of persons; others (amounts, distances) may stand for different things.
COUNTED = frozenset(
    {"killed", "wounded", "arrested", "abducted", "missing", "displaced"}
    | {"participants"}
)

# Within so much more "at least" is still the same count.
_CLOSE = 1.25

# Who met whom is told from either side.
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})

# Places of one level exclude one another; a city and its state do not.
_LEVELS = ("city", "state")


@dataclass(frozen=True, slots=True)
class _Option(Generic[T]):
    """One value of a property with the claims that give it."""

    value: T
    claims: tuple[EventClaim, ...]

    @property
    def weight(self) -> tuple[int, int]:
        """More documents first, then more tellings; negative for sorting."""
        documents = {claim.document_id for claim in self.claims}
        return -len(documents), -len(self.claims)


def assemble_event(
    canonical: str, claims: Sequence[EventClaim], directory: Directory
) -> Event:
    """Assemble an event from its tellings (one or more).

    Values on which tellings agree but for precision become the most precise one;
    for values that cannot both hold the most reported one is shown and all are
    kept as a disagreement.
    """
    times = _options_of_time(claims)
    places = _options_of_place(claims, directory)
    numbers = _options_of_quantity(claims)
    place, place_name = places[0].value if places else (None, None)
    modes = Counter(claim.mode for claim in claims if claim.mode is not None)
    kinds = Counter(claim.type for claim in claims)
    return Event(
        id=canonical,
        type=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        mode=min(modes, key=lambda mode: (-modes[mode], mode), default=None),
        participants=_merge_participants(claims, directory),
        place=place,
        place_name=place_name,
        time=times[0].value if times else None,
        topics=tuple(dict.fromkeys(topic for one in claims for topic in one.topics)),
        quantities=tuple(options[0].value for options in numbers.values()),
        modality=min((one.modality for one in claims), key=_MODALITIES.index),
        attribution=directory.parties(p for one in claims for p in one.attribution),
        reports=_gather_reports(claims),
        disagreements=(
            *_disagree("occurrence", _options_of_occurrence(claims), str),
            *_disagree("actor", _options_of_actor(claims, directory), str),
            *_disagree("time", times, lambda time: time.value),
            *_disagree(
                "place", _exclusive(places, directory), lambda place: place[1] or ""
            ),
            *(
                one
                for (kind, _), options in numbers.items()
                if kind in COUNTED
                for one in _disagree(kind, _told_apart(options), _show_number)
            ),
        ),
        citations=_fullest_first(claims),
    )


def _fullest_first(claims: Sequence[EventClaim]) -> tuple[Citation, ...]:
    """Return the citations, first that of the telling that names most."""

    def rank(claim: EventClaim) -> tuple[int, int, Citation]:
        named = sum(one.party.entity is not None for one in claim.participants)
        known = sum(one is not None for one in (claim.time, claim.place))
        return -named, -known, claim.citations[0]

    if len(claims) == 1:
        return _lead(claims)
    best = min(claims, key=rank).citations[0]
    return (best, *(one for one in _lead(claims) if one != best))


def _options_of_occurrence(claims: Sequence[EventClaim]) -> list[_Option[str]]:
    """Return who says that it happened, and who denies it."""
    groups = {
        word: tuple(claim for claim in claims if claim.modality is modality)
        for word, modality in (
            ("asserted", Modality.ASSERTED),
            ("denied", Modality.DENIED),
        )
    }
    return [_Option(word, told) for word, told in groups.items() if told]


def _options_of_actor(
    claims: Sequence[EventClaim], directory: Directory
) -> list[_Option[str]]:
    """Return who is said to have attacked, where the accounts exclude one another."""
    known: list[tuple[tuple[Side, ...], EventClaim]] = []
    for claim in claims:
        if claim.type != "ASSAULT" or claim.modality is not Modality.ASSERTED:
            continue
        sides = [
            make_side(one.party, directory)
            for one in claim.participants
            if one.part == "actor" and not _is_city(one.party, directory)
        ]
        telling = tuple(side for side in sides if side.tells)
        if telling:
            known.append((telling, claim))
    known.sort(key=lambda pair: (-_named(pair[0]), -len(pair[0]), pair[1].id))
    options = _group(known, lambda one, other: not are_rivals(one, other))
    return [
        _Option(_show_account(option, directory), option.claims) for option in options
    ]


def _is_city(party: Party, directory: Directory) -> bool:
    """Tell whether a town is said to have done it: where it was is meant."""
    entity = directory.entity(party.entity)
    return entity is not None and "city" in directory.cards[entity].types


def _show_account(option: _Option[tuple[Side, ...]], directory: Directory) -> str:
    """Return who did it by an account, and on whose word if on nobody else's."""
    names = " and ".join(_show_side(one) for one in option.value)
    if not all(claim.attribution for claim in option.claims):
        return names
    vouchers = directory.parties(p for one in option.claims for p in one.attribution)
    return f"{names}, according to {' and '.join(one.name for one in vouchers)}"


def _named(sides: Sequence[Side]) -> int:
    return sum(side.party.entity is not None for side in sides)


def _show_side(side: Side) -> str:
    """Return a name, or a description without its article."""
    first, _, rest = side.party.name.partition(" ")
    unnamed = side.party.entity is None and first.lower() in ARTICLES
    return rest if unnamed and rest else side.party.name


def _merge_participants(
    claims: Sequence[EventClaim], directory: Directory
) -> tuple[Participant, ...]:
    """Unite the participants; fuller tellings come first.

    Someone unnamed in one telling ("two diplomats") goes when another telling of
    the same event names somebody in that part whom the first one does not.
    """
    told = [directory.participants(claim.participants) for claim in claims]
    named = [{one.party.entity for one in group} - {None} for group in told]
    parts = {(one.party.entity, _side(one, claims)) for group in told for one in group}
    kept: defaultdict[tuple[str | None, str], list[Participant]] = defaultdict(list)
    fullest = sorted(range(len(told)), key=lambda n: (-len(named[n]), n))
    for n in fullest:
        others = {
            side
            for entity, side in parts
            if entity is not None and entity not in named[n]
        }
        for one in told[n]:
            if one.party.entity is None and _side(one, claims) in others:
                continue
            kept[key_of(one.party)].append(one)
    if claims[0].type == "ASSAULT":
        _fold_described(kept)
    merged = tuple(
        Participant(
            _best([one.party for one in group]), _common([one.part for one in group])
        )
        for group in kept.values()
    )
    return _without_counts(merged, claims) if claims[0].type == "ASSAULT" else merged


def _fold_described(kept: dict[tuple[str | None, str], list[Participant]]) -> None:
    """Let a fuller description stand for a shorter one of the same thing hit.

    "The livestock market of Gao" for "THE MARKET"; numbers keep descriptions apart.
    """
    hit = [
        key
        for key, group in kept.items()
        if key[0] is None and group[0].part == "recipient"
    ]
    for key in sorted(hit, key=lambda one: -len(_words(one[1]))):
        words = _words(key[1])
        fuller = [
            other
            for other in hit
            if other in kept
            and other != key
            and words <= _words(other[1])
            and head_word(other[1]) == head_word(key[1])
        ]
        if len(fuller) == 1:
            kept[fuller[0]].extend(kept.pop(key))


def _words(description: str) -> frozenset[str]:
    return frozenset(description.split()) - ARTICLES


def _best(parties: Sequence[Party]) -> Party:
    """Return the party in the words that say most, not in capitals only."""
    if len(parties) == 1:
        return parties[0]
    return max(parties, key=lambda one: (not one.name.isupper(), len(one.name)))


def _without_counts(
    merged: tuple[Participant, ...], claims: Sequence[EventClaim]
) -> tuple[Participant, ...]:
    """Leave out "at least 12 people" beside what was hit: the numbers tell it.

    Beside other counts too: they stand for the same people.
    """
    numbers = {one for claim in claims for one in claim.quantities}
    hit = [one for one in merged if one.part == "recipient"]
    counts = [
        one
        for one in hit
        if one.party.entity is None
        and (one.party.name.isdigit() or head_word(one.party.name) in _ANYBODY)
        and any(number.text in one.party.name for number in numbers)
    ]
    kinds = [
        number.kind
        for one in counts
        for number in numbers
        if number.text in one.party.name
    ]
    # "killed seven persons and abducted 150 others": different people
    if len(counts) == len(hit) and len(kinds) == len(set(kinds)):
        return merged
    return tuple(one for one in merged if one not in counts)


def _side(participant: Participant, claims: Sequence[EventClaim]) -> str:
    """Return the part of somebody; all have the same one where sides are mutual."""
    return "" if claims[0].type in MUTUAL else participant.part


def _common(values: Sequence[str]) -> str:
    """Return the most frequent value, the first one among equals."""
    if len(values) == 1:
        return values[0]
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value])


def _options_of_time(claims: Sequence[EventClaim]) -> list[_Option[Time]]:
    known = [(claim.time, claim) for claim in claims if claim.time is not None]
    known.sort(key=lambda pair: (days_of(pair[0].value), pair[1].id))
    return _group(known, lambda one, other: can_both_hold(one.value, other.value))


def _group(
    known: Sequence[tuple[T, EventClaim]], fits: Callable[[T, T], bool]
) -> list[_Option[T]]:
    """Group values that can both hold; each group takes its first value."""
    if len(known) < 2:  # most events are told once
        return [_Option(value, (claim,)) for value, claim in known]
    groups: list[tuple[T, list[EventClaim]]] = []
    for value, claim in known:
        group = next((one for one in groups if fits(one[0], value)), None)
        if group is None:
            groups.append((value, [claim]))
        else:
            group[1].append(claim)
    options = [_Option(value, tuple(members)) for value, members in groups]
    return sorted(options, key=lambda option: option.weight)


Place = tuple[str | None, str | None]


def _options_of_place(
    claims: Sequence[EventClaim], directory: Directory
) -> list[_Option[Place]]:
    """Return the places of the finest level that the tellings give."""
    known: list[tuple[Place, EventClaim]] = []
    for claim in claims:
        entity = directory.entity(claim.place)
        if entity is not None:
            known.append(((entity, directory.cards[entity].name), claim))
        elif claim.place_name is not None:
            known.append(((None, claim.place_name), claim))
    options = _group(
        known,
        lambda one, other: (
            one[0] == other[0] and (one[0] is not None or one[1] == other[1])
        ),
    )
    return sorted(
        options, key=lambda option: _level(option.value, directory) == "state"
    )


def _level(place: Place, directory: Directory) -> str | None:
    types = directory.cards[place[0]].types if place[0] is not None else ()
    return next((level for level in _LEVELS if level in types), None)


def _exclusive(
    options: Sequence[_Option[Place]], directory: Directory
) -> list[_Option[Place]]:
    """Return the places that cannot hold beside the first one, and that one."""
    level = _level(options[0].value, directory) if options else None
    if level is None:
        return []
    return [option for option in options if _level(option.value, directory) == level]


def _options_of_quantity(
    claims: Sequence[EventClaim],
) -> dict[tuple[str, str | None], list[_Option[Quantity]]]:
    """Return the numbers of each kind and unit, the tightest of a group first."""
    known: defaultdict[tuple[str, str | None], list[tuple[Quantity, EventClaim]]]
    known = defaultdict(list)
    for claim in claims:
        for quantity in claim.quantities:
            known[quantity.kind, quantity.unit].append((quantity, claim))
    return {key: _group_numbers(pairs) for key, pairs in known.items()}


def _group_numbers(
    pairs: Sequence[tuple[Quantity, EventClaim]],
) -> list[_Option[Quantity]]:
    """Group numbers that can both hold, the tightest of a group first.

    "At least 12" goes with 12; beside 15 and 17 alone nobody knows with which. "At
    least 70" may hold where 147 died, but is another count: of an earlier hour.
    """
    ordered = sorted(pairs, key=lambda pair: (_width(pair[0]), pair[1].id))
    exact = {one.low for one, _ in ordered if one.low == one.high}

    def fits(first: Quantity, other: Quantity) -> bool:
        if first.low == first.high and other.high is None and len(exact) > 1:
            return first.low == other.low
        return _overlap(first, other) and not _is_outgrown(first, other)

    return _group(ordered, fits)


def _is_outgrown(one: Quantity, other: Quantity) -> bool:
    """Tell whether a lower bound is far below another count of persons.

    "Dozens" and "hundreds" are no counts.
    """
    return any(
        low.high is None
        and low.kind in COUNTED
        and any(sign.isdigit() for sign in low.text)
        and low.low * _CLOSE < high.low
        for low, high in ((one, other), (other, one))
    )


def _width(quantity: Quantity) -> float:
    return inf if quantity.high is None else quantity.high - quantity.low


def _overlap(one: Quantity, other: Quantity) -> bool:
    return one.low <= (inf if other.high is None else other.high) and other.low <= (
        inf if one.high is None else one.high
    )


def _show_number(quantity: Quantity) -> str:
    low = f"{quantity.low:.15g}"
    if quantity.high is None:
        return f"{low} or more"
    return low if quantity.high == quantity.low else f"{low} to {quantity.high:.15g}"


def _told_apart(options: Sequence[_Option[Quantity]]) -> Sequence[_Option[Quantity]]:
    """Return the numbers unless one telling gives them all: it counts two things."""
    if len(options) < 2:
        return options
    first = options[0].claims[0]
    several = any(claim != first for option in options for claim in option.claims)
    return options if several else ()


def _disagree(
    name: str, options: Sequence[_Option[T]], show: Callable[[T], str]
) -> tuple[Disagreement, ...]:
    if len(options) < 2:
        return ()
    variants = tuple(
        Variant(show(option.value), _lead(option.claims)) for option in options
    )
    return (Disagreement(name, variants),)


def _gather_reports(claims: Sequence[EventClaim]) -> tuple[Report, ...]:
    told: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.document_id].append(claim)
    return tuple(Report(one, _lead(group)) for one, group in sorted(told.items()))


def _lead(claims: Sequence[EventClaim]) -> tuple[Citation, ...]:
    """Return the citations: first the passages that tell it, then other support."""
    if len(claims) == len(claims[0].citations) == 1:
        return claims[0].citations
    first = unite(claim.citations[0] for claim in claims)
    rest = unite(citation for claim in claims for citation in claim.citations)
    known = set(first)
    return first + tuple(citation for citation in rest if citation not in known)
