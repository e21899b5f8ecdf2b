"""Whole exports against gold files: which assertions hold.

A gold file names refs (the persons, bodies and places it speaks of) and assertions
about them; every ``_check_`` function here is one kind of assertion.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from golden.gold_criteria import (
    count_holding,
    find_citations,
    fits_time,
    list_documents,
)
from golden.gold_names import (
    Json,
    Names,
    flatten,
    fold,
    fold_name,
    holds_name,
    list_all,
    name_all,
)

_RANKS = frozenset({"deputy", "vice", "acting", "assistant", "interim"})


@dataclass(slots=True)
class Case:
    """An export, its dossier, and the names in it."""

    gold: Json
    objects: Sequence[Json]
    dossier: Json
    names: Names

    def of_kind(self, kind: str) -> list[Json]:
        """Return the objects of one kind."""
        return [each for each in self.objects if each["kind"] == kind]

    def sentences(self, heading: str = "") -> list[Json]:
        """Return the dossier's sentences, of sections with a word in the heading."""
        return [
            sentence
            for section in self.dossier.get("sections", ())
            if heading in section["heading"].lower()
            for sentence in section["sentences"]
        ]


def load_case(gold: Path, export: Path, dossier: Path) -> Case:
    """Read the three files."""
    held = json.loads(gold.read_text("utf-8"))
    objects = [json.loads(line) for line in export.read_text("utf-8").splitlines()]
    told = json.loads(dossier.read_text("utf-8"))
    return Case(held, objects, told, Names(held["refs"], objects))


def check_all(case: Case) -> dict[str, bool]:
    """Return for each assertion's id whether it holds."""
    return {item["id"]: check(case, item) for item in case.gold["assertions"]}


def check(case: Case, item: Json) -> bool:
    """Tell whether one assertion holds."""
    return _CHECKS[item["kind"]](case, item)


def _check_entity(case: Case, item: Json) -> bool:
    found = case.names.find_entities(item["ref"])
    by_schema = {each["schema"]: each for each in found}
    if not found or len(found) > len(by_schema):
        return False
    apart = {
        ident
        for other in item.get("separate_from", ())
        for ident in (each["id"] for each in case.names.find_entities(other))
    }
    return any(
        all(holds_name(each, variant) for variant in item.get("variants", ()))
        and each["id"] not in apart
        and len(list_documents(each)) >= item.get("documents", 0)
        for each in by_schema.values()
    )


def _check_epithet(case: Case, item: Json) -> bool:
    return any(
        fold(item["text"]) in fold(epithet["text"])
        and (
            "by" not in item or case.names.has(list_all(epithet.get("by")), item["by"])
        )
        for entity in case.names.find_entities(item["ref"])
        for epithet in entity.get("epithets", ())
    )


def _check_forbidden(case: Case, item: Json) -> bool:
    for entity in case.of_kind("entity"):
        for name in name_all(entity):
            words = f" {' '.join(fold_name(name))} "
            for bad in item["names"]:
                text = f" {' '.join(fold_name(bad))} "
                if words == text or (not item.get("whole") and text in words):
                    return False
    return True


def _check_entity_count(case: Case, item: Json) -> bool:
    extra = [
        entity
        for entity in case.of_kind("entity")
        if entity["schema"] == item["schema"]
        and not any(
            item["schema"] in list_all(case.gold["refs"].get(ref, {}).get("schema"))
            or ref == "@source"
            for ref in case.names.whom(entity["id"])
        )
    ]
    return len(extra) <= item.get("max_extra", 0)


def _has_role(case: Case, item: Json) -> bool:
    return any(
        _fits_role(case, role, item)
        for entity in case.names.find_entities(item["ref"])
        for role in entity.get("roles", ())
    )


def _fits_role(case: Case, role: Json, item: Json) -> bool:
    have = set(fold_name(role["title"]))
    if not any(
        set(fold_name(title)) <= have
        and set(fold_name(title)) & _RANKS == have & _RANKS
        for title in item["title"]
    ):
        return False
    former = role.get("status") == "former"
    if "former" in item and former != item["former"]:
        return False
    if "organization" in item:
        where = {
            "entity": role.get("organization"),
            "name": role.get("organization_name"),
        }
        if not case.names.has([where], list(flatten(item["organization"]))):
            return False
    return "time" not in item or fits_time(role.get("time"), item["time"])


def _check_no_role(case: Case, item: Json) -> bool:
    return not _has_role(case, item)


def _check_document(case: Case, item: Json) -> bool:
    for each in case.of_kind("document"):
        have = {**each, "source": (each.get("source") or {}).get("name")}
        keys = [key for key in ("title", "source", "published", "lang") if key in item]
        if all(fold(have[key]) == fold(item[key]) for key in keys):
            return True
    return False


def _check_verified(case: Case, _: Json) -> bool:
    texts = {each["id"]: each["text"] for each in case.of_kind("document")}
    cited = [cite for each in case.objects for cite in find_citations(each)]
    cited += [cite for each in case.sentences() for cite in each["citations"]]
    return bool(cited) and all(
        texts[cite["document"]][cite["start"] : cite["end"]] == cite["quote"]
        for cite in cited
    )


def _check_share(case: Case, item: Json) -> bool:
    things: list[Json] = []
    for each in case.objects:
        if each["kind"] != "document":
            things.append(each)
            if item.get("deep"):
                things += [*each.get("names", ()), *each.get("roles", ())]
    cited = sum(bool(each.get("citations")) for each in things)
    return bool(things) and cited / len(things) >= item["min"]


def _check_not_cited(case: Case, item: Json) -> bool:
    quotes = [
        fold(cite["quote"])
        for each in [*case.objects, *case.sentences()]
        for cite in find_citations(each)
    ]
    return not any(fold(text) in quote for text in item["text"] for quote in quotes)


def _check_dossier_cited(case: Case, _: Json) -> bool:
    sentences = case.sentences()
    return bool(sentences) and all(each["citations"] for each in sentences)


def _check_dossier_loaded(case: Case, item: Json) -> bool:
    for sentence in case.sentences():
        bare = f" {' '.join(fold_name(_drop_quoted(sentence['text'])))} "
        if any(f" {' '.join(fold_name(word))} " in bare for word in item["words"]):
            return False
    return True


def _drop_quoted(text: str) -> str:
    for opening, closing in ("“”", "„“", "«»"):
        while opening in text and closing in text.split(opening, 1)[1]:
            before, rest = text.split(opening, 1)
            text = before + " " + rest.split(closing, 1)[1]
    parts = text.split('"')
    return " ".join(parts[::2]) if len(parts) % 2 else text


def _check_disagreement(case: Case, item: Json) -> bool:
    return any(
        all(
            any(fold(one) in fold(sentence["text"]) for one in list_all(words))
            for words in item["words"]
        )
        for sentence in case.sentences("disagree")
    )


def _check_any(case: Case, item: Json) -> bool:
    return any(check(case, each) for each in item["of"])


def _check_undated(case: Case, _: Json) -> bool:
    allowed = {str(year) for year in list_all(case.gold.get("years_in_text"))}
    values = [
        (each.get("time") or {}).get("value", "")
        for each in case.objects
        if each["kind"] in ("event", "statement")
    ]
    years = {value[:4] for value in values if value[:4].isdigit()}
    return years <= allowed | {"XXXX"}


def _exists(kind: str) -> Callable[[Case, Json], bool]:
    return lambda case, item: count_holding(case.names, kind, case.objects, item) > 0


def _absent(kind: str) -> Callable[[Case, Json], bool]:
    return lambda case, item: count_holding(case.names, kind, case.objects, item) == 0


def _counted(kind: str) -> Callable[[Case, Json], bool]:
    def check_count(case: Case, item: Json) -> bool:
        pattern = {k: v for k, v in item.items() if k not in ("min", "max")}
        found = count_holding(case.names, kind, case.objects, pattern)
        return bool(item.get("min", 0) <= found <= item.get("max", found))

    return check_count


_CHECKS: dict[str, Callable[[Case, Any], bool]] = {
    "any": _check_any,
    "citations_share": _check_share,
    "citations_verify": _check_verified,
    "disagreement": _check_disagreement,
    "document": _check_document,
    "dossier_cited": _check_dossier_cited,
    "dossier_loaded": _check_dossier_loaded,
    "entity": _check_entity,
    "entity_count": _check_entity_count,
    "epithet": _check_epithet,
    "forbidden_names": _check_forbidden,
    "no_role": _check_no_role,
    "not_cited": _check_not_cited,
    "role": _has_role,
    "undated": _check_undated,
}
for _kind in ("event", "statement", "narrative"):
    _CHECKS[_kind] = _exists(_kind)
    _CHECKS[f"no_{_kind}"] = _absent(_kind)
    _CHECKS[f"{_kind}_count"] = _counted(_kind)
