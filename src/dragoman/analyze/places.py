"""Places of a case on the map: which of several places of one name is meant.

The state that a report names with the place decides; where it names none, the states
that the reports speak of, then size. So "Jenin" in a report on the West Bank lies
there, and not in Poland.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.data.gazetteer import Location, country_points, find_cities
from dragoman.data.tables import country_names, fold_key, region_names
from dragoman.model.entity import Entity

# Weights against the logarithm of the inhabitants: a place in the state that the
# report names beats one that is ten thousand times larger.
_NAMED_STATE = 4.0
_CONTEXT = 3.0
# A smaller place in a state that no report speaks of is a namesake.
_KNOWN_FAR_AWAY = 300_000
# Two readings closer than this are told as uncertain.
_CLEAR_LEAD = 0.5


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


def count_states(entities: Iterable[Entity]) -> Counter[str]:
    """Count how often the reports name each state: the context of a case."""
    found: Counter[str] = Counter()
    for entity in entities:
        if entity.country is not None:
            found[entity.country] += len(entity.citations)
    return found


def locate(entity: Entity, states: Mapping[str, int]) -> Placed | None:
    """Find a place on the map.

    Args:
        entity: A place; anything else lies nowhere.
        states: How often the reports name each state (``count_states``), by alpha-2.

    Returns:
        ``None`` where the gazetteer does not know the name, or knows it only as a
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
    return _pick(list(found.values()), entity.country, states)


def _locate_state(name: str, code: str | None) -> Placed | None:
    point = country_points().get(code or "")
    if code is None or point is None:
        return None
    return Placed(Location(name, code, *point, 0, None, "state"), 0, sure=True)


def _pick(
    found: list[Location], country: str | None, states: Mapping[str, int]
) -> Placed | None:
    most = max(states.values(), default=0)
    found = [
        one
        for one in found
        if one.country in states
        or one.country == country
        or one.people >= _KNOWN_FAR_AWAY
    ]

    def weigh(one: Location) -> float:
        weight = math.log10(max(one.people, 1))
        if one.country == country:
            weight += _NAMED_STATE
        if most:
            weight += _CONTEXT * states.get(one.country, 0) / most
        return weight

    ranked = sorted(found, key=lambda one: (-weigh(one), one.geonames or ""))
    if not ranked:
        return None
    lead = weigh(ranked[0]) - weigh(ranked[1]) if len(ranked) > 1 else math.inf
    return Placed(ranked[0], len(ranked) - 1, lead >= _CLEAR_LEAD)
