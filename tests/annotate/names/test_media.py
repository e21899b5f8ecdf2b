import pytest

from dragoman.model.annotation import Schema
from naming import tell_names
from reading import read_document


def named(text: str) -> dict[str, Schema]:
    """Return the names of a text with what they name."""
    _, annotations = read_document(text)
    return {chain.name: chain.schema for chain in annotations.chains if chain.name}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "It was shared by the Telegram channels Lesna Pravda and Severny Vietor.",
            {"Lesna Pravda", "Severny Vietor"},
        ),
        (
            "It was claimed by pages such as Sahel Vigilance and Patriotes du Faso.",
            {"Sahel Vigilance", "Patriotes du Faso"},
        ),
        (
            "Eleven outlets, including Sahara Eye and Kel Ténéré Online, repeated it.",
            {"Sahara Eye", "Kel Ténéré Online"},
        ),
        ("He wrote a letter published in Dennik Lesna on Thursday.", {"Dennik Lesna"}),
        (
            "The Brigade's media arm, al-Zallaqa al-Jadida, released a video.",
            {"al-Zallaqa al-Jadida"},
        ),
        ("The elder told Agence Lokossa that the road was open.", {"Agence Lokossa"}),
        ("He wrote in Vecernji Svet that the army must leave.", {"Vecernji Svet"}),
        (
            "In an interview with al-Nabd al-Jadid, the general refused.",
            {"al-Nabd al-Jadid"},
        ),
        (
            "It was first reported by Zapadny Kray, which is close to the governor.",
            {"Zapadny Kray"},
        ),
        ("Kokpar Tanba reported that the mayor had fled.", {"Kokpar Tanba"}),
        (
            "Puka Chaska, the station of the union, said four had died.",
            {"Puka Chaska"},
        ),
        ("On 5 June Tumast Press posted a photograph of him.", {"Tumast Press"}),
        ("In June Radio Zabor said so.", {"Radio Zabor"}),
    ],
)
def test_lists_verbs_and_dates_tell_who_publishes(text: str, bodies: set[str]) -> None:
    found = named(text)
    assert {
        name for name, schema in found.items() if schema is Schema.ORGANIZATION
    } >= (bodies)


def test_ministers_in_a_list_are_no_bodies() -> None:
    found = named("Leaders such as Oskar Belan and Ivo Straka met the ministers.")
    assert found["Oskar Belan"] is Schema.PERSON
    assert found["Ivo Straka"] is Schema.PERSON


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Munir Sahidal reported that two men had died. Sahidal asked for help.",
            "Munir Sahidal",
        ),
        (
            "Talks between Kemal Oran and Hayk Terian, which papers told, failed.",
            "Hayk Terian",
        ),
        ("The emir dismissed Faleh Hattab, which angered his men.", "Faleh Hattab"),
        ("Salva Deng, the party's treasurer, resigned.", "Salva Deng"),
    ],
)
def test_whom_the_verb_or_the_relative_does_not_make_an_outlet(
    text: str, person: str
) -> None:
    assert named(text)[person] is Schema.PERSON


def test_who_stands_behind_a_comma_is_not_listed() -> None:
    found = named("It is run by an officer of the Karsk authorities, Oleg Savinkov.")
    assert found["Oleg Savinkov"] is Schema.PERSON


def test_a_given_name_is_no_title() -> None:
    found = named("His Finnish counterpart, Marja Lehtovaara, signed.")
    assert found["Marja Lehtovaara"] is Schema.PERSON


def test_a_tongue_is_no_body() -> None:
    found = named("According to the Chinese-language daily Lianhe Wanbao, he left.")
    assert "Chinese-language" not in found


def test_two_states_call_their_ministries_by_two_words() -> None:
    found = named(
        "Palawana's Department of Foreign Affairs lodged a protest. In Beijing, the "
        "phrase was repeated by Foreign Ministry spokesperson Lin Jianmin."
    )
    assert {"Department of Foreign Affairs", "Foreign Ministry"} <= found.keys()


def test_a_class_word_tells_the_type_of_a_body() -> None:
    _, annotations = read_document("The channel Sada al-Wadi published it.")
    (body,) = [chain for chain in annotations.chains if chain.name == "Sada al-Wadi"]
    assert body.types == ("media",)


@pytest.mark.parametrize("name", ["Sons of the Valley", "Defenders of the Faith"])
def test_bands_are_called_by_plurals_of_people(name: str) -> None:
    found = named(f"A statement by the {name} said that they had left.")
    assert found[name] is Schema.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Talks were led by the United Nations Mission in Libya (UNML). UNML left.",
            "United Nations Mission",
            "UNML",
        ),
        (
            "The Delta Corps, formerly Varang Group, left. Varang Group was feared.",
            "Delta Corps",
            "Varang Group",
        ),
    ],
)
def test_other_names_stand_in_brackets_and_behind_formerly(
    text: str, one: str, other: str
) -> None:
    _, annotations = read_document(text)
    chains = {mention.text: mention.chain for mention in annotations.mentions}
    assert chains[one] == chains[other]


def test_a_unit_is_called_by_its_number() -> None:
    found = named("The 444 Brigade warned of war. The army has 12 brigades.")
    assert found["444 Brigade"] is Schema.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "OSK, Velmora (Northern Wire) - Gunmen attacked a village.",
            {"OSK": "Place", "Velmora": "Place", "Northern Wire": "Organization"},
        ),
        ("Osk, Velmora – Gunmen fled.", {"Osk": "Place", "Velmora": "Place"}),
        ("(Studio Tarsk) - Unknown men fled.", {"Studio Tarsk": "Organization"}),
        ("(وفا) - Unknown men fled.", {}),
    ],
)
def test_a_dateline_has_its_places_and_its_outlet(
    text: str, kinds: dict[str, str]
) -> None:
    assert tell_names(text) == kinds
