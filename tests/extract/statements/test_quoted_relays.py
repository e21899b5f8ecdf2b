"""What somebody who is quoted tells of the words of others."""

import pytest

from reading import read_statements, tell_attributions, tell_statement

TOLD = [
    # A clause inside of a quotation.
    (
        "“Governor Omar Tal assured me that the wells were clean,” Dana Orvik told the "
        "council.",
        "assert indirect: Omar Tal via Dana Orvik | the wells were clean",
    ),
    # Marks within marks, of either kind.
    (
        "“The sergeant told us, ‘Nobody crosses the weir,’” said Omar Tal, a miller.",
        "assert direct: The sergeant via Omar Tal | Nobody crosses the weir",
    ),
    (
        "Mayor Dana Orvik recalled: \"Governor Omar Tal said to me: 'The grain is "
        "gone.' I believed him.\"",
        "assert direct: Omar Tal via Dana Orvik | The grain is gone.",
    ),
    # Whoever is told of within what is told.
    (
        "“My cousin phoned,” said Dana Orvik. “He said the officers had told them that "
        "the gate would stay shut.”",
        "assert indirect: the officers via Dana Orvik, My cousin | "
        "the gate would stay shut",
    ),
    (
        "“An officer ordered the drivers to wait,” said Omar Tal.",
        "direct indirect: An officer via Omar Tal to the drivers | to wait",
    ),
    # Marks within those: whoever is quoted by who is quoted.
    (
        "\"He told me: 'The colonel said the bridge was down,'\" Dana Orvik said.",
        "assert indirect: The colonel via Dana Orvik | the bridge was down",
    ),
    # Another alphabet hides no marks.
    (
        "«Sheikh Omar Tal (عمر طال) told his people: “Lay down your arms,”» said Dana "
        "Orvik, the deputy governor.",
        "demand direct: Omar Tal via Dana Orvik to his people | Lay down your arms",
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_whoever_is_quoted_tells_the_words_of_others(text: str, told: str) -> None:
    assert told in [tell_statement(claim) for claim in read_statements(text)]


@pytest.mark.parametrize(
    "text",
    [
        # His own words, those of nobody, those that only measure something.
        "“I told him the road was shut,” said Dana Orvik.",
        "“People say the road is shut,” said Dana Orvik.",
        "“He is not as poor as he says he is,” said Dana Orvik.",
        "“Whoever says the road is shut should look at it,” said Dana Orvik.",
        "“This chapel tells that the valley was rich,” said Dana Orvik.",
    ],
)
def test_who_is_quoted_is_the_only_one_to_speak(text: str) -> None:
    statements = read_statements(text)

    assert [claim.speakers[0].name for claim in statements] == ["Dana Orvik"]
    assert not statements[0].via


def test_attributions_of_corpora_have_no_words_within_quoted_words() -> None:
    told = tell_attributions("“Omar Tal said the road was shut,” Dana Orvik wrote.")

    assert told == [
        "Dana Orvik | wrote | “Omar Tal said the road was shut,”",
    ]
