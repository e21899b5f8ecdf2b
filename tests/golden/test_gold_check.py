from typing import Any

import pytest

from golden.gold_check import Case, check
from golden.gold_criteria import fits_time
from golden.gold_names import Names, fold_name

REFS = {
    "anna": {"schema": "Person", "names": ["Anna Kovač", "Kovač"]},
    "ivan": {"schema": "Person", "names": ["Ivan Kovač"]},
    "front": {"schema": "Organization", "names": ["River Front", "RF"]},
}
CITE = {"document": "d1", "start": 0, "end": 4, "quote": "Anna"}


def make_case(*objects: dict[str, Any]) -> Case:
    document = {
        "kind": "document",
        "id": "d1",
        "text": "Anna met the Front.",
        "source": {"name": "The Wire"},
    }
    held = [document, *objects]
    return Case({"refs": REFS}, held, {}, Names(REFS, held))


def make_person(ident: str, *names: str) -> dict[str, Any]:
    return {
        "kind": "entity",
        "id": ident,
        "schema": "Person",
        "name": names[0],
        "names": [{"text": name, "citations": [CITE]} for name in names],
        "citations": [CITE],
    }


def test_name_is_folded_whatever_script_and_marks() -> None:
    assert fold_name("President Kovač’s") == ("president", "kovac")
    assert fold_name("الماء") == ("الماء",)


def test_bare_surname_of_two_stands_for_neither() -> None:
    case = make_case(make_person("e1", "Kovač"))
    assert case.names.whom("e1") == {"anna"}
    assert make_case(make_person("e2", "Minister Ivan Kovač")).names.whom("e2") == {
        "ivan"
    }


def test_entity_fails_when_split_or_merged() -> None:
    item = {"kind": "entity", "ref": "anna", "separate_from": ["ivan"]}
    assert check(make_case(make_person("e1", "Anna Kovač")), item)
    split = make_case(make_person("e1", "Anna Kovač"), make_person("e2", "Kovač"))
    assert not check(split, item)
    assert not check(make_case(make_person("e1", "Anna Kovač", "Ivan Kovač")), item)


@pytest.mark.parametrize(
    ("value", "wanted", "fits"),
    [
        ("2025-09-01", ["2025-09-01"], True),
        ("2025-09-02", [{"within": "2025-09-01/2025-09-03"}], True),
        ("2025-09", [{"within": "2025-09-01/2025-09-03"}], False),
        (None, ["none"], True),
        ("XXXX-09-01", ["2025-09-01"], False),
    ],
)
def test_time_fits_value_or_span(value: str, wanted: list[Any], *, fits: bool) -> None:
    assert fits_time({"value": value}, wanted) is fits


def test_statement_needs_exactly_its_speakers() -> None:
    said = {
        "kind": "statement",
        "id": "s1",
        "speakers": [{"entity": "e1", "name": "Anna"}, {"entity": None, "name": "RF"}],
        "content": "we will wait",
        "citations": [CITE],
    }
    case = make_case(make_person("e1", "Anna Kovač"), said)
    pattern = {"kind": "statement", "content": ["will wait"]}
    assert check(case, {**pattern, "speakers": ["anna", "front"]})
    assert not check(case, {**pattern, "speakers": ["anna"]})


def test_passage_is_cited_where_spans_overlap() -> None:
    told = {"kind": "narrative", "id": "n1", "label": "x", "citations": [CITE]}
    assert check(make_case(told), {"kind": "narrative", "cites": ["Anna met"]})
    assert not check(make_case(told), {"kind": "narrative", "cites": ["the Front"]})
