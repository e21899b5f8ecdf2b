import pytest

from dragoman.model.annotation import Schema
from reading import read_document


def bodies(text: str) -> set[str]:
    """Return the full names of the bodies of a text."""
    _, annotations = read_document(text)
    return {
        chain.name
        for chain in annotations.chains
        if chain.name and chain.schema is Schema.ORGANIZATION
    }


@pytest.mark.parametrize(
    ("text", "full"),
    [
        (
            "The Jubba Islamic Front claimed it. Later the Jubba Front denied it.",
            {"Jubba Islamic Front"},
        ),
        (
            "The Katiban Front for Island Freedom freed two nurses. The Katiban Front"
            " had held them.",
            {"Katiban Front for Island Freedom"},
        ),
        (
            "The al-Sirat Foundation aired a film. In it al-Sirat showed the dead.",
            {"al-Sirat Foundation"},
        ),
    ],
)
def test_body_is_named_without_what_describes_it(text: str, full: set[str]) -> None:
    assert bodies(text) == full


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian National Army shelled the town. The Syrian Army answered.",
        "The Free Kivu Movement and the Free Ituri Movement signed. The Free Movement"
        " is another one.",
        "The Tavush Democratic Union met the Tavush Workers' Union. The Tavush Union"
        " was not asked.",
    ],
)
def test_shorter_name_of_several_or_of_a_state_is_another_body(text: str) -> None:
    assert len(bodies(text)) >= 2
    assert {"Syrian Army", "Free Movement", "Tavush Union"} & bodies(text)
