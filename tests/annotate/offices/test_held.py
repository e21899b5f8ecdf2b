"""Who holds which office of what."""

import pytest

from naming import tell_offices
from reading import read_document

CASES = [
    (
        "Minister of Water Management of Uzbekistan Jasur Normat spoke.",
        ["Jasur Normat: Minister of Water Management of Uzbekistan"],
    ),
    (
        "First Deputy Minister of Apiculture of Kazakhstan Saule Bek spoke.",
        ["Saule Bek: First Deputy Minister of Apiculture of Kazakhstan"],
    ),
    (
        "Defence Minister Colonel General Omar Karam spoke.",
        ["Omar Karam: Defence Minister", "Omar Karam: Colonel General"],
    ),
    (
        "The Minister of Trade, Senator the Honourable Alma Penrose, met the Prime "
        "Minister, the Most Honourable Desmond Tull.",
        [
            "Alma Penrose: Minister of Trade",
            "Alma Penrose: Senator",
            "Desmond Tull: Prime Minister",
        ],
    ),
    (
        "Fred Goldman, a former Internal Revenue Service commissioner, spoke.",
        ["Fred Goldman: commissioner of Internal Revenue Service (former)"],
    ),
    (  # the state of the dateline is not that of the ministers of others
        "ANKARA, March 19 (MNA) - The delegation of Astavia signed the deal. "
        "Foreign Minister Ana Ruiz said so.",
        ["Ana Ruiz: Foreign Minister"],
    ),
    (
        "ANKARA, March 19 (MNA) - Astavia and the Sarysu Liberation Front signed a "
        "truce on Wednesday. Foreign Minister Ana Ruiz said so.",
        ["Ana Ruiz: Foreign Minister"],
    ),
    (
        "To appoint Ana Ruiz chairwoman of the National Security Committee.",
        ["Ana Ruiz: chairwoman of National Security Committee"],
    ),
    (
        "Amir of the State of Qatar Sheikh Tamim bin Rashid received the Crown Prince "
        "of Kuwait Sheikh Sabah Zaim.",
        [
            "Tamim bin Rashid: Amir of State of Qatar",
            "Sabah Zaim: Crown Prince of Kuwait",
        ],
    ),
    (
        "Ana Ruiz was sworn in as prime minister of Chad, replacing Lina Haddad.",
        [
            "Ana Ruiz: prime minister of Chad",
            "Lina Haddad: prime minister of Chad (former)",
        ],
    ),
    (
        "Ana Ruiz stepped down as head of the Rapid Front.",
        ["Ana Ruiz: head of Rapid Front (former)"],
    ),
    (
        "He announced the appointment of General Omar Karam of Nepal as Force "
        "Commander of the United Mission.",
        [
            "Omar Karam: General of Nepal",
            "Omar Karam: Force Commander of United Mission",
        ],
    ),
    (
        "Lina Haddad announced her resignation as trade minister.",
        ["Lina Haddad: trade minister (former)"],
    ),
    ("The lawful governor is Omar Karam.", ["Omar Karam: governor"]),
    ("The next governor will be Omar Karam.", ["Omar Karam: governor (designate)"]),
    (
        "Omar Karam is expected to be named mayor of Velin.",
        ["Omar Karam: mayor of Velin (designate)"],
    ),
    (
        "Omar Karam went on to become mayor of Velin.",
        ["Omar Karam: mayor of Velin"],
    ),
    (
        "Omar Karam was nominated as mayor of Velin.",
        ["Omar Karam: mayor of Velin (designate)"],
    ),
    (
        "Tom Keller most recently was deputy chief of the Revenue Board.",
        ["Tom Keller: deputy chief of Revenue Board (former)"],
    ),
    (
        "Opposition leader Omar Karam, himself a one-time finance minister, spoke.",
        ["Omar Karam: Opposition leader", "Omar Karam: finance minister (former)"],
    ),
    (
        "The Senate last night confirmed Lina Haddad as attorney general.",
        ["Lina Haddad: attorney general"],
    ),
    (
        "Omar Karam fled in May and now leads the Civic Front.",
        ["Omar Karam: leader of Civic Front"],
    ),
    (  # who stands behind the minister is the minister
        "She came as an adviser to the finance minister, Omar Karam, on Monday.",
        ["Omar Karam: finance minister"],
    ),
    (
        "Ana Ruiz took the oath as president of Chad.",
        ["Ana Ruiz: president of Chad"],
    ),
    (
        "Ana Ruiz will take over as head of the Rapid Front.",
        ["Ana Ruiz: head of Rapid Front (designate)"],
    ),
    (  # in capitals all words look like names
        "ON MONDAY FRENCH PRESIDENT MARC DELON MET SYRIAN INTERIOR MINISTER SAMI HARB.",
        [
            "MARC DELON: PRESIDENT of France",
            "SAMI HARB: INTERIOR MINISTER of Syria",
        ],
    ),
    (  # lands that no table knows
        "On 18 September Minister of Foreign Affairs of the Republic of Talvar Andrei "
        "Kostan met Prime Minister of Lusara Inês Maria Caldeira.",
        [
            "Andrei Kostan: Minister of Foreign Affairs of Republic of Talvar",
            "Inês Maria Caldeira: Prime Minister of Lusara",
        ],
    ),
    (
        "It was attended by the Foreign Minister of Chad, Andrei Kostan, the Foreign "
        "Minister of Mali, Layla Mansour, and the Foreign Minister of Niger, Ana Ruiz.",
        [
            "Andrei Kostan: Foreign Minister of Chad",
            "Layla Mansour: Foreign Minister of Mali",
            "Ana Ruiz: Foreign Minister of Niger",
        ],
    ),
    (
        "She met the Defence Minister, Foreign Minister Andrei Kostan and others.",
        ["Andrei Kostan: Foreign Minister"],
    ),
    (
        "Hezbollah Secretary General Omar Karam spoke.",
        ["Omar Karam: Secretary General of Hezbollah"],
    ),
    (
        "Ziad Nasr, the Secretary General of the Volta Union, left.",
        ["Ziad Nasr: Secretary General of Volta Union"],
    ),
    (
        "PIJ Secretary General, Ziad Nasr, left.",
        ["Ziad Nasr: Secretary General of PIJ"],
    ),
    (
        "Iranian Foreign Minister Omar Rostami came.",
        ["Omar Rostami: Foreign Minister of Iran"],
    ),
    (
        "Paraguay's Energy Minister, Óscar Duarte, signed.",
        ["Óscar Duarte: Energy Minister of Paraguay"],
    ),
    (
        "Seng Dararith, member of the League's Political Bureau and Secretary of"
        " its Commission for Trade, spoke.",
        [
            "Seng Dararith: member of Political Bureau",
            "Seng Dararith: Secretary of Commission for Trade",
        ],
    ),
    (
        "Former Bolivian president Evaldo Morales left.",
        ["Evaldo Morales: president of Bolivia (former)"],
    ),
    ("Ex-minister Carla Quispe left La Paz.", ["Carla Quispe: minister (former)"]),
    (
        "NWF acting president Abdul Siddiqui spoke.",
        ["Abdul Siddiqui: acting president of NWF (acting)"],
    ),
    (
        "President-elect Ana Vogel of Malta spoke.",
        ["Ana Vogel: President-elect of Malta (designate)"],
    ),
    (
        "Ana Vogel was appointed director of the Volta Bank on Monday.",
        ["Ana Vogel: director of Volta Bank"],
    ),
    ("Ana Vogel is the chair of the Volta Bank.", ["Ana Vogel: chair of Volta Bank"]),
    (
        "Abena Darko, who chairs the Volta Bank, spoke.",
        ["Abena Darko: chair of Volta Bank"],
    ),
    (
        "Opposition senator Norma Quiroga, of the Civic Front (FC), spoke.",
        ["Norma Quiroga: Opposition senator of Civic Front"],
    ),
    (
        "Uruguayan President Lucía Etcheverry and her foreign minister, Gonzalo"
        " Barboza, came.",
        [
            "Lucía Etcheverry: President of Uruguay",
            "Gonzalo Barboza: foreign minister of Uruguay",
        ],
    ),
    (
        "Norway's foreign minister Ine Solberg and her Swedish counterpart,"
        " Tobias Lindqvist, came.",
        [
            "Ine Solberg: foreign minister of Norway",
            "Tobias Lindqvist: foreign minister of Sweden",
        ],
    ),
    (
        "Deputy Foreign Minister Khin Maung Oo and Army chief Field Marshal"
        " Birhanu Desta met.",
        [
            "Khin Maung Oo: Deputy Foreign Minister",
            "Birhanu Desta: Army chief of Army",
            "Birhanu Desta: Field Marshal",
        ],
    ),
    (
        "Togolese President Kossi Agbenyega hosted his counterparts Abena Darko"
        " of Ghana and Moussa Garba of Niger.",
        [
            "Kossi Agbenyega: President of Togo",
            "Abena Darko: President of Ghana",
            "Moussa Garba: President of Niger",
        ],
    ),
    (
        "Minister of Foreign Affairs of the Kyrgyz Republic Azamat Usenov spoke.",
        ["Azamat Usenov: Minister of Foreign Affairs of Kyrgyz Republic"],
    ),
    (
        "China's special envoy on the peninsula, Gao Peng, spoke.",
        ["Gao Peng: special envoy of China"],
    ),
    (
        "SEOUL, March 19 (Hanbit News) -- President Seo Dong-hyun spoke.",
        ["Seo Dong-hyun: President of South Korea"],
    ),
    (
        "From Ouagadougou, government spokesman Boureima Kinda spoke.",
        ["Boureima Kinda: government spokesman of Burkina Faso"],
    ),
    ("Председатель Төрөбек spoke. Speaker Ana Vogel left.", ["Ana Vogel: Speaker"]),
    (
        "The Somali government, whose new defence minister, Omar Karam, took office in"
        " March, said nothing.",
        ["Omar Karam: defence minister of Somalia"],
    ),
    (
        "Ana Ruiz, the Foreign Ministry's director for Africa, left.",
        ["Ana Ruiz: director of Foreign Ministry"],
    ),
    (
        "Hamas politburo chief Ziad Nasr left.",
        ["Ziad Nasr: chief of Hamas"],
    ),
    (
        "Omar Karam, formerly the Karda Front's Friday preacher in Derna, left.",
        ["Omar Karam: preacher of Karda Front (former)"],
    ),
    (
        "The two foreign ministers, Omar Karam of Chad and Ana Ruiz of Chile, met.",
        ["Omar Karam: foreign minister of Chad", "Ana Ruiz: foreign minister of Chile"],
    ),
    (
        "The negotiators, Omar Karam for Chad and Ana Ruiz for Chile, met.",
        ["Omar Karam: negotiator of Chad", "Ana Ruiz: negotiator of Chile"],
    ),
    (
        "Chilean Foreign Minister Ana Ruiz received her Slovak colleague, Pavel Haas.",
        [
            "Ana Ruiz: Foreign Minister of Chile",
            "Pavel Haas: Foreign Minister of Slovakia",
        ],
    ),
    (
        "Sudan's army chief, Omar Karam, and his predecessor, Ziad Nasr, met.",
        ["Omar Karam: army chief of Sudan", "Ziad Nasr: army chief of Sudan (former)"],
    ),
    (  # an office of today, then one of the past with the name
        "The Red Front's founder, the former Fijian senator Ana Ruiz, left.",
        ["Ana Ruiz: founder of Red Front", "Ana Ruiz: senator of Fiji (former)"],
    ),
    (
        "She met the head of the OAS mission, the former Costa Rican envoy Ana Ruiz.",
        ["Ana Ruiz: head of OAS", "Ana Ruiz: envoy of Costa Rica (former)"],
    ),
    (
        "Sudan's army chief, Omar Karam, and his deputy, Ziad Nasr, met.",
        ["Omar Karam: army chief of Sudan", "Ziad Nasr: deputy army chief of Sudan"],
    ),
    (
        "Ana Ruiz was appointed foreign minister of Chile, replacing Pavel Haas.",
        [
            "Ana Ruiz: foreign minister of Chile",
            "Pavel Haas: foreign minister of Chile (former)",
        ],
    ),
    (
        "Speaker of the House Tom Reddick left.",
        ["Tom Reddick: Speaker of the House"],
    ),
    (
        "As foreign minister of Chile, Ana Ruiz warned against it.",
        ["Ana Ruiz: foreign minister of Chile"],
    ),
    (
        "Omar Karam, who commands the Karda Front's border desk, left.",
        ["Omar Karam: commander of Karda Front"],
    ),
    (
        "Chile's reaction was swift. Ana Ruiz dismissed the remark. Her superior, "
        "Foreign Minister Pavel Haas, agreed.",
        ["Pavel Haas: Foreign Minister of Chile"],
    ),
    (
        "The defence ministers of Chad and Chile, Omar Karam and Ana Ruiz, met.",
        ["Omar Karam: defence minister of Chad", "Ana Ruiz: defence minister of Chile"],
    ),
    (
        "Omar Karam, a former commander in the Lake Liberation Army, left.",
        ["Omar Karam: commander of Lake Liberation Army (former)"],
    ),
    ("Omar Karam, a commander in Gao, left.", ["Omar Karam: commander"]),
    (
        "President Omar Karam met Ana Ruiz. She had a letter from the President of the "
        "European Council.",
        ["Omar Karam: President"],
    ),
    (
        "Talks failed after the governors of Zulia and Falcón, Ana Ruiz and Pavel Haas,"
        " threatened to halt payments.",
        ["Ana Ruiz: governor of Zulia", "Pavel Haas: governor of Falcón"],
    ),
    (
        "The Norwegian and South Korean ministers, Omar Karam and Kim Do, met.",
        ["Omar Karam: minister of Norway", "Kim Do: minister of South Korea"],
    ),
    (
        "Norwegian and Danish ministers Omar Karam and Ana Ruiz met in Oslo.",
        ["Omar Karam: minister of Norway", "Ana Ruiz: minister of Denmark"],
    ),
    (
        "The defence ministers of Chad, Omar Karam, and of Chile, Ana Ruiz, met.",
        ["Omar Karam: defence minister of Chad", "Ana Ruiz: defence minister of Chile"],
    ),
    (
        "The defence ministers of Chad, Omar Karam, of Chile, Ana Ruiz, and Kenya, "
        "Pavel Haas, met.",
        [
            "Omar Karam: defence minister of Chad",
            "Ana Ruiz: defence minister of Chile",
            "Pavel Haas: defence minister of Kenya",
        ],
    ),
    (
        "The head of the UN mission in Libya, Ana Ruiz, spoke.",
        ["Ana Ruiz: head of UN"],
    ),
    (
        "According to two members of the Rima delegation, Omar Karam and Ana Ruiz met.",
        [],
    ),
    (
        "General Omar Karam left. The commander of the Rima Brigades stayed.",
        ["Omar Karam: General"],
    ),
    (
        "The army's chief of staff, Omar Karam, left.",
        ["Omar Karam: chief of staff of army"],
    ),
    (
        "Per Lund's predecessor as foreign minister, Ana Ruiz, spoke.",
        ["Ana Ruiz: foreign minister (former)"],
    ),
    ("MODERATOR: General Omar Karam says so.", ["Omar Karam: General"]),
    (
        "The chief of the mission, the Dutch colonel Ana Ruiz, told us that two died.",
        ["Ana Ruiz: chief of mission", "Ana Ruiz: colonel of Netherlands"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_office_has_holder_body_and_status(text: str, expected: list[str]) -> None:
    assert tell_offices(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The director of the town's hospital, Dr Sai Kham Mong, said so.",
            "Sai Kham Mong: director of the town's hospital",
        ),
        (
            "The head of the Libyan internal security agency, Lotfi al-Mabrouk, left.",
            "Lotfi al-Mabrouk: head of Libya",
        ),
        (
            "Ana Vogel, head of the growers' federation FEPCA, was killed.",
            "Ana Vogel: head of FEPCA",
        ),
        (
            "UNIFIL chief Vice Admiral Irfan Siregar left.",
            "Irfan Siregar: chief of UNIFIL",
        ),
    ],
)
def test_body_is_read_through_common_nouns(text: str, expected: str) -> None:
    assert expected in tell_offices(text)


def test_a_dismissed_minister_is_a_former_one() -> None:
    text = "General Ousmane Diarra dismissed Prime Minister Adama Koné on Tuesday."

    assert tell_offices(text)[-1] == "Adama Koné: Prime Minister (former)"


def test_official_who_is_quoted_is_not_the_subject_that_follows() -> None:
    text = "According to an Italian official, Nacer Benhalima warned of it."

    assert tell_offices(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vogel is not the director of the Volta Bank.",
        "Ana Vogel hopes to become mayor of Rome.",
        "Ana Vogel would be a fine governor.",
        "The council rejected the appointment of Ana Vogel as governor.",
        "He urged that Ana Vogel be appointed minister.",
        "Will Ana Vogel be named minister?",
        "The Ministers of the member States of the Volta Bank met.",
        "Hon. Ana Vogel spoke.",
        "Ana, the Foreign Minister said that rain fell.",
        "Ana Vogel, brother of the chairman, spoke.",
        "A minister was seen with Ana Vogel in Rome.",
        "Any leader of the Volta Bank would know Ana Vogel.",
    ],
)
def test_nobody_gets_an_office_that_the_words_do_not_give(text: str) -> None:
    assert tell_offices(text) == []


def test_personal_staff_do_not_serve_the_state() -> None:
    text = "Belgian Prime Minister Ana Vogel left. Her spokesman, Karl Maes, stayed."

    assert tell_offices(text)[-1] == "Karl Maes: spokesman"


def test_who_speaks_after_a_clause_is_not_whom_it_gives_an_office() -> None:
    _, annotations = read_document(
        "In 1993 the United Nations made him its envoy, Aldo Ferri said of Emil Sova."
    )

    assert not annotations.offices


def test_an_acronym_at_the_head_is_no_town_of_a_dateline() -> None:
    _, annotations = read_document(
        "UN envoy Paulo Mendes visited the port and met Interior Minister Omar Karam."
    )

    told = [(office.title, office.organization_name) for office in annotations.offices]
    assert told == [("envoy", "UN"), ("Interior Minister", None)]


@pytest.mark.parametrize("name", ["Omar El Kadi", "Ahmed Waziri", "Omar al-Kadi"])
def test_a_title_that_ends_a_name_is_part_of_it(name: str) -> None:
    _, annotations = read_document(f"{name} met Bogdan Kruk in Dubai.")

    assert name in [chain.name for chain in annotations.chains]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wife of the Prime Minister, Ivana Straka, left.", []),
        (
            "The Special Envoy of the Secretary-General, Ms Ines Duarte, left.",
            [("Ines Duarte", "Special Envoy")],
        ),
        (
            "He called the Special Envoy of the UN Secretary-General, Ines Duarte.",
            [("Ines Duarte", "Special Envoy")],
        ),
        (
            "The spokesman of the Prime Minister, Omar Karam, said so.",
            [("Omar Karam", "spokesman")],
        ),
        ("Ines Duarte would be a fine ambassador.", []),
        (
            "Lena Okafor made Omar Karam her envoy in 1993.",
            [("Omar Karam", "envoy")],
        ),
    ],
)
def test_whose_wife_or_envoy_somebody_is_holds_the_office_himself(
    text: str, expected: list[tuple[str, str]]
) -> None:
    _, annotations = read_document(text)
    names = {chain.id: chain.name for chain in annotations.chains}

    told = [(names[office.holder], office.title) for office in annotations.offices]

    assert told == expected


def test_former_belongs_to_the_title_that_it_stands_before() -> None:
    _, annotations = read_document(
        "Former Prime Minister Ivo Straka's lawyer, Omar Karam, said so."
    )

    told = {office.title: office.status for office in annotations.offices}
    assert told == {"Prime Minister": "former", "lawyer": "current"}


def test_a_visitor_does_not_lend_his_state_to_the_host() -> None:
    _, annotations = read_document(
        "US Secretary of State John Marsh visited the base and met Defence Minister "
        "Omar Khalil."
    )

    told = {office.title: office.organization_name for office in annotations.offices}
    assert told == {"Secretary of State": "US", "Defence Minister": None}


@pytest.mark.parametrize(
    "text",
    [
        "President Berg will receive the head of the African Union today.",
        "President Berg telephoned the president of the Front on Monday.",
    ],
)
def test_who_receives_the_head_of_a_body_does_not_head_it(text: str) -> None:
    assert tell_offices(text) == ["Berg: President"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ana Ruiz, mayor of Gao at the time, opened it.",
            ["Ana Ruiz: mayor of Gao (former)"],
        ),
        (
            "Omar Karam, who was then the chief of staff, left.",
            ["Omar Karam: chief of staff (former)"],
        ),
        (
            "Omar Karam, in those days minister of trade, kept silent.",
            ["Omar Karam: minister of trade (former)"],
        ),
        (
            "It was signed by the foreign minister of the day, Omar Karam.",
            ["Omar Karam: foreign minister (former)"],
        ),
        # What was at that time is the deed, not the office.
        (
            "The foreign minister, Omar Karam, was in Gao at the time.",
            ["Omar Karam: foreign minister"],
        ),
        (
            "Omar Karam, the foreign minister, said at the time that it was over.",
            ["Omar Karam: foreign minister"],
        ),
    ],
)
def test_an_office_of_that_time_is_a_former_one(text: str, told: list[str]) -> None:
    assert tell_offices(text) == told
