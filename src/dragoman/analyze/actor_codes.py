"""Actor codes: country and sector of a party, worked out from what the case knows.

No dictionary of actors is needed, though a user's own goes first where the case has one
(``analyze.own_codes``): a state codes itself, a body by its kind and the
state that it belongs to, a person by the office held, and someone unnamed ("two
Syrian soldiers") by the words of the description.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from babel.core import get_global

from dragoman.analyze.own_codes import OwnCodes
from dragoman.data.tables import country_names, demonyms, fold_key
from dragoman.model.claim import Party
from dragoman.model.entity import Entity, Role
from dragoman.schema.codes import load_codes

_WORD = re.compile(r"[\w.'-]*\w")
_OWNER = re.compile(r"['’]s?(?=\s|$)")
_LONGEST_NAME = 6
# CLDR keeps these beside the codes that took their place.
_WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})

FindEntity = Callable[[str], Entity | None]


@dataclass(frozen=True, slots=True)
class ActorCode:
    """Who a party is, in the terms of event coders.

    Attributes:
        country: ISO 3166 alpha-3 code, ``None`` if not known or of no state.
        sector: Code of the code book, ``None`` for a state as such or if unknown.
    """

    country: str | None
    sector: str | None

    def __str__(self) -> str:
        """Return country and sector in one word: ``IRNGOV``, ``USA``, ``IGO``."""
        return f"{self.country or ''}{self.sector or ''}"


UNKNOWN = ActorCode(None, None)


@cache
def _alpha3() -> dict[str, str]:
    """Alpha-2 to alpha-3 codes, as CLDR has them, withdrawn ones left out."""
    return {
        two[0]: three
        for three, two in get_global("territory_aliases").items()
        if len(three) == 3
        and three.isalpha()
        and len(two) == 1
        and three not in _WITHDRAWN
    }


def find_alpha3(code: str | None) -> str | None:
    """Return the alpha-3 code of a country.

    >>> find_alpha3("IR"), find_alpha3(None)
    ('IRN', None)
    """
    return _alpha3().get(code) if code else None


def code_party(
    party: Party,
    find_entity: FindEntity,
    own: OwnCodes | None = None,
    day: str | None = None,
) -> ActorCode:
    """Code one party of an event or statement.

    Args:
        party: Who, with the identifier of an entity or a description only.
        find_entity: Gives the entity behind an identifier, ``None`` if there is none.
        own: The user's dictionaries of actors and agents, which go first.
        day: Day of the event, for codes that hold for some days only.

    Returns:
        Country and sector, each ``None`` where nothing says it.
    """
    entity = find_entity(party.entity) if party.entity else None
    if own is not None:
        told = _code_by_own(party, entity, own, day)
        if told is not None:
            return told
    if entity is None:
        return code_description(party.name)
    coded = code_entity(entity, find_entity)
    if coded.country is None and coded.sector not in {None, "IGO"}:
        # "Sudan's government": the words tell what the entity does not.
        return ActorCode(find_country(party.name), coded.sector)
    return coded


def _code_by_own(
    party: Party, entity: Entity | None, own: OwnCodes, day: str | None
) -> ActorCode | None:
    """Return what a user's dictionaries say of a name, or of an office."""
    phrases = [party.name]
    if entity is not None:
        phrases.extend(use.text for use in entity.names)
        role = _pick_role(entity.roles)
        if role is not None:
            phrases.append(f"{role.title} {role.organization_name or ''}")
    alone: str | None = None
    for phrase in phrases:
        coded = own.code(phrase, day)
        if coded is not None and coded.actors:
            return _split(coded.codes()[0])
        if coded is not None and alone is None:
            alone = coded.codes()[0]
    return ActorCode(None, alone) if alone and entity is None else None


def _split(code: str) -> ActorCode:
    """Take a code apart: three letters of country or kind, then the sectors."""
    return ActorCode(code[:3], code[3:] or None)


def code_entity(entity: Entity, find_entity: FindEntity) -> ActorCode:
    """Code an entity by its kind, its country and its offices."""
    country = find_alpha3(entity.country)
    if entity.schema == "Place":
        return ActorCode(country or find_country(entity.name), None)
    if entity.schema == "Organization":
        return _code_body(entity, country)
    if entity.schema == "Person":
        return _code_person(entity, country, find_entity)
    return UNKNOWN


def _code_body(entity: Entity, country: str | None) -> ActorCode:
    book = load_codes()
    by_words = find_sector(entity.name)
    by_type = next((book.types[t] for t in entity.types if t in book.types), None)
    # "Ministry of Defence" is a government body by type; an army among them is MIL.
    narrower = by_type in {None, "GOV"} and by_words is not None
    sector = by_words if narrower else by_type
    if sector == "IGO":
        return ActorCode(None, sector)
    return ActorCode(country or find_country(entity.name), sector)


def _code_person(
    entity: Entity, country: str | None, find_entity: FindEntity
) -> ActorCode:
    role = _pick_role(entity.roles)
    if role is None:
        return ActorCode(country, None)
    body = find_entity(role.organization) if role.organization else None
    sector = find_sector(role.title)
    of_body = UNKNOWN if body is None else code_entity(body, find_entity)
    if body is not None and body.schema == "Organization":
        # A "secretary" of a party or "spokesman" of an army is what the body is.
        sector = of_body.sector or sector
    if role.status == "former":
        sector = "ELI"
    named = find_country(role.organization_name or "") or find_country(role.title)
    return ActorCode(of_body.country or named or country, sector)


def _pick_role(roles: Sequence[Role]) -> Role | None:
    """Pick the office to code by: one that is held, the one cited last."""
    held = [role for role in roles if role.status in {"current", "acting"}]
    listed = held or list(roles)
    return max(listed, key=lambda role: role.last_cited or "", default=None)


def code_description(text: str) -> ActorCode:
    """Code someone unnamed by the words of the description.

    >>> str(code_description("two Syrian soldiers"))
    'SYRMIL'
    """
    return ActorCode(find_country(text), find_sector(text))


# Who only stands for a body: of "spokesman of the army" the army tells the sector.
_FOR_A_BODY = re.compile(
    r"\b(?:president|secretary|spokes\w+|officials?|delegations?|delegates?|envoys?|"
    r"negotiators?|representatives?|leaders?|leadership|members?|commissioners?)\b"
)
_HEAD = re.compile(r"\s(?:of|for|from|at|in)\s")


@lru_cache(maxsize=16384)
def find_sector(text: str) -> str | None:
    """Return the first sector of the code book that has a word of the text.

    Words before "of" go first: mothers of conscripts are no soldiers.
    """
    folded = fold_key(text)
    head, *rest = _HEAD.split(folded, maxsplit=1)
    if rest:
        stands_for = _FOR_A_BODY.search(head) is not None
        first = rest[0] if stands_for else head
        return _find_sector(first) or _find_sector(folded)
    return _find_sector(folded)


def _find_sector(folded: str) -> str | None:
    words = _WORD.findall(folded)
    padded = f" {' '.join(words)} "
    single = set(words)
    for sector, listed in load_codes().words:
        for word in listed:
            if f" {word} " in padded if " " in word else word in single:
                return sector
    return None


@lru_cache(maxsize=16384)
def find_country(text: str) -> str | None:
    """Return the alpha-3 code of the first state or nation named in a text."""
    folded = _OWNER.sub("", fold_key(text))
    found = _find_country(_WORD.findall(folded))
    if found is None and "-" in folded:  # "Vietnamese-led forces"
        return _find_country(_WORD.findall(folded.replace("-", " ")))
    return found


def _land_of(name: str) -> str | None:
    return country_names().get(name) or demonyms().get(name)


def _find_country(words: Sequence[str]) -> str | None:
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST_NAME), start, -1):
            name = " ".join(words[start:end])
            # "the U.S. embassy": the last full stop is no part of the word
            code = next(filter(None, map(_land_of, (name, f"{name}."))), None)
            if code is not None:
                return find_alpha3(code)
    return None
