"""Sentences that tell who somebody is."""

import re
from collections import Counter

from dragoman.dossier.material import Material, quote
from dragoman.dossier.prose import capitalize, date_words, join_words
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Entity, Role
from dragoman.model.span import Citation

_STATUS = {"former": "former", "acting": "acting", "designate": "designated"}
# Words of a title that say its status already: "Acting Governor".
_SAID = {
    "former": frozenset({"former", "ex", "then", "late"}),
    "acting": frozenset({"acting", "interim", "caretaker", "provisional", "temporary"}),
    "designate": frozenset({"designate", "designated", "elect", "incoming"}),
}
MAX_NAME_CITATIONS = 2
MAX_ROLES = 4


def tell_entity(material: Material, entity: Entity) -> list[CitedSentence]:
    """Tell roles and spellings of an entity, then who calls it what.

    Returns:
        Nothing for an entity of which no more than the name is known.
    """
    found = []
    roles, role_citations = _tell_roles(material, entity)
    names, name_citations = _tell_names(entity)
    told = " and ".join(part for part in (roles, names) if part)
    if told:
        name = capitalize(material.entity_name(entity))
        citations = tuple(dict.fromkeys(role_citations + name_citations))
        text = f"{name} {told.rstrip(',')}."
        found.append(CitedSentence(text, citations, (entity.id,)))
    found.extend(_tell_epithets(material, entity))
    return found


def tell_plain(entities: list[Entity], noun: str) -> CitedSentence:
    """Name entities of which no more than the name is known in one sentence."""
    counted = Counter(entity.name for entity in entities)
    names = join_words(
        [f"{name} ({n} of the name)" if n > 1 else name for name, n in counted.items()]
    )
    citations = tuple(entity.citations[0] for entity in entities)
    refs = tuple(entity.id for entity in entities)
    text = f"Further {noun} named: {names.removesuffix('.')}."
    return CitedSentence(text, citations, refs)


def role_words(material: Material, role: Role) -> str:
    """Return a role as words: ``former minister of finance (Ruritania)``."""
    words = role.title
    if not says_status(role.title, role.status):
        words = f"{_STATUS.get(role.status, '')} {words}".lstrip()
    organization = role.organization_name
    if role.organization is not None and role.organization in material.entity_by_id:
        organization = material.entity_by_id[role.organization].name
    if organization and organization.casefold() not in words.casefold():
        # "Agency": which one, nobody told.
        body = quote(organization) if organization.islower() else organization
        words = f"{words} ({body})"
    if role.time is not None:
        words = f"{words}, {date_words(role.time.value)}"
    return words


def says_status(title: str, status: str) -> bool:
    """Tell whether a title has its status in its own words.

    >>> says_status("Acting Governor", "acting")
    True
    >>> says_status("Governor", "acting")
    False
    """
    words = title.casefold().replace("-", " ").split()
    return not _SAID.get(status, frozenset()).isdisjoint(words)


def main_roles(entity: Entity) -> list[Role]:
    """Return the roles worth telling, most cited first.

    A shorter form of a told title ("Minister" beside "Foreign Minister", the same
    title without its body) adds nothing and is left out.
    """
    ranked = sorted(
        entity.roles,
        key=lambda r: (-len(r.citations), r.organization_name is None, r.title),
    )
    kept: list[Role] = []
    for role in ranked:
        if not any(_says_no_more(role, other) for other in ranked if other is not role):
            kept.append(role)
    return kept[:MAX_ROLES]


def _says_no_more(role: Role, other: Role) -> bool:
    """Tell whether another role of the same standing says all that a role says."""
    own = set(role.title.casefold().split())
    theirs = set(other.title.casefold().split())
    if role.status != other.status or role.time is not None or not own <= theirs:
        return False
    same_body = role.organization_name in {None, other.organization_name}
    if own == theirs:
        # Of two equal titles the one with a body stays, of two bodies both.
        return same_body and other.organization_name != role.organization_name
    return same_body


def _adds_to(words: str, other: str) -> bool:
    """Tell whether words of a role say all that others say, and more.

    >>> _adds_to("army chief (Sudan)", "army chief"), _adds_to("Brigadier", "Brig.")
    (True, True)
    """
    longer, shorter = words.casefold(), other.casefold()
    if shorter.endswith(".") and " " not in longer:
        return longer != shorter and longer.startswith(shorter[:-1])
    return longer.startswith(f"{shorter} (")


def _tell_roles(material: Material, entity: Entity) -> tuple[str, list[Citation]]:
    if not entity.roles:
        return "", []
    told: dict[str, str] = {}
    for role in main_roles(entity):
        words = role_words(material, role)
        told.setdefault(words.casefold(), words)
    seen = [
        one
        for one in told.values()
        if not any(_adds_to(other, one) for other in told.values())
    ]
    citations = [one for role in main_roles(entity) for one in role.citations]
    dates = sorted({r.last_cited for r in entity.roles if r.last_cited is not None})
    told_when = bool(dates) and material.published_on_several_days
    cited = f", last cited on {date_words(dates[-1])}," if told_when else ""
    return f"is named as {join_words(seen)}{cited}", citations


def _tell_names(entity: Entity) -> tuple[str, list[Citation]]:
    seen = {_fold_name(entity.name)}
    words = set(_WORD.findall(_fold_name(entity.name)))
    others = []
    for use in entity.names:
        # Capitals of a headline and the form of an apostrophe are no other spelling,
        # nor is a surname alone.
        if (folded := _fold_name(use.text)) not in seen and not words.issuperset(
            _WORD.findall(folded)
        ):
            seen.add(folded)
            others.append(use)
    if not others:
        return "", []
    citations = [
        citation
        for use in entity.names
        for citation in use.citations[:MAX_NAME_CITATIONS]
    ]
    told = join_words([quote(use.text) for use in others])
    return f"is also written {told}", citations


_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_APOSTROPHES = str.maketrans("’‘`ʼ", "''''")


def _fold_name(name: str) -> str:
    return name.casefold().translate(_APOSTROPHES)


def _tell_epithets(material: Material, entity: Entity) -> list[CitedSentence]:
    found = []
    for epithet in entity.epithets:
        users = [material.name(party) for party in epithet.by]
        by = f" by {join_words(users)}" if users else ""
        name = capitalize(material.entity_name(entity))
        text = f"{name} is called {quote(epithet.text)}{by}."
        found.append(CitedSentence(text, epithet.citations, (entity.id,)))
    return found
