"""States and regions that no table knows, by the adjectives that a document has.

The model reads "Talvar rejected the offer" as it reads a surname. The document
mostly shows better: a word that has an adjective of nationality beside it ("the
Talvari government", "Lusaran officers") names a land.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from dragoman.annotate.names_drafts import Name
from dragoman.annotate.names_types import NONE
from dragoman.annotate.names_units import Unit
from dragoman.data.tables import all_given_names
from dragoman.model.annotation import Schema

_ENDINGS = ("i", "an", "ian", "ese", "ish", "ite", "er")
_VOWELS = frozenset("aeiouy")
_LEAST_LETTERS = 4
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


def support_lands(names: Mapping[str, Name], sentences: Iterable[list[Unit]]) -> None:
    """Add points for a place to names of one word that have an adjective."""
    lands: dict[str, list[Name]] = {}
    for key, name in names.items():
        if len(name.words) == 1 and len(key) >= _LEAST_LETTERS and _is_open(name):
            for adjective in adjectives_of(key):
                lands.setdefault(adjective, []).append(name)
    if not lands:
        return
    lands_found, adjectives = _described(lands, sentences)
    for key in adjectives & names.keys():
        names[key].evidence.add(NONE, _POINTS)
    for name in lands_found.values():
        name.evidence.add(Schema.PLACE, _POINTS)
        name.evidence.add(Schema.PERSON, _AGAINST)
        name.subtypes = Counter(country=1)


def _is_open(name: Name) -> bool:
    """Tell whether nothing but the model says what a name is."""
    return name.key not in all_given_names() and not name.text.isupper()


def _described(
    lands: Mapping[str, Collection[Name]], sentences: Iterable[list[Unit]]
) -> tuple[dict[str, Name], set[str]]:
    """Return the lands by key, and the adjectives that show them."""
    found: dict[str, Name] = {}
    adjectives: set[str] = set()
    for units in sentences:
        for index, unit in enumerate(units):
            if unit.capital and unit.key in lands and _is_adjective(units, index):
                found.update({name.key: name for name in lands[unit.key]})
                adjectives.add(unit.key)
    return found, adjectives


def _is_adjective(units: list[Unit], index: int) -> bool:
    """Tell whether a word stands before a noun: "Talvari troops"."""
    after = units[index + 1] if index + 1 < len(units) else None
    return (
        after is not None
        and after.word
        and not after.capital
        and after.upos in {"NOUN", "ADJ"}
    )
