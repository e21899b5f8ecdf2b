"""Are two places of two documents the same one?"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from dragoman.data.tables import country_names, fold_key, places, twin_names
from dragoman.model.claim import EntityClaim
from dragoman.resolve.verdict import Verdict, different, same
from dragoman.text.name_likeness import SURE, coarse, latin, word_likeness
from dragoman.text.names import words_of

# Of these a name means one thing or the other: Georgia, Luxembourg, Kuwait.
_LEVELS = ("state", "city", "region", "facility", "natural")


# "Borno State" is Borno; a city that gives its name to a province is not.
_DIVISIONS = frozenset(
    {"state", "province", "region", "governorate", "oblast", "county", "prefecture"}
    | {"district", "voivodeship", "canton", "krai"}
)
# Letters from which on an ending makes another name.
_SUFFIX = 2
# "The Republic of Talvar" is Talvar.
_FORMS = frozenset(
    {"republic", "kingdom", "sultanate", "emirate", "principality", "federation"}
    | {"commonwealth", "state", "union"}
)
# Characters of ", ".
_BESIDE = 2


@lru_cache(maxsize=65536)
def place_identity(name: str) -> str:
    """Return what names of one place share: a country, a table entry, the words.

    >>> place_identity("the Islamic Republic of Iran")
    'c=IR'
    """
    key = fold_key(latin(name)).removeprefix("the ")
    code = country_names().get(key)
    if code is not None:
        return f"c={code}"
    place = places().get(key)
    if place is not None:
        return f"p={fold_key(place.name)}"
    return f"p={key}"


def place_keys(names: Iterable[str]) -> list[str]:
    """Return blocking keys: identity and consonants of the words."""
    keys = []
    for name in names:
        keys.append(place_identity(name))
        words = _core(name)
        keys.append("p:" + " ".join(coarse(word) or word for word in words))
    return keys


def has_twins(claim: EntityClaim) -> bool:
    """Tell whether several cities of one state bear a name of a place."""
    return any(fold_key(use.text) in twin_names() for use in claim.names)


def regions_beside(claim: EntityClaim, claims: Iterable[EntityClaim]) -> frozenset[str]:
    """Return the regions that stand right behind a place: "Springfield, Illinois".

    Args:
        claim: A place.
        claims: All entities of its document.
    """
    ends = {citation.span.end for citation in claim.citations}
    return frozenset(
        place_identity(other.name)
        for other in claims
        if other.schema == claim.schema
        and other.types[:1] == ("region",)
        and any(citation.span.start - _BESIDE in ends for citation in other.citations)
    )


def compare(
    one: EntityClaim,
    other: EntityClaim,
    regions: Mapping[str, frozenset[str]] | None = None,
) -> Verdict | None:
    """Judge two places, ``None`` if their names do not call for it.

    Args:
        one: A place.
        other: Another.
        regions: By claim, what its document puts right behind its name, of those
            whose name several places of a state bear.
    """
    left = {place_identity(use.text) for use in one.names}
    right = {place_identity(use.text) for use in other.names}
    if left & right:
        if _conflict(one, other):
            return different(0.2, "the same name", "different states or kinds")
        return _namesakes(one, other, regions or {})
    if _conflict(one, other):
        return None
    if _same_division(one, other):
        return same(0.88, "the name without what it is")
    if one.document_id == other.document_id:
        return None
    if _spelt_otherwise(one, other):
        return same(0.9, "spelling variants")
    return None


def _namesakes(
    one: EntityClaim, other: EntityClaim, regions: Mapping[str, frozenset[str]]
) -> Verdict:
    mine, theirs = (regions.get(claim.id, frozenset()) for claim in (one, other))
    if mine and theirs and not mine & theirs:
        return different(0.2, "the same name", "different regions")
    if bool(mine) == bool(theirs):
        return same(0.98, "the same name")
    weak = other if mine else one
    return same(0.9, "the same name", "several bear it", weak=weak.id)


def _conflict(one: EntityClaim, other: EntityClaim) -> bool:
    if one.country and other.country and one.country != other.country:
        return True
    levels = [
        next((level for level in _LEVELS if level in claim.types), None)
        for claim in (one, other)
    ]
    # What no table knows as a state is called one by the model alone: a weak word.
    known = any("state" in c.types and c.country is not None for c in (one, other))
    return None not in levels and known and levels[0] != levels[1]


def _spelt_otherwise(one: EntityClaim, other: EntityClaim) -> bool:
    """Tell spellings of one name apart from names in the table, which are known."""
    names = [use.text for use in one.names], [use.text for use in other.names]
    return any(
        _alike(words_of(latin(name)), words_of(latin(another)))
        for name in names[0]
        for another in names[1]
        if not (_in_table(name) and _in_table(another))
    )


def _core(name: str) -> tuple[str, ...]:
    """Return the words of a name without "State", "Kingdom of" and the like."""
    words = words_of(latin(name))
    if len(words) > 1 and words[-1] in _DIVISIONS:
        return words[:-1]
    for at in range(1, len(words) - 1):
        if words[at] == "of" and words[at - 1] in _FORMS:
            return words[at + 1 :]
    return words


def _same_division(one: EntityClaim, other: EntityClaim) -> bool:
    """Tell "Borno" and "Borno State" from a city and its province.

    What tables know stays as they have it: two Congos, Georgia and its namesake.
    """
    if "city" in one.types or "city" in other.types:
        return False
    return any(
        _core(use.text) == _core(another.text)
        for use in one.names
        for another in other.names
        if not (_in_table(use.text) and _in_table(another.text))
    )


def _in_table(name: str) -> bool:
    key = fold_key(latin(name)).removeprefix("the ")
    return key in country_names() or key in places()


def _alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return len(words) == len(others) and all(
        word_likeness(word, other) >= SURE and not _is_derived(word, other)
        for word, other in zip(words, others, strict=True)
    )


def _is_derived(word: str, other: str) -> bool:
    """Tell a land from the town that it is called by: "Zhelia" and "Zhel"."""
    short, long = sorted((word, other), key=len)
    return long.startswith(short) and len(long) >= len(short) + _SUFFIX
