"""The state of a post that is named without it."""

import pytest

from naming import tell_offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "South African President Ana Ruiz left for Sri Lankan waters.",
            ["Ana Ruiz: President of South Africa"],
        ),
        (
            "Officials said North Korean leader Omar Karam spoke.",
            ["Omar Karam: leader of North Korea"],
        ),
        (  # a report about one state
            "Kenyan President Omar Karam dismissed two officials. Interior "
            "Minister Ana "
            "Ruiz said so.",
            [
                "Omar Karam: President of Kenya",
                "Ana Ruiz: Interior Minister of Kenya",
            ],
        ),
        (  # a town is but where people meet
            "Talks were held in Geneva. Foreign Minister Ana Ruiz said so.",
            ["Ana Ruiz: Foreign Minister"],
        ),
        (  # one word about officials of another state
            "President Ana Ruiz said that Velmora would go on. Norwegian officials "
            "welcomed it. Interior Minister Omar Karam spoke.",
            ["Ana Ruiz: President", "Omar Karam: Interior Minister"],
        ),
        (  # two states
            "Kenya and Chad signed it. Foreign Minister Ana Ruiz said so.",
            ["Ana Ruiz: Foreign Minister"],
        ),
        (  # nobody has two heads
            "The report was on Kenya. President Ana Ruiz and President Omar "
            "Karam would talk.",
            ["Ana Ruiz: President", "Omar Karam: President"],
        ),
        (  # where envoys are sent to is no topic
            "Ethiopian President Ana Ruiz named envoys. Omar Karam was appointed "
            "ambassador to Chad. Lina Haddad was appointed ambassador to Mali.",
            [
                "Ana Ruiz: President of Ethiopia",
                "Omar Karam: ambassador to Chad of Ethiopia",
                "Lina Haddad: ambassador to Mali of Ethiopia",
            ],
        ),
        (  # an adversary's seat is named often
            "Chad was calm. Chad's regulator met. Chad and Moscow spoke. President "
            "Ana Ruiz left Chad. Moscow and Saint Petersburg were quiet.",
            ["Ana Ruiz: President of Chad"],
        ),
        (  # who is received without his state is hardly of the same
            "Chad was calm. Chad's president, Ana Ruiz, met Ambassador Omar Karam.",
            ["Ana Ruiz: president of Chad", "Omar Karam: Ambassador"],
        ),
        (  # but of the state of the embassy where he is met
            "Chad was calm. Chad's president, Ana Ruiz, drove to the Colombian embassy,"
            " where she met Ambassador Omar Karam.",
            ["Ana Ruiz: president of Chad", "Omar Karam: Ambassador of Colombia"],
        ),
        (  # nor is an envoy sent by the state that receives him
            "Chad was calm. The ambassador to Chad, Omar Karam, said so.",
            ["Omar Karam: ambassador to Chad"],
        ),
        (  # a table knows whose president he was
            "Ukraine said on Monday that President Vladimir Putin would talk.",
            ["Vladimir Putin: President"],
        ),
    ],
)
def test_a_post_is_of_the_state_that_the_text_is_about(
    text: str, expected: list[str]
) -> None:
    assert tell_offices(text) == expected


def test_each_item_of_a_roundup_has_the_state_of_its_dateline() -> None:
    assert tell_offices(
        "NAIROBI, May 5 (Wire) - Ten died on a road. Interior Minister Ana Ruiz said "
        "so.\n\n"
        "N'DJAMENA - A market was shelled from Sudan. Foreign Minister Omar Karam said "
        "so.\n\n"
        "ORVIKA - A bridge fell. Foreign Minister Lina Haddad said so."
    ) == [
        "Ana Ruiz: Interior Minister of Kenya",
        "Omar Karam: Foreign Minister of Chad",
        "Lina Haddad: Foreign Minister",
    ]
