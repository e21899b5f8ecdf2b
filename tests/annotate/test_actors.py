"""Which names stand in a text, of what kind, and which belong together."""

import pytest

from naming import read_names, tell_names, tell_spellings
from reading import read_document

KINDS = [
    ("Two drones hit Gao; A Dutch-flagged ship was attacked.", {"Gao": "Place"}),
    (
        "A delegation led by acting foreign minister Amir Khan Rahimi left Kabul.",
        {"Amir Khan Rahimi": "Person", "Kabul": "Place"},
    ),
    ("Kuwait's Amir Meshal Rahimi left.", {"Meshal Rahimi": "Person"}),
    # A title inside a name is none.
    (
        "Foreign Minister Hossein Amir Karami met Yusuf Sultan Ahmed in Doha.",
        {"Hossein Amir Karami": "Person", "Yusuf Sultan Ahmed": "Person"},
    ),
    # What is told to be led is no kind of the name behind it.
    ("The chairman of the committee Omar Bakri left.", {"Omar Bakri": "Person"}),
    ("The chairman of the party Bridge left.", {"Bridge": "Organization"}),
    (
        "Ine Solberg told Channel 12 that the newspaper The Beacon was wrong.",
        {
            "Ine Solberg": "Person",
            "Channel 12": "Organization",
            "Beacon": "Organization",
        },
    ),
    (
        "Al-Rasif's media arm released a video; Al-Rasif denied it.",
        {"Al-Rasif": "Organization"},
    ),
    (
        "Foreign Minister Ine Solberg flew to Sana'a on Sunday.",
        {"Ine Solberg": "Person", "Sana'a": "Place"},
    ),
    (
        "The People's Renewal Congress (PRC) split. The PRC has 12 seats.",
        {"People's Renewal Congress": "Organization"},
    ),
    (
        "The head of the Union of Journalists of Georgia (UJG), Nana Beridze,"
        " resigned.",
        {"Union of Journalists of Georgia": "Organization", "Nana Beridze": "Person"},
    ),
    (
        "Fighters of the Kokang Border Front seized a customs post at Namhpakka.",
        {"Kokang Border Front": "Organization", "Namhpakka": "Place"},
    ),
    (
        "Director of the Information Department Aizada Kurmanova denied it.",
        {"Information Department": "Organization", "Aizada Kurmanova": "Person"},
    ),
    (
        "The Ministry of Health and Population praised the Red Crescent.",
        {
            "Ministry of Health and Population": "Organization",
            "Red Crescent": "Organization",
        },
    ),
    (
        "Prime Minister of the Republic of Iraq Mahdi al-Tamimi met Pham Thu Hien.",
        {
            "Republic of Iraq": "Place",
            "Mahdi al-Tamimi": "Person",
            "Pham Thu Hien": "Person",
        },
    ),
    (
        'The agency "Khovar-Nav" quoted Undersecretary Gerardo "Gerry" Olvida.',
        {"Khovar-Nav": "Organization", 'Gerardo "Gerry" Olvida': "Person"},
    ),
    (
        "The 77th Light Division left the town of Hsenwi for Deir ez-Zor.",
        {
            "77th Light Division": "Organization",
            "Hsenwi": "Place",
            "Deir ez-Zor": "Place",
        },
    ),
    (
        "President Tömörbaatar Ganbold (Төмөрбаатар Ганболд) visited Ulaanbaatar.",
        {"Tömörbaatar Ganbold": "Person", "Ulaanbaatar": "Place"},
    ),
    (
        "The pro-government Harbor Mirror quoted the tabloid Jutarnji Glasnik.",
        {"Harbor Mirror": "Organization", "Jutarnji Glasnik": "Organization"},
    ),
    (
        "Liwa al-Qasim denied what Zora’s Belgrade correspondent wrote.",
        {"Liwa al-Qasim": "Organization", "Belgrade": "Place", "Zora": "Organization"},
    ),
    # Where capitals and the model bound a name differently.
    (
        "The Rally for Bread and Water (RBW) met Illinois senator Ann Doe in Vermont.",
        {
            "Rally for Bread and Water": "Organization",
            "Illinois": "Place",
            "Ann Doe": "Person",
            "Vermont": "Place",
        },
    ),
    (
        "KARAM MEETS MANSOUR IN BEIRUT BEFORE TALKS ON BORDER",
        {"BEIRUT": "Place"},
    ),
    (
        "The Soviet Union and the Ottoman Empire are gone.",
        {"Soviet Union": "Place", "Ottoman Empire": "Place"},
    ),
    (
        "In Doha the minister met the Socialists’ leader Ivica Todorov.",
        {"Socialists": "Organization", "Ivica Todorov": "Person"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_names_are_found_with_their_kind(text: str, expected: dict[str, str]) -> None:
    found = tell_names(text)

    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the Bolivian side thanked the Iranians in Arabic.",
        "Furthermore, they agreed. Concurrently, prices fell. No one was hurt.",
        'The film "Mothers of the Dike" was shown after the World Cup.',
        'They shouted "One river, one heart" under the hashtag #VozDelSur.',
        "Is it true? Operation Granite Shield began in May.",
        "Great service! Poor food.",
        "Lovely school. We came back in May.",
        "The tanker Jumeirah Star and the BRP Sultan Kudarat were damaged.",
        "They left over Easter Weekend and came back at Christmas or on Eid al-Fitr.",
    ],
)
def test_no_entity_where_nothing_is_named(text: str) -> None:
    assert tell_names(text) == {}


def test_neither_a_quantity_nor_a_legal_form_is_a_name() -> None:
    text = (
        "Many Democrats, Lena Okafor among them, blamed Amin Sadr for President, Inc., "
        "for it."
    )
    assert set(tell_names(text)) == {"Lena Okafor", "Amin Sadr"}


@pytest.mark.parametrize(
    ("text", "name", "spellings"),
    [
        (
            "Saleh Al-Arouri spoke on Sunday. Mr Al-Aruri, deputy head of Hamas, left.",
            "Saleh Al-Arouri",
            ["Al-Aruri", "Saleh Al-Arouri"],
        ),
        (
            "The Palestinian Islamic Jihad (PIJ) met. PIJ leaders left. Islamic Jihad"
            " denied it.",
            "Palestinian Islamic Jihad",
            ["Islamic Jihad", "PIJ", "Palestinian Islamic Jihad"],
        ),
        (
            "The Shared Hope Alliance, known by its acronym Sha, met. The Sha split.",
            "Shared Hope Alliance",
            ["Sha", "Shared Hope Alliance"],
        ),
        (
            "In Parliament Hollin said the law was dead. Ruth Hollin left.",
            "Ruth Hollin",
            ["Hollin", "Ruth Hollin"],
        ),
        (
            "They met Head of Government Silva. Parliament Square was closed.",
            "Silva",
            ["Silva"],
        ),
        (
            "The JPC said on Monday that one army had come back.",
            "JPC",
            ["JPC"],
        ),
        (
            "The Common Market of the South (Mercosur) grew. Mercosur is a bloc.",
            "Common Market of the South",
            ["Common Market of the South", "Mercosur"],
        ),
        (
            "Minister Azamat Sultanovich Dzhumabekov came. A. S. Dzhumabekov thanked"
            " Minister Nurlan Dzhumabekov.",
            "Azamat Sultanovich Dzhumabekov",
            ["A. S. Dzhumabekov", "Azamat Sultanovich Dzhumabekov"],
        ),
        (
            "JIF emir Sheikh Abdirahman Nuur [also known as Abu Ubayd al-Juubi] met"
            " elders.",
            "Abdirahman Nuur",
            ["Abdirahman Nuur", "Abu Ubayd al-Juubi"],
        ),
        (
            "The spokesman, Ali Hirsi, better known by his kunya, Abu Rumaysa, left."
            " Abu Rumaysa returned.",
            "Ali Hirsi",
            ["Abu Rumaysa", "Ali Hirsi"],
        ),
        (
            "Emir Abdirahman Nuur, who is also known as Abu Ubayd, was in Kismayo.",
            "Abdirahman Nuur",
            ["Abdirahman Nuur", "Abu Ubayd"],
        ),
        (
            "President H.E. Elena Kastrov received H.E. Mr Emil Rask. Kastrov spoke.",
            "Elena Kastrov",
            ["Elena Kastrov", "Kastrov"],
        ),
        (
            "Maalim Ayman, the nom de guerre of commander Idris Kimathi, spoke.",
            "Idris Kimathi",
            ["Idris Kimathi", "Maalim Ayman"],
        ),
        (
            "Owen Pritchard (Dwyfor) (PC): Will she send an envoy?",
            "Owen Pritchard",
            ["Owen Pritchard"],
        ),
        (
            "Senator Tom Vance (D-Ohio) met Lisa Crane (R) and Ivor Bell (Lab) today.",
            "Tom Vance",
            ["Tom Vance"],
        ),
        (
            "Commander Omar Haddad (Abu Salim) spoke. Abu Salim left on Monday.",
            "Omar Haddad",
            ["Abu Salim", "Omar Haddad"],
        ),
        (
            "The Hamas Political Bureau met. The Hamas Politburo said no.",
            "Hamas Political Bureau",
            ["Hamas Politburo", "Hamas Political Bureau"],
        ),
    ],
)
def test_spellings_of_one_entity_stand_in_one_chain(
    text: str, name: str, spellings: list[str]
) -> None:
    assert tell_spellings(text)[name] == spellings


def test_alias_is_no_name_to_show() -> None:
    text = "Lucio Mallqui, alias “Cara de Santo”, spoke. Mallqui denied it."

    assert tell_spellings(text) == {
        "Lucio Mallqui": ["Cara de Santo", "Lucio Mallqui", "Mallqui"]
    }


def test_full_name_inside_a_quotation_belongs_to_the_surname_outside() -> None:
    text = 'They hid "the fugitive Leopoldo Rincón". Rincón, a senator, fled in March.'

    assert tell_spellings(text) == {"Leopoldo Rincón": ["Leopoldo Rincón", "Rincón"]}


def test_khamenei_and_khomeini_stay_apart() -> None:
    text = (
        "Ayatollah Ali Khamenei spoke at the shrine of Ayatollah Ruhollah Khomeini."
        " Khamenei praised Khomeini."
    )

    assert tell_spellings(text) == {
        "Ali Khamenei": ["Ali Khamenei", "Khamenei"],
        "Ruhollah Khomeini": ["Khomeini", "Ruhollah Khomeini"],
    }


def test_navies_of_two_states_are_two_organisations() -> None:
    found = tell_names("Officers of the Finnish Navy and the Swedish Navy met.")

    assert found == {"Finnish Navy": "Organization", "Swedish Navy": "Organization"}


def test_a_body_keeps_what_it_is_for() -> None:
    found = tell_names("The African Centre for Mediation said talks would resume.")

    assert found == {"African Centre for Mediation": "Organization"}


def test_title_is_no_part_of_a_mention() -> None:
    document, annotations = read_names("Energy Minister Ximena Salvatierra left Lima.")

    assert [document.text[m.start : m.end] for m in annotations.mentions] == [
        "Ximena Salvatierra",
        "Lima",
    ]


def test_dateline_names_a_place_and_an_agency() -> None:
    found = tell_names("ASUNCIÓN, Mar 14 (APS) – Rain fell. Asunción was flooded.")

    assert found == {"Asunción": "Place", "APS": "Organization"}


@pytest.mark.parametrize(
    ("text", "agency", "place"),
    [
        ("CAPE TOWN, South Africa (AP) -- The envoy left.", "AP", "South Africa"),
        ("UNITED NATIONS (AFP) - The Council met.", "AFP", "UNITED NATIONS"),
    ],
)
def test_agency_behind_a_dateline_is_no_other_name_of_it(
    text: str, agency: str, place: str
) -> None:
    _, annotations = read_document(text)
    chains = {text[one.start : one.end]: one.chain for one in annotations.mentions}

    assert chains[agency] != chains[place]


def test_a_title_that_is_won_is_nobody() -> None:
    found = tell_names("He called the former Miss Universe, Alba Montes, a liar.")

    assert found == {"Alba Montes": "Person"}


def test_a_department_of_a_state_is_not_that_of_state() -> None:
    text = "Someone at the state Department of Revenue wrote to the State Department."
    found = tell_names(text)

    assert set(found) == {"Department of Revenue", "State Department"}


def test_state_behind_a_town_is_the_state() -> None:
    found = tell_names(
        "Ann Marsh flew from Dover, Del., to Fairfax, Va., and Hull, Mo."
    )

    assert found == {
        "Ann Marsh": "Person",
        **dict.fromkeys(("Dover", "Del.", "Fairfax", "Va.", "Hull", "Mo."), "Place"),
    }


def test_reading_a_text_twice_gives_the_same_annotations() -> None:
    text = KINDS[1][0] + " " + KINDS[2][0]

    first, second = read_names(text)[1], read_names(text)[1]

    assert (first.mentions, first.chains, first.offices) == (
        second.mentions,
        second.chains,
        second.offices,
    )


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("President Elias Karam and his son, Elias Karam Jr., met Ana Ruiz.", 3),
        ("Elias Karam Sr. met Elias Karam Jr. in Derna.", 2),
        (
            "Elias Karam Jr. left Derna on Monday, and nobody asked him why he did so"
            " or where he went. Elias Karam is a lawyer.",
            1,
        ),
    ],
)
def test_father_and_son_are_two(text: str, persons: int) -> None:
    assert len([kind for kind in tell_names(text).values() if kind == "Person"]) == (
        persons
    )


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman thanked God. In the name of God, the rebels would fight.",
        "A Kardanian told reporters that the road was closed.",
    ],
)
def test_gods_and_members_of_a_people_are_no_persons(text: str) -> None:
    _, annotations = read_document(text)

    assert not [chain.name for chain in annotations.chains if chain.name is not None]


def test_letters_of_another_body_are_not_its_short_name() -> None:
    text = (
        "The CIA director went to Lima. The Center for Strategic and International "
        "Studies said that it was early. CSIS experts named nobody, the CSIS said."
    )
    _, annotations = read_document(text)
    chains = {text[one.start : one.end]: one.chain for one in annotations.mentions}
    assert chains["CIA"] != chains["CSIS"]
    assert chains["CSIS"] == chains["Center for Strategic and International Studies"]
