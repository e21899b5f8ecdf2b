"""Terms of office from the words beside it."""

import pytest

from dragoman.extract.role_terms import find_term, status_by
from dragoman.model.annotation import Annotations, Office, TimeExpression
from dragoman.model.claim import RoleClaim, Time
from reading import read_claims


def read(text: str, title: str, when: str, value: str) -> str | None:
    start, begin = text.index(title), text.index(when)
    end = start + len(title)
    office = Office(start, end, title, "c1", None, None, "current", (start, end))
    time = Time(value, when, "year")
    annotations = Annotations("d1").with_(
        times=[TimeExpression(begin, begin + len(when), time)]
    )
    found = find_term(text, annotations, office)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("text", "when", "value", "term"),
    [
        ("Ana Lim, minister since 2021, spoke", "2021", "2021", "2021/.."),
        ("the minister of Chad, in office since 2021", "2021", "2021", "2021/.."),
        ("was minister until March 2020", "March 2020", "2020-03", "../2020-03"),
        ("minister (2009-2013)", "2009-2013", "2009/2013", "2009/2013"),
        ("the minister, who took office in 2022", "2022", "2022", "2022/.."),
        ("the minister, who resigned in 2022", "2022", "2022", "../2022"),
        ("علي خان, minister since 2021", "2021", "2021", "2021/.."),
    ],
)
def test_words_beside_an_office_tell_its_term(
    text: str, when: str, value: str, term: str
) -> None:
    assert read(text, "minister", when, value) == term


@pytest.mark.parametrize(
    ("text", "when", "value"),
    [
        ("the minister met Li in 2021", "2021", "2021"),
        ("the minister said in 2021", "2021", "2021"),
        ("the minister, since Friday", "Friday", "XXXX-WXX-5"),
        ("minister. Since 2021 prices rose", "2021", "2021"),
    ],
)
def test_a_date_that_only_stands_near_is_no_term(
    text: str, when: str, value: str
) -> None:
    assert read(text, "minister", when, value) is None


def test_a_term_that_would_end_before_it_began_stays_open() -> None:
    (role,) = (
        claim
        for claim in read_claims("Ana Lim was ambassador from 2019 to 2015.")
        if isinstance(claim, RoleClaim)
    )

    assert role.time is not None
    assert role.time.value == "2019/.."


def test_an_office_that_ended_before_the_report_is_a_former_one() -> None:
    term = Time("../2020-03", "March 2020", "interval")

    assert status_by(term, "current", "2024-05-02") == "former"
    assert status_by(term, "current", "2019-05-02") == "current"
    assert status_by(None, "acting", None) == "acting"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Ines Duarte was named foreign minister in June 2023.", ["2023-06/.."]),
        ("Ines Duarte became foreign minister on 3 May 2021.", ["2021-05-03/.."]),
        ("In 2019 Ines Duarte became foreign minister of Chad.", ["2019/.."]),
        ("From 2015 to 2019 Ines Duarte was chief of staff.", ["2015/2019"]),
        (
            "Ines Duarte, ambassador to Norway from 2015 to 2019, met Omar Karam.",
            ["2015/2019"],
        ),
        (
            "Ines Duarte was defence minister from May 2022 until 8 March 2025.",
            ["2022-05/2025-03-08"],
        ),
        ("Omar Karam resigned as governor on 3 May 2024.", ["../2024-05-03"]),
        (
            "Ines Duarte, finance minister since May 2022, resigned on Monday.",
            ["2022-05/.."],
        ),
        ("Ines Duarte met the foreign minister, Omar Karam, in June 2023.", [None]),
        ("In 2019 Ines Duarte met foreign minister Omar Karam.", [None]),
    ],
)
def test_terms_are_read_on_either_side_of_an_office(
    text: str, terms: list[str | None]
) -> None:
    claims = read_claims(text, published="2025-03-20")
    roles = [claim for claim in claims if isinstance(claim, RoleClaim)]

    assert [role.time and role.time.value for role in roles] == terms
