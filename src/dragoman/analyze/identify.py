"""Which entry of a list an entity is: by a name that only one entry bears."""

from collections.abc import Mapping, Sequence

from dragoman.model.entity import Entity
from dragoman.model.knowledge import Known

Found = Mapping[str, Sequence[Known]]


def identify(entity: Entity, found: Found) -> Known | None:
    """Return the entry that an entity is, ``None`` if none or several fit.

    Args:
        entity: Of the case.
        found: Entries by name, for all names of the entity.

    Returns:
        An entry of the same schema. Where entries of several lists fit, those of the
        first list count; several within a list leave it open. A single word names a
        person only if it is the whole name of the entry.
    """
    fitting: dict[str, Known] = {}
    for use in entity.names:
        for known in found.get(use.text, ()):
            if _fits(entity, use.text, known):
                fitting[known.id] = known
    if not fitting:
        return None
    first = next(iter(fitting.values())).pack
    rivals = [known for known in fitting.values() if known.pack == first]
    return rivals[0] if len(rivals) == 1 else None


def _fits(entity: Entity, name: str, known: Known) -> bool:
    if known.schema != entity.schema:
        return False
    if None not in (known.country, entity.country) and known.country != entity.country:
        return False
    single = entity.schema == "Person" and " " not in name.strip()
    return not single or name == known.name
