"""States and regions that no table knows, by the adjectives that a document has.

The model reads "Talvar rejected the offer" as it reads a surname. The document
mostly shows better: a word that has an adjective of nationality beside it ("the
Talvari government", "Lusaran officers") names a land. Where the land itself is not
named, the adjective at least is known as one by what only states have.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from dragoman.annotate.names.drafts import Name
from dragoman.annotate.names.types import NONE
from dragoman.annotate.names.units import Unit
from dragoman.data.tables import (
    all_given_names,
    country_names,
    organizations,
    places,
)
from dragoman.model.accounts import LAND_ENDINGS
from dragoman.model.annotation import Schema

_ENDINGS = ("i", "an", "ian", "ese", "ish", "ite", "er")
_VOWELS = frozenset("aeiouy")
_LEAST_LETTERS = 4
_LEAST_OF_ADJECTIVES = 5
# What a land has, first words of its offices among them.
_OF_STATES = frozenset(
    {"ambassador", "ambassadors", "army", "authorities", "airspace", "border",
     "borders", "capital", "citizens", "consul", "consulate", "counterpart",
     "counterparts", "court", "defence", "defense", "delegation", "delegations",
     "delegates", "deputy", "diplomat", "diplomats", "embassy", "envoy", "finance",
     "foreign", "general", "government", "interior", "justice", "lawmakers",
     "military", "minister", "ministers", "ministry", "nation", "national", "navy",
     "negotiator", "negotiators", "officers", "official", "officials", "parliament",
     "people", "premier", "president", "presidential", "prime", "senate", "side",
     "soldier", "soldiers", "sovereignty", "state", "territory", "troops"}
)  # fmt: skip
# More than the model and a verb of speaking can say for a person.
_POINTS = 9.0
_AGAINST = -4.0


def adjectives_of(key: str) -> set[str]:
    """Return what an adjective of a land would be, folded.

    >>> sorted(adjectives_of("lusara") & {"lusaran", "lusari", "lusara"})
    ['lusaran', 'lusari']
    """
    found = {key + ending for ending in _ENDINGS}
    if key[-1] in _VOWELS:
        found.add(key + "n")
        found.update(key[:-1] + ending for ending in _ENDINGS)
    return found - {key}


def support_lands(
    names: Mapping[str, Name], sentences: Iterable[list[Unit]]
) -> dict[str, str]:
    """Add points for a place to names of one word that have an adjective.

    What is such an adjective loses what it has.

    Returns:
        Lands by their adjectives, both folded.
    """
    lands: dict[str, list[Name]] = {}
    unheard: set[str] = set()
    for key, name in names.items():
        if len(name.words) == 1 and len(key) >= _LEAST_LETTERS and _is_open(name):
            for adjective in adjectives_of(key):
                lands.setdefault(adjective, []).append(name)
            if _may_be_adjective(name):
                unheard.add(key)
    if not lands:
        return {}
    told, adjectives = _described(lands, unheard, sentences)
    for key in adjectives & names.keys():
        # Whatever stands around it: "members of the Lusaran delegation".
        evidence = names[key].evidence
        evidence.add(NONE, _POINTS + max(evidence.points.values(), default=0.0))
    for name in {id(land): land for land in told.values()}.values():
        name.evidence.add(Schema.PLACE, _POINTS)
        name.evidence.add(Schema.PERSON, _AGAINST)
        name.subtypes = Counter(country=1)
    return {adjective: land.key for adjective, land in told.items()}


def _is_open(name: Name) -> bool:
    """Tell whether nothing but the model says what a name is."""
    return name.key not in all_given_names() and not name.text.isupper()


def _may_be_adjective(name: Name) -> bool:
    """Tell whether a name looks like an adjective of a land and is in no table."""
    key = name.key
    return (
        len(key) >= _LEAST_OF_ADJECTIVES
        and key.endswith(LAND_ENDINGS)
        and key not in places()
        and key not in country_names()
        and key not in organizations()
        and name.evidence.best()[0] is not Schema.PERSON
    )


def _described(
    lands: Mapping[str, list[Name]],
    unheard: Collection[str],
    sentences: Iterable[list[Unit]],
) -> tuple[dict[str, Name], set[str]]:
    """Return the lands by their adjectives, and all that are adjectives."""
    told: dict[str, Name] = {}
    adjectives: set[str] = set()
    names: set[str] = set()
    for units in sentences:
        for index, unit in enumerate(units):
            key = unit.key
            if not unit.capital:
                continue
            if key in lands and _is_adjective(units, index):
                told.setdefault(key, lands[key][0])
                adjectives.add(key)
            elif key in unheard:
                (adjectives if _has_of_states(units, index) else names).add(key)
    return told, adjectives - (names - told.keys())


def _is_adjective(units: list[Unit], index: int) -> bool:
    """Tell whether a word stands before a noun: "Talvari troops"."""
    after = units[index + 1] if index + 1 < len(units) else None
    if after is None or not after.word:
        return False
    if after.capital:
        # "Lusaran Foreign Minister", "Velarian Foreign Ministry"
        return after.key in _OF_STATES and units[index].key not in all_given_names()
    return after.upos in {"NOUN", "ADJ"}


def _has_of_states(units: list[Unit], index: int) -> bool:
    """Tell whether a word stands before what a land has: "Lusaran officers"."""
    return index + 1 < len(units) and units[index + 1].key in _OF_STATES
