"""The starter pack hangs together and says nothing twice."""

import re
from datetime import date
from itertools import pairwise

import pytest

from dragoman.data.office_holders import CHECKED, office_holders
from dragoman.data.starter import find_in_starter, starter_pack
from dragoman.data.tables import countries, organizations


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("The Guardian", "The Guardian"),
        ("חיזבאללה", "Hezbollah"),
        ("حماس", "Hamas"),
        ("НАТО", "NATO"),
        ("ایران", "Iran"),
        ("حسن نصر الله", "Hassan Nasrallah"),
        ("Владимир Путин", "Vladimir Putin"),
    ],
)
def test_names_in_any_script_lead_to_one_article(name: str, title: str) -> None:
    assert [known.wiki for known in find_in_starter(name)] == [title]


def test_every_state_has_its_own_wikidata_item() -> None:
    states = {
        k for found in starter_pack().values() for k in found if k.types == ("state",)
    }
    items = [state.wikidata or "" for state in states]

    assert len(states) == len(countries())
    assert all(re.fullmatch(r"Q\d+", item) for item in items)
    assert len(set(items)) == len(items)


def test_terms_name_known_bodies_and_persons_and_run_forward() -> None:
    for body, terms in office_holders().items():
        assert body.upper() in countries() or body in organizations(), body
        for term in terms:
            assert [k.name for k in find_in_starter(term.name)] == [term.name], term
            assert term.end is None or term.start <= term.end, term
            assert term.start <= CHECKED, term


def test_no_office_has_two_holders_at_once() -> None:
    for terms in office_holders().values():
        for office in {term.office for term in terms}:
            line = [term for term in terms if term.office == office]
            for one, after in pairwise(line):
                assert one.end is not None, (one, after)
                assert one.end <= after.start, (one, after)


def test_dates_of_terms_are_dates() -> None:
    for terms in office_holders().values():
        for value in {one for t in terms for one in (t.start, t.end) if one}:
            assert date.fromisoformat(f"{value}-01-01"[:10])
