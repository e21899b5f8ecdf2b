from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import cite, make_document, make_entity, make_role
from desk import Desk
from dragoman.model.claim import Claim, EntityClaim, NameUse, RoleClaim
from dragoman.model.ids import hash_id
from dragoman.model.judgement import Judgement, make_edge
from dragoman.model.span import Citation, Span
from dragoman.resolve.entities import EntityResolver
from dragoman.text.name_score import AUTOMATIC


def report(
    number: int,
    *names: str,
    office: tuple[str, str | None] | None = None,
    schema: str = "Person",
    country: str | None = None,
    gender: str | None = None,
) -> tuple[list[Claim], EntityClaim]:
    """Make the claims of a document that names one entity, and the entity."""
    body = (office and office[1]) or "nobody"
    title = office[0] if office else "nothing"
    document = make_document(f"Report {number}: {', '.join(names)}; {title}; {body}.")
    uses = tuple(NameUse(name, "en", (cite(document, name),)) for name in names)
    entity = EntityClaim(
        id=hash_id("e", document.id, names[0]),
        document_id=document.id,
        schema=schema,
        types=(),
        name=names[0],
        names=uses,
        gender=gender,
        country=country,
        citations=uses[0].citations,
        producer="test/1",
    )
    claims: list[Claim] = [entity]
    if office is not None and office[1] is None:
        claims.append(make_role(document, entity, title))
    elif office is not None:
        holding = EntityClaim(
            id=hash_id("e", document.id, body),
            document_id=document.id,
            schema="Organization",
            types=(),
            name=body,
            names=(NameUse(body, "en", (cite(document, body),)),),
            gender=None,
            country=None,
            citations=(cite(document, body),),
            producer="test/1",
        )
        claims += [holding, make_role(document, entity, title, holding)]
    return claims, entity


def resolve(*reports: tuple[list[Claim], EntityClaim]) -> Desk:
    desk = Desk()
    for claims, _ in reports:
        desk.add(claims, EntityResolver())
    return desk


# Arabic, Persian, Turkish, Hebrew, Russian, Chinese, Korean, Vietnamese, Spanish,
# Hungarian, German, Amharic, Mauritanian.
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Samir al-Nakhla", "Sameer Nakhlah"),
        ("سمير نصر الله", "Samir Nasrallah"),
        ("Hossein Amir-Tabrizi", "Hussein Amirtabrizi"),
        ("Abdul Rahman Sadiq", "Abdelrahman Sadeq"),
        ("Tayyip Öztürk", "Tayyip Ozturk"),
        ("Itamar Ben-Shaul", "Itamar Ben Shaul"),
        ("Сергей Лапшин", "Sergey Lapshin"),
        ("Vladimir Lapshin", "Vladimir Vladimirovich Lapshin"),
        ("王立明", "Wang Liming"),
        ("Park Jae-won", "Park Jae Won"),
        ("Nguyễn Phú Hải", "Nguyen Phu Hai"),
        ("Jürgen Schröter", "Jurgen Schroeter"),
        ("Dr. Karim Haddad", "Karim Haddad"),
        ("Haddad, Karim", "Karim Haddad"),
    ],
)
def test_spellings_of_a_full_name_become_one_person(one: str, other: str) -> None:
    first, second = report(1, one), report(2, other)

    desk = resolve(first, second)

    assert desk.together(first[1], second[1])


# Spanish, Ethiopian, Mauritanian, Kenyan, Burmese.
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rodrigo Salcedo", "Rodrigo Salcedo Ibáñez"),
        ("Abiy Tesfaye", "Abiy Tesfaye Ali"),
        ("Mohamed Ould Ghazwan", "Mohammed Ould Cheikh El Ghazwan"),
        ("Daniel Chebet", "Daniel Kipruto Chebet"),
        ("Htun Myint", "Kyaw Htun Myint"),
    ],
)
def test_a_name_within_a_longer_one_needs_something_in_common(
    one: str, other: str
) -> None:
    first, second = report(1, one), report(2, other)
    office = ("transport minister", None)
    third, fourth = report(3, one, office=office), report(4, other, office=office)

    assert resolve(first, second).judged(first[1], second[1]) is Judgement.UNSURE
    assert resolve(third, fourth).together(third[1], fourth[1])


def test_a_name_within_a_longer_one_of_one_document_was_told_apart() -> None:
    first, second = report(1, "Daniel Chebet"), report(1, "Daniel Kipruto Chebet")
    other = replace(second[1], document_id=first[1].document_id)

    desk = Desk()
    desk.add([first[1], other], EntityResolver())

    assert not desk.together(first[1], other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ximena Salcedo", "Rodrigo Salcedo"),
        ("Ali Khamenei", "Ali Khomeini"),
        ("Hafez al-Darwish", "Bashar al-Darwish"),
        ("Mohammed bin Sultan", "Sultan bin Mohammed"),
        ("Ivan Petrovich Sidorov", "Ivan Sergeyevich Sidorov"),
        ("Kim Jong-su", "Kim Jong-ho"),
        ("George H. W. Marsh", "George W. Marsh"),
        ("John Marsh Jr.", "John Marsh Sr."),
        ("Wang Li", "Wang Lei"),
        ("حسن نصر", "حسين نصر"),
    ],
)
def test_people_with_like_names_stay_apart(one: str, other: str) -> None:
    first, second = report(1, one), report(2, other)

    desk = resolve(first, second)

    assert not desk.together(first[1], second[1])


def test_order_of_the_words_may_differ_with_the_same_state() -> None:
    first = report(1, "Viktor Szalai", country="HU")
    second = report(2, "Szalai Viktor", country="HU")

    assert resolve(first, second).together(first[1], second[1])


def test_a_surname_joins_the_only_person_of_the_same_office() -> None:
    office = ("Foreign Minister", "Iranian Foreign Ministry")
    full = report(1, "Hossein Tabrizi", "Tabrizi", office=office)
    bare = report(2, "Tabrizi", office=("Minister of Foreign Affairs", "Iran"))

    assert resolve(full, bare).together(full[1], bare[1])
    assert resolve(bare, full).together(full[1], bare[1])


def test_a_surname_without_any_evidence_is_left_to_a_person() -> None:
    full, bare = report(1, "Hossein Tabrizi"), report(2, "Tabrizi")

    desk = resolve(full, bare)

    assert desk.judged(full[1], bare[1]) is Judgement.UNSURE


def test_a_surname_that_fits_two_persons_joins_neither() -> None:
    first = report(1, "Hafez al-Darwish", country="SY")
    second = report(2, "Bashar al-Darwish", country="SY")
    bare = report(3, "Darwish", country="SY")

    for order in permutations((first, second, bare)):
        desk = resolve(*order)
        assert not desk.together(first[1], second[1])
    desk = resolve(first, second, bare)
    assert not desk.together(bare[1], first[1])
    assert not desk.together(bare[1], second[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"gender": "f"}, {"gender": "m"}),
        ({"country": "KR"}, {"country": "KP"}),
    ],
)
def test_namesakes_of_other_gender_or_state_must_not_be_joined(
    one: dict[str, str], other: dict[str, str]
) -> None:
    first = report(1, "Kim Min-su", **one)  # type: ignore[arg-type]  # one key each
    second = report(2, "Kim Min-su", **other)  # type: ignore[arg-type]  # one key each

    desk = resolve(first, second)

    assert desk.judged(first[1], second[1]) is Judgement.NEGATIVE


def test_an_initial_and_a_like_surname_make_nobody_one() -> None:
    office = ("senator", "Senate")
    first = report(1, "Josef R. Biren", office=office)
    second = report(2, "Ron Wyren", office=office)

    desk = resolve(first, second)

    assert not desk.together(first[1], second[1])


@given(st.permutations(range(4)))
def test_a_second_bearer_opens_again_what_a_surname_joined(order: list[int]) -> None:
    office = ("minister of mines", "Ministry of Mines")
    made = [
        report(1, "Anna Lindqvist", office=office),
        report(2, "Lindqvist", office=office),
        report(3, "Karl Lindqvist", office=office),
        report(4, "Anna Lindqvist", office=office, country="SE"),
    ]

    desk = resolve(*(made[n] for n in order))

    anna, bare, karl, again = (entity for _, entity in made)
    assert desk.together(anna, again)
    assert not desk.together(anna, karl)
    assert not desk.together(bare, anna)
    assert not desk.together(bare, karl)


def test_what_one_document_tells_apart_stays_apart() -> None:
    document = make_document("Rodrigo Salcedo met Ximena Salcedo, no relation.")
    claims = []
    for name in ("Rodrigo Salcedo", "Ximena Salcedo"):
        use = NameUse(name, "en", (cite(document, name),))
        claims.append(
            EntityClaim(
                id=hash_id("e", document.id, name),
                document_id=document.id,
                schema="Person",
                types=(),
                name=name,
                names=(use,),
                gender=None,
                country=None,
                citations=use.citations,
                producer="test/1",
            )
        )
    desk = Desk()

    desk.add(claims, EntityResolver())

    assert desk.judged(*claims) is Judgement.NEGATIVE


def test_a_judgement_of_a_person_is_not_overruled() -> None:
    first, second, third = (report(n, "Karim Haddad") for n in (1, 2, 3))
    desk = Desk()
    desk.add(first[0], EntityResolver())
    verdict = make_edge(
        first[1].id, second[1].id, Judgement.NEGATIVE, score=None, judge="analyst"
    )
    list(desk.record(verdict))

    desk.add(second[0], EntityResolver())
    desk.add(third[0], EntityResolver())

    assert desk.judged(first[1], second[1]) is Judgement.NEGATIVE
    assert not desk.together(first[1], second[1])


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("Hezbollah",), ("Hizbullah",), True),
        (("Delta Workers' League",), ("The Delta Workers' League",), True),
        (("Popular Salvation Front", "PSF"), ("PSF",), True),
        (("Popular Salvation Front",), ("PSF",), True),
        (("Popular Salvation Front", "PSF"), ("Pacific Science Fund", "PSF"), False),
        (("Iranian Foreign Ministry",), ("Iran's Ministry of Foreign Affairs",), True),
        (("Iranian Foreign Ministry",), ("Syrian Foreign Ministry",), False),
        (("Iranian Foreign Ministry",), ("Foreign Ministry",), False),
        (("Norvik Energy PJSC",), ("Norvik Energy",), True),
        (("Harbour Labour Organisation",), ("Harbour Labor Organization",), True),
        (("حزب الإصلاح",), ("حزب الإصلاح",), True),
    ],
)
def test_organizations_join_by_name_acronym_and_state(
    one: tuple[str, ...],
    other: tuple[str, ...],
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    first = report(1, *one, schema="Organization")
    second = report(2, *other, schema="Organization")

    assert resolve(first, second).together(first[1], second[1]) is joined


def test_a_ministry_without_its_state_joins_where_the_state_is_known() -> None:
    first = report(1, "Iranian Foreign Ministry", schema="Organization")
    second = report(2, "Foreign Ministry", schema="Organization", country="IR")

    assert resolve(first, second).together(first[1], second[1])


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("Iran", None), ("Islamic Republic of Iran", None), True),
        (("Asunción", "PY"), ("Asuncion", None), True),
        (("Tripoli", "LY"), ("Tripoli", "LB"), False),
        (("Pak Sane", None), ("Pak Sane", None), True),
        (("Kaswa", "NG"), ("Kaswa State", "NG"), True),
        (("Kaswa Province", "NG"), ("Kaswa State", None), True),
        (("the Republic of Talvar", None), ("Talvar", None), True),
        (("Republic of the Congo", None), ("Congo", None), False),
        (("Beirut", None), ("Tehran", None), False),
    ],
)
def test_places_join_by_name_and_state(
    one: tuple[str, str | None],
    other: tuple[str, str | None],
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    first = report(1, one[0], schema="Place", country=one[1])
    second = report(2, other[0], schema="Place", country=other[1])

    assert resolve(first, second).together(first[1], second[1]) is joined


def town(number: int, region: str | None) -> tuple[list[Claim], EntityClaim]:
    """Make a document on one of the Springfields of the United States."""
    where = f", {region}" if region else ""
    document = make_document(f"Report {number}: a mill burnt in Springfield{where}.")
    city = make_entity(
        document, "Springfield", schema="Place", types=("city",), country="US"
    )
    claims: list[Claim] = [city]
    if region:
        state = make_entity(
            document, region, schema="Place", types=("region",), country="US"
        )
        claims.append(state)
    return claims, city


@given(st.permutations(("Illinois", "Illinois", "Oregon", None)))
def test_towns_of_one_name_are_told_by_the_region_behind_it(
    regions: list[str | None],
) -> None:
    made = [town(n, region) for n, region in enumerate(regions)]
    desk = resolve(*made)
    homes = {
        region: {
            desk.canonical(city.id)
            for (_, city), each in zip(made, regions, strict=True)
            if each == region
        }
        for region in ("Illinois", "Oregon", None)
    }

    assert len(homes["Illinois"]) == 1
    assert homes["Illinois"].isdisjoint(homes["Oregon"])


@pytest.mark.parametrize("region", ["Illinois", None])
def test_a_town_without_a_region_joins_the_only_one_of_its_name(
    region: str | None,
) -> None:
    first, second = town(1, "Illinois"), town(2, region)

    assert resolve(first, second).together(first[1], second[1])


@pytest.mark.parametrize("schema", ["Place", "Organization"])
def test_a_person_who_is_none_joins_the_place_or_body_of_the_name(schema: str) -> None:
    first = report(1, "Sahlan", schema=schema)
    second = report(2, "Sahlan", schema="Person")

    assert resolve(first, second).together(first[1], second[1])


def test_a_place_and_a_person_in_office_of_one_name_stay_apart() -> None:
    first = report(1, "Lincoln", schema="Place")
    second = report(2, "Lincoln", office=("President", "Union of Farmers"))

    assert not resolve(first, second).together(first[1], second[1])


def test_every_edge_says_why() -> None:
    first, second = report(1, "Karim Haddad"), report(2, "Kareem Haddad")
    desk = resolve(first, second)

    (edge,) = desk.latest.values()

    assert edge.judge == "auto:names"
    assert edge.reasons == ("words that sound the same", "every word fits")
    assert edge.score is not None
    assert AUTOMATIC <= edge.score < 1


NAMES = st.sampled_from(
    [
        "Karim Haddad",
        "Kareem Haddad",
        "Layla Haddad",
        "Hossein Tabrizi",
        "Hussein al-Tabrizi",
        "Ali Khamenei",
        "Ali Khomeini",
        "Kim Jong-su",
        "Kim Jong Su",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_full_names_end_in_the_same_clusters_in_any_order(
    names: list[str], random: object
) -> None:
    reports = [report(n, name) for n, name in enumerate(names)]
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' Random

    assert resolve(*reports).clusters() == resolve(*shuffled).clusters()


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=6))
def test_no_cluster_holds_a_pair_that_must_stay_apart(names: list[str]) -> None:
    desk = resolve(*(report(n, name) for n, name in enumerate(names)))

    for (left, right), edge in desk.latest.items():
        if edge.judgement is Judgement.NEGATIVE:
            assert desk.canonical(left) != desk.canonical(right)


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


def test_a_land_is_not_the_town_that_it_is_called_by() -> None:
    town = report(1, "Zhel", schema="Place")
    land = report(2, "Zhelia", schema="Place")

    desk = resolve(town, land)

    assert not desk.together(town[1], land[1])


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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Haldor V", "Haldor IV", False),
        ("Haldor V", "Haldor V", True),
        ("Benevolus III", "Benevolus", True),
    ],
)
def test_kings_and_popes_of_one_name_are_told_by_their_numbers(
    one: str,
    other: str,
    same: bool,  # noqa: FBT001  a column of the table
) -> None:
    first = report(1, one, office=("king", "Norland"))
    second = report(2, other, office=("king", "Norland"))

    assert resolve(first, second).together(first[1], second[1]) is same


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


def test_an_initial_must_fit_the_given_name() -> None:
    office = ("Minister", None)
    father = report(1, "Shlomo Ben-Harosh", office=office)
    son = report(2, "Itzhak Ben-Harosh", office=office)
    initial = report(3, "Y. Ben-Harosh", office=office)

    desk = resolve(father, son, initial)

    assert desk.together(son[1], initial[1])
    assert not desk.together(father[1], initial[1])


def test_a_surname_of_two_parts_is_a_surname() -> None:
    governor = report(1, "Sani Dan-Galadim", office=("governor", None))
    officer = report(2, "Musa Dan-Galadim", office=("police commissioner", None))
    his = report(3, "Dan-Galadim", office=("governor", None))
    others = report(4, "Dan-Galadim", office=("commissioner", None))

    for order in permutations((governor, officer, his, others)):
        desk = resolve(*order)
        assert desk.together(governor[1], his[1])
        assert desk.together(officer[1], others[1])
        assert not desk.together(his[1], others[1])


def test_words_for_a_member_of_parliament_are_one_office() -> None:
    one = report(1, "Elias Tannus", office=("MP", None))
    other = report(2, "Ilyas Tannous", office=("lawmaker", None))

    assert resolve(one, other).together(one[1], other[1])


def test_parts_of_a_name_of_two_surnames_are_parts_of_one() -> None:
    office = ("minister of mines", None)
    whole = report(1, "María Fernanda Quispe Rojas", office=office)
    first = report(2, "Maria Quispe", office=office)
    last = report(3, "Quispe Rojas", office=office)
    other = report(4, "Maria Salcedo Rojas", office=office)

    for order in permutations((whole, first, last)):
        desk = resolve(*order, other)
        assert desk.together(whole[1], first[1])
        assert desk.together(whole[1], last[1])
        assert not desk.together(whole[1], other[1])
    assert not resolve(first, last).together(first[1], last[1])


def test_like_names_with_other_offices_in_one_report_are_left_to_a_person() -> None:
    claims, envoy, lawmaker = surname_again(
        1, "Kang Minsook", "envoy", "Kang Minseok", "lawmaker"
    )

    desk = resolve((claims, envoy))

    assert not desk.together(envoy, lawmaker)


def test_a_byname_that_a_report_explains_is_a_name() -> None:
    office = ("commander", "Sahm Brigades")
    told = report(1, "Mahmud Rashwan", "Abu Tareq", office=office)
    byname = report(2, "Abu Tariq", office=("leader", "Sahm Brigade"))
    alone = report(3, "Abu Tareq")

    assert resolve(told, byname).together(told[1], byname[1])
    assert resolve(told, alone).judged(told[1], alone[1]) is Judgement.UNSURE


def test_two_given_names_in_turned_order_may_be_father_and_son() -> None:
    one, other = report(1, "Ali Hassan"), report(2, "Hassan Ali")
    minister = ("finance minister", "Talvar")
    same = [report(n, name, office=minister) for n, name in ((3, "Ali Hassan"),)]
    turned = report(4, "Hassan Ali", office=minister)

    assert resolve(one, other).judged(one[1], other[1]) is Judgement.UNSURE
    assert resolve(*same, turned).together(same[0][1], turned[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sahm Brigades", "Sahm Brigade"),
        ("Committee for the Joint Truce", "Joint Truce Committee"),
        ("Union of Zeta Miners", "Zeta Miners' Union"),
        ("al-Fajr Movement", "Fajr Movement"),
    ],
)
def test_a_body_in_another_form_of_words_is_one(one: str, other: str) -> None:
    first, second = (
        report(n, name, schema="Organization") for n, name in ((1, one), (2, other))
    )

    assert resolve(first, second).together(first[1], second[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of Mirava", "Mirava University"),
        ("1st Brigade", "1st Brigades"),
        ("Free Workers' Party", "Workers' Freedom Party"),
    ],
)
def test_a_body_of_like_words_is_left_alone(one: str, other: str) -> None:
    first, second = (
        report(n, name, schema="Organization") for n, name in ((1, one), (2, other))
    )

    assert not resolve(first, second).together(first[1], second[1])


def test_letters_stand_for_a_translation_and_not_for_another_name() -> None:
    french = report(
        1, "Mouvement pour le Renouveau du Sud", "MRS", schema="Organization"
    )
    english = report(2, "Movement for the Renewal of the South", schema="Organization")
    reform = report(3, "Movement for the Reform of the South", schema="Organization")

    english_letters = report(
        4, "Movement for the Renewal of the South", "MRS", schema="Organization"
    )

    assert resolve(french, english).together(french[1], english[1])
    assert resolve(french, english_letters).together(french[1], english_letters[1])
    assert not resolve(english_letters, reform).together(english_letters[1], reform[1])
    for order in permutations((french, english, reform)):
        desk = resolve(*order)
        assert not desk.together(english[1], reform[1])
        assert not desk.together(french[1], reform[1])


def test_an_officer_in_common_makes_one_of_letters_and_a_name() -> None:
    reports = []
    for number, body, officer in (
        (1, "MRS", "Ousmane Diarro"),
        (2, "Movement for the Renewal of the South", "Usman Diaro"),
    ):
        claims, _ = report(number, officer, office=("leader", body))
        reports.append((claims, claims[1]))
    reform = report(4, "Movement for the Reform of the South", schema="Organization")

    for order in permutations((*reports, reform)):
        desk = resolve(*order)
        assert desk.together(reports[0][1], reports[1][1])
        assert not desk.together(reports[0][1], reform[1])


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


def test_letters_alone_are_of_the_only_body_that_they_stand_for() -> None:
    alone = report(1, "JPC", schema="Organization")
    peace = report(2, "Joint Peace Commission", "JPC", schema="Organization")
    congress = report(3, "Jebel People's Congress", "JPC", schema="Organization")

    assert resolve(alone, peace).together(alone[1], peace[1])
    for order in permutations((alone, peace, congress)):
        desk = resolve(*order)
        assert not desk.together(alone[1], peace[1])
        assert not desk.together(alone[1], congress[1])


def test_names_in_turned_order_need_something_in_common() -> None:
    first, second = report(1, "Kuol Majak"), report(2, "Majak Kuol")
    office = ("transport minister", None)
    third = report(3, "Kuol Majak", office=office)
    fourth = report(4, "Majak Kuol", office=office)
    comma = report(5, "Majak, Kuol")

    assert resolve(first, second).judged(first[1], second[1]) is Judgement.UNSURE
    assert resolve(third, fourth).together(third[1], fourth[1])
    assert resolve(first, comma).together(first[1], comma[1])


def test_a_shorter_name_goes_to_the_one_whom_its_report_does_not_tell_apart() -> None:
    office = ("president", None)
    son = report(1, "Haroun Yusuf Kalbo", office=office)
    father = report(2, "Yusuf Kalbo Terab", office=office)
    claims, shorter = report(3, "Yusuf Kalbo", office=office)
    told_apart = replace(son[1], id="e-son", document_id=shorter.document_id)

    desk = Desk()
    for group in (son[0], father[0], [*claims, told_apart]):
        desk.add(group, EntityResolver())

    assert desk.together(father[1], shorter)
    assert not desk.together(son[1], shorter)


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
