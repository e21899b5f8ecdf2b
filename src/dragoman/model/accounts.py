"""Who is said to have done a deed: accounts of it that exclude one another.

"Zhelian artillery", "the Zhelian Army" and "Zhelia" are one account, for what belongs
to a state acts for it; "rebels" and "the army" are two, and "gunmen" or "shells" say
nothing of the side. Unsure is no rival.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from dragoman.model.claim import Party
from dragoman.model.directory import PERSON, Directory

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
# Endings of the names of lands and of the adjectives made of them.
_OF_LANDS = frozenset({"", "a", "ia", "an", "ya", "y", "e", "o", "ey", "land", "stan"})
_OF_ADJECTIVES = frozenset(
    {"n", "an", "ian", "ean", "i", "ese", "ish", "ite", "er", "ic", "vian", "nian", "s"}
)
_STEM = 4
# Endings of adjectives of lands that hardly end anything else.
LAND_ENDINGS = ("an", "ese", "ish", "i", "ite")
_NO_LANDS = frozenset({"Civilian", "Partisan", "Veteran"})

_STATE_WORDS = frozenset(
    {"army", "military", "government", "regime", "troop", "soldier", "navy", "police"}
    | {"policeman", "gendarme", "warplane", "jet", "authority", "state", "junta"}
    | {"regular", "loyalist", "ministry"}
)
_REBEL_WORDS = frozenset(
    {"rebel", "insurgent", "militant", "guerrilla", "separatist", "terrorist"}
    | {"extremist", "jihadist", "opposition", "islamist", "militia", "militiaman"}
)
_STATE_TYPES = frozenset(
    {"state", "army", "government_body", "police", "court", "parliament"}
)
_REBEL_TYPES = frozenset({"armed_group"})


class Camp(Enum):
    """Whose side somebody is on, as far as a word or a kind tells."""

    STATE = "state"
    REBELS = "rebels"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Side:
    """One of those who are said to have done a deed.

    Attributes:
        party: The party under its canonical identifier and best name.
        camp: Whose side it is on.
        country: ISO 3166 alpha-2 code of a named one, ``None`` if not known.
        lands: Capitalised words, folded, that may name a land or be its adjective.
        person: Whether it is somebody named.
    """

    party: Party
    camp: Camp
    country: str | None
    lands: frozenset[str]
    person: bool

    @property
    def tells(self) -> bool:
        """Tell whether it says anything of who it was: "gunmen" does not."""
        return (
            self.party.entity is not None
            or self.camp is not Camp.OPEN
            or bool(self.lands)
        )


def make_side(party: Party, directory: Directory) -> Side:
    """Return a party as a side, under its canonical identifier."""
    one = directory.party(party)
    words = _words(one.name)
    if one.entity is None:
        return Side(one, _camp_of_words(words), None, _lands(words), person=False)
    card = directory.cards[one.entity]
    lands = frozenset(word.casefold() for word in words if word[:1].isupper())
    camp = Camp.OPEN
    if _REBEL_TYPES & set(card.types):
        camp = Camp.REBELS
    elif _STATE_TYPES & set(card.types):
        camp = Camp.STATE
    return Side(one, camp, card.country, lands, person=card.schema == PERSON)


def _lands(words: Sequence[str]) -> frozenset[str]:
    """Return the capitalised words of a description, "Zhelian" of "Zhelian artillery".

    A capital at its head counts on an adjective of a land only, by its ending.
    """
    first = words[0] if len(words) > 1 else ""
    adjective = first.endswith(LAND_ENDINGS) and first not in _NO_LANDS
    telling = words if adjective else words[1:]
    return frozenset(word.casefold() for word in telling if word[:1].isupper())


def _words(name: str) -> list[str]:
    return [_POSSESSIVE.sub("", word) for word in _WORD.findall(name)]


def _camp_of_words(words: Sequence[str]) -> Camp:
    folded = {_singular(word.casefold()) for word in words}
    if folded & _REBEL_WORDS:
        return Camp.REBELS
    return Camp.STATE if folded & _STATE_WORDS else Camp.OPEN


def _singular(word: str) -> str:
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")


def are_rivals(ones: Sequence[Side], others: Sequence[Side]) -> bool:
    """Tell whether two accounts name sides that exclude one another."""
    mine = [one for one in ones if one.tells]
    theirs = [other for other in others if other.tells]
    if not mine or not theirs:
        return False
    return all(_exclude(one, other) for one in mine for other in theirs)


def _exclude(one: Side, other: Side) -> bool:
    if one.party.entity is not None and one.party.entity == other.party.entity:
        return False
    if one.person or other.person:
        return one.person and other.person
    camps = {one.camp, other.camp}
    opposed = camps == {Camp.STATE, Camp.REBELS}
    if _same_land(one, other):
        return opposed
    named = one.party.entity is not None and other.party.entity is not None
    # Where one is unnamed, only a camp or a land says that it is another.
    return named or opposed or bool(one.lands and other.lands)


def _same_land(one: Side, other: Side) -> bool:
    if one.country is not None and one.country == other.country:
        return True
    return share_land(one.lands, other.lands)


def may_belong(name: str, other: str) -> bool:
    """Tell whether by their names one may be of the other's state.

    >>> may_belong("Zhelian Air Force", "Zhelia"), may_belong("Wagner Group", "Zhelia")
    (True, False)
    """
    mine, theirs = (
        frozenset(word.casefold() for word in _words(one) if word[:1].isupper())
        for one in (name, other)
    )
    return share_land(mine, theirs)


def share_land(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two sets of folded words name one land, by their letters."""
    return any(
        mine == theirs or is_adjective_of(mine, theirs) or is_adjective_of(theirs, mine)
        for mine in ones
        for theirs in others
    )


@lru_cache(maxsize=4096)
def is_adjective_of(word: str, land: str) -> bool:
    """Tell whether a word is the adjective of a land, by its letters alone.

    >>> is_adjective_of("Zhelian", "Zhelia"), is_adjective_of("Turkish", "Turkey")
    (True, True)
    >>> is_adjective_of("Kardanian", "Zhelia"), is_adjective_of("Israeli", "Israel")
    (False, True)
    """
    mine, theirs = word.casefold(), land.casefold()
    shared = 0
    for left, right in zip(mine, theirs, strict=False):
        if left != right:
            break
        shared += 1
    return any(
        mine[at:] in _OF_ADJECTIVES and theirs[at:] in _OF_LANDS
        for at in range(_STEM, shared + 1)
    )
