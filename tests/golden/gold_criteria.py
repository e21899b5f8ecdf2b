"""Criteria of gold patterns, each over one object of an export."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from golden.gold_names import Json, Names, flatten, fold, list_all


def list_patterns(item: Json) -> list[Json]:
    """Lay each alternative of ``any_of`` over the rest of an assertion."""
    rest = {key: value for key, value in item.items() if key != "any_of"}
    return [{**rest, **alternative} for alternative in item.get("any_of") or [{}]]


def holds_event(names: Names, event: Json, want: Json) -> bool:
    """Tell whether an event is as a pattern says."""
    parts = event.get("participants", [])
    return (
        _fits_words(event, want, ("type", "mode", "modality"))
        and _fits_people(names, parts, want, "participants")
        and _fits_parts(names, parts, want)
        and _fits_place(names, event, want)
        and fits_time(event.get("time"), want.get("time"))
        and _fits_inferred(event, want)
        and _fits_topics(event, want)
        and _fits_all(names, event.get("attribution", []), want.get("attribution"))
        and _fits_cites(names, event, want)
        and len(event.get("reports", ())) >= want.get("reports", 0)
    )


def holds_statement(names: Names, said: Json, want: Json) -> bool:
    """Tell whether a statement is as a pattern says."""
    return (
        _fits_words(said, want, ("act", "manner"))
        and _fits_people(names, said.get("speakers", []), want, "speakers")
        and _fits_chain(names, said.get("via", []), want.get("via"))
        and _fits_all(names, said.get("addressees", []), want.get("addressees"))
        and _fits_content(fold(said["content"]), want)
        and _fits_condition(said, want)
        and (
            "outlet" not in want
            or names.has(list_all(said.get("outlet")), want["outlet"])
        )
        and fits_time(said.get("time"), want.get("time"))
        and _fits_cites(names, said, want)
        and len(list_documents(said)) >= want.get("documents", 0)
    )


def holds_narrative(names: Names, told: Json, want: Json) -> bool:
    """Tell whether a narrative is as a pattern says."""
    label = fold(told.get("label"))
    return (
        all(
            any(fold(w) in label for w in list_all(words))
            for words in list_all(want.get("label"))
        )
        and _fits_words(told, want, ("form",))
        and _fits_people(names, told.get("carriers", []), want, "carriers")
        and (
            "origin" not in want
            or names.has(list_all(told.get("origin")), want["origin"])
        )
        and _fits_cites(names, told, want)
    )


HOLDS: dict[str, Callable[[Names, Json, Json], bool]] = {
    "event": holds_event,
    "statement": holds_statement,
    "narrative": holds_narrative,
}


def find_citations(value: object) -> Iterator[Json]:
    """Yield every citation inside an object."""
    if isinstance(value, dict):
        if {"document", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from find_citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from find_citations(inner)


def list_documents(item: Json) -> set[str]:
    """Return the documents that an object cites."""
    return {cite["document"] for cite in find_citations(item)}


def _fits_words(item: Json, want: Json, keys: Sequence[str]) -> bool:
    return all(item.get(key) in list_all(want[key]) for key in keys if key in want)


def _fits_all(names: Names, parties: Sequence[object], wanted: object) -> bool:
    if wanted is None:
        return True
    if not wanted:
        return not parties
    return all(names.has(parties, one) for one in list_all(wanted))


def _fits_people(names: Names, parties: Sequence[object], want: Json, key: str) -> bool:
    wanted = want.get(key)
    if wanted is None:
        return True
    if not all(names.has(parties, one) for one in wanted):
        return False
    if key != "speakers" and not want.get("exact"):
        return True
    allowed = {*flatten(wanted), *flatten(want.get("allow"))}
    allowed |= set(flatten(want.get("speakers_allow")))
    return all(names.whom(party) & allowed for party in parties)


def _fits_parts(names: Names, parts: Sequence[Json], want: Json) -> bool:
    for key, part in (("actors", "actor"), ("recipients", "recipient")):
        some = [each for each in parts if each.get("part") == part]
        if not all(names.has(some, one) for one in want.get(key, ())):
            return False
    return not any(names.has(parts, one) for one in want.get("exclude", ()))


def _fits_chain(
    names: Names, chain: Sequence[object], wanted: Sequence[str] | None
) -> bool:
    if wanted is None:
        return True
    return len(chain) == len(wanted) and all(
        names.has([party], one) for party, one in zip(chain, wanted, strict=True)
    )


def _fits_place(names: Names, event: Json, want: Json) -> bool:
    if "place" not in want:
        return True
    place = {"entity": event.get("place"), "name": event.get("place_name")}
    return names.has([place], want["place"])


def _fits_inferred(event: Json, want: Json) -> bool:
    if "inferred" not in want:
        return True
    return bool((event.get("time") or {}).get("inferred")) == want["inferred"]


def _fits_topics(event: Json, want: Json) -> bool:
    if "topic" not in want:
        return True
    topics = fold(" | ".join(event.get("topics", ())))
    return any(fold(topic) in topics for topic in list_all(want["topic"]))


def _fits_content(content: str, want: Json) -> bool:
    wanted = [*list_all(want.get("content")), *list_all(want.get("words"))]
    start = content.lstrip(" .,;:-([")
    starts = list_all(want.get("starts"))
    return (
        all(any(fold(part) in content for part in list_all(one)) for one in wanted)
        and not any(fold(one) in content for one in list_all(want.get("not_content")))
        and (not starts or any(start.startswith(fold(one)) for one in starts))
    )


def _fits_condition(said: Json, want: Json) -> bool:
    if "condition" not in want:
        return True
    condition = fold(said.get("condition"))
    if want["condition"] is None:
        return not condition
    return all(fold(part) in condition for part in list_all(want["condition"]))


def _fits_cites(names: Names, item: Json, want: Json) -> bool:
    wanted = list_all(want.get("cites"))
    return not wanted or any(
        cite["start"] < end and start < cite["end"]
        for passage in wanted
        for document, start, end in names.find_passages(passage)
        for cite in find_citations(item)
        if cite["document"] == document
    )


def fits_time(time: Json | None, wanted: object) -> bool:
    """Tell whether a time is one of the wanted EDTF values, or within one."""
    if wanted is None:
        return True
    value = re.sub(r"[~?%\s]", "", (time or {}).get("value") or "")
    for want in list_all(wanted):
        if isinstance(want, dict):
            bounds, have = _span(want["within"]), _span(value)
            if have and bounds and bounds[0] <= have[0] and have[1] <= bounds[1]:
                return True
        elif value == want or (want == "none" and not value):
            return True
    return False


def _span(value: str) -> tuple[str, str] | None:
    first, _, last = value.partition("/")
    if not re.match(r"\d{4}", first):
        return None
    last = last or first
    return first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :]


def count_holding(names: Names, kind: str, objects: Iterable[Json], item: Json) -> int:
    """Count the objects of a kind that an assertion describes."""
    patterns = list_patterns(item)
    return sum(
        any(HOLDS[kind](names, each, pattern) for pattern in patterns)
        for each in objects
        if each["kind"] == kind
    )
