import pytest

from reading import read_document


def bodies_by_title(text: str) -> dict[str, str | None]:
    """Return by title the body that each office of a text belongs to."""
    _, annotations = read_document(text)
    return {
        office.title.lower(): office.organization_name for office in annotations.offices
    }


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (
            "The Kivu Lake Army denied it. Political coordinator Jean Kambe said that"
            " it would respect the truce.",
            "political coordinator",
            "Kivu Lake Army",
        ),
        (
            "The liberal party Bridge will vote no, co-chair Elitsa Marin said.",
            "co-chair",
            "Bridge",
        ),
        (
            "Landry Sanga, secretary general of the Lagoon Front, left. Odile Diata,"
            " deputy secretary general, sided with nobody.",
            "deputy secretary general",
            "Lagoon Front",
        ),
        (
            "The Janata Party held a rally. The party chairwoman, Nasreen Khan, warned"
            " the police.",
            "party chairwoman",
            "Janata Party",
        ),
        (
            "The Teachers' Federation called off the strike. Its members were tired,"
            " deputy chairwoman Grace Otieno said.",
            "deputy chairwoman",
            "Teachers' Federation",
        ),
    ],
)
def test_office_is_of_the_body_that_acts_before(
    text: str, title: str, body: str
) -> None:
    assert bodies_by_title(text)[title] == body


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Civic Bloc and the Farmers' League signed. Leader Ana Horvat smiled.",
            "leader",
        ),
        (
            "Troops attacked the Sahel Front. Rebel leader Musa Adan fled.",
            "rebel leader",
        ),
        (
            "The Harbour Union met. Democratic leader Paul Ricci opposed the motion.",
            "leader",
        ),
    ],
)
def test_office_of_one_of_several_or_of_others_stays_open(
    text: str, title: str
) -> None:
    assert bodies_by_title(text)[title] is None


def test_the_officers_in_a_communique_are_of_whose_words_it_is() -> None:
    found = bodies_by_title(
        "Statement No. 7 of the Cedar Unity Front (CUF)\n\n"
        "Our Front rejects the offer. We will not leave the hills.\n\n"
        "We record our thanks to the Kayan Force. The General Secretary, Nana Moke, "
        "will visit their camp this month.\n"
    )

    assert found == {"general secretary": "Cedar Unity Front"}


def test_whose_officers_others_have_is_told() -> None:
    found = bodies_by_title(
        "Statement No. 7 of the Cedar Unity Front (CUF)\n\n"
        "Our Front rejects the offer. We will not leave the hills.\n\n"
        "Such words were used by the spokesman of the regime, Omar Haddad.\n"
    )

    assert "Cedar Unity Front" not in found.values()


def test_a_mayor_for_a_party_is_not_its_mayor() -> None:
    found = bodies_by_title("Paul Karam is the mayor of the district for the party.")

    assert found == {"mayor": None}


def test_a_former_mayor_is_not_of_the_dateline() -> None:
    text = (
        "LIMA (Wire) - Ivo Rad, a former mayor who is wanted for theft, left by boat."
    )

    assert bodies_by_title(text) == {"mayor": None}
