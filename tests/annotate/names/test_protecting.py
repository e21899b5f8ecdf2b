"""Which words are names before titles and days are read."""

import pytest

from reading import read_document


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Front for the Renewal of Ituri", "FRI"),
        ("Jamaat Ansar al-Nahr", "JAN"),
        ("Society for Unity and Nation", "SUN"),
    ],
)
def test_letters_given_to_a_body_are_no_day(name: str, letters: str) -> None:
    _, annotations = read_document(
        f"The {name} ({letters}) held talks on Tuesday.\n\nThe {letters} left."
    )

    chains = {m.text.removeprefix("The "): m.chain for m in annotations.mentions}
    assert chains[letters] == chains[name]


def test_a_day_in_capitals_stays_one() -> None:
    _, annotations = read_document("OSK, JAN 12. The talks (FRI) were put off.")

    assert not {"JAN", "FRI"} & {m.text for m in annotations.mentions}


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("He leads the Citizen Roots party.", "Citizen Roots", "Organization"),
        ("Los Tiguerones denied the murder.", "Los Tiguerones", "Organization"),
        ("The front's channel, Dir' al-Nil, fell silent.", "Dir' al-Nil", None),
    ],
)
def test_what_people_call_themselves_is_one_name(
    text: str, name: str, schema: str | None
) -> None:
    _, annotations = read_document(text)

    told = {m.text: str(m.schema.value) for m in annotations.mentions}
    assert schema in {None, told[name]}
