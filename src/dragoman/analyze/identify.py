"""Which entry of a list an entity is: by a name that only one entry bears."""

from collections.abc import Mapping, Sequence

from dragoman.model.entity import Entity
from dragoman.model.knowledge import Known, fits

Found = Mapping[str, Sequence[Known]]


def identify(entity: Entity, found: Found) -> Known | None:
    """Return the entry that an entity is, ``None`` if none or several fit.

    Args:
        entity: Of the case.
        found: Entries by name, for all names of the entity.

    Returns:
        An entry of the same schema. Where entries of several lists fit, those of the
        first list count; several within a list leave it open. A single word names a
        person only if it is the whole name of the entry; an acronym alone names a
        body only if it is its usual name or the list gives its Wikidata item, which
        those have that everybody knows ("IRC" is many things, "NATO" is one).
    """
    fitting: dict[str, Known] = {}
    spelt_out: set[str] = set()
    for use in entity.names:
        for known in found.get(use.text, ()):
            if fits(known, entity, use.text):
                fitting[known.id] = known
                if not _is_acronym(use.text) or use.text == known.name:
                    spelt_out.add(known.id)
    first = next((known.pack for known in fitting.values()), None)
    rivals = [known for known in fitting.values() if known.pack == first]
    if len(rivals) != 1:
        return None
    only = rivals[0]
    return only if only.id in spelt_out or only.wikidata is not None else None


def _is_acronym(name: str) -> bool:
    letters = name.replace(".", "")
    return len(letters) <= 5 and letters.isupper()
