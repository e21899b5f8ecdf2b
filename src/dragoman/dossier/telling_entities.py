"""Sentences that tell who somebody is."""

from dragoman.dossier.material import Material, quote
from dragoman.dossier.prose import capitalize, choose, date_words, join_words
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Entity, Role
from dragoman.model.span import Citation

_STATUS = {
    "current": "",
    "former": "former ",
    "acting": "acting ",
    "designate": "designated ",
}
MAX_NAME_CITATIONS = 3


def tell_entity(material: Material, entity: Entity) -> list[CitedSentence]:
    """Tell roles, spellings and epithets of an entity, one sentence each."""
    found = [_tell_roles(material, entity)] if entity.roles else []
    spellings = _tell_names(material, entity, alone=not found)
    if spellings is not None:
        found.append(spellings)
    found.extend(_tell_epithets(material, entity))
    return found


def role_words(material: Material, role: Role) -> str:
    """Return a role as words: ``former minister of finance (Ruritania)``."""
    words = f"{_STATUS.get(role.status, '')}{role.title}"
    organization = role.organization_name
    if role.organization is not None and role.organization in material.entity_by_id:
        organization = material.entity_by_id[role.organization].name
    if organization and organization.casefold() not in words.casefold():
        words = f"{words} ({organization})"
    if role.time is not None:
        words = f"{words}, {date_words(role.time.value)}"
    return words


def _tell_roles(material: Material, entity: Entity) -> CitedSentence:
    seen: list[str] = []
    citations: list[Citation] = []
    for role in entity.roles:
        words = role_words(material, role)
        if words.casefold() not in {one.casefold() for one in seen}:
            seen.append(words)
        citations.extend(one for one in role.citations if one not in citations)
    dates = sorted({r.last_cited for r in entity.roles if r.last_cited is not None})
    cited = f", last cited on {date_words(dates[-1])}" if dates else ""
    verb = choose(("is named as", "is given as", "appears as"), entity.id)
    name = capitalize(material.entity_name(entity))
    text = f"{name} {verb} {join_words(seen)}{cited}."
    return CitedSentence(text, tuple(citations), (entity.id,))


def _tell_names(
    material: Material, entity: Entity, *, alone: bool
) -> CitedSentence | None:
    others = [use for use in entity.names if use.text != entity.name]
    if not others and not alone:
        return None
    shown = [use for use in entity.names if use.text == entity.name] + others
    citations = tuple(
        dict.fromkeys(
            citation for use in shown for citation in use.citations[:MAX_NAME_CITATIONS]
        )
    )
    name = capitalize(material.entity_name(entity))
    documents = {citation.span.document_id for citation in entity.citations}
    count = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
    if others:
        also = join_words([quote(use.text) for use in others])
        text = f"{name} is also written {also} ({count})."
    else:
        text = f"{name} is named in {count}."
    return CitedSentence(text, citations or entity.citations[:1], (entity.id,))


def _tell_epithets(material: Material, entity: Entity) -> list[CitedSentence]:
    found = []
    for epithet in entity.epithets:
        users = [material.name(party) for party in epithet.by]
        by = f" by {join_words(users)}" if users else ""
        name = capitalize(material.entity_name(entity))
        text = f"{name} is called {quote(epithet.text)}{by}."
        found.append(CitedSentence(text, epithet.citations, (entity.id,)))
    return found
