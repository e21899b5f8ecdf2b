from dataclasses import replace
from itertools import permutations

from builders import make_document, make_role
from dragoman.model.claim import Claim, EntityClaim, NameUse, RoleClaim
from dragoman.model.ids import hash_id
from dragoman.model.judgement import Judgement
from dragoman.model.span import Citation, Span
from reported import report, resolve


def test_a_surname_joins_the_only_person_of_the_same_office() -> None:
    office = ("Foreign Minister", "Iranian Foreign Ministry")
    full = report(1, "Hossein Tabrizi", "Tabrizi", office=office)
    bare = report(2, "Tabrizi", office=("Minister of Foreign Affairs", "Iran"))

    assert resolve(full, bare).together(full[1], bare[1])
    assert resolve(bare, full).together(full[1], bare[1])


def test_one_name_in_two_walks_of_life_is_left_to_a_person() -> None:
    minister = report(1, "Omar Karam", office=("Foreign Minister", "Chad"))
    surgeon = report(2, "Omar Karam", office=("head surgeon", "Central Hospital"))

    desk = resolve(minister, surgeon)

    assert not desk.together(minister[1], surgeon[1])
    (edge,) = [
        one
        for one in desk.latest.values()
        if {one.left, one.right} == {minister[1].id, surgeon[1].id}
    ]
    assert edge.judgement is Judgement.UNSURE
    assert "other walks of life" in edge.reasons


def test_of_two_namesakes_the_one_of_the_same_body_is_meant() -> None:
    commander = report(1, "Omar al-Qadhi", office=("commander", "Sura Brigades"))
    poet = report(2, "Omar al-Qadhi", office=("poet", "Writers' Union"))
    leader = report(3, "Omar al-Kadhi", office=("leader", "Sura Brigades"))

    desk = resolve(commander, poet, leader)

    assert desk.together(commander[1], leader[1])
    assert not desk.together(commander[1], poet[1])


def test_other_spellings_in_other_offices_are_left_to_a_person() -> None:
    first = report(1, "Ousmane Diarrassou", office=("finance minister", None))
    second = report(2, "Ousmane Diarassou", office=("union leader", None))

    desk = resolve(first, second)

    assert not desk.together(first[1], second[1])
    (edge,) = desk.latest.values()
    assert edge.judgement is Judgement.UNSURE
    assert "other offices" in edge.reasons


def test_a_short_title_is_a_short_form_of_the_office() -> None:
    full = report(1, "Dalit Orevan", office=("Transport Minister", None))
    bare = report(2, "Orevan", office=("Minister", None))
    deputy = report(3, "Orevan", office=("Deputy Minister", None))

    assert resolve(full, bare).together(full[1], bare[1])
    assert not resolve(full, deputy).together(full[1], deputy[1])


def test_the_body_may_stand_in_the_title() -> None:
    one = report(1, "Ibrahim Keita Sow", office=("Army spokesman", "Army"))
    other = report(2, "Ibrahima Keita-Sow", office=("spokesman", "army"))

    assert resolve(one, other).together(one[1], other[1])


def test_one_title_of_two_bodies_is_no_office_in_common() -> None:
    full = report(1, "Arben Kostan", office=("spokesman", "Delta Front"))
    bare = report(2, "Kostan", office=("spokesman", "Harbour Union"))

    assert not resolve(full, bare).together(full[1], bare[1])


def test_other_offices_of_one_state_leave_like_names_to_a_person() -> None:
    envoy = report(1, "Emil Vartok", office=("envoy", None), country="AT")
    lawmaker = report(2, "Emil Varton", office=("lawmaker", None), country="AT")
    officer = report(3, "Ghulam Kamrani", office=("police chief", None), country="PK")
    minister = report(4, "Kamrani", office=("minister", None), country="PK")

    assert not resolve(envoy, lawmaker).together(envoy[1], lawmaker[1])
    desk = resolve(officer, minister)
    assert desk.judged(officer[1], minister[1]) is Judgement.UNSURE


def test_words_for_a_member_of_parliament_are_one_office() -> None:
    one = report(1, "Elias Tannus", office=("MP", None))
    other = report(2, "Ilyas Tannous", office=("lawmaker", None))

    assert resolve(one, other).together(one[1], other[1])


def test_like_names_with_other_offices_in_one_report_are_left_to_a_person() -> None:
    claims, envoy, lawmaker = surname_again(
        1, "Kang Minsook", "envoy", "Kang Minseok", "lawmaker"
    )

    desk = resolve((claims, envoy))

    assert not desk.together(envoy, lawmaker)


def surname_again(
    number: int, full: str, office: str, bare: str, title: str
) -> tuple[list[Claim], EntityClaim, EntityClaim]:
    """Make a report of a full name with an office, then a surname with another."""
    document = make_document(f"Report {number}: {full}, {office}. {title} {bare}.")
    claims: list[Claim] = []
    people = []
    for name, held in ((full, office), (bare, title)):
        start = document.text.rindex(name)
        span = Span(document.id, start, start + len(name))
        citation = Citation(span, name)
        person = EntityClaim(
            id=hash_id("e", document.id, name, start),
            document_id=document.id,
            schema="Person",
            types=(),
            name=name,
            names=(NameUse(name, "en", (citation,)),),
            gender=None,
            country=None,
            citations=(citation,),
            producer="test/1",
        )
        people.append(person)
        claims += [person, make_role(document, person, held)]
    return claims, people[0], people[1]


def test_a_surname_with_another_office_is_lent_to_the_full_name_before_it() -> None:
    claims, full, bare = surname_again(1, "Petro Vyhor", "head", "Vyhor", "Governor")

    assert resolve((claims, full)).together(full, bare)


def test_a_surname_goes_to_whom_the_case_gives_the_office() -> None:
    claims, full, bare = surname_again(1, "Petro Vyhor", "head", "Vyhor", "Governor")
    governor = report(2, "Oleksandr Vyhor", office=("governor", None))

    for order in permutations(((claims, full), governor)):
        desk = resolve(*order)
        assert desk.together(bare, governor[1])
        assert not desk.together(full, bare)
        assert not desk.together(full, governor[1])


def test_a_surname_of_another_walk_of_life_is_left_to_a_person() -> None:
    claims, full, bare = surname_again(
        1, "Moussa Diarro", "teacher", "Diarro", "General"
    )

    desk = resolve((claims, full))

    assert not desk.together(full, bare)
    assert desk.judged(full, bare) is Judgement.UNSURE


def test_a_surname_of_other_vowels_is_a_spelling_in_one_office_of_a_state() -> None:
    office = ("foreign minister", "Ministry of Foreign Affairs of Uzbekistan")
    one = report(1, "Rustam Qodirov", office=office, country="UZ")
    other = report(2, "Rustam Kadyrov", office=office, country="UZ")
    elsewhere = report(3, "Rustam Kadyrov", country="UZ")

    assert resolve(one, other).together(one[1], other[1])
    assert not resolve(one, elsewhere).together(one[1], elsewhere[1])


def test_a_surname_behind_an_office_is_of_who_holds_it_now() -> None:
    now = report(1, "Tigran Harutyan", office=("prime minister", None))
    claims, former = report(2, "Vahan Harutyan", office=("prime minister", None))
    past = [
        replace(one, status="former") if isinstance(one, RoleClaim) else one
        for one in claims
    ]
    bare = report(3, "Harutyan", office=("prime minister", None))

    for order in permutations((now, (past, former), bare)):
        desk = resolve(*order)
        assert desk.together(now[1], bare[1])
        assert not desk.together(former, bare[1])
