"""Heads of names that stand alone with a capital: "the League"."""

import pytest

from reading import read_document


def bodies(text: str, word: str) -> set[str | None]:
    """Return the names of those whom the mentions with a word mean."""
    _, annotations = read_document(text)
    names = {chain.id: chain.name for chain in annotations.chains}
    return {
        names[one.chain]
        for one in annotations.mentions
        if one.text.removeprefix("the ").removeprefix("The ") == word
    }


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Lake Front met in Gao. The League condemned it.", "League", "League"),
        (
            "The Central Committee met. Lena Orb, chair of the Assembly, spoke.",
            "Assembly",
            "Assembly",
        ),
        (
            "The Reed Party met. Ivo Rad, Secretary of the Secretariat, spoke.",
            "Secretariat",
            "Secretariat",
        ),
        ("Hamas left. The Council condemned it.", "Council", "Council"),
    ],
)
def test_a_head_that_is_in_no_name_is_a_name(text: str, word: str, name: str) -> None:
    assert bodies(text, word) == {name}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Lake League met. The Front left. The League spoke.", "League", "Lake"),
        ("NATO met in Gao. On Monday the Alliance agreed.", "Alliance", "NATO"),
        ("Hamas met in Gao. On Monday the Movement left.", "Movement", "Hamas"),
        (
            "The Reed Front (RF) met. On Monday the Front agreed to it.",
            "Front",
            "Reed Front",
        ),
    ],
)
def test_a_head_means_whose_name_has_it_or_may(text: str, word: str, name: str) -> None:
    assert {str(found)[: len(name)] for found in bodies(text, word)} == {name}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Committee for a Fair Vote reported on Monday.", "Committee"),
        ("Ivo Rad spoke on Lake One's “State of the Union” on Monday.", "Union"),
    ],
)
def test_a_part_of_a_longer_name_is_none(text: str, word: str) -> None:
    assert not any(name == word for name in bodies(text, word))
