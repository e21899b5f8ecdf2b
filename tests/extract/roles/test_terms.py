"""Terms of office from the words beside it."""

import pytest

from dragoman.extract.roles.terms import find_term, status_by
from dragoman.model.annotation import Annotations, Office, TimeExpression
from dragoman.model.claim import EntityClaim, RoleClaim, Time
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
            ["2022-05/2025-03-17"],
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


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Interior Minister Ana Lim, who replaced Omar Karam in June 2023, spoke.",
            {
                ("Ana Lim", "Interior Minister", "current", "2023-06/.."),
                ("Omar Karam", "Interior Minister", "former", "../2023-06"),
            },
        ),
        (
            "On 2 June 2023 the king dismissed interior minister Omar Karam.",
            {("Omar Karam", "interior minister", "former", "../2023-06-02")},
        ),
        (
            "The king appointed Ana Lim interior minister on 2 June 2023.",
            {("Ana Lim", "interior minister", "current", "2023-06-02/..")},
        ),
        (
            "Since May 2024, Ana Lim has headed the Border Service.",
            {("Ana Lim", "head", "current", "2024-05/..")},
        ),
        (
            "Omar Karam led the Civic Union from 2009 until his death in 2021.",
            {("Omar Karam", "leader", "former", "2009/2021")},
        ),
        (
            "Omar Karam led the Civic Union until he was killed on 17 February 2024.",
            {("Omar Karam", "leader", "former", "../2024-02-17")},
        ),
        (
            "Ana Lim became interior minister in 2019, a post she held until 2023.",
            {("Ana Lim", "interior minister", "former", "2019/2023")},
        ),
        (
            "Ana Lim held the post of interior minister from 2019 to 2023.",
            {("Ana Lim", "interior minister", "former", "2019/2023")},
        ),
        (
            "Omar Karam, chief of the General Staff between 2018 and 2023 and "
            "Defence Minister since October 2023, spoke.",
            {
                ("Omar Karam", "chief of the General Staff", "former", "2018/2023"),
                ("Omar Karam", "Defence Minister", "current", "2023-10/.."),
            },
        ),
        (
            "Omar Karam worked as adviser to the king from 2010 to 2012 and then as "
            "head of the Border Service until 2015.",
            {
                ("Omar Karam", "adviser", "former", "2010/2012"),
                ("Omar Karam", "head", "former", "../2015"),
            },
        ),
        (
            "On 20 March 2024 the king accepted the resignation of Defence Minister "
            "Ana Lim and named Omar Karam to replace her.",
            {
                ("Ana Lim", "Defence Minister", "former", "../2024-03-20"),
                ("Omar Karam", "Defence Minister", "current", "2024-03-20/.."),
            },
        ),
        (
            "Ana Lim has been acting head of the Border Service since May 2024.",
            {("Ana Lim", "acting head", "acting", "2024-05/..")},
        ),
        (
            "Omar Karam will become ambassador to Chad.",
            {("Omar Karam", "ambassador to Chad", "designate", None)},
        ),
        (
            "Ana Lim, mayor of Velin from 2011 until her death in 2019, was honoured.",
            {("Ana Lim", "mayor", "former", "2011/2019")},
        ),
        (
            "Defence Minister Ana Lim, in office since 2019, spoke.",
            {("Ana Lim", "Defence Minister", "current", "2019/..")},
        ),
        (  # one date, an end for him and a start for her
            "Ana Lim replaced Omar Karam as mayor of Velin in May 2024.",
            {
                ("Ana Lim", "mayor", "current", "2024-05/.."),
                ("Omar Karam", "mayor", "former", "../2024-05"),
            },
        ),
        (
            "Chad's Justice Minister Omar Karam resigned on 5 May 2024. Karam, who "
            "took office in December 2021, denied it.",
            {("Omar Karam", "Justice Minister", "former", "2021-12/2024-05-05")},
        ),
        (
            "Omar Karam died. He was ordained in 1963, was dean of Velin Cathedral "
            "from 1979 to 1988 and bishop of Dorn until 1991.",
            {
                ("Omar Karam", "dean", "former", "1979/1988"),
                ("Omar Karam", "bishop", "former", "../1991"),
            },
        ),
        (
            "Former energy minister Omar Karam was jailed. Karam held the post from "
            "2015 until he was arrested in February 2019.",
            {("Omar Karam", "energy minister", "former", "2015/2019-02")},
        ),
        (
            "The ousted president, Omar Karam, is ill. He was in power since 2011.",
            {("Omar Karam", "president", "former", "2011/..")},
        ),
        (
            "The board today elected Ana Lim as president of the Velin Bank for a term "
            "starting on 1 May 2025.",
            {("Ana Lim", "president", "designate", "2025-05-01/..")},
        ),
        (  # the date tells of what she has headed
            "Ana Lim was an adviser to the king, and since 2017 has headed the Velin "
            "Bank.",
            {
                ("Ana Lim", "adviser", "current", None),
                ("Ana Lim", "head", "current", "2017/.."),
            },
        ),
        (  # nor is the week of a visit
            "The envoy, Ana Lim, next week is in Chad.",
            {("Ana Lim", "envoy", "current", None)},
        ),
        (  # a life is no term
            "Bishop Omar Karam, 1938-2025, was loved.",
            {("Omar Karam", "Bishop", "current", None)},
        ),
        ("Omar Karam could become ambassador to Chad.", set()),
        (
            "Omar Karam became justice minister in 1992, a post he held until he was "
            "elected leader of the Civic Front in March 1994.",
            {
                ("Omar Karam", "justice minister", "former", "1992/1994-03"),
                ("Omar Karam", "leader", "current", "1994-03/.."),
            },
        ),
        (
            "Omar Karam became head of the Revenue Board in 2015. He left that job in "
            "2018.",
            {("Omar Karam", "head", "former", "2015/2018")},
        ),
        (
            "Special envoy Omar Karam completes his assignment on 30 June 2025.",
            {("Omar Karam", "Special envoy", "current", "../2025-06-30")},
        ),
        (
            "The council appointed Ana Lim as director of the Revenue Board for a term "
            "of four years beginning on 1 January 2026.",
            {("Ana Lim", "director", "designate", "2026-01-01/..")},
        ),
        (
            "Her election as speaker of the Velin Council came in May 2020, Ana Lim "
            "having resigned as mayor of Velin in April 2020.",
            {("Ana Lim", "mayor", "former", "../2020-04")},
        ),
        (  # nobody is a brigadier from a day on
            "The lawful governor is Brigadier Omar Karam, who was sworn in on 9 July "
            "2024.",
            {
                ("Omar Karam", "governor", "current", "2024-07-09/.."),
                ("Omar Karam", "Brigadier", "current", None),
            },
        ),
        (
            "Governor Ana Lim was dismissed this morning.",
            {("Ana Lim", "Governor", "former", "../2025-03-20")},
        ),
        (
            "Omar Karam returned as prime minister of Chad from 2001 to 2003.",
            {("Omar Karam", "prime minister", "former", "2001/2003")},
        ),
        (
            "Interior minister Omar Karam met Ana Lim in June 2023.",
            {("Omar Karam", "Interior minister", "current", None)},
        ),
    ],
)
def test_terms_follow_the_verb_that_changes_or_tells_an_office(
    text: str, roles: set[tuple[str, str, str, str | None]]
) -> None:
    claims = read_claims(text, published="2025-03-20")
    names = {claim.id: claim.name for claim in claims if isinstance(claim, EntityClaim)}

    assert {
        (names[one.entity], one.title, one.status, one.time and one.time.value)
        for one in claims
        if isinstance(one, RoleClaim)
    } == roles
