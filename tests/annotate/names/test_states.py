import pytest
from tests.annotate.test_actors import tell_names

from dragoman.annotate.names.states import adjectives_of
from reading import read_document


@pytest.mark.parametrize(
    ("land", "adjective"),
    [
        ("talvar", "talvari"),
        ("qasira", "qasiri"),
        ("lusara", "lusaran"),
        ("merov", "merovian"),
        ("sudan", "sudanese"),
    ],
)
def test_adjectives_of_lands_are_formed_regularly(land: str, adjective: str) -> None:
    assert adjective in adjectives_of(land)


@pytest.mark.parametrize("name", ["lusara", "talvari"])
def test_a_name_is_not_its_own_adjective(name: str) -> None:
    assert name not in adjectives_of(name)


def test_land_in_no_table_is_told_by_its_adjective() -> None:
    text = (
        "Talvar rejected the offer. The Talvari government said so on Monday, and "
        "Talvari officers left. Talvar wants the road."
    )

    assert tell_names(text) == {"Talvar": "Place"}


@pytest.mark.parametrize(
    "text",
    [
        "The delegation, led by al-Rashidi, left the capital after two days.",
        "Bar-Giora told reporters on Monday that the talks had failed.",
    ],
)
def test_who_leads_and_who_tells_reporters_is_a_person(text: str) -> None:
    assert list(tell_names(text).values()) == ["Person"]


def test_ministers_of_a_name_show_a_land() -> None:
    text = "The Foreign Minister of Vostara left. Vostara said nothing on Monday."

    assert tell_names(text)["Vostara"] == "Place"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "State broadcaster Sahlan One showed a report by the opposition channel "
            "Free Merov.",
            {"Sahlan One": "Organization", "Free Merov": "Organization"},
        ),
        (
            "Two gates are closed, said Petra Lyubova, chief engineer of Ketra Hydro.",
            {"Petra Lyubova": "Person", "Ketra Hydro": "Organization"},
        ),
        (
            "The pro-government Horn Mirror accused it of treason.",
            {"Horn Mirror": "Organization"},
        ),
        ("He thanked Lusara for its offer to mediate.", {"Lusara": "Place"}),
        (
            "Lusara's foreign minister, Inês Caldeira, walked across on Saturday.",
            {"Lusara": "Place", "Inês Caldeira": "Person"},
        ),
        (
            "President Nicolas Maduro left. Maduro's foreign minister, Yvan Gil, knew.",
            {"Yvan Gil": "Person", "Nicolas Maduro": "Person"},
        ),
    ],
)
def test_what_stands_beside_a_name_outweighs_its_shape(
    text: str, kinds: dict[str, str]
) -> None:
    assert tell_names(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Torvish Interior Minister Anneke Brandt ordered an inquiry.",
        "A note that the Sarkhani embassy in Ankara was closed reached Anneke Brandt.",
        "Anneke Brandt met the Andovan parliament in Ankara.",
        "Two members of the Andovan delegation met Anneke Brandt in Ankara.",
    ],
)
def test_adjective_before_what_states_have_names_nothing(text: str) -> None:
    told = tell_names(text)

    assert told.keys() <= {"Anneke Brandt", "Ankara"}
    assert told["Anneke Brandt"] == "Person"


def test_land_is_told_by_an_adjective_before_an_office() -> None:
    text = "Drovia was silent. Drovian Foreign Minister Anneke Brandt left Geneva."

    assert tell_names(text)["Drovia"] == "Place"


@pytest.mark.parametrize(
    "name",
    ["Sri Lanka", "Saint Lucia", "Saint Kitts and Nevis", "Trinidad and Tobago"],
)
def test_honorific_that_opens_a_known_land_is_part_of_it(name: str) -> None:
    text = f"Officials in {name} said that the port would reopen."

    assert tell_names(text) == {name: "Place"}


def test_office_belongs_to_the_land_of_its_adjective() -> None:
    text = (
        "The ministry said that Lusara would not sign. Lusaran Foreign Minister "
        "Inês Caldeira confirmed it."
    )

    _, annotations = read_document(text)

    (office,) = annotations.offices
    assert office.title == "Foreign Minister"
    assert office.organization_name == "Lusara"
