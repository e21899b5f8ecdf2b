"""Do the offices that two documents give a person speak of one?

An office is a title with the body where it is held. "Minister" is a short form of
"transport minister", "army spokesman" one of "spokesman" of the army; "spokesman" of
two ministries is two offices.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from dragoman.data.tables import country_names, fold_key, office_wording
from dragoman.model.claim import RoleClaim
from dragoman.text.name_likeness import coarse
from dragoman.text.organization_names import country_of, parse_organization


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office as a document tells it.

    Attributes:
        title: In one wording for each line of synonyms.
        body: What tells the body from others, empty if it is not told.
        country: State of the body, ``None`` if it is not told.
    """

    title: str
    body: frozenset[str]
    country: str | None


def read_office(role: RoleClaim) -> HeldOffice:
    """Read the office of a role."""
    return _read(role.title, role.organization_name)


@lru_cache(maxsize=16384)
def _read(name: str, organization: str | None) -> HeldOffice:
    title = office_wording(name)
    if not organization:
        return HeldOffice(title, frozenset(), None)
    body = parse_organization(organization)
    own = {_singular(word) for word in body.words}
    words = fold_key(name).split()
    # "Army spokesman" of the army.
    rest = [word for word in words[:-1] if _singular(word) not in own]
    if len(rest) < len(words) - 1:
        title = office_wording(" ".join([*rest, words[-1]]))
    return HeldOffice(title, tell_body(organization), country_of(organization))


@lru_cache(maxsize=16384)
def tell_body(name: str) -> frozenset[str]:
    """Return what tells a body from others, nothing for states.

    Words count by their consonants, in any number; the letters of an acronym count
    like the words that they stand for.
    """
    if fold_key(name).removeprefix("the ") in country_names():
        return frozenset()
    body = parse_organization(name)
    own = {_singular(word) for word in body.words} - _NO_BODY
    if not own:
        return frozenset()
    letters = (*body.initials, body.acronym)
    return frozenset(
        [coarse(word) or word for word in own]
        + [f"a:{each}" for each in letters if len(each) > _MIN_LETTERS]
    )


_MIN_LETTERS = 2
# Core words that most bodies share and that tell nobody apart.
_NO_BODY = frozenset(
    {"ministry", "party", "council", "government", "committee", "office", "national"}
    | {"department", "army", "force", "foreign", "affair", "state", "parliament"}
)
# With these an office is another one, which the plain title does not name.
_RANKS = frozenset({"deputy", "vice", "assistant", "under", "former", "acting"})


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" != word[-2] else word


def fit(one: HeldOffice, other: HeldOffice) -> bool:
    """Tell whether two offices may be one: title and body, as far as both are told."""
    if one.body and other.body and one.body.isdisjoint(other.body):
        return False
    if one.country and other.country and one.country != other.country:
        return False
    return one.title == other.title or _is_short(one.title, other.title)


def _is_short(one: str, other: str) -> bool:
    """Tell whether one title is the other without what it is for."""
    short, long = sorted((one.split(), other.split()), key=len)
    return (
        len(short) == 1 < len(long)
        and short[0] == _head(long)
        and _RANKS.isdisjoint(long)
    )


def _head(title: list[str]) -> str:
    for small in ("of", "for"):
        if small in title[1:]:
            title = title[: title.index(small)]
    return title[-1]


def any_fit(some: Collection[HeldOffice], others: Collection[HeldOffice]) -> bool:
    """Tell whether any of some offices may be one of others."""
    return bool(some and others) and any(
        fit(one, other) for one in some for other in others
    )
