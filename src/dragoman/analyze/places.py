"""Places of a case on the map: which of several places of one name is meant.

The state that a report names beside the place decides, then the states of what stands
near its mentions, then size. So "Jenin" in a report on the West Bank lies there, and
not in Poland, and "London, Ontario" lies in Canada.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.data.gazetteer import Location, country_points, find_cities
from dragoman.data.tables import country_names, fold_key, places, region_names
from dragoman.model.entity import Entity
from dragoman.model.span import Span

# Weights against the logarithm of the inhabitants: a place in the state that the
# report names beats one that is ten thousand times larger.
_NAMED_STATE = 4.0
_CONTEXT = 3.0
# Two readings closer than this are told as uncertain.
_CLEAR_LEAD = 0.5
# A town of fewer people in a state that no report names is a namesake of something
# that the table does not have (a river, an invented place), so it is left out.
_KNOWN_FAR_AWAY = 300_000
# One of several readings of a name speaks for its state only if it is this many times
# larger than any other: "Paris" says France, "Tripoli" says nothing.
_CLEARLY_LARGER = 30
# Distance in characters at which a neighbour counts half, and what counts as beside.
_HALF = 150
_BESIDE = 3
_BESIDE_WEIGHT = 20.0
# Mentions of a place that are looked around; the first ones tell where it lies.
_MENTIONS = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an entity lies, and how sure that is.

    Attributes:
        location: The likeliest reading.
        others: How many other places bear the name.
        sure: Whether the likeliest one is clearly ahead.
    """

    location: Location
    others: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What the reports of a case say about where they are.

    Attributes:
        states: How often the reports name each state, by alpha-2.
        near: By document, the stretches that speak of a state, with its code.
    """

    states: Mapping[str, int]
    near: Mapping[str, Sequence[tuple[int, int, str]]] = field(default_factory=dict)


def read_context(entities: Iterable[Entity]) -> Context:
    """Gather the states that the reports speak of, and where they do."""
    states: Counter[str] = Counter()
    near: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities:
        code = _state_of(entity)
        if code is None:
            continue
        states[code] += len(entity.citations)
        for citation in entity.citations:
            span = citation.span
            near[span.document_id].append((span.start, span.end, code))
    return Context(states, near)


def _state_of(entity: Entity) -> str | None:
    """Return the state that an entity speaks for, ``None`` where that is a guess."""
    if entity.schema != "Place" or {"state", "region"} & set(entity.types[:1]):
        return entity.country
    found = {one.geonames: one for one in find_cities(entity.name)}
    ranked = sorted(found.values(), key=lambda one: -one.people)
    if not ranked:
        return entity.country
    rival = next((o.people for o in ranked if o.country != ranked[0].country), 0)
    clear = ranked[0].people >= _CLEARLY_LARGER * rival
    return ranked[0].country if clear else None


def locate(entity: Entity, context: Context) -> Placed | None:
    """Find a place on the map.

    Args:
        entity: A place; anything else lies nowhere.
        context: Of the case (``read_context``).

    Returns:
        ``None`` where the gazetteer does not know the name, or knows it only of a
        small town of a state that the reports do not speak of. Regions and waters
        are not looked for among towns that happen to share their name.
    """
    if entity.schema != "Place":
        return None
    names = [use.text for use in entity.names] or [entity.name]
    keys = [fold_key(name).removeprefix("the ") for name in names]
    code = next((country_names()[key] for key in keys if key in country_names()), None)
    if code is not None or "state" in entity.types:
        return _locate_state(entity.name, code or entity.country)
    if "region" in entity.types or any(key in region_names() for key in keys):
        return None
    found = {one.geonames: one for name in names for one in find_cities(name)}
    spans = [citation.span for citation in entity.citations[:_MENTIONS]]
    around = _look_around(spans, context)
    return _pick(list(found.values()), _named_state(entity, keys), around, context)


def _locate_state(name: str, code: str | None) -> Placed | None:
    point = country_points().get(code or "")
    if code is None or point is None:
        return None
    return Placed(Location(name, code, *point, 0, None, "state"), 0, sure=True)


def _named_state(entity: Entity, keys: Iterable[str]) -> str | None:
    """Return the state that the reports give a place, ``None`` for one by default.

    A place without any state beside it gets that of the largest place of its name;
    that is no word of a report.
    """
    defaults = {place.country for key in keys if (place := places().get(key))}
    return None if entity.country in defaults else entity.country


def _look_around(spans: Iterable[Span], context: Context) -> Mapping[str, float]:
    """Weigh the states of what stands around some mentions, those beside most."""
    found: defaultdict[str, float] = defaultdict(float)
    for span in spans:
        for start, end, code in context.near.get(span.document_id, ()):
            gap = max(start - span.end, span.start - end)
            if gap < 0:
                continue  # The mention itself.
            beside = start >= span.end and gap <= _BESIDE
            found[code] += _BESIDE_WEIGHT if beside else _HALF / (_HALF + gap)
    return found or context.states


def _pick(
    found: list[Location],
    country: str | None,
    around: Mapping[str, float],
    context: Context,
) -> Placed | None:
    most = max(around.values(), default=0.0)
    found = [
        one
        for one in found
        if one.country in context.states
        or one.country == country
        or one.people >= _KNOWN_FAR_AWAY
    ]

    def weigh(one: Location) -> float:
        weight = math.log10(max(one.people, 1))
        if one.country == country:
            weight += _NAMED_STATE
        if most:
            weight += _CONTEXT * around.get(one.country, 0) / most
        return weight

    ranked = sorted(found, key=lambda one: (-weigh(one), one.geonames or ""))
    if not ranked:
        return None
    lead = weigh(ranked[0]) - weigh(ranked[1]) if len(ranked) > 1 else math.inf
    return Placed(ranked[0], len(ranked) - 1, lead >= _CLEAR_LEAD)
