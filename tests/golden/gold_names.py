"""Names of gold and names of an export: when is one the other?"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Json = Mapping[str, Any]

_QUOTES = "“”„‟\"«»‹›‘’‚‛'`´ʻʼ"
_LETTERS = str.maketrans("øØłŁđĐı", "oOlLdDi")
_WEAK = frozenset({"the", "of", "for", "and", "in", "on", "a", "al", "el"})
_TITLES = frozenset(Path(__file__).with_name("titles.txt").read_text("utf-8").split())


def fold(text: object) -> str:
    """Fold a passage: case, diacritics, quotation marks, dashes, white space."""
    plain = unicodedata.normalize("NFKD", str(text or "").translate(_LETTERS))
    kept = (
        "-" if unicodedata.category(char) == "Pd" else char
        for char in plain
        if not unicodedata.combining(char) and char not in _QUOTES
    )
    return " ".join("".join(kept).replace("…", "...").lower().split())


def fold_name(name: object) -> tuple[str, ...]:
    """Fold a name to its words, possessive and hyphens off."""
    text = re.sub(r"[’']s(?=\s|$)", "", str(name or ""))
    return tuple(re.findall(r"\w+", fold(text).replace("-", " ")))


def list_all(value: object) -> list[Any]:
    """Return a list of none, one or many values."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def flatten(value: object) -> Iterable[str]:
    """Yield the strings of a list that may hold lists."""
    for item in list_all(value):
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


class Names:
    """Which refs of a gold file the parties of an export stand for."""

    def __init__(self, refs: Mapping[str, Json], objects: Sequence[Json]) -> None:
        self._refs = refs
        self.entities = {o["id"]: o for o in objects if o["kind"] == "entity"}
        documents = [o for o in objects if o["kind"] == "document"]
        self._sources = {
            fold_name((d.get("source") or {}).get("name")) for d in documents
        }
        self._sources.discard(())
        self._texts = {each["id"]: each["text"] for each in documents}
        self._known = {
            ident: self._find_refs(name_all(entity), entity.get("schema"))
            for ident, entity in self.entities.items()
        }

    def whom(self, party: object) -> frozenset[str]:
        """Return the refs that a party, or the id of an entity, stands for."""
        if not isinstance(party, Mapping):
            party = {"entity": party}
        entity, name = party.get("entity"), party.get("name")
        if entity in self.entities:
            found, names = self._known[entity], name_all(self.entities[entity])
        else:
            found, names = self._find_refs([name] if name else [], None), [name]
        written = {fold_name(each) for each in names}
        if written & (self._sources | {("author",)}):
            found |= {"@source"}
        return found

    def find_passages(self, passage: str) -> list[tuple[str, int, int]]:
        """Return document, start and end of a passage wherever it stands."""
        pattern = r"\s+".join(map(re.escape, passage.split()))
        return [
            (document, match.start(), match.end())
            for document, text in self._texts.items()
            for match in re.finditer(pattern, text)
        ]

    def find_entities(self, ref: str) -> list[Json]:
        """Return the entities that stand for a ref, of a schema that it may have."""
        schemas = list_all(self._refs[ref]["schema"])
        return [
            entity
            for ident, entity in self.entities.items()
            if ref in self._known[ident] and entity.get("schema") in schemas
        ]

    def has(self, parties: Iterable[object], wanted: object) -> bool:
        """Tell whether one of the parties is the wanted ref or an alternative."""
        found = frozenset().union(*map(self.whom, parties))
        return any(ref in found for ref in list_all(wanted))

    def _find_refs(self, names: Sequence[str], schema: str | None) -> frozenset[str]:
        scores = {
            key: max(
                (
                    _score(gold, name, "Person" in list_all(ref["schema"]))
                    for gold in [*ref["names"], *list_all(ref.get("also"))]
                    for name in names
                ),
                default=0,
            )
            for key, ref in self._refs.items()
            if schema is None or schema in list_all(ref["schema"])
        }
        top = max(scores.values(), default=0)
        best = frozenset(key for key, score in scores.items() if score == top > 0)
        return best if top > 1 or len(best) == 1 else frozenset()


def name_all(entity: Json) -> list[str]:
    """Return every name of an entity."""
    return [entity["name"], *(name["text"] for name in entity.get("names", ()))]


def holds_name(entity: Json, variant: str) -> bool:
    """Tell whether an entity bears a name, titles and articles aside."""
    wanted = _strong(fold_name(variant))
    return any(wanted <= _strong(fold_name(name)) for name in name_all(entity))


def _score(gold: str, found: str, is_person: bool) -> int:  # noqa: FBT001
    """Return 3 for the same name, 2 for a longer one, 1 for a shorter one."""
    wanted, have = _strong(fold_name(gold)), _strong(fold_name(found))
    if not wanted or not have:
        return 0
    if wanted == have:
        return 3
    if not is_person:
        return 0
    if wanted < have:
        return 2 if len(wanted) > 1 else 1
    return 1 if have < wanted else 0


def _strong(words: tuple[str, ...]) -> frozenset[str]:
    strong = frozenset(words) - _WEAK
    return strong - _TITLES or strong
